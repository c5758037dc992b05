"""Tests of parplan.editing.past.undo: which change is taken back, whatever became of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.editing.edit import Edit
from parplan.editing.past.journal import JOURNAL, Entry
from parplan.editing.past.undo import Fate, history, next_undone, unfinished
from parplan.editing.write import write
from refusing import refused

ONE, TWO = "data/one.yaml", "data/two.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / ONE).write_bytes(b"a: 0\n")
    return tmp_path


def put(root: Path, text: bytes, file: str = ONE) -> None:
    path = root / file
    write(root, [Edit(file, path.read_bytes() if path.exists() else None, text)], "set")


def undo(root: Path) -> None:
    entry, edits = next_undone(root)
    write(root, edits, "undo", entry.at)


def fates(root: Path) -> list[Fate]:
    return [told.fate for told in history(root)]


def test_machines_are_told_by_these_names_what_became_of_a_change() -> None:
    assert [fate.value for fate in Fate] == ["holds", "undone", "void", "partial", "overtaken"]


def test_changes_are_taken_back_one_after_the_other(root: Path) -> None:
    put(root, b"a: 1\n")
    put(root, b"a: 2\n")
    undo(root)
    assert (root / ONE).read_bytes() == b"a: 1\n"
    put(root, b"a: 3\n")
    for wanted in (b"a: 1\n", b"a: 0\n"):
        undo(root)
        assert (root / ONE).read_bytes() == wanted
    with refused("undo-nothing", exit_code=1):
        undo(root)


def test_a_file_that_was_made_goes_again_and_its_folder_with_it(root: Path) -> None:
    write(root, [Edit("data/progress/2022-09/x.yaml", None, b"a: 1\n"), Edit(ONE, b"a: 0\n", b"a: 1\n")], "record")
    undo(root)
    assert not (root / "data/progress/2022-09").exists()
    assert (root / ONE).read_bytes() == b"a: 0\n"


def test_what_somebody_has_changed_since_is_left_alone(root: Path) -> None:
    put(root, b"a: 1\n")
    (root / ONE).write_bytes(b"a: 1 # by hand\n")
    with refused("undo-overtaken", exit_code=1, file=ONE):
        undo(root)
    assert fates(root) == [Fate.OVERTAKEN]


def test_what_lies_below_a_change_by_hand_is_overtaken_too(root: Path) -> None:
    put(root, b"a: 1\n")
    put(root, b"a: 2\n")
    (root / ONE).write_bytes(b"a: 2 # by hand\n")
    assert fates(root) == [Fate.OVERTAKEN, Fate.OVERTAKEN]


def test_a_change_of_which_one_file_was_changed_by_hand_is_overtaken_as_a_whole(root: Path) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    write(root, [Edit(ONE, b"a: 0\n", b"a: 1\n"), Edit(TWO, b"b: 0\n", b"b: 1\n")], "rename")
    (root / TWO).write_bytes(b"b: 1 # by hand\n")
    assert fates(root) == [Fate.OVERTAKEN]


def test_a_change_that_never_came_to_be_is_passed_over(root: Path) -> None:
    put(root, b"a: 1\n")
    killed(root, Edit(ONE, b"a: 1\n", b"a: 2\n"))
    assert fates(root) == [Fate.VOID, Fate.HOLDS]
    undo(root)
    assert (root / ONE).read_bytes() == b"a: 0\n"


def test_of_a_change_that_stopped_half_way_what_it_reached_is_taken_back(root: Path) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    killed(root, Edit(ONE, b"a: 0\n", b"a: 1\n"), Edit(TWO, b"b: 0\n", b"b: 1\n"))
    (root / ONE).write_bytes(b"a: 1\n")
    assert fates(root) == [Fate.PARTIAL]
    undo(root)
    assert ((root / ONE).read_bytes(), (root / TWO).read_bytes()) == (b"a: 0\n", b"b: 0\n")


def test_what_came_before_a_change_that_stopped_half_way_can_be_taken_back_once_that_is(root: Path) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    put(root, b"a: 1\n")
    killed(root, Edit(ONE, b"a: 1\n", b"a: 2\n"), Edit(TWO, b"b: 0\n", b"b: 1\n"))
    (root / ONE).write_bytes(b"a: 2\n")
    undo(root)
    assert fates(root) == [Fate.HOLDS, Fate.UNDONE, Fate.HOLDS]
    undo(root)
    assert (root / ONE).read_bytes() == b"a: 0\n"


@pytest.mark.parametrize("reached", [(), (ONE,)], ids=["before it began", "half-way"])
def test_taking_back_that_was_killed_is_taken_up_again(root: Path, reached: tuple[str, ...]) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    put(root, b"a: 1\n")
    write(root, [Edit(ONE, b"a: 1\n", b"a: 2\n"), Edit(TWO, b"b: 0\n", b"b: 1\n")], "rename")
    entry, edits = next_undone(root)
    killed(root, *edits, undoes=entry.at)
    for file in reached:
        (root / file).write_bytes(b"a: 1\n")
    undo(root)
    assert ((root / ONE).read_bytes(), (root / TWO).read_bytes()) == (b"a: 1\n", b"b: 0\n")
    undo(root)
    assert (root / ONE).read_bytes() == b"a: 0\n"


def test_a_journal_that_was_tampered_with_changes_no_file(root: Path) -> None:
    put(root, b"a: 1\n")
    journal = root / JOURNAL
    journal.write_bytes(journal.read_bytes().replace(b'"out":"a: 0', b'"out":"a: 9'))
    with refused("undo-damaged", exit_code=1, file=ONE):
        undo(root)


def test_while_nobody_knows_what_was_written_last_nothing_is_taken_back(root: Path) -> None:
    put(root, b"a: 1\n")
    with (root / JOURNAL).open("ab") as file:
        file.write(b"{}\n")
    with refused("undo-journal-torn", exit_code=1):
        undo(root)


def test_without_a_journal_there_is_nothing_to_take_back_and_nothing_is_lost(root: Path) -> None:
    put(root, b"a: 1\n")
    (root / JOURNAL).unlink()
    with refused("undo-nothing", exit_code=1):
        undo(root)
    put(root, b"a: 2\n")
    assert fates(root) == [Fate.HOLDS]


def killed(root: Path, *edits: Edit, undoes: str = "") -> None:
    """A writer that told the journal, and was killed before it wrote."""
    with (root / JOURNAL).open("ab") as file:
        file.write(Entry.of(edits, "set", undoes).line() + b"\n")


def test_nothing_is_built_upon_half_a_change(root: Path) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    assert unfinished(root) is None
    killed(root, Edit(ONE, b"a: 0\n", b"a: 1\n"), Edit(TWO, b"b: 0\n", b"b: 1\n"))
    assert unfinished(root) is None  # nothing of it was written
    (root / ONE).write_bytes(b"a: 1\n")
    with refused("write-unfinished", exit_code=1, command="set"):
        put(root, b"b: 2\n", TWO)
    undo(root)
    put(root, b"b: 2\n", TWO)
    assert ((root / ONE).read_bytes(), (root / TWO).read_bytes()) == (b"a: 0\n", b"b: 2\n")


def test_a_change_that_ended_is_not_half_for_what_somebody_put_back_by_hand(root: Path) -> None:
    (root / TWO).write_bytes(b"b: 0\n")
    write(root, [Edit(ONE, b"a: 0\n", b"a: 1\n"), Edit(TWO, b"b: 0\n", b"b: 1\n")], "rename")
    (root / ONE).write_bytes(b"a: 0\n")
    assert unfinished(root) is None
    put(root, b"b: 2\n", TWO)
