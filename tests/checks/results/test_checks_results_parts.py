"""Tests of parplan.checks.results.parts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.finding import Code
from parplan.where import Where
from workspaces import INDEXES, RESULTS, Builder, asked_for

REST = "year: 2022, place: quang-nam, mark: read, source: x"
CRITERIA = """\
          - {id: the-che, name: Thể chế, max: 10, mark: read}
          - {id: van-ban, name: Văn bản, parent: the-che, max: 4, mark: read}
          - {id: thi-hanh, name: Thi hành, parent: the-che, max: 6, mark: read}
          - {id: con-lai, name: Các lĩnh vực còn lại, max: 90, mark: read}
"""


def parts(w: Builder, result: str, *scores: str) -> Builder:
    """A result under a set of two areas, the first of which has two criteria; each score is ``id kind points``."""
    w.change(
        INDEXES,
        "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS",
        CRITERIA + "  - {id: SIPAS",
    )
    lines = [f"  - {{index: PAR, {result}{REST}, parts: ["]
    for score in scores:
        criterion, kind, points = score.split()
        ref = criterion if "/" in criterion else f"PAR/876/{criterion}"
        lines.append(f"    {{criterion: {ref}, kind: {kind}, score: {points}}},")
    return w.write(RESULTS, "results:\n" + "\n".join(lines) + "\n  ]}\n")


def test_a_criterion_scored_twice_in_one_way_is_told_the_second_time(w: Builder) -> None:
    parts(w, "", "van-ban self 3", "van-ban self 3.5")
    w.refused(Code.PART_DUPLICATE, RESULTS, "«PAR/876/van-ban», kind: self, score: 3.5")


def test_a_criterion_scored_in_three_ways_is_silent(w: Builder) -> None:
    parts(w, "", "van-ban self 3", "van-ban appraised 2.5", "van-ban survey 1").silent()


def test_a_score_over_the_criterion_s_maximum_is_told(w: Builder) -> None:
    parts(w, "", "van-ban self 4.01").refused(Code.PART_OVER_MAX, RESULTS, "4.01")


def test_a_full_score_and_one_whose_maximum_is_not_known_are_silent(w: Builder) -> None:
    parts(w, "", "van-ban self 4.00", "PAR/1149/cong-bo self 400").silent()


def test_a_criterion_of_another_set_than_the_result_s_is_told(w: Builder) -> None:
    parts(w, "set: '876', ", "PAR/1149/cong-bo self 1")
    w.refused(Code.PART_OF_OTHER_SET, RESULTS, "PAR/1149/cong-bo")


def test_a_criterion_of_another_index_is_told_even_where_no_set_is_named(w: Builder) -> None:
    parts(w, "", "van-ban self 1").change(RESULTS, "index: PAR", "index: SIPAS")
    w.refused(Code.PART_OF_OTHER_SET, RESULTS, "PAR/876/van-ban")


def test_a_criterion_of_the_result_s_set_is_silent(w: Builder) -> None:
    parts(w, "set: '876', ", "van-ban self 1").silent()


@pytest.mark.parametrize("total", ["6.97", "7.03", "9.5"])
def test_children_that_miss_their_parent_s_score_are_told_at_the_parent(w: Builder, total: str) -> None:
    parts(w, "", f"the-che self {total}", "van-ban self 3", "thi-hanh self 4")
    w.refused(Code.PARTS_NOT_SUM, RESULTS, total)


@pytest.mark.parametrize(
    "scores",
    [
        ("the-che self 7", "van-ban self 3", "thi-hanh self 4"),
        ("the-che self 7.02", "van-ban self 3", "thi-hanh self 4"),  # what rounding explains
        ("the-che self 6.98", "van-ban self 3", "thi-hanh self 4"),
        ("the-che self 9", "van-ban self 3"),  # a child is not known
        ("van-ban self 3", "thi-hanh self 4"),  # the parent is not
        ("the-che appraised 9", "van-ban self 3", "thi-hanh self 4"),  # scored in another way
        ("the-che appraised 7", "van-ban appraised 3", "thi-hanh appraised 4", "the-che self 8"),
    ],
)
def test_children_that_come_to_it_or_are_not_all_known_are_silent(w: Builder, scores: tuple[str, ...]) -> None:
    parts(w, "", *scores).silent()


def test_areas_that_miss_the_result_s_score_are_told_at_it(w: Builder) -> None:
    parts(w, "set: '876', score: 86.5, ", "the-che appraised 8", "con-lai survey 78")
    w.refused(Code.PARTS_NOT_SUM, RESULTS, "86.5")


@pytest.mark.parametrize(
    ("result", "scores"),
    [
        ("set: '876', score: 86.02, ", ("the-che appraised 8", "con-lai appraised 78")),
        ("set: '876', score: 80, ", ("the-che self 8", "con-lai self 78")),  # a self-assessment is another total
        ("set: '876', score: 80, ", ("the-che appraised 8",)),  # not all areas are known
        (
            "set: '876', score: 80, ",
            ("the-che appraised 8", "con-lai appraised 8", "con-lai survey 7"),
        ),  # two measures
        ("score: 80, ", ("the-che appraised 8", "con-lai appraised 78")),  # the set is not known
    ],
)
def test_areas_that_come_to_it_or_are_not_all_known_are_silent(
    w: Builder, result: str, scores: tuple[str, ...]
) -> None:
    parts(w, result, *scores).silent()


def test_a_set_listed_in_two_divisions_is_not_added_up(w: Builder) -> None:
    parts(w, "set: '876', score: 80, ", "the-che appraised 8", "con-lai appraised 72", "tham-dinh appraised 80")
    w.change(INDEXES, CRITERIA, CRITERIA + "          - {id: tham-dinh, name: Thẩm định, mark: read}\n").silent()


def test_a_score_that_cannot_be_does_not_spoil_the_sums(w: Builder) -> None:
    parts(w, "", "the-che self 7", "van-ban self 30", "thi-hanh self 4").refused(Code.PART_OVER_MAX, RESULTS, "30")


def test_an_unknown_criterion_is_told_as_such_only(w: Builder) -> None:
    parts(w, "", "ngan-sach-trung-uong-cap self 7", "van-ban self 3")
    w.refused(Code.CRITERION_UNKNOWN, RESULTS, "PAR/876/ngan-sach-trung-uong-cap")


def test_a_criterion_scored_twice_is_told_with_its_first_score(w: Builder) -> None:
    parts(w, "", "van-ban self 3", "van-ban self 3.5")
    (found,) = asked_for(w.load())
    first = Where(RESULTS, ("results", 0, "parts", 0, "criterion"))
    assert found.values == {"criterion": "Văn bản", "first": first}


def test_an_unknown_criterion_scored_twice_is_told_as_both(w: Builder) -> None:
    parts(w, "", "khong-co self 3", "khong-co self 3.5")
    assert set(w.codes()) == {"criterion-unknown", "part-duplicate"}


def test_the_parts_of_an_unknown_index_are_not_looked_at(w: Builder) -> None:
    parts(w, "", "PAR/1149/cong-bo self 3").change(RESULTS, "index: PAR,", "index: PARR,")
    w.refused(Code.INDEX_UNKNOWN, RESULTS, "PARR", meant="PAR")


def test_a_criterion_of_another_index_is_told_with_the_result_s(w: Builder) -> None:
    parts(w, "", "van-ban self 1").change(RESULTS, "index: PAR", "index: SIPAS")
    (found,) = asked_for(w.load())
    assert found.values == {"criterion": "PAR/876/van-ban", "set": "SIPAS"}


@pytest.mark.parametrize(("score", "told"), [("86", False), ("80", True)])
def test_a_unit_s_own_score_beside_the_official_one_changes_no_sum(w: Builder, score: str, told: bool) -> None:
    parts(w, f"set: '876', score: {score}, ", "the-che appraised 8", "con-lai appraised 78", "the-che self 9")
    assert w.codes() == (["parts-not-sum"] if told else [])


def test_areas_that_miss_the_result_s_score_are_told_with_both_figures(w: Builder) -> None:
    parts(w, "set: '876', score: 86.5, ", "the-che appraised 8", "con-lai survey 78")
    (found,) = asked_for(w.load())
    assert found.values == {"criterion": "Par Index", "sum": Decimal(86), "score": Decimal("86.5")}


@pytest.mark.parametrize(
    ("result", "code"),
    [("score: 865, ", "score-over-scale"), ("score: 80, rank: 64, ranked: 63, ", "rank-over-ranked")],
)
def test_a_result_that_cannot_be_is_not_held_against_its_parts(w: Builder, result: str, code: str) -> None:
    parts(w, f"set: '876', {result}", "the-che appraised 8", "con-lai appraised 78")
    assert w.codes() == [code]
