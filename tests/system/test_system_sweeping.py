"""Tests of parplan.system.sweeping."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from parplan.system.sweeping import swept


class Circle:
    """Holds itself, as a document does."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def without_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_what_was_made_of_an_item_is_gone_when_the_next_one_comes() -> None:
    made: list[ref[Circle]] = []
    for _ in swept(range(3)):
        assert [one() for one in made] == [None] * len(made)
        made.append(ref(Circle()))


def test_what_is_still_of_use_stays() -> None:
    kept = [Circle() for _ in swept(range(2))]
    assert all(one.own is one for one in kept)


def test_what_was_there_before_is_rubbish_as_ever_once_all_is_done() -> None:
    before = Circle()
    left = ref(before)
    list(swept([1]))
    del before
    gc.collect()
    assert left() is None
