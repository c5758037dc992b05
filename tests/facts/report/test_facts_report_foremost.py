"""Tests of parplan.facts.report.foremost: what a sentence names, chosen by counting, never by wording."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.foremost import (
    MOST_NAMED,
    coming_first,
    lasting,
    longest_overdue,
    most_overdue,
    owing_overdue,
)
from parplan.facts.report.report import ReportFacts, report_facts
from running import sample
from workspaces import PLAN, Builder

UNITS = {"a": "so-tu-phap", "b": "so-tai-chinh", "c": "hoi-an", "d": "dien-ban", "e": "so-noi-vu"}


def facts(w: Builder, month: str = "2022-10") -> ReportFacts:
    workspace = w.workspace()
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def of_sample(month: str) -> ReportFacts:
    workspace = sample().workspace
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def owed(w: Builder, letters: str, rule: str = "ngày 30/9/2022") -> Builder:
    """Each letter is a unit, as often as it has something to do."""
    return w.tasks(
        "".join(
            f"- {{id: T{n}, kind: once, lead: [{UNITS[letter]}], deadline: {{rule: {rule}}}, …}}\n"
            for n, letter in enumerate(letters)
        )
    )


def test_the_units_with_overdue_work_come_in_the_register_s_order(w: Builder) -> None:
    assert owing_overdue(facts(owed(w, "dba"))) == ("so-tu-phap", "so-tai-chinh", "dien-ban")


def test_whoever_has_as_much_as_one_that_is_named_is_named_too(w: Builder) -> None:
    shares = most_overdue(facts(owed(w, "aaabbbccdd")))
    assert [(share.count, len(share.agencies)) for share in shares] == [(3, 2), (2, 2)]


def test_what_is_overdue_longest_is_told_of_all_that_owe_it_alike(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: once, lead: [so-tai-chinh], deadline: {rule: ngày 30/9/2022}, …}\n"
        "- {id: B, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: ngày 10/9/2022}, …}\n"
    )
    longest = longest_overdue(facts(w))
    assert longest is not None
    assert (longest.standing.assignment.task.id, longest.agencies) == ("B", ("so-tu-phap", "hoi-an"))
    assert longest.cause is None


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("reason: Thiếu người., difficulty: Khó.", "Thiếu người."),
        ("difficulty: Khó.", "Khó."),
        ("result: Đang trình.", None),
    ],
)
def test_the_cause_is_the_unit_s_own_word(said: str, cause: str | None, w: Builder) -> None:
    owed(w, "a").report("2022-10", "so-tu-phap", f"- {{task: T0, status: in-progress, {said}}}\n", "2022-10-14")
    longest = longest_overdue(facts(w))
    assert longest is not None
    assert longest.cause == cause


def test_nothing_is_longest_where_nothing_is_overdue(w: Builder) -> None:
    assert longest_overdue(facts(owed(w, "a", "ngày 30/11/2022"))) is None


def test_who_stays_overdue_is_named_with_the_letters_that_reminded_it() -> None:
    assert lasting(of_sample("2022-10")) == ()
    first = lasting(of_sample("2022-11"))[0]
    assert (first.months, [letter.number for letter in first.letters]) == (2, ["1987/SNV-CCHC"])
    months = [group.months for group in lasting(of_sample("2022-12"))]
    assert months == sorted(months, reverse=True)
    assert len(months) <= MOST_NAMED


def test_of_much_to_come_what_is_given_by_name_comes_first(w: Builder) -> None:
    w.tasks(
        "- {id: ALL, kind: once, lead: [cac-so], deadline: {rule: ngày 20/10/2022}, …}\n"
        "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 15/11/2022}, …}\n"
        "- {id: B, kind: once, lead: [so-tai-chinh], deadline: {rule: ngày 25/10/2022}, …}\n"
        "- {id: C, kind: once, lead: [hoi-an], deadline: {rule: ngày 30/10/2022}, …}\n"
    )
    coming = coming_first(facts(w))
    assert [some[0].assignment.task.id for some in coming.tasks] == ["B", "C", "A"]
    assert not coming.are_all


def test_where_little_is_to_come_all_of_it_is_named(w: Builder) -> None:
    coming = coming_first(facts(owed(w, "ab", "ngày 30/10/2022")))
    assert [some[0].assignment.task.id for some in coming.tasks] == ["T0", "T1"]
    assert coming.are_all


@pytest.mark.parametrize(
    ("letters", "named"),
    [
        ("", []),
        ("a", []),  # one each: nobody has most
        ("abcd", []),
        ("aa", [(2, "a")]),
        ("aab", [(2, "a"), (1, "b")]),  # a few are all named
        ("aabc", [(2, "a"), (1, "bc")]),
        ("aabcd", [(2, "a")]),  # of more, those with one are not
        ("aaabbbcccddee", [(3, "abc")]),  # three are enough
        ("aaabbbccddee", [(3, "ab"), (2, "ecd")]),
    ],
)
def test_of_units_with_overdue_work_those_with_most_are_named(
    w: Builder, letters: str, named: list[tuple[int, str]]
) -> None:
    owed(w, letters or "a", "ngày 30/9/2022" if letters else "ngày 30/11/2022")
    shares = [(share.count, share.agencies) for share in most_overdue(facts(w))]
    assert shares == [(count, w.workspace().units.in_order(UNITS[one] for one in units)) for count, units in named]


def test_who_has_been_overdue_longest_comes_first_and_three_are_named(w: Builder) -> None:
    days = (("a", "30/10"), ("a", "30/9"), ("b", "20/8"), ("c", "30/10"), ("e", "01/8"), ("d", "20/11"))
    w.tasks(
        "".join(
            f"- {{id: T{n}, kind: once, lead: [{UNITS[unit]}], deadline: {{rule: ngày {day}/2022}}, …}}\n"
            for n, (unit, day) in enumerate(days)
        )
    )
    named = [(group.agencies, group.months) for group in lasting(facts(w, "2022-12"))]
    assert named == [(("so-noi-vu",), 5), (("so-tai-chinh",), 4), (("so-tu-phap",), 3)]


def test_of_those_overdue_as_long_who_was_reminded_comes_first(w: Builder) -> None:
    owed(w, "abc").write(
        "data/reminders/2022.yaml",
        "plan: 2022\nreminders:\n"
        "  - {number: 924/SNV-CCHC, date: 2022-10-20, tasks: [{task: T1, agencies: [so-tai-chinh]}]}\n",
    )
    named = [(group.agencies, len(group.letters)) for group in lasting(facts(w, "2022-11"))]
    assert named == [(("so-tai-chinh",), 1), (("so-tu-phap", "hoi-an"), 0)]


def test_of_what_several_owe_no_single_unit_s_word_is_the_cause(w: Builder) -> None:
    w.tasks("- {id: B, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: ngày 10/9/2022}, …}\n")
    for agency in ("so-tu-phap", "hoi-an"):
        w.report("2022-10", agency, "- {task: B, status: in-progress, reason: Thiếu người.}\n")
    longest = longest_overdue(facts(w))
    assert longest is not None
    assert (len(longest.agencies), longest.cause) == (2, None)


@pytest.mark.parametrize(
    ("letters", "named", "are_all"),
    [("abc", ["T0", "T1", "T2"], True), ("abcd", ["T1", "T2", "T3"], False)],
)
def test_the_office_s_own_report_is_named_only_where_all_is(
    w: Builder, letters: str, named: list[str], are_all: bool
) -> None:
    owed(w, letters, "ngày 30/10/2022").change(PLAN, "archive: VT\n", "archive: VT\n    task: T0\n")
    coming = coming_first(facts(w))
    assert ([some[0].assignment.task.id for some in coming.tasks], coming.are_all) == (named, are_all)
