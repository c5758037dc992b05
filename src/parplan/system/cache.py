"""What was worked out once, in the user's own cache folder under the digest of all that it rests on.

Must not be missed: where it is off, full, damaged or not to be written, everything goes on without. Must not lie
in a workspace, or import what takes time: whoever looks here is in a hurry.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from typing import Final

from parplan import __version__

MOST_ENTRIES: Final = 256
MOST_BYTES: Final = 64 << 20
"""Of all entries together: when one more would be too much, the older half goes."""

LARGEST: Final = 4 << 20
"""An entry of more bytes takes longer to keep than it is worth."""

PACKAGE: Final = os.path.dirname(os.path.dirname(__file__))
EXPLAINED: Final = "errors"
"""The folder of the program that nothing kept here rests on; it holds more files than all others."""

_DIGEST: Final = 32


def is_on() -> bool:
    """Not in CI, where every run is the first, and not where the person does not want it."""
    return not (os.environ.get("PARPLAN_NO_CACHE") or os.environ.get("CI"))


def folder() -> str | None:
    """The user's folder for what may be thrown away, as each system has it; None where there is no such user."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        above = os.path.expanduser("~/Library/Caches")
    else:
        above = os.environ.get("XDG_CACHE_HOME", "")
        above = above if os.path.isabs(above) else os.path.expanduser("~/.cache")
    return os.path.join(above, "parplan") if os.path.isabs(above) else None


def lies_in(root: str) -> bool:
    """Whether the folder lies in a workspace, whose files are nobody's scraps."""
    place = folder()
    return place is not None and os.path.realpath(place).startswith(os.path.join(os.path.realpath(root), ""))


def _is_private(place: str) -> bool:
    """Whether nobody else can read or write there: an answer is the office's, and is believed."""
    try:
        about = os.stat(place)
    except OSError:
        return False
    return sys.platform == "win32" or (about.st_uid == os.getuid() and not about.st_mode & 0o077)


def digest(*parts: bytes) -> bytes:
    """A digest of several parts, of which none can run into the next."""
    made = blake2b(digest_size=_DIGEST)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.digest()


def program() -> bytes:
    """This very program: its version, its files as Python itself tells old from new, Python, and the libraries.

    A library that is installed or taken away changes the folder in which it lies.
    """
    parts = [__version__, sys.version, sys.prefix, *_files_of(PACKAGE)]
    for place in sys.path:
        if "-packages" in place:
            with suppress(OSError):
                parts.append(f"{place} {os.stat(place).st_mtime_ns}")
    return digest(*(os.fsencode(part) for part in parts))


def _files_of(package: str) -> Iterator[str]:
    waiting = [package]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for entry in sorted(found, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name not in ("__pycache__", EXPLAINED):
                        waiting.append(entry.path)
                    continue
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


def kept(key: bytes) -> bytes | None:
    """What is kept under a key; None for nothing, or for what is not to the bit what was put there."""
    place = folder()
    if place is None or not _is_private(place):
        return None
    try:
        with open(os.path.join(place, key.hex()), "rb") as file:
            sealed = file.read(LARGEST + _DIGEST + 1)
    except OSError:
        return None
    seal, content = sealed[:_DIGEST], sealed[_DIGEST:]
    return content if seal == digest(key, content) else None


def keep(key: bytes, content: bytes) -> None:
    """Keep it, whole or not at all, whoever else is keeping something now."""
    place = folder()
    if place is None or len(content) > LARGEST:
        return
    beside = os.path.join(place, f"{os.getpid()}-{key.hex()[:16]}.new")
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        if not _is_private(place):
            return
        _make_room(place, len(content))
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(digest(key, content) + content)
        os.replace(beside, os.path.join(place, key.hex()))
    except OSError:
        with suppress(OSError):
            os.remove(beside)


def _make_room(place: str, more: int) -> None:
    """The oldest go, whoever put them there; one that somebody else took away meanwhile is gone too."""
    with os.scandir(place) as found:
        there = sorted(
            (about.st_mtime_ns, about.st_size, entry.path) for entry in found if (about := entry.stat())
        )
    size = sum(entry[1] for entry in there) + more
    if len(there) < MOST_ENTRIES and size <= MOST_BYTES:
        return
    for position, (_, its, path) in enumerate(there, start=1):
        if position > len(there) // 2 and size <= MOST_BYTES:
            break
        with suppress(OSError):
            os.remove(path)
        size -= its
