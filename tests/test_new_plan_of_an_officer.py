"""A new plan out of its document, in docs/lap-ke-hoach.md: every line of it runs, and answers what it says."""

from __future__ import annotations

import shlex
from pathlib import Path
from shutil import copytree

from running import SAMPLE, run_in
from test_month_of_an_officer import EXIT_CODE, lines_of
from workspaces import REPOSITORY


def test_every_line_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    root = tmp_path / "w"
    copytree(SAMPLE, root)
    said = ""
    lines = lines_of((REPOSITORY / "docs" / "lap-ke-hoach.md").read_text("utf-8"))
    for line in lines:
        if line.startswith("→ "):
            assert line[2:] in said, line
            continue
        wanted = EXIT_CODE.search(line)
        ran = run_in(root, *shlex.split(EXIT_CODE.sub("", line))[1:])
        said = " ".join((ran.out + ran.err).split())
        assert ran.code == (int(wanted[1]) if wanted else 0), (line, ran.err)
    assert len(lines) > 10
