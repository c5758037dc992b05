"""The one way anything that is made reaches the disk: whole, over nothing that a hand changed or we did not write.

Must not know what the document says, or go through a link out of the folder that was asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from errno import EACCES, EEXIST, EISDIR
from pathlib import Path
from typing import Final, Literal

from parplan.finding import Stop
from parplan.output.files.digests import RECORD, Written, written_in
from parplan.output.files.place import name_limit, refuse_place, stream_of
from parplan.output.files.seal import kind_of, seal_of, sealed_text
from parplan.system.disk import Replacement, clear_leftovers, replace_files
from parplan.system.folder import read
from parplan.system.lock import locked

Reason = Literal["new", "replaced", "edited", "busy", "foreign", "other", "together"]

_TRIES: Final = 100
_MOST: Final = 256 << 20
"""A file of more bytes is none of ours, and is not read."""
_OURS: Final = ("new", "replaced")


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the file is now, and why there.

    ``edited``, ``foreign``, ``other`` and ``busy`` say why it is not the file that was asked for: someone has
    changed that one since we wrote it; it isn't ours at all; it is something else of ours; another program holds
    it. ``together``: this one was free, but not the one that it belongs to.
    """

    path: Path
    reason: Reason


@dataclass(frozen=True, slots=True)
class _File:
    """A path that was asked for and its content; one without a seal is entered in the record of its folder."""

    path: Path
    content: bytes
    has_seal: bool = True


@dataclass(frozen=True, slots=True)
class _Look:
    """What writing to a path would be, and what lies there."""

    reason: Reason
    seen: bytes | None = None


def save(content: bytes, path: Path, *, beside: bool = True) -> Saved:
    """Writes a sealed file.

    Where ``path`` isn't ours to replace, under the next free name or, if not ``beside``, nowhere (``Stop``).
    """
    return _save([_File(path, content)], beside=beside)[0]


def save_together(made: Mapping[Path, bytes], *, beside: bool = True) -> tuple[Saved, ...]:
    """Writes sealed files that belong together, in one folder: all of them, under names of the same number."""
    return _save([_File(path, content) for path, content in made.items()], beside=beside)


def save_text(text: str, path: Path, *, beside: bool = True) -> Saved:
    """Writes a text, by the same rule."""
    if path.suffix.lower() == ".md":
        return _save([_File(path, sealed_text(text))], beside=beside)[0]
    return _save([_File(path, text.encode(errors="replace"), has_seal=False)], beside=beside)[0]


def is_ours(path: Path) -> bool:
    """Whether we wrote this file and nobody has changed it since."""
    return _look(path, written_in(path.parent), None).reason == "replaced"


def _save(files: Sequence[_File], *, beside: bool = True) -> tuple[Saved, ...]:
    asked = files[0].path
    try:
        if (stream := stream_of(asked)) is not None:
            stream(files[0].content)
            return (Saved(asked, "new"),)
        for file in files:
            refuse_place(file.path)
            if file.path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        with locked(asked.parent):
            clear_leftovers(asked.parent, [file.path.name for file in files])
            return _saved(files, written_in(asked.parent), beside=beside)
    except BrokenPipeError:  # the reader of a pipe went away
        raise
    except OSError as error:
        raise Stop("file-not-writable", file=str(asked), cause=error) from error


def _saved(files: Sequence[_File], written: Written, *, beside: bool) -> tuple[Saved, ...]:
    """Under the first names of one number that are all ours to write to."""
    why: dict[int, Reason] = {}
    for names in _names([file.path for file in files]):
        looks = [_look(path, written, file.content) for path, file in zip(names, files, strict=True)]
        kept = {at: look.reason for at, look in enumerate(looks) if look.reason not in _OURS}
        if not kept:
            kept = _put(names, files, looks, written)
        if not kept:
            moved: Reason | None = "together" if why else None
            reasons = [why.get(at) or moved or look.reason for at, look in enumerate(looks)]
            return tuple(Saved(path, reason) for path, reason in zip(names, reasons, strict=True))
        why = why or kept
        if not beside:
            at, reason = next(iter(why.items()))
            if reason == "busy":
                raise PermissionError(EACCES, os.strerror(EACCES))
            raise Stop("output-kept", file=str(names[at]))
    raise FileExistsError(EEXIST, os.strerror(EEXIST))


def _put(
    names: Sequence[Path], files: Sequence[_File], looks: Sequence[_Look], written: Written
) -> dict[int, Reason]:
    """Write them; nothing, or which of them can't be written to after all, and why."""
    every = [
        # nobody is to find a list beside a report that it was not made with: the old one goes first
        Replacement(path, file.content, look.seen, goes_first=at > 0)
        for at, (path, file, look) in enumerate(zip(names, files, looks, strict=True))
    ]
    entries = [(path.name, file.content) for path, file in zip(names, files, strict=True) if not file.has_seal]
    for name, content in entries:
        record = written.with_text(name, content)
        every.insert(0, Replacement(written.folder / RECORD, record, written.seen))
    obstacle = replace_files(every)
    if obstacle is None:
        return {}
    at = next((at for at, path in enumerate(names) if path.name == obstacle.path.name), 0)
    return {at: "busy" if obstacle.why == "held" else "edited"}


def _look(path: Path, written: Written, content: bytes | None) -> _Look:
    """What writing to this path would be, going by who wrote the file that is there."""
    if path.is_dir():
        return _Look("foreign")
    try:
        seen = read(path, _MOST)
    except FileNotFoundError:
        return _Look("new")
    except OSError:
        return _Look("foreign")
    if content is not None and kind_of(seen) != kind_of(content) and (seal := seal_of(seen)) is not None:
        return _Look("other" if seal.is_whole else "edited")
    if written.knows(path.name):
        return _Look("replaced" if written.is_ours(path.name, seen) else "edited", seen)
    if (seal := seal_of(seen)) is not None:
        return _Look("replaced" if seal.is_whole else "edited", seen)
    is_empty_text = not seen and content is not None and kind_of(content) == "text"
    return _Look("replaced" if is_empty_text else "foreign", seen)


def _names(paths: Sequence[Path]) -> Iterator[list[Path]]:
    yield list(paths)
    for number in range(2, _TRIES):
        names = [_numbered(path, number) for path in paths]
        if not any(path.is_symlink() for path in names):
            yield names


def _numbered(path: Path, number: int) -> Path:
    """``r (2).docx``; a name that has no room for the number loses the end of its stem."""
    tail, stem = f" ({number}){path.suffix}", path.stem
    while stem and len(os.fsencode(stem + tail)) > name_limit(path.parent):
        stem = stem[:-1]
    return path.with_name(stem + tail)
