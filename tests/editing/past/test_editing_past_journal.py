"""Tests of parplan.editing.past.journal: a change as a line, and the way back from it."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parplan.editing.edit import Edit
from parplan.editing.past import journal as module
from parplan.editing.past.journal import JOURNAL, Entry, Journal, Stretch

TEXT = st.lists(st.sampled_from(["a: Điều\n", "a: Điểu\n", "\r\n", "b: x", "\ufeff", "", "é\n"])).map("".join)


@given(TEXT, TEXT)
@example("x\n" * 2, "x\n" * 4)
@example("x\n" * 4, "x\n" * 2)
def test_what_was_changed_is_taken_back_to_the_byte(before: str, after: str) -> None:
    edit = Edit("f", before.encode(), after.encode())
    assert Stretch.of(edit).taken_back(edit.after) == Edit("f", edit.after, edit.before)


def test_a_file_that_was_made_is_taken_away() -> None:
    assert Stretch.of(Edit("f", None, b"x")).taken_back(b"x") == Edit("f", b"x", None)


def test_a_file_that_was_taken_away_comes_back() -> None:
    assert Stretch.of(Edit("f", b"x", None)).taken_back(None) == Edit("f", None, b"x")


def test_only_the_lines_that_change_are_kept() -> None:
    one = Stretch.of(Edit("f", b"a: 1\nb: 2\nc: 3\n", b"a: 1\nb: 22\nc: 3\n"))
    assert (one.at, one.out, one.put) == (5, "b: 2\n", "b: 22\n")
    below_an_empty_line = Stretch.of(Edit("f", b"\na: 1", b"\na: 2"))
    assert (below_an_empty_line.at, below_an_empty_line.out) == (1, "a: 1")
    before_its_end = Stretch.of(Edit("f", b"a: 1 x", b"a: 2 x"))
    assert (before_its_end.out, before_its_end.put) == ("a: 1 x", "a: 2 x")


def test_an_entry_comes_back_from_its_line() -> None:
    entry = Entry.of([Edit("data/x.yaml", b"a: 1\n", "a: Đ\n".encode())], "set")
    assert Entry.read(entry.line()) == entry
    assert [(d.path, d.before, d.after) for d in entry.changes] == [(("a",), "1", "Đ")]
    assert entry.undoes == ""
    assert "a: Đ".encode() in entry.line()  # a person may have to read it


def test_bytes_that_are_no_letters_come_back_too() -> None:
    edit = Edit("f", b"a: \xff\n", b"a: 1\n")
    read = Entry.read(Entry.of([edit], "set").line())
    assert read is not None
    assert read.stretches[0].taken_back(edit.after) == Edit("f", edit.after, edit.before)


def test_an_entry_knows_who_made_it_as_far_as_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "lan")
    assert Entry.of([], "set").who == "lan"

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert Entry.of([], "set").who == ""


def test_a_full_second_is_written_as_long_as_any_other_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
            return datetime(2022, 9, 30, 8, tzinfo=UTC)

    monkeypatch.setattr(module, "datetime", Clock)
    assert Entry.of([], "set").at == "2022-09-30T08:00:00.000000+00:00"


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"{}", b"\xff", b'{"at": 1, "stretches": 3}'])
def test_a_line_that_is_no_entry_is_passed_over(line: bytes) -> None:
    assert Entry.read(line) is None


def test_a_line_that_was_torn_spoils_none_after_it(tmp_path: Path) -> None:
    first, second = (Entry.of([Edit("f", b"a", text)], "set") for text in (b"b", b"c"))
    journal = Journal(tmp_path)
    for entry in (first, second):
        tell(journal, entry)
        with (tmp_path / JOURNAL).open("ab") as file:
            file.write(b'{"at": "20')
    assert journal.entries() == (first, second)
    assert journal.torn() == 1
    with journal.telling(entry):
        pass
    assert (tmp_path / ".parplan.journal").read_bytes() == first.line() + b"\n" + second.line() + b"\n"


def test_a_line_whose_end_an_editor_took_away_is_parted_from_the_next(tmp_path: Path) -> None:
    first, second = (Entry.of([Edit("f", b"a", text)], "set") for text in (b"b", b"c"))
    (tmp_path / JOURNAL).write_bytes(first.line())
    tell(Journal(tmp_path), second)
    assert Journal(tmp_path).entries() == (first, second)


def tell(journal: Journal, entry: Entry) -> None:
    """A deed that came to be."""
    with journal.telling(entry) as told:
        told.holds = True


def test_what_is_told_lies_on_the_disk_before_the_deed_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, synced = Entry.of([Edit("f", b"a", b"b")], "set"), []
    monkeypatch.setattr(os, "fsync", lambda _: synced.append((tmp_path / JOURNAL).read_bytes()))
    with Journal(tmp_path).telling(entry):
        assert synced == [entry.line() + b"\n"]


def test_that_a_change_ended_is_told_only_of_several_files(tmp_path: Path) -> None:
    one = Entry.of([Edit("f", b"a", b"b")], "set")
    two = Entry.of([Edit("f", b"a", b"b"), Edit("g", b"a", b"b")], "rename")
    journal = Journal(tmp_path)
    assert (journal.has_ended(one), journal.has_ended(two)) == (True, False)
    tell(journal, one)
    assert (tmp_path / JOURNAL).read_bytes() == one.line() + b"\n"
    tell(journal, two)
    assert journal.has_ended(two)


def test_where_the_journal_cannot_even_be_made_that_is_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def full(path: Path, mode: str, **options: Any) -> Any:
        if mode == "ab":
            raise OSError("full")
        return opened(path, mode, **options)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="full"), Journal(tmp_path).telling(Entry.of([], "set")):
        pass


def test_what_does_not_hold_leaves_no_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with journal.telling(Entry.of([Edit("f", b"a", b"b")], "set")):
        pass
    with pytest.raises(OSError, match="full"), journal.telling(Entry.of([Edit("f", b"a", b"b")], "set")):
        raise OSError("full")
    assert not (tmp_path / JOURNAL).exists()


def test_where_there_is_no_journal_nothing_was_written(tmp_path: Path) -> None:
    assert Journal(tmp_path).entries() == ()


def test_an_end_that_is_damaged_is_told_from_one_that_was_never_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with journal.telling(Entry.of([Edit("f", b"a", b"b")], "set")) as told:
        told.holds = True
    whole = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(whole + b'{"at"')
    assert not journal.lost_its_end
    (tmp_path / JOURNAL).write_bytes(whole + b"{}\n")
    assert journal.lost_its_end
    (tmp_path / JOURNAL).write_bytes(whole.rstrip(b"\n"))  # as some editors leave it
    assert (len(journal.entries()), journal.lost_its_end) == (1, False)
    (tmp_path / JOURNAL).write_bytes(b"{}\n" + whole.rstrip(b"\n"))
    assert not journal.lost_its_end
    (tmp_path / JOURNAL).write_bytes(b'{"ended":"x"}')
    assert not journal.lost_its_end


def test_what_tells_that_a_change_ended_is_no_torn_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.newest() is None
    entry = Entry.of([Edit("f", b"a", b"b"), Edit("g", b"a", b"b")], "rename")
    with journal.telling(entry) as told:
        told.holds = True
    assert (journal.torn(), journal.newest(), journal.lost_its_end) == (0, entry, False)
