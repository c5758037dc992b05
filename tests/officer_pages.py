"""Pages for officers whose lines run: what stands in their blocks of commands and of YAML, what each must answer.

Must not know what a page is about.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from pathlib import Path

from running import run_in

_EXIT_CODE = re.compile(r" # mã (\d+)$")


def lines_of(page: str) -> list[str]:
    """The lines of every block of commands."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def files_of(page: str) -> dict[str, str]:
    """The YAML that a page shows: each block is a file, which its first line names."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == page.count("\n```yaml\n"), "a block of YAML begins with '# data/….yaml'"
    return dict(blocks)


def run_page(page: str, folder: Path) -> int:
    """Run a page in a folder. How many lines there were."""
    lines = lines_of(page)
    run_lines(lines, folder)
    return len(lines)


def run_lines(lines: Iterable[str], folder: Path) -> None:
    """Run lines in a folder: each leaves with 0, or the code it names, and answers what "→" says below it."""
    said = ""
    for line in lines:
        if line.startswith("→ "):
            assert line[2:] in said, line
        elif line.startswith("cd "):
            folder = folder / line[3:]
        else:
            wanted = _EXIT_CODE.search(line)
            ran = run_in(folder, *shlex.split(_EXIT_CODE.sub("", line))[1:])
            said = " ".join((ran.out + ran.err).split())
            assert ran.code == (int(wanted[1]) if wanted else 0), (line, ran.err)
