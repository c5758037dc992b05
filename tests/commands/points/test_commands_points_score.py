"""parplan score, whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from golden import check_golden
from running import POINTS, run_in
from self_scored import write_reported
from workspaces import REPOSITORY, Builder


@pytest.mark.parametrize("columns", [60, 120])
def test_the_example_is_told_as_it_was(columns: int) -> None:
    ran = run_in(POINTS, "score", columns=columns)
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"score-2024-{columns}.txt", ran.out)


def test_for_machines() -> None:
    assert json.loads(run_in(POINTS, "score", "2024", "--format", "json").out)["year"] == 2024


def test_where_nobody_scored_himself_it_says_so() -> None:
    ran = run_in(REPOSITORY, "score")
    assert ran.code == 1
    assert ran.err.startswith("Quảng Nam chưa tự chấm năm nào; cũng chưa có số liệu báo cáo nào")


@pytest.mark.parametrize(("year", "code", "sentence"), [("2023", 1, "Các năm có: 2024, 2025."), ("23", 2, "23")])
def test_a_year_without_self_scores_is_refused(year: str, code: int, sentence: str) -> None:
    ran = run_in(POINTS, "score", year)
    assert ran.code == code
    assert sentence in ran.err


def test_a_year_of_which_only_units_reported_says_so_and_makes_no_paper(tmp_path: Path) -> None:
    said = " ".join(run_in(POINTS, "score", "2025").out.split())
    assert "Chưa khai, chưa tự chấm tiêu chí nào." in said
    assert "04 tiêu chí, theo cách tính được 3,85 điểm trong 5,5 điểm tối đa" in said
    assert "theo báo cáo của 04/38 đơn vị: 44/48 = 91,66…% ≥ 90% → 0,75/1" in said
    ran = run_in(tmp_path, "score", "2025", "--root", str(POINTS), "-o", "cham.docx")
    assert (ran.code, list(tmp_path.iterdir())) == (1, [])
    assert "chưa lập được báo cáo tự đánh giá" in ran.err


def test_the_document_is_the_report_as_it_is_sent(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "score", "--root", str(POINTS), "-o", "cham.docx")
    assert (ran.code, ran.err) == (0, "Đã ghi cham.docx.\n")
    document = Document(str(tmp_path / "cham.docx"))
    heads = [table.cell(0, 1).text for table in document.tables if table.cell(0, 0).text == "TT"]
    assert heads == ["Lĩnh vực, tiêu chí, tiêu chí thành phần", "Tiêu chí", "Tiêu chí"]
    assert "BÁO CÁO" in [paragraph.text for paragraph in document.paragraphs]


def test_an_official_paper_is_in_the_official_language(tmp_path: Path) -> None:
    for name, language in (("a.docx", "vi"), ("b.docx", "en")):
        run_in(tmp_path, "score", "--root", str(POINTS), "-o", name, "--lang", language)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_what_units_reported_is_told_where_nothing_was_declared(w: Builder) -> None:
    write_reported(w)
    ran = run_in(w.root, "score", "--as-of", "2022-10-01")
    assert "theo báo cáo của 02/03 đơn vị: 47/50 = 94% ≥ 90% → 40/50" in " ".join(ran.out.split())
    assert "01 tiêu chí, theo cách tính được 40,00 điểm trong 50 điểm tối đa" in " ".join(ran.out.split())
    (index,) = json.loads(run_in(w.root, "score", "--as-of", "2022-10-01", "--format", "json").out)["indexes"]
    told = {line["criterion"]: line["reported"] for line in index["criteria"]}
    assert told["PAR/876/cong-bo"]["by_rule"] == "40.00"
    assert told["PAR/876/khac"] is None
    assert index["score"] == "1"  # what was declared, and nothing else
    assert "báo cáo của" not in run_in(w.root, "score", "--as-of", "2022-08-01").out


def test_a_locked_round_that_changed_is_told(tmp_path: Path) -> None:
    shutil.copytree(POINTS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "data" / "results" / "2024.yaml"
    file.write_text(file.read_text("utf-8").replace("total: 61.45", "total: 61.70"), "utf-8")
    assert "tổng điểm đã gửi 61,70, nay cộng lại là 61,45" in " ".join(run_in(tmp_path, "score").out.split())
    (index,) = json.loads(run_in(tmp_path, "score", "--format", "json").out)["indexes"]
    told = {"round": "self", "locked": "2024-12-20", "total": "61.70", "now": "61.45", "changed": True}
    assert index["locked"] == [told | {"scored": 82, "scored_now": 82}]


def test_a_score_taken_out_of_a_locked_round_is_told(tmp_path: Path) -> None:
    shutil.copytree(POINTS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "data" / "results" / "2024.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "1.7.1, kind: self" not in line), "utf-8")
    said = " ".join(run_in(tmp_path, "score").out.split())
    assert "Tự chấm: lúc gửi có 82 tiêu chí đã chấm, nay có 81;" in said
    assert "[locked-count]" in run_in(tmp_path, "validate").out


def test_before_the_lock_both_figures_are_told(tmp_path: Path) -> None:
    shutil.copytree(POINTS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "data" / "results" / "2024.yaml"
    sent = "    rounds:\n      - {kind: self, locked: 2024-12-20, total: 61.45, scored: 82}\n"
    file.write_text(file.read_text("utf-8").replace(sent, ""), "utf-8")
    said = run_in(tmp_path, "score").out
    assert "Tự chấm: chưa khóa; đã ghi điểm của 82 tiêu chí, cộng lại là 61,45." in said


def test_a_lock_without_a_total_is_told_by_its_day(tmp_path: Path) -> None:
    shutil.copytree(POINTS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "data" / "results" / "2024.yaml"
    file.write_text(file.read_text("utf-8").replace(", total: 61.45, scored: 82", ""), "utf-8")
    assert "Tự chấm: đã khóa ngày 20/12/2024.\n" in run_in(tmp_path, "score").out
