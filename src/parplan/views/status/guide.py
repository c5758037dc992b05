"""What is to be done now, as numbered sentences, each with the commands that do it.

Must not choose what there is to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, Final

from parplan.facts.sample import is_sample
from parplan.facts.status.guide import GuideFacts, Name, Step
from parplan.views.setup.next import typed, with_options
from parplan.views.sheet import Block, Sheet
from parplan.words import Words

SCHEMA_VERSION: Final = 1

COMMANDS: Final[Mapping[Name, tuple[str, ...]]] = {
    "errors": ("validate",),
    "units": ("import agencies don-vi.xlsx",),
    "plan": ("import plan ke-hoach.docx --year {year}",),
    "head": ("set {each}",),
    "leads": ("set plan-{year}:tasks.{each}.lead MA-DON-VI",),
    "groups": ('set agencies:groups.{each}.members "MA-DON-VI; MA-DON-VI"',),
    "spare": ("unset agencies:{each}",),
    "behind": ("report --month {before}",),
    "open": ("forms export --month {month}", "new-month {month}"),
    "collect": ("status --silent {seen}", "record --month {month}"),
    "late": ("status --silent {seen}", "remind --month {month}"),
    "report": ("report --month {month}",),
    "check": ("report --check {file}",),
    "overdue": ("status --overdue", "remind"),
    "soon": ("status --due-within {days}",),
    "final": ("report --final",),
}
"""What is typed for each step. ``seen``: the month, or the day that was asked for: of a day that is over, reports
that came after it are missing."""

HEAD: Final = {
    "issuer": "plan-{year}:plan.issuer MA-DON-VI",
    "coordinator": "plan-{year}:plan.coordinator MA-DON-VI",
    "from": "plan-{year}:plan.reporting.from MA-DON-VI",
    "to": "plan-{year}:plan.reporting.to MA-DON-VI",
    "office": "plan-{year}:plan.reporting.signer.office CHUC-VU",
    "signer": "plan-{year}:plan.reporting.signer.name HO-TEN",
    "place": "indexes:places.ten-tinh.name TEN-TINH",
}
"""What of a plan's head is still to be decided, and how it is typed; capitals stand for what only people know."""

_DAYS: Final = {"closes": "closes", "units": "send_by", "office": "office_sends_by"}
"""What machines call the month's days: the second as ``forms status`` does."""


def guide_sheet(facts: GuideFacts, words: Words, given: Mapping[str, Any]) -> Sheet:
    """The day and the month's days, then what there is to do. ``given``: the options that commands take over."""
    plan = facts.standings.plan.plan
    notices = (words("status.sample"),) if is_sample(facts.standings.workspace, facts.standings.plan) else ()
    steps = list(facts.steps())
    lines = tuple(
        line for number, step in enumerate(steps, start=1) for line in _lines(number, step, facts, given, words)
    )
    title = words("guide.to-do", n=len(steps)) if steps else words("guide.nothing")
    return Sheet(plan.title, notices, tuple(_headline(facts, words)), (Block(title, lines=lines),))


def guide_data(facts: GuideFacts, given: Mapping[str, Any]) -> dict[str, Any]:
    """The same for machines."""
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": is_sample(facts.standings.workspace, facts.standings.plan),
        "plan": facts.standings.plan.plan.year,
        "as_of": facts.day.isoformat(),
        "month": str(facts.month) if facts.month and not facts.is_new else None,
        "days": {_DAYS[name]: day.isoformat() for name, day in facts.days.items() if not facts.is_new} or None,
        "steps": [
            {
                "name": step.name,
                "late": step.is_late,
                "values": {
                    name: value if isinstance(value, int) else str(value) for name, value in step.values.items()
                },
                "commands": list(_commands(step, facts, given)),
            }
            for step in facts.steps()
        ],
    }


def _headline(facts: GuideFacts, words: Words) -> Iterator[str]:
    plan, day = facts.standings.plan.plan, facts.day
    if facts.is_new:
        yield words("guide.new", day=day)
    elif facts.is_ahead:
        yield words("guide.ahead", day=day, starts=plan.starts.earliest)
    elif facts.month is None:
        yield words("guide.over", day=day, ends=plan.ends)
    else:
        office = facts.standings.workspace.units.name(plan.reporting.from_)
        key = "guide.closed" if facts.is_closed else "guide.running"
        yield words(key, day=day, month=facts.month, sender=office, **facts.days)
        if facts.register is not None and not facts.register.is_owed:
            yield words("guide.not-owed", month=facts.month)


def _lines(number: int, step: Step, facts: GuideFacts, given: Mapping[str, Any], words: Words) -> Iterator[str]:
    said = words(f"guide.step.{step.name}", month=facts.month or "", **step.values)
    if step.name == "overdue" and step.values["again"]:
        said = f"{said} {words('guide.again', n=step.values['again'])}"
    yield words("guide.line", number=number, text=said)
    yield from (words("guide.command", command=command) for command in _commands(step, facts, given))


def _commands(step: Step, facts: GuideFacts, given: Mapping[str, Any]) -> Iterator[str]:
    year, month, day = facts.standings.plan.plan.year, facts.month, given.get("as_of")
    seen = f"--month {month}" if day is None else f"--as-of {typed(str(day))}"
    for command, each in product(COMMANDS[step.name], step.each or ("",)):
        place = HEAD.get(each, each).format(year=year) if step.name == "head" else each
        yield with_options(command.format(year=year, month=month, seen=seen, each=place, **step.values), given)
