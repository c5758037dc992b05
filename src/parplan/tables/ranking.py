"""A table of many places' scores and ranks: each row a place.

Must not take a rank from a row's number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from parplan.documents.document import Place
from parplan.finding import Stop
from parplan.tables.cells import Fault, read_rank, read_score
from parplan.tables.heads import Headed, is_total


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row says of a place."""

    place: str
    score: Decimal | None
    rank: int | None
    group: str
    at: Place


@dataclass
class Places:
    """What a table says, and what is wrong."""

    rows: list[Standing] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_ranking(headed: Headed, find: Callable[[str], str], scale: Decimal) -> Places:
    """The places of a table; ``find`` gives the id of a name, and raises Stop for one that nobody knows."""
    found = Places()
    first: dict[str, Place] = {}
    for row in headed.rows():
        name = headed.text(row, "place")
        told = [headed.text(row, field) for field in ("score", "rank")]
        if not name or is_total(name) or not any(told):
            continue  # a heading of rows, or their sum
        field = "place"
        try:
            place = find(name)
            if place in first:
                raise Stop("table-row-twice", text=name, first=first[place].row)
            first[place] = headed.place(row, "place")
            field = "score"
            score = read_score(headed.value(row, "score"), scale)
            field = "rank"
            rank = read_rank(headed.value(row, "rank"))
        except Stop as stop:
            found.faults.append(Fault(headed.place(row, field), stop))
            continue
        if score is not None or rank is not None:
            found.rows.append(Standing(place, score, rank, headed.text(row, "group"), headed.place(row, "place")))
    return found
