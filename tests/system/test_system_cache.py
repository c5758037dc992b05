"""What is kept is what was put there, or nothing; and there is never too much of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest import mock

import pytest

from parplan.system import cache

KEY, OTHER = cache.digest(b"one"), cache.digest(b"other")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "folder", lambda: str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_found_under_its_key_alone() -> None:
    cache.keep(KEY, b"content")
    assert (cache.kept(KEY), cache.kept(OTHER)) == (b"content", None)


def test_an_entry_that_was_damaged_or_renamed_is_no_entry(place: Path) -> None:
    cache.keep(KEY, b"content")
    whole = (place / KEY.hex()).read_bytes()
    (place / OTHER.hex()).write_bytes(whole)
    assert cache.kept(OTHER) is None
    for damaged in (b"", whole[:-1], whole + b"\0", whole[:-1] + b"T", b"\0" * len(whole)):
        (place / KEY.hex()).write_bytes(damaged)
        assert cache.kept(KEY) is None


def test_a_folder_that_cannot_be_written_is_gone_on_without(place: Path) -> None:
    place.write_text("a file lies where the folder should be", encoding="utf-8")
    cache.keep(KEY, b"content")
    assert cache.kept(KEY) is None


def test_a_disk_that_is_full_leaves_nothing_behind(place: Path) -> None:
    with mock.patch("os.replace", side_effect=OSError):
        cache.keep(KEY, b"content")
    assert list(place.iterdir()) == []


def test_the_older_half_goes_when_there_are_too_many(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_ENTRIES", 4)
    keys = [cache.digest(b"%d" % number) for number in range(5)]
    for age, key in enumerate(keys):
        cache.keep(key, b"content")
        os.utime(place / key.hex(), ns=(age, age))
    assert [cache.kept(key) is not None for key in keys] == [False, False, True, True, True]


def test_the_oldest_go_when_they_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 100)
    cache.keep(KEY, b"x" * 50)
    cache.keep(OTHER, b"y" * 50)
    assert (cache.kept(KEY), cache.kept(OTHER)) == (None, b"y" * 50)


def test_what_is_too_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 3)
    cache.keep(KEY, b"content")
    assert cache.kept(KEY) is None


def test_only_its_owner_may_look_into_the_folder(place: Path) -> None:
    cache.keep(KEY, b"content")
    assert sys.platform == "win32" or place.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="its folders are the user's own")
def test_a_folder_that_others_may_look_into_is_not_used(place: Path) -> None:
    cache.keep(KEY, b"content")
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}
    place.chmod(0o755)
    cache.keep(OTHER, b"content")
    assert cache.kept(KEY) is None
    assert [path.name for path in place.iterdir()] == [KEY.hex()]


def test_parts_do_not_run_into_each_other() -> None:
    assert cache.digest(b"ab", b"c") != cache.digest(b"a", b"bc") != cache.digest(b"a", b"b", b"c")


@pytest.mark.parametrize("name", ["PARPLAN_NO_CACHE", "CI"])
def test_it_is_off_where_it_is_not_wanted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARPLAN_NO_CACHE", raising=False)
    monkeypatch.delenv("CI", raising=False)
    assert cache.is_on()
    monkeypatch.setenv(name, "1")
    assert not cache.is_on()


def test_a_program_with_another_file_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PACKAGE", str(tmp_path))
    seen = {cache.program()}
    for change in ("one", "two, longer"):
        (tmp_path / "module.py").write_text(change, encoding="utf-8")
        seen.add(cache.program())
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert len(seen | {cache.program()}) == 4
