"""Scores and changes in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parplan.facts.points.ranking import Ranked
from parplan.facts.points.score import Score
from parplan.views.points.change_words import ChangeWords, in_percent, plain
from parplan.words import words

SAID = ChangeWords(words("vi"))


@pytest.mark.parametrize(
    ("change", "said"),
    [("3.64", "tăng 3,64"), ("-5.66", "giảm 5,66"), ("0", "không đổi"), (None, "chưa có số liệu")],
)
def test_a_change_of_score_is_said_in_words(change: str | None, said: str) -> None:
    assert SAID.score(Decimal(change) if change else None) == said


@pytest.mark.parametrize(("change", "said"), [(9, "tăng 09 bậc"), (-4, "giảm 04 bậc"), (None, "chưa có số liệu")])
def test_a_change_of_rank_is_said_in_places(change: int | None, said: str) -> None:
    assert SAID.places(change) == said


def test_an_unknown_figure_is_never_a_number() -> None:
    unknown = (SAID.figure(None), SAID.rank(None), SAID.against(None), SAID.ranked(None), SAID.percent(None))
    assert unknown == ("chưa có số liệu",) * 5
    assert SAID.scored(None, Decimal(5)) == "chưa có số liệu"
    assert SAID.figure(Decimal("86.5")) == "86,50"


@pytest.mark.parametrize(
    ("score", "most", "said"),
    [
        (Score(Decimal("7.58"), Decimal("10.0"), is_whole=True), "10", "7,58/10"),
        (Score(Decimal("7.58"), None, is_whole=True), None, "7,58"),
        (Score(Decimal("-0.5"), Decimal(0), is_whole=True), "0", "−0,50"),  # a penalty has no maximum
        (Score(Decimal(2), Decimal(4), is_whole=False), "8.5", "2,00/4; 4,5 điểm chưa rõ"),
        (Score(Decimal(2), Decimal(4), is_whole=False), None, "2,00/4; còn lại chưa rõ"),
    ],
)
def test_a_score_says_of_what_it_is_and_what_is_not_known(score: Score, most: str | None, said: str) -> None:
    assert SAID.scored(score, Decimal(most) if most else None) == said


@pytest.mark.parametrize(
    ("ranked", "said"),
    [
        (Ranked(33, 63), "33/63"),
        (Ranked(33, None), "33"),
        (Ranked(2, 38, is_computed=True), "2/38 (tính từ điểm)"),
        (Ranked(2, 38, is_computed=True, is_shared=True), "2/38 (tính từ điểm, đồng hạng)"),
    ],
)
def test_a_rank_that_nobody_published_is_said_to_be_computed(ranked: Ranked, said: str) -> None:
    assert SAID.ranked(ranked) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [("1/16", "6,3%"), ("1/3", "33,3%"), ("2/3", "66,7%"), ("19/20", "95,0%"), ("1/800", "0,1%")],
)
def test_a_share_is_rounded_half_up_once(share: str, said: str) -> None:
    assert SAID.percent(Fraction(share)) == said


def test_a_share_moves_by_points_of_percent() -> None:
    moves = [SAID.moved(Fraction(n, 40)) for n in (1, -1, 0)]
    assert moves == ["tăng 2,5 điểm %", "giảm 2,5 điểm %", "không đổi"]


def test_a_maximum_that_was_added_up_has_no_noughts_at_its_end() -> None:
    assert [str(in_percent(Fraction(1))), f"{plain(Decimal('100.00')):f}"] == ["100.0", "100"]
