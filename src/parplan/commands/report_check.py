"""parplan report --check FILE: whether what a report tells still holds, by the options that its seal says.

Must not draw the report: a new wording, template or version of the program makes no report stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parplan.calendar.period import Period
from parplan.facts.report.gist import VERSION, changed
from parplan.finding import Stop
from parplan.model.report_time import report_period
from parplan.options.days import parse_day
from parplan.options.report import asked_again, asked_unit
from parplan.options.shared import PeriodAsked, choose_plan
from parplan.output.files.made_report import find_report
from parplan.output.files.seal_note import Made
from parplan.output.templates.shipped import template_digest
from parplan.reading.load import Loaded
from parplan.views.phrases.phrases import Phrases
from parplan.views.report.messages import check_messages
from parplan.words import Words

FINE, FOUND = 0, 1


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of the report that is to be checked: nothing is needed, all may be given."""

    period: PeriodAsked
    plan: str | None
    unit: str | None
    charts: bool
    gap: bool
    as_of: str | None
    lang: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say, and the exit code."""

    sentences: tuple[str, ...]
    code: int


def check_report(loaded: Loaded, path: Path, given: Given, said: Words) -> Checked:
    """Hold the report at ``path`` against the data of today. Raises Stop where that can't be done."""
    found = find_report(path)
    made, period = found.made, _period(path, found.made)
    if made.version != VERSION:
        raise Stop("report-other-version", file=str(path), options=made.options(period.months))
    asked = asked_again(loaded, made, said)
    parts = changed(made.told, asked.told_as(made.form))
    other, beside = _others(loaded, given, made, said), tuple(_beside(given, made, period))
    is_new = bool(made.template) and made.template != _template(loaded, made)
    sentences = check_messages(
        str(path),
        parts,
        Phrases(said, loaded.workspace, asked.plan.plan),
        options=made.options(period.months),
        differing=(*other, *beside),
        is_whole=found.is_whole,
        is_reworded=is_new,
    )
    return Checked(tuple(sentences), FINE if found.is_whole and not parts and not other else FOUND)


def _period(path: Path, made: Made) -> Period:
    try:
        return report_period(made.period)
    except ValueError:
        raise Stop("report-unmarked", file=str(path)) from None


def _template(loaded: Loaded, made: Made) -> str:
    name = "own-report" if made.agency else "report"
    return template_digest(f"{name}.{made.lang}.md.j2", loaded.root)


def _others(loaded: Loaded, given: Given, made: Made, said: Words) -> tuple[str, ...]:
    """The options that ask for another report than this one."""
    found = []
    if given.period.is_given:
        file, period = given.period.choose(loaded, given.plan)
        if (file.plan.year, str(period)) != (made.plan, made.period):
            there = replace(made, plan=file.plan.year, period=str(period))
            found.append(there.asked_period(period.months))
    elif given.plan is not None and choose_plan(loaded, given.plan).plan.year != made.plan:
        found.append(f"--plan {given.plan}")
    if given.unit is not None and (unit := asked_unit(loaded, given.unit, said)) != made.agency:
        found.append(f"--agency {unit}")
    return tuple(found)


def _beside(given: Given, made: Made, period: Period) -> Iterator[str]:
    """The options that ask for the same report in another look; a longer period's has its charts anyway."""
    if given.charts and not made.charts and period.months == 1:
        yield "--charts"
    if given.gap and not made.gap:
        yield "--gap"
    if given.as_of is not None and (day := parse_day(given.as_of).isoformat()) != made.as_of:
        yield f"--as-of {day}"
    if given.lang is not None and given.lang != made.lang:
        yield f"--lang {given.lang}"
