"""The one door: exit codes, complaints without tracebacks, languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

from parplan import __version__
from parplan.cli import COMMANDS
from running import SAMPLE, run_in, snapshot
from workspaces import AGENCIES, REPOSITORY, Builder

READING = (
    ("guide", "--as-of", "2022-10-18"),
    ("doctor",),
    ("coverage", "--wide"),
    ("validate",),
    ("status", "--as-of", "2022-10-05"),
    ("status", "--month", "2022-10", "--format", "json"),
    ("show", "III.1.5d", "--as-of", "2022-10-05"),
    ("compare",),
    ("compare", "--format", "json"),
    ("gap",),
    ("gap", "2021", "--format", "json"),
    ("whatif", "2022", "--set", "PAR/sipas=8"),
    ("log",),
    ("forms", "status", "--month", "10", "--as-of", "2022-10-16"),
    ("log", "III.1.5d", "--format", "json"),
    ("report", "--month", "10", "--format", "md", "-o", "-"),
)
each_reading = pytest.mark.parametrize("argv", READING, ids=" ".join)


@each_reading
def test_what_is_fine_leaves_with_0(argv: tuple[str, ...]) -> None:
    assert run_in(SAMPLE, *argv).code == 0


@each_reading
def test_a_command_that_reads_changes_nothing(argv: tuple[str, ...]) -> None:
    before = snapshot(SAMPLE)
    run_in(SAMPLE, *argv)
    assert snapshot(SAMPLE) == before


SCREENS = (
    *(
        ("status", "--as-of", "2022-11-20", *way)
        for way in ((), ("--wide",), ("--silent",), ("--search", "hồ sơ"))
    ),
    *(("status", "--as-of", "2022-11-20", "--by", by) for by in ("agency", "task", "criterion", "month")),
    ("status", "--as-of", "2022-11-20", "--agency", "so-ngoai-vu", "--for-review"),
    *(("show", task, "--as-of", "2022-10-20") for task in ("III.1.5d", "III.5.1a")),
    ("compare", "2020", "2021"),
    ("compare", "2021", "2022"),
    ("gap", "2021", "--as-of", "2022-10-14"),
    ("whatif", "2022", "--as-of", "2022-10-14"),
    ("explain", "deadline-rule-unknown"),
    *((command, "--help") for command in COMMANDS),
)


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("argv", SCREENS, ids=" ".join)
def test_no_day_figure_or_symbol_of_a_paper_breaks_on_any_screen(argv: tuple[str, ...], columns: int) -> None:
    whole = words_of_the_whole(argv)
    addresses = [word for word in whole if len(word) > 24]  # a line may be too narrow for any of these
    broken = words_with_figures(run_in(SAMPLE, *argv, columns=columns).out) - whole
    assert [
        w for w in broken if not any(re.search(rf"(^|[/_.-]){re.escape(w)}", long) for long in addresses)
    ] == []


@cache
def words_of_the_whole(argv: tuple[str, ...]) -> set[str]:
    return words_with_figures(run_in(SAMPLE, *argv, columns=400).out)


def words_with_figures(text: str) -> set[str]:
    return {word for word in text.split() if re.search(r"\d", word)}


def test_errors_found_leave_with_1(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    assert run_in(w.root, "validate").code == 1


def test_warnings_alone_leave_with_0(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp")
    ran = run_in(w.root, "validate")
    assert "[text-not-nfc]" in ran.out
    assert ran.code == 0


USAGE = {
    "no such command": (("statsu",), "Không có lệnh “statsu”. Có phải status?"),
    "no such option": (("status", "--overdu"), "Không có tùy chọn --overdu. Có phải --overdue?"),
    "option far from any": (("status", "--zzz"), "Không có tùy chọn --zzz."),
    "no such choice": (
        ("status", "--format", "xml"),
        "--format: không dùng được giá trị này. Chọn một trong: table, json, csv, md, ics.",
    ),
    "option without value": (("status", "--as-of"), "Tùy chọn --as-of cần một giá trị."),
    "argument missing": (("show",), "Thiếu NHIỆM_VỤ."),
    "one too many": (("show", "III.1.1", "III.1.2"), "Thừa “III.1.2”."),
    "one behind a command of two words": (("forms", "export", "nay"), "Thừa “nay”."),
}


@pytest.mark.parametrize(("argv", "sentence"), USAGE.values(), ids=USAGE)
def test_what_was_typed_wrongly_is_said_and_leaves_with_2(argv: tuple[str, ...], sentence: str) -> None:
    ran = run_in(SAMPLE, *argv)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == sentence
    assert ran.err.splitlines()[1].startswith("Xem hướng dẫn: parplan")


STOPS = {
    "no such day": (("status", "--as-of", "2022-02-30"), "Ngày “2022-02-30” không có trong lịch"),
    "no such month": (("status", "--month", "13"), "Tháng “13” không hợp lệ."),
    "month outside the plan": (("status", "--month", "2023-01"), "không có tháng 01/2023"),
    "day and month": (("status", "--as-of", "2022-10-05", "--month", "10"), "Không dùng --as-of cùng lúc"),
    "a calendar of tallies": (("status", "--by", "agency", "--format", "ics"), "Không dùng --format ics cùng lúc"),
    "no such unit": (("status", "--agency", "so-noi-vuu"), "Có phải “so-noi-vu” (Sở Nội vụ)?"),
    "no such task": (("show", "III.1.5dd"), "Có phải “III.1.5d”"),
    "no such plan": (("status", "--plan", "2021"), "Không có Kế hoạch năm 2021. Đang có: 2022."),
    "no such root": (("status", "--root", "/nowhere"), "Không có thư mục “/nowhere”."),
    "no such path": (("validate", "nothing.yaml"), "Không có tệp hay thư mục “nothing.yaml”."),
    "path outside": (("validate", "/etc/passwd"), "không nằm trong thư mục dữ liệu"),
    "no such year": (("compare", "22"), "Năm “22” không hợp lệ."),
}


@pytest.mark.parametrize(("argv", "piece"), STOPS.values(), ids=STOPS)
def test_what_cannot_be_found_is_said_and_leaves_with_2(argv: tuple[str, ...], piece: str) -> None:
    ran = run_in(SAMPLE, *argv)
    assert piece in ran.err
    assert (ran.code, ran.out) == (2, "")


def test_without_a_workspace_it_leaves_with_2(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "status")
    assert "Không thấy thư mục dữ liệu" in ran.err
    assert (ran.code, ran.out) == (2, "")


def test_a_folder_below_the_workspace_will_do() -> None:
    assert run_in(SAMPLE / "data" / "progress", "status", "--as-of", "2022-10-05").code == 0


def break_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_args: object) -> NoReturn:
        raise error

    monkeypatch.setattr("parplan.commands.status.draw_standings", broken)


def test_a_bug_leaves_with_3_and_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, ZeroDivisionError("secret"))
    ran = run_in(SAMPLE, "status")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Chương trình gặp lỗi ngoài dự kiến (mã ZeroDivisionError-broken-")
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1


def test_a_bug_shows_its_traceback_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        run_in(SAMPLE, "status", PARPLAN_DEBUG="1")


def test_no_package_that_lies_beside_ours_is_asked_whether_it_plugs_into_pydantic(tmp_path: Path) -> None:
    """To look through all of them takes longer than to read a plan; and what they do is nobody's wish."""
    beside = tmp_path / "beside-1.0.dist-info"
    beside.mkdir()
    (beside / "METADATA").write_text("Metadata-Version: 2.1\nName: beside\nVersion: 1.0\n", encoding="utf-8")
    (beside / "entry_points.txt").write_text("[pydantic]\nbeside = beside:plugin\n", encoding="utf-8")
    (tmp_path / "beside.py").write_text("print('loaded')", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "parplan", "validate"],
        cwd=SAMPLE,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "PARPLAN_NO_CACHE": "1"},
        capture_output=True,
        check=True,
    )
    assert b"loaded" not in ran.stdout


def test_an_interrupted_run_leaves_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, KeyboardInterrupt())
    ran = run_in(SAMPLE, "status")
    assert (ran.code, ran.out, ran.err) == (130, "", "Đã dừng.\n")


def test_where_input_ends_at_a_question_the_run_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, EOFError())
    ran = run_in(SAMPLE, "status", "--lang", "vi")
    assert (ran.code, ran.err.strip()) == (130, "Đã dừng.")


@pytest.mark.parametrize("argv", [("--version",), ("-V",), ("--lang", "en", "--version")], ids=" ".join)
def test_the_version_is_told(argv: tuple[str, ...], tmp_path: Path) -> None:
    assert run_in(tmp_path, *argv).out == f"parplan {__version__}\n"


def test_without_a_command_the_help_page_is_shown(tmp_path: Path) -> None:
    assert run_in(tmp_path).out == run_in(tmp_path, "--help").out != ""


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        (("help",), ("--help",)),
        (("help", "status"), ("status", "--help")),
        (("--lang", "en", "help", "show"), ("--lang", "en", "show", "--help")),
        (("help", "statsu"), ("statsu",)),
    ],
    ids=" ".join,
)
def test_help_is_asked_for_by_a_word_too(asked: tuple[str, ...], same: tuple[str, ...], tmp_path: Path) -> None:
    assert run_in(tmp_path, *asked) == run_in(tmp_path, *same)


@pytest.mark.parametrize("root", ["", "status", "help"])
def test_a_folder_may_be_named_before_the_command(root: str, tmp_path: Path) -> None:
    folder = tmp_path / root
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    ran = run_in(tmp_path, "--root", root or str(folder), "status", "--as-of", "2022-10-05")
    assert ran == run_in(SAMPLE, "status", "--as-of", "2022-10-05")


@pytest.mark.parametrize("argv", [("--month", "9", "report"), ("--as-of=2022-10-05", "status")], ids=" ".join)
def test_an_option_before_its_command_is_told_where_to_go(argv: tuple[str, ...]) -> None:
    ran = run_in(SAMPLE, *argv)
    name, command = argv[0].partition("=")[0], argv[-1]
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Tùy chọn {name} đặt sau tên lệnh: parplan {command} {name} …\n")


def test_help_is_offered_for_the_command_that_was_typed() -> None:
    assert run_in(SAMPLE, "status", "--month").err.endswith("Xem hướng dẫn: parplan status --help\n")


@pytest.mark.parametrize("argv", [("--lang", "en"), ("--lang=en",)], ids=["word", "sign"])
def test_a_language_can_be_asked_for(argv: tuple[str, ...]) -> None:
    english = run_in(SAMPLE, "status", "--as-of", "2022-10-05", *argv)
    assert english.code == 0
    assert "Tính đến ngày" not in english.out


def test_the_environment_names_the_language_too() -> None:
    argv = ("status", "--as-of", "2022-10-05")
    assert run_in(SAMPLE, *argv, PARPLAN_LANG="en") == run_in(SAMPLE, *argv, "--lang", "en")
    assert run_in(SAMPLE, *argv, "--lang", "vi", PARPLAN_LANG="en") == run_in(SAMPLE, *argv)


def test_complaints_are_in_the_language_asked_for(tmp_path: Path) -> None:
    assert run_in(tmp_path, "statsu", PARPLAN_LANG="en").err != run_in(tmp_path, "statsu").err


def test_a_language_that_is_asked_for_and_not_spoken_is_refused() -> None:
    ran = run_in(SAMPLE, "status", "--lang", "fr")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("--lang: không dùng được giá trị này. Chọn một trong: vi, en.")


def test_a_language_alone_is_no_command() -> None:
    assert run_in(SAMPLE, "--lang", "en").err.startswith("The name of a command is missing.")


@pytest.mark.parametrize("language", ["fr", "", "VI"])
def test_a_language_we_do_not_speak_is_answered_in_vietnamese(language: str) -> None:
    assert "Tính đến ngày" in run_in(SAMPLE, "status", "--as-of", "2022-10-05", PARPLAN_LANG=language).out


def test_a_reader_that_goes_away_is_no_trouble(w: Builder) -> None:
    command = [sys.executable, "-m", "parplan.cli", "status", "--as-of", "2022-10-05"]
    environment = {"PYTHONPATH": str(REPOSITORY / "src"), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        command, cwd=w.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


WITHOUT_STREAMS = {
    "validate": 0,
    "status --as-of 2022-13-05": 2,
    "statsu": 2,
    "report --month 9 -o made.docx": 0,
    "--help": 0,
}
EACH_IN_A_FORK = """
import os, runpy, sys
import parplan.__main__, parplan.commands.report, parplan.commands.validate
codes = []
for argv in sys.argv[2:]:
    if not (pid := os.fork()):
        sys.argv = ["parplan", *argv.split()]
        runpy.run_module("parplan", run_name="__main__", alter_sys=True)
        os._exit(99)
    codes.append(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
open(sys.argv[1], "w").write(" ".join(map(str, codes)))
"""
"""Begins without the streams, as the program would, loads it, and runs and ends it for each line of words."""


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes no stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_changes_no_exit_code(
    closed: str, w: Builder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    codes, made = (tmp_path_factory.mktemp("made") / name for name in ("codes", "made.docx"))
    lines = [line.replace("made.docx", str(made)) for line in WITHOUT_STREAMS]
    shell = [
        "/bin/sh",
        "-c",
        f'exec "$@" {closed}',
        "sh",
        sys.executable,
        "-c",
        EACH_IN_A_FORK,
        str(codes),
        *lines,
    ]
    environment = {"PYTHONPATH": str(REPOSITORY / "src"), "PATH": "/usr/bin:/bin"}
    assert subprocess.run(shell, cwd=w.root, env=environment, check=False).returncode == 0
    found = zip(WITHOUT_STREAMS, map(int, codes.read_text().split()), strict=True)
    assert dict(found) == WITHOUT_STREAMS
    assert made.read_bytes().startswith(b"PK")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_complaint_that_cannot_be_written_keeps_its_exit_code(w: Builder) -> None:
    line = f'exec "{sys.executable}" -m parplan status --as-of 2022-13-05 2>/dev/full'
    environment = {"PYTHONPATH": str(REPOSITORY / "src"), "PATH": "/usr/bin:/bin"}
    assert subprocess.run(["/bin/sh", "-c", line], cwd=w.root, env=environment, check=False).returncode == 2


def test_vietnamese_comes_out_of_a_console_that_has_no_utf8() -> None:
    command = [sys.executable, "-m", "parplan.cli", "compare"]
    environment = {"PYTHONPATH": str(REPOSITORY / "src"), "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(command, cwd=SAMPLE, env=environment, capture_output=True, check=True)
    assert "Kết quả các Chỉ số của Quảng Nam" in ran.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
@pytest.mark.parametrize(
    ("command", "code"), [("--version >/dev/full", 2), ("--version | true", 0), ("--help | true", 0)]
)
def test_nobody_is_shown_a_trace_where_nothing_can_be_written(command: str, code: int) -> None:
    shell = f'set -o pipefail; "{sys.executable}" -m parplan {command}'
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr


def test_of_a_name_that_no_system_takes_the_middle_is_left_out() -> None:
    ran = run_in(SAMPLE, "status", "--root", "x" * 5000)
    assert ran.code == 2
    assert len(ran.err) < 400
    assert "x…x" in ran.err


def test_a_day_of_the_first_year_is_printed_with_all_figures_of_its_year() -> None:
    assert "01/01/0001" in run_in(SAMPLE, "status", "--as-of", "0001-01-01").out


def test_two_years_that_are_one_are_not_compared() -> None:
    ran = run_in(SAMPLE, "compare", "2021", "2021")
    assert (ran.code, ran.out) == (2, "")
    assert "hai năm khác nhau" in ran.err
