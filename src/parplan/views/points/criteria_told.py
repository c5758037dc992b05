"""What is told of a criteria set that was read: how many there are of each level, what they come to.

Must not count what the table does not say.
"""

from __future__ import annotations

from parplan.model.index import Index
from parplan.tables.criteria import Criteria
from parplan.words import Words


def told_of(found: Criteria, index: Index, name: str, words: Words) -> tuple[str, ...]:
    """A sentence of the set, and one of the numbers that Excel had changed."""
    counts = {"n": len(found.rows), "tops": len(found.parts(None)), "index": index.called, "set": name}
    known = found.total
    key = "table.criteria" if known is not None else "table.criteria-partly"
    told = (words(key, **counts, sum=known, unit=index.unit),)
    restored = ", ".join(found.restored)
    return (*told, words("table.restored", codes=restored)) if restored else told
