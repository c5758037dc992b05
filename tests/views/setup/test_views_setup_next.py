"""Tests of parplan.views.setup.next: after each command a line that names another, which takes what it gets."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import parplan
from parplan.cli import COMMANDS
from parplan.cli_frame import build, words_meant
from parplan.views.setup.next import CARRIED, EVERYWHERE, NEXT, UNSAID, Then, next_line, typed, with_options
from parplan.words import words

VI = words("vi")
GIVEN = {
    "plan": "2022",
    "as_of": "2022-10-05",
    "month": "10",
    "agency": ["so-noi-vu"],
    "place": "quang-nam",
    "root": Path("kế hoạch"),
    "lang": "en",
}
SOURCES = [path.read_text("utf-8") for path in (Path(parplan.__file__).parent / "commands").rglob("*.py")]
"""What the commands give back stands there, word for word."""


def steps() -> set[tuple[str, str]]:
    """Every step that is taken: a command, and the option that makes it another one."""
    given = [match for text in SOURCES for match in re.findall(r'Then\("([a-z ]+)"(?:, f?"--([a-z-]+))?', text)]
    chosen = re.findall(r'return "([a-z ]+)"', "".join(text for text in SOURCES if "def _next(" in text))
    either = [
        name for text in SOURCES for pair in re.findall(r'Then\("(\w+)" if .+ else "(\w+)"', text) for name in pair
    ]
    return {*given, *((name, "") for name in (*NEXT.values(), *chosen, *either))}


def test_after_every_command_something_may_come_next_or_there_is_a_reason() -> None:
    assert set(COMMANDS) == NEXT.keys() | UNSAID.keys()
    assert all(UNSAID.values())


def test_every_step_has_its_words_and_all_words_are_some_steps() -> None:
    keys = {key.removeprefix("next.") for key in VI.sentences if key.startswith("next.")}
    assert keys == {"-".join(filter(None, step)) for step in steps()}


@pytest.mark.parametrize("command", sorted({command for command, _ in steps()}))
def test_the_next_command_takes_the_options_that_it_is_given(command: str) -> None:
    argument = {"explain": "date-invalid", "whatif": "2023", "show": "III.1.5d"}.get(command, "")
    (line,) = re.findall(r": parplan (.+)", next_line("", Then(command, argument), GIVEN, VI)) or [""]
    argv = words_meant(shlex.split(line), COMMANDS)
    assert argv[0] == command
    build(argv, COMMANDS, VI).commands[command].make_context("parplan", argv[1:])  # else it is refused


def test_a_line_carries_what_was_typed_as_it_is_typed() -> None:
    line = next_line("status", Then("remind"), GIVEN, VI)
    assert line.endswith(
        'parplan remind --plan 2022 --as-of 2022-10-05 --month 10 --agency so-noi-vu --lang en --root "kế hoạch"'
    )


def test_a_report_says_itself_what_it_is_of() -> None:
    line = next_line("report", Then("report", "--check a.docx"), {"month": "10", "plan": "2022"}, VI)
    assert line.endswith(": parplan report --check a.docx")


def test_of_two_options_that_exclude_each_other_one_is_carried() -> None:
    line = next_line("remind", None, {"month": "10", "as_of": "2022-10-18"}, VI)
    assert line.endswith(": parplan status --month 10")


def test_a_month_and_a_year_stay_what_they_are() -> None:
    assert next_line("status", Then("remind"), {"month": "10"}, VI).endswith(": parplan remind --month 10")
    assert next_line("gap", Then("whatif", "2023"), {}, VI).endswith(": parplan whatif 2023")


def test_a_command_takes_over_only_what_it_takes_and_has_not_yet() -> None:
    assert with_options("report --check a.docx", {"as_of": "2022-10-18"}) == "parplan report --check a.docx"
    assert with_options("status --silent --as-of 2022-10-18", {"as_of": "2022-10-18", "root": Path("x")}) == (
        "parplan status --silent --as-of 2022-10-18 --root x"
    )


def test_of_several_units_none_is_carried() -> None:
    assert "--agency" not in next_line("status", Then("remind"), {"agency": ["a", "b"]}, VI)


def test_after_a_preview_nothing_comes_next() -> None:
    assert next_line("set", None, {"dry_run": True}, VI) == ""


def test_what_a_command_gives_back_goes_before_the_table() -> None:
    assert next_line("status", Then(), {}, VI) == ""
    assert next_line("status", None, {}, VI).endswith(": parplan guide")


def test_only_options_are_carried_that_somewhere_stand() -> None:
    assert {name for carried in CARRIED.values() for name in carried} | EVERYWHERE.keys() <= GIVEN.keys() | {
        "whose"
    }


def test_what_has_a_blank_stays_one_word() -> None:
    assert (typed("a b"), typed("ab")) == ('"a b"', "ab")
