"""What of the machine and the workspace is fine, and what to do about the rest, as a sheet and as data.

Must not look at anything: what was found is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from parplan.views.columns import Heading, columns
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone
from parplan.words import Words

SCHEMA_VERSION: Final = 1


class Verdict(StrEnum):
    """How it is with one thing; ``advice`` keeps nothing from working."""

    fine = "fine"
    advice = "advice"
    bad = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. ``found`` says which sentence fits, ``values`` fill its holes."""

    name: str
    found: str
    verdict: Verdict = Verdict.fine
    values: Mapping[str, Any] = field(default_factory=dict)


_TONES: Final[dict[Verdict, Tone]] = {Verdict.fine: "plain", Verdict.advice: "warn", Verdict.bad: "bad"}
_COLUMNS: Final = (
    Heading("checked", 1.9, "left"),
    Heading("check-verdict", 1.0, "left"),
    Heading("check-told", 5.0, "left"),
)


def doctor_sheet(checks: Sequence[Check], words: Words) -> Sheet:
    """A row for each thing; what must be mended is counted first."""
    bad = sum(check.verdict is Verdict.bad for check in checks)
    advice = sum(check.verdict is Verdict.advice for check in checks)
    rows = tuple(
        Row(
            (
                words(f"doctor.name.{check.name}"),
                words(f"doctor.verdict.{check.verdict}"),
                words(f"doctor.{check.name}.{check.found}", **check.values),
            ),
            tone=_TONES[check.verdict],
        )
        for check in checks
    )
    headline = (
        words("doctor.bad", n=bad) if bad else words("doctor.advice", n=advice) if advice else words("doctor.fine")
    )
    return Sheet(words("doctor.title"), (), (headline,), (Block("", Table(columns(words, _COLUMNS), rows)),))


def doctor_data(checks: Sequence[Check]) -> dict[str, Any]:
    """The same for a report of a fault: every thing with its verdict and its values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "checks": [
            {
                "name": check.name,
                "verdict": check.verdict.value,
                "found": check.found,
                "values": dict(check.values),
            }
            for check in checks
        ],
    }
