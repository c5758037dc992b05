"""Who sent a report, and how every unit stood month by month.

Must not accuse: a unit that has sent nothing is said to have sent nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from parplan.calendar.period import Period
from parplan.facts.status.punctuality import Cell, Sending, UnitReport, by_month
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import Sort, StatusFacts
from parplan.views.columns import Heading, columns
from parplan.views.phrases.notices import notices
from parplan.views.phrases.phrases import Phrases
from parplan.views.sheet import Block, Sheet
from parplan.views.status.overview import headline
from parplan.views.table import Column, Row, Table, Tone
from parplan.words import Words

_RECEIVED: Final = (
    Heading("agency-long", 3.0, "left"),
    Heading("month-report", 1.4, "left"),
    Heading("received", 1.2, "left"),
    Heading("days-late-sent", 1.0, "right"),
    Heading("in-a-row", 1.2, "right"),
)
_TONES: Final[dict[Sending, Tone]] = {
    Sending.SILENT: "bad",
    Sending.LATE: "warn",
    Sending.UNDATED: "plain",
    Sending.IN_TIME: "plain",
}
_WORST_FIRST: Final = (Sending.SILENT, Sending.LATE)
_TO_URGE: Final = frozenset(_WORST_FIRST)


def silent_view(facts: StatusFacts, words: Words) -> Sheet:
    """Every unit's report for the newest month of reports: the silent first, then the late."""
    title = words("status.received.title", month=facts.month) if facts.month else ""
    table = silent_table(facts, words)
    return _sheet(facts, words, Block(title, table, _summary(facts, words)))


def silent_table(facts: StatusFacts, words: Words, *, to_sort: bool = False) -> Table:
    """The table alone; days ``to_sort`` are written in the one way that every spreadsheet reads alike."""
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    reports = list(facts.unit_reports)
    if facts.sort is Sort.LATE:
        reports.sort(key=_how_bad)
    rows = tuple(
        _report_row(report, words, phrases, date.isoformat if to_sort else words.day) for report in reports
    )
    why = "too-early" if facts.is_open else "not-asked" if facts.month else "none"
    empty = words(f"status.received.{why}", month=facts.month)
    return Table(columns(words, _RECEIVED), rows, empty=empty)


def _how_bad(report: UnitReport) -> tuple[int, int, int]:
    """The silent first, the longest silent before the rest; then the late; the others as offices print them."""
    if report.sending not in _TO_URGE:
        return (len(_WORST_FIRST), 0, 0)
    return (_WORST_FIRST.index(report.sending), -report.in_a_row, -report.days_late)


def _summary(facts: StatusFacts, words: Words) -> tuple[str, ...]:
    counted = {sending: sum(1 for r in facts.unit_reports if r.sending is sending) for sending in Sending}
    if not facts.unit_reports:
        return ()
    sent, asked = len(facts.unit_reports) - counted[Sending.SILENT], len(facts.unit_reports)
    if facts.is_open:
        return (words("status.received.so-far", n=sent),)
    if facts.register and not facts.register.is_owed:
        return (words("status.received.not-owed", n=sent),)
    if not sent:
        return (words("status.received.nobody", asked=asked),)
    told = ((name, counted[Sending(name)]) for name in ("late", "undated"))
    late = [words(f"status.received.{name}", n=n) for name, n in told if n] or [words("status.received.late-none")]
    silent = counted[Sending.SILENT]
    rest = words("status.received.silent" if silent else "status.received.silent-none", n=silent)
    return (words("status.received.summary", sent=sent, asked=asked, late=", ".join(late), silent=rest),)


def _report_row(report: UnitReport, words: Words, phrases: Phrases, written: Callable[[date], str]) -> Row:
    late = str(report.days_late) if report.days_late else ""
    in_a_row = words("status.received.months", n=report.in_a_row) if report.sending in _TO_URGE else ""
    received = written(report.received) if report.received else ""
    cells = (phrases.agency(report.agency), words(f"sending.{report.sending.value}"), received, late, in_a_row)
    return Row(cells, tone=_TONES[report.sending])


def months_view(facts: StatusFacts, words: Words) -> Sheet:
    """How each unit stood at the close of each month: done of what had fallen due, and whether it reported."""
    return _sheet(facts, words, Block(words("status.months.title"), months_table(facts, words)))


def months_table(facts: StatusFacts, words: Words) -> Table:
    """The table alone: a row for each unit, a column for each closed month."""
    months, units = _by_month(facts)
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    heads = (Column(words("column.agency-long"), share=2.6), *(Column(_capital(words.period(m))) for m in months))
    rows = tuple(
        Row((phrases.agency(unit), *(_cell(cells.get(unit), words) for cells in months.values())))
        for unit in units
    )
    return Table(heads, rows, note=words("status.months.note"), empty=_no_months(months, words))


def months_apart(facts: StatusFacts, words: Words) -> Table:
    """The same with every figure in a column of its own: a spreadsheet takes 1/1 for the first of January."""
    months, units = _by_month(facts)
    phrases = Phrases(words, facts.standings.workspace, facts.standings.plan.plan)
    names = ("done", "fell-due", "month-report")
    heads = [Column(words(f"column.{name}"), group=_capital(words.period(m))) for m in months for name in names]
    rows = tuple(
        Row(
            (phrases.agency(unit), *(text for cells in months.values() for text in _apart(cells.get(unit), words)))
        )
        for unit in units
    )
    note = words("status.months.note-apart")
    return Table((Column(words("column.agency-long")), *heads), rows, note=note, empty=_no_months(months, words))


def _apart(cell: Cell | None, words: Words) -> tuple[str, str, str]:
    if cell is None:
        return ("", "", "")
    sent = words(f"sending.{cell.sending.value}") if cell.sending is not None else ""
    return (str(cell.tally.done_of_due), str(cell.tally.fell_due), sent)


def _no_months(months: Mapping[Period, object], words: Words) -> str:
    return words("status.listed.none" if months else "status.months.none")


def _by_month(facts: StatusFacts) -> tuple[dict[Period, dict[str, Cell]], list[str]]:
    """Every closed month, and the units to tell of: where work was asked for, those that owe any of it."""
    months = by_month(facts.standings, facts.chosen)
    owing = {unit for cells in months.values() for unit, cell in cells.items() if cell.tally.total}
    narrow = facts.chosen != Selection(facts.chosen.agencies)
    every = dict.fromkeys(unit for cells in months.values() for unit in cells)
    return months, [unit for unit in every if unit in owing or not narrow]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cell(cell: Cell | None, words: Words) -> str:
    if cell is None:
        return ""
    made = cell.tally
    figures = words("status.months.cell", done=made.done_of_due, due=made.fell_due) if made.fell_due else "-"
    if cell.sending is None or cell.sending not in _TO_URGE:
        return figures
    return words(f"status.months.{cell.sending.value}", figures=figures)


def _sheet(facts: StatusFacts, words: Words, block: Block) -> Sheet:
    first = notices(facts.standings, facts.errors, words)
    return Sheet(facts.standings.plan.plan.title, first, headline(facts, words), (block,))
