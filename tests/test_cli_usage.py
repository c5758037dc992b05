"""Every option and argument of every command, given nothing or nonsense: what is allowed is said."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from parplan.cli import COMMANDS
from parplan.cli_frame import build
from parplan.words import words
from running import SAMPLE, run_in

NONSENSE = "☃, !"

NEEDED = {"report": ("--month", "10"), "show": ("III.1.5d",), "init": ("x",), "completion": ("bash",)}
"""What a command wants beside the option that is tried."""

TAKE_ANYTHING = {("status", "--search"), ("init", "--province"), ("schema", "-o"), ("schema", "--output")}
"""Whatever is typed there may be meant: words, or the name of a folder."""

SILENT = ("không dùng được giá trị này.\n", "ngoài dự kiến")


@cache
def parameters(command: str) -> tuple[Any, ...]:
    return tuple(build([command], COMMANDS, words("vi")).commands[command].params)


def options(command: str) -> list[str]:
    """Those that take a value."""
    return [
        name
        for param in parameters(command)
        if param.param_type_name == "option" and not param.is_flag
        for name in param.opts
    ]


each_command = pytest.mark.parametrize("command", [command for command in COMMANDS if options(command)])


def run(command: str, *typed: str) -> tuple[int, str, str]:
    needed = NEEDED.get(command, ())
    # what is tried stands in no other's place
    ran = run_in(SAMPLE, command, *(() if typed[0] in needed else needed), *typed)
    return ran.code, ran.out, ran.err


@each_command
@pytest.mark.parametrize("value", ["", " "], ids=["nothing", "a blank"])
def test_an_option_left_empty_is_refused_by_the_name_that_was_typed(command: str, value: str) -> None:
    for name in options(command):
        for typed in ((name, value), (f"{name}={value}",)):
            if typed == (name, value) or name.startswith("--"):
                code, out, err = run(command, *typed)
                assert (code, out) == (2, ""), typed
                assert err.startswith(f"{name}: ")


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if any(p.param_type_name == "argument" for p in parameters(c))]
)
def test_an_argument_left_empty_is_refused(command: str) -> None:
    ran = run_in(SAMPLE, command, "")
    assert (ran.code, ran.out) == (2, "")
    assert "để trống" in ran.err


BESIDE = {
    ("status", "--reply-by"): ("--for-review", "--agency", "Sở Y tế"),
    ("remind", "--date"): ("--sent", "1/A-B"),
    ("remind", "--sent"): ("--date", "2022-10-14"),
    **dict.fromkeys(
        (("remind", "-o"), ("remind", "--output"), ("remind", "--reply-by")), ("--as-of", "2022-10-14")
    ),
}
"""Without which an option is refused for another reason, or not looked at."""


@each_command
def test_nonsense_is_refused_with_what_is_allowed(command: str) -> None:
    for name in (name for name in options(command) if (command, name) not in TAKE_ANYTHING):
        code, out, err = run(command, name, NONSENSE, *BESIDE.get((command, name), ()))
        assert (code, out) == (2, ""), name
        assert err.strip(), name
        assert not any(text in err for text in SILENT), name


def test_a_number_out_of_bounds_is_refused_with_them() -> None:
    for value in ("-3", "3661", "abc", "1.5"):
        ran = run_in(SAMPLE, "status", "--due-within", value)
        assert (ran.code, ran.err.splitlines()[0]) == (2, "--due-within: ghi một số từ 0 đến 3660.")


def test_an_equals_sign_in_an_argument_is_no_empty_option() -> None:
    assert "“x=”" in run_in(SAMPLE, "show", "x=").err


WITH_HELP = {
    "a flag with a value": (
        ("status", "--overdue=yes"),
        "Tùy chọn --overdue không nhận giá trị; chỉ ghi --overdue.",
    ),
    "a choice misspelt": (("status", "--format", "jsn"), "Có phải json?"),
    "a choice misspelt, with a sign": (("status", "--sort=lat"), "Có phải late?"),
    "an argument misspelt": (("completion", "bsh"), "Có phải bash?"),
    "the first of two words misspelt": (("form", "export"), "Có phải forms export?"),
    "the first of two words misspelt, alone": (("imporrt",), "Có phải import?"),
    "two words for one": (("new", "month"), "Có phải new-month?"),
    "an option by what it takes": (("status", "--thang", "9"), "Có phải --month?"),
    "an option by what it takes, in two words": (("status", "--don-vi", "x"), "Có phải --agency?"),
    "a second word misspelt": (("import", "plann", "a.docx"), "Có phải import plan?"),
    "quotation marks of Word": (
        ("status", "--agency", "“Sở", "Tư", "pháp”"),
        "“Sở: đây là dấu nháy cong của Word",
    ),
    "quotation marks of Word about one word": (
        ("status", "--agency=„abc”"),
        "--agency=„abc”: đây là dấu nháy cong của Word",
    ),
    "a dash of Word": (("status", "–month", "10"), "Gõ lại bằng phím dấu trừ (-): --month."),
    "a dash of Word where a task may stand": (("show", "—year"), "Gõ lại bằng phím dấu trừ (-): --year."),
    "a name without quotation marks": (
        ("status", "--agency", "Sở", "Tư", "pháp"),
        "Thừa “Tư pháp”. Cụm từ có dấu",
    ),
    "a month without quotation marks": (("status", "--month", "tháng", "9"), "Thừa “9”. Cụm từ có dấu"),
    "an option by the name that was typed": (("log", "--limit", "x"), "--limit: ghi một số"),
}


@pytest.mark.parametrize(("argv", "piece"), WITH_HELP.values(), ids=WITH_HELP)
def test_what_was_meant_is_said_as_far_as_it_can_be_told(argv: tuple[str, ...], piece: str) -> None:
    ran = run_in(SAMPLE, *argv)
    assert (ran.code, ran.out) == (2, "")
    assert piece in ran.err.splitlines()[0]


WRONG = (
    *(argv for argv, _ in WITH_HELP.values()),
    *(
        ("status", "-x"),
        ("status", "--month"),
        ("show",),
        ("import",),
        ("statsu",),
        ("--overdu",),
        ("log", "-n", "0"),
    ),
    *(
        ("status", "--lang", "fr"),
        ("show", ""),
        ("gap", "2021", "2022"),
        ("publish", "PAR", "x"),
        ("--lang", "vi"),
    ),
)


@pytest.mark.parametrize("argv", WRONG, ids=" ".join)
def test_the_parser_never_speaks_for_itself(argv: tuple[str, ...]) -> None:
    ran = run_in(SAMPLE, *argv)
    theirs = (
        "Usage",
        "Error",
        "argument",
        "option",
        "value",
        "Missing",
        "No such",
        "Invalid",
        "unexpected",
        "requires",
    )
    assert ran.code == 2
    assert [word for word in theirs if word in ran.err] == []
