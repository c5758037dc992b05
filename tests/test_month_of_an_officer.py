"""The month in the life of an officer, docs/vi/mot-thang.md: every line of it runs, and answers what it says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from officer_pages import run_page
from running import SAMPLE, run_in
from tries import only_in_ci
from workspaces import REPOSITORY


@only_in_ci
def test_every_line_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "vi" / "mot-thang.md").read_text("utf-8")
    assert run_page(page, Path(copytree(SAMPLE, tmp_path / "w"))) > 20
    assert "Chưa thấy báo cáo" not in run_in(tmp_path / "w", "guide", "--as-of", "2022-11-25").out
