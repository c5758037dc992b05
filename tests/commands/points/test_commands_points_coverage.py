"""Tests of parplan.commands.points.coverage: the shares, what is missing, the matrix, the bar that it fails at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import SAMPLE, run_in, snapshot
from workspaces import REPOSITORY, Builder

AS_OF = ("--as-of", "2022-11-10")


def test_the_shipped_plan_s_passages_are_all_quoted_and_what_no_task_serves_is_named() -> None:
    ran = run_in(REPOSITORY, "coverage", *AS_OF, columns=100)
    assert (ran.code, ran.err) == (0, "")
    assert "Đoạn của văn bản có nhiệm vụ               29    29  100,0" in ran.out
    assert "- III.7c “Đẩy nhanh Dự án" in ran.out


def test_what_is_done_without_evidence_is_named_with_its_unit() -> None:
    out = " ".join(run_in(SAMPLE, "coverage", *AS_OF, columns=200).out.split())
    assert "Lượt đã hoàn thành có tài liệu kiểm chứng 94 97 96,9" in out
    assert "đến cán bộ, công chức, viên chức: UBND huyện Đại Lộc" in out


def test_a_sample_says_so_first() -> None:
    assert run_in(SAMPLE, "coverage").out.startswith("SỐ LIỆU MINH HỌA")


def test_a_wide_sheet_has_every_link() -> None:
    assert "TIÊU CHÍ, NHIỆM VỤ, TÀI LIỆU KIỂM CHỨNG" not in run_in(REPOSITORY, "coverage").out
    assert "TIÊU CHÍ, NHIỆM VỤ, TÀI LIỆU KIỂM CHỨNG" in run_in(REPOSITORY, "coverage", "--wide").out


def test_machines_get_what_is_missing_by_its_ids() -> None:
    told = json.loads(run_in(SAMPLE, "coverage", *AS_OF, "--format", "json").out)
    assert (told["sample"], told["as_of"]) == (True, "2022-11-10")
    assert told["tasks"] == {"covered": 49, "total": 51, "missing": ["III.2.1b", "III.7c"]}
    assert told["evidence"]["missing"][0] == {"task": "III.1.5d", "agency": "so-cong-thuong", "period": "2022-09"}
    assert {"criterion": "PAR/1149/iso-9001", "tasks": ["III.1.4"]} in told["links"]


def test_a_spreadsheet_gets_the_matrix_and_markdown_the_sheet(tmp_path: Path) -> None:
    made = tmp_path / "do-bao-phu.csv"
    assert run_in(SAMPLE, "coverage", *AS_OF, "-o", str(made)).code == 0
    head, first, *_ = made.read_text(encoding="utf-8-sig").splitlines()
    assert head == "Chỉ số;Mã;Tiêu chí;Mã nhiệm vụ;Nhiệm vụ;Mục;Lượt đã hoàn thành;Có kiểm chứng"
    assert first.startswith("Par Index;;")
    assert "## ĐỘ BAO PHỦ" in run_in(SAMPLE, "coverage", "--format", "md").out


@pytest.mark.parametrize(("bar", "code"), [("75", 0), ("76", 1), ("0", 0), ("100", 1)])
def test_below_the_bar_it_fails_and_says_in_what(bar: str, code: int) -> None:
    ran = run_in(REPOSITORY, "coverage", *AS_OF, "--fail-under", bar)
    assert ran.code == code
    assert ("Tiêu chí có nhiệm vụ" in ran.err) is bool(code)


@pytest.mark.parametrize("bar", ["101", "-1", "nhiều", "nan", "75.5"])
def test_a_bar_that_is_no_percentage_is_refused(bar: str) -> None:
    assert run_in(REPOSITORY, "coverage", "--fail-under", bar).code == 2


def test_a_plan_whose_tasks_serve_nothing_yet_is_told_so(w: Builder) -> None:
    ran = run_in(w.root, "coverage", "--as-of", "2022-09-10")
    assert ran.code == 0
    assert ran.out.startswith("Chưa nhiệm vụ nào gắn với tiêu chí.")


def test_it_writes_nothing(w: Builder) -> None:
    before = snapshot(w.root)
    run_in(w.root, "coverage", "--wide")
    assert snapshot(w.root) == before
