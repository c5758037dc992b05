"""What a proposed task is called: its id by its numbers in the document, its title by its first words.

Must not give two tasks one id, or word a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from parplan.cutting.table.rows import Heading, form_of
from parplan.spelling import clipped, fold, one_line

LONGEST_TITLE: Final = 160
"""In characters; reports print titles in a narrow column."""

SHORTEST_TITLE: Final = 40
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Ids:
    """The ids given so far; ``known`` are taken already."""

    given: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def of(self, section: str, number: str) -> str:
        """The id of a task by its section and its own number; the next one where it has none."""
        count = self._last.get(section, 0) + 1
        if number and form_of(number) == "small":
            return self.free(slug(section + number) or number)
        if number.isdigit():
            self._last[section] = int(number)
        elif form_of(number or "1") != "deeper":
            self._last[section] = count
        return self.free(joined(section, number or str(count)))

    def beside(self, known: str) -> str:
        """The id of a task that goes on under the number of the one before it: I.1, I.1b, I.1c."""
        base = known[:-1] if known[-1:] in LETTERS and known[:-1] in self.given else known
        return self.free(next((one for letter in LETTERS[1:] if (one := base + letter) not in self.given), base))

    def pass_over(self, section: str) -> None:
        """The section is there: what follows it in the one above has the number after it."""
        above, _, number = section.rpartition(".")
        if number.isdigit():
            self._last[above] = max(self._last.get(above, 0), int(number))

    def free(self, wanted: str) -> str:
        """An id that nobody has."""
        made, n = wanted, 1
        while made in self.given:
            n += 1
            made = f"{wanted}-{n}"
        self.given.add(made)
        return made


def beneath(base: str, at: int) -> str:
    """The id of a sentence of what has an id: III.1.1a; III.2a.1 under a letter."""
    return f"{base}.{at + 1}" if base[-1:].islower() or at >= len(LETTERS) else f"{base}{LETTERS[at]}"


def joined(section: str, number: str) -> str:
    """An id out of a section's and its own number: I.1 and 1.2 are I.1.2."""
    first = number.split(".")[0]
    if "." in number and section.split(".")[-1] == first:
        section = ".".join(section.split(".")[:-1])
    return slug(".".join(part for part in (section, number) if part)) or "1"


def section_of(path: Sequence[Heading]) -> str:
    """The numbers of the headings, from the top: III.1; empty where none has one."""
    found: list[str] = []
    for heading in path:
        if heading.number and "." in heading.number:
            own = heading.number.split(".")
            found = [*found[: len(found) - 1], *own] if found and found[-1] == own[0] else [*found, *own]
        elif heading.number:
            found.append(heading.number)
    return ".".join(found)


def slug(text: str) -> str:
    """A text as an id."""
    return re.sub(r"[.]{2,}", ".", re.sub(r"[^A-Za-z0-9.]+", "-", _plain(text))).strip("-.")


def _plain(text: str) -> str:
    return "".join(fold(c).upper() if c.isupper() else fold(c) or " " for c in text)


def title_of(text: str) -> str:
    """The first words of a text, as far as a title goes: a line, a sentence, a part of one."""
    line = one_line(re.sub(r"^\s*[-+*•–]\s*", "", text.strip().split("\n")[0])).rstrip(" .;:,/")
    for sign in (". ", "; ", ": ", ", "):
        if len(line) <= LONGEST_TITLE:
            return line
        cut = line[: LONGEST_TITLE + 1].rfind(sign) if sign == ", " else line.find(sign)
        if SHORTEST_TITLE <= cut <= LONGEST_TITLE:
            return line[:cut]
    return clipped(line, LONGEST_TITLE)
