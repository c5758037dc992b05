"""A list as a spreadsheet is to have it: days that are days, figures that are figures, one record a row.

Must not know how a spreadsheet is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parplan.views.page import Properties
from parplan.views.table import Column, Row, Table
from parplan.words import Words

Cell = str | int | Decimal | date
"""A text, a figure or a day as such: each kind of file writes the three last in its own way."""


@dataclass(frozen=True, slots=True)
class Listing:
    """``tab`` is the sheet's name. ``notices``: what must be known before a figure is believed.

    ``watermark`` stands on every printed page; it is empty for a list that may be sent.
    """

    tab: str
    title: str
    reference: str
    notices: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    properties: Properties
    watermark: str = ""


def text_of(cell: Cell, words: Words) -> str:
    """A cell as text: a day in the way that every spreadsheet reads alike, a figure as people type it."""
    if isinstance(cell, Decimal):  # no spreadsheet takes the sign that is set in print for a minus
        return words.show(cell).replace("\u2212", "-")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def as_table(listing: Listing, words: Words) -> Table:
    """The same as a table of finished strings, with what must be known of it below."""
    rows = tuple(Row(tuple(text_of(cell, words) for cell in row)) for row in listing.rows)
    return Table(listing.columns, rows, note=" ".join(listing.notices))
