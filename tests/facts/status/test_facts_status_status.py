"""What a status shows: orders, days ahead, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from parplan.facts.standing import Standing, State
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import Sort, StatusFacts
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 05/9/2022}, …}
- {id: B, kind: once, lead: [hoi-an, dien-ban], deadline: {rule: ngày 30/8/2022}, …}
- {id: C, kind: once, lead: [so-noi-vu], deadline: {rule: ngày 10/11/2022}, …}
"""


def facts(w: Builder, sort: Sort = Sort.LATE, due_within: int | None = None) -> StatusFacts:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", received="2022-09-15")
    return StatusFacts(w.standings(day="2022-10-05"), due_within=due_within, sort=sort)


@pytest.mark.parametrize(
    ("sort", "agencies"),
    [
        (Sort.LATE, ["hoi-an", "dien-ban", "so-tu-phap"]),
        (Sort.DUE, ["hoi-an", "dien-ban", "so-tu-phap"]),
        (Sort.AGENCY, ["so-tu-phap", "hoi-an", "dien-ban"]),
    ],
)
def test_what_is_overdue_comes_in_the_order_asked_for(w: Builder, sort: Sort, agencies: list[str]) -> None:
    assert [s.assignment.agency for s in facts(w, sort).overdue] == agencies


@pytest.mark.parametrize(("days", "tasks"), [(None, []), (36, ["C"]), (35, [])])
def test_what_comes_due_is_told_as_many_days_ahead_as_asked(
    w: Builder, days: int | None, tasks: list[str]
) -> None:
    found = facts(w, due_within=days)
    assert [s.assignment.task.id for s in found.due_soon] == tasks
    assert found.days_ahead == (7 if days is None else days)


def test_only_units_asked_for_are_silent(w: Builder) -> None:
    whole = facts(w)
    assert set(whole.silent) == {"hoi-an", "dien-ban"}
    narrow = StatusFacts(whole.standings, Selection(frozenset({"hoi-an"})), ("hoi-an",))
    assert narrow.silent == ("hoi-an",)
    assert narrow.counts.total.total == 1


def test_without_an_earlier_report_nothing_is_compared(w: Builder) -> None:
    w.tasks(TASKS)
    assert StatusFacts(w.standings(day="2022-10-05")).since is None


def tasks(standings: Iterable[Standing]) -> list[str]:
    return [s.assignment.task.id for s in standings]


def test_before_anybody_was_heard_states_cannot_be_asked_for_and_all_is_shown(w: Builder) -> None:
    standings = w.tasks(TASKS).standings(day="2022-10-05")
    found = StatusFacts(standings, Selection(states=frozenset({State.DONE_LATE})))
    assert (found.heard_anything, tasks(found.shown)) == (False, ["A", "B", "B", "C"])
    w.report("2022-09", "so-tu-phap", received="2022-09-15")
    heard = StatusFacts(w.standings(day="2022-10-05"), Selection(states=frozenset({State.DONE_LATE})))
    assert (tasks(heard.shown), heard.finds_nothing) == ([], True)


def test_what_is_done_or_overdue_is_not_coming_due(w: Builder) -> None:
    update = "- {task: C, status: done, date: 2022-09-10}\n"
    w.tasks(TASKS).report("2022-09", "so-noi-vu", update, received="2022-09-15")
    assert not StatusFacts(w.standings(day="2022-10-05"), due_within=90).due_soon


def test_the_month_is_the_one_looked_at_else_the_newest_that_should_be_in(w: Builder) -> None:
    w.tasks(TASKS)
    assert str(StatusFacts(w.standings(month="2022-10")).month) == "2022-10"
    assert str(StatusFacts(w.standings(day="2022-10-20")).month) == "2022-10"
    early = StatusFacts(w.standings(day="2022-08-10"))
    assert (early.month, early.register, early.silent, early.unit_reports) == (None, None, (), ())


def test_what_changed_since_the_month_before_is_told_of_what_was_asked_for(w: Builder) -> None:
    w.tasks(TASKS).report("2022-08", "so-tu-phap", received="2022-08-16")
    since = StatusFacts(w.standings(day="2022-10-05"), Selection(frozenset({"hoi-an"}))).since
    assert since is not None
    assert [s.assignment.agency for s in since.newly_overdue] == ["hoi-an"]


def test_before_anybody_was_heard_nothing_can_be_left_out_as_not_overdue(w: Builder) -> None:
    found = StatusFacts(w.tasks(TASKS).standings(day="2022-09-02"), Selection(overdue=True))
    assert tasks(found.shown) == ["A", "B", "B", "C"]


def test_only_the_reports_of_units_asked_for_are_told(w: Builder) -> None:
    standings = facts(w).standings
    assert [report.agency for report in StatusFacts(standings).unit_reports] == [
        "so-tu-phap",
        "hoi-an",
        "dien-ban",
    ]
    assert [r.agency for r in StatusFacts(standings, Selection(frozenset({"hoi-an"}))).unit_reports] == ["hoi-an"]


def test_only_what_stands_in_a_unit_s_way_is_a_difficulty(w: Builder) -> None:
    updates = "- {task: A, status: in-progress, difficulty: Thiếu người}\n"
    w.tasks(TASKS).report("2022-09", "so-tu-phap", updates, received="2022-09-15")
    assert tasks(StatusFacts(w.standings(day="2022-10-05")).difficulties) == ["A"]


def test_everything_is_found_where_nothing_narrower_was_asked_for(w: Builder) -> None:
    assert not facts(w).finds_nothing
    nothing = StatusFacts(w.tasks("- {id: D, kind: general, lead: [tat-ca], …}\n").standings(day="2022-10-05"))
    assert (len(nothing.shown), nothing.finds_nothing) == (0, False)
    w.tasks(TASKS)
    assert not StatusFacts(facts(w).standings, Selection(overdue=True, tasks=frozenset({"X"}))).finds_nothing


def test_orders_are_named_as_the_command_line_names_them() -> None:
    assert [sort.value for sort in Sort] == ["late", "due", "agency", "task"]


def test_tasks_are_sorted_by_title_as_vietnamese_sorts(w: Builder) -> None:
    titled = "".join(
        f"- {{id: T{n}, kind: once, lead: [so-tu-phap], deadline: {{rule: ngày 05/9/2022}}, title: {title}, "
        f"source: {{section: III, quote: Việc phải làm thứ {n + 2}.}}}}\n"
        for n, title in enumerate(("Đánh giá", "Ban hành", "Dạy", "Ân hạn", "An toàn"))
    )
    w.tasks(titled).report("2022-09", "so-tu-phap", received="2022-09-15")
    found = StatusFacts(w.standings(day="2022-10-05"), sort=Sort.TASK)
    assert [s.assignment.task.title for s in found.overdue] == ["An toàn", "Ân hạn", "Ban hành", "Dạy", "Đánh giá"]


def test_nothing_overdue_is_an_answer_and_nothing_else_is_none(w: Builder) -> None:
    w.tasks(TASKS + "- {id: D, kind: ongoing, lead: [so-tai-chinh], …}\n")
    w.report("2022-09", "so-tu-phap", received="2022-09-15")
    standings = w.standings(day="2022-10-05")
    asked = {
        "all": Selection(),
        "overdue": Selection(frozenset({"so-noi-vu"}), overdue=True),
        "counted": Selection(frozenset({"so-tu-phap"})),
        "standing": Selection(frozenset({"so-tai-chinh"})),
        "none": Selection(frozenset({"ubnd-tinh"})),
    }
    found = {name: StatusFacts(standings, selection) for name, selection in asked.items()}
    assert [name for name, one in found.items() if one.finds_nothing] == ["none"]
    assert [name for name, one in found.items() if one.only_overdue] == ["overdue"]
    assert tasks(found["standing"].standing_duties) == ["D"]


def test_before_the_first_month_is_due_no_duty_without_a_day_is_asked_about(w: Builder) -> None:
    w.tasks(TASKS + "- {id: D, kind: ongoing, lead: [so-tai-chinh], …}\n")
    assert not StatusFacts(w.standings(day="2022-09-10")).standing_duties
    assert tasks(StatusFacts(w.standings(day="2022-09-18")).standing_duties) == ["D"]


def test_a_month_for_which_nobody_reported_is_not_compared_with(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", received="2022-10-15")
    assert StatusFacts(w.standings(month="2022-10")).since is None
    since = StatusFacts(w.standings(month="2022-11")).since
    assert since is not None
    assert str(since.month) == "2022-10"
