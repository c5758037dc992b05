"""parplan report --lang en: a translation that says so, laid out alike, with what people typed left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from decree import decree_faults
from golden import check_golden
from running import SAMPLE, run_in, snapshot
from workspaces import REPOSITORY, Builder


def markdown(folder: Path, *argv: str) -> str:
    ran = run_in(folder, "report", *argv, "--lang", "en", "--format", "md", "-o", "-")
    assert ran.code == 0
    return ran.out


@pytest.mark.parametrize(
    ("name", "argv"),
    [
        ("10", ("--month", "10")),
        ("quarter", ("--quarter", "4")),
        ("year", ("--year-end",)),
        ("own", ("--month", "10", "--agency", "so-tai-chinh")),
    ],
)
def test_the_english_report_says_what_it_said(name: str, argv: tuple[str, ...]) -> None:
    check_golden(f"report-sample-{name}-en.md", markdown(SAMPLE, *argv))


def test_a_report_is_in_another_language_only_where_that_is_asked_for() -> None:
    ran = run_in(SAMPLE, "report", "--month", "10", "--format", "md", "-o", "-", PARPLAN_LANG="en")
    assert "BÁO CÁO" in ran.out
    assert "Places to complete" in ran.err


@pytest.mark.parametrize("argv", [("--month", "9"), ("--quarter", "3"), ("--year-end",)])
def test_before_anybody_reported_english_says_so_too(argv: tuple[str, ...]) -> None:
    text = markdown(REPOSITORY, *argv)
    assert "had received no report from any agency" in text
    assert "**DRAFT (TRANSLATION)**" in text
    assert "overdue assignment" not in text


def test_it_bears_an_english_name_and_says_what_it_is(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "--lang", "en", "-o", ".")
    assert (ran.code, list(snapshot(tmp_path))) == (0, ["report-month-10-2022.docx"])
    document = Document(str(tmp_path / "report-month-10-2022.docx"))
    told = document.core_properties
    assert (told.title, told.language) == ("Report for October 2022 (translation)", "en-GB")
    head = document.tables[0].rows[1].cells[0].text
    assert head == "No. 2087/BC-SNV\nUNOFFICIAL TRANSLATION"


@pytest.mark.parametrize("argv", [("--month", "9"), ("--month", "10"), ("--half", "2")])
def test_its_layout_is_the_decrees(tmp_path: Path, argv: tuple[str, ...]) -> None:
    made = tmp_path / "report.docx"
    for root in (SAMPLE, REPOSITORY):
        assert run_in(root, "report", *argv, "--lang", "en", "-o", str(made)).code == 0
        assert [fault for fault in decree_faults(made) if not fault.startswith("Place and Date: ")] == []


def test_it_agrees_with_the_data_whatever_language_one_asks_in(tmp_path: Path) -> None:
    for name in ("report.docx", "report.md"):
        run_in(SAMPLE, "report", "--month", "10", "--lang", "en", "-o", str(tmp_path / name))
        for spoken in ("vi", "en"):
            ran = run_in(SAMPLE, "report", "--check", str(tmp_path / name), PARPLAN_LANG=spoken)
            assert (ran.code, len(ran.err.splitlines())) == (0, 1)


def test_counts_of_one_are_said_as_one(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-20}", received="2022-10-14")
    text = markdown(w.root, "--month", "10")
    assert "divided into 1 task, given to 1 agency: 1 assignment with" in text
    assert "one agency in one period), given by name. By 14 October 2022, it had fallen due" in text
    assert "of 1 agency asked to report, 1 had sent its report for October." in text
    assert "Of 1 assignment due, 1 was done (100.0%), on time." in text
    assert not re.search(r"\b1 (?:tasks|agencies|assignments|days|targets|were|have)\b", text)


def test_one_overdue_assignment_is_said_as_one(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 13/10/2022}, …}")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress, difficulty: Thiếu máy}")
    text = markdown(w.root, "--month", "10")
    assert "Of 1 assignment due, none was done; 1 was overdue (100.0%)." in text
    assert "1 agency has an overdue task: Sở Tư pháp (see Appendix II)." in text
    assert (
        "deadline ngày 13/10/2022, 1 day overdue by 14 October 2022; cause as the agency gives it: Thiếu máy."
        in text
    )
    assert "Difficulties were reported with 1 assignment:" in text
    assert "so that the 1 overdue assignment is finished" in text


def test_what_the_office_wrote_by_hand_stays_as_it_was_written(w: Builder) -> None:
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nsections: {causes: Do mưa bão.}\n")
    text = markdown(w.root, "--month", "9")
    assert "## 2. Causes\n\nDo mưa bão.\n" in text


def test_days_left_to_the_hand_stand_before_the_name_of_their_month() -> None:
    text = markdown(REPOSITORY, "--quarter", "3")
    assert "*Quảng Nam,       September 2022*" in text
    assert "of … August 2022 of Ủy ban nhân dân tỉnh, on “cải thiện và nâng cao" in text
    assert "**TASKS DUE FROM 15 SEPTEMBER 2022 TO 31 DECEMBER 2022**" in text
