"""A new plan out of its document, in docs/lap-ke-hoach.md: every line of it runs, and answers what it says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from officer_pages import run_lines
from running import SAMPLE
from workspaces import REPOSITORY


def test_every_line_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "lap-ke-hoach.md").read_text("utf-8")
    assert run_lines(page, Path(copytree(SAMPLE, tmp_path / "w"))) > 10
