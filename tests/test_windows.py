"""What Windows does otherwise, simulated: nothing of this has run on Windows.

Streams of its code pages, PowerShell's files, drive letters, names of devices, CRLF in every file, files that
another program holds, files that OneDrive did not bring, windows of any width.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from parplan.cli import main
from parplan.editing.past.journal import JOURNAL
from parplan.model.scalar import is_slug
from parplan.system import disk, windows
from running import run_in, snapshot
from workspaces import PLAN, REPORT, REPOSITORY, Builder

POINTS = REPOSITORY / "examples" / "chi-so"
STATUS = ("status", "--as-of", "2022-10-05")
SET = ("set", "plan-2022:tasks.A.title", "Việc khác")


# --- streams ---------------------------------------------------------------------------------------------------


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, bytes]]:
    """Runs the program on a standard output of some code page; what came is bytes."""

    def run(encoding: str, *argv: str, asked: str = "") -> tuple[int, bytes]:
        out = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=asked or encoding, newline="\r\n"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
        monkeypatch.setenv("PYTHONIOENCODING", asked)
        with pytest.raises(SystemExit) as left:
            main(list(argv))
        sys.stdout.flush()
        gc.enable()  # which a program that ends does without
        return int(left.value.code or 0), out.getvalue()

    return run


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "cp437", "utf-16", "ascii"])
def test_whatever_the_console_speaks_utf8_comes_out(
    encoding: str, console: Callable[..., Any], w: Builder
) -> None:
    code, out = console(encoding, *STATUS, "--root", str(w.root))
    assert (code, out.decode("utf-8").startswith("Chưa có kết quả nào được ghi nhận")) == (0, True)


@pytest.mark.parametrize("asked", ["cp1258", "cp1252", "cp437"])
def test_an_encoding_that_was_asked_for_is_obeyed_without_failing(
    asked: str, console: Callable[..., Any], w: Builder
) -> None:
    code, out = console("utf-8", *STATUS, "--root", str(w.root), asked=asked)
    assert (code, out.startswith("Chưa có kết quả".encode(asked, "replace"))) == (0, True)


# --- PowerShell, which writes UTF-16 --------------------------------------------------------------------------


def test_a_table_that_powershell_wrote_is_taken(w: Builder) -> None:
    """``… | Out-File thang-9.csv`` of Windows PowerShell 5 is UTF-16 with a mark."""
    table = "task,agency,status,date\r\nA,so-tu-phap,done,2022-09-14\r\n"
    w.write("thang-9.csv", table.encode("utf-16"))
    ran = run_in(w.root, "record", "--from", "thang-9.csv", "--month", "2022-09", "--late")
    assert (ran.code, "status: done" in w.text(REPORT)) == (0, True)


def test_data_that_powershell_wrote_are_told_with_what_to_do(w: Builder) -> None:
    w.write(PLAN, w.text(PLAN).encode("utf-16"))
    ran = run_in(w.root, "validate")
    assert (ran.code, "UTF-16" in ran.out, "UTF-8" in ran.out) == (1, True, True)


def test_a_template_that_powershell_wrote_is_refused_with_its_name(w: Builder) -> None:
    own = (REPOSITORY / "templates" / "report.vi.md.j2").read_text(encoding="utf-8")
    w.write("templates/report.vi.md.j2", own.encode("utf-16"))
    ran = run_in(w.root, "report", "--month", "9", "-o", "r.md")
    assert (ran.code, "report.vi.md.j2" in ran.err) == (2, True)


# --- paths and names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "file",
    [
        r"data\plan-2022.yaml",
        r"C:\Users\Lan\parplan\data\plan-2022.yaml",
        "D:/ws/data/plan-2022.yaml",
        r"DATA\Plan-2022.YAML",
    ],
)
def test_a_file_of_the_data_is_known_by_its_path_on_windows(file: str, w: Builder) -> None:
    assert run_in(w.root, "set", f"{file}:tasks.A.title", "Việc khác").code == 0
    assert "title: Việc khác" in w.text(PLAN)


def test_a_path_in_a_sentence_keeps_its_strokes(w: Builder) -> None:
    ran = run_in(w.root, "validate", r"C:\Users\Lan\parplan")
    assert (ran.code, r"C:\Users\Lan\parplan" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["CON.docx", "nul.docx", "bao-cao:1.docx"])
def test_a_report_is_not_written_to_a_device(name: str, w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "IS_WINDOWS", True)
    before = snapshot(w.root)
    ran = run_in(w.root, "report", "--month", "9", "-o", name)
    assert (ran.code, f"Windows không nhận tên tệp “{name}”" in " ".join(ran.err.split())) == (2, True)
    assert snapshot(w.root) == before


@pytest.mark.parametrize("name", ["a.", "a ", "a:b", "a\\b", "a/b", "a*"])
def test_no_id_becomes_a_name_that_windows_would_change(name: str) -> None:
    assert not is_slug(name)


# --- line ends -------------------------------------------------------------------------------------------------


def test_crlf_in_every_file_changes_no_answer(tmp_path: Path) -> None:
    """What git makes of a checkout with ``core.autocrlf``, the documents that quotes are held against too."""
    plain, windowed = Builder(tmp_path / "plain"), Builder(tmp_path / "windowed")
    for path in POINTS.rglob("*"):
        if path.is_file():
            name, content = path.relative_to(POINTS).as_posix(), path.read_bytes().replace(b"\r\n", b"\n")
            plain.write(name, content)
            windowed.write(name, content.replace(b"\n", b"\r\n"))
    one, other = plain.load(), windowed.load()
    # a document keeps the ends of its lines; whoever looks for a quote in it passes over them
    assert replace(other.workspace, texts={}) == replace(one.workspace, texts={})
    assert other.findings == one.findings
    argv = ("whatif", "2023", "--from", "gia-dinh.yaml")
    assert run_in(windowed.root, *argv).out == run_in(plain.root, *argv).out


# --- files that are held ---------------------------------------------------------------------------------------


class Holding:
    """Another program that holds every file that is to be replaced, for some tries."""

    def __init__(self, times: int) -> None:
        self.left = times
        self.replace = Path.replace

    def __call__(self, path: Path, target: Path) -> Path:
        if self.left > 0 and path.suffix == ".tmp":
            self.left -= 1
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return self.replace(path, target)


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    monkeypatch.setattr(disk, "_PAUSES", (0, 0))

    def held(times: int) -> None:
        holding = Holding(times)
        monkeypatch.setattr(Path, "replace", lambda path, target: holding(path, target))

    return held


def test_who_holds_a_file_for_a_moment_is_waited_for(w: Builder, hold: Callable[[int], None]) -> None:
    hold(1)
    assert run_in(w.root, *SET).code == 0
    assert "title: Việc khác" in w.text(PLAN)


def test_who_holds_it_on_is_told_of_and_nothing_is_lost(w: Builder, hold: Callable[[int], None]) -> None:
    before = snapshot(w.root)
    hold(1_000)
    ran = run_in(w.root, *SET)
    assert (ran.code, PLAN in ran.err) == (2, True)
    after = snapshot(w.root)
    after.pop(JOURNAL, None)
    assert after == before


def test_of_several_files_none_is_changed_where_one_is_held(
    w: Builder, monkeypatch: pytest.MonkeyPatch, hold: Callable[[int], None]
) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-14}\n")
    before = snapshot(w.root)
    hold(0)
    put = Path.replace

    def but_the_plan(path: Path, target: Path) -> Path:
        if target.name == "plan-2022.yaml":
            raise PermissionError(errno.EACCES, "held")
        return put(path, target)

    monkeypatch.setattr(Path, "replace", but_the_plan)
    assert run_in(w.root, "rename", "A", "Z").code == 2
    after = snapshot(w.root)
    after.pop(JOURNAL, None)
    assert after == before


def test_a_scanner_that_holds_our_own_scrap_does_no_harm(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".tmp" and path.exists():
            raise PermissionError(errno.EACCES, "held")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    assert run_in(w.root, *SET).code == 0
    assert "title: Việc khác" in w.text(PLAN)


# --- OneDrive --------------------------------------------------------------------------------------------------


class NotHereError(OSError):
    """ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING: the file shows in the folder, and its content is in the cloud."""

    winerror = 362


def test_a_file_that_onedrive_did_not_bring_is_told_with_what_to_do(
    w: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-14}\n")
    opened = os.open

    def not_here(path: Any, *rest: Any, **more: Any) -> Any:
        if str(path).endswith("so-tu-phap.yaml"):
            raise NotHereError(errno.EINVAL, "The cloud file provider is not running")
        return opened(path, *rest, **more)

    monkeypatch.setattr("os.open", not_here)
    ran = run_in(w.root, "validate")
    assert (ran.code, f"{REPORT}:1:1: error [file-unreadable]" in ran.out) == (1, True)
    assert "OneDrive chưa tải tệp này về máy" in " ".join(ran.out.split())
    monkeypatch.undo()


# --- widths ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["0", "1", "7", "100000", "", "80x25"])
@pytest.mark.parametrize("argv", [STATUS, ("show", "A"), ("validate", "--help")])
def test_a_window_may_be_of_any_width_or_of_none(columns: str, argv: tuple[str, ...], w: Builder) -> None:
    for terminal in (True, False):
        ran = run_in(w.root, *argv, terminal=terminal, COLUMNS=columns)
        assert (ran.code, ran.out.strip() != "") == (0, True)
