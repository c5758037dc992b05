"""Tests of parplan.checks.reminders."""

from __future__ import annotations

from parplan.finding import Code
from workspaces import Builder

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


def test_a_letter_with_an_error_reminds_nobody(w: Builder) -> None:
    reminded(w, "task: A, period: 2022-09")
    (file,) = w.load().workspace.reminders
    assert file.reminders == ()
