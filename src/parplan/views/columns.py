"""Columns laid out as data: a key into the catalogue, an alignment, a share of the width where none is measured.

Must not hold a head in words.
"""

from typing import NamedTuple

from parplan.views.table import Align, Column
from parplan.words import Words


class Heading(NamedTuple):
    """A column before it is worded: ``key`` and ``group`` are keys under ``column.``; holes are filled by name.

    A formula names another column by its key, and one under a group by both: "{not-done/overdue}".
    """

    key: str
    share: float = 1.0
    align: Align = "center"
    group: str = ""
    formula: str = ""
    values: tuple[tuple[str, str], ...] = ()


def columns(words: Words, headings: tuple[Heading, ...]) -> tuple[Column, ...]:
    """The columns with their heads in words."""
    return tuple(
        Column(
            words(f"column.{heading.key}", **dict(heading.values)),
            group=words(f"column.{heading.group}") if heading.group else "",
            formula=heading.formula,
            align=heading.align,
            share=heading.share,
            key=f"{heading.group}/{heading.key}" if heading.group else heading.key,
        )
        for heading in headings
    )
