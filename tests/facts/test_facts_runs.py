"""Tests of parplan.facts.runs."""

from __future__ import annotations

from typing import NamedTuple

from parplan.facts.runs import Run, Runs


class Thing(NamedTuple):
    what: str
    agency: str

    def of(self, agency: str) -> Thing:
        return Thing(self.what, agency)


THINGS = Runs([Run(Thing("x", "a"), ("a", "b", "c")), Run(Thing("y", "b"), ("b",))])


def test_a_sequence_of_runs_is_a_sequence_of_what_is_in_them() -> None:
    every = [Thing("x", "a"), Thing("x", "b"), Thing("x", "c"), Thing("y", "b")]
    assert (list(THINGS), len(THINGS)) == (every, 4)
    assert (THINGS[0], THINGS[2], THINGS[-1], list(THINGS[1:3])) == (every[0], every[2], every[-1], every[1:3])
    assert THINGS == Runs.of(every) == THINGS.apart()
    assert Runs.of(THINGS) is THINGS
    assert [len(run.agencies) for run in THINGS.apart().runs] == [1, 1, 1, 1]


def test_it_knows_whose_each_is() -> None:
    assert THINGS.agencies == ("a", "b", "c", "b")
    assert THINGS.units == {"a", "b", "c"}


def test_some_of_it_is_such_a_sequence_too() -> None:
    assert list(THINGS.only(["b", "c"])) == [Thing("x", "b"), Thing("x", "c"), Thing("y", "b")]
    assert list(THINGS.where(lambda thing: thing.what == "y")) == [Thing("y", "b")]
    assert not THINGS.only(["d"])
    assert THINGS.only(["d"]).runs == ()


def test_it_is_ordered_without_being_taken_apart() -> None:
    assert [thing.what for thing in THINGS.sorted(lambda thing: -ord(thing.what))] == ["y", "x", "x", "x"]


def test_others_stand_behind_it() -> None:
    others = [Thing("z", "d")]
    assert list(THINGS + others)[3:] == [Thing("y", "b"), *others]
