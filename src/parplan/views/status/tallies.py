"""Tables of assignments counted by state: their columns, a row for a tally, and what stands below.

Must not count, or choose who has a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parplan.facts.breakdown import Counts
from parplan.facts.tally import TALLIED, Tally
from parplan.views.phrases.phrases import Phrases
from parplan.views.table import Column, Row, Table
from parplan.words import Words


def tally_columns(words: Words, first: str) -> tuple[Column, ...]:
    """The columns of a table of tallies; ``first`` is the key of what stands at the left."""
    return (
        Column(words(f"column.{first}"), share=2.6),
        Column(words("column.total"), align="right"),
        Column(words("column.fell-due"), align="right"),
        *(Column(words(f"state.{state.value}.short"), align="right") for state in TALLIED),
        Column(words("column.rate"), align="right", share=1.3),
    )


def tally_row(name: str, tally: Tally, phrases: Phrases, kind: Any = "row") -> Row:
    """One tally under ``tally_columns``."""
    return Row((name, *(str(figure) for figure in tally), phrases.rate(tally)), kind=kind)


def tally_table(made: Counts, words: Words, phrases: Phrases) -> Table:
    """Assignments by state: given to groups, given by name, and both."""
    rows = (
        tally_row(words("row.single"), made.single, phrases),
        tally_row(words("row.common"), made.common, phrases),
        tally_row(words("row.total"), made.total, phrases, kind="total"),
    )
    return Table(tally_columns(words, "group"), rows, note=tally_note(rows, words, phrases))


def tally_note(rows: Iterable[Row], words: Words, phrases: Phrases) -> str:
    """What the short heads mean, and the sign for a rate of nothing, where it stands."""
    heads = phrases.abbreviations(column.title for column in tally_columns(words, "group"))
    return " ".join(filter(None, (heads, phrases.sign_note("no-rate", rows))))
