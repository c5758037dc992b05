"""The parts of a Word document as trees, asked by local names: Word has two families of namespaces for one thing.

Must not know what an element means, or take in a part that brings entities of its own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

MAIN: Final = "officeDocument"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name; None without it, or without an element."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number; None for any other."""
    text = attribute(element, name) or ""
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else None


def child(element: Element | None, *names: str) -> Element | None:
    """What is found on a way of local names."""
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def is_on(element: Element | None) -> bool:
    """Whether a mark is there and is not switched off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def parsed(part: bytes) -> Element:
    """A part's tree. Raises ParseError, also for one with a document type: no office writes one."""
    if b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part:
        raise ParseError("a document type")
    return fromstring(part)


class Parts:
    """The parts of a package, found by what relates them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self.main = next(self._related("", MAIN), "word/document.xml")

    def root(self, kind: str = MAIN) -> Element | None:
        """The main part, or the one of that kind that goes with it; None where there is none."""
        name = self.main if kind == MAIN else next(self._related(self.main, kind), "")
        return parsed(self._parts[name]) if name in self._parts else None

    def _related(self, source: str, kind: str) -> Iterator[str]:
        folder, _, name = source.rpartition("/")
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        for one in parsed(self._parts[file]) if file in self._parts else ():
            if (attribute(one, "Type") or "").rpartition("/")[2] == kind:
                yield posixpath.normpath(posixpath.join("/", folder, attribute(one, "Target") or ""))[1:]
