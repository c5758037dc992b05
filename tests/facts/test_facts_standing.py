"""Tests of parplan.facts.standing."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.standing import MarkKind, State, fell_due_at_end
from parplan.facts.tally import tally
from parplan.facts.viewpoint import Viewpoint
from workspaces import AGENCIES, HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: P, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [cac-so], …}
- {id: V, kind: on-event, lead: [so-tu-phap], …}
- {id: G, kind: once, lead: [cac-huyen], deadline: {rule: ngày 30/9/2022}, …}
"""
EVIDENCE = "evidence: [{type: document, number: 1/BC}]"


@pytest.fixture
def s(w: Builder) -> Builder:
    return w.tasks(TASKS)


def state(s: Builder, day: str, task: str = "A") -> State:
    return s.standing(task, "so-tu-phap", day).state


def test_without_a_word_it_is_open_to_its_last_day_then_overdue_and_unreported(s: Builder) -> None:
    assert [state(s, day) for day in ("2022-09-30", "2022-10-01")] == [State.OPEN, State.OVERDUE_UNREPORTED]


def test_who_reported_for_the_due_month_or_later_is_overdue(s: Builder) -> None:
    # the due day 30/9 lies in the report month of October
    s.report("2022-09", "so-tu-phap", received="2022-09-16")
    assert state(s, "2022-10-05") is State.OVERDUE_UNREPORTED
    s.report("2022-11", "so-tu-phap", received="2022-11-16")
    assert state(s, "2022-11-15") is State.OVERDUE_UNREPORTED
    assert state(s, "2022-11-16") is State.OVERDUE


@pytest.mark.parametrize(
    ("day", "expected", "late"),
    [
        ("2022-09-01", State.DONE_ON_TIME, 0),
        ("2022-09-30", State.DONE_ON_TIME, 0),
        ("2022-10-01", State.DONE_LATE, 1),
        ("2022-10-10", State.DONE_LATE, 10),
    ],
)
def test_the_day_it_happened_decides_on_time_or_late(s: Builder, day: str, expected: State, late: int) -> None:
    s.report(
        "2022-11", "so-tu-phap", f"- {{task: A, status: done, date: {day}, {EVIDENCE}}}\n", received="2022-11-16"
    )
    found = s.standing("A", "so-tu-phap", "2022-11-30")
    assert (found.state, found.days_late) == (expected, late)


@pytest.mark.parametrize(
    ("day", "expected", "late"),
    [
        ("2022-09-29", State.DONE_ON_TIME, 0),
        ("2022-09-30", State.DONE_LATE, 0),
        ("2022-10-01", State.DONE_LATE, 1),
    ],
)
def test_before_a_day_means_the_day_before_and_counts_from_the_day(
    s: Builder, day: str, expected: State, late: int
) -> None:
    s.report("2022-10", "so-tu-phap", f"- {{task: P, status: done, date: {day}, {EVIDENCE}}}\n")
    found = s.standing("P", "so-tu-phap", "2022-11-30")
    assert (found.state, found.days_late) == (expected, late)


def test_before_a_day_without_a_word_is_overdue_on_that_day(s: Builder) -> None:
    assert [state(s, day, "P") for day in ("2022-09-29", "2022-09-30")] == [State.OPEN, State.OVERDUE_UNREPORTED]


def test_days_left_turn_negative(s: Builder) -> None:
    assert [
        s.standing("A", "so-tu-phap", day).days_left for day in ("2022-09-20", "2022-09-30", "2022-10-03")
    ] == [
        10,
        0,
        -3,
    ]


def test_the_later_folder_corrects_the_earlier(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n", received="2022-09-16")
    s.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress}\n", received="2022-10-16")
    assert state(s, "2022-10-01") is State.DONE_ON_TIME  # the correction came in on 16/10
    assert state(s, "2022-10-20") is State.OVERDUE


def test_of_one_period_s_words_only_those_of_that_period_count(s: Builder) -> None:
    s.report("2022-10", "so-tu-phap", "- {task: B, period: 2022-09, status: done, date: 2022-09-30}\n")
    found = {
        str(x.assignment.period): x.state for x in s.standings("2022-10-31").counted if x.assignment.task.id == "B"
    }
    assert found == {
        "2022-09": State.DONE_ON_TIME,
        "2022-10": State.OPEN,
        "2022-11": State.OPEN,
        "2022-12": State.OPEN,
    }


def test_a_report_of_another_plan_says_nothing_here(s: Builder) -> None:
    s.write("data/plan-2023.yaml", s.text("data/plan-2022.yaml").replace("year: 2022", "year: 2023"))
    s.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    s.change("data/progress/2022-09/so-tu-phap.yaml", "plan: 2022", "plan: 2023")
    assert state(s, "2022-09-20") is State.OPEN


def marks(s: Builder, day: str, task: str = "A", month: str = "") -> set[str]:
    return {mark.value for mark in s.standing(task, "so-tu-phap", "" if month else day, month).marks}


def test_what_is_due_within_seven_days_is_due_soon(s: Builder) -> None:
    days = ("2022-09-22", "2022-09-23", "2022-09-30", "2022-10-01")
    assert [marks(s, day) for day in days] == [set(), {"due-soon"}, {"due-soon"}, set()]


def test_a_due_day_on_a_day_off_is_noted_and_reminded_of_from_the_working_day_before_it(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 02/10/2022}, …}\n")  # a Sunday
    days = ("2022-09-22", "2022-09-23", "2022-10-02", "2022-10-03")
    assert [marks(w, day) for day in days] == [
        {"day-off"},
        {"due-soon", "day-off"},  # seven days before Friday 30/9
        {"due-soon", "day-off"},
        set(),  # it was not moved to Monday
    ]
    assert [w.standing("A", "so-tu-phap", day).days_left for day in days] == [10, 9, 0, -1]
    w.report("2022-10", "so-tu-phap", f"- {{task: A, status: done, date: 2022-10-02, {EVIDENCE}}}\n")
    assert (state(w, "2022-10-20"), marks(w, "2022-10-20")) == (State.DONE_ON_TIME, set())


def test_a_listed_day_off_and_a_swapped_working_day_count(s: Builder) -> None:
    day = "name: Nghỉ, mark: read, source: x"
    s.write("data/calendar.yaml", f"days:\n- {{date: 2022-09-30, kind: 'off', {day}}}\n")
    assert [marks(s, d) for d in ("2022-09-21", "2022-09-22")] == [{"day-off"}, {"due-soon", "day-off"}]
    s.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 01/10/2022}, …}\n")
    s.write("data/calendar.yaml", f"days:\n- {{date: 2022-10-01, kind: working, {day}}}\n")
    assert [marks(s, d) for d in ("2022-09-23", "2022-09-24")] == [set(), {"due-soon"}]


def test_a_difficulty_hides_nothing_and_ends_with_the_work(s: Builder) -> None:
    s.report(
        "2022-10", "so-tu-phap", "- {task: A, status: in-progress, date: 2022-09-10, difficulty: thiếu người}\n"
    )
    assert marks(s, "2022-09-20") == {"difficulty"}
    assert (state(s, "2022-10-20"), marks(s, "2022-10-20")) == (State.OVERDUE, {"difficulty"})
    s.report(
        "2022-11", "so-tu-phap", f"- {{task: A, status: done, date: 2022-10-20, difficulty: x, {EVIDENCE}}}\n"
    )
    assert marks(s, "2022-11-30") == set()


def test_done_without_evidence_is_marked_and_counts_as_done(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    assert (state(s, "2022-09-20"), marks(s, "2022-09-20")) == (State.DONE_ON_TIME, {"no-evidence"})


def test_an_extended_task_is_marked_and_open_to_its_new_day(s: Builder) -> None:
    s.decisions(
        "2022-09",
        "- {id: q, kind: extend, task: A, to: 2022-10-31, from: 2022-09-20, "
        "document: {number: 1/QĐ, issuer: ubnd-tinh}}\n",
    )
    assert (state(s, "2022-10-15"), marks(s, "2022-10-15")) == (State.OPEN, {"extended"})


def test_what_was_done_in_a_closed_month_and_told_later_is_a_late_word(s: Builder) -> None:
    s.report("2022-10", "so-tu-phap", f"- {{task: A, status: done, date: 2022-09-14, {EVIDENCE}}}\n")
    assert marks(s, "", month="2022-10") == {"late-word"}
    s.report("2022-10", "so-tu-phap", f"- {{task: A, status: done, date: 2022-09-15, {EVIDENCE}}}\n")
    assert marks(s, "", month="2022-10") == set()


def test_what_is_dated_after_the_close_counts_in_the_next_month(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", f"- {{task: A, status: done, date: 2022-09-16, {EVIDENCE}}}\n")
    assert s.standing("A", "so-tu-phap", month="2022-09").state is State.OPEN
    assert s.standing("A", "so-tu-phap", month="2022-10").state is State.DONE_ON_TIME


def test_a_duty_without_a_day_is_reported_or_not_in_each_month(s: Builder) -> None:
    s.report(
        "2022-10", "so-tu-phap", "- {task: C, status: in-progress, difficulty: x}\n- {task: V, status: none}\n"
    )
    for month, expected in (("2022-09", ["not-reported"] * 4), ("2022-10", ["not-reported", "reported"])):
        found = s.standings(month=month).standing_duties(Period.parse(month))
        assert [x.state.value for x in found][: len(expected)] == expected
    assert [x.state.value for x in found][-1] == "nothing-arose"
    assert found[1].marks == {MarkKind.DIFFICULTY}
    assert {(x.days_late, x.days_left) for x in found} == {(0, 0)}
    assert not {"C", "V"} & {x.assignment.task.id for x in s.standings(month="2022-10").counted}


def test_the_duties_of_several_months_are_those_of_who_is_there_when_the_last_of_them_closes(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [hoi-an, dien-ban], …}\n", HEAD.replace("2022-12-31", "2022-10-31"))
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, from: 2022-09-01")
    w.change(AGENCIES, "Điện Bàn, kind: huyen", "Điện Bàn, kind: huyen, until: 2022-11-01")
    for period, agencies in (("2022-Q3", ["hoi-an", "dien-ban"]), ("2022-Q4", ["hoi-an", "dien-ban"])):
        found = w.standings(day="2022-10-31").standing_duties(Period.parse(period))
        assert [duty.assignment.agency for duty in found] == agencies


def test_a_word_that_is_given_again_after_another_is_late(s: Builder) -> None:
    for month, status in (("09", "done"), ("10", "in-progress"), ("11", "done")):
        said = f"- {{task: A, status: {status}, date: 2022-09-10, {EVIDENCE}}}\n"
        s.report(f"2022-{month}", "so-tu-phap", said)
    assert MarkKind.LATE_WORD in s.standing("A", "so-tu-phap", month="2022-11").marks


def test_the_monthly_report_fulfils_the_duty_to_make_it(w: Builder) -> None:
    head = HEAD.replace("archive: VT", "archive: VT\n    task: III.2.3")
    w.tasks("- {id: III.2.3, kind: periodic, lead: [so-noi-vu], deadline: {rule: hằng tháng}, …}\n", head)

    def states(month: str = "", day: str = "") -> list[str]:
        return [x.state.value for x in w.standings(day, month).counted]

    assert states(month="2022-09") == ["done-on-time", "open", "open", "open"]
    assert states(month="2022-10") == ["overdue-unreported", "done-on-time", "open", "open"]
    w.report("2022-09", "so-tu-phap", received="2022-10-20")
    assert states(month="2022-10") == ["done-on-time", "done-on-time", "open", "open"]
    assert w.standings("", "2022-10").counted[0].marks == {MarkKind.BY_EARLIER_REPORT}
    assert states(day="2022-10-14") == ["overdue-unreported", "open", "open", "open"]
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\ndate: 2022-10-03\n")
    assert states(day="2022-10-14") == ["done-late", "open", "open", "open"]
    (first, *_) = w.standings("2022-10-14").counted
    assert (first.marks, first.days_late, first.word) == (frozenset({MarkKind.BY_EARLIER_REPORT}), 3, None)


def test_due_today_and_open_has_not_fallen_due_but_done_has(s: Builder) -> None:
    assert not s.standing("A", "so-tu-phap", "2022-09-30").fell_due
    s.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    assert [s.standing("A", "so-tu-phap", day).fell_due for day in ("2022-09-29", "2022-09-30")] == [False, True]


def test_seen_from_elsewhere_it_is_as_if_drawn_anew(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n", received="2022-09-16")
    s.decisions(
        "2022-10",
        "- {id: Q1, kind: exempt, task: G, agencies: [hoi-an], from: 2022-09-20, document: {number: 9/QĐ-UBND}}\n",
    )
    now = s.standings("2022-11-20")
    for earlier in (s.standings("2022-10-05"), s.standings(month="2022-09"), s.standings(month="2022-10")):
        found = now.seen_from(earlier.view)
        assert found.assignments == earlier.assignments
        assert found.counted == earlier.counted


def test_dates_of_a_word_are_kept(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n", received="2022-09-12")
    found = s.standing("A", "so-tu-phap", "2022-09-20")
    assert found.word is not None
    assert (found.word.day, found.update) == (date(2022, 9, 12), found.word.update)


def test_every_closed_month_is_seen_as_its_report_saw_it(w: Builder) -> None:
    now = w.standings(month="2022-10")
    closes = now.closes()
    assert [str(month) for month in closes] == ["2022-08", "2022-09", "2022-10"]
    assert closes[Period.parse("2022-09")].view == w.standings(month="2022-09").view
    assert closes[Period.parse("2022-10")] is now  # what is known is not drawn twice


LAST, BEFORE = date(2022, 12, 31), date(2022, 12, 30)


@pytest.mark.parametrize(
    ("tasks", "view", "is_at_end"),
    [
        ("E", Viewpoint(LAST, is_over=True), True),
        ("E", Viewpoint(LAST), False),  # the day itself is not over
        ("E", Viewpoint(BEFORE, is_over=True), False),
        ("A", Viewpoint(LAST, is_over=True), False),
        ("AE", Viewpoint(LAST, is_over=True), False),  # some was overdue before
    ],
)
def test_all_that_is_overdue_fell_due_on_the_last_day_or_some_did_not(
    s: Builder, tasks: str, view: Viewpoint, is_at_end: bool
) -> None:
    s.tasks(TASKS + "- {id: E, kind: once, lead: [so-noi-vu], …}\n")
    overdue = [one for one in s.standings("2023-01-10").counted if one.assignment.task.id in tasks]
    assert fell_due_at_end(overdue, view) is is_at_end


def test_each_closed_month_is_seen_as_its_report_saw_it_and_the_view_s_own_as_it_is(s: Builder) -> None:
    s.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-20}\n")
    whole = s.standings(month="2022-11")
    closes = whole.closes()
    assert [str(month) for month in closes] == ["2022-08", "2022-09", "2022-10", "2022-11"]
    assert closes[Period.parse("2022-11")] is whole
    assert tally(closes[Period.parse("2022-09")].counted) == tally(s.standings(month="2022-09").counted)


HELD = HEAD.replace("archive: VT\n", "archive: VT\n    task: B\n").replace("so-noi-vu", "so-tu-phap")


@pytest.mark.parametrize(("sent", "state_"), [("2022-09-30", State.DONE_ON_TIME), ("2022-10-01", State.DONE_LATE)])
def test_the_office_s_own_report_is_in_time_up_to_its_day(w: Builder, sent: str, state_: State) -> None:
    w.tasks(TASKS, HELD)
    w.write("data/reports/2022-09.yaml", f"plan: 2022\nperiod: 2022-09\nnumber: 1/BC-STP\ndate: {sent}\n")
    found = w.standing("B", "so-tu-phap", "2022-12-31", period="2022-09")
    assert (found.state, MarkKind.EXTENDED in found.marks) == (state_, False)


def test_an_extension_of_the_office_s_own_report_is_marked(w: Builder) -> None:
    w.tasks(TASKS, HELD)
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 1/BC-STP\ndate: 2022-10-05\n")
    w.decisions(
        "2022-09",
        "- {id: q, kind: extend, task: B, period: 2022-09, to: 2022-10-10, from: 2022-09-20, "
        "document: {number: 1/QĐ, issuer: ubnd-tinh}}\n",
    )
    found = w.standing("B", "so-tu-phap", "2022-12-31", period="2022-09")
    assert (found.state, MarkKind.EXTENDED in found.marks) == (State.DONE_ON_TIME, True)


def test_what_the_office_said_itself_is_done_counts_before_the_day_of_its_report(w: Builder) -> None:
    w.tasks(TASKS, HELD)
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nnumber: 1/BC-STP\ndate: 2022-10-05\n")
    w.report("2022-09", "so-tu-phap", "- {task: B, period: 2022-09, status: done, date: 2022-09-20}\n")
    found = w.standing("B", "so-tu-phap", "2022-12-31", period="2022-09")
    assert (found.state, found.marks & {MarkKind.BY_REPORT, MarkKind.BY_EARLIER_REPORT}) == (
        State.DONE_ON_TIME,
        frozenset(),
    )
