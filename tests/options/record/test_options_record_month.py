"""Tests of parplan.options.record.month: which month is written down, for whom, and when it is history."""

from __future__ import annotations

from months import TOLD, opened, refused
from parplan.calendar.period import Period
from parplan.options.record.changes import recorded
from parplan.options.record.month import find_units, keep_history
from running import run_in
from workspaces import PLAN, Builder


def test_the_month_is_the_one_that_is_open_or_the_one_named(w: Builder) -> None:
    assert opened(w).period == Period.parse("2022-09")
    assert opened(w, "10").period == Period.parse("2022-10")
    assert opened(w, "1/2023").period == Period.parse("2023-01")  # tells of the days after the last close
    assert refused(lambda: opened(w, "7")).reason == "period-unknown"
    assert refused(lambda: opened(w, "2022-07")).reason == "period-outside-plan"
    assert refused(lambda: opened(w, None, "2023-03-01")).reason == "month-none-open"


def test_a_month_that_went_up_is_changed_only_by_who_says_so(w: Builder) -> None:
    keep_history(opened(w, "9", "2022-09-20"), late=False)
    closed = opened(w, "9", "2022-09-21")
    told = refused(lambda: keep_history(closed, late=False))
    assert (told.reason, told.exit_code, told.values["number"]) == ("month-closed-open", 1, "10/2022")
    assert refused(lambda: keep_history(opened(w, "9", "2023-05-01"), late=False)).reason == "month-closed"
    keep_history(closed, late=True)
    assert refused(lambda: keep_history(opened(w, "10"), late=True)).reason == "late-needless"


def test_the_month_of_the_last_plan_that_is_open_is_named_with_its_plan(w: Builder) -> None:
    w.write("data/plan-2023.yaml", w.text(PLAN).replace("year: 2022", "year: 2023").replace("2022-", "2023-"))
    w.change("data/plan-2023.yaml", "starts: 2023-08", "starts: 2023-01")
    closed = opened(w, "12/2022", "2023-01-05")
    assert (closed.plan.plan.year, closed.is_history) == (2022, True)
    told = refused(lambda: keep_history(closed, late=False))
    assert told.values["number"] == "1/2023 --plan 2022"


def test_reports_that_were_made_of_a_closed_month_are_named(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n", "2022-09-15")
    assert run_in(w.root, "report", "--month", "9", "--format", "md").code == 0
    (w.root / "bao-cao" / "ghi-chu.txt").write_text("x")
    closed = opened(w, "9", "2022-09-21")
    assert "bao-cao/bao-cao-thang-09-2022.md" in str(
        refused(lambda: keep_history(closed, late=False)).values["made"]
    )
    changed = run_in(w.root, "set", "progress/2022-09/so-tu-phap:updates.A.difficulty", "Thiếu người")
    assert "không còn khớp: bao-cao/bao-cao-thang-09-2022.md." in changed.err


def test_reports_are_named_by_what_they_tell_and_not_by_their_month(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n", "2022-09-15")
    for month in ("9", "10"):
        run_in(w.root, "report", "--month", month, "--format", "md")
    field = "progress/2022-09/so-tu-phap:updates.A"
    both = "không còn khớp: bao-cao/bao-cao-thang-09-2022.md, bao-cao/bao-cao-thang-10-2022.md."
    assert both in run_in(w.root, "set", f"{field}.difficulty", "Thiếu người").err
    assert "không còn khớp" not in run_in(w.root, "undo").err  # what they tell is so again
    assert both in run_in(w.root, "set", "plan-2022:plan.title", "Kế hoạch mới").err
    assert "không còn khớp" not in run_in(w.root, "set", "agencies:agencies.hoi-an.note", "x").err


def test_a_group_stands_for_those_of_it_that_owe_the_task(w: Builder) -> None:
    assert find_units(opened(w), ["cac-huyen", "Sở Tư pháp"]) == ("hoi-an", "dien-ban", "so-tu-phap")
    raw = {"task": ["A"], "agency": ["tat-ca"], "status": ["in-progress"]}
    assert [edit.file for edit in recorded(opened(w), [raw]).edits] == [TOLD]
