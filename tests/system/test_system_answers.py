"""With the answers kept and without, every run says the same, to the byte: whatever has changed in between."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import chdir
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parplan.cli import KEPT, run
from parplan.system import answers, cache, pager
from running import SAMPLE
from workspaces import Builder

READING = {
    "validate": ["validate"],
    "status": ["status", "--as-of", "2022-09-25"],
    "show": ["show", "III.1.4", "--as-of", "2022-09-25"],
    "compare": ["compare"],
    "gap": ["gap"],
    "score": ["score"],
    "coverage": ["coverage"],
}


class Stream(io.TextIOWrapper):
    """A stream of bytes that can be a terminal."""

    def __init__(self, name: str, is_terminal: bool = False) -> None:
        self.written = io.BytesIO()
        self.written.name = name
        self.written.fileno = lambda: 1  # type: ignore[method-assign]
        self.written.isatty = lambda: is_terminal  # type: ignore[method-assign]
        self.is_terminal = is_terminal
        super().__init__(self.written, "utf-8", newline="\n")

    def isatty(self) -> bool:
        return self.is_terminal


def said(act: Callable[[], int], is_terminal: bool = False) -> tuple[int, bytes, bytes]:
    """The exit code of a run, and what it said on both streams."""
    out, err = Stream("out", is_terminal), Stream("err", is_terminal)
    with mock.patch.multiple(sys, stdout=out, stderr=err):
        code = act()
        out.flush()
        err.flush()
    return code, out.written.getvalue(), err.written.getvalue()


@pytest.fixture
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of its own, wherever the tests run, and beside every workspace."""
    place = tmp_path_factory.mktemp("user") / "cache"
    wanted = {name: value for name, value in os.environ.items() if name not in ("CI", "PARPLAN_NO_CACHE")}
    with (
        mock.patch.dict(os.environ, wanted, clear=True),
        mock.patch.object(cache, "folder", return_value=str(place)),
    ):
        yield place


class Counted:
    """A command that tells all that a command may look at, and how often it was really run."""

    def __init__(self, root: Path) -> None:
        self.root, self.runs = root, 0

    def __call__(self) -> int:
        self.runs += 1
        answers.rests_on(str(self.root))
        found = sorted(path for path in (self.root / "data").rglob("*"))
        for path in found:
            print(path, path.read_bytes() if path.is_file() else "folder")  # noqa: T201
        sys.stderr.write(f"{time.strftime('%Y-%m-%d')} {os.environ.get('NO_COLOR')} {Path.cwd()}")
        return len(found) % 2


def test_an_answer_is_given_again_without_a_run(w: Builder, keeping: Path) -> None:
    command = Counted(w.root)
    first, again = (said(lambda: answers.given(["a"], command)) for _ in range(2))
    assert first == again
    assert first[2]
    assert command.runs == 1


NAMES = st.sampled_from(["a.yaml", "b.yaml", "c/a.yaml"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), NAMES, st.sampled_from([b"", b"x: 1\n", b"x: 2\n"])),
        st.tuples(st.just("delete"), NAMES),
        st.tuples(st.just("swap"), NAMES, NAMES),
        st.tuples(st.just("day"), st.sampled_from(["2026-01-01", "2026-01-02"])),
        st.tuples(st.just("version"), st.sampled_from(["1", "2"])),
        st.tuples(st.just("set"), st.sampled_from(["NO_COLOR", "COLUMNS", "PARPLAN_LANG"]), st.sampled_from("12")),
        st.tuples(st.just("damage"), st.integers(0, 1000)),
        st.tuples(st.just("cwd"), st.sampled_from(["", "data"])),
        st.tuples(st.just("run"), st.sampled_from(["status", "show"])),
    ),
    min_size=4,
    max_size=16,
)


def _change(step: tuple[Any, ...], root: Path, place: Path, settings: dict[str, str]) -> None:
    """One thing that may happen between two runs."""
    match step:
        case "write", name, content:
            (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "data" / name).write_bytes(content)
        case "delete", name:
            (root / "data" / name).unlink(missing_ok=True)
        case "swap", one, other if (root / "data" / one).exists():
            (root / "data" / other).parent.mkdir(parents=True, exist_ok=True)
            (root / "data" / one).replace(root / "data" / other)
        case "damage", where:
            for path in place.iterdir() if place.exists() else ():
                content = bytearray(path.read_bytes())
                content[where % len(content)] ^= 1
                path.write_bytes(content)
        case "set", name, value:
            os.environ[name] = value
        case kind, value if kind in ("day", "version", "cwd"):
            settings[kind] = value


@settings(max_examples=60)
@given(steps=STEPS)
def test_whatever_changes_both_ways_say_the_same(tmp_path_factory: pytest.TempPathFactory, steps: Any) -> None:
    folder = tmp_path_factory.mktemp("kept")
    root, place, now = folder / "w", folder / "cache", {"day": "2026-01-01", "version": "1", "cwd": ""}
    (root / "data").mkdir(parents=True)
    command = Counted(root)
    clean = {name: value for name, value in os.environ.items() if name not in ("CI", "PARPLAN_NO_CACHE")}
    with (
        mock.patch.dict(os.environ, clean, clear=True),
        mock.patch.object(cache, "folder", return_value=str(place)),
        mock.patch.object(cache, "program", side_effect=lambda: now["version"].encode()),
        mock.patch("time.strftime", side_effect=lambda _: now["day"]),
    ):
        for step in [*steps, ("run", "status")]:
            _change(step, root, place, now)
            with chdir(root / now["cwd"]):
                asked = [step[-1]] if step[0] == "run" else ["status"]
                assert said(partial(answers.given, asked, command)) == said(command)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_command_says_the_same_from_what_was_kept(name: str, keeping: Path) -> None:
    with chdir(SAMPLE):
        anew = said(lambda: run(["--no-cache", *READING[name]]))
        assert not keeping.exists()
        first = said(lambda: run(READING[name]))
        assert len(list(keeping.iterdir())) == 1
        with mock.patch("parplan.cli._carried_out", side_effect=AssertionError("it was run again")):
            assert anew == first == said(lambda: run(READING[name]))


_opened: list[str] | None = None


def _note(event: str, given: tuple[Any, ...]) -> None:
    if _opened is not None and event in ("open", "os.listdir", "os.scandir", "subprocess.Popen", "socket.connect"):
        _opened.append(str(given[0]))


@pytest.fixture(scope="module")
def opened() -> Callable[[Callable[[], Any]], list[str]]:
    """What some act opens; Python hands out no way to stop listening."""
    sys.addaudithook(_note)

    def listen(act: Callable[[], Any]) -> list[str]:
        global _opened
        _opened = []
        act()
        heard, _opened = _opened, None
        return heard

    return listen


@pytest.mark.parametrize("is_terminal", [False, True])
@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_command_looks_at_nothing_but_the_data_and_the_program(
    name: str, is_terminal: bool, opened: Callable[[Callable[[], Any]], list[str]]
) -> None:
    ours = (str(SAMPLE / "data"), str(Path(cache.PACKAGE)), sys.prefix, sys.base_prefix, os.devnull)
    with chdir(SAMPLE):
        looked = opened(lambda: said(lambda: run(["--no-cache", *READING[name]]), is_terminal))
    assert {path for path in looked if not path.startswith(ours)} == set()


def _write(root: Path) -> int:
    answers.rests_on(str(root))
    answers.once_only()
    return 0


def _fail(root: Path) -> int:
    answers.rests_on(str(root))
    return 2


def _meddle(root: Path) -> int:
    answers.rests_on(str(root))
    (root / "data" / "agencies.yaml").write_bytes(b"")
    return 0


def _read_nothing(_: Path) -> int:
    return 0


@pytest.mark.parametrize("act", [_write, _fail, _meddle, _read_nothing])
def test_what_wrote_failed_met_a_change_or_read_no_data_is_not_kept(
    act: Callable[[Path], int], w: Builder, keeping: Path
) -> None:
    said(lambda: answers.given(["a"], lambda: act(w.root)))
    assert not keeping.exists()


def test_a_folder_above_or_below_that_becomes_the_workspace_is_seen(w: Builder, keeping: Path) -> None:
    inner = w.root / "inner"
    inner.mkdir()
    with chdir(inner):
        outer = said(lambda: run(["status", "--as-of", "2022-09-25"]))
        shutil.copytree(w.root / "data", inner / "data")
        (inner / "data" / "plan-2022.yaml").unlink()
        assert said(lambda: run(["status", "--as-of", "2022-09-25"])) != outer


def test_a_terminal_and_a_pipe_are_answered_apart(w: Builder, keeping: Path) -> None:
    with chdir(w.root), mock.patch("os.get_terminal_size", return_value=os.terminal_size((80, 240))):
        pipe, screen = (said(lambda: run(["status"]), is_terminal) for is_terminal in (False, True))
    assert b"\x1b[" in screen[1]
    assert b"\x1b[" not in pipe[1]


def test_what_was_shown_in_pages_is_shown_in_pages_again(
    w: Builder, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def through(_: object, text: str) -> bool:
        seen.append(text)
        return True

    monkeypatch.setattr(pager, "screen_height", lambda _: 5)
    monkeypatch.setattr(pager, "pager_command", lambda: ["a pager"])
    monkeypatch.setattr(pager, "_through", through)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 5)))
    first, again = (said(partial(run, ["status", "--root", str(w.root)]), is_terminal=True) for _ in range(2))
    assert len(seen) == 2
    assert first[1] == b""
    assert (first, seen[0]) == (again, seen[1])
    assert len(list(keeping.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_are_not_followed_into_what_may_change_unseen(w: Builder) -> None:
    assert answers.state_of(str(w.root)) is not None
    (w.root / "data" / "linked.yaml").symlink_to(w.root / "elsewhere.yaml")
    assert answers.state_of(str(w.root)) is None


def test_an_answer_that_is_too_long_is_not_kept(w: Builder, keeping: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(cache, "LARGEST", 10)
    command = Counted(w.root)
    said(lambda: answers.given(["a"], command))
    assert not keeping.exists()


@pytest.mark.parametrize("form", ["json", "csv", "md", "ics"])
@pytest.mark.parametrize("place", [os.devnull, "here.txt"])
def test_what_went_elsewhere_goes_there_again(form: str, place: str, w: Builder, keeping: Path) -> None:
    with chdir(w.root):
        said(lambda: run(["status", "--format", form, "--output", place]))
    assert not keeping.exists()


def twice(root: Path, between: Callable[[], Any], *argv: str) -> tuple[Any, Any]:
    """What a line says after something happened, with what was kept before it and anew."""
    with chdir(root):
        said(lambda: run([*argv]))
        between()
        return said(lambda: run([*argv])), said(lambda: run(["--no-cache", *argv]))


@pytest.mark.parametrize(
    "line", [("forms", "status", "--agency", "status"), ("log", "show"), ("record", "status", "--dry-run")]
)
def test_a_word_of_another_command_s_line_keeps_no_answer(line: tuple[str, ...], w: Builder) -> None:
    with chdir(w.root), mock.patch.object(answers, "given") as asked:
        said(lambda: run([*line]))
    asked.assert_not_called()


def test_a_path_that_went_away_is_missed(w: Builder, keeping: Path) -> None:
    templates = w.root / "templates"
    templates.mkdir()
    kept, anew = twice(w.root, templates.rmdir, "validate", "templates")
    assert kept == anew
    assert kept[0] == 2


def test_the_way_from_the_top_is_that_of_now(w: Builder, keeping: Path) -> None:
    w.write("data/settings.yaml", "x: 1\n")
    kept, anew = twice(w.root, (w.root.parent / ".git").mkdir, "validate", "--format", "github")
    (w.root.parent / ".git").rmdir()
    assert kept == anew


@pytest.mark.skipif(sys.platform == "win32", reason="links want a right there")
def test_a_way_through_a_link_is_gone_as_the_system_goes_it(w: Builder, keeping: Path) -> None:
    other = w.root / "other"
    shutil.copytree(w.root / "data", other / "data")
    (w.root / "link").symlink_to(other / "data")

    def mistake() -> None:
        (other / "data" / "settings.yaml").write_text("x: 1\n", encoding="utf-8")

    kept, anew = twice(w.root, mistake, "validate", "--root", "link/..")
    assert kept == anew
    assert kept[0] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links want a right there")
def test_data_that_are_a_link_are_looked_at_anew(w: Builder, keeping: Path) -> None:
    away = (w.root / "data").rename(w.root.parent / "away")
    (w.root / "data").symlink_to(away)

    def come_home() -> None:
        (w.root / "data").unlink()
        away.rename(w.root / "data")

    kept, anew = twice(w.root, come_home, "validate")
    assert kept == anew


def test_nothing_is_kept_within_the_workspace(w: Builder, keeping: Path) -> None:
    with mock.patch.object(cache, "folder", return_value=str(w.root / "data" / "cache")):
        twice(w.root, lambda: None, "validate")
    assert not (w.root / "data" / "cache").exists()


def test_what_a_forger_sealed_is_no_answer(w: Builder, keeping: Path) -> None:
    with chdir(w.root):
        first = said(lambda: run(["validate"]))
        (entry,) = keeping.iterdir()
        content = b"\xe9\x05"
        entry.write_bytes(cache.digest(bytes.fromhex(entry.name), content) + content)
        assert said(lambda: run(["validate"])) == first
