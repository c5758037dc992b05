"""What is told of a criteria set that was read: how many there are, what they come to, and their tree.

Must not count what the table does not say.
"""

from __future__ import annotations

from typing import Final

from parplan.model.index import Index
from parplan.tables.criteria import Criteria, Criterion
from parplan.views.columns import Heading, columns
from parplan.views.table import Row, Table, without_empty_columns
from parplan.words import Words

INDENT: Final = "  "

TREE: Final = (
    Heading("criterion", 3.6, "left"),
    Heading("maximum", 0.9, "right"),
    Heading("step", 2.4, "left"),
    Heading("evidence-asked", 2.4, "left"),
)


def told_of(found: Criteria, index: Index, name: str, words: Words) -> tuple[str, ...]:
    """A sentence of the set, and one of the numbers that Excel had changed."""
    counts = {"n": len(found.rows), "tops": len(found.parts(None)), "index": index.called, "set": name}
    known = found.total
    key = "table.criteria" if known is not None else "table.criteria-partly"
    told = (words(key, **counts, sum=known, unit=index.unit),)
    restored = ", ".join(found.restored)
    return (*told, words("table.restored", codes=restored)) if restored else told


def criteria_tree(found: Criteria, words: Words) -> Table:
    """Every criterion under what it lies in, with its maximum, its rule as it stands, and the papers asked for."""
    depths: dict[str | None, int] = {None: 0}
    rows = []
    for one in found.rows:
        depths[one.id] = depths[one.parent] + 1
        rows.append(_branch(one, depths[one.parent], words))
    return without_empty_columns(Table(columns(words, TREE), tuple(rows)))


def _branch(one: Criterion, depth: int, words: Words) -> Row:
    called = f"{one.code} {one.name}" if one.code else one.name
    most = "" if one.max is None else words.number(one.max)
    cells = (INDENT * depth + called, most, "; ".join(one.words), words.listed(one.evidence))
    return Row(cells, kind="row" if depth else "total")
