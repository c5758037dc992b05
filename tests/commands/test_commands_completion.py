"""parplan completion, whole: the scripts, and real shells that have read them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from parplan.cli import main
from parplan.commands.completion import Shell
from parplan.words import LANGUAGES
from running import SAMPLE, run_in
from workspaces import REPOSITORY

BIN = Path(sys.executable).parent
FOUR = ["so-tu-phap", "so-tai-chinh", "so-tai-nguyen-va-moi-truong", "so-thong-tin-va-truyen-thong"]
"""The units of the sample whose ids begin with "so-t"."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shell", list(Shell))
def test_the_script_goes_to_standard_output_and_its_place_is_said(shell: Shell, language: str) -> None:
    ran = run_in(SAMPLE, "completion", shell.value, "--lang", language)
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert f"parplan completion {shell.value}" in ran.err
    assert ran.out.startswith(
        f"# Completion for parplan in {'PowerShell' if shell == 'powershell' else shell.value}"
    )
    assert ran.out.isascii()  # a start-up file may be in any encoding
    assert "\r" not in ran.out


def test_a_shell_that_is_not_known_is_refused() -> None:
    ran = run_in(SAMPLE, "completion", "cmd")
    assert (ran.code, ran.out) == (2, "")
    assert "bash, zsh, fish, powershell" in ran.err


def test_a_windows_console_gets_the_same_line_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = tmp_path / "script"
    with written.open("w", newline="\r\n", encoding="utf-8") as console:
        monkeypatch.setattr("sys.stdout", console)
        with pytest.raises(SystemExit):
            main(["completion", "bash"])
    assert b"\r" not in written.read_bytes()


# --- real shells ---------------------------------------------------------------------------------------------


def answer(shell: str, text: str, folder: Path = SAMPLE, **variables: str) -> list[str]:
    """What a shell prints that has read its script and then this text; nothing may come by standard error."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    plain = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    ran = subprocess.run(
        [program, *plain, "-c", f"source '{script_of(shell)}'\n{text}"],
        cwd=folder,
        env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8", "PARPLAN_LANG": "vi"} | variables,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ran.stderr == b""
    return ran.stdout.decode().splitlines()


def script_of(shell: str) -> Path:
    return REPOSITORY / "src" / "parplan" / "completion" / "shells" / f"parplan.{shell}"


def bash(*words: str, folder: Path = SAMPLE, kind: int = 9) -> list[str]:
    """What bash has in COMPREPLY when the last of the words is being typed."""
    text = """
        COMP_WORDS=(parplan "$@") COMP_CWORD=$# COMP_TYPE=$kind COLUMNS=100
        _parplan parplan "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
    return [line for line in answer("bash", f"set -u -- {quoted}\n{text}", folder, kind=str(kind)) if line]


def test_bash_shows_names_where_several_remain() -> None:
    assert bash("status", "--agency", "so-t")[:2] == ["so-tu-phap -- Sở Tư pháp", "so-tai-chinh -- Sở Tài chính"]


def test_bash_types_ids_alone() -> None:
    assert bash("status", "--agency", "so-tu") == ["so-tu-phap"]
    menu = 37
    assert bash("status", "--agency", "so-t", kind=menu) == FOUR


def test_bash_cuts_long_names_to_the_width_of_the_terminal() -> None:
    assert max(map(len, bash("show", "III"))) == 98


@pytest.mark.parametrize("typed", ["tu-phap", "'Sở Tư", '"so tu', "Sở\\ Tư", "Sở\\ Tư\\ Pháp"])
def test_bash_finds_a_name_whatever_the_quoting(typed: str) -> None:
    assert bash("status", "--agency", typed) == ["so-tu-phap"]


def test_bash_puts_together_what_it_cut_at_the_sign() -> None:
    assert bash("status", "--agency", "=", "so-tu") == ["so-tu-phap"]
    assert bash("validate", "--fail-on", "=") == ["error", "warning", "hint"]
    assert bash("status", "--root", "=", "/nowhere", "--agency", "so-tu") == []
    assert bash("status", "--lang", "=", "en", "--ov") == ["--overdue"]


def test_bash_completes_behind_a_comma() -> None:
    assert bash("validate", "--select", "dates,tone-m") == ["dates,tone-mixed"]


def test_bash_leaves_paths_to_itself(tmp_path: Path) -> None:
    assert bash("validate", "da") == []
    assert bash("status", "--agency", "", folder=tmp_path) == []


def fish(line: str, folder: Path = SAMPLE) -> list[str]:
    """What fish offers at the end of a line: a value, a tab and what it is."""
    return answer("fish", 'complete -C "$line"', folder, line=line)


def test_fish_shows_names() -> None:
    assert fish("parplan status --agency so-tu") == ["so-tu-phap\tSở Tư pháp"]
    assert [line.split("\t")[0] for line in fish("parplan status --agency so-t")] == FOUR
    assert fish("parplan sta")[0].startswith("status\tTình hình")


def test_fish_completes_the_whole_word() -> None:
    assert fish("parplan status --agency=so-tu") == ["--agency=so-tu-phap\tSở Tư pháp"]
    assert fish("parplan validate --select dates,tone-m") == ["dates,tone-mixed\tlưu ý"]
    assert fish("parplan status --agency tu-p") == ["so-tu-phap\tSở Tư pháp"]
    assert fish('parplan status --agency "Sở Tư') == []


def test_fish_completes_paths_where_paths_are_wanted(tmp_path: Path) -> None:
    assert fish("parplan validate da") == ["data/"]
    assert fish("parplan report --output=da") == ["--output=data/"]
    assert fish("parplan status --root da")[0].startswith("data/")
    assert fish("parplan status --agency ", tmp_path) == []


ZSH = """
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "PS1= PROMPT_EOL_MARK= ; unsetopt zle_bracketed_paste; source $script"
zpty -w shell 'bindkey "^Xp" what; what() { print -r -- "<<$BUFFER>>"; exit }; zle -N what; print rea""dy'
zpty -r shell read '*ready*'
zpty -n -w shell "$line"$'\\t\\x18p'
zpty -r shell read '*<<*>>*'
print -r -- "${${read##*<<}%%>>*}"
"""
"""A terminal in which a line is typed, Tab pressed once, and the line then shown."""


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("sta", "status "),
        ("status --agency so-tu", "status --agency so-tu-phap "),
        ("status --agency=so-tu", "status --agency=so-tu-phap "),
        ("status --agency tu-p", "status --agency so-tu-phap "),
        ('status --agency "Sở Tư', 'status --agency "so-tu-phap" '),
        ("validate --select dates,tone-m", "validate --select dates,tone-mixed "),
        ("validate da", "validate data/"),
        ("report --output=da", "report --output=data/"),
        ("status --root /nowhere --agency so-tu", "status --root /nowhere --agency so-tu"),
    ],
)
def test_zsh_completes_what_is_typed(typed: str, becomes: str) -> None:
    shown = answer("zsh", ZSH, line=f"parplan {typed}", script=str(script_of("zsh")))
    assert shown[-1] == f"parplan {becomes}"
