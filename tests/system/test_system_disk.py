"""Tests of parplan.system.disk: whole or not at all, together, over nothing unseen, with all it had."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from parplan.system.disk import Obstacle, Replacement, bytes_at, clear_leftovers, replace_files


def put(path: Path, content: bytes) -> Obstacle | None:
    return replace_files([Replacement(path, content, bytes_at(path))])


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.yaml"
    assert put(path, b"a") is None
    assert put(path, b"b") is None
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"b"]


@pytest.mark.parametrize("length", [238, 250, 255])
def test_a_name_may_be_as_long_as_the_system_lets_it(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("ế" * (length // 3) + "a" * (length % 3))
    assert put(path, b"a") is None
    assert put(path, b"b") is None
    assert path.read_bytes() == b"b"


def test_mode_and_owner_stay(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    if os.geteuid() == 0:
        os.chown(path, 1234, 1235)
    path.chmod(0o640)
    was = path.stat()
    assert put(path, b"b") is None
    now = path.stat()
    assert (now.st_mode, now.st_uid, now.st_gid) == (was.st_mode, was.st_uid, was.st_gid)


def test_what_the_system_keeps_with_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    try:
        os.setxattr(path, "user.origin", b"phong CCHC")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    put(path, b"b")
    assert os.getxattr(path, "user.origin") == b"phong CCHC"


def test_other_names_of_a_file_keep_telling_the_same(tmp_path: Path) -> None:
    path, other = tmp_path / "x", tmp_path / "y"
    path.write_bytes(b"a longer text")
    other.hardlink_to(path)
    assert put(path, b"b") is None
    assert (other.read_bytes(), path.stat().st_nlink) == (b"b", 2)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x", "y"]


def test_a_read_only_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    path.chmod(0o400)
    assert put(path, b"b") == Obstacle(path, "held")
    assert path.read_bytes() == b"a"


def test_a_file_held_by_another_program_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "held")

    path = tmp_path / "x"
    path.write_bytes(b"a")
    monkeypatch.setattr(Path, "replace", held)
    assert put(path, b"b") == Obstacle(path, "held")
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"a"]


def test_a_file_that_is_not_what_was_seen_is_left(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"by hand")
    assert replace_files([Replacement(path, b"b", b"a")]) == Obstacle(path, "changed")
    assert replace_files([Replacement(path, b"b", None)]) == Obstacle(path, "changed")
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"by hand"]


def test_a_hand_that_saves_while_ours_is_prepared_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, sync = tmp_path / "x", os.fsync
    path.write_bytes(b"a")

    def meanwhile(handle: int) -> None:
        sync(handle)
        path.write_bytes(b"by hand")

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert replace_files([Replacement(path, b"b", b"a")]) == Obstacle(path, "changed")
    assert path.read_bytes() == b"by hand"


def test_where_nothing_was_seen_the_faster_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even one who comes between our last look and our writing."""
    path, link = tmp_path / "x", os.link

    def slower(source: Path, target: Path) -> None:
        path.write_bytes(b"by hand")
        link(source, target)

    monkeypatch.setattr(os, "link", slower)
    assert put(path, b"b") == Obstacle(path, "changed")
    assert path.read_bytes() == b"by hand"


def test_a_drive_without_hard_links_takes_new_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", none)
    assert put(tmp_path / "x", b"b") is None
    assert (tmp_path / "x").read_bytes() == b"b"


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    for name in "ac":
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "b").mkdir()
    wanted = [("a", b"old"), ("new", None), ("c", b"other")]
    files = [Replacement(tmp_path / name, b"ours", seen) for name, seen in wanted]
    assert replace_files(files) == Obstacle(tmp_path / "c", "changed")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b", "c"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_an_interruption_between_two_files_leaves_none_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    replace = Path.replace

    def interrupted(source: Path, target: Path) -> Path:
        if target.name == "b":
            raise KeyboardInterrupt
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_files(Replacement(tmp_path / name, b"ours", b"old") for name in "ab")
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"a": b"old", "b": b"old"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a")
    (tmp_path / "link").symlink_to(tmp_path / "x")
    put(tmp_path / "link", b"b")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_bytes() == b"b"


def test_a_full_disk_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path / "x", b"b")
    assert list(tmp_path.iterdir()) == []


def test_links_in_a_circle_are_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic"):
        replace_files([Replacement(tmp_path / "a", b"x", None)])


def test_what_killed_writers_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    ours = [".parplan-12-3.tmp", ".plan-2022.yaml.4711.tmp"]
    others = [
        ".other.yaml.4711.tmp",
        ".parplan-12.tmp.x",
        "parplan-1-2.tmp",
        "plan-2022.yaml",
        ".parplan.lock",
    ]
    for name in (*ours, *others):
        (tmp_path / name).write_bytes(b"")
    clear_leftovers(tmp_path, ["plan-2022.yaml"])
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted(others)
    clear_leftovers(tmp_path / "nowhere")


def test_what_cannot_be_looked_at_is_not_taken_for_missing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        bytes_at(tmp_path)
    assert bytes_at(tmp_path / "x") is None
