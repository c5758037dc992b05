"""The page that explains assignments says what the program does: its rules, its worked example.

Must not hold a figure of its own: the page is the only place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import dropwhile, takewhile

import pytest

from parplan.calendar import deadline_rules as deadline
from parplan.calendar.due_days import Due, Every, WorkingCalendar
from parplan.calendar.period import Period
from parplan.facts.breakdown import counts
from parplan.facts.monthly_register import register
from parplan.facts.standing import Standings
from parplan.facts.target import targets
from parplan.facts.viewpoint import end_of_month_report
from parplan.model.workspace import Workspace
from parplan.views.phrases.phrases import Phrases
from parplan.views.phrases.targets import TargetWords
from parplan.words import words
from workspaces import REPOSITORY, Builder

PAGE = (REPOSITORY / "docs" / "assignments.md").read_text(encoding="utf-8")


def table_after(line: str) -> list[list[str]]:
    """The rows of the first table that stands after a line of the page."""
    lines = PAGE[PAGE.index(line) :].splitlines()
    table = takewhile(lambda text: text.startswith("|"), dropwhile(lambda text: not text.startswith("|"), lines))
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table][2:]


def rules() -> Iterator[tuple[str, str, str, str]]:
    for written, *days in table_after("## Rules of a deadline"):
        for text in re.findall(r"`([^`]+)`", written):
            yield (text, *days)


def test_each_rule_comes_to_the_day_that_the_page_says() -> None:
    calendar, every = WorkingCalendar(), list(rules())
    assert len(every) > 50
    for text, period, last, named in every:
        rule = deadline.parse(text, 2022)
        if isinstance(rule, Every):
            due = rule.due(Period.parse(period), calendar)
            assert rule.months == Period.parse(period).months, text
        else:
            due = rule.settled(calendar).due
            assert period == "", text
        assert due == Due(date.fromisoformat(last), date.fromisoformat(named)), (text, period)


@pytest.fixture
def example(w: Builder) -> Workspace:
    """The workspace of the worked example, its blocks laid where their first lines say."""
    for name, content in re.findall(r"```(?:yaml|text)\n# (data/\S+)\n(.*?)```", PAGE, re.DOTALL):
        w.write(name, content)
    assert set(w.codes()) <= {"deadline-day-off", "report-late"}  # the hints that the example speaks of
    return w.workspace()


def of_month(workspace: Workspace, month: str) -> Standings:
    plan = workspace.plans[2022]
    return Standings(workspace, plan, end_of_month_report(plan.plan, Period.parse(month)))


@pytest.mark.parametrize("month", ["2022-10", "2022-11"])
def test_the_worked_example_stands_as_the_page_says(example: Workspace, month: str) -> None:
    standings = of_month(example, month)
    phrases = Phrases(words("vi"), example, standings.plan.plan)
    rows = [
        [
            phrases.agency(found.assignment.agency),
            phrases.title(found.assignment),
            phrases.deadline(found.assignment),
            str(found.days_late or ""),
            phrases.situation(found),
        ]
        for found in standings.counted
    ]
    assert rows == table_after(f"<!-- month {month} -->")


def test_its_sums_are_those_of_the_page(example: Workspace) -> None:
    standings = of_month(example, "2022-11")
    phrases = Phrases(words("vi"), example, standings.plan.plan)
    made = counts(standings.counted)
    rows = [
        [*(str(figure) for figure in part), phrases.rate(part)] for part in (made.single, made.common, made.total)
    ]
    assert rows == [row[1:] for row in table_after("<!-- sums 2022-11 -->")]


def test_who_was_silent_and_what_was_reached_is_as_the_page_says(example: Workspace) -> None:
    standings = of_month(example, "2022-11")
    phrases = Phrases(words("vi"), example, standings.plan.plan)
    sent = register(standings, Period.parse("2022-10"))
    (reached,) = targets(standings)
    units = [phrases.agencies(names) for names in (sent.in_time, sent.late, sent.silent)]
    assert table_after("<!-- register 2022-10 -->") == [[*units, TargetWords(phrases).measured(reached)]]
