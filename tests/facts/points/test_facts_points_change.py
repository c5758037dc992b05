"""Tests of parplan.facts.points.change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.facts.points.change import IndexChange, changes, set_of, years_known
from parplan.reading.load import Loaded
from workspaces import INDEXES, RESULTS, Builder


def between(shipped: Loaded, before: int, after: int, place: str = "quang-nam") -> dict[str, IndexChange]:
    return {found.index.id: found for found in changes(shipped.workspace, place, before, after)}


def test_from_2020_to_2021_par_rose_nine_places_and_its_score_is_unknown(shipped: Loaded) -> None:
    par = between(shipped, 2020, 2021)["PAR"]
    assert par.before is not None
    assert par.after is not None
    assert (par.before.rank, par.after.rank, par.places, par.published_places) == (42, 33, 9, 9)
    assert (par.score, par.published_score, par.contradicts) == (None, None, False)
    assert par.against_mean_before is None
    assert par.against_mean_after == Decimal("0.20")
    assert not par.sets_differ  # the set of 2020 is not known


def test_from_2020_to_2021_sipas_gained_points_and_fell_four_places(shipped: Loaded) -> None:
    sipas = between(shipped, 2020, 2021)["SIPAS"]
    assert (sipas.score, sipas.published_score) == (Decimal("3.64"), Decimal("3.64"))
    assert (sipas.places, sipas.published_places) == (-4, -4)
    assert not sipas.contradicts


def test_from_2021_to_2022_the_published_fall_stands_beside_the_computed_one(shipped: Loaded) -> None:
    par = between(shipped, 2021, 2022)["PAR"]
    assert (par.score, par.published_score) == (Decimal("-5.66"), Decimal("-5.67"))
    assert (par.places, par.published_places) == (-24, -24)
    assert not par.contradicts  # rounding explains a hundredth
    assert (par.sets, par.sets_differ) == (("1149", "876"), True)


def test_the_country_s_mean_stands_beside_each_year(shipped: Loaded) -> None:
    par = between(shipped, 2021, 2022)["PAR"]
    assert par.mean is not None
    assert (par.mean.id, par.mean_before, par.mean_after) == ("ca-nuoc", Decimal("86.37"), Decimal("84.79"))
    assert (par.against_mean_before, par.against_mean_after) == (Decimal("0.20"), Decimal("-3.88"))


def test_a_part_s_change_is_not_computed_across_sets(shipped: Loaded) -> None:
    assert all(part.change is None for part in between(shipped, 2021, 2022)["PAR"].parts)


def test_years_are_known_oldest_first(shipped: Loaded) -> None:
    known = years_known(shipped.workspace, "quang-nam")
    assert known[:3] == (2020, 2021, 2022)
    assert known == tuple(sorted(known))
    assert years_known(shipped.workspace, "khong-co") == ()


REST = "place: quang-nam, mark: read, source: x"


def invented(w: Builder, before: str, after: str) -> IndexChange:
    for year, result in (("2021", before), ("2022", after)):
        w.write(f"data/results/{year}.yaml", f"results:\n  - {{index: PAR, year: {year}, {result}, {REST}}}\n")
    (found,) = changes(w.workspace(), "quang-nam", 2021, 2022)
    return found


def test_the_same_set_in_both_years_lets_parts_be_compared(w: Builder) -> None:
    part = "set: '876', parts: [{{criterion: PAR/876/cong-bo, kind: self, score: {}}}]"
    (found,) = invented(w, part.format("1.5"), part.format("2")).parts
    assert (found.criterion.id, found.change) == ("cong-bo", Decimal("0.5"))


def test_the_same_criterion_of_two_sets_is_two_parts(w: Builder) -> None:
    part = "set: '{0}', parts: [{{criterion: PAR/{0}/cong-bo, kind: self, score: 1}}]"
    found = invented(w, part.format("1149"), part.format("876"))
    assert [(p.before is not None, p.after is not None, p.change) for p in found.parts] == [
        (True, False, None),
        (False, True, None),
    ]
    assert found.sets_differ


def test_a_published_change_beyond_rounding_contradicts(w: Builder) -> None:
    for published, contradicts in (("-1.02", False), ("-1.03", True), ("1", True)):
        found = invented(w, "score: 81", f"score: 80, change: {{from: 2021, score: {published}}}")
        assert (found.score, found.contradicts) == (Decimal(-1), contradicts)


def test_a_change_published_against_another_year_is_not_shown(w: Builder) -> None:
    found = invented(w, "score: 81, rank: 5", "score: 80, rank: 4, change: {from: 2020, score: 3, places: 9}")
    assert (found.published_score, found.published_places, found.places) == (None, None, 1)


def test_an_unknown_figure_enters_no_sum(w: Builder) -> None:
    found = invented(w, "rank: 5", "score: 80")
    assert (found.score, found.places, found.against_mean_after) == (None, None, None)


def test_an_index_known_in_one_year_only_is_shown_and_in_neither_is_not(w: Builder) -> None:
    w.write(RESULTS, f"results:\n  - {{index: PAR, year: 2022, score: 80, {REST}}}\n")
    (found,) = changes(w.workspace(), "quang-nam", 2021, 2022)
    assert (found.index.id, found.before, found.score) == ("PAR", None, None)


def test_a_set_is_found_by_its_id(w: Builder) -> None:
    index = w.workspace().indexes.indexes[0]
    known = set_of(index, "876")
    assert known is not None
    assert (known.id, set_of(index, "1"), set_of(index, None)) == ("876", None, None)


def test_where_one_change_is_told_it_is_the_published_one_and_without_one_the_computed(w: Builder) -> None:
    told = invented(w, "score: 81, rank: 5", "score: 80, rank: 4, change: {from: 2021, score: -1.02, places: 2}")
    assert (told.told_score, told.told_places) == (Decimal("-1.02"), 2)
    computed = invented(w, "score: 81, rank: 5", "score: 80, rank: 4")
    assert (computed.told_score, computed.told_places) == (Decimal(-1), 1)


def test_a_published_change_of_an_unknown_score_contradicts_nothing(w: Builder) -> None:
    found = invented(w, "rank: 5", "score: 80, change: {from: 2021, score: -9}")
    assert (found.published_score, found.contradicts) == (Decimal(-9), False)


def test_of_a_year_without_a_result_no_set_is_known_and_none_differs(w: Builder) -> None:
    w.write(RESULTS, f"results:\n  - {{index: PAR, year: 2022, set: '876', score: 80, {REST}}}\n")
    (found,) = changes(w.workspace(), "quang-nam", 2021, 2022)
    assert (found.sets, found.sets_differ) == ((None, "876"), False)
    (found,) = changes(w.workspace(), "quang-nam", 2022, 2023)
    assert (found.sets, found.sets_differ) == (("876", None), False)


def test_where_no_country_s_mean_is_kept_nothing_stands_beside_the_scores(w: Builder) -> None:
    w.change(INDEXES, "  - {id: ca-nuoc, name: Cả nước, mean: bình quân}\n", "")
    found = invented(w, "score: 81", "score: 80")
    assert (found.mean, found.against_mean_before, found.against_mean_after) == (None, None, None)


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("rank: 42", "rank: 33", 9),
        ("rank: 42", "score: 1", None),
        ("score: 1", "rank: 33", None),
    ],
)
def test_places_are_risen_only_between_two_ranks(w: Builder, before: str, after: str, places: int | None) -> None:
    assert invented(w, before, after).places == places


@pytest.mark.parametrize("year", [2021, 2022])
def test_of_an_index_known_in_one_year_nothing_is_computed(w: Builder, year: int) -> None:
    change = ", change: {from: 2021, places: 9}" if year == 2022 else ""
    result = f"index: PAR, year: {year}, score: 80, rank: 33, {REST}{change}"
    w.write(f"data/results/{year}.yaml", f"results:\n  - {{{result}}}\n")
    (found,) = changes(w.workspace(), "quang-nam", 2021, 2022)
    assert (found.places, found.score, found.contradicts, found.sets_differ) == (None, None, False, False)
    assert found.published_places is None


def test_a_score_that_nobody_published_a_change_of_contradicts_nothing(w: Builder) -> None:
    found = invented(w, "score: 81, set: '876'", "score: 80, set: '876'")
    assert (found.told_score, found.contradicts, found.sets_differ) == (Decimal(-1), False, False)


def test_the_years_of_several_files_are_known_oldest_first(w: Builder) -> None:
    for year in (2024, 2023, 2020):
        w.write(f"data/results/{year}.yaml", f"results:\n  - {{index: PAR, year: {year}, {REST}}}\n")
    assert years_known(w.workspace(), "quang-nam") == (2020, 2023, 2024)
