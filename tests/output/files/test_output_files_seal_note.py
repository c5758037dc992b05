"""The note in a report's seal: which command makes the report again; older programs read newer notes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from parplan.output.files.seal_note import Made, made_of

MADE = Made(version=1, plan=2022, period="2022-10", lang="vi", form="docx", told={"frame": "0a"})


def test_a_note_is_one_line_that_may_stand_in_a_comment_and_is_read_back() -> None:
    odd = replace(MADE, agency="ủy--ban", told={"work/a--b\n": "1"})
    assert made_of(odd.text()) == odd
    assert odd.text().isascii()
    assert not any(sign in odd.text() for sign in ("--", "\n"))


def test_what_was_not_asked_for_is_not_written() -> None:
    assert json.loads(MADE.text()).keys() == {"version", "plan", "period", "lang", "form", "told"}


def test_a_key_of_a_newer_version_is_passed_over() -> None:
    assert made_of(json.dumps(json.loads(MADE.text()) | {"colour": "red"})) == MADE


@pytest.mark.parametrize("note", ["", "x", "[]", "{}", '{"told": 1}', '{"plan": "2022", "told": {}}'])
def test_what_is_no_note_is_none(note: str) -> None:
    assert made_of(note) is None


@pytest.mark.parametrize(
    ("made", "months", "options"),
    [
        (MADE, 1, "--month 2022-10"),
        (replace(MADE, period="2023-01"), 1, "--month 2023-01 --plan 2022"),
        (replace(MADE, period="2022-Q4"), 3, "--quarter 2022-Q4"),
        (replace(MADE, period="2022-H2"), 6, "--half 2022-H2"),
        (replace(MADE, period="2022"), 12, "--year-end --year 2022"),
        (replace(MADE, period="2022-final"), 0, "--final --year 2022"),
        (replace(MADE, gap=True), 1, "--month 2022-10 --gap"),
        (replace(MADE, period="2022", gap=True), 12, "--year-end --year 2022"),
        (replace(MADE, agency="so-y-te", full=True), 1, "--month 2022-10 --agency so-y-te --full"),
        (
            replace(MADE, charts=True, as_of="2022-10-05", lang="en"),
            1,
            "--month 2022-10 --as-of 2022-10-05 --charts --lang en",
        ),
    ],
)
def test_its_options_are_those_that_make_it_again(made: Made, months: int, options: str) -> None:
    assert made.options(months) == options
