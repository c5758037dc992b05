"""Tests of parplan.output.files.text_out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parplan.output.files.text_out import aside, write, write_markdown


def test_a_text_goes_to_standard_output_or_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("a\r\n")
    write("b\n", Path("-"))
    write("c\r\n", tmp_path / "x")
    assert capsys.readouterr().out == "a\r\nb\n"
    assert (tmp_path / "x").read_bytes() == b"c\r\n"
    assert not Path("-").exists()


def test_line_ends_stay_as_they_are() -> None:
    code = (
        "import sys; sys.stdout.reconfigure(newline='\\r\\n')\n"
        "from parplan.output.files.text_out import write; write('a\\n')"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"a\n"


def test_markdown_is_sealed_in_a_file_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_markdown("a\n", Path("-"))
    assert write_markdown("a\n", tmp_path / "x.md").reason == "new"
    assert capsys.readouterr().out == "a\n"
    assert (tmp_path / "x.md").read_bytes().startswith(b"a\n\n<!-- parplan-digest ")
    (tmp_path / "x.md").write_bytes(b"changed")
    assert write_markdown("a\n", tmp_path / "x.md").path == tmp_path / "x (2).md"


LONG = "Thư mục “/mnt/du-lieu/quang-nam-2022” không có tệp nào đọc được. Xem bằng lệnh: parplan validate"


@pytest.mark.parametrize("columns", ["40", "60"])
def test_a_message_fits_the_screen_and_is_whole_in_a_pipe(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    aside(LONG)
    assert capsys.readouterr().err == LONG + "\n"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    aside(f"{LONG}\n  III.1  {LONG}")
    lines = capsys.readouterr().err.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert " ".join(" ".join(lines).split()) == f"{LONG} III.1 {LONG}"
    # what is listed stays as far in as it stood
    assert lines[-1].startswith("  ")
