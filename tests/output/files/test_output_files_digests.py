"""Tests of parplan.output.files.digests: the record of the texts that we wrote."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest

from parplan.output.files.digests import RECORD, written_in


def keep(folder: Path, name: str, content: bytes) -> None:
    record = written_in(folder).with_text(name, content)
    (folder / RECORD).write_bytes(record)
    (folder / name).write_bytes(content)


def test_what_was_written_is_ours_until_it_is_changed(tmp_path: Path) -> None:
    keep(tmp_path, "tình hình.csv", b"a\n")
    written = written_in(tmp_path)
    assert written.knows("tình hình.csv")
    assert written.is_ours("tình hình.csv", b"a\n")
    assert written.is_ours("tình hình.csv", b"a\r\n")
    assert not written.is_ours("tình hình.csv", b"b\n")
    assert not written.knows("x.csv")


def test_the_one_before_is_ours_too_for_the_record_is_written_first(tmp_path: Path) -> None:
    for text in (b"a", b"b", b"c"):
        keep(tmp_path, "x", text)
    assert [written_in(tmp_path).is_ours("x", text) for text in (b"a", b"b", b"c")] == [False, True, True]


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    keep(tmp_path, "x", b"a")
    (tmp_path / "x").unlink()
    keep(tmp_path, "y", b"a")
    assert not written_in(tmp_path).knows("x")


@pytest.mark.parametrize("said", [b"", b"\xff\x00", b"0123  x\n", b"x" * 9000], ids=lambda said: str(said[:9]))
def test_what_cannot_be_understood_counts_for_nothing(said: bytes, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_bytes(said)
    assert written_in(tmp_path).digests == {}


def test_a_record_is_not_looked_for_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "y").write_bytes(b"")
    (tmp_path / RECORD).symlink_to("y")
    with pytest.raises(OSError, match="link"):
        written_in(tmp_path)


@pytest.mark.skipif(which("sha256sum") is None, reason="no sha256sum here")
def test_sha256sum_can_check_it(tmp_path: Path) -> None:
    keep(tmp_path, "x y.csv", b"a")
    assert subprocess.run(["sha256sum", "--check", RECORD], cwd=tmp_path, check=False).returncode == 0
