"""Tests of parplan.facts.reminder: who is asked for what, and for which time."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.monthly_register import Register, register
from parplan.facts.reminder import Owed, ReminderFacts, answer_day, letter_day
from parplan.facts.standing import Standings
from workspaces import HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap, hoi-an, so-noi-vu], deadline: {rule: ngày 20/9/2022}, …}
- {id: B, kind: once, lead: [so-tai-chinh, so-tu-phap], deadline: {rule: ngày 10/9/2022}, …}
- {id: C, kind: once, lead: [dien-ban], deadline: {rule: ngày 30/11/2022}, …}
"""
FIRST = "{number: 1/SNV-CCHC, date: 2022-10-01, tasks: [{task: A, agencies: [so-tu-phap, hoi-an]}]}"


def drawn(w: Builder, *agencies: str, day: str = "2022-10-05") -> ReminderFacts:
    """Sở Tài chính has done its work, Điện Bàn has not reported for September."""
    w.tasks(TASKS).report("2022-09", "so-tai-chinh", "- {task: B, status: done, date: 2022-09-08}\n")
    for agency in ("so-tu-phap", "hoi-an"):
        w.report("2022-09", agency, received="2022-09-16")
    return ReminderFacts(
        Owed(w.standings(day=day), date.fromisoformat(day)), date(2022, 10, 20), frozenset(agencies) or None
    )


def letters(w: Builder, *letters: str) -> Builder:
    return w.write(
        "data/reminders/2022.yaml", "plan: 2022\nreminders:\n" + "".join(f"  - {letter}\n" for letter in letters)
    )


def test_overdue_work_and_missing_reports_are_asked_for_the_longest_first(w: Builder) -> None:
    facts = drawn(w)
    assert [(s.assignment.task.id, s.assignment.agency) for s in facts.overdue] == [
        ("B", "so-tu-phap"),
        ("A", "so-tu-phap"),
        ("A", "hoi-an"),
    ]
    assert (str(facts.month), facts.silent) == ("2022-09", ("dien-ban",))


def test_units_are_addressed_in_the_register_s_order_and_the_office_is_not(w: Builder) -> None:
    assert drawn(w).agencies == ("so-tu-phap", "hoi-an", "dien-ban")
    assert drawn(w, "hoi-an", "so-noi-vu").agencies == ("hoi-an",)
    assert [one.agencies for one in drawn(w).each()] == [("so-tu-phap",), ("hoi-an",), ("dien-ban",)]


def test_nothing_is_asked_of_anybody_when_all_is_done(w: Builder) -> None:
    assert drawn(w, "so-tai-chinh").agencies == ()


def test_a_reminder_is_the_first_until_all_that_it_goes_to_had_one(w: Builder) -> None:
    letters(w, FIRST)
    assert (drawn(w).round, drawn(w, "hoi-an", "so-tu-phap").round, drawn(w, "dien-ban").round) == (1, 2, 1)
    assert [(s.assignment.task.id, s.assignment.agency) for s in drawn(w).reminded] == [
        ("A", "so-tu-phap"),
        ("A", "hoi-an"),
    ]
    assert [letter.number for letter in drawn(w).earlier] == ["1/SNV-CCHC"]
    assert drawn(w, "dien-ban").earlier == ()


def test_a_report_asked_for_twice_is_a_second_reminder_too(w: Builder) -> None:
    report = "{number: 2/SNV-CCHC, date: 2022-10-02, reports: [{month: 2022-09, agencies: [dien-ban]}]}"
    letters(w, FIRST, report)
    assert drawn(w).round == 2
    assert [letter.number for letter in drawn(w).earlier] == ["1/SNV-CCHC", "2/SNV-CCHC"]
    assert [letter.number for letter in drawn(w, "dien-ban").earlier] == ["2/SNV-CCHC"]


def test_a_letter_about_work_that_is_done_counts_no_more(w: Builder) -> None:
    letters(w, FIRST.replace("[so-tu-phap, hoi-an]", "[so-tu-phap]").replace("task: A", "task: B"))
    w.report("2022-10", "so-tu-phap", "- {task: B, status: done, date: 2022-10-04}\n", received="2022-10-05")
    facts = drawn(w, "so-tu-phap")
    assert [s.assignment.task.id for s in facts.overdue] == ["A"]
    assert (facts.round, facts.earlier) == (1, ())


def test_before_any_report_was_written_down_nothing_has_been_heard(w: Builder) -> None:
    w.tasks(TASKS)
    facts = ReminderFacts(Owed(w.standings(day="2022-10-05"), date(2022, 10, 5)), date(2022, 10, 20))
    assert not facts.heard_anything


def test_of_a_month_for_which_nobody_reported_nothing_has_been_heard(w: Builder) -> None:
    assert drawn(w, day="2022-10-17").heard_anything
    assert not drawn(w, day="2022-10-18").heard_anything


def test_every_month_s_report_that_did_not_come_is_asked_for(w: Builder) -> None:
    facts = drawn(w, day="2022-10-18")
    september, october = Period(date(2022, 9, 1)), Period(date(2022, 10, 1))
    assert facts.missing == {
        "so-tu-phap": (october,),
        "so-tai-chinh": (october,),
        "hoi-an": (october,),
        "dien-ban": (september, october),
    }
    assert facts.months == (september, october)
    every = drawn(w, day="2023-02-18").months
    assert (len(every), every) == (4, tuple(sorted(every)))


def test_no_letter_cites_itself_or_what_went_out_on_the_same_day(w: Builder) -> None:
    letters(w, FIRST)
    assert [drawn(w, "hoi-an", day=day).round for day in ("2022-10-01", "2022-10-02")] == [1, 2]
    assert drawn(w, "hoi-an", day="2022-10-01").earlier == ()


def test_a_letter_about_a_month_counts_those_that_went_out_after_its_close(w: Builder) -> None:
    report = "{number: 2/SNV-CCHC, date: 2022-09-19, reports: [{month: 2022-09, agencies: [dien-ban]}]}"
    letters(w, report)
    drawn(w)
    facts = ReminderFacts(
        Owed(w.standings(month="2022-09"), date(2022, 9, 26)), date(2022, 9, 30), frozenset(["dien-ban"])
    )
    assert (facts.round, [letter.number for letter in facts.earlier]) == (2, ["2/SNV-CCHC"])


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2022-10-10", "2022-10-20"),  # the office reports in ten days
        ("2022-10-09", "2022-10-14"),  # in eleven: a Sunday, and five working days
        ("2022-10-17", "2022-10-20"),
        ("2022-10-18", "2022-10-25"),  # in two
        ("2023-01-05", "2023-01-12"),  # no more
    ],
)
def test_to_answer_one_has_some_days_and_never_a_month(w: Builder, day: str, before: str) -> None:
    made = answer_day(w.tasks(TASKS).standings(day=day), date.fromisoformat(day))
    assert made == date.fromisoformat(before)


@pytest.mark.parametrize(
    ("today", "day"), [("2022-10-25", "2022-10-25"), ("2023-03-31", "2023-03-31"), ("2023-04-01", "2022-10-18")]
)
def test_a_letter_about_a_month_is_of_today_until_the_plan_is_long_over(w: Builder, today: str, day: str) -> None:
    standings = w.tasks(TASKS).standings(month="2022-10")
    made = letter_day(standings, Period(date(2022, 10, 1)), date.fromisoformat(today))
    assert made == date.fromisoformat(day)


def test_each_unit_s_share_is_taken_from_one_account(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages to thousands of units would else take the square of their time."""
    facts = drawn(w)
    drawn_up: list[Period] = []

    def counted(standings: Standings, month: Period) -> Register:
        drawn_up.append(month)
        return register(standings, month)

    monkeypatch.setattr("parplan.facts.reminder.register", counted)
    for one in facts.each():
        (agency,) = one.agencies
        assert one.overdue == tuple(s for s in facts.overdue if s.assignment.agency == agency)
        assert one.missing.get(agency) == facts.missing.get(agency)
    assert len(drawn_up) == len(set(drawn_up)) > 0


def test_what_is_equally_overdue_stays_in_the_plan_s_order_whoever_is_looked_at(w: Builder) -> None:
    facts = drawn(w)
    both = facts.owed.overdue_of(["hoi-an", "so-tu-phap"])
    assert [(s.assignment.task.id, s.assignment.agency) for s in both] == [
        ("B", "so-tu-phap"),
        ("A", "so-tu-phap"),
        ("A", "hoi-an"),
    ]


def test_a_report_is_missing_once_its_day_to_send_has_passed_and_no_later_month_s_is(w: Builder) -> None:
    assert drawn(w, day="2022-09-17").missing == {}
    assert drawn(w, day="2022-09-18").missing == {"dien-ban": (Period(date(2022, 9, 1)),)}
    later = ReminderFacts(Owed(w.standings(month="2022-09"), date(2022, 11, 20)), date(2022, 11, 30))
    assert later.missing == {"dien-ban": (Period(date(2022, 9, 1)),)}


def test_before_any_month_is_due_no_report_is_missing_and_one_report_is_enough_to_have_heard(w: Builder) -> None:
    facts = drawn(w, day="2022-08-10")
    assert (facts.month, facts.missing, facts.heard_anything) == (None, {}, False)
    w.report("2022-08", "hoi-an", received="2022-08-09")
    early = ReminderFacts(Owed(w.standings(day="2022-08-10"), date(2022, 8, 10)), date(2022, 8, 20))
    assert early.heard_anything
    w.remove("data/progress/2022-09/so-tai-chinh.yaml").remove("data/progress/2022-09/so-tu-phap.yaml")
    one = ReminderFacts(Owed(w.standings(day="2022-10-05"), date(2022, 10, 5)), date(2022, 10, 20))
    assert one.heard_anything


def test_to_nobody_it_is_the_first_reminder(w: Builder) -> None:
    assert drawn(w, "so-tai-chinh").round == 1


def test_a_letter_of_the_last_day_to_send_asks_for_no_report_yet(w: Builder) -> None:
    drawn(w)
    for day, missing in ((17, 0), (18, 1)):
        facts = ReminderFacts(Owed(w.standings(month="2022-09"), date(2022, 9, day)), date(2022, 9, 30))
        assert len(facts.missing) == missing


def test_before_the_first_report_should_be_in_none_is_missing(w: Builder) -> None:
    facts = drawn(w, day="2022-09-10")
    assert (facts.month, facts.missing, facts.silent, facts.day) == (None, {}, (), date(2022, 9, 10))


def test_the_month_in_which_the_plan_began_is_asked_of_nobody(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("starts: 2022-08", "starts: 2022-08-10"))
    facts = ReminderFacts(Owed(w.standings(day="2022-10-05"), date(2022, 10, 5)), date(2022, 10, 20))
    assert {str(month) for months in facts.missing.values() for month in months} == {"2022-09"}


def test_letters_that_were_written_down_in_disorder_are_cited_by_their_day(w: Builder) -> None:
    asked = "reports: [{month: 2022-09, agencies: [dien-ban]}], tasks: [{task: A, agencies: [hoi-an]}]"
    letters(w, *(f"{{number: {day}/SNV-CCHC, date: 2022-09-{day}, {asked}}}" for day in (28, 22, 25)))
    facts = drawn(w)
    assert [letter.number.partition("/")[0] for letter in facts.earlier] == ["22", "25", "28"]
    assert [letter.number.partition("/")[0] for letter in facts.about_reports("dien-ban")] == ["22", "25", "28"]


def test_to_a_unit_that_owes_nothing_no_reminder_is_a_second(w: Builder) -> None:
    letters(w, FIRST)
    assert drawn(w, "so-tai-chinh").round == 1


def test_no_report_is_asked_for_of_an_earlier_month_of_which_none_at_all_is_recorded(w: Builder) -> None:
    w.tasks(TASKS).report("2022-11", "so-tu-phap", received="2022-11-16")
    facts = ReminderFacts(Owed(w.standings(day="2022-11-29"), date(2022, 11, 29)), date(2022, 12, 10))
    assert [str(month) for month in facts.months] == ["2022-11"]
    w.report("2022-09", "so-tu-phap", received="2022-09-16")
    facts = ReminderFacts(Owed(w.standings(day="2022-11-29"), date(2022, 11, 29)), date(2022, 12, 10))
    assert [str(month) for month in facts.missing["hoi-an"]] == ["2022-09", "2022-11"]
