"""Tests of parplan.disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parplan.disk import replace_file


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.yaml"
    assert replace_file(path, b"a")
    assert replace_file(path, b"b")
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"b"]


def test_its_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    path.chmod(0o640)
    replace_file(path, b"b")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    path.chmod(0o400)
    assert not replace_file(path, b"b")
    assert path.read_bytes() == b"a"


def test_a_file_held_by_another_program_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "held")

    path = tmp_path / "x"
    path.write_bytes(b"a")
    monkeypatch.setattr(Path, "replace", held)
    assert not replace_file(path, b"b")
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"a"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a")
    (tmp_path / "link").symlink_to(tmp_path / "x")
    replace_file(tmp_path / "link", b"b")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_bytes() == b"b"


def test_a_full_disk_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(tmp_path / "x", b"b")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert replace_file(pipe, b"b")
        assert os.read(reader, 10) == b"b"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_links_in_a_circle_are_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic"):
        replace_file(tmp_path / "a", b"x")
