"""A table of one place's scores: each row a criterion of the set, found by its number and its name.

Must not take a row for a criterion whose name says another, or fill an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from parplan.documents.document import Place
from parplan.facts.points.tree import Tree
from parplan.finding import Stop
from parplan.spelling import bare, closest
from parplan.tables.cells import Code, Fault, papers_in, read_code, read_score
from parplan.tables.heads import Headed, is_total

KINDS: Final = ("self", "first", "second", "appraised", "survey")


@dataclass(frozen=True, slots=True)
class Scored:
    """One score of one criterion, and where it stands; ``papers`` prove it, and are the place's own."""

    ref: str
    kind: str
    score: Decimal
    note: str
    place: Place
    papers: tuple[str, ...] = ()
    papers_at: Place | None = None


@dataclass
class Scores:
    """What a table says: its scores, its total in each column of scores, and what is wrong."""

    parts: list[Scored] = field(default_factory=list)
    totals: dict[str, Decimal] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_scores(headed: Headed, tree: Tree, unnamed: str) -> Scores:
    """The scores of a table; ``unnamed`` is the kind of a column that says only «score»."""
    reader = _Reader(headed, tree, unnamed)
    for row in headed.rows():
        reader.read(row)
    return reader.found


class _Reader:
    def __init__(self, headed: Headed, tree: Tree, unnamed: str) -> None:
        self.headed, self.tree, self.found = headed, tree, Scores()
        self.kinds = {kind: kind for kind in KINDS if headed.column(kind) is not None}
        if headed.column("score") is not None and unnamed not in self.kinds:
            self.kinds["score"] = unnamed
        self._first: dict[str, Place] = {}
        self._by_code = {c.code: ref for ref, c in tree.criteria.items() if c.code is not None}
        self._by_name: dict[str, list[str]] = {}
        for ref, criterion in tree.criteria.items():
            self._by_name.setdefault(bare(criterion.name), []).append(ref)

    def read(self, row: int) -> None:
        """A row: a criterion with its scores, the total, or a heading that has none."""
        name = self.headed.text(row, "criterion")
        try:
            if is_total(name) or is_total(self.headed.text(row, "code")):
                self.found.totals |= {kind: score for kind, score, _ in self._cells(row, self.tree.index.scale)}
                return
            ref = self._criterion(row, name)
        except Stop as stop:
            if any(self.headed.text(row, column) for column in self.kinds):
                self._fault(row, "criterion", stop)
            return
        if ref in self._first:
            self._fault(row, "criterion", Stop("table-row-twice", text=name, first=self._first[ref].row))
            return
        self._first[ref] = self.headed.place(row, "criterion")
        self._take(row, ref)

    def _take(self, row: int, ref: str) -> None:
        criterion = self.tree.criteria[ref]
        try:
            most = read_score(self.headed.value(row, "max"))
        except Stop as stop:
            self._fault(row, "max", stop)
            return
        if most is not None and criterion.max is not None and most != criterion.max:
            self._fault(row, "max", Stop("table-max-other", max=most, known=criterion.max))
            return
        for kind, score, column in self._cells(row, criterion.max):
            is_survey = criterion.scoring is not None and criterion.scoring.is_survey and kind != "self"
            note = self.headed.text(row, "note")
            place = self.headed.place(row, column)
            # who scores himself proves it; in a table of one kind of scores there is nobody else
            papers = self._papers(row) if kind == "self" or len(self.kinds) == 1 else ()
            at = self.headed.place(row, "evidence") if papers else None
            self.found.parts.append(Scored(ref, "survey" if is_survey else kind, score, note, place, papers, at))

    def _papers(self, row: int) -> tuple[str, ...]:
        column = self.headed.column("evidence")
        return () if column is None else tuple(papers_in(self.headed.table.text(row, column)))

    def _cells(self, row: int, most: Decimal | None) -> Iterator[tuple[str, Decimal, str]]:
        """The scores of a row, each with its kind and its column; what cannot be read is a fault."""
        for column, kind in self.kinds.items():
            try:
                score = read_score(self.headed.value(row, column), most)
            except Stop as stop:
                self._fault(row, column, stop)
                continue
            if score is not None:
                yield kind, score, column

    def _criterion(self, row: int, name: str) -> str:
        """Which criterion a row is of: by its number, unless its name says another. Raises Stop."""
        code = read_code(self.headed.value(row, "code"))
        named = self._by_name.get(bare(name), [])
        by_code = self._by_code.get(code.text) if code else None
        if by_code is not None and (by_code in named or (code and code.is_sure and self._is_like(by_code, name))):
            return by_code
        if len(named) == 1 and (code is None or by_code is None or not code.is_sure):
            return named[0]
        raise self._unfound(code, name, by_code)

    def _is_like(self, ref: str, name: str) -> bool:
        """Whether a name may be that of a criterion, shortened or spelt otherwise."""
        known, said = bare(self.tree.criteria[ref].name), bare(name)
        return not said or known.startswith(said) or said.startswith(known) or closest(said, [known]) is not None

    def _unfound(self, code: Code | None, name: str, by_code: str | None) -> Stop:
        if code is not None and not code.is_sure and code.text:
            return Stop("table-code-unsure", code=code.text, text=name)
        if by_code is not None and code is not None:
            return Stop("table-code-other", code=code.text, text=name, known=self.tree.criteria[by_code].name)
        near = closest(bare(name), self._by_name)
        meant = self.tree.criteria[self._by_name[near][0]].name if near else ""
        return Stop("table-criterion-unknown", text=name or (code.text if code else ""), near=meant or None)

    def _fault(self, row: int, column: str, stop: Stop) -> None:
        self.found.faults.append(Fault(self.headed.place(row, column), stop))
