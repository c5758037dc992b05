"""Which findings are told: by code, by family, by file; and which of them make a run fail.

Must not drop a finding from the facts: one that is not told still keeps its record out of every count.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from parplan.finding import Code, Family, Finding, Severity, Stop
from parplan.model.settings import Telling
from parplan.spelling import closest


class Choice(NamedTuple):
    """``codes`` are told; a finding as heavy as ``bar`` makes the run fail."""

    codes: frozenset[Code]
    bar: Severity

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that are told, in their order."""
        return tuple(finding for finding in findings if finding.code in self.codes)


def choose(settings: Telling | None, select: Collection[str], ignore: Collection[str], bar: str | None) -> Choice:
    """What was asked for; where nothing was, what the workspace's settings say. Raises Stop for unknown names."""
    own = settings or Telling()
    asked = codes_named(select)
    selected = asked or _known(own.select or ()) or frozenset(Code)
    # who asks for a code by name wants it, whatever the settings pass over
    ignored = codes_named(ignore) or (frozenset() if asked else _known(own.ignore or ()))
    return Choice(selected - ignored, Severity(bar or own.fail_on or Severity.ERROR.value))


def codes_named(names: Iterable[str]) -> frozenset[Code]:
    """The codes of some slugs and families, each perhaps a list with commas. Raises Stop for an unknown name."""
    every = [part.strip() for name in names for part in name.split(",") if part.strip()]
    for name in every:
        if not _known([name]):
            raise Stop("code-unknown", text=name, near=closest(name, slugs()))
    return _known(every)


def slugs() -> tuple[str, ...]:
    """The name of every code, in the order of the catalogue."""
    return tuple(code.slug for code in Code)


def _known(names: Iterable[str]) -> frozenset[Code]:
    """Unknown names are passed over: in settings, they are findings themselves."""
    wanted = set(names)
    families = {family for family in Family if family.value in wanted}
    return frozenset(code for code in Code if code.slug in wanted or code.family in families)
