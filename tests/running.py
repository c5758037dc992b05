"""Runs the program inside the test's own process, from a folder, at a width.

Must not assert anything.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parplan.cli import run
from parplan.reading.load import Loaded, load
from workspaces import REPOSITORY

SAMPLE = REPOSITORY / "examples" / "quang-nam-2022"
OTHER = REPOSITORY / "examples" / "minh-hoa-2023"
POINTS = REPOSITORY / "examples" / "chi-so"
OUR_ENVIRONMENT = (
    "PARPLAN_LANG",
    "PARPLAN_DEBUG",
    "NO_COLOR",
    "FORCE_COLOR",
    "TTY_COMPATIBLE",
    "TERM",
    "COLUMNS",
    "CI",
)


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    code: int
    out: str
    err: str


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run_in(
    folder: Path, *argv: str, columns: int = 100, terminal: bool = False, watched: bool = False, **environment: str
) -> Ran:
    """Run ``parplan ARGV`` in a folder; the environment holds nothing of ours but what is given.

    ``terminal``: standard output is one; ``watched``: standard error too.
    """
    out = _Terminal() if terminal or watched else io.StringIO()
    err = _Terminal() if watched else io.StringIO()
    given = {"COLUMNS": str(columns)} | environment
    with chdir(folder), environment_of(given), redirect_stdout(out), redirect_stderr(err):
        code = run(list(argv))
    return Ran(code, out.getvalue(), err.getvalue())


@contextmanager
def environment_of(given: Mapping[str, str]) -> Iterator[None]:
    """Nothing of ours but what is given; only these are touched, for there are many."""
    before = {name: os.environ.get(name) for name in (*OUR_ENVIRONMENT, *given)}
    put({name: given.get(name) for name in before})
    try:
        yield
    finally:
        put(before)


def put(wanted: Mapping[str, str | None]) -> None:
    for name, value in wanted.items():
        if value is not None:
            os.environ[name] = value
        else:
            os.environ.pop(name, None)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@cache
def sample() -> Loaded:
    """The sample workspace, read once."""
    return load(SAMPLE)
