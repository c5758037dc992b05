"""Text in columns as Excel saves it, or plain text: in whichever encoding, with whichever separator.

Must not guess letters: an encoding that nothing speaks for is refused by its name, where it has one.
"""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice
from typing import Final
from unicodedata import normalize

from parplan.documents.document import Paragraph, Table
from parplan.finding import Stop
from parplan.reading.code_pages import code_page

SEPARATORS: Final = ";,\t|"
LONGEST_LOOKED_AT: Final = 64 * 1024
MOST_ROWS: Final = 10_000

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_READ: Final = {"windows-1258": "cp1258"}
"""Old code pages that are read; the letters of others are those of a font."""


def table(raw: bytes) -> Table:
    """A text in columns. Raises Stop for what is none."""
    text = decoded(raw)
    said, _, rest = text.partition("\n")
    if said.lower().startswith("sep=") and len(said.strip()) == len("sep=;"):
        separator, text = said[4], rest
    else:
        separator = _separator(text)
    try:
        rows = list(islice(csv.reader(StringIO(text), delimiter=separator), MOST_ROWS))
    except csv.Error:
        raise Stop("document-damaged") from None
    width = max(map(len, rows), default=0)
    return Table([[*row, *[""] * (width - len(row))] for row in rows])


def paragraphs(raw: bytes) -> tuple[Paragraph, ...]:
    """A plain text, each line that holds anything as a paragraph."""
    lines = (" ".join(line.split()) for line in normalize("NFC", decoded(raw)).splitlines())
    return tuple(Paragraph(line) for line in lines if line)


def decoded(raw: bytes) -> str:
    """The text that bytes stand for. Raises Stop for bytes that nothing speaks for."""
    for mark, encoding in (*_BOMS, (b"", "utf-8")):
        if raw.startswith(mark):
            try:
                text = raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    if unmarked := _unmarked(raw):
        return raw.decode(unmarked)
    named = code_page(raw)
    if named not in _READ:
        raise Stop("document-encoding-of", encoding=named) if named else Stop("document-encoding")
    return normalize("NFC", raw.decode(_READ[named], errors="replace"))


def _unmarked(raw: bytes) -> str | None:
    """UTF-16 without its mark: half of the bytes of a text with Latin letters in it are zeros."""
    for encoding, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if len(raw) % 2 == 0 and zeros and zeros.count(0) * 3 > len(zeros) and not _is_broken(raw, encoding):
            return encoding
    return None


def _is_broken(raw: bytes, encoding: str) -> bool:
    try:
        return "\0" in raw.decode(encoding)
    except UnicodeDecodeError:
        return True


def _separator(text: str) -> str:
    """The sign that cuts the first rows into the most columns alike; Excel's own here, where none does."""
    head = text[:LONGEST_LOOKED_AT]

    def score(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in islice(csv.reader(StringIO(head), delimiter=sign), 50) if row]
        except csv.Error:
            return 0, 0
        alike = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 1
        return (widths.count(alike) if alike > 1 else 0), alike

    return max(SEPARATORS, key=score)
