"""Times whole commands against a bare `python -c pass`, in turn, and prints the medians and their ratios.

Must not be part of the tests: machines are noisy, and only ratios from one run can be compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from many_tasks import group_workspace, unit_workspace

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
PARPLAN = [sys.executable, "-m", "parplan.cli"]
BARE = [sys.executable, "-c", "pass"]


def timed(command: list[str]) -> float:
    """Wall seconds of one run; what it prints is thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
    return time.perf_counter() - start


def paired(command: list[str]) -> tuple[float, float]:
    """Median seconds of a command, and its median ratio to a bare interpreter run just before it."""
    timed(command)
    pairs = [(timed(BARE), timed(command)) for _ in range(RUNS)]
    return statistics.median(own for _, own in pairs), statistics.median(own / bare for bare, own in pairs)


def measured(command: list[str]) -> tuple[float, int]:
    """Wall seconds and peak megabytes of one run; what it prints is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    return time.perf_counter() - start, used.ru_maxrss // 1024


def growth(folder: Path) -> None:
    """Print what ten times the tasks cost: monthly tasks of forty units, 48,000 and 480,000 assignments."""
    small, large = (group_workspace(folder / f"group-{size}", size) for size in (300, 3000))
    for name, arguments in (("validate", []), ("status", ["--as-of", "2022-11-05"])):
        figures = [measured([*PARPLAN, name, *arguments, "--root", str(root)]) for root in (small, large)]
        (short, little), (long, much) = figures
        print(
            f"{name}, 300 -> 3,000 tasks of 40 units    {short:6.1f} -> {long:6.1f} s {long / short:5.1f} x"
            f"    {little} -> {much} MB {much / little:5.1f} x"
        )


def main() -> None:
    """Print one line for each command."""
    with tempfile.TemporaryDirectory() as name:
        small, large = (unit_workspace(Path(name) / str(size), size) for size in (100, 1000))
        report = str(Path(name) / "report.docx")
        commands = {
            "--version": ["--version"],
            "validate, shipped plan": ["validate"],
            "status, shipped plan": ["status", "--as-of", "2022-09-25"],
            "compare, shipped plan": ["compare"],
            "report, shipped plan": ["report", "--month", "9", "--output", report],
            "report, sample, month 10": [
                "report", "--month", "10", "--root", "examples/quang-nam-2022", "--output", report
            ],
            "validate, 100 tasks, 300 updates": ["validate", "--root", str(small)],
            "validate, 1,000 tasks, 3,000 updates": ["validate", "--root", str(large)],
            "status, 1,000 tasks, 3,000 updates": ["status", "--root", str(large), "--as-of", "2022-11-05"],
        }  # fmt: skip
        for title, arguments in commands.items():
            seconds, ratio = paired(PARPLAN + arguments)
            print(f"{title:40} {seconds * 1000:7.0f} ms  {ratio:6.1f} x bare python")
        growth(Path(name))


if __name__ == "__main__":
    main()
