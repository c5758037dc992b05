"""Where a form's columns and rows are: by their hidden marks, else by the words that stand over and in them.

Must not read what was filled in, or choose between rows that are called alike.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from parplan.documents.document import address
from parplan.documents.values import Value
from parplan.options.forms.cells import text_of
from parplan.spelling import bare
from parplan.views.forms.marks import DOCUMENT, FIELDS, KEYS, NOTHING, FormMark, form_mark, row_mark

HIGHEST: Final = 60
"""Rows from the top in which a form's own marks are looked for, however much was put above them."""

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Layout:
    """``top``: the last row of the heads; ``places``: columns by their keys; ``marks``: the one of rows' marks."""

    top: int
    places: Mapping[str, int]
    marks: int | None


def mark_of(rows: Rows) -> FormMark | None:
    """Of which plan, month and unit a sheet is the form; None where it is none."""
    found = (form_mark(cell) for row in rows[:HIGHEST] for cell in row if isinstance(cell, str))
    return next(filter(None, found), None)


def layout_of(rows: Rows, heads: Mapping[str, str]) -> Layout | None:
    """How a sheet is laid out; None where nobody can tell. ``heads``: the columns' keys by their bare titles."""
    by_marks = (_columns(row, {field: field for field in FIELDS}) for row in rows[:HIGHEST])
    by_words = (_columns([bare(text_of(cell)) for cell in row], heads) for row in rows[:HIGHEST])
    for every in (by_marks, by_words):
        top, places = max(enumerate(every), key=lambda found: len(found[1]), default=(0, {}))
        if "status" in places:
            return Layout(top, places, _marks(rows))
    return None


def _columns(row: Sequence[Value], known: Mapping[str, str]) -> dict[str, int]:
    """The columns that a row names; of two that are named alike the first."""
    places: dict[str, int] = {}
    for column, cell in enumerate(row):
        if (key := known.get(text_of(cell))) is not None:
            places.setdefault(key, column)
    return places


def _marks(rows: Rows) -> int | None:
    """The column that says what each row is about."""
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and (cell in (KEYS, DOCUMENT, NOTHING) or row_mark(cell)):
                return column
    return None


def titles_of(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The marks of rows by the bare words of their titles; of a text of several lines also by its first."""
    found: dict[str, list[str]] = {}
    for text, mark in named:
        for title in (bare(text), bare(text.partition("\n")[0])):
            if mark not in found.setdefault(title, []):
                found[title].append(mark)
    found.pop("", None)
    return found


def marks_meant(cells: Sequence[Value], places: Iterable[int], titles: Mapping[str, list[str]]) -> list[str]:
    """The marks of the rows that a row without one may be: those whose title stands in it."""
    filled = set(places)
    for text in (bare(text_of(cell)) for column, cell in enumerate(cells) if column not in filled):
        # its number in the list may stand before it
        if found := titles.get(text) or titles.get(text.lstrip("0123456789 ")):
            return found
    return []


def end_of(rows: Rows, layout: Layout) -> int:
    """The first empty row below all that have marks: what stands under it belongs to the table no more."""
    column = layout.marks
    marked = (n for n, row in enumerate(rows) if column is not None and column < len(row) and row[column])
    last = max((layout.top, *marked))
    return next((n for n in range(last + 1, len(rows)) if not any(map(text_of, rows[n]))), len(rows))


def outside(rows: Rows, layout: Layout, ends: int, known: Container[str]) -> Iterator[str]:
    """The cells with words beside the table, and below its end in rows where nothing is filled in.

    ``known``: the bare titles of the columns that are not to be filled in.
    """
    top = rows[: layout.top + 1]
    heads = (column for row in top for column, cell in enumerate(row) if bare(text_of(cell)) in known)
    filled = set(layout.places.values())
    own = {*filled, *heads, layout.marks}
    for number, row in enumerate(rows):
        said = [column for column, cell in enumerate(row) if bare(text_of(cell))]
        is_below = number > ends and not filled.intersection(said)
        yield from (address(number, column) for column in said if is_below or column not in own)
