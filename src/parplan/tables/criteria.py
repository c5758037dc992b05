"""A criteria set as a ministry prints it: each row a criterion, in a tree by its numbers.

Must not give a criterion a maximum that stands elsewhere, or make a rule of scoring out of words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from parplan.documents.document import Place
from parplan.documents.values import Value, shown
from parplan.facts.points.tree import total
from parplan.finding import Stop
from parplan.spelling import bare
from parplan.tables.agencies import slug_of
from parplan.tables.cells import Fault, papers_in, read_score
from parplan.tables.heads import Headed, is_total, vocabulary
from parplan.tables.numbers import following, is_number, is_part, is_small, numbers_of, roman, split

LONGEST_ID: Final = 60


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of the table; ``words`` are its rule and notes as they stand there."""

    id: str
    code: str
    name: str
    parent: str | None
    max: Decimal | None
    evidence: tuple[str, ...]
    words: tuple[str, ...]
    is_yes_no: bool
    at: Place


@dataclass
class Criteria:
    """What a table says: its criteria, the numbers ``restored`` from what Excel made of them, what is wrong.

    ``uneven``: maxima whose parts come to something else; they are the ministry's, and stay as they are.
    """

    rows: list[Criterion] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    uneven: list[Fault] = field(default_factory=list)

    def parts(self, parent: str | None) -> list[Criterion]:
        return [one for one in self.rows if one.parent == parent]

    @property
    def total(self) -> Decimal | None:
        """What the maxima at the top come to; None where one of them is not known."""
        return _sum(self.parts(None))


def _sum(rows: Iterable[Criterion]) -> Decimal | None:
    """What maxima come to, without noughts at the end: it is told."""
    found = total(one.max for one in rows)
    return None if found is None else Decimal(f"{found.normalize():f}")


def read_criteria(headed: Headed) -> Criteria:
    """The criteria of a table, and every cell that is bad."""
    reader = _Reader(headed)
    for row in headed.rows():
        reader.read(row)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self, headed: Headed) -> None:
        self.headed, self.found = headed, Criteria()
        self.is_numbered = any(self._number_and_name(row)[0] for row in headed.rows())
        self.part = self.area = ""  # ids of the headings above
        self.last_part = self.last = ""  # the last heading letter, the last number
        self.own: dict[str, str] = {}  # numbers of this area, and the ids that they became
        self.first: dict[str, Place] = {}
        self.totals: list[tuple[int, Decimal, str]] = []

    def read(self, row: int) -> None:
        """A row: a criterion, what goes on of the one above it, or a sum."""
        numbers, name = self._number_and_name(row)
        if is_total(name) or is_total(self._text(row, "code")):
            self._total(row)
        elif not numbers and not (name and self._most(row) and not self._is_merged_on(row)):
            self._go_on(row, name)
        else:
            try:
                self._take(row, numbers, name)
            except Stop as stop:
                self._fault(row, "code" if self.headed.column("code") is not None else "criterion", stop)

    def _take(self, row: int, numbers: tuple[str, ...], name: str) -> None:
        if not name:
            raise Stop("table-criterion-nameless", code=numbers[0])
        code = self._number(numbers, name)
        parent, id_ = self._stand(code, name)
        at = self.headed.place(row, "criterion")
        if id_ in self.first:
            raise Stop("table-row-twice", text=code or name, first=self.first[id_].row)
        try:
            most = read_score(self._own(row, "max"))
        except Stop as stop:
            self._fault(row, "max", stop)
            most = None
        if most is not None and most < 0:
            self._fault(row, "max", Stop("table-figure-unread", text=str(most)))
            most = None
        self._enter(code, id_)
        self.first[id_] = at
        rule = self._text(row, "rule")
        yes_no = bool(rule) and bare(rule) in {bare(words) for words in vocabulary()["yes-no"]}
        words = tuple(text for text in (rule, self._text(row, "note")) if text)
        self.found.rows.append(Criterion(id_, code, name, parent, most, self._evidence(row), words, yes_no, at))

    def _go_on(self, row: int, name: str) -> None:
        """What has no number and no maximum says more of the criterion above it."""
        if not self.found.rows:
            return
        above = self.found.rows[-1]
        words = (name, self._text(row, "rule"), self._text(row, "note"))
        more = tuple(text for text in words if text and text not in (*above.words, above.name))
        papers = tuple(text for text in self._evidence(row) if text not in above.evidence)
        self.found.rows[-1] = replace(
            above,
            words=above.words + more,
            evidence=above.evidence + papers,
            is_yes_no=above.is_yes_no and not more,
        )

    def _number(self, numbers: tuple[str, ...], name: str) -> str:
        """The number of a row; of several that it may have been, the one that the counting leads to."""
        if len(numbers) < 2:
            if not numbers and self.is_numbered:
                raise Stop("table-criterion-unnumbered", text=name)
            return numbers[0] if numbers else ""
        led_to = {*following(self.last)} - {*self.own}
        fit = [one for one in numbers if one in led_to]
        if len(fit) != 1:
            raise Stop("table-number-unsure", code=numbers[0], text=name, choices=", ".join(fit or numbers[:2]))
        if fit[0] != numbers[0] or len(numbers) > 2:  # a day
            self.found.restored.append(fit[0])
        return fit[0]

    def _stand(self, code: str, name: str) -> tuple[str | None, str]:
        """What a criterion lies in, and its id: its number, with the area's where numbers begin anew there."""
        if not code:
            return None, slug_of(name)[:LONGEST_ID].strip("-")
        if is_part(code, self.last_part):
            return None, code
        if roman(code) is not None:
            return self.part or None, f"{self.part}.{code}" if self.part else code
        if is_small(code):
            if not self.last:
                raise Stop("table-parent-missing", code=code, text=name)
            letter = code if code.isascii() else slug_of(code) * 2
            return self.own[self.last], f"{self.own[self.last]}.{letter}"
        above = code.rpartition(".")[0]
        id_ = code if code not in self.first else f"{self.area or self.part}.{code}"
        if code in self.own:
            id_ = self.own[code]
        if not above or (above in self.own):
            return self.own.get(above) or self.area or self.part or None, id_
        is_below_roman = self.area and above.isdigit() and roman(self.area.rpartition(".")[2]) == int(above)
        if not is_below_roman:
            raise Stop("table-parent-missing", code=code, text=name)
        return self.area, id_

    def _enter(self, code: str, id_: str) -> None:
        if is_number(code):
            self.own[code], self.last = id_, code
        elif code and is_part(code, self.last_part):
            self.part, self.last_part, self.area, self.own, self.last = id_, code, "", {code: id_}, ""
        elif code and not is_small(code):
            self.area, self.own, self.last = id_, {code: id_}, ""

    def _total(self, row: int) -> None:
        try:
            said = read_score(self._own(row, "max"))
        except Stop as stop:
            self._fault(row, "max", stop)
            return
        if said is not None:
            tops = self.found.parts(None)
            self.totals.append((row, said, tops[-1].id if tops else ""))

    def finish(self) -> None:
        """The sums: of the table, which must be right, and of each criterion, which are told."""
        whole = self.found.total
        for row, said, closed in self.totals:
            last = next((one.max for one in self.found.rows if one.id == closed), None)
            if whole is not None and said not in (whole, last):
                self._fault(row, "max", Stop("table-total-other", said=said, sum=whole))
        below: dict[str | None, list[Criterion]] = {}
        for one in self.found.rows:
            below.setdefault(one.parent, []).append(one)
        for one in self.found.rows:
            of_parts = _sum(below.get(one.id, ()))
            if one.max is not None and of_parts is not None and of_parts != one.max:
                stop = Stop("table-parts-uneven", text=one.name, sum=of_parts, max=one.max)
                self.found.uneven.append(Fault(one.at, stop))

    def _number_and_name(self, row: int) -> tuple[tuple[str, ...], str]:
        """The number, in its column or before the name, and the name."""
        name = self._own_text(row, "criterion")
        numbers = numbers_of(self._own(row, "code"))
        if numbers:
            return numbers, name
        number, rest = split(name)
        return ((number,), rest) if number else ((), name)

    def _most(self, row: int) -> str:
        return shown(self._own(row, "max")).strip()

    def _is_merged_on(self, row: int) -> bool:
        column = self.headed.column("criterion") or 0
        return self.headed.table.origin(row, column)[0] != row

    def _own(self, row: int, field: str) -> Value:
        """What stands in a cell of this row itself: not what reaches down from above, or over all columns."""
        column, name = self.headed.column(field), self.headed.column("criterion") or 0
        if column is None:
            return ""
        origin = self.headed.table.origin(row, column)
        is_heading = field != "criterion" and origin == self.headed.table.origin(row, name)
        return "" if origin[0] != row or is_heading else self.headed.value(row, field)

    def _own_text(self, row: int, field: str) -> str:
        return " ".join(shown(self._own(row, field)).split())

    def _text(self, row: int, field: str) -> str:
        """A cell that may be merged over several criteria, and then says the same of each."""
        return " ".join(self._raw(row, field).split())

    def _raw(self, row: int, field: str) -> str:
        column, name = self.headed.column(field), self.headed.column("criterion") or 0
        table = self.headed.table
        if column is None or table.origin(row, column) == table.origin(row, name):
            return ""
        return table.text(row, column)

    def _evidence(self, row: int) -> tuple[str, ...]:
        return tuple(papers_in(self._raw(row, "evidence")))

    def _fault(self, row: int, column: str, stop: Stop) -> None:
        self.found.faults.append(Fault(self.headed.place(row, column), stop))
