"""What a command costs from a cold start does not grow unseen: it is counted, for time is another on each machine.

A bound that has become too low is raised on purpose: ``UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_counts.py``
writes counts.json anew, with some room in it. The diff belongs to the change that made it necessary.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import counting
from workspaces import REPOSITORY

BOUNDS = Path(__file__).with_name("counts.json")
ROOM = 1.04
"""What a bound is above the count: a module or two more is no news."""

SOUND = str(REPOSITORY / "src" / "parplan" / "errors" / "sound")
MADE = "MADE.docx"
"""Stands for where a document is made, which nobody looks at."""

COMMANDS = {
    "--version": ["--version"],
    "status --help": ["status", "--help"],
    "complete": ["complete", "3", "status", "--agency", ""],
    "status": ["status"],
    "validate": ["validate"],
    "show": ["show", "III.1"],
    "report": ["report", "--month", "10", "--output", MADE],
}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each count needs a process that imported nothing")


@cache
def counts() -> dict[str, Any]:
    """Of every command, counted once."""
    with tempfile.TemporaryDirectory() as folder:
        asked = json.dumps(list(COMMANDS.values())).replace(MADE, Path(folder, MADE).as_posix())
        ran = subprocess.run(
            [sys.executable, counting.__file__],
            input=asked.encode(),
            capture_output=True,
            check=True,
            cwd=SOUND,
            env=os.environ | {"PYTHONHASHSEED": "0", "COLUMNS": "100", "PARPLAN_LANG": "vi"},
        )
        assert Path(folder, MADE).exists()
    found = dict(zip(COMMANDS, json.loads(ran.stdout), strict=True))
    if os.environ.get("UPDATE_GOLDEN"):
        bounds = {name: _with_room(count) for name, count in found.items()}
        lines = (f" {json.dumps(name)}: {json.dumps(bound)}" for name, bound in bounds.items())
        BOUNDS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return found


def _with_room(count: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value * ROOM) if isinstance(value, int) else value for name, value in count.items()}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_imports_or_calls_more_than_it_was_given(name: str) -> None:
    count, bound = counts()[name], json.loads(BOUNDS.read_bytes())[name]
    assert count["libraries"] == bound["libraries"]
    assert count["modules"] <= bound["modules"]
    assert count["calls"] <= bound["calls"]


@pytest.mark.parametrize("name", COMMANDS)
def test_what_was_won_is_not_given_away_again(name: str) -> None:
    count, bound = counts()[name], json.loads(BOUNDS.read_bytes())[name]
    assert bound["modules"] <= count["modules"] * 1.2
    assert bound["calls"] <= max(count["calls"] * 1.3, 100)
