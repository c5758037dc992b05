"""Tests of parplan.calendar.deadline_grammar: each way of writing is shown, and stands the whole path."""

from __future__ import annotations

import re
from datetime import date

import pytest

from parplan.calendar.deadline_grammar import ANY_YEAR, GRAMMAR, day_of, read
from parplan.calendar.deadline_rules import EXAMPLES, parse
from parplan.calendar.due_days import Every
from parplan.spelling import fold
from workspaces import Builder


def test_the_examples_show_each_way_of_writing_a_rule() -> None:
    shown = {next(pattern for pattern, _ in GRAMMAR if re.fullmatch(pattern, fold(text))) for text in EXAMPLES}
    assert shown == {pattern for pattern, _ in GRAMMAR}


def test_no_example_hangs_on_the_year_it_is_read_with() -> None:
    assert all(parse(text, 2024) for text in EXAMPLES)
    assert all(parse(text, ANY_YEAR) for text in EXAMPLES)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_plan_with_the_example_is_checked_counted_and_told(rule: str, w: Builder) -> None:
    """A new kind of rule must be known to all that asks what rules come to, not to the grammar alone."""
    kind = "periodic" if isinstance(parse(rule, 2022), Every) else "once"
    w.tasks(f"- {{id: A, kind: {kind}, lead: [so-tu-phap], deadline: {{rule: '{rule}'}}, …}}\n")
    assert w.workspace().plans
    assert w.standings(day="2022-10-05").counted


@pytest.mark.parametrize(
    ("text", "day"),
    [("30/9", date(2022, 9, 30)), ("30/9/22", date(2022, 9, 30)), ("2023-01-02", date(2023, 1, 2))],
)
def test_a_day_without_a_year_is_of_the_plan_s(text: str, day: date) -> None:
    assert day_of(text, 2022) == day


def test_what_is_no_rule_is_a_mistake_of_the_text() -> None:
    with pytest.raises(ValueError, match="som nhat co the"):
        read("som nhat co the", 2022)
