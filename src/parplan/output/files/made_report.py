"""A report on the disk: how it was made, and whether a hand has changed it since.

Must not write, or draw a report anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parplan.finding import Stop
from parplan.output.files.package import LARGEST_FILE
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
