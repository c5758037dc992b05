"""Tests of parplan.system.lock: one at a time, the others are told who, the dead hold nothing."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.system.lock import LOCK, lift_dead, locked

HOLD = """
import sys
from pathlib import Path
from parplan.system.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it is let go or killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        yield holder
    finally:
        holder.kill()
        with holder:
            pass


def test_who_writes_leaves_no_trace(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert [entry.name for entry in tmp_path.iterdir()] == [LOCK]
    assert list(tmp_path.iterdir()) == []


def test_who_comes_second_is_told_who_writes(tmp_path: Path) -> None:
    with another(tmp_path) as holder:
        with pytest.raises(Stop) as stopped, locked(tmp_path, seconds=0):
            pass
        assert stopped.value.reason == "folder-locked-by"
        assert stopped.value.values["pid"] == str(holder.pid)
        assert stopped.value.values["folder"] == str(tmp_path)
        assert {"command", "host", "since"} <= stopped.value.values.keys()


def test_who_comes_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with another(tmp_path) as holder:
        assert holder.stdin is not None
        threading.Timer(0.2, holder.stdin.close).start()
        with locked(tmp_path, seconds=20):
            assert holder.wait(5) == 0


def test_who_was_killed_holds_nothing(tmp_path: Path) -> None:
    with another(tmp_path) as holder:
        holder.kill()
        holder.wait()
        assert (tmp_path / LOCK).exists()
        with locked(tmp_path, seconds=0):
            pass
    assert list(tmp_path.iterdir()) == []


def test_a_writer_who_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    with locked(tmp_path, seconds=0):
        pass


@pytest.mark.parametrize("said", [b"", b"\n{", b"\n[]", b"\n{}", b"\xff" * 300], ids=str)
def test_a_lock_that_says_nothing_sensible_is_told_as_well(said: bytes, tmp_path: Path) -> None:
    with another(tmp_path):
        (tmp_path / LOCK).write_bytes(said)
        with pytest.raises(Stop) as stopped, locked(tmp_path, seconds=0):
            pass
    assert stopped.value.reason == "folder-locked"


def test_what_a_lock_says_cannot_drive_the_terminal(tmp_path: Path) -> None:
    owner = {"command": "a\x1b[31m\u202eb", "pid": 1, "host": "h", "since": "s"}
    with another(tmp_path):
        (tmp_path / LOCK).write_bytes(b"\n" + json.dumps(owner).encode())
        with pytest.raises(Stop) as stopped, locked(tmp_path, seconds=0):
            pass
    assert stopped.value.values["command"] == "a?[31m?b"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "x" / "y"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("answer", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_on_a_drive_without_locks_the_file_is_the_lock(
    answer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr(fcntl, "flock", none)
    with locked(tmp_path):
        assert (tmp_path / f"{LOCK}ed").exists()
        outcome: list[str] = []

        def second() -> None:
            try:
                with locked(tmp_path, seconds=0):
                    outcome.append("in")
            except Stop as stop:
                outcome.append(stop.reason)

        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert outcome == ["folder-locked"]
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_dead_writer_is_taken_away_and_that_of_another_stays(tmp_path: Path) -> None:
    lift_dead(tmp_path)
    (tmp_path / LOCK).write_text("x")
    lift_dead(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with another(tmp_path):
        lift_dead(tmp_path)
        assert (tmp_path / LOCK).exists()
