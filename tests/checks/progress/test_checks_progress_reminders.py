"""Tests of parplan.checks.progress.reminders."""

from __future__ import annotations

from datetime import date

from parplan.checks.progress.reminders import letters_to_come
from parplan.finding import Code
from workspaces import Builder, asked_for

LETTER = "plan: 2022\nreminders:\n  - {{number: 924/SNV-CCHC, date: {day}, {asked}}}\n"
FILE = "data/reminders/2022.yaml"


def reminded(w: Builder, work: str) -> Builder:
    letter = f"  - {{number: 924/SNV-CCHC, date: 2022-10-05, tasks: [{{{work}, agencies: [so-tu-phap]}}]}}\n"
    return w.write(FILE, f"plan: 2022\nreminders:\n{letter}")


def test_a_recurring_task_is_reminded_of_for_one_of_its_periods(w: Builder) -> None:
    reminded(w, "task: B, period: 2022-09").silent()
    reminded(w, "task: B").refused(Code.PERIOD_MISSING, FILE, "task: «B»")
    reminded(w, "task: B, period: 2022-07").refused(Code.PERIOD_UNKNOWN, FILE, "2022-07")


def test_any_other_task_is_reminded_of_for_none(w: Builder) -> None:
    reminded(w, "task: A").silent()
    reminded(w, "task: A, period: 2022-09").refused(Code.PERIOD_NEEDLESS, FILE, "«period»: 2022-09")


def test_a_letter_goes_out_after_what_it_asks_for_should_have_been_there(w: Builder) -> None:
    w.write(
        FILE, LETTER.format(day="2022-10-01", asked="tasks: [{task: B, period: 2022-09, agencies: [so-tu-phap]}]")
    )
    w.silent()
    w.change(FILE, "2022-10-01", "2022-09-30").refused(Code.REMINDER_TOO_EARLY, FILE, "«2022-09-30»")


def test_a_report_is_asked_for_after_the_last_day_to_send_it(w: Builder) -> None:
    w.write(FILE, LETTER.format(day="2022-09-18", asked="reports: [{month: 2022-09, agencies: [so-tu-phap]}]"))
    w.silent()
    w.change(FILE, "2022-09-18", "2022-09-17").refused(Code.REMINDER_TOO_EARLY, FILE, "«2022-09-17»")


def test_no_letter_has_gone_out_on_a_day_to_come(w: Builder) -> None:
    workspace = reminded(w, "task: A").workspace()
    (ahead,) = letters_to_come(workspace, date(2022, 10, 4))
    assert (ahead.code, ahead.values["day"]) == (Code.REMINDER_AHEAD, date(2022, 10, 5))
    assert list(letters_to_come(workspace, date(2022, 10, 5))) == []


def test_a_letter_with_an_error_reminds_nobody(w: Builder) -> None:
    reminded(w, "task: A, period: 2022-09")
    (file,) = w.load().workspace.reminders
    assert file.reminders == ()


def test_a_letter_about_a_task_that_is_not_there_is_told_once(w: Builder) -> None:
    reminded(w, "task: XYZ").refused(Code.TASK_UNKNOWN, FILE, "XYZ")


def test_a_letter_under_a_plan_that_is_not_there_is_told_once(w: Builder) -> None:
    later = FILE.replace("2022", "2023")
    reminded(w, "task: A").write(later, w.text(FILE).replace("plan: 2022", "plan: 2023")).remove(FILE)
    w.refused(Code.PLAN_UNKNOWN, later, "plan: «2023»", meant="2022")


def test_a_letter_about_work_without_a_due_day_is_never_too_early(w: Builder) -> None:
    reminded(w, "task: C").silent()


def test_a_letter_that_is_too_early_is_told_with_the_last_day_in_time(w: Builder) -> None:
    w.write(FILE, LETTER.format(day="2022-09-17", asked="reports: [{month: 2022-09, agencies: [so-tu-phap]}]"))
    (finding,) = asked_for(w.load())
    assert finding.values == {"number": "924/SNV-CCHC", "day": date(2022, 9, 17), "last": date(2022, 9, 17)}
