"""Which parts of a workbook of Excel hold its sheets, in their order, and to which others each of them leads.

Must not open a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath, split
from typing import Final

BOOK: Final = "xl/workbook.xml"

_SHEET: Final = re.compile(rb'<(?:\w+:)?sheet\b[^>]*\b(?:\w+:)id="([^"]+)"')
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]+)"'), re.compile(rb'\bTarget="([^"]+)"')


def sheet_parts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The names of the parts; empty for a sheet whose part nobody finds."""
    relations = related(BOOK, parts)
    yield from (relations.get(name, "") for name in _SHEET.findall(parts.get(BOOK, b"")))


def related(name: str, parts: Mapping[str, bytes]) -> dict[bytes, str]:
    """The parts that a part refers to, by the names that it has for them."""
    folder, own = split(name)
    relations: dict[bytes, str] = {}
    for said in _RELATION.findall(parts.get(f"{folder}/_rels/{own}.rels", b"")):
        known, target = _ID.search(said), _TARGET.search(said)
        if known and target:
            relations[known[1]] = normpath(join("/", folder, target[1].decode(errors="replace"))).lstrip("/")
    return relations
