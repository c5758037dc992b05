"""What a file of ours says of itself: a digest of all else in it, by which a change made by hand shows.

Must not touch the disk, or know what the file tells.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Mapping
from html import escape
from io import BytesIO
from typing import Final, Literal, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from parplan.documents.package import unpacked

DIGEST_NAME: Final = "parplan-digest"
DIGEST_PART: Final = "docProps/custom.xml"
NOTE_NAME: Final = "parplan-note"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_LONGEST_PROPERTY: Final = 200
"""Word shows and keeps 255 characters of a property: a note longer than that goes into several."""
_DIGEST = re.compile(rb"parplan-digest.*?([0-9a-f]{64})", re.DOTALL)
_NOTE = re.compile(rb'name="parplan-note-(\d+)"[^>]*>\s*<(?:\w+:)?lpwstr\b[^>]*>([^<]*)</')
"""However another program that wrote the file since names the namespace."""
_SCHEMA_LINE = re.compile(rb'^  "\$comment": "parplan-digest ([0-9a-f]{64})",\n', re.MULTILINE)
_ENTRY_HEAD, _END_HEAD = 30, 22
_MOST_DESCRIPTOR = 24
"""What may stand behind an entry that was packed in one go: its sum and sizes."""
_PDF_LINE = re.compile(rb"%parplan-digest ([0-9a-f]{64})\n")
_PDF_NOTE = re.compile(rb"%parplan-note (.+)\n")
_TEXT_LINE = re.compile(rb"^<!-- parplan-digest ([0-9a-f]{64}) -->\n?", re.MULTILINE)
_TEXT_NOTE = re.compile(rb"^<!-- parplan-note (.+) -->$", re.MULTILINE)
_CONTENT_TYPES = "[Content_Types].xml"
_ZIP_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"


class Seal(NamedTuple):
    """``said`` is the digest that the file was given when it was made; ``found`` the digest of what it is now.

    ``note`` is what its maker wrote beside the digest: a line of ASCII, empty for none. The digest is of both.
    """

    said: str
    found: str
    note: str = ""

    @property
    def is_whole(self) -> bool:
        return self.said == self.found


def sealed(content: bytes, note: str = "") -> bytes:
    """A PDF with its digest as its last line; a package of Word or Excel with its digest among its properties.

    The package is packed anew, without a clock, a machine or a chance order in it.
    """
    if content.startswith(_PDF):
        body = content if content.endswith(b"\n") else content + b"\n"
        body += f"%{NOTE_NAME} {note}\n".encode() if note else b""
        return body + f"%{DIGEST_NAME} {_sum(body)}\n".encode()
    return sealed_parts(_parts(content), note)


def sealed_parts(parts: Mapping[str, bytes], note: str = "") -> bytes:
    """A package of these parts, with its digest among its properties.

    It must have ``DIGEST_PART`` already: only who makes a package can name a part in all the places where it must
    be named.
    """
    return _packed({**parts, DIGEST_PART: _custom(_digest(parts, note), note)})


def _custom(digest: str, note: str) -> bytes:
    """The part that holds the properties: the digest, and the note in pieces."""
    pieces = [note[at : at + _LONGEST_PROPERTY] for at in range(0, len(note), _LONGEST_PROPERTY)]
    named = {DIGEST_NAME: digest} | {
        f"{NOTE_NAME}-{at}": escape(piece, quote=False) for at, piece in enumerate(pieces, start=1)
    }
    every = (_PROPERTY.format(pid=pid, name=name, value=named[name]) for pid, name in enumerate(named, start=2))
    return _CUSTOM.format(properties="".join(every)).encode()


def _note_of(properties: bytes) -> str:
    """The note among the properties, in whatever order another program has written them."""
    pieces = sorted((int(number), piece) for number, piece in _NOTE.findall(properties))
    return _unescaped("".join(piece.decode(errors="replace") for _, piece in pieces))


def _unescaped(text: str) -> str:
    """As xml.sax.saxutils does it, without an import of a whole web client."""
    for entity, sign in (("&gt;", ">"), ("&lt;", "<"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


def repacked(content: bytes) -> bytes:
    """A package that lies within another: without a clock or a chance order in it, or a seal of its own."""
    return _packed(_parts(content))


def _parts(content: bytes) -> dict[str, bytes]:
    return unpacked(content)


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


def sealed_text(text: str, note: str = "") -> bytes:
    """A Markdown text with its digest as its last line: a comment, which no page shows."""
    body = text.encode(errors="replace") + b"\n"
    body += f"<!-- {NOTE_NAME} {note} -->\n".encode() if note else b""
    return body + f"<!-- {DIGEST_NAME} {_sum(_as_git_may_have_it(body))} -->\n".encode()


def sealed_schema(text: str) -> bytes:
    """A JSON Schema with its digest in ``$comment``, which says nothing of the data."""
    body = text.encode()
    return body.replace(b"{\n", f'{{\n  "$comment": "{DIGEST_NAME} {_sum(body)}",\n'.encode(), 1)


def kind_of(content: bytes) -> Literal["package", "pdf", "text"]:
    """What a file is by its first bytes: one kind is never a newer version of another."""
    return "pdf" if content.startswith(_PDF) else "package" if content.startswith(_ZIP) else "text"


def seal_of(content: bytes) -> Seal | None:
    """The seal of a file; None where we did not make it, or it can't be read."""
    match kind_of(content):
        case "pdf":
            return _seal_on_line(_PDF_LINE, content, _PDF_NOTE)
        case "text":
            lines = _as_git_may_have_it(content)
            return _seal_on_line(_TEXT_LINE, lines, _TEXT_NOTE) or _seal_on_line(_SCHEMA_LINE, lines)
    try:
        parts = _parts(content)
        properties = parts.get(DIGEST_PART, b"")
        said, note = _DIGEST.search(properties), _note_of(properties)
        if said is None:
            return None
        seal = Seal(said[1].decode(), _digest(parts, note), note)
        # in the part that holds the seal, and between and behind the parts, nothing but what we put there
        is_own = properties == _custom(seal.said, note) and _is_all_parts(content)
        return seal if is_own else seal._replace(found=_sum(content))
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, struct.error, zlib.error):
        return None


def _is_all_parts(content: bytes) -> bool:
    """Whether a package is its parts and nothing else: no comment, no byte around or between, no name twice."""
    with ZipFile(BytesIO(content)) as package:
        entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
        start = package.start_dir
    at = 0
    for entry in entries:
        if not at <= entry.header_offset <= at + _MOST_DESCRIPTOR or entry.comment:
            return False
        name, extra = struct.unpack_from("<HH", content, entry.header_offset + _ENTRY_HEAD - 4)
        at = entry.header_offset + _ENTRY_HEAD + name + extra + entry.compress_size
    size, offset, comment = struct.unpack_from("<LLH", content, len(content) - _END_HEAD + 12)
    return (
        len({entry.filename for entry in entries}) == len(entries)
        and at <= start <= at + _MOST_DESCRIPTOR
        and (offset, start + size, comment) == (start, len(content) - _END_HEAD, 0)
    )


def _as_git_may_have_it(text: bytes) -> bytes:
    """With the line ends that any of its versions comes to: no change by a hand."""
    return text.replace(b"\r\n", b"\n")


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _seal_on_line(line: re.Pattern[bytes], content: bytes, note: re.Pattern[bytes] | None = None) -> Seal | None:
    said, noted = line.search(content), note.search(content) if note else None
    if said is None:
        return None
    return Seal(said[1].decode(), _sum(line.sub(b"", content)), noted[1].decode(errors="replace") if noted else "")


def _digest(parts: Mapping[str, bytes], note: str) -> str:
    """SHA-256 over names and bytes of all parts but the one that holds it, and the note."""
    sums = [f"{name} {hashlib.sha256(parts[name]).hexdigest()}" for name in sorted(parts) if name != DIGEST_PART]
    return hashlib.sha256("\n".join([*sums, *([note] if note else [])]).encode(errors="replace")).hexdigest()
