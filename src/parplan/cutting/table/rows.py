"""The rows below the heads: which are tasks, which are headings of groups, and how each is numbered.

Must not read what a cell means; no row that says anything is passed over but heads said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from parplan.cutting.table.heads import BESIDE, BOTH, KEPT, Headed
from parplan.cutting.vocabulary import begins, is_one_of, listed
from parplan.documents.document import Place
from parplan.spelling import one_line

NUMBER: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)+|\d+|[IVXLC]+|[^\W\d_])(?:[.):/-]+\s*|$)|(?P<roman>[IVX]+)\s+(?=[^\W\d_])"
)
"""A number and what ends it; only a Roman one may stand before a blank alone."""

ORDERS: Final = ("letter", "roman", "digit", "deeper", "small")
"""Forms of numbers, from the highest heading down."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of rows or paragraphs: its number, bare of dots, and its words; either may be empty.

    ``line`` is the whole, as the document has it.
    """

    number: str
    text: str
    line: str = ""

    def __str__(self) -> str:
        return self.line or (f"{self.number}. {self.text}" if self.number else self.text)

    @property
    def order(self) -> int:
        """How deep it stands, by the form of its number; one without a number below all that have one."""
        return ORDERS.index(form_of(self.number)) if self.number else len(ORDERS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that gives a task: its cells by field, what else its row says under which head, where it stands."""

    number: str
    cells: dict[str, str]
    more: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    places: dict[str, Place]
    goes_on: bool = False
    """Whether its number is that of the row before it, or left out among numbers."""

    path: tuple[Heading, ...] = ()
    line: str = ""
    is_hidden: bool = False


@dataclass
class Path:
    """The headings above what is read, as it goes on."""

    headings: list[Heading] = field(default_factory=list)

    def take(self, heading: Heading) -> None:
        """A heading: what stands no higher than it ends there."""
        self.headings = [*(one for one in self.headings if one.order < heading.order), heading]


def form_of(number: str) -> str:
    """The form of a number: I, A, 1, 1.1 or a. One capital is Roman where it can be, as offices begin with I."""
    if re.fullmatch(r"\d+", number):
        return "digit"
    if re.fullmatch(r"\d+(?:\.\d+)+", number):
        return "deeper"
    if re.fullmatch(r"[IVX]+|[IVXLC]{2,}", number):
        return "roman"
    return "letter" if number.isupper() else "small"


def numbered(text: str) -> tuple[str, str]:
    """A number at the beginning of a text, bare of its dots, and the rest."""
    found = NUMBER.match(text)
    return (found["number"] or found["roman"], text[found.end() :].strip()) if found else ("", text)


def bare_number(cell: str) -> str:
    """The number that a cell of numbers holds; empty for a dash or anything else."""
    found = NUMBER.fullmatch(one_line(cell).strip(" .)(") + ".") if cell else None
    return found["number"] if found else ""


def entries(headed: Headed, path: Path) -> Iterator[Row | Heading]:
    """The rows of a table, each under its headings; ``path`` goes on from table to table."""
    rows = [row for row in range(headed.last, len(headed.table.rows)) if _says(headed, row)]
    is_numbered = sum(bool(_number(headed, row)) for row in rows) * 2 > len(rows)
    for at, row in enumerate(rows):
        if headed.is_head(row):
            continue
        heading = _heading(headed, row, rows[at + 1 : at + 2])
        if heading is not None:
            path.take(heading)
        yield heading or _row(headed, row, path, is_numbered=is_numbered)


def shown_cells(headed: Headed, row: int) -> list[str]:
    """What a row says, cell by cell, a cell that is merged across once."""
    table = headed.table
    spots = dict.fromkeys(table.origin(row, column) for column in range(table.width))
    return [one_line(table.text(*spot)) for spot in spots]


def _says(headed: Headed, row: int) -> bool:
    return any(re.search(r"\w", text) for text in shown_cells(headed, row))


def _heading(headed: Headed, row: int, following: Sequence[int]) -> Heading | None:
    """The heading that a row is: nobody is named in it, no day and no product, and it stands above others."""
    table = headed.table
    content = {table.origin(row, column) for column in headed.of("content")}
    beside = [column for held in BESIDE for column in headed.of(held)]
    is_across = any(table.origin(row, column) in content for column in beside)
    # a cell that goes on from the row above belongs to that row too; one across covers what it covers
    if any(table.text(row, c) for c in beside if table.origin(row, c) not in content):
        return None
    number = _number(headed, row)
    named = (text for text in shown_cells(headed, row) if not number or bare_number(text) != number)
    texts = [text for text in named if any(map(str.isalpha, text))]
    if not texts or _is_sum(headed, row):
        return None
    typed, text = numbered(texts[0])
    if is_across or not any(table.text(*spot) for spot in content):
        return Heading(number or typed, text if number or typed else texts[0])
    if len(texts) > 1:
        return None
    is_title = texts[0].isupper() or form_of(typed or "a") in ("roman", "letter")
    stands_above = number and _is_above(number, [_number(headed, other) for other in following])
    # «1. Tiêu chí 2.1» in the column of tasks, above rows that have numbers of their own
    leads = typed and not number and any(_number(headed, other) for other in following)
    if stands_above or (not number and (is_title or leads)):
        return Heading(number or typed, texts[0] if number else text)
    return None


def _is_sum(headed: Headed, row: int) -> bool:
    """Whether a row adds up those above it, and gives nobody anything to do."""
    first = next((text for text in shown_cells(headed, row) if text), "")
    sum_of = begins(first, listed("totals"))
    return sum_of is not None and (is_one_of(first, [sum_of]) or sum_of == listed("totals")[0])


def _is_above(number: str, following: Sequence[str]) -> bool:
    """Whether a row with nothing but a number and a text is a heading: by its form, or by the number below."""
    if form_of(number) in ("roman", "letter"):
        return True
    return any(f"{other}.".startswith(f"{number}.") or form_of(other) == "small" for other in following if other)


def _number(headed: Headed, row: int) -> str:
    columns = headed.of("number")
    return bare_number(headed.table.text(row, columns[0])) if columns else ""


def _row(headed: Headed, row: int, path: Path, *, is_numbered: bool) -> Row:
    table = headed.table
    cells: dict[str, str] = {}
    more: list[tuple[str, str]] = []
    for column, held in enumerate(headed.columns):
        text = table.text(row, column)
        is_own = table.origin(row, column)[1] == column
        if not text or not held:
            continue
        if held == BOTH:
            cells["lead"], _, cells["partners"] = (part.strip() for part in text.partition("/"))
            continue
        if held in KEPT:
            more += [(headed.names[column], text)] if is_own else []
        elif held not in cells:
            cells[held] = text
        elif held == "content" and is_own:  # of two, the first says what the second is part of
            more.append((headed.names[headed.of(held)[0]], cells[held]))
            cells[held] = text
        elif held != "number" and is_own:
            more.append((headed.names[column], text))
    notes = tuple(note for column in range(table.width) for note in table.notes.get((row, column), ()))
    if _is_sum(headed, row):
        cells = {}
    number = _number(headed, row)
    line = " | ".join(shown_cells(headed, row))
    places = {held: table.place(row, headed.of(held)[0]) for held in set(headed.columns)} | {"": table.place(row)}
    goes_on, is_hidden = _goes_on(headed, row, is_numbered), row in table.hidden
    return Row(number, cells, tuple(more), notes, places, goes_on, tuple(path.headings), line, is_hidden)


def _goes_on(headed: Headed, row: int, is_numbered: bool) -> bool:
    """Whether a row has no number of its own in a table that numbers its rows."""
    columns = headed.of("number")
    if not columns or row == headed.last:
        return False
    is_merged = headed.table.origin(row, columns[0])[0] < row
    return is_merged or (is_numbered and not _number(headed, row))
