"""Tests of parplan.facts.tally."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from parplan.facts.assignments import Assignment
from parplan.facts.grouping import select
from parplan.facts.standing import Standing, State
from parplan.facts.tally import Tally, tally
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: P, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: G, kind: once, lead: [cac-huyen], deadline: {rule: ngày 30/9/2022}, …}
"""


def test_of_nothing_there_is_nothing_to_count() -> None:
    assert tally([]) == Tally()
    assert Tally().total == Tally().not_done == Tally().fell_due == 0


def test_tallies_part_what_groups_owe_from_what_units_owe(w: Builder) -> None:
    s = w.tasks(TASKS)
    s.report("2022-10", "hoi-an", "- {task: G, status: done, date: 2022-09-20}\n", received="2022-10-03")
    every = s.standings("2022-10-05").counted
    common, single = tally(select(every, common=True)), tally(select(every, common=False))
    assert (common.total, common.done_on_time, common.overdue_unreported) == (2, 1, 1)
    assert (common.fell_due, common.done_of_due, common.all_overdue, common.not_done) == (2, 1, 1, 1)
    assert (single.total, single.open, single.overdue_unreported) == (6, 3, 3)
    assert tally(every).total == common.total + single.total


states = st.sampled_from(list(State))


@given(st.lists(st.tuples(states, st.integers(-5, 5)), max_size=30))
def test_the_states_of_a_tally_sum_to_its_total(found: list[tuple[State, int]]) -> None:
    assignment = cast("Assignment", SimpleNamespace(agency="so-tu-phap"))
    standings = [Standing(assignment, state, frozenset(), None, 0, left) for state, left in found]
    made = tally(standings)
    counted = [x for x in standings if x.state not in (State.REPORTED, State.NOTHING_AROSE, State.NOT_REPORTED)]
    assert made.total == len(counted)
    assert made.done_on_time + made.done_late + made.open + made.overdue + made.overdue_unreported == made.total
    assert made.done + made.not_done == made.total
    assert 0 <= made.done_of_due <= made.done
    assert made.fell_due <= made.total
