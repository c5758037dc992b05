"""Tests of parplan.facts.breakdown: the figures of every cut come from the YAML of the test, counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.breakdown import By, breakdown
from parplan.facts.standing import Standings
from parplan.facts.tally import tally
from parplan.facts.viewpoint import Viewpoint
from running import sample
from workspaces import Builder

TASKS = """\
- id: A
  title: Việc
  kind: once
  lead: [so-tu-phap, hoi-an]
  deadline: {rule: ngày 30/9/2022}
  criteria: [{ref: PAR/876/cong-bo, by: officer}, {ref: PAR/1149/cong-bo, by: officer}]
  source: {section: III.1, quote: Việc phải làm}
- id: B
  title: Việc
  kind: periodic
  lead: [so-tu-phap]
  deadline: {rule: hằng quý}
  source: {section: III.2, quote: Việc phải làm thứ 2.}
"""


@pytest.mark.parametrize(
    ("by", "totals"),
    [
        (By.AGENCY, {"so-tu-phap": 2, "hoi-an": 1}),
        (By.SECTION, {"III.1": 2, "III.2": 1}),
        (By.TASK, {"A": 2, "B": 1}),
        (By.CRITERION, {"PAR/1149/cong-bo": 2, "PAR/876/cong-bo": 2, None: 1}),
        (By.STATE, {"done-on-time": 1, "open": 1, "overdue-unreported": 1}),
    ],
)
def test_assignments_are_counted_by_what_was_asked_for(w: Builder, by: By, totals: dict[str | None, int]) -> None:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-05}\n")
    standings = w.standings(day="2022-10-05")
    found = breakdown(standings.workspace, standings.plan, standings.counted, by)
    assert {key: made.total for key, made in found.items()} == totals
    assert list(found) == list(totals)


@pytest.mark.parametrize("day", [date(2022, 9, 14), date(2022, 10, 20), date(2023, 1, 5)])
@pytest.mark.parametrize("by", [By.AGENCY, By.SECTION, By.TASK, By.STATE])
def test_every_cut_of_the_sample_gives_the_same_total(by: By, day: date) -> None:
    workspace = sample().workspace
    standings = Standings(workspace, workspace.plans[2022], Viewpoint(day))
    whole = tally(standings.counted)
    cut = breakdown(workspace, standings.plan, standings.counted, by).values()
    for name in ("total", "fell_due", "done_on_time", "done_late", "open", "overdue", "overdue_unreported"):
        assert sum(getattr(part, name) for part in cut) == getattr(whole, name)


def test_what_is_counted_by_is_named_as_the_command_line_names_it() -> None:
    assert [by.value for by in By] == ["agency", "section", "criterion", "task", "state"]
