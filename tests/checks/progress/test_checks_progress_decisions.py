"""Tests of parplan.checks.progress.decisions."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import AGENCIES, DECISIONS, HEAD, PLAN, Builder, asked_for

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], with: [so-noi-vu], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [cac-so], …}
- {id: D, kind: general, lead: [cac-huyen], …}
- {id: E, kind: once, lead: [cac-huyen], deadline: {rule: trước ngày 30/9/2022}, …}
"""

PAPER = "document: {number: 1/QĐ, issuer: ubnd-tinh}"


@pytest.fixture
def p(w: Builder) -> Builder:
    return w.tasks(TASKS)


@pytest.mark.parametrize(
    ("code", "decision", "marked"),
    [
        (
            Code.EXTENSION_DATE_MISSING,
            "{id: q, kind: extend, task: A, from: 2022-09-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}",
            "extend",
        ),
        (
            Code.EXTENSION_NOT_BY_ISSUER,
            "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, "
            "document: {number: 1/QĐ, issuer: so-noi-vu}}",
            "so-noi-vu",
        ),
        (
            Code.EXTENSION_NOT_BY_ISSUER,
            "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, document: {number: 1/QĐ}}",
            "{number: 1/QĐ}",
        ),
        (
            Code.PERIOD_UNKNOWN,
            "{id: q, kind: drop, task: B, period: 2022-08, from: 2022-09-01, document: {number: 1/QĐ}}",
            "2022-08",
        ),
        (
            Code.PERIOD_NEEDLESS,
            "{id: q, kind: drop, task: A, period: 2022-10, from: 2022-09-01, document: {number: 1/QĐ}}",
            "2022-10",
        ),
        (
            Code.TASK_UNKNOWN,
            "{id: q, kind: drop, task: XYZ, from: 2022-09-01, document: {number: 1/QĐ}}",
            "XYZ",
        ),
        (
            Code.KEY_MISSING,
            "{id: q, kind: drop, task: A, document: {number: 1/QĐ}}",
            "{id: q, kind: drop, task: A, document: {number: 1/QĐ}}",
        ),
    ],
)
def test_a_decision_that_does_not_hold_is_told(p: Builder, code: Code, decision: str, marked: str) -> None:
    p.decisions("2022-09", f"- {decision}\n").refused(code, DECISIONS, marked)


@pytest.mark.parametrize(
    "decision",
    [
        "{id: q, kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, "
        "document: {number: 1/QĐ, issuer: ubnd-tinh}}",
        "{id: q, kind: drop, task: B, period: 2022-09, from: 2022-09-01, document: {number: 1/QĐ}}",
        "{id: q, kind: exempt, task: C, agencies: [cac-so], from: 2022-09-01, document: {number: 1/QĐ}}",
    ],
)
def test_a_decision_that_holds_is_silent(p: Builder, decision: str) -> None:
    p.decisions("2022-09", f"- {decision}\n").silent()


@pytest.mark.parametrize(
    ("code", "decision", "marked"),
    [
        (Code.EXTENSION_NOT_LATER, "kind: extend, task: A, to: 2022-09-15", "2022-09-15"),
        (Code.EXTENSION_NOT_LATER, "kind: extend, task: A, to: 2022-09-30", "2022-09-30"),
        (Code.EXTENSION_NOT_LATER, "kind: extend, task: E, to: 2022-09-30", "2022-09-30"),
        # without its period it would bring December's day forward to October
        (Code.EXTENSION_NOT_LATER, "kind: extend, task: B, to: 2022-10-15", "2022-10-15"),
        (Code.EXTENSION_WITHOUT_DUE, "kind: extend, task: C, to: 2022-10-15", "C"),
        (Code.EXEMPTION_NOT_OWED, "kind: exempt, task: A, agencies: [hoi-an]", "hoi-an"),
        (Code.EXEMPTION_NOT_OWED, "kind: exempt, task: A, agencies: [so-tu-phap, hoi-an]", "hoi-an"),
        (Code.EXEMPTION_NOT_OWED, "kind: exempt, task: A, agencies: [cac-huyen]", "cac-huyen"),
        (Code.EXEMPTION_NOT_OWED, "kind: drop, task: A, agencies: [so-noi-vu]", "so-noi-vu"),
        (Code.ASSIGNMENT_NOBODY, "kind: assign, task: A", "assign"),
        (Code.ASSIGNMENT_ALREADY_OWED, "kind: assign, task: E, agencies: [so-noi-vu, hoi-an]", "hoi-an"),
        (Code.ASSIGNMENT_ALREADY_OWED, "kind: assign, task: E, agencies: [cac-huyen]", "cac-huyen"),
    ],
)
def test_a_decision_that_changes_nothing_is_told(p: Builder, code: Code, decision: str, marked: str) -> None:
    p.decisions("2022-09", f"- {{id: q, {decision}, from: 2022-09-20, {PAPER}}}\n").refused(
        code, DECISIONS, marked
    )


@pytest.mark.parametrize("day", ["2022-07-31", "2023-09-01"])
def test_a_decision_that_counts_from_a_day_outside_the_plan_is_told(p: Builder, day: str) -> None:
    p.decisions("2022-09", f"- {{id: q, kind: drop, task: A, from: {day}, {PAPER}}}\n")
    p.refused(Code.DECISION_OUTSIDE_PLAN, DECISIONS, day)


@pytest.mark.parametrize(
    "decision",
    [
        "kind: extend, task: A, to: 2022-10-01, from: 2022-09-01",
        "kind: extend, task: E, to: 2022-10-01, agencies: [hoi-an], from: 2022-09-01",
        "kind: extend, task: B, period: 2022-09, to: 2022-10-15, from: 2022-09-20",
        "kind: extend, task: A, to: 2023-01-31, from: 2022-12-31",
        "kind: exempt, task: E, agencies: [hoi-an], from: 2022-10-29",
        "kind: exempt, task: A, agencies: [cac-so], from: 2022-09-20",  # one of them owes it
        "kind: exempt, task: D, agencies: [hoi-an], from: 2022-09-20",  # an exhortation: nobody owes it
        "kind: drop, task: A, from: 2022-08-01",
        "kind: assign, task: A, agencies: [hoi-an], from: 2022-09-20",
        "kind: assign, task: A, agencies: [cac-so], from: 2022-09-20",  # two of them do not owe it yet
    ],
)
def test_a_decision_that_changes_something_is_silent(p: Builder, decision: str) -> None:
    p.decisions("2022-09", f"- {{id: q, {decision}, {PAPER}}}\n").silent()


def test_an_extension_is_held_against_the_earlier_one(p: Builder) -> None:
    first = f"- {{id: q1, kind: extend, task: A, to: 2022-10-31, from: 2022-09-20, {PAPER}}}\n"
    p.decisions("2022-09", first)
    p.decisions("2022-10", f"- {{id: q2, kind: extend, task: A, to: 2022-10-15, from: 2022-10-01, {PAPER}}}\n")
    p.refused(Code.EXTENSION_NOT_LATER, "data/progress/2022-10/decisions.yaml", "2022-10-15")
    p.decisions("2022-10", f"- {{id: q2, kind: extend, task: A, to: 2022-11-15, from: 2022-10-01, {PAPER}}}\n")
    p.silent()


def test_one_new_day_for_all_may_be_one_that_some_have_already(p: Builder) -> None:
    p.decisions(
        "2022-09",
        f"- {{id: q1, kind: extend, task: E, agencies: [hoi-an], to: 2022-10-15, from: 2022-09-10, {PAPER}}}\n"
        f"- {{id: q2, kind: extend, task: E, to: 2022-10-15, from: 2022-09-20, {PAPER}}}\n",
    ).silent()


def test_what_nobody_owes_any_more_has_no_day_to_be_held_against(p: Builder) -> None:
    first = f"- {{id: q1, kind: exempt, task: A, agencies: [so-tu-phap], from: 2022-09-05, {PAPER}}}\n"
    later = f"- {{id: q2, kind: extend, task: A, to: 2022-08-31, from: 2022-09-20, {PAPER}}}\n"
    p.decisions("2022-09", first + later).silent()


def test_an_extension_in_error_moves_no_day_for_the_next(p: Builder) -> None:
    p.decisions(
        "2022-09",
        "- {id: q1, kind: extend, task: A, to: 2022-12-15, from: 2022-09-10, document: {number: 1/QĐ}}\n"
        f"- {{id: q2, kind: extend, task: A, to: 2022-10-15, from: 2022-09-20, {PAPER}}}\n",
    )
    p.refused(Code.EXTENSION_NOT_BY_ISSUER, DECISIONS, "{number: 1/QĐ}")


def test_what_was_taken_away_may_be_given_again(p: Builder) -> None:
    p.decisions(
        "2022-09",
        f"- {{id: q1, kind: exempt, task: A, agencies: [so-tu-phap], from: 2022-09-10, {PAPER}}}\n"
        f"- {{id: q2, kind: assign, task: A, agencies: [so-tu-phap], from: 2022-09-20, {PAPER}}}\n",
    ).silent()


def test_a_unit_that_was_assigned_a_task_may_be_exempted_from_it(p: Builder) -> None:
    assign = f"- {{id: q1, kind: assign, task: A, agencies: [hoi-an], from: 2022-09-10, {PAPER}}}\n"
    exempt = f"- {{id: q2, kind: exempt, task: A, agencies: [hoi-an], from: 2022-09-20, {PAPER}}}\n"
    p.decisions("2022-09", assign + exempt).silent()
    p.decisions("2022-09", exempt).refused(Code.EXEMPTION_NOT_OWED, DECISIONS, "hoi-an")


def test_an_exempted_unit_need_not_be_there_any_more(p: Builder) -> None:
    p.change(AGENCIES, "Sở Tư pháp, kind: so", "Sở Tư pháp, kind: so, until: 2022-08-31")
    p.decisions(
        "2022-09", f"- {{id: q, kind: exempt, task: A, agencies: [so-tu-phap], from: 2022-09-10, {PAPER}}}\n"
    )
    p.silent()


def test_while_it_is_not_certain_who_leads_a_task_nobody_is_said_not_to_owe_it(p: Builder) -> None:
    p.tasks("- {id: A, kind: once, lead: [so-tu-phapp], …}\n")
    p.decisions(
        "2022-09", f"- {{id: q, kind: exempt, task: A, agencies: [so-tu-phap], from: 2022-09-10, {PAPER}}}\n"
    )
    p.refused(Code.AGENCY_UNKNOWN, PLAN, "so-tu-phapp", meant="so-tu-phap")


@pytest.mark.parametrize(
    ("decision", "values"),
    [
        (
            "kind: extend, task: A, to: 2022-10-30, from: 2022-09-01, document: {number: 1/QĐ}",
            {"issuer": "…", "entitled": "ubnd-tinh"},
        ),
        (
            f"kind: drop, task: B, period: 2022-08, from: 2022-09-01, {PAPER}",
            {
                "task": "B",
                "kind": "periodic",
                "period": "2022-08",
                "periods": "2022-09, 2022-10, 2022-11, 2022-12",
            },
        ),
        (
            f"kind: drop, task: A, period: 2022-10, from: 2022-09-01, {PAPER}",
            {"task": "A", "kind": "once", "period": "2022-10", "periods": ""},
        ),
    ],
)
def test_what_is_wrong_with_a_decision_is_told_with_what_would_be_right(
    p: Builder, decision: str, values: dict[str, object]
) -> None:
    p.decisions("2022-09", f"- {{id: q, {decision}}}\n")
    (finding,) = asked_for(p.load())
    assert finding.values == values


def test_an_extension_must_come_after_the_last_of_the_days_it_moves(p: Builder) -> None:
    p.decisions("2022-09", f"- {{id: q, kind: extend, task: B, to: 2022-10-15, from: 2022-09-20, {PAPER}}}\n")
    (finding,) = asked_for(p.load())
    assert (finding.code, str(finding.values["due"])) == (Code.EXTENSION_NOT_LATER, "2022-12-31")


@pytest.mark.parametrize(("day", "told"), [("2022-09-29", True), ("2022-09-30", False)])
def test_what_had_fallen_due_already_can_be_assigned_to_a_unit_that_owed_it(
    p: Builder, day: str, told: bool
) -> None:
    p.decisions("2022-10", f"- {{id: q, kind: assign, task: E, agencies: [hoi-an], from: {day}, {PAPER}}}\n")
    assert p.codes() == (["assignment-already-owed"] if told else [])


@pytest.mark.parametrize(
    ("ends", "codes"), [("2022-08-01", ["decision-outside-plan"]), ("2022-07-31", ["plan-dates-reversed"])]
)
def test_a_decision_is_held_against_a_plan_of_at_least_one_day(p: Builder, ends: str, codes: list[str]) -> None:
    p.tasks("- {id: D, kind: general, lead: [cac-huyen], …}\n", HEAD.replace("2022-12-31", ends))
    p.decisions("2022-08", f"- {{id: q, kind: drop, task: D, from: 2022-09-20, {PAPER}}}\n")
    assert p.codes() == codes


def test_a_group_of_nobody_is_neither_exempted_nor_assigned_in_vain(p: Builder) -> None:
    p.change(AGENCIES, "  - {id: huyen, name: Huyện}", "  - {id: huyen, name: Huyện}\n  - {id: xa, name: Xã}")
    p.change(AGENCIES, "groups:\n", "groups:\n  - {id: cac-xa, name: UBND cấp xã, kinds: [xa]}\n")
    for kind in ("exempt", "assign"):
        p.decisions(
            "2022-09", f"- {{id: q, kind: {kind}, task: A, agencies: [cac-xa], from: 2022-09-20, {PAPER}}}\n"
        )
        p.silent()
