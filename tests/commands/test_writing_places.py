"""Every option that takes a path: no name crashes a command, and no output is put where it would do harm."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from parplan.options.destination import own_name
from running import SAMPLE, run_in, snapshot

LONG = "x" * 300
DAY = ("--as-of", "2022-10-14")
COMMANDS = [
    ("report", "--month", "10", "-o", f"{LONG}.docx"),
    ("report", "--month", "10", "-o", f"{LONG}/x.docx"),
    ("report", "--month", "10", "--check", f"{LONG}.docx"),
    ("remind", *DAY, "-o", f"{LONG}.docx"),
    ("remind", *DAY, "--each", "-o", LONG),
    ("status", *DAY, "--format", "csv", "-o", f"{LONG}.csv"),
    ("validate", "--format", "json", "-o", f"{LONG}.json"),
    ("validate", LONG),
    ("status", "--root", LONG),
    ("schema", "-o", LONG),
    ("init", LONG, "--year", "2026"),
]


@pytest.mark.parametrize("argv", COMMANDS, ids=lambda argv: " ".join(argv)[:30])
def test_a_name_that_is_too_long_is_refused_in_a_sentence(argv: tuple[str, ...]) -> None:
    ran = run_in(SAMPLE, *argv)
    assert ran.code == 2
    assert LONG in ran.err


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copytree(SAMPLE, tmp_path / "w")


@pytest.mark.parametrize(
    "argv",
    [
        ("validate", "-o", "data/plan-2022.yaml"),
        ("status", *DAY, "--format", "csv", "-o", "data/agencies.yaml"),
        ("status", *DAY, "--format", "md", "-o", "data/x.md"),
        ("schema", "-o", "data"),
        ("init", "data/sub", "--year", "2026"),
        ("init", "data", "--example"),
        ("init", "templates/new", "--year", "2026"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_among_the_data(argv: tuple[str, ...], root: Path) -> None:
    before = snapshot(root)
    ran = run_in(root, *argv)
    assert ran.code == 2
    assert "data/" in ran.err
    assert snapshot(root) == before


def test_what_people_read_goes_beside_a_text_that_a_hand_has_changed(root: Path) -> None:
    argv = ("status", *DAY, "--format", "csv", "-o", "x.csv")
    assert [run_in(root, *argv).code for _ in range(2)] == [0, 0]
    (root / "x.csv").write_text("by hand")
    ran = run_in(root, *argv)
    assert (ran.code, (root / "x.csv").read_text()) == (0, "by hand")
    assert "x (2).csv" in ran.err


def test_what_machines_read_is_refused_there(root: Path) -> None:
    argv = ("status", *DAY, "--format", "json", "-o", "x.json")
    assert [run_in(root, *argv).code for _ in range(2)] == [0, 0]
    (root / "x.json").write_text("by hand")
    ran = run_in(root, *argv)
    assert (ran.code, (root / "x.json").read_text()) == (2, "by hand")
    assert not (root / "x (2).json").exists()


def test_a_unit_named_like_a_device_gets_a_file_all_the_same() -> None:
    assert [own_name(unit, ".docx") for unit in ("con", "so-y-te")] == ["con_.docx", "so-y-te.docx"]
