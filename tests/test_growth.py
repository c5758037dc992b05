"""Twice the work takes at most twice the calls, for every command: counted, for time is another on each machine.

What a command does whatever it reads is taken off first, so that it hides no growth: three sizes are compared.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from running import run_in
from workspaces import AGENCIES, AGENCIES_TEXT, HEAD, INDEXES, INDEXES_TEXT, PLAN, Builder

SIZES = (10, 20, 40)
MONTHS = ("2022-09", "2022-10")
UNITS = ("so-tu-phap", "so-tai-chinh", "hoi-an")

COMMANDS = {
    "validate": ["validate"],
    "guide": ["guide"],
    "status": ["status", "--as-of", "2022-11-05"],
    "status, json": ["status", "--as-of", "2022-11-05", "--format", "json"],
    "status, csv": ["status", "--as-of", "2022-11-05", "--format", "csv"],
    "show": ["show", "T.1"],
    "gap": ["gap", "2022"],
    "coverage": ["coverage"],
    "report": ["report", "--month", "10", "--format", "md", "--output", "-"],
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    return {size: _workspace(tmp_path_factory.mktemp(f"size-{size}"), size) for size in SIZES}


def _workspace(folder: Path, size: int) -> Path:
    w = Builder(folder).write(AGENCIES, AGENCIES_TEXT).write(INDEXES, INDEXES_TEXT)
    tasks = "".join(
        f"  - id: T.{n}\n    title: Việc {n}\n    kind: periodic\n    lead: [tat-ca]\n"
        f"    deadline: {{rule: hằng tháng}}\n    source: {{section: III, quote: Việc phải làm thứ {n}.}}\n"
        for n in range(size)
    )
    w.write(PLAN, f"{HEAD}tasks:\n{tasks}")
    w.write(
        "data/sources/ke-hoach.txt", "III. VIỆC\n" + "".join(f"- Việc phải làm thứ {n}.\n" for n in range(size))
    )
    for month in MONTHS:
        for unit in UNITS:
            said = "".join(
                f"  - task: T.{n}\n    period: {month}\n    status: in-progress\n    difficulty: Thiếu người\n"
                for n in range(0, size, 2)
            )
            w.write(
                f"data/progress/{month}/{unit}.yaml",
                f"plan: 2022\nmonth: {month}\nagency: {unit}\nupdates:\n{said}",
            )
    return folder


@cache
def _warmed(name: str, folder: Path) -> bool:
    """Once without counting: what is reckoned once for all is no growth."""
    return run_in(folder, *COMMANDS[name]).code in (0, 1)


def _calls(name: str, folder: Path) -> int:
    assert _warmed(name, folder)
    calls = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run_in(folder, *COMMANDS[name])
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", COMMANDS)
def test_twice_the_work_takes_at_most_twice_the_calls(name: str, folders: dict[int, Path]) -> None:
    few, some, many = (_calls(name, folders[size]) for size in SIZES)
    assert many - some <= 2.1 * (some - few) + 200
