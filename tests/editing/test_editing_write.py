"""Tests of parplan.editing.write: all or none is written, over nothing unseen, by one at a time."""

from __future__ import annotations

import errno
import os
from typing import Any

import pytest

from parplan.editing.edit import Edit, edited
from parplan.editing.past.journal import JOURNAL
from parplan.editing.text.change import Replace
from parplan.editing.write import refuse_unfinished, write
from parplan.finding import Stop
from parplan.system.disk import Obstacle
from parplan.system.lock import LOCK, locked
from parplan.where import Step, Where
from refusing import refused
from running import snapshot
from workspaces import AGENCIES, REPORT, Builder

UPDATE = "- {task: A, status: in-progress}  # chờ ý kiến\n- task: C\n  status: done\n"


@pytest.fixture
def reported(w: Builder) -> Builder:
    return w.report("2022-09", "so-tu-phap", UPDATE)


def at(*path: Step, file: str = REPORT) -> Where:
    return Where(file, path)


def test_a_link_out_of_the_workspace_is_not_written_through(reported: Builder, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x.yaml"
    elsewhere.write_bytes((reported.root / REPORT).read_bytes())
    (reported.root / REPORT).unlink()
    (reported.root / REPORT).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    with refused("path-outside", path=REPORT, root=str(reported.root)):
        write(reported.root, [Edit(REPORT, before, before + b"# more\n")], "test")
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("meanwhile", [b"plan: 2022\n", None], ids=["changed", "gone"])
def test_a_file_that_is_no_longer_the_one_that_was_read_is_left_alone(
    reported: Builder, meanwhile: bytes | None
) -> None:
    loaded = reported.load()
    changes = [
        Replace(at("updates", 1, "status"), "in-progress"),
        Replace(at("agencies", 0, "name", file=AGENCIES), "X"),
    ]
    made = edited(loaded, changes)
    if meanwhile is None:
        reported.remove(REPORT)
    else:
        reported.write(REPORT, meanwhile)
    before = snapshot(reported.root)
    with pytest.raises(Stop) as stopped:
        write(reported.root, made.edits, "test")
    assert (stopped.value.reason, stopped.value.values["file"]) == ("file-changed-meanwhile", REPORT)
    assert snapshot(reported.root) == before


def test_where_one_file_was_changed_by_hand_at_the_last_moment_none_is_written(
    reported: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After our own look, while the files are being prepared."""
    changes = [
        Replace(at("updates", 1, "status"), "in-progress"),
        Replace(at("agencies", 0, "name", file=AGENCIES), "X"),
    ]
    made = edited(reported.load(), changes)
    sync, untouched = os.fsync, reported.text(AGENCIES)

    def meanwhile(handle: int) -> None:
        sync(handle)
        reported.write(REPORT, b"by hand")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(Stop) as stopped:
        write(reported.root, made.edits, "test")
    assert (stopped.value.reason, stopped.value.values["file"]) == ("file-changed-meanwhile", REPORT)
    assert (reported.text(AGENCIES), reported.text(REPORT)) == (untouched, "by hand")


def test_of_two_writers_who_read_the_same_the_second_is_told(reported: Builder) -> None:
    first, second = (
        edited(reported.load(), [Replace(at("updates", 1, "status"), status)])
        for status in ("in-progress", "not-started")
    )
    write(reported.root, first.edits, "test")
    with pytest.raises(Stop, match="file-changed-meanwhile"):
        write(reported.root, second.edits, "test")
    assert "in-progress" in reported.text(REPORT)


def test_while_somebody_writes_nobody_else_does(reported: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    made = edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")])
    before = snapshot(reported.root)
    monkeypatch.setattr("parplan.editing.write.locked", lambda root: locked(root, seconds=0))
    with locked(reported.root), pytest.raises(Stop, match="folder-locked-by"):
        write(reported.root, made.edits, "test")
    assert snapshot(reported.root) == before


def test_leftovers_of_a_killed_write_go_with_the_next(reported: Builder) -> None:
    folder = (reported.root / REPORT).parent
    for name in (f".{(reported.root / REPORT).name}.4711.tmp", ".parplan-4711-1.tmp"):
        (folder / name).write_bytes(b"half")
    write(
        reported.root, edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")]).edits, "test"
    )
    assert [entry.name for entry in folder.iterdir()] == ["so-tu-phap.yaml"]


def test_a_file_that_cannot_be_read_any_more_is_not_taken_for_a_new_one(reported: Builder) -> None:
    (reported.root / "data/reminders/2022.yaml").mkdir(parents=True)
    with pytest.raises(Stop, match="edit-not-written"):
        write(reported.root, [Edit("data/reminders/2022.yaml", None, b"x")], "test")


def test_where_the_journal_cannot_be_read_nothing_is_written(reported: Builder) -> None:
    (reported.root / JOURNAL).mkdir()
    before = reported.text(REPORT)
    with pytest.raises(Stop) as stop:
        refuse_unfinished(reported.root)
    assert (stop.value.reason, stop.value.values["file"]) == ("edit-not-written", JOURNAL)
    assert isinstance(stop.value.values["cause"], IsADirectoryError | PermissionError)
    with pytest.raises(Stop):
        write(reported.root, [Edit(REPORT, before.encode(), b"x")], "test")
    assert reported.text(REPORT) == before


def test_a_full_disk_leaves_the_file_as_it_was(reported: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    made = edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")])
    before = snapshot(reported.root)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Stop, match="edit-not-written"):
        write(reported.root, made.edits, "test")
    assert snapshot(reported.root) == before


def test_a_file_that_is_held_or_a_disk_that_is_full_is_told_with_its_name(
    reported: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits = edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")]).edits

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    held = Obstacle(reported.root / REPORT, "held")
    for replace, cause in ((full, errno.ENOSPC), (lambda _: held, errno.EACCES)):
        monkeypatch.setattr("parplan.editing.write.replace_files", replace)
        with pytest.raises(Stop, match=r"^edit-not-written") as stop:
            write(reported.root, edits, "test")
        told = stop.value.values["cause"]
        assert isinstance(told, OSError)
        assert (stop.value.values["file"], told.errno) == (REPORT, cause)


def test_where_nothing_is_to_be_written_what_a_killed_writer_left_goes_all_the_same(reported: Builder) -> None:
    left = (reported.root / REPORT).parent / ".parplan-4711-1.tmp"
    left.write_bytes(b"half")
    before = {name: text for name, text in snapshot(reported.root).items() if not name.endswith(".tmp")}
    (reported.root / LOCK).write_bytes(b"")
    write(reported.root, (), "test")
    assert snapshot(reported.root) == before
