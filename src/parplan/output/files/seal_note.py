"""The note in a report's seal: what was asked for when it was made, and the gist of what it told then.

Must not judge: whether it still holds is told by who draws the facts anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from parplan.facts.report.lost_points import UNASKED
from parplan.views.phrases.office import OFFICIAL

_OPTIONS: Final = {1: "--month", 3: "--quarter", 6: "--half", 12: "--year-end", 0: "--final"}
_BARE: Final = (0, 12)
"""The periods that are asked for by a flag, and told apart by the year."""

_WHOLE: Final = {"version": int, "plan": int, "period": str, "lang": str, "form": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a report was made. ``template`` is a digest of its wording; ``told`` the gist of its figures and rows.

    ``version`` is the gist's. ``agency``, ``charts``, ``full`` and ``as_of`` are as they were given, empty where
    they were not; ``gap`` is true wherever lost points are told.
    """

    version: int
    plan: int
    period: str
    lang: str
    form: str
    agency: str = ""
    charts: bool = False
    gap: bool = False
    full: bool = False
    as_of: str = ""
    template: str = ""
    told: Mapping[str, str]

    def text(self) -> str:
        """One line of ASCII, which may stand in a comment: without what was not asked for, or two hyphens."""
        said = {name: value for name, value in asdict(self).items() if value not in ("", False)}
        return json.dumps(said, separators=(",", ":")).replace("--", "-\\u002d")

    def options(self, months: int) -> str:
        """The options that make the same report again; ``months`` is how long its period is."""
        words = [self.asked_period(months)]
        for name, value in {"--agency": self.agency, "--as-of": self.as_of}.items():
            words += [f"{name} {value}"] if value else []
        flags = {"--charts": self.charts, "--gap": self.gap and months not in UNASKED, "--full": self.full}
        words += [name for name, given in flags.items() if given]
        words += [f"--lang {self.lang}"] if self.lang != OFFICIAL else []
        return " ".join(words)

    def asked_period(self, months: int) -> str:
        """The option that names the period, and the plan where the period's year does not say it."""
        bare = f"{_OPTIONS[months]} --year {self.period[:4]}"
        words = [bare if months in _BARE else f"{_OPTIONS[months]} {self.period}"]
        if not self.period.startswith(str(self.plan)):
            words.append(f"--plan {self.plan}")
        return " ".join(words)


def made_of(note: str) -> Made | None:
    """How a report was made, by its note; None where that is no note of a report. Newer keys are passed over."""
    try:
        said: Any = json.loads(note)
    except ValueError:
        return None
    if not isinstance(said, dict) or not isinstance(said.get("told"), dict):
        return None
    if not all(isinstance(said.get(name), kind) for name, kind in _WHOLE.items()):
        return None
    known = {field.name for field in fields(Made)}
    return Made(**{name: value for name, value in said.items() if name in known})
