"""Which parts of a workbook of Excel hold its sheets, in the order in which they stand in it.

Must not open a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import Final

BOOK: Final = "xl/workbook.xml"

_SHEET: Final = re.compile(rb'<(?:\w+:)?sheet\b[^>]*\b(?:\w+:)id="([^"]+)"')
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]+)"'), re.compile(rb'\bTarget="([^"]+)"')


def sheet_parts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The names of the parts; empty for a sheet whose part nobody finds."""
    relations: dict[bytes, str] = {}
    for said in _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b"")):
        name, target = _ID.search(said), _TARGET.search(said)
        if name and target:
            relations[name[1]] = normpath(join("/xl", target[1].decode(errors="replace"))).lstrip("/")
    yield from (relations.get(name, "") for name in _SHEET.findall(parts.get(BOOK, b"")))
