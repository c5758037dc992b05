"""A document that somebody sent, opened by what it is, whatever its name says.

Must not know what it is about. What cannot be opened is refused with a reason that says what to do.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from parplan.documents import separated, word, workbook
from parplan.documents.document import Document
from parplan.documents.package import LARGEST_FILE, unpacked
from parplan.finding import Stop
from parplan.system.folder import read

_ZIP: Final = b"PK"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""How an .xls and a .doc begin, and any document with a password."""

_LOCKED, _OLD_WORD = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")
_OTHERS: Final = {b"%PDF": "pdf", b"{\\rtf": "rtf", b"<html": "html", b"<!doctype html": "html", b"<?xml": "xml"}
_DAMAGED: Final = (
    *(BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zlib.error, struct.error),
)
COLUMNS: Final = (".csv", ".tsv")


def open_document(path: Path) -> Document:
    """The document: .docx, .xlsx, .xls, .ods, .csv, .txt. Raises Stop for what cannot be opened."""
    try:
        raw = read(path, LARGEST_FILE)
    except OSError as error:
        raise Stop("document-unreadable", cause=error) from None
    return document_of(raw, path.suffix.lower())


def document_of(raw: bytes, suffix: str = "") -> Document:
    """A document by its bytes; only of a text does the ending say whether it stands in columns."""
    if raw.startswith(_ZIP):
        return _package(raw)
    if raw.startswith(_OLD):
        _must_be_workbook(raw)
        return Document(tuple(workbook.sheets_apart(raw)))
    start = raw[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    other = next((name for sign, name in _OTHERS.items() if start.startswith(sign.lower())), None)
    if other is not None or b"\0\0\0\0" in raw[:512]:
        raise Stop("document-other", form=(other or suffix.lstrip(".")).upper())
    if suffix in COLUMNS:
        return Document((separated.table(raw),))
    if suffix not in (".txt", ".md", ""):  # an ending that promises more than a text
        raise Stop("document-damaged")
    return Document(separated.paragraphs(raw))


def _package(raw: bytes) -> Document:
    try:
        parts = unpacked(raw)
    except _DAMAGED:
        raise Stop("document-damaged") from None
    if any(name.startswith("word/") for name in parts):
        return word.document(parts)
    if b"opendocument.text" in parts.get("mimetype", b""):
        raise Stop("document-other", form="ODT")
    return Document(tuple(workbook.sheets(raw)))


def _must_be_workbook(raw: bytes) -> None:
    if _LOCKED in raw:
        raise Stop("document-locked")
    if _OLD_WORD in raw:
        raise Stop("document-old-word")
