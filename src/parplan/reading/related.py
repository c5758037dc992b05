"""Which reports are held against some, so that what is told of these is what it would be if all were read.

Must not pass over a report of which its letters leave that open.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from parplan.checks import ACROSS_REPORTS
from parplan.model.progress import ProgressFile
from parplan.model.workspace import kind_of
from parplan.reading.files import Reader
from parplan.system.folder import Entry

MOST_SOUGHT: Final = 500
"""To look for more in a report takes about as long as to read it."""

Sought = frozenset[frozenset[bytes]]
"""Pieces of what reports share, some of which stand together in any that is held against one that was asked about.

They are letters and figures of ASCII alone, in small: however a value is quoted, broken over lines, put right or
composed, these stay, and those that stand together stay together.
"""

_OTHER: Final = bytes({*range(256)} - {*(string.ascii_lowercase + string.digits).encode()})
_TOGETHER: Final = re.compile(r"[!-~]+")


def related(reader: Reader, every: Sequence[Entry], about: Callable[[str], bool]) -> list[Entry]:
    """All files but for the reports on which nothing hangs that is told of some files.

    For that the reader takes these files, and all that are no reports.
    """
    others: dict[Entry, str] = {}
    for entry in every:
        file = reader.name(entry)
        if is_report(file) and not about(file):
            others[entry] = file
        else:
            reader.take(entry)
    sought = sought_for(file for either in reader.either for file in either if isinstance(file, ProgressFile))
    if len(sought) > MOST_SOUGHT:
        return list(every)

    def is_apart(entry: Entry, file: str) -> bool:
        try:
            return not may_stand_in(reader.raw(entry, file), sought)
        except OSError:
            return False  # nobody knows what it holds

    apart = {entry for entry, file in others.items() if not sought or is_apart(entry, file)}
    return [entry for entry in every if entry not in apart]


def is_report(file: str) -> bool:
    """Whether a file is by its name what a unit reported for a month."""
    kind = kind_of(file)
    return kind is not None and kind.model is ProgressFile


def sought_for(reports: Iterable[ProgressFile]) -> Sought:
    """Of what some reports share with any that they are held against, the pieces to be looked for."""
    every = {texts for report in reports for share in ACROSS_REPORTS.values() for texts in share(report)}
    fewest = {texts for texts in every if len(texts) == 1 or texts[:1] not in every}
    return frozenset(frozenset(piece for text in texts for piece in _pieces(text)) for texts in fewest)


def may_stand_in(report: bytes, sought: Sought) -> bool:
    """Whether a report may hold something of what is looked for; an escape may hide it."""
    if b"\\" in report:
        return True
    letters = _letters(report.decode(errors="replace"))
    return any(all(piece in letters for piece in pieces) for pieces in sought)


def _pieces(text: str) -> Iterator[bytes]:
    """The letters of a text, in pieces that nothing parts: blanks may be others, and marks stand apart."""
    return (_letters(piece) for piece in _TOGETHER.findall(text.casefold()))


def _letters(text: str) -> bytes:
    return text.casefold().encode().translate(None, _OTHER)
