"""Tests of parplan.output.terminal.progress: nothing in the first second, nothing in a pipe, nothing left over."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable

import pytest

from parplan.output.files.text_out import HUSHED
from parplan.output.terminal import progress
from parplan.output.terminal.progress import awaited, tracked


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that stands until it is moved, and the timers that wait for it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waiting: dict[Clock.Timer, float] = {}

    def move(self, seconds: float) -> None:
        self.now += seconds
        for timer in [timer for timer, at in self.waiting.items() if at <= self.now]:
            self.waiting.pop(timer)
            timer.act()

    def timer(self, seconds: float, act: Callable[[], None]) -> Clock.Timer:
        return Clock.Timer(self, seconds, act)

    class Timer:
        def __init__(self, clock: Clock, seconds: float, act: Callable[[], None]) -> None:
            self.clock, self.seconds, self.act, self.daemon = clock, seconds, act, False

        def start(self) -> None:
            self.clock.waiting[self] = self.clock.now + self.seconds

        def cancel(self) -> None:
            self.clock.waiting.pop(self, None)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    for name in ("CI", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    made = Clock()
    monkeypatch.setattr(progress, "Timer", made.timer)
    return made


def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    shown = Screen()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(sys, "__stderr__", shown)
    return shown


def test_in_the_first_second_nothing_is_shown(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch)
    for _ in tracked([1, 2], "Đang lập biểu"):
        clock.move(0.49)
    assert shown.getvalue() == ""
    clock.move(60)  # nor when it is over
    assert shown.getvalue() == ""


def test_from_the_first_second_on_it_is_shown_how_many_are_done(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = screen(monkeypatch)
    for number in tracked(range(4), "Đang lập biểu [1]"):
        clock.move(0.5)
        assert ("Đang lập biểu [1]" in shown.getvalue()) is (number > 0)
    assert re.search(r"1/4", shown.getvalue())
    assert shown.getvalue().endswith("\x1b[2K")  # the line is taken away


def test_what_nobody_can_count_is_named(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch)
    with awaited("Đang lập báo cáo"):
        clock.move(1)
    assert "Đang lập báo cáo" in shown.getvalue()


def test_without_colours_no_colour_is_shown(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shown = screen(monkeypatch)
    for _ in tracked([1, 2], "Đang lập biểu"):
        clock.move(1)
    assert "Đang lập biểu" in shown.getvalue()
    assert re.findall(r"\x1b\[[0-9;]*3[0-9][0-9;]*m", shown.getvalue()) == []


@pytest.mark.parametrize("setting", [("CI", "true"), ("TERM", "dumb")], ids=lambda setting: setting[0])
def test_no_log_is_filled_with_it(setting: tuple[str, str], clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*setting)
    shown = screen(monkeypatch)
    assert [*tracked([1, 2], "Đang lập biểu")] == [1, 2]
    assert (clock.waiting, shown.getvalue()) == ({}, "")


def test_no_pipe_is_filled_with_it(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with awaited("Đang lập báo cáo"):
        clock.move(2)
    assert shown.getvalue() == ""


def test_whoever_wants_quiet_has_it(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch)
    token = HUSHED.set(True)
    with awaited("Đang lập báo cáo"):
        clock.move(2)
    HUSHED.reset(token)
    assert shown.getvalue() == ""


def test_a_piece_of_work_that_breaks_takes_its_line_along(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch)

    def broken() -> None:
        with awaited("Đang lập báo cáo"):
            clock.move(2)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert shown.getvalue().endswith("\x1b[2K")
