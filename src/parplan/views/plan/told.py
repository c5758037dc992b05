"""What is told of a proposed plan: what was found, what was not taken, and each decision at its line.

Must not leave out a decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parplan.cutting.drafts import Doubt, Proposal
from parplan.documents.document import Place, Table
from parplan.words import Words

KINDS: Final = ("once", "periodic", "ongoing", "on-event", "general")


def place_words(place: Place, words: Words) -> str:
    """Where something stands, as whoever opens the document sees it."""
    kind = "sheet" if place.tab else "word" if place.table else "text"
    values = {"tab": place.tab, "table": str(place.table), "row": str(place.row), "column": str(place.column)}
    return words(f"place.{kind}-{'cell' if place.column else 'row'}", cell=place.cell, **values)


def doubt_words(doubt: Doubt, words: Words) -> str:
    """What is to be decided, in a sentence."""
    return words(f"import.doubt.{doubt.what}", **doubt.values)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is left to a person, at a line of a file, and where it stands in the document."""

    file: str
    line: int
    doubt: Doubt
    place: Place | None = None


def decision_lines(decisions: Sequence[Decision], words: Words) -> Iterator[str]:
    """How many there are, and each with its file and line; those that say the same, together."""
    if decisions:
        yield words("import.decide", n=len(decisions))
    together: dict[tuple[str, str], list[Decision]] = {}
    for one in decisions:
        together.setdefault((one.file, doubt_words(one.doubt, words)), []).append(one)
    for (file, sentence), same in together.items():
        lines = ", ".join(str(one.line) for one in same)
        place = same[0].place if len(same) == 1 else None
        at = f" ({place_words(place, words)})" if place else ""
        yield f"{file}:{lines}: {sentence}{at}"


def summary(proposal: Proposal, file: str, year: str, words: Words) -> Iterator[str]:
    """What was found, and what was not taken."""
    kinds = Counter(draft.kind for draft in proposal.drafts)
    counted = words.listed(
        [words("import.kind", kind=words(f"kind.{kind}"), n=kinds[kind]) for kind in KINDS if kind in kinds]
    )
    yield words("import.made", year=year, n=len(proposal.drafts), kinds=counted, file=file)
    if proposal.units:
        names = words.listed([unit.name for unit in proposal.units])
        yield words("import.units", n=len(proposal.units), names=names)
    for table in proposal.left:
        yield words(
            "import.left", place=_table_words(table, words), rows=len(table.rows), number=str(table.number)
        )
    if proposal.text_left:
        yield words("import.text-left", begins=proposal.text_left)
    for place in proposal.rows_left:
        yield words("import.row-left", place=place_words(place, words))


def _table_words(table: Table, words: Words) -> str:
    return words("place.tab", tab=table.tab) if table.tab else words("place.table", table=str(table.number))
