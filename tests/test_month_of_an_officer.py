"""The month in the life of an officer, docs/vi/mot-thang.md: every line of it runs, and answers what it says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from officer_pages import files_of, run_page
from running import SAMPLE, run_in
from workspaces import REPOSITORY


def test_every_line_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "vi" / "mot-thang.md").read_text("utf-8")
    assert run_page(page, Path(copytree(SAMPLE, tmp_path / "w"))) > 20


def test_the_file_of_a_month_s_report_tells_guide_that_it_went_up(tmp_path: Path) -> None:
    folder = Path(copytree(SAMPLE, tmp_path / "w"))
    page = (REPOSITORY / "docs" / "vi" / "mot-thang.md").read_text("utf-8")
    assert "Chưa thấy báo cáo tháng 11/2022" in run_in(folder, "guide", "--as-of", "2022-11-25").out
    for name, text in files_of(page).items():
        (folder / name).write_text(text, "utf-8")
    assert (
        run_in(folder, "validate", "--fail-on", "warning").code
        == run_in(SAMPLE, "validate", "--fail-on", "warning").code
    )
    assert "Chưa thấy báo cáo" not in run_in(folder, "guide", "--as-of", "2022-11-25").out
