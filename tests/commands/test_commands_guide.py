"""Tests of parplan.commands.guide: what it tells on a day of the sample; its commands run; nothing is written."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

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
            answers = ("--agency", "hoi-an", "--nothing", "--dry-run") if " record " in line else ()
            ran = run_in(w.root, *shlex.split(line)[1:], *answers)  # a terminal would ask for them
            assert ran.code in (0, 1), (line, ran.err)
            run.add(shlex.split(line)[1])
    assert run == {"forms", "new-month", "status", "record", "remind", "report"}


def test_a_new_workspace_is_told_how_to_begin_and_no_day_of_a_plan_that_is_none(tmp_path: Path) -> None:
    run_in(tmp_path, "init", "--year", "2031")
    ran = run_in(tmp_path, "guide", "--as-of", "2031-11-29", columns=200)
    assert [line.strip() for line in ran.out.splitlines() if line.startswith("   parplan")] == [
        "parplan import agencies don-vi.xlsx",
        "parplan import plan ke-hoach.docx --year 2031",
    ]
    assert "Tên đơn vị" not in ran.out
    assert "chốt số liệu" not in ran.out


def test_a_report_that_was_made_is_to_be_looked_at_again(copy: Path) -> None:
    run_in(copy, "report", "--month", "10")
    out = run_in(copy, "guide", "--as-of", "2022-10-18", columns=200).out
    assert "parplan report --check bao-cao/" in out
    assert "parplan report --month" not in out


def test_a_pasted_command_shows_the_figures_that_it_stands_under(copy: Path) -> None:
    """On 18 October two reports had not come that are there now."""
    told = json.loads(run_in(copy, "guide", "--as-of", "18/10/2022", "--format", "json").out)
    steps = {step["name"]: step for step in told["steps"]}

    def shown(step: str) -> dict[str, Any]:
        line = steps[step]["commands"][0]
        assert "--as-of 18/10/2022" in line
        return dict(json.loads(run_in(copy, *shlex.split(line)[1:], "--format", "json").out))

    assert len(shown("late")["silent"]["agencies"]) == steps["late"]["values"]["missing"] == 7
    assert len(shown("overdue")["overdue"]) == steps["overdue"]["values"]["n"] == 8


def test_it_speaks_of_the_day_that_is_asked_for_and_writes_nothing(copy: Path) -> None:
    before = snapshot(copy)
    ran = run_in(copy, "guide", "--as-of", "2022-10-18")
    assert ran.code == 0
    assert "Hôm nay ngày 18/10/2022" in ran.out
    assert "Today, 18 October 2022" in run_in(copy, "guide", "--as-of", "2022-10-18", "--lang", "en").out
    assert snapshot(copy) == before
