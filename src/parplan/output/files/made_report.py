"""A report on the disk: how it was made, and whether a hand has changed it since.

Must not write, or draw a report anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from parplan.calendar.period import Period
from parplan.documents.package import LARGEST_FILE
from parplan.finding import Stop
from parplan.output.files.place import FOLDER
from parplan.output.files.seal import seal_of
from parplan.output.files.seal_note import Made, made_of
from parplan.system.folder import read


@dataclass(frozen=True, slots=True)
class Found:
    """``is_whole``: nobody has changed it since it was made."""

    made: Made
    is_whole: bool


def find_report(path: Path) -> Found:
    """The report at ``path``. Raises Stop where it can't be read, isn't ours, or doesn't say how it was made."""
    try:
        content = read(path, LARGEST_FILE)
    except OSError as error:
        raise Stop("report-unreadable", file=str(path), cause=error) from None
    seal = seal_of(content)
    if seal is None:
        raise Stop("report-foreign", file=str(path))
    made = made_of(seal.note)
    if made is None:
        raise Stop("report-unmarked", file=str(path))
    return Found(made, seal.is_whole)


def every_report(root: Path) -> Iterator[tuple[str, Made]]:
    """The reports that lie in the workspace's folder for them, by name."""
    folder = root / FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        with suppress(Stop):
            yield f"{FOLDER}/{path.name}", find_report(path).made


def reports_made(root: Path, plan: int, month: Period) -> tuple[str, ...]:
    """The names of those that tell of a month."""
    every = every_report(root)
    return tuple(name for name, made in every if made.plan == plan and _tells_of(made.period, month))


def _tells_of(period: str, month: Period) -> bool:
    """Whether a report of a period tells of a month: one that closes the plan tells of all."""
    try:
        return month.first in Period.parse(period)
    except ValueError:
        return True
