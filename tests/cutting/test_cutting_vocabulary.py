"""Tests of parplan.cutting.vocabulary: words are found whole, however they are spelt."""

from __future__ import annotations

from itertools import chain

from parplan.cutting.vocabulary import begins, holds, is_one_of, listed, vocabulary
from parplan.model.spoken.lookup import spoken
from parplan.spelling import bare


def test_a_word_is_found_whole_with_or_without_diacritics() -> None:
    assert holds("Cơ quan PHOI HOP", ["phối hợp"])
    assert not holds("Phối hợpp", ["phối hợp"])


def test_the_longest_beginning_is_found() -> None:
    assert begins("Chủ trì, phối hợp với Sở", ["chủ trì", "chủ trì phối hợp"]) == "chủ trì phối hợp"
    assert begins("Chủ", ["chủ trì"]) is None


def test_one_of_some_words_is_nothing_else() -> None:
    assert is_one_of("S.T.T", ["s t t"])
    assert not is_one_of("Mục tiêu", ["mục"])


def test_no_head_is_said_of_two_columns() -> None:
    heads = vocabulary()["heads"]
    every = [bare(word) for word in chain(*heads.values())]
    assert len(every) == len(set(every))


def test_kinds_are_those_of_the_schema() -> None:
    assert set(vocabulary()["kinds"]) <= {"once", "periodic", "ongoing", "on-event", "general"}
    assert all(
        spoken(word, vocabulary()["kinds"]) in (None, kind) for kind in ("ongoing",) for word in listed(kind)
    )
