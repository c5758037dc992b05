"""How far a long piece of work has come: on a terminal, from the first second on, and gone when it is done.

Must not write into a pipe or a log: what stays on the screen is the answer alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Any, Final, TypeVar

from parplan.output.files.text_out import HUSHED

T = TypeVar("T")

PATIENCE: Final = 1.0
"""Seconds in which nobody wonders."""


def tracked(items: Sequence[T], told: str) -> Iterator[T]:
    """The items one by one, and how many of them are done."""
    with _shown(told, len(items)) as bar:
        for item in items:
            yield item
            bar.advance()


@contextmanager
def awaited(told: str) -> Iterator[None]:
    """A piece of work of which nobody knows how far it has come: what it is, and for how long."""
    with _shown(told, None):
        yield


@contextmanager
def _shown(told: str, total: int | None) -> Iterator[_Bar]:
    bar = _Bar(told, total)
    timer = Timer(PATIENCE, bar.show) if _is_watched() else None
    if timer is not None:
        timer.daemon = True  # who interrupts the work does not wait for it
        timer.start()
    try:
        yield bar
    finally:
        if timer is not None:
            timer.cancel()
        bar.end()


def _is_watched() -> bool:
    """Whether somebody sits before it who can be shown a line that changes.

    The terminal's own stream is looked at: what is written there while an answer is kept or held is no part of it.
    """
    screen = sys.__stderr__
    off = HUSHED.get() or os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    return not off and screen is not None and screen.isatty() and sys.stderr.isatty()


class _Bar:
    """A line that may be shown by another thread, and is moved on by this one."""

    def __init__(self, told: str, total: int | None) -> None:
        self.told, self.total, self.done = told, total, 0
        self.has_ended = False
        self.drawn: Any = None
        self.lock = Lock()

    def show(self) -> None:
        """Draw it, if the work still goes on; its library is imported here, for most work is done before."""
        with self.lock:
            if not self.has_ended:
                self.drawn = _drawn(self.total)
                self.drawn.add_task(self.told, total=self.total, completed=self.done)
                self.drawn.tasks[0].start_time -= PATIENCE  # the work began before anybody was told
                self.drawn.start()

    def advance(self) -> None:
        """One more is done."""
        with self.lock:
            self.done += 1
            if self.drawn is not None:
                self.drawn.update(0, completed=self.done)

    def end(self) -> None:
        """Leave nothing of it on the screen."""
        with self.lock:
            self.has_ended = True
            if self.drawn is not None:
                self.drawn.stop()


def _drawn(total: int | None) -> Any:
    from rich import progress
    from rich.console import Console

    console = Console(file=sys.__stderr__, no_color=bool(os.environ.get("NO_COLOR")), highlight=False)
    told = progress.TextColumn("{task.description}", markup=False)
    known = () if total is None else (progress.BarColumn(20), progress.MofNCompleteColumn())
    return progress.Progress(
        told,
        *known,
        progress.TimeElapsedColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
