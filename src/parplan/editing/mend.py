"""Findings that can be mended without a question, as changes: what was meant is beyond doubt.

Must not mend what a person has to decide, or change what a file says beyond its spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from parplan.editing.text.change import Change, Compose, Replace, Respell, Trim
from parplan.finding import Code, Finding


def _as_meant(finding: Finding) -> Change | None:
    return Replace(finding.where, finding.meant) if finding.meant is not None else None


def _as_spoken(finding: Finding) -> Change | None:
    """What an officer's word stands for; a word that is merely near another is asked about."""
    return _as_meant(finding) if finding.values.get("spoken") else None


def _composed(finding: Finding) -> Change | None:
    return Compose(finding.where)


def _trimmed(finding: Finding) -> Change | None:
    return Trim(finding.where)


def _respelt(finding: Finding) -> Change | None:
    return Respell(finding.where)


MENDS: Final[dict[Code, Callable[[Finding], Change | None]]] = {
    Code.DATE_INVALID: _as_meant,
    Code.PERIOD_INVALID: _as_meant,
    Code.NUMBER_INVALID: _as_meant,
    Code.ID_TYPOGRAPHY: _as_meant,
    Code.FLAG_INVALID: _as_meant,
    Code.VALUE_UNKNOWN: _as_spoken,
    Code.LETTER_FOREIGN: _respelt,
    Code.TEXT_NOT_NFC: _composed,
    Code.SPACE_TRAILING: _trimmed,
}
"""Every code that ``--fix`` may mend, and how."""


def mends(findings: Iterable[Finding]) -> tuple[Change, ...]:
    """The changes that mend what can be mended of some findings: of two at one value, one comes next time."""
    once: dict[object, Change] = {}
    for finding in findings:
        change = MENDS[finding.code](finding) if finding.code in MENDS else None
        if change is not None:
            once.setdefault((change.where, None if change.where.path else type(change)), change)
    return tuple(once.values())
