"""Tests of parplan.options.record.changes: what was typed of a month, as changes to its files."""

from __future__ import annotations

import pytest

from months import TOLD, opened, refused, written
from parplan.options.record.changes import recorded
from workspaces import Builder


def test_a_new_file_has_its_head_and_an_old_one_keeps_its_own(w: Builder) -> None:
    raw = {"task": ["A"], "agency": ["Sở Tư pháp"], "status": ["đang làm"], "document": ["1/BC-STP ngày 15/9"]}
    assert written(recorded(opened(w), [raw])) == (
        "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\ndocument:\n  number: 1/BC-STP\n  date: 2022-09-15\n"
        "updates:\n  - task: A\n    status: in-progress\n"
    )
    w.report("2022-09", "so-tu-phap", "- {task: C, status: none}  # đã gọi\n")
    made = written(recorded(opened(w), [{**raw, "received": ["16/9"]}]))
    assert "- {task: C, status: none}  # đã gọi\n- task: A\n  status: in-progress\n" in made
    assert "agency: so-tu-phap\nreceived: 2022-09-16\ndocument:\n" in made


def test_nothing_arose_of_the_duties_that_nobody_has_told_of(w: Builder) -> None:
    raws = [{"agency": ["Sở Tư pháp", "hoi-an"]}]
    made = recorded(opened(w), raws, nothing=True)
    assert len(made.edits) == 2
    assert written(made).endswith("updates:\n  - task: C\n    status: none\n")
    w.report("2022-09", "so-tu-phap", "- {task: C, status: in-progress}\n")
    assert recorded(opened(w), [{"agency": ["so-tu-phap"]}], nothing=True).edits == ()


def test_of_several_rows_the_wrong_one_is_named(w: Builder) -> None:
    good = {"task": ["A"], "agency": ["so-tu-phap"], "status": ["in-progress"]}
    told = refused(lambda: recorded(opened(w), [good, {**good, "task": ["C"], "status": ["tốt"]}]))
    assert (told.reason, told.values["n"]) == ("rows-refused", 1)
    assert str(told.values["rows"]).startswith("Dòng 2: ")
    assert "tốt" in str(told.values["rows"])
    assert "Dòng 2: " in str(refused(lambda: recorded(opened(w), [good, good])).values["rows"])
    assert refused(lambda: recorded(opened(w), [{"task": ["A"]}])).reason == "said-missing-unit"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"status": ["xong"], "date": ["10/9"]}, "said-without-task"),
        ({}, "said-without-task"),
        ({"document": ["1/BC-STP"], "agency": ["so-tu-phap", "so-tai-chinh"]}, "document-several"),
        ({"task": ["A"], "status": ["in-progress"], "agency": ["so-tai-chinh"]}, "record-not-owed"),
        ({"task": ["A"], "status": ["xong"], "date": ["17/9"]}, "day-ahead"),
        ({"received": ["17/9"]}, "day-ahead"),
    ],
)
def test_a_row_that_says_too_little_or_too_much_is_refused(
    w: Builder, raw: dict[str, list[str]], reason: str
) -> None:
    assert refused(lambda: recorded(opened(w), [{"agency": ["so-tu-phap"], **raw}])).reason == reason


def test_one_report_has_one_day_and_one_paper(w: Builder) -> None:
    rows = [{"agency": ["so-tu-phap"], "received": [day]} for day in ("15/9", "16/9")]
    told = refused(lambda: recorded(opened(w), rows))
    assert "khác nhau" in str(told.values["rows"])


def test_a_task_that_somebody_decided_of_is_left_to_the_checks(w: Builder) -> None:
    assert ("A", "so-tai-chinh") not in opened(w).owed
    decision = "- {id: x, kind: assign, task: A, agencies: [so-tai-chinh], from: 2022-09-10"
    w.decisions("2022-09", decision + ", document: {number: 1/UBND}}\n")
    assert ("A", "so-tai-chinh") in opened(w).owed


def test_a_file_that_cannot_be_read_is_left_alone(w: Builder) -> None:
    w.write(TOLD, "plan: [\n")
    raw = {"task": ["A"], "agency": ["so-tu-phap"], "status": ["in-progress"]}
    assert refused(lambda: recorded(opened(w), [raw])).reason == "file-faulty"
