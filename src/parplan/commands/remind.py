"""parplan remind: the letter, or the messages, to units with overdue or unreported work; what was sent, recorded.

Must not remind of anything while the data hold errors, and must not write over a letter that a hand has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from parplan.checks.papers import is_number
from parplan.commands.destination import STDOUT, form_of, make_folder, make_room, place
from parplan.commands.options import (
    AgencyOption,
    AsOf,
    MonthOption,
    PlanOption,
    Root,
    draw_standings,
    exclude,
    find_members,
    open_workspace,
    parse_day,
)
from parplan.commands.speech import Lang, say
from parplan.edit import edited, with_file, write
from parplan.facts.reminder import ReminderFacts
from parplan.facts.sample import is_sample
from parplan.facts.standing import Standings
from parplan.finding import Stop
from parplan.load import Loaded
from parplan.render.markdown import expand
from parplan.render.out import aside, write_markdown
from parplan.render.out import write as write_text
from parplan.render.resources import template_path
from parplan.render.save import Saved, save
from parplan.render.template import render
from parplan.splice import Add
from parplan.tree import Tree
from parplan.views.reminder import reminder_text, reminder_view
from parplan.views.review import reply_day
from parplan.views.status_facts import StatusFacts
from parplan.where import Where
from parplan.words import Words, words

OFFICIAL = words("vi")
"""Official documents are in Vietnamese, whatever language the program speaks to its user."""


class Form(StrEnum):
    """How a reminder is written out: as a letter, as the Markdown it is made from, or as short messages."""

    docx = "docx"
    md = "md"
    text = "text"


SUFFIXES: Final = {".docx": Form.docx, ".md": Form.md, ".txt": Form.text}
PRINTED: Final = (Form.md, Form.text)


def remind(
    as_of: AsOf = None,
    month: MonthOption = None,
    agency: AgencyOption = None,
    each: Annotated[bool, typer.Option("--each")] = False,
    reply_by: Annotated[str | None, typer.Option("--reply-by")] = None,
    format_: Annotated[Form | None, typer.Option("--format")] = None,
    paper: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    sent: Annotated[str | None, typer.Option("--sent")] = None,
    dated: Annotated[str | None, typer.Option("--date")] = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Ask units for what is overdue and for reports that did not come."""
    exclude({"--sent": sent is not None, "--each": each})
    if (sent is None) is not (dated is None):
        raise Stop("sent-without-date")
    said = say(lang)
    loaded = open_workspace(root)
    if loaded.errors:
        raise Stop("remind-refused", exit_code=1, n=len(loaded.errors))
    standings = draw_standings(loaded, plan, as_of, month)
    _, members = find_members(loaded, agency, said)
    answer_by = parse_day(reply_by) if reply_by else _answer_day(standings)
    facts = ReminderFacts(standings, answer_by, members)
    if not facts.heard_anything:
        raise Stop("remind-unheard", exit_code=1, day=standings.view.day)
    if not facts.agencies:
        told = [said("remind.nothing", day=standings.view.day)]
    elif sent is not None and dated is not None:
        told = [_record(loaded, facts, sent, parse_day(dated), said)]
    else:
        told = list(_write(loaded.root, facts, format_, paper, said, each=each))
    for line in told:
        aside(line)


def _answer_day(standings: Standings) -> date:
    """When the office reports next; where it reports no more, some days from the day one looks from."""
    plan, day = standings.plan.plan, standings.view.day
    next_report = reply_day(StatusFacts(standings))
    return next_report if next_report > day else day + timedelta(days=plan.reporting.due_soon_days)


def _write(
    root: Path, facts: ReminderFacts, asked: Form | None, output: Path | None, said: Words, *, each: bool
) -> Iterator[str]:
    """Write one letter to all, or one to each into a folder; yields what is to be told of it."""
    name = OFFICIAL("remind.file-name", day=facts.standings.view.day.isoformat())
    if each:
        form = asked or Form.docx
        folder = place(root, output, name) if output is None or not output.is_dir() else output
        make_folder(folder)
        for one in facts.each():
            path = place(root, folder, f"{one.agencies[0]}{_suffix(form)}")
            yield from _told(_one(root, one, form, path), form, 1, said)
        return
    form = form_of(output, asked, SUFFIXES, Form.docx, printed=PRINTED)
    wanted = output or (Path(STDOUT) if form is Form.text else None)
    path = place(root, wanted, f"{name}{_suffix(form)}")
    yield from _told(_one(root, facts, form, path), form, len(facts.agencies), said)


def _suffix(form: Form) -> str:
    return next(suffix for suffix, known in SUFFIXES.items() if known is form)


def _told(written: tuple[Path, Saved], form: Form, n: int, said: Words) -> Iterator[str]:
    wanted, saved = written
    if f"report.saved.{saved.reason}" in said:
        yield said(f"report.saved.{saved.reason}", wanted=str(wanted), file=str(saved.path))
    if str(saved.path) != "-":
        yield said("remind.made-texts" if form is Form.text else "remind.made", file=str(saved.path), n=n)


def _one(root: Path, facts: ReminderFacts, form: Form, path: Path) -> tuple[Path, Saved]:
    """One file; "-" is standard output. Messages to several units stand in one text, with a line between them."""
    if form is Form.text:
        write_text("\n".join(reminder_text(one, OFFICIAL) for one in facts.each()), path)
        return path, Saved(path, "new")
    view = reminder_view(facts, OFFICIAL)
    markdown = render("reminder.vi.md.j2", view.values, root)
    if form is Form.md:
        text = expand(markdown, view.page)
        make_room(root, path)
        return path, write_markdown(text, path)
    # Word's library takes longer to import than everything else together
    from parplan.render.document import compose

    document = compose(markdown, view.page, template_path("letterhead.docx", root))
    make_room(root, path)
    return path, save(document, path)


def _record(loaded: Loaded, facts: ReminderFacts, number: str, day: date, said: Words) -> str:
    """Write down that a letter went out, with what it asked for."""
    if not is_number(number):
        raise Stop("paper-number-wrong", text=number)
    plan = facts.standings.plan
    file = f"data/reminders/{plan.plan.year}.yaml"
    known = [r for f in loaded.workspace.reminders if f.where.file == file for r in f.reminders]
    if any((letter.number, letter.date) == (number, day) for letter in known):
        raise Stop("reminder-recorded", number=number, day=day, file=file)
    letter = _letter(facts, number, day)
    if known:
        change = edited(loaded, [Add(Where(file, ("reminders",)), letter)])
    else:
        head: dict[str, Tree] = {"sample": "true"} if is_sample(loaded.workspace, plan) else {}
        change = with_file(loaded, file, {**head, "plan": str(plan.plan.year), "reminders": [letter]})
    if change.new_errors:
        raise Stop("edit-refused", file=file)
    write(loaded.root, change.edits)
    counts = {"n": len(facts.overdue), "reports": len(facts.silent)}
    return said("remind.recorded", number=number, day=day, file=file, **counts)


def _letter(facts: ReminderFacts, number: str, day: date) -> Tree:
    """A letter as it stands in the file: the units of one task and period together."""
    works: dict[tuple[str, str], list[Tree]] = {}
    for standing in facts.overdue:
        owed = standing.assignment
        works.setdefault((owed.task.id, str(owed.period or "")), []).append(owed.agency)
    tasks: list[Tree] = [
        {"task": task, **({"period": period} if period else {}), "agencies": agencies}
        for (task, period), agencies in works.items()
    ]
    letter: dict[str, Tree] = {"number": number, "date": day.isoformat()}
    if tasks:
        letter["tasks"] = tasks
    if facts.silent and facts.month:
        letter["reports"] = [{"month": str(facts.month), "agencies": list(facts.silent)}]
    return letter
