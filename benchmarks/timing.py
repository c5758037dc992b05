"""One run of a whole command: how long it took, and how much memory at its peak.

Must not import the program: what is measured is what a person starts.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
PARPLAN = [sys.executable, "-m", "parplan.cli"]
BARE = [sys.executable, "-c", "pass"]
NO_PLUGINS = {"PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""As the program itself starts: else pydantic asks every package that is installed."""

KINDS = ("agencies", "indexes", "calendar", "plan", "results")
"""The kinds of file that the shipped plan is made of."""

Item = TypeVar("Item")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Run:
    """Wall seconds, peak megabytes, and seconds of the processor."""

    seconds: float
    megabytes: float
    code: int
    processor: float = 0.0


def run(command: list[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command, in an environment if one is given, else with no answer kept; its output is thrown away."""
    around = os.environ | {"PARPLAN_NO_CACHE": "1"} if environment is None else environment
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=around)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, used.ru_maxrss / 1024, process.returncode, used.ru_utime + used.ru_stime)


def in_turn(
    commands: Mapping[str, list[str]], rounds: int, environment: Mapping[str, str] | None = None
) -> dict[str, list[Run]]:
    """The runs of some commands, round by round, so that what else the machine does falls on all of them.

    A first round, which fills the caches, is thrown away.
    """
    made = by_rounds(list(commands.values()), rounds + 1, lambda command: run(command, environment))
    return {name: runs[1:] for name, runs in zip(commands, made, strict=True)}


def by_rounds(every: Sequence[Item], rounds: int, each: Callable[[Item], Told]) -> list[list[Told]]:
    """What each comes to, round by round, in another order each time.

    Who runs behind a large program finds the caches full of it: none is to be that one more often than another.
    """
    made: list[list[Told]] = [[] for _ in every]
    for number in range(rounds):
        turned = [(position + number // 2) % len(every) for position in range(len(every))]
        for position in reversed(turned) if number % 2 else turned:
            made[position].append(each(every[position]))
    return made


def processor(runs: Iterable[Run]) -> float:
    """The median, in seconds."""
    return statistics.median(one.processor for one in runs)


def megabytes(runs: Iterable[Run]) -> float:
    """The median."""
    return statistics.median(one.megabytes for one in runs)


def ratio(runs: Iterable[Run], others: Iterable[Run]) -> float:
    """How many times as much of the processor as others of the same round: the median of the rounds."""
    return statistics.median(one.processor / other.processor for one, other in zip(runs, others, strict=True))


def compile_sources() -> None:
    """An environment may forbid writing compiled files: then each start would compile anew."""
    compileall.compile_dir(str(ROOT / "src"), quiet=1)
