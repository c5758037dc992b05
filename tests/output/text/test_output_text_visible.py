"""Tests of parplan.output.text.visible, and that every command prints through it."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from parplan.output.findings import Format
from parplan.output.text.visible import _ACTING, escaped, on_one_line, printed, quiet, visible
from running import Ran, run_in
from workspaces import AGENCIES, AGENCIES_TEXT, PLAN, Builder

ACTING = "\x1b[31m\x9b2J\x7f\x07\x08\u202e\u2066\u200e\u061c\u2028\u2029\U000e0041"
RUNS = re.compile(r"^\s*::|##(\w*\[)", re.MULTILINE)
COMMANDS = ("::error file=x::pwned", "##[error]pwned", "##vso[task.setvariable variable=x]pwned", "##teamcity[x]")


def is_acting(sign: str) -> bool:
    """A control, or a format sign that turns or ends a line."""
    return (unicodedata.category(sign) in ("Cc", "Zl", "Zp") and sign not in "\n\t\r") or (
        unicodedata.category(sign) == "Cf" and unicodedata.bidirectional(sign) not in ("BN",)
    )


def harmless(ran: Ran, form: str = "") -> None:
    """Assert that nothing printed acts on a terminal, or commands a runner but for findings that we put there."""
    for text in (ran.out, ran.err):
        assert [hex(ord(sign)) for sign in text if is_acting(sign)] == []
        lines = text.splitlines()
        if form == "github":
            lines = [line for line in lines if not re.match(r"::(error|warning|notice) file=[^:\n]*::", line)]
        assert [line for line in lines if RUNS.search(line)] == []


@pytest.fixture
def hostile(w: Builder) -> Builder:
    """A workspace with names, values and texts that would command a terminal or a runner."""
    for number, command in enumerate(COMMANDS):
        (w.root / f"data/{number}\n{command.replace('/', '')}{ACTING[:8]}\r.yaml").write_text("x")
        w.write(f"data/progress/2022-09/x{number}.yaml", f"agency: {command}\n{command}: 1\n{ACTING}")
    w.write("data/calendar.yaml", "days:\n" + "".join(f'  - {{date: "{c}"}}\n' for c in COMMANDS))
    register = AGENCIES_TEXT.replace("Sở Tư pháp", "Sở \u202eTư \u2066pháp ##[error]x")
    return w.write(AGENCIES, register + "places:\n- |\n  " + "\n  ".join(COMMANDS) + "\n")


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_finding_commands_a_terminal_or_a_runner(form: Format, lang: str, hostile: Builder) -> None:
    for columns in (40, 61, 100):
        ran = run_in(hostile.root, "validate", "--format", form, "--lang", lang, columns=columns)
        assert ran.code == 1
        harmless(ran, form.value)


@pytest.mark.parametrize(
    "argv",
    [
        ("status", "--as-of", "2022-10-20"),
        ("status", "--format", "csv"),
        ("status", "--format", "md"),
        ("status", "--format", "json"),
        ("status", "--agency", "so-tu-phap", "--as-of", "2022-10-20"),
        ("show", "A"),
        ("show", "A", "--format", "json"),
        ("show", "::error ::x\x1b[2J"),
        ("validate", "--statistics"),
        ("validate", "--diff"),
        ("validate", "\n::error ::x"),
        ("explain", "##[error]\x1b"),
        ("status", "--agency", "\n##vso[x]\u202e"),
        ("complete", "3", "status", "--agency", ""),
        ("schema", "agencies"),
        ("\n::error ::x",),
    ],
)
@pytest.mark.parametrize("terminal", [False, True])
def test_no_command_prints_what_acts(argv: tuple[str, ...], terminal: bool, w: Builder) -> None:
    register = AGENCIES_TEXT.replace("Sở Tư pháp", "Sở \u202eTư \u2066pháp ##[error]x \u061c")
    plan = (w.root / PLAN).read_text(encoding="utf-8").replace("title: Việc,", 'title: "\u202eViệc ##vso[x]",')
    w.write(AGENCIES, register + "# ::error ::x   \n").write(PLAN, plan)
    ran = run_in(w.root, *argv, terminal=terminal, NO_COLOR="1")
    if not terminal and "--diff" not in argv:
        harmless(ran)
    assert not {*ran.out} & {*"\x1b\u202e\u2066\u061c"} or "--diff" in argv
    assert not {*ran.err} & {*"\x1b\u202e\u2066\u061c"}


def test_a_patch_stays_one_that_git_applies_but_for_commands(w: Builder) -> None:
    w.write(AGENCIES, AGENCIES_TEXT + "  # \u202e  \n")
    assert "\u202e" in run_in(w.root, "validate", "--diff").out
    assert "\u202e" not in run_in(w.root, "validate", "--diff", terminal=True).out


def test_what_would_act_or_not_be_seen_is_shown_sign_for_sign() -> None:
    text = f"a{ACTING}\u200b\u00adb\n\tc"
    assert not any(is_acting(sign) for sign in visible(text))
    assert len(visible(text)) == len(text)
    assert visible("a\x1bb\x7f") == "a␛b␡"
    assert visible("Sở Nội vụ: “ở”\n\tx") == "Sở Nội vụ: “ở”\n\tx"
    assert on_one_line("a\n\tb") == "a␊␉b"


def test_commands_are_parted_wherever_a_runner_looks_for_them() -> None:
    assert quiet("a\n  ::error ::x") == "a\n  : :error ::x"
    assert quiet("\u00a0::x") == "\u00a0: :x"
    assert quiet("a ##[x] ##vso[y] ## Heading\n### [link]") == "a # #[x] # #vso[y] ## Heading\n### [link]"
    assert quiet("see a::b, #12") == "see a::b, #12"


def test_a_printed_text_keeps_its_line_ends_and_its_mark() -> None:
    assert printed("\ufeffa;b\r\n\x1b\rc\r\n") == "\ufeffa;b\r\n␛␍c\r\n"
    assert printed("::error ::x\n", commands=True) == "::error ::x\n"


def test_json_says_the_same_without_what_acts() -> None:
    said = {"a": "\u202e\x9b\u2028##[x] ###[", "b": "ộ"}
    text = escaped(json.dumps(said, ensure_ascii=False))
    assert json.loads(text) == said
    assert "##" not in text
    assert "ộ" in text
    assert not any(is_acting(sign) for sign in text)


def test_a_file_name_of_bytes_that_are_no_text_is_printed(w: Builder) -> None:
    (w.root / "data" / "x\udcff.yaml").write_text("")
    for form in Format:
        ran = run_in(w.root, "validate", "--format", form)
        assert "file-unknown" in ran.out
    assert Path(w.root).is_dir()


def test_every_sign_that_acts_is_seen_when_printed_and_escaped_in_json() -> None:
    acting = [sign for code in _ACTING if (sign := chr(code)) != "\r"]
    assert [sign for sign in acting if sign in printed(f"a{sign}b")] == []
    later = [sign for sign in acting if "\x7f" <= sign < "\U000e0000"]
    assert [sign for sign in later if not escaped(f'"{sign}"').isascii()] == []
