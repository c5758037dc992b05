"""Tests of parplan.editing.past.journal: a change as a line, and the way back from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.editing.edit import Edit
from parplan.editing.past.journal import JOURNAL, Entry, Journal, Stretch

TEXT = st.lists(st.sampled_from(["a: Điều\n", "a: Điểu\n", "\r\n", "b: x", "\ufeff", "", "é\n"])).map("".join)


@given(TEXT, TEXT)
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


def test_an_entry_comes_back_from_its_line() -> None:
    entry = Entry.of([Edit("data/x.yaml", b"a: 1\n", "a: Đ\n".encode())], "set")
    assert Entry.read(entry.line()) == entry
    assert [(d.path, d.before, d.after) for d in entry.changes] == [(("a",), "1", "Đ")]


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"{}", b"\xff", b'{"at": 1, "stretches": 3}'])
def test_a_line_that_is_no_entry_is_passed_over(line: bytes) -> None:
    assert Entry.read(line) is None


def test_a_line_that_was_torn_spoils_none_after_it(tmp_path: Path) -> None:
    first, second = (Entry.of([Edit("f", b"a", text)], "set") for text in (b"b", b"c"))
    journal = Journal(tmp_path)
    for entry in (first, second):
        with journal.telling(entry) as told:
            told.holds = True
        with (tmp_path / JOURNAL).open("ab") as file:
            file.write(b'{"at": "20')
    assert journal.entries() == (first, second)


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


def test_what_tells_that_a_change_ended_is_no_torn_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.newest() is None
    entry = Entry.of([Edit("f", b"a", b"b"), Edit("g", b"a", b"b")], "rename")
    with journal.telling(entry) as told:
        told.holds = True
    assert (journal.torn(), journal.newest(), journal.lost_its_end) == (0, entry, False)
