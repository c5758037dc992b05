"""The month in the life of an officer, in docs/mot-thang.md: every line of it runs, and answers what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from shutil import copytree

from running import SAMPLE, run_in
from workspaces import REPOSITORY

PAGE = (REPOSITORY / "docs" / "mot-thang.md").read_text("utf-8")
EXIT_CODE = re.compile(r" # mã (\d+)$")


def lines_of(page: str) -> list[str]:
    """What a page says to type, and what is answered."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_every_line_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    root = tmp_path / "w"
    copytree(SAMPLE, root)
    said = ""
    for line in lines_of(PAGE):
        if line.startswith("→ "):
            assert line[2:] in said, line
            continue
        wanted = EXIT_CODE.search(line)
        ran = run_in(root, *shlex.split(EXIT_CODE.sub("", line))[1:])
        said = " ".join((ran.out + ran.err).split())
        assert ran.code == (int(wanted[1]) if wanted else 0), (line, ran.err)
    assert len(lines_of(PAGE)) > 20
