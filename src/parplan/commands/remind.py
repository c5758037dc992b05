"""parplan remind: the letter, or the messages, to units with overdue or unreported work; what was sent, recorded.

Must not remind of anything while the data hold errors, and must not write over a letter that a hand has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

from parplan.checks.everywhere.papers import is_number
from parplan.editing.records import head_of_plan, with_record
from parplan.editing.write import write
from parplan.facts.reminder import Owed, ReminderFacts, answer_day, letter_day
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import send_day
from parplan.finding import Stop
from parplan.model.reminder import Reminder
from parplan.options.days import parse_day
from parplan.options.destination import STDOUT, form_of, is_folder, make_folder, make_room, own_name, path_for
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.shared import (
    AgencyOption,
    AsOf,
    MonthOption,
    PlanOption,
    Root,
    day_asked,
    draw_standings,
    exclude,
    exclude_each,
    find_members,
    open_workspace,
)
from parplan.output.files.save import Saved, save
from parplan.output.files.text_out import aloud, aside, write_markdown
from parplan.output.files.text_out import write as write_text
from parplan.output.templates.shipped import template_path
from parplan.output.templates.template import render
from parplan.output.terminal.progress import tracked
from parplan.output.text.markdown import expand
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.system.sweeping import swept
from parplan.views.letters.reminder import reminder_text, reminder_view
from parplan.views.phrases.phrases import Phrases
from parplan.views.setup.next import Then
from parplan.words import Words, words

OFFICIAL = words("vi")
"""Official documents are in Vietnamese, whatever language the program speaks to its user."""


class Form(StrEnum):
    """How a reminder is written out: as a letter, as the Markdown it is made from, or as short messages."""

    docx = "docx"
    md = "md"
    text = "text"


SUFFIXES: Final = {Form.docx: (".docx",), Form.md: (".md",), Form.text: (".txt",)}
PRINTED: Final = (Form.md, Form.text)


def remind(
    as_of: AsOf = None,
    month: MonthOption = None,
    agency: AgencyOption = None,
    each: Annotated[bool, Option("--each")] = False,
    reply_by: Annotated[str | None, Option("--reply-by")] = None,
    format_: Annotated[Form | None, Option("--format")] = None,
    paper: Annotated[Path | None, Option("-o", "--output")] = None,
    sent: Annotated[str | None, Option("--sent")] = None,
    dated: Annotated[str | None, Option("--date")] = None,
    anyway: Annotated[bool, Option("--anyway")] = False,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then | None:
    """Ask units for what is overdue and for reports that did not come."""
    exclude_each(
        {"--sent": sent is not None},
        {"--each": each, "--output": paper is not None, "--format": format_ is not None},
    )
    exclude({"--each": each, f"--output {STDOUT}": str(paper) == STDOUT})
    if (sent is None) is not (dated is None):
        raise Stop("sent-without-date")
    if lang is not None and lang != OFFICIAL.language and sent is None:
        raise Stop("remind-official-only")
    said = say(lang)
    loaded = open_workspace(root)
    if loaded.errors:
        raise Stop("remind-refused", exit_code=1, n=len(loaded.errors))
    standings, day = _look(loaded, plan, as_of, month, dated)
    asked, members = find_members(loaded, agency, said)
    facts = ReminderFacts(Owed(standings, day), _answer_by(standings, day, reply_by), members)
    if not facts.agencies:
        told = [_nothing(facts, asked, sent, said)]
    elif not facts.heard_anything and not anyway:
        raise _unheard(facts)
    elif sent is not None:
        told = [_record(loaded, facts, sent, said)]
    else:
        told = list(_write(loaded.root, facts, asked, format_, paper, said, each=each))
    for line in told:
        aside(line)
    return Then("guide") if sent is not None else None


def _look(
    loaded: Loaded, plan: str | None, as_of: str | None, month: str | None, dated: str | None
) -> tuple[Standings, date]:
    """From where one looks, and the day of the letter: that on which it was sent, else that from which one looks.

    A month's report is looked at as it closed, and asked for once it should have come.
    """
    today = date.today()
    signed = parse_day(dated) if dated is not None else None
    if signed is not None and signed > today:
        raise Stop("sent-in-future", day=signed)
    on = day_asked(loaded, plan, as_of) if as_of is not None else signed or today
    if signed is not None and on > signed:
        raise Stop("sent-before-view", day=signed, view=on)
    if month is None:
        return draw_standings(loaded, plan, on.isoformat(), None), signed or on
    standings = draw_standings(loaded, plan, None, month)
    asked = standings.view.month
    assert asked is not None
    day = signed or (on if as_of is not None else letter_day(standings, asked, today))
    if day <= (last := send_day(standings.plan.plan, asked)):
        raise Stop("remind-too-early", month=asked, last=last, day=day)
    return standings, day


def _answer_by(standings: Standings, day: date, asked: str | None) -> date:
    """Before which day to answer: the one asked for, which must lie after the letter's."""
    if asked is None:
        return answer_day(standings, day)
    answer_by = parse_day(asked)
    if answer_by <= day:
        raise Stop("reply-day-past", day=answer_by, letter=day)
    return answer_by


def _nothing(facts: ReminderFacts, asked: str | None, sent: str | None, said: Words) -> str:
    """That there is nothing to ask: of anybody, of whom one asked about, of the office itself."""
    day, plan = facts.standings.view.day, facts.standings.plan.plan
    phrases = Phrases(said, facts.standings.workspace, plan)
    if sent is not None:
        raise Stop("sent-nothing", exit_code=1, number=sent, day=day)
    if asked is None:
        return said("remind.nothing", day=day)
    if facts.chosen == frozenset([plan.reporting.from_]):
        return said("remind.nothing-own", agency=phrases.agency(asked))
    return said("remind.nothing-of", day=day, agency=phrases.agency(asked))


def _unheard(facts: ReminderFacts) -> Stop:
    """Why no letter is made before any report was written down."""
    if facts.standings.reports.files and facts.month:
        return Stop("remind-month-unheard", exit_code=1, month=facts.month)
    return Stop("remind-unheard", exit_code=1, day=facts.standings.view.day)


def _write(
    root: Path,
    facts: ReminderFacts,
    asked: str | None,
    format_: Form | None,
    paper: Path | None,
    said: Words,
    *,
    each: bool,
) -> Iterator[str]:
    """Write one letter to all, or one to each into a folder; yields what is to be told of it."""
    name = _file_name(facts, asked)
    if each:
        if paper is not None and (paper.suffix.lower(),) in SUFFIXES.values() and not is_folder(paper):
            raise Stop("folder-needed", file=str(paper))
        form = format_ or Form.docx
        # a folder that is there is the one to write into; any other is made, by the name that it is given
        folder = paper if paper is not None and is_folder(paper) else path_for(root, paper, name)
        paths = [
            path_for(root, folder / own_name(one.agencies[0], SUFFIXES[form][0]), name) for one in facts.each()
        ]
        make_folder(folder)
        letters = tuple(zip(facts.each(), paths, strict=True))
        for one, path in swept(tracked(letters, said("progress.letters"))):
            yield from _told(_one(root, one, form, path), form, 1, said)
        return
    form = form_of(paper, format_, SUFFIXES, Form.docx, printed=PRINTED)
    wanted = paper or (Path(STDOUT) if form is Form.text else None)
    path = path_for(root, wanted, f"{name}{SUFFIXES[form][0]}")
    yield from _told(_one(root, facts, form, path), form, len(facts.agencies), said)


def _file_name(facts: ReminderFacts, asked: str | None) -> str:
    """A name that tells the letter's day, the month it is about and whom it goes to: no letter takes another's."""
    month = facts.standings.view.month
    selection = (OFFICIAL.period(month, "file") if month else "", asked or "")
    return "-".join((OFFICIAL("remind.file-name", day=facts.day.isoformat()), *filter(None, selection)))


def _told(written: tuple[Path, Saved], form: Form, n: int, said: Words) -> Iterator[str]:
    wanted, saved = written
    if f"report.saved.{saved.reason}" in said:
        aloud(said(f"report.saved.{saved.reason}", wanted=str(wanted), file=str(saved.path)))
    if str(saved.path) != "-":
        yield said("remind.made-texts" if form is Form.text else "remind.made", file=str(saved.path), n=n)


def _one(root: Path, facts: ReminderFacts, form: Form, path: Path) -> tuple[Path, Saved]:
    """One file; "-" is standard output. Messages to several units stand in one text, with a line between them."""
    if form is Form.text:
        saved = write_text("\n".join(reminder_text(one, OFFICIAL) for one in facts.each()), path)
        return path, saved or Saved(path, "new")
    view = reminder_view(facts, OFFICIAL)
    markdown = render("reminder.vi.md.j2", view.values, root)
    if form is Form.md:
        text = expand(markdown, view.page)
        make_room(root, path)
        return path, write_markdown(text, path)
    # Word's library takes longer to import than everything else together
    from parplan.output.word.document import compose
    from parplan.output.word.packed import packed

    document = compose(markdown, view.page, template_path("letterhead.docx", root))
    make_room(root, path)
    return path, save(packed(document), path)


def _record(loaded: Loaded, facts: ReminderFacts, number: str, said: Words) -> str:
    """Write down that a letter went out, with what it asked for."""
    if not is_number(number):
        raise Stop("paper-number-wrong", text=number)
    plan, day = facts.standings.plan, facts.day
    file = f"data/reminders/{plan.plan.year}.yaml"
    known = [r for f in loaded.workspace.reminders if f.where.file == file for r in f.reminders]
    if any((letter.number, letter.date) == (number, day) for letter in known):
        raise Stop("reminder-recorded", number=number, day=day, file=file)
    letter = _letter(facts, number)
    head = head_of_plan(loaded.workspace, plan)
    change = with_record(loaded, file, head, "reminders", Reminder, ("number", "date"), letter)
    if change.new_errors:
        raise Stop("edit-refused", file=file)
    write(loaded.root, change.edits, "remind --sent")
    counts = {"overdue": len(facts.overdue), "reports": len(facts.silent)}
    asked = said.listed(said(f"remind.recorded-{name}", n=n) for name, n in counts.items() if n)
    return said("remind.recorded", number=number, day=day, file=file, asked=asked)


def _letter(facts: ReminderFacts, number: str) -> dict[str, Tree]:
    """A letter as it stands in the file: the units of one task and period together."""
    works: dict[tuple[str, str], list[Tree]] = {}
    for standing in facts.overdue:
        owed = standing.assignment
        works.setdefault((owed.task.id, str(owed.period or "")), []).append(owed.agency)
    tasks: list[Tree] = [
        {"task": task, **({"period": period} if period else {}), "agencies": agencies}
        for (task, period), agencies in works.items()
    ]
    reports: list[Tree] = [
        {"month": str(month), "agencies": [agency for agency, owed in facts.missing.items() if month in owed]}
        for month in facts.months
    ]
    letter: dict[str, Tree] = {"number": number, "date": facts.day.isoformat()}
    return {**letter, **({"tasks": tasks} if tasks else {}), **({"reports": reports} if reports else {})}
