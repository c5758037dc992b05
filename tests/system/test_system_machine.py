"""Tests of parplan.system.machine: what is found of this machine, on any machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parplan.system import machine
from parplan.system.machine import LIKE_IT, WANTED_FONT, ShellFound


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no program, no font, no shell and an empty home."""
    for name in (
        "LC_ALL",
        "LC_CTYPE",
        "LANG",
        "PYTHONIOENCODING",
        "SHELL",
        "WINDIR",
        "PROGRAMFILES",
        "PROGRAMFILES(X86)",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(machine, "_font_folders", lambda: [tmp_path / "Fonts"])
    return tmp_path


def test_a_bare_machine_has_nothing_and_says_so_without_failing(bare: Path) -> None:
    assert bare.is_dir()
    assert (machine.font_found(), machine.program("git"), machine.locale_named()) == (None, None, "")
    if sys.platform != "win32":
        assert (machine.code_page(), machine.shell_found()) == (None, None)


def test_the_decree_s_font_is_found_by_its_file(bare: Path) -> None:
    (bare / "Fonts").mkdir()
    (bare / "Fonts" / "times.ttf").write_bytes(b"")
    assert machine.font_found() == WANTED_FONT


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for fc-list")
@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("DejaVu Sans\nLiberation Serif,Liberation Serif Bold\n", "Liberation Serif"),
        ("Tinos\nTimes New Roman\n", WANTED_FONT),
        ("FreeSerif\nTinos\n", "Tinos"),
        ("DejaVu Serif\n", None),
    ],
)
def test_else_by_its_family_the_likest_first(bare: Path, listed: str, found: str | None) -> None:
    (bare / "families").write_text(listed, encoding="utf-8")
    _program(bare / "fc-list", f'while read -r line; do echo "$line"; done < "{bare}/families"')
    assert machine.font_found() == found
    assert found in (None, WANTED_FONT, *LIKE_IT)


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for fc-list")
def test_a_fontconfig_that_fails_is_as_good_as_none(bare: Path) -> None:
    _program(bare / "fc-list", "exit 3")
    assert machine.font_found() is None


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def test_libreoffice_is_found_where_its_installer_puts_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = bare / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    monkeypatch.setenv("PROGRAMFILES", str(bare))
    assert machine.find_office() == str(program)


def test_the_first_variable_that_names_a_locale_counts(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bare
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert machine.locale_named() == "vi_VN.UTF-8"
    monkeypatch.setenv("LC_ALL", "C")
    assert machine.locale_named() == "C"


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("/bin/bash", ".bashrc"),
        ("/usr/bin/zsh", ".zshrc"),
        ("/usr/bin/fish", ".config/fish/completions/parplan.fish"),
        ("/usr/bin/pwsh", ".config/powershell/Microsoft.PowerShell_profile.ps1"),
    ],
)
def test_completion_is_installed_where_a_file_of_the_shell_speaks_of_it(
    bare: Path, monkeypatch: pytest.MonkeyPatch, shell: str, file: str
) -> None:
    monkeypatch.setenv("SHELL", shell)
    name = "powershell" if shell.endswith("pwsh") else shell.rpartition("/")[2]
    own = bare / file
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("alias ll='ls -l'\n", encoding="utf-8")
    assert machine.shell_found() == ShellFound(name, None)
    own.write_text("parplan_complete() { :; }\n", encoding="utf-8")
    assert machine.shell_found() == ShellFound(name, own)


def test_a_shell_that_completion_is_not_made_for_is_none(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bare
    monkeypatch.setenv("SHELL", "/bin/dash")
    assert machine.shell_found() is None


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have other rights")
def test_a_folder_may_be_written_to_by_its_rights_or_by_those_of_what_it_will_lie_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def access(path: Path, _: int) -> bool:
        asked.append(path)
        return path == tmp_path

    monkeypatch.setattr("os.access", access)
    assert machine.may_write(tmp_path / "not" / "there")
    (tmp_path / "there").mkdir()
    assert not machine.may_write(tmp_path / "there")
    assert asked == [tmp_path, tmp_path / "there"]
