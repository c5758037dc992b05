"""The one way a report reaches the disk: whole, with the same bytes each time, over nothing that a hand changed.

Must not know what the document says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from errno import EACCES, EEXIST, EISDIR
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parplan.disk import replace_file
from parplan.finding import Stop
from parplan.render.seal import DIGEST_PART, seal_of, sealed

if TYPE_CHECKING:
    from docx.document import Document

Reason = Literal["new", "replaced", "edited", "busy", "foreign"]

_TRIES = 100


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the file is now, and why there.

    ``edited``, ``foreign`` and ``busy`` say why it is not the file that was asked for: someone has changed that
    one since we wrote it; it isn't ours at all; another program holds it.
    """

    path: Path
    reason: Reason


def save(made: Document | bytes, path: Path) -> Saved:
    """Writes a document or a sealed file to ``path``; under the next free name if that isn't ours to replace."""
    content = made if isinstance(made, bytes) else packed(made)
    reason: Reason | None = None
    try:
        for candidate in _names(path):
            held = _holder(candidate)
            ours = held in ("new", "replaced")
            if ours and replace_file(candidate, content):
                return Saved(candidate, reason or held)
            reason = reason or ("busy" if ours else held)
    except OSError as error:
        raise _refusal(path, error) from error
    raise Stop("file-not-writable", file=str(path), cause=OSError(EEXIST, os.strerror(EEXIST)))


def save_text(text: str, path: Path) -> None:
    """Writes the text to ``path``, whole or not at all, replacing what was there."""
    if path.name == "" or path.is_dir():
        raise Stop("file-not-writable", file=str(path), cause=OSError(EISDIR, os.strerror(EISDIR)))
    try:
        if not replace_file(path, text.encode(errors="replace")):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        raise _refusal(path, error) from error


def packed(document: Document) -> bytes:
    """The document as a sealed file: the same document gives the same bytes."""
    _make_room_for_digest(document)
    plain = BytesIO()
    document.save(plain)
    return sealed(plain.getvalue())


def is_ours(path: Path) -> bool:
    """Whether ``save`` wrote this file and nobody has changed it since."""
    return _holder(path) == "replaced"


def _holder(path: Path) -> Reason:
    """What writing to this path would be, going by who wrote the file that is there."""
    if not path.is_file():
        return "foreign" if path.is_dir() else "new"  # to a pipe or a device we only write
    try:
        seal = seal_of(path.read_bytes())
    except OSError:
        return "foreign"
    if seal is None:
        return "foreign"
    return "replaced" if seal.is_whole else "edited"


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _TRIES):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _make_room_for_digest(document: Document) -> None:
    # Who only saves a text should not wait for Word's library.
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(PackURI(f"/{DIGEST_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _refusal(path: Path, error: OSError) -> Stop:
    return Stop("file-not-writable", file=str(path), cause=error)
