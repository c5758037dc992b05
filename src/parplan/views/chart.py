"""A chart as a person reads it: what is drawn, beside what, and its sentence for those who can't see it.

Must not know how Word or Markdown draws it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from parplan.views.table import Table

Kind = Literal["bars", "columns", "lines"]


class Series(NamedTuple):
    """One figure for each category; None where it is unknown, which leaves a gap."""

    name: str
    values: tuple[int | Decimal | None, ...]


class Chart(NamedTuple):
    """``bars`` lie stacked, the first category on top; ``columns`` stand side by side; ``lines`` have markers.

    ``description`` says in words what the eye sees; ``table`` holds the same figures written out. ``axis`` is what
    the figures count, ``decimals`` how many each is printed with, after the custom of ``language`` (BCP 47).
    """

    caption: str
    description: str
    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str
    table: Table
    decimals: int = 0
    language: str = "vi-VN"
