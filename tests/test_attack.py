"""A short run of the attacks of ``make attack``: the same code, a few rounds."""

from __future__ import annotations

from shutil import which

import pytest

from attack import (
    JOURNALED,
    LETTER,
    WORD,
    WRITES,
    Outcome,
    attack_calls,
    attack_deeds,
    attack_mends,
    attack_undo,
    found_wrong,
    start,
)
from tries import IN_CI

WRITERS = 4 if IN_CI else 2


def test_of_writers_at_once_nothing_is_lost_and_the_loser_is_told() -> None:
    for outcome in (attack_deeds(LETTER, 1, WRITERS), attack_deeds(WORD, 1, WRITERS), attack_mends(1, 2)):
        assert (outcome.lost, outcome.tries > 0) == ([], True)
        assert not any(said.startswith("exit") and said != "exit 0 or 1" for said in outcome.told), outcome.told


@pytest.mark.skipif(which("strace") is None, reason="strace kills at system calls")
def test_killed_at_any_call_that_changes_a_file_nothing_is_torn(tmp_path_factory: pytest.TempPathFactory) -> None:
    before = start(tmp_path_factory.mktemp("attack") / "w")
    write = next(write for write in WRITES if write.name == "remind --sent")
    outcome = attack_calls(write, before, "signal=KILL", 4, "kill")
    assert outcome.told == {"exit -9": 4}
    assert (outcome.tries, outcome.lost) == (4, [])


@pytest.mark.skipif(which("strace") is None, reason="strace kills at system calls")
def test_what_was_killed_is_taken_back_to_the_byte(tmp_path_factory: pytest.TempPathFactory) -> None:
    before = start(tmp_path_factory.mktemp("attack") / "w")
    outcome = attack_undo(next(write for write in JOURNALED if write.name == "rename"), before, 2)
    assert (outcome.tries, outcome.lost) == (4, [])


def test_the_judge_of_an_attack_sees_what_is_torn() -> None:
    write = next(write for write in WRITES if write.pairs)
    before, after = {"r.docx": b"a", "r.xlsx": b"1"}, {"r.docx": b"b", "r.xlsx": b"2"}
    assert list(found_wrong(write, before, after, after)) == list(found_wrong(write, before, after, before)) == []
    assert list(found_wrong(write, before, after, {"r.docx": b"b"})) == []
    assert list(found_wrong(write, before, after, {"r.docx": b"b", "r.xlsx": b"1"})) != []
    assert list(found_wrong(write, before, after, {"r.docx": b"half", "r.xlsx": b"1"})) != []
    assert Outcome("x", 3, ["lost"]).line() == "| x | 3 | 2 |  |"
