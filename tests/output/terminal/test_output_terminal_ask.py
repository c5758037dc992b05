"""Tests of parplan.output.terminal.ask: a question is asked until it is answered, and nobody in a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest

from parplan.options.days import parse_day
from parplan.output.terminal.ask import Ended, ask, can_ask, tell
from parplan.words import words

VI = words("vi")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed, line by line."""
    lines: list[str] = []
    answers: Iterator[str] = iter(lines)

    def answer(_: object = "") -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)
    return lines


def test_what_cannot_be_read_is_told_and_asked_again(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    typed += ["32/9/2022", " 12/9/2022 "]
    assert ask("Ngày:", parse_day, VI) == date(2022, 9, 12)
    out = capsys.readouterr().out
    assert (out.count("Ngày:"), "“32/9/2022”" in out) == (2, True)


def test_who_ends_it_is_not_asked_again(typed: list[str]) -> None:
    assert typed == []
    with pytest.raises(Ended):
        ask("Ngày:", parse_day, VI)


def test_in_a_pipe_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("done\n"))
    assert not can_ask()


def test_a_line_that_is_set_in_stays_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    tell("    " + "chữ " * 12)
    assert all(line.startswith("    chữ") for line in capsys.readouterr().out.splitlines())
