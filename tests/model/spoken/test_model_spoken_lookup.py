"""Tests of parplan.model.spoken.lookup: an officer's word is known by itself, however it is spelt."""

from __future__ import annotations

import pytest

from parplan.model.spoken.lookup import says_nothing, spoken


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hoàn thành", "done"),
        ("hoan thanh", "done"),
        ("KPS", "none"),
        ("in-progress", "in-progress"),
        ("hoàn", None),
    ],
)
def test_a_word_stands_for_one_of_ours_or_for_none(text: str, word: str | None) -> None:
    assert spoken(text, ("done", "in-progress", "none")) == word


def test_only_words_of_the_list_are_meant() -> None:
    assert spoken("hoàn thành", ("extend", "drop")) is None


@pytest.mark.parametrize(("text", "nothing"), [("-", True), ("khong", True), ("0", False), ("Không đạt", False)])
def test_there_are_words_and_signs_for_nothing(text: str, nothing: bool) -> None:
    assert says_nothing(text) is nothing
