"""Times whole commands against a bare `python -c pass`, in turn, and prints the medians and their ratios.

Must not be part of the tests: machines are noisy, and only ratios from one run can be compared.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from many_scores import PLACE, scores_workspace
from many_tasks import group_workspace, unit_workspace
from timing import BARE, PARPLAN, compile_sources, in_turn, megabytes, ratio, seconds

TIMES = 10
"""How many times more tasks the larger workspace holds."""

DAY = ["--as-of", "2022-11-05"]


def starts(folder: Path, rounds: int) -> None:
    """What each command takes, beside an interpreter that does nothing."""
    small, large = (unit_workspace(folder / f"unit-{size}", size) for size in (100, 1000))
    report = str(folder / "report.docx")
    commands = {
        "--version": ["--version"],
        "status --help": ["status", "--help"],
        "validate, shipped plan": ["validate"],
        "record, shipped plan": [
            "record", "III.1.4", "--agency", "so-tu-phap", "--status", "xong", "--date", "12/9",
            "--as-of", "2022-09-16", "--dry-run",
        ],
        "status, shipped plan": ["status", "--as-of", "2022-09-25"],
        "compare, shipped plan": ["compare"],
        "report, shipped plan": ["report", "--month", "9", "--output", report],
        "report, sample, month 10": [
            "report", "--month", "10", "--root", "examples/quang-nam-2022", "--output", report
        ],
        "validate, 100 tasks, 300 updates": ["validate", "--root", str(small)],
        "validate, 1,000 tasks, 3,000 updates": ["validate", "--root", str(large)],
        "status, 1,000 tasks, 3,000 updates": ["status", "--root", str(large), *DAY],
    }  # fmt: skip
    bare, *every = in_turn([BARE, *([*PARPLAN, *arguments] for arguments in commands.values())], rounds)
    print(f"{'python -c pass':40} {seconds(bare) * 1000:7.0f} ms")
    for title, runs in zip(commands, every, strict=True):
        print(f"{title:40} {seconds(runs) * 1000:7.0f} ms  {ratio(runs, bare):6.1f} x bare python")


def growth(folder: Path, tasks: int, rounds: int) -> None:
    """What ten times the tasks cost in time and memory: each is owed by forty units in four months."""
    sizes = (tasks // TIMES, tasks)
    roots = [group_workspace(folder / f"group-{size}", size) for size in sizes]
    few, many = (f"{size * 160:,}" for size in sizes)
    print(f"\n{sizes[0]:,} and {sizes[1]:,} monthly tasks of forty units: {few} and {many} assignments")
    for arguments in (["validate"], ["status", *DAY], ["status", *DAY, "--format", "json"]):
        small, large = in_turn([[*PARPLAN, *arguments, "--root", str(root)] for root in roots], rounds)
        title = " ".join(word for word in arguments if word not in DAY)
        memory = (megabytes(small), megabytes(large))
        print(
            f"{title:24} {seconds(small):6.1f} -> {seconds(large):6.1f} s {ratio(large, small):6.1f} x"
            f"   {memory[0]:5.0f} -> {memory[1]:5.0f} MB {memory[1] / memory[0]:6.1f} x"
        )


def points(folder: Path, rounds: int) -> None:
    """What points cost beside reading and checking the files that hold them; the bar is twice."""
    root = scores_workspace(folder / "scores")
    asked = ["2024", "--place", PLACE, "--as-of", "2024-11-10"]
    commands = {
        "gap": ["gap", *asked],
        "score": ["score", *asked],
        "compare with all": ["compare", "2023", "2024", "--place", PLACE, "--against", "all"],
    }
    every = [["validate"], *commands.values()]
    # what is measured is how an answer is found, not how one that is kept is given again
    common = ["--no-cache", "--root", str(root)]
    checked, *others = in_turn([[*PARPLAN, *arguments, *common] for arguments in every], rounds)
    print("\n100 sub-criteria, 38 units, 3 years, each scored twice; 100 tasks that every unit owes")
    print(f"{'validate':24} {seconds(checked):6.1f} s")
    for title, runs in zip(commands, others, strict=True):
        print(f"{title:24} {seconds(runs):6.1f} s  {ratio(runs, checked):6.2f} x validate")


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=3000, help="tasks of forty units in the larger workspace")
    parser.add_argument("--rounds", type=int, default=9, help="how often each short command is run")
    asked = parser.parse_args()
    compile_sources()
    with tempfile.TemporaryDirectory() as name:
        starts(Path(name), asked.rounds)
        growth(Path(name), asked.tasks, max(1, asked.rounds // 9))
        points(Path(name), max(1, asked.rounds // 3))


if __name__ == "__main__":
    main()
