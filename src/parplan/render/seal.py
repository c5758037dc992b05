"""What a file of ours says of itself: a digest of all else in it, by which a change made by hand shows.

Must not touch the disk, or know what the file tells.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

DIGEST_NAME: Final = "parplan-digest"
DIGEST_PART: Final = "docProps/custom.xml"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{{{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}}}" pid="2" name="{DIGEST_NAME}">'
    "<vt:lpwstr>{digest}</vt:lpwstr></property></Properties>"
)
_DIGEST = re.compile(rb"parplan-digest.*?([0-9a-f]{64})", re.DOTALL)
_PDF_LINE = re.compile(rb"%parplan-digest ([0-9a-f]{64})\n")
_TEXT_LINE = re.compile(rb"^<!-- parplan-digest ([0-9a-f]{64}) -->\n?", re.MULTILINE)
_CONTENT_TYPES = "[Content_Types].xml"
_ZIP_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Seal:
    """``said`` is the digest that the file was given when it was made; ``found`` the digest of what it is now."""

    said: str
    found: str

    @property
    def is_whole(self) -> bool:
        return self.said == self.found


def sealed(content: bytes) -> bytes:
    """A PDF with its digest as its last line; a package of Word or Excel with its digest among its properties.

    The package is packed anew, without a clock, a machine or a chance order in it. It must have ``DIGEST_PART``
    already: only who makes a package can name a part in all the places where it must be named.
    """
    if content.startswith(_PDF):
        body = content if content.endswith(b"\n") else content + b"\n"
        return body + f"%{DIGEST_NAME} {hashlib.sha256(body).hexdigest()}\n".encode()
    parts = _parts(content)
    parts[DIGEST_PART] = _CUSTOM.format(digest=_digest(parts)).encode()
    return _packed(parts)


def repacked(content: bytes) -> bytes:
    """A package that lies within another: without a clock or a chance order in it, or a seal of its own."""
    return _packed(_parts(content))


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        # Readers that stream the package want to know the types of the parts before the parts.
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = ZipInfo(name, _ZIP_BEGINNING_OF_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return packed.getvalue()


def sealed_text(text: str) -> bytes:
    """A Markdown text with its digest as its last line: a comment, which no page shows."""
    body = text.encode(errors="replace") + b"\n"
    return body + f"<!-- {DIGEST_NAME} {hashlib.sha256(body).hexdigest()} -->\n".encode()


def seal_of(content: bytes) -> Seal | None:
    """The seal of a file; None where we did not make it, or it can't be read."""
    if content.startswith(_PDF):
        return _seal_on_line(_PDF_LINE, content)
    if not content.startswith(_ZIP):
        return _seal_on_line(_TEXT_LINE, content.replace(b"\r\n", b"\n"))  # git may have changed the line ends
    try:
        parts = _parts(content)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return None
    said = _DIGEST.search(parts.get(DIGEST_PART, b""))
    return Seal(said[1].decode(), _digest(parts)) if said else None


def _seal_on_line(line: re.Pattern[bytes], content: bytes) -> Seal | None:
    said = line.search(content)
    return Seal(said[1].decode(), hashlib.sha256(line.sub(b"", content)).hexdigest()) if said else None


def _digest(parts: Mapping[str, bytes]) -> str:
    """SHA-256 over names and bytes of all parts but the one that holds it."""
    sums = [f"{name} {hashlib.sha256(parts[name]).hexdigest()}" for name in sorted(parts) if name != DIGEST_PART]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()
