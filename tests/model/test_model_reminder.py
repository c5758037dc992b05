"""Tests of parplan.model.reminder, as it is read from files."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import Builder

FILE = "data/reminders/2022.yaml"
TEXT = """\
plan: 2022
reminders:
  - number: 924/SNV-CCHC
    date: 2022-10-05
    tasks:
      - {task: B, period: 2022-09, agencies: [so-tu-phap]}
    reports:
      - {month: 2022-09, agencies: [hoi-an]}
"""


def test_a_letter_says_of_what_and_whom_it_reminded(w: Builder) -> None:
    w.write(FILE, TEXT).silent()
    (file,) = w.workspace().reminders
    (letter,) = file.reminders
    assert [(work.task, str(work.period), work.agencies) for work in letter.tasks or ()] == [
        ("B", "2022-09", ("so-tu-phap",))
    ]
    assert [(str(report.month), report.agencies) for report in letter.reports or ()] == [("2022-09", ("hoi-an",))]


@pytest.mark.parametrize(
    ("old", "new", "code", "marked"),
    [
        ("    date: 2022-10-05\n", "", Code.KEY_MISSING, "number: 924/SNV-CCHC"),
        ("agencies: [hoi-an]", "agencies: [cac-huyen]", Code.AGENCY_NOT_GROUP, "cac-huyen"),
        ("agencies: [so-tu-phap]", "agencies: [so-tu-phaps]", Code.AGENCY_UNKNOWN, "so-tu-phaps"),
        ("task: B", "task: Z", Code.TASK_UNKNOWN, "Z"),
        ("plan: 2022", "plan: 2021", Code.FILE_CONTRADICTS_HEAD, "2021"),
        ("924/SNV-CCHC", "924-SNV", Code.PAPER_NUMBER_INVALID, "924-SNV"),
    ],
)
def test_what_is_wrong_in_a_letter_is_told(w: Builder, old: str, new: str, code: Code, marked: str) -> None:
    loaded = w.write(FILE, TEXT.replace(old, new)).load()
    found = {finding.code: loaded.span(finding) for finding in loaded.findings}
    assert code in found
    place = w.place(FILE, marked)
    assert (found[code].line, found[code].column) == (place.line, place.column)
