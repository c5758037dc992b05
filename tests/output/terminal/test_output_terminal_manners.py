"""Tests of parplan.output.terminal.manners: what --quiet leaves unsaid, when pages come, what comes last."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from parplan.cli import COMMANDS
from parplan.output.terminal.manners import PAGED
from parplan.views.setup.next import UNSAID
from running import POINTS, SAMPLE, run_in
from workspaces import AGENCIES, Builder

DAY = ("--as-of", "2022-10-20")
READ = {
    "validate": ("validate",),
    "validate a file": ("validate", "data/agencies.yaml"),
    "status": ("status", *DAY),
    "status of a unit": ("status", *DAY, "--agency", "so-noi-vu"),
    "status of a month": ("status", "--month", "10"),
    "show": ("show", "A", *DAY),
    "log": ("log", "A"),
    "forms status": ("forms", "status", "--month", "10", *DAY),
    "explain": ("explain", "date"),
    "doctor": ("doctor",),
}
OF_POINTS = {
    "show a criterion": ("show", "8.1"),
    "compare": ("compare",),
    "gap": ("gap",),
    "score": ("score",),
    "whatif": ("whatif",),
}


def last_line(err: str) -> str:
    return " ".join(err.split()).rpartition(": parplan ")[2]


def must_go_on(folder: Path, argv: tuple[str, ...]) -> None:
    """What the last line names is run, and answers."""
    ran = run_in(folder, *argv, watched=True)
    following = shlex.split(last_line(ran.err))
    assert following[0] in " ".join(COMMANDS)
    assert run_in(folder, *following).code == 0


@pytest.mark.parametrize("argv", READ.values(), ids=READ)
def test_the_last_line_names_a_command_that_works(argv: tuple[str, ...], w: Builder) -> None:
    must_go_on(w.root, argv)


@pytest.mark.parametrize("argv", OF_POINTS.values(), ids=OF_POINTS)
def test_the_last_line_after_points_names_a_command_that_works(argv: tuple[str, ...]) -> None:
    must_go_on(POINTS, argv)


def test_after_work_that_is_overdue_units_are_reminded() -> None:
    following = last_line(run_in(SAMPLE, "status", *DAY, watched=True).err)
    assert following == "remind --as-of 2022-10-20"
    assert run_in(SAMPLE, *following.split(), "--format", "text").code == 0


def test_after_errors_the_worst_is_explained(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    ran = run_in(w.root, "validate", watched=True)
    assert (ran.code, last_line(ran.err)) == (1, "explain agency-kind-unknown")


@pytest.mark.parametrize(
    ("argv", "environment"),
    [
        (("status", *DAY, "--format", "json"), {}),
        (("status", *DAY, "--format", "csv"), {}),
        (("report", "--month", "10", "-o", "-"), {}),
        (("status", *DAY, "--quiet"), {}),
        (("-q", "status", *DAY), {}),
        (("status", *DAY), {"CI": "true"}),
        (("guide", *DAY), {}),
    ],
    ids=lambda value: " ".join(value),
)
def test_nothing_comes_next_for_machines_and_whoever_wants_quiet(
    argv: tuple[str, ...], environment: dict[str, str]
) -> None:
    assert ": parplan " not in run_in(SAMPLE, *argv, watched=True, **environment).err  # type: ignore[arg-type]
    assert UNSAID["guide"]


def test_in_a_pipe_nothing_comes_next() -> None:
    assert run_in(SAMPLE, "status", *DAY).err == ""
    assert run_in(SAMPLE, "status", *DAY, terminal=True).err == ""


# --- quiet ---------------------------------------------------------------------------------------------------


def test_a_quiet_write_says_nothing_and_writes_all_the_same(w: Builder) -> None:
    ran = run_in(w.root, "set", "agencies:agencies.so-noi-vu.name", "Sở Nội vụ tỉnh", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "Sở Nội vụ tỉnh" in (w.root / AGENCIES).read_text("utf-8")


def test_a_quiet_preview_shows_the_lines_that_were_asked_for(w: Builder) -> None:
    ran = run_in(w.root, "set", "agencies:agencies.so-noi-vu.name", "Sở Nội vụ tỉnh", "-q", "--dry-run")
    assert ("+" in ran.out, ran.err) == (True, "")


def test_a_quiet_check_tells_what_is_wrong_and_nothing_else(w: Builder) -> None:
    assert run_in(w.root, "validate", "-q").err == ""
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    ran = run_in(w.root, "validate", "-q")
    assert (ran.code, "[agency-kind-unknown]" in ran.out, ran.err) == (1, True, "")


def test_quiet_leaves_no_error_unsaid(w: Builder) -> None:
    assert run_in(w.root, "show", "nothing", "-q").err != ""
    assert run_in(w.root, "set", "agencies:agencies.so-noi-vu.kind", "tin", "-q").err != ""


def test_a_report_that_lies_elsewhere_is_told_even_quietly(tmp_path: Path) -> None:
    there = tmp_path / "a.md"
    there.write_text("by hand", encoding="utf-8")
    ran = run_in(SAMPLE, "report", "--month", "10", "-o", str(there), "-q")
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_may_be_quiet_and_those_that_read_unpaged(command: str, tmp_path: Path) -> None:
    page = run_in(tmp_path, command, "--help").out
    assert "-q, --quiet" in page
    assert ("--no-pager" in page) is (command in PAGED)


def test_quiet_ends_with_its_run(w: Builder) -> None:
    run_in(w.root, "validate", "-q")
    assert run_in(w.root, "validate").err != ""


# --- pages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "is_paged"),
    [
        (("status", *DAY), True),
        (("status", *DAY, "--no-pager"), False),
        (("--no-pager", "status", *DAY), False),
        (("status", *DAY, "--format", "json"), False),
        (("status", *DAY, "--format", "md"), False),
        (("report", "--month", "10", "-o", "-"), False),
        (("undo", "--list"), False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_people_read_comes_in_pages(
    argv: tuple[str, ...], is_paged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def through(_: object, text: str) -> bool:
        seen.append(text)
        return True

    monkeypatch.setattr("parplan.system.pager.screen_height", lambda _: 10)
    monkeypatch.setattr("parplan.system.pager.pager_command", lambda: ["a pager"])
    monkeypatch.setattr("parplan.system.pager._through", through)
    ran = run_in(SAMPLE, *argv, terminal=True)
    assert bool(seen) is is_paged
    assert (ran.out == "") is is_paged


def test_no_pipe_is_paged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parplan.system.pager.paged", lambda: pytest.fail("pages in a pipe"))
    assert run_in(SAMPLE, "status", *DAY).out != ""
