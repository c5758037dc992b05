"""Twice the work takes at most twice the calls, for every command: counted, for time is another on each machine.

What a command does whatever it reads is taken off first, so that it hides no growth: three sizes are compared.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from growing import growing
from parplan.cli import COMMANDS
from running import Ran, run_in

SIZES = (10, 20, 40)
ROUNDS = count()
DAY = ("--as-of", "2022-11-05")


class Asked(NamedTuple):
    """A command line, and what was asked before it."""

    words: tuple[str, ...]
    before: tuple[str, ...] = ()


def asked(*words: str, before: tuple[str, ...] = ()) -> Asked:
    return Asked(words, before)


SET = ("set", "plan-2022:tasks.T.1.title", "Tên mới")
RESULTS = ("--index", "PAR", "--year", "2023", "--set", "876", "--source", "Quyết định")
ROWS = {
    "guide": asked("guide"),
    "validate": asked("validate"),
    "validate, one file": asked("validate", "data/progress/2022-10/hoi-an.yaml"),
    "status": asked("status", *DAY),
    "status, json": asked("status", *DAY, "--format", "json"),
    "status, csv": asked("status", *DAY, "--format", "csv"),
    "status, by unit": asked("status", *DAY, "--by", "agency"),
    "show": asked("show", "T.1"),
    "compare": asked("compare"),
    "gap": asked("gap", "2022"),
    "score": asked("score", "2022"),
    "whatif": asked("whatif", "2022", "--set", "PAR/c1=1"),
    "coverage": asked("coverage"),
    "log": asked("log", before=SET),
    "remind": asked("remind", *DAY),
    "report": asked("report", "--month", "10", "--format", "md", "--output", "-"),
    "report, Word": asked("report", "--month", "10"),
    "report, closing": asked("report", "--final", "--format", "md", "--output", "-"),
    "record": asked(
        "record", "T.1", "--agency", "hoi-an", "--status", "xong", "--period", "10", "--date", "12/10", *DAY
    ),
    "new-month": asked("new-month", "11"),
    "decide": asked("decide", "dừng", "T.1", "--paper", "12/UBND-NC ngày 10/11", "--month", "11", "--late"),
    "publish": asked("publish", "PAR", "2023", "--score", "40", "--source", "Quyết định"),
    "forms export": asked("forms", "export", "--month", "11"),
    "forms import": asked(
        "forms", "import", "bao-cao", "--month", "11", "--late", before=("forms", "export", "--month", "11")
    ),
    "forms status": asked("forms", "status", "--month", "11", before=("forms", "export", "--month", "11")),
    "import plan": asked("import", "plan", "plan.csv", "--year", "2023"),
    "import criteria": asked("import", "criteria", "criteria.csv", "--index", "PAR", "--set", "2025"),
    "import results": asked("import", "results", "results.csv", *RESULTS),
    "import agencies": asked("import", "agencies", "agencies.csv", "--kind", "huyen"),
    "set": asked(*SET),
    "unset": asked("unset", "plan-2022:tasks.T.1.criteria"),
    "rename": asked("rename", "T.1", "T.1a"),
    "undo": asked("undo", before=SET),
    "upgrade": asked("upgrade"),
    "schema": asked("schema", "progress"),
    "doctor": asked("doctor"),
}
READS_NO_WORKSPACE = {"explain", "init", "completion"}


def test_every_command_that_reads_a_workspace_is_counted() -> None:
    counted = {name.partition(",")[0] for name in ROWS}
    assert counted | READS_NO_WORKSPACE == COMMANDS.keys()
    assert not counted & READS_NO_WORKSPACE


@pytest.mark.parametrize("name", ROWS)
def test_twice_the_work_takes_at_most_twice_the_calls(name: str, tmp_path: Path) -> None:
    _run(ROWS[name], tmp_path / "first", SIZES[0])  # what is reckoned once for all is no growth
    few, some, many = (_run(ROWS[name], tmp_path / str(size), size) for size in SIZES)
    assert many - some <= 2.1 * (some - few) + 200


def _run(one: Asked, folder: Path, size: int) -> int:
    """The calls that a command takes in a workspace whose words were never read before."""
    root = growing(folder, size, f"lần {next(ROUNDS)}")
    if one.before:
        assert run_in(root, *one.before).code == 0
    ran, calls = _counted(lambda: run_in(root, *one.words))
    assert ran.code == 0, ran.err
    return calls


def _counted(work: Callable[[], Ran]) -> tuple[Ran, int]:
    calls = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        ran = work()
    finally:
        sys.setprofile(before)
    return ran, calls
