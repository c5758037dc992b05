"""parplan status: what is overdue, due soon, not reported, in difficulty; of all units, or of what was asked for.

Must not leave records with errors unmentioned.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

from parplan.facts.standing import Standings, State
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import Sort, StatusFacts
from parplan.finding import Stop
from parplan.options.days import parse_day
from parplan.options.destination import form_of, moved
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.shared import (
    AgenciesOption,
    AsOf,
    MonthOption,
    PlanOption,
    Root,
    draw_standings,
    exclude,
    exclude_each,
    find_all_members,
    find_task,
    open_workspace,
)
from parplan.output.files.text_out import aloud, write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import pieces
from parplan.views.setup.next import Then
from parplan.views.status.pages import Counted, sheet_of, table_of
from parplan.words import Words


class Format(StrEnum):
    """How a status is written out."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    ics = "ics"


SUFFIXES: Final = {form: (".txt",) if form is Format.table else (f".{form.value}",) for form in Format}


class Bar(StrEnum):
    """What makes the run fail, for scripts."""

    overdue = "overdue"


def status(
    as_of: AsOf = None,
    month: MonthOption = None,
    agency: AgenciesOption = None,
    task: Annotated[str | None, Option("--task")] = None,
    state: Annotated[list[State] | None, Option("--state")] = None,
    search: Annotated[str, Option("--search")] = "",
    overdue: Annotated[bool, Option("--overdue")] = False,
    due_within: Annotated[int | None, Option("--due-within", min=0, max=3660)] = None,
    by: Annotated[Counted | None, Option("--by")] = None,
    silent: Annotated[bool, Option("--silent")] = False,
    for_review: Annotated[bool, Option("--for-review")] = False,
    reply_by: Annotated[str | None, Option("--reply-by")] = None,
    sort: Annotated[Sort, Option("--sort")] = Sort.LATE,
    wide: Annotated[bool, Option("--wide")] = False,
    format_: Annotated[Format | None, Option("--format")] = None,
    output: Annotated[Path | None, Option("-o", "--output")] = None,
    fail_on: Annotated[Bar | None, Option("--fail-on")] = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then:
    """Show how everything owed under a plan stands."""
    exclude({"--by": by is not None, "--silent": silent, "--for-review": for_review})
    form = form_of(output, format_, SUFFIXES, Format.table)
    exclude({"--for-review": for_review, f"--format {form.value}": form not in (Format.table, Format.md)})
    exclude_each({"--format ics": form is Format.ics}, {"--by": by is not None, "--silent": silent})
    of_work = {"--task": task is not None, "--state": bool(state), "--search": bool(search), "--overdue": overdue}
    exclude_each({"--silent": silent}, of_work)  # a report is sent or not, whatever the work
    _refuse_half_a_review(for_review=for_review, has_agency=bool(agency), has_day=reply_by is not None)
    said = say(lang)
    loaded = open_workspace(root)
    standings = draw_standings(loaded, plan, as_of, month)
    found = find_all_members(loaded, agency, said)
    asked, members = _without_sender(standings, *found) if for_review else found
    tasks = frozenset([find_task(standings.plan, task, said, loaded.workspace.left_out).id]) if task else None
    chosen = Selection(members, tasks, frozenset(state) if state else None, search, overdue)
    facts = StatusFacts(standings, chosen, asked, len(loaded.errors), due_within, sort)
    answer_by = _answer_by(facts, reply_by) if for_review else None
    if form is Format.table and output is None:
        terminal.sheet(sheet_of(facts, said, by=by, silent=silent, reply_by=answer_by, wide=wide))
    else:
        _put(_text(facts, said, form, by, silent, answer_by, wide), form, output, said)
    failed = fail_on is Bar.overdue and facts.heard_anything and bool(facts.overdue)
    return Then(_next(facts, month), code=int(failed))


def _next(facts: StatusFacts, month: str | None) -> str:
    """What comes next: mend, remind, report, or whatever the day asks for."""
    if facts.errors:
        return "validate"
    if facts.heard_anything and facts.overdue:
        return "remind"
    return "report" if month is not None else "guide"


def _refuse_half_a_review(*, for_review: bool, has_agency: bool, has_day: bool) -> None:
    """Refuse a list for review that is nobody's, and a day to reply by where there is no such list."""
    if for_review and not has_agency:
        raise Stop("agency-needed")
    if has_day and not for_review:
        raise Stop("reply-without-review")


def _without_sender(
    standings: Standings, asked: tuple[str, ...], members: frozenset[str] | None
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Those to whom a list goes for review: not the office that sends it, which has its own before it."""
    sender = standings.plan.plan.reporting.from_
    others = (members or frozenset()) - {sender}
    if not others:
        raise Stop("review-own", agency=standings.workspace.units.name(sender))
    return tuple(name for name in asked if name != sender), others


def _answer_by(facts: StatusFacts, asked: str | None) -> date:
    """Before which day to answer: the one asked for, which must lie after the day that the list tells of."""
    if asked is None:
        from parplan.views.status.review import reply_day

        return reply_day(facts)
    answer_by, view = parse_day(asked), facts.standings.view.day
    if answer_by <= view:
        raise Stop("review-day-past", day=answer_by, view=view)
    return answer_by


def _put(text: str | Iterable[str], form: Format, output: Path | None, said: Words) -> None:
    """Write it out, and tell where it lies if that is not where it was asked for."""
    saved = write(text, output, beside=form not in (Format.json, Format.ics))
    for sentence in moved(saved, output, said):
        aloud(sentence)


def _text(
    facts: StatusFacts,
    said: Words,
    form: Format,
    by: Counted | None,
    silent: bool,
    answer_by: date | None,
    wide: bool,
) -> str | Iterable[str]:
    """The status as a text of that form; what writes it is imported here, for most days nobody asks for it."""
    match form:
        case Format.json:
            from parplan.views.status.data import status_data

            return pieces(status_data(facts, by))
        case Format.csv:
            from parplan.output.excel.csv import csv_text

            return csv_text(table_of(facts, said, by=by, silent=silent))
        case Format.ics:
            from parplan.output.text.ics import ics_text
            from parplan.views.status.calendar import due_days

            return ics_text(due_days(facts, said))
    made = sheet_of(facts, said, by=by, silent=silent, reply_by=answer_by, wide=wide)
    if form is Format.table:
        return terminal.plain(lambda page: terminal.draw_sheet(made, page))
    from parplan.output.text.markdown_sheet import markdown

    return markdown(made)
