"""Which texts in a folder are ours: a hidden file beside them holds the digests of forms that can't hold a seal.

Must not write: what it is to hold is put down together with the text.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from parplan.system.folder import read

RECORD: Final = ".parplan-written"
"""In the form of ``sha256sum``, which can check it."""

_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST: Final = 1 << 20
_KEPT: Final = 2
"""Digests of one name: the record is written first, so what is still there is the one before."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the record of a folder says: the digests of each name, the newest last; ``seen``: its bytes."""

    folder: Path
    digests: Mapping[str, tuple[str, ...]]
    seen: bytes | None

    def knows(self, name: str) -> bool:
        """Whether we wrote a file of that name."""
        return name in self.digests

    def is_ours(self, name: str, content: bytes) -> bool:
        """Whether this is what we wrote; git may have changed the line ends."""
        lines = content.replace(b"\r\n", b"\n")
        forms = (content, lines, lines.replace(b"\n", b"\r\n"))
        return any(hashlib.sha256(form).hexdigest() in self.digests.get(name, ()) for form in forms)

    def with_text(self, name: str, content: bytes) -> bytes:
        """The record with one text more, and without those that are gone."""
        there = {known: kept for known, kept in self.digests.items() if (self.folder / known).exists()}
        digest = hashlib.sha256(content).hexdigest()
        before = tuple(known for known in there.get(name, ()) if known != digest)
        there[name] = (*before, digest)[-_KEPT:]
        return "".join(f"{one}  {known}\n" for known in sorted(there) for one in there[known]).encode()


def written_in(folder: Path) -> Written:
    """The record of a folder; what can't be understood in it counts for nothing. Raises OSError."""
    path = folder / RECORD
    if path.is_symlink():
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
    try:
        seen = read(path, _MOST)
    except FileNotFoundError:
        return Written(folder, {}, None)
    digests: dict[str, tuple[str, ...]] = {}
    for line in seen.decode(errors="replace").splitlines():
        if found := _LINE.fullmatch(line):
            digests[found[2]] = (*digests.get(found[2], ()), found[1])
    return Written(folder, digests, seen)
