"""Tests of parplan.system.pager: what a screen does not hold goes through a pager, and no line is lost."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest import mock

import pytest

from parplan.system import pager

LONG = "".join(f"dòng {n}\n" for n in range(30))
SHORT = "một\nhai\n"


class Screen(io.StringIO):
    """A terminal of 25 lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    for name in ("PAGER", "PARPLAN_PAGER", "NO_PAGER", "CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pager, "screen_height", lambda stream: 25 if stream.isatty() else None)
    return Screen()


@contextmanager
def paged_on(stream: io.StringIO) -> Iterator[None]:
    with redirect_stdout(stream), redirect_stderr(stream), pager.paged():
        yield


def keeping(folder: Path, *more: str) -> str:
    """A pager that writes down what it is given."""
    script = folder / "pager.py"
    lines = ("import sys", f"open({str(folder / 'paged')!r}, 'wb').write(sys.stdin.buffer.read())", *more)
    script.write_text("\n".join(lines), encoding="utf-8")
    return f'"{sys.executable}" -S "{script}"'


def paged_in(folder: Path) -> str:
    there = folder / "paged"
    return there.read_text(encoding="utf-8") if there.exists() else ""


def test_what_is_longer_than_the_screen_goes_through_the_pager(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", keeping(tmp_path))
    with paged_on(screen):
        sys.stdout.write(LONG)
    assert (paged_in(tmp_path), screen.getvalue()) == (LONG, "")


def test_what_a_screen_holds_is_printed(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", keeping(tmp_path))
    with paged_on(screen):
        sys.stdout.write(SHORT)
    assert (paged_in(tmp_path), screen.getvalue()) == ("", SHORT)


def test_what_is_said_beside_it_comes_in_its_turn(screen: Screen) -> None:
    with paged_on(screen):
        sys.stdout.write("bảng\n")
        sys.stderr.write("lời nhắn\n")
        sys.stdout.write("hết\n")
    assert screen.getvalue() == "bảng\nlời nhắn\nhết\n"


@pytest.mark.parametrize(
    "command", ["no-such-pager-here", "", "cat", '"unclosed', f'"{sys.executable}" -c "exit(3)"']
)
def test_without_a_pager_that_works_no_line_is_lost(
    command: str, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARPLAN_PAGER", command)
    with paged_on(screen):
        sys.stdout.write(LONG)
    assert screen.getvalue() == LONG


def test_a_pager_that_was_stopped_has_shown_enough(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -S -c "import sys; sys.exit(2)"')
    stopped = mock.patch("parplan.system.pager.subprocess.Popen.communicate", side_effect=KeyboardInterrupt)
    with stopped, paged_on(screen):
        sys.stdout.write(LONG)
    assert screen.getvalue() == ""


def test_a_pager_that_is_left_early_is_no_trouble(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -S -c "import os; os.read(0, 1)"')
    with paged_on(screen):
        sys.stdout.write(LONG * 10_000)
    assert screen.getvalue() == ""


@pytest.mark.parametrize("setting", [("NO_PAGER", "1"), ("CI", "true"), ("TERM", "dumb")], ids=lambda s: s[0])
def test_nobody_is_given_pages_who_does_not_want_them(
    setting: tuple[str, str], screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", keeping(tmp_path))
    monkeypatch.setenv(*setting)
    with paged_on(screen):
        assert sys.stdout is screen
    assert pager.pager_command() == []


def test_a_pipe_is_not_paged() -> None:
    pipe = io.StringIO()
    with paged_on(pipe):
        assert sys.stdout is pipe


def test_our_own_setting_goes_before_everybodys(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "no-such-pager-here")
    monkeypatch.setenv("PARPLAN_PAGER", f'"{sys.executable}" -S')
    assert pager.pager_command() == [sys.executable, "-S"]


def test_nobodys_setting_means_less_or_else_more(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name == "more" else None)
    assert pager.pager_command() == ["/bin/more"]
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert pager.pager_command() == ["/bin/less"]


def test_more_of_windows_is_left_alone_where_it_would_spoil_vietnamese(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name == "more" else None)
    monkeypatch.setattr(pager, "code_page", lambda: 1258)
    assert pager.pager_command() == []
    monkeypatch.setattr(pager, "code_page", lambda: 65001)
    assert pager.pager_command() == ["/bin/more"]


def test_a_broken_run_still_shows_what_came_of_it(screen: Screen) -> None:
    with suppress(ZeroDivisionError), paged_on(screen):
        sys.stdout.write(SHORT)
        raise ZeroDivisionError
    assert screen.getvalue() == SHORT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals here")
def test_a_terminal_says_how_high_it_is_and_a_pipe_is_not_asked() -> None:
    assert pager.screen_height(io.StringIO()) is None
    assert pager.screen_height(Screen()) is None  # no window behind it
