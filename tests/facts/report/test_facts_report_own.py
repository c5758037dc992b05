"""What one unit's own report tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import report_facts
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [hoi-an], …}
- {id: D, kind: ongoing, lead: [hoi-an], …}
"""


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS)


def own(m: Builder, agency: str, period: str) -> OwnReportFacts:
    workspace = m.workspace()
    return OwnReportFacts(report_facts(workspace, workspace.plans[2022], Period.parse(period)), agency)


def test_only_what_the_unit_owes_is_told(m: Builder) -> None:
    assert (own(m, "so-tu-phap", "2022-09").tally.total, own(m, "hoi-an", "2022-09").tally.total) == (1, 4)
    assert not own(m, "ubnd-tinh", "2022-09").owes_anything


def test_what_was_done_in_an_earlier_period_is_not_told_again(m: Builder) -> None:
    m.report("2022-10", "hoi-an", "- {task: B, period: 2022-09, status: done, date: 2022-09-30}\n")
    told = {
        month: [str(s.assignment.period) for s in own(m, "hoi-an", month).told] for month in ("2022-10", "2022-11")
    }
    assert told == {"2022-10": ["2022-09"], "2022-11": ["2022-10"]}


def test_what_is_overdue_is_told_until_it_is_done(m: Builder) -> None:
    assert [s.assignment.task.id for s in own(m, "so-tu-phap", "2022-12").told] == ["A"]


def test_duties_of_which_something_was_said_stand_apart(m: Builder) -> None:
    m.report(
        "2022-09",
        "hoi-an",
        "- {task: C, status: in-progress, result: x, proposal: y}\n- {task: D, status: none}\n",
    )
    found = own(m, "hoi-an", "2022-09")
    assert [s.assignment.task.id for s in found.heard] == ["C", "D"]
    assert [s.update.proposal for s in found.proposals if s.update] == ["y"]
    assert own(m, "hoi-an", "2022-10").heard == ()


def test_a_cause_is_told_though_nothing_stands_in_the_way_any_more(m: Builder) -> None:
    m.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-10-05, reason: x}\n")
    assert [s.assignment.task.id for s in own(m, "so-tu-phap", "2022-10").difficulties] == ["A"]
    assert own(m, "so-tu-phap", "2022-11").difficulties == ()


def test_a_target_counts_by_the_unit_s_figures_alone(w: Builder) -> None:
    target = "targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}]"
    w.tasks(f"- {{id: C, kind: ongoing, lead: [cac-huyen], {target}, …}}\n")
    for unit, done in {"hoi-an": 9, "dien-ban": 1}.items():
        w.report(
            "2022-09", unit, f"- {{task: C, status: in-progress, values: {{ty-le: {{done: {done}, of: 10}}}}}}\n"
        )
    (reached,) = own(w, "hoi-an", "2022-09").targets
    assert (reached.value, reached.units, reached.asked) == (Decimal(90), ("hoi-an",), 1)
    assert own(w, "hoi-an", "2022-10").targets_before == (reached,)


def test_a_target_of_which_the_unit_said_nothing_is_not_told(w: Builder) -> None:
    target = "targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}]"
    w.tasks(f"- {{id: C, kind: ongoing, lead: [cac-huyen], {target}, …}}\n")
    assert own(w, "hoi-an", "2022-09").targets == ()


def test_the_unit_s_files_are_those_of_the_period(m: Builder) -> None:
    m.report("2022-09", "hoi-an").report("2022-10", "hoi-an").report("2022-10", "dien-ban")
    months = [str(file.month) for file in own(m, "hoi-an", "2022-Q4").files]
    assert months == ["2022-10"]


def test_a_unit_has_reported_once_any_file_of_its_own_came_in(m: Builder) -> None:
    assert not own(m, "hoi-an", "2022-12").has_updates
    m.report("2022-10", "hoi-an").report("2022-10", "dien-ban")
    heard = [own(m, *asked).has_updates for asked in (("hoi-an", "2022-09"), ("hoi-an", "2022-12"))]
    assert heard == [False, True]
    assert not own(m, "so-tu-phap", "2022-12").has_updates


def test_what_was_proposed_in_an_earlier_period_is_not_proposed_again(m: Builder) -> None:
    m.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress, proposal: x}\n")
    told = {month: len(own(m, "so-tu-phap", month).proposals) for month in ("2022-10", "2022-11", "2022-Q4")}
    assert told == {"2022-10": 1, "2022-11": 0, "2022-Q4": 1}


def test_a_unit_owes_something_where_it_has_a_due_day_or_a_duty_without_one(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [hoi-an], …}\n")
    assert own(w, "hoi-an", "2022-09").owes_anything
    assert not own(w, "dien-ban", "2022-09").owes_anything


def test_what_is_told_is_overdue_fell_due_in_the_period_or_was_reported_on_in_it(w: Builder) -> None:
    days = {
        "A": "14/8/2022",
        "B": "15/8/2022",
        "C": "14/9/2022",
        "D": "15/9/2022",
        "E": "20/12/2022",
        "F": "20/12/2022",
    }
    w.tasks(
        "".join(
            f"- {{id: {t}, kind: once, lead: [hoi-an], deadline: {{rule: ngày {day}}}, …}}\n"
            for t, day in days.items()
        )
    )
    done = "".join(f"- {{task: {task}, status: done, date: 2022-08-10}}\n" for task in "ABCD")
    w.report("2022-08", "hoi-an", done).report("2022-09", "hoi-an", "- {task: E, status: in-progress}\n")
    found = own(w, "hoi-an", "2022-09")
    assert [s.assignment.task.id for s in found.told] == ["B", "C", "E"]
    assert [s.assignment.task.id for s in found.done_before] == ["A", "D"]


def test_a_difficulty_told_of_earlier_is_told_while_it_stands_in_the_way(m: Builder) -> None:
    m.report("2022-08", "so-tu-phap", "- {task: A, status: in-progress, difficulty: Thiếu người}\n")
    m.report("2022-09", "so-tu-phap")
    found = own(m, "so-tu-phap", "2022-09")
    assert [s.assignment.task.id for s in found.told] == ["A"]
    assert [s.assignment.task.id for s in found.difficulties] == ["A"]


def test_what_was_told_without_a_difficulty_or_a_cause_is_no_difficulty(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    found = own(m, "so-tu-phap", "2022-09")
    assert ([s.assignment.task.id for s in found.told], found.difficulties) == (["A"], ())


def test_before_the_first_report_no_target_was_known(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [cac-huyen], …}\n")
    assert own(w, "hoi-an", "2022-08").targets_before == ()


def test_what_falls_due_next_is_the_unit_s_alone(m: Builder) -> None:
    assert {s.assignment.agency for s in own(m, "hoi-an", "2022-09").due_next} == {"hoi-an"}
    assert own(m, "so-tu-phap", "2022-10").due_next == ()


def test_a_unit_that_owes_only_what_has_a_day_owes_something(m: Builder) -> None:
    assert own(m, "so-tu-phap", "2022-09").owes_anything
