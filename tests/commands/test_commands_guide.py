"""Tests of parplan.commands.guide: what it tells on a day of the sample; its commands run; nothing is written."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from running import SAMPLE, run_in, snapshot
from workspaces import Builder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample to work in."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def test_every_command_that_it_names_runs(w: Builder) -> None:
    """From the day on which a month is opened to the one on which the plan is closed."""
    w.report("2022-09", "so-tu-phap", received="2022-09-15")
    run = set()
    for day in ("2022-09-17", "2022-09-18", "2022-09-25", "2022-10-15", "2022-10-21", "2023-02-01"):
        told = json.loads(run_in(w.root, "guide", "--as-of", day, "--format", "json").out)
        for line in dict.fromkeys(line for step in told["steps"] for line in step["commands"]):
            ran = run_in(w.root, *shlex.split(line)[1:])
            assert ran.code in (0, 1), (line, ran.err)
            run.add(shlex.split(line)[1])
    assert run == {"forms", "new-month", "status", "record", "remind", "report"}


def test_a_report_that_was_made_is_to_be_looked_at_again(copy: Path) -> None:
    run_in(copy, "report", "--month", "10")
    out = run_in(copy, "guide", "--as-of", "2022-10-18", columns=200).out
    assert "parplan report --check bao-cao/" in out
    assert "parplan report --month" not in out


def test_it_speaks_of_the_day_that_is_asked_for_and_writes_nothing(copy: Path) -> None:
    before = snapshot(copy)
    ran = run_in(copy, "guide", "--as-of", "2022-10-18")
    assert ran.code == 0
    assert "Hôm nay ngày 18/10/2022" in ran.out
    assert "Today, 18 October 2022" in run_in(copy, "guide", "--as-of", "2022-10-18", "--lang", "en").out
    assert snapshot(copy) == before
