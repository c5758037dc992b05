"""parplan report --agency: what a unit signs instead of typing it."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from decree import decree_faults
from golden import check_golden
from parplan.calendar.period import Period
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import report_facts
from parplan.output.templates.template import render
from parplan.views.report.own import own_report_view
from parplan.words import words
from recount import Recount
from running import SAMPLE, Ran, run_in, sample

UNITS = ("so-tai-chinh", "ubnd-huyen-thang-binh")


def own(agency: str, *argv: str, folder: Path = SAMPLE) -> Ran:
    return run_in(folder, "report", "--root", str(SAMPLE), "--agency", agency, *argv)


@pytest.mark.parametrize("agency", UNITS)
def test_a_unit_s_report_says_what_it_said(agency: str) -> None:
    ran = own(agency, "--month", "10", "--format", "md", "-o", "-")
    assert ran.code == 0
    check_golden(f"report-own-{agency}.md", ran.out)


@pytest.mark.parametrize("agency", [*UNITS, "bao-quang-nam"])
@pytest.mark.parametrize("period", [("--month", "10"), ("--quarter", "4"), ("--year-end",)])
def test_it_follows_the_decree(agency: str, period: tuple[str, ...], tmp_path: Path) -> None:
    wanted = tmp_path / "bao-cao.docx"
    assert own(agency, *period, "-o", str(wanted)).code == 0
    assert decree_faults(wanted) == []


@pytest.mark.parametrize("period", ["2022-10", "2022-Q4"])
def test_its_counts_are_those_of_the_files(period: str) -> None:
    recount = Recount(SAMPLE)
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(period))
    for agency in recount.owing(period):
        if agency == "so-noi-vu":
            continue
        view = own_report_view(OwnReportFacts(facts, agency), words("vi"))
        text = render("own-report.vi.md.j2", view.values, None)
        owed = [one for one in recount.at(period) if one.unit == agency]
        due = [one for one in owed if one.fell_due]
        done = sum(1 for one in due if not one.overdue)
        overdue = len(due) - done
        early = sum(1 for one in owed if one.done and not one.fell_due)
        # a part as large as its whole is not counted again
        counts = {
            r"được giao (\d+) lượt": len(owed),
            r"(\d+) lượt đã đến hạn": len(due) if len(due) < len(owed) else 0,
            r"hạn: đã hoàn thành (\d+) lượt": done if overdue else 0,
            r"còn (\d+) lượt quá hạn chưa hoàn thành": overdue if done else 0,
            r"(\d+) lượt (?:chưa đến hạn )?đã hoàn thành trước thời hạn": early if len(owed) > 1 else 0,
        }
        assert ("quá hạn chưa hoàn thành." in text) is (overdue > 0), agency
        found = {pattern: re.findall(pattern, text) for pattern in counts}
        assert found == {pattern: [f"{n:02}"] if n else [] for pattern, n in counts.items()}, agency


def test_its_list_holds_its_own_rows_alone(tmp_path: Path) -> None:
    assert own("so-tai-chinh", "--month", "10", "--full", "-o", str(tmp_path / "b.docx")).code == 0
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert sheet is not None
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Sở Tài chính" in cells
    assert "Sở Tư pháp" not in cells


def test_it_can_be_checked_against_the_data(tmp_path: Path) -> None:
    assert own("so-tai-chinh", "--month", "10", "-o", ".", folder=tmp_path).code == 0
    made = tmp_path / "bao-cao-so-tai-chinh-thang-10-2022.docx"
    assert own("so-tai-chinh", "--check", str(made)).code == 0
    assert own("so-tu-phap", "--check", str(made)).code == 1


@pytest.mark.parametrize(
    ("agency", "argv", "sentence"),
    [
        ("cac-so-ban-nganh", (), "là nhóm đơn vị"),
        ("so-noi-vu", (), "Sở Nội vụ là cơ quan tổng hợp"),
        ("ubnd-tinh", (), "không được giao nhiệm vụ nào"),
        ("so-tai-chin", (), "Sở Tài chính"),
        ("so-tai-chinh", ("--charts",), "--charts"),
        ("so-tai-chinh", ("--gap",), "--gap"),
        ("so-tai-chinh", ("--proposals",), "--proposals"),
    ],
)
def test_what_is_no_single_unit_is_told(agency: str, argv: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    ran = own(agency, "--month", "10", *argv, folder=tmp_path)
    assert (ran.code, ran.out, list(tmp_path.iterdir())) == (2, "", [])
    assert sentence in ran.err
