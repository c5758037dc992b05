"""The one way a report reaches the disk: whole, with the same bytes each time, over nothing that a hand changed.

Must not know what the document says.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from errno import EACCES, EEXIST
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from parplan.disk import replace_file
from parplan.finding import Stop

if TYPE_CHECKING:
    from docx.document import Document

Reason = Literal["new", "replaced", "edited", "busy", "foreign"]

DIGEST_PART = "docProps/custom.xml"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="parplan-digest">'
    "<vt:lpwstr>{digest}</vt:lpwstr></property></Properties>"
)
_DIGEST = re.compile(rb"parplan-digest.*?([0-9a-f]{64})", re.DOTALL)
_CONTENT_TYPES = "[Content_Types].xml"
_ZIP_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the file is now, and why there.

    ``edited``, ``foreign`` and ``busy`` say why it is not the file that was asked for: someone has changed that
    one since we wrote it; it isn't ours at all; another program holds it.
    """

    path: Path
    reason: Reason


def save(document: Document, path: Path) -> Saved:
    """Writes the document to ``path``, or under the next free name if that file isn't ours to replace."""
    content = _packed(document)
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
    try:
        if not replace_file(path, text.encode()):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        raise _refusal(path, error) from error


def is_ours(path: Path) -> bool:
    """Whether ``save`` wrote this file and nobody has changed it since."""
    return _holder(path) == "replaced"


def _holder(path: Path) -> Reason:
    """What writing to this path would be, going by who wrote the file that is there."""
    if not path.exists():
        return "new"
    try:
        with ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (BadZipFile, OSError, NotImplementedError, RuntimeError):
        return "foreign"
    said = _DIGEST.search(parts.get(DIGEST_PART, b""))
    if not said:
        return "foreign"
    return "replaced" if said[1].decode() == _digest(parts) else "edited"


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _TRIES):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _digest(parts: Mapping[str, bytes]) -> str:
    """SHA-256 over names and bytes of all parts but the one that holds it."""
    sums = [f"{name} {hashlib.sha256(parts[name]).hexdigest()}" for name in sorted(parts) if name != DIGEST_PART]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()


def _packed(document: Document) -> bytes:
    """The document as a zip file without a clock, a machine or a chance order in it."""
    _make_room_for_digest(document)
    plain = BytesIO()
    document.save(plain)
    with ZipFile(plain) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[DIGEST_PART] = _CUSTOM.format(digest=_digest(parts)).encode()
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        # Readers that stream the package want to know the types of the parts before the parts.
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = ZipInfo(name, _ZIP_BEGINNING_OF_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return packed.getvalue()


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
