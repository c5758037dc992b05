"""Tests of parplan.facts.status.guide: what there is to do on each day of a month, and of a plan's life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from parplan.calendar.period import Period
from parplan.facts.status.guide import GuideFacts
from workspaces import Builder

SEPTEMBER, OCTOBER = Period.parse("2022-09"), Period.parse("2022-10")
MADE = {SEPTEMBER: ["bao-cao/t9.docx"], OCTOBER: ["bao-cao/t10.docx"]}


def steps(w: Builder, day: str, made: Mapping[Period, Sequence[str]] = MADE, errors: int = 0) -> list[str]:
    return [step.name for step in GuideFacts(w.standings(day), errors, made).steps()]


def sent(w: Builder, month: str, *units: str) -> Builder:
    for unit in units:
        w.report(month, unit, received=f"{month}-15")
    return w


OTHERS = ("so-tu-phap", "so-tai-chinh", "hoi-an")


def test_before_the_plan_begins_there_is_nothing_to_do(w: Builder) -> None:
    facts = GuideFacts(w.standings("2022-07-31"))
    assert (facts.is_ahead, list(facts.steps())) == (True, [])
    assert not GuideFacts(w.standings("2022-08-01")).is_ahead


def test_until_a_month_closes_its_reports_are_not_asked_for(w: Builder) -> None:
    assert steps(w, "2022-09-14") == []


def test_a_month_of_which_nothing_is_there_is_opened_first(w: Builder) -> None:
    assert steps(w, "2022-09-15", {}) == ["open"]


def test_who_has_not_sent_is_waited_for_and_after_the_last_day_is_late(w: Builder) -> None:
    sent(w, "2022-09", "so-tu-phap")
    assert steps(w, "2022-09-17", {}) == ["collect"]
    assert steps(w, "2022-09-18", {}) == ["late", "report"]


def test_with_all_reports_there_the_report_is_made_and_then_looked_at_again(w: Builder) -> None:
    sent(w, "2022-09", *OTHERS, "dien-ban")
    assert steps(w, "2022-09-16", {}) == ["report"]
    assert steps(w, "2022-09-16") == ["check"]


def test_after_the_office_s_day_a_report_that_nothing_tells_of_is_left_behind(w: Builder) -> None:
    sent(w, "2022-09", *OTHERS, "dien-ban")
    assert steps(w, "2022-09-20", {}) == ["report"]
    assert steps(w, "2022-09-21", {}) == ["behind"]
    assert steps(w, "2022-09-21") == []


@pytest.mark.parametrize("known", ["number: 12/BC-SNV", "date: 2022-09-20"])
def test_a_report_whose_number_or_day_was_put_down_went_up(w: Builder, known: str) -> None:
    sent(w, "2022-09", *OTHERS, "dien-ban")
    w.write("data/reports/2022-09.yaml", f"plan: 2022\nperiod: 2022-09\n{known}\n")
    assert steps(w, "2022-09-21", {}) == []


def test_what_is_overdue_or_soon_due_is_told_once_anybody_has_reported(w: Builder) -> None:
    assert steps(w, "2022-10-10") == []
    sent(w, "2022-09", "so-tu-phap")
    found = {step.name: step for step in GuideFacts(w.standings("2022-10-10"), made=MADE).steps()}
    assert list(found) == ["overdue"]
    assert found["overdue"].values == {"n": 2, "units": 1, "again": 0}
    assert found["overdue"].is_late
    assert steps(w, "2022-09-25") == ["soon"]


def test_errors_come_first_on_any_day(w: Builder) -> None:
    assert steps(w, "2022-07-01", errors=2) == ["errors"]
    assert steps(w, "2022-09-15", {}, errors=2) == ["errors", "open"]


def test_after_the_last_month_the_plan_is_closed(w: Builder) -> None:
    facts = GuideFacts(w.standings("2023-03-01"), made={Period.parse("2022-12"): ["bao-cao/t12.docx"]})
    assert (facts.month, facts.days, [step.name for step in facts.steps()]) == (None, {}, ["final"])
