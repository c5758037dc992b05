"""Tests of parplan.checks.results.published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from parplan.checks.results.published import check_results
from parplan.finding import Code
from workspaces import HEAD, INDEXES, PLAN, RESULTS, Builder, asked_for

REST = "index: PAR, year: 2022, place: quang-nam, mark: read, source: x"


@pytest.mark.parametrize(
    ("code", "result", "marked"),
    [
        (Code.RANK_OVER_RANKED, "rank: 64, ranked: 63", "64"),
        (Code.RANK_OVER_RANKED, "rank: 0, ranked: 63", "rank: «0»"),
        (Code.RANK_OVER_RANKED, "rank: 0", "rank: «0»"),
        (Code.SCORE_OVER_SCALE, "score: 100.01", "100.01"),
        (Code.SCORE_OVER_SCALE, "score: -0.1", "-0.1"),
        (Code.SET_UNKNOWN, "set: '1148'", "'1148'"),
        (Code.VALUE_UNKNOWN, "group: B, parts: [{criterion: PAR/876/cong-bo, kind: guess, score: 1}]", "guess"),
    ],
)
def test_a_result_that_cannot_be_is_told(w: Builder, code: Code, result: str, marked: str) -> None:
    w.write(RESULTS, f"results:\n  - {{{result}, {REST}}}\n").refused(code, RESULTS, marked)


@pytest.mark.parametrize(
    "result",
    [
        "rank: 63, ranked: 63",
        "rank: 1",
        "score: 100",
        "score: 0",
        "set: '1149'",
        "change: {from: 2021, places: -24}",
    ],
)
def test_a_result_that_can_be_is_silent(w: Builder, result: str) -> None:
    w.write(RESULTS, f"results:\n  - {{{result}, {REST}}}\n").silent()


GROUPS = """\
    groups:
      - {id: A, at_least: 90, mark: read}
      - {id: B, at_least: 80, below: 90, mark: read}
"""


@pytest.mark.parametrize(
    ("code", "result", "marked"),
    [
        (Code.SCORE_GROUP_UNKNOWN, "group: D, score: 85", "D"),
        (Code.GROUP_CONTRADICTS_SCORE, "group: B, score: 90", "B"),
        (Code.GROUP_CONTRADICTS_SCORE, "group: B, score: 79.99", "B"),
        (Code.GROUP_CONTRADICTS_SCORE, "group: A, score: 89.99", "A"),
        (Code.SCORE_OVER_SCALE, "group: B, score: 865.7", "865.7"),
    ],
)
def test_a_group_that_is_not_there_or_not_the_score_s_is_told(
    w: Builder, code: Code, result: str, marked: str
) -> None:
    w.change(INDEXES, '    sets:\n      - id: "1149"\n', GROUPS + '    sets:\n      - id: "1149"\n')
    marked = f"group: «{marked}»" if "group" in code.slug else marked
    w.write(RESULTS, f"results:\n  - {{{result}, {REST}}}\n").refused(code, RESULTS, marked)


@pytest.mark.parametrize(
    "result", ["group: B, score: 80", "group: B, score: 89.99", "group: A, score: 100", "group: A"]
)
def test_a_group_in_which_the_score_lies_is_silent(w: Builder, result: str) -> None:
    w.change(INDEXES, '    sets:\n      - id: "1149"\n', GROUPS + '    sets:\n      - id: "1149"\n')
    w.write(RESULTS, f"results:\n  - {{{result}, {REST}}}\n").silent()


@pytest.mark.parametrize(
    ("years", "manner"),
    [
        ("first: 2023", "since"),
        ("last: 2021", "until"),
        ("first: 2019\n        last: 2021", "between"),
        ("first: 2023\n        last: 2025", "between"),
    ],
)
def test_a_set_of_other_years_is_told(w: Builder, years: str, manner: str) -> None:
    w.change(INDEXES, 'id: "1149"\n', f'id: "1149"\n        {years}\n')
    w.write(RESULTS, f"results:\n  - {{set: '1149', {REST}}}\n").refused(Code.SET_NOT_OF_YEAR, RESULTS, "'1149'")
    (finding,) = (f for f in w.load().findings if f.code is Code.SET_NOT_OF_YEAR)
    assert finding.values["years"] == manner


@pytest.mark.parametrize(
    "years", ["first: 2022", "last: 2022", "first: 2022\n        last: 2022", "date: 2023-01-01"]
)
def test_a_set_of_the_year_is_silent(w: Builder, years: str) -> None:
    w.change(INDEXES, 'id: "1149"\n', f'id: "1149"\n        {years}\n')
    w.write(RESULTS, f"results:\n  - {{set: '1149', {REST}}}\n").silent()


@pytest.mark.parametrize("year", [2022, 2023])
def test_a_change_is_from_an_earlier_year(w: Builder, year: int) -> None:
    w.write(RESULTS, f"results:\n  - {{change: {{from: {year}, score: 1}}, {REST}}}\n")
    w.refused(Code.CHANGE_NOT_EARLIER, RESULTS, f"from: «{year}»")


def test_so_is_that_of_a_part(w: Builder) -> None:
    part = "{criterion: PAR/876/cong-bo, kind: self, score: 1, change: {from: 2022, score: 1}}"
    w.write(RESULTS, f"results:\n  - {{parts: [{part}], {REST}}}\n")
    w.refused(Code.CHANGE_NOT_EARLIER, RESULTS, "from: «2022»")


def before_and_after(w: Builder, before: str, after: str) -> Builder:
    w.write("data/results/2021.yaml", f"results:\n  - {{{before}, {REST.replace('2022', '2021')}}}\n")
    return w.write(RESULTS, f"results:\n  - {{{after}, {REST}}}\n")


@pytest.mark.parametrize(
    ("change", "marked"),
    [
        ("score: -5.69", "-5.69"),
        ("score: -5.63", "-5.63"),
        ("score: 5.66", "5.66"),  # fallen, not risen
        ("places: 24", "places: «24»"),
        ("places: -23", "-23"),
    ],
)
def test_a_change_that_contradicts_both_years_is_told(w: Builder, change: str, marked: str) -> None:
    before_and_after(w, "score: 86.57, rank: 33", f"score: 80.91, rank: 57, change: {{from: 2021, {change}}}")
    w.refused(Code.CHANGE_CONTRADICTS, RESULTS, marked)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("score: 86.57, rank: 33", "score: 80.91, rank: 57, change: {from: 2021, score: -5.67, places: -24}"),
        ("score: 86.57, rank: 33", "score: 80.91, rank: 57, change: {from: 2021, score: -5.64}"),
        ("score: 86.57, rank: 33", "change: {from: 2021, score: -9, places: 3}"),
        ("ranked: 63", "score: 80.91, rank: 57, change: {from: 2021, score: -9, places: 3}"),
        ("score: 86.57, rank: 33", "score: 80.91, rank: 57, change: {from: 2020, score: -9, places: 3}"),
    ],
)
def test_a_change_that_rounding_explains_or_nothing_contradicts_is_silent(
    w: Builder, before: str, after: str
) -> None:
    before_and_after(w, before, after).silent()


def test_an_index_a_year_and_a_place_have_one_result(w: Builder) -> None:
    w.write(RESULTS, f"results:\n  - {{score: 80, {REST}}}\n  - {{score: 81, {REST}}}\n")
    w.refused(Code.RESULT_DUPLICATE, RESULTS, f"{{score: 81, {REST}}}")


def test_a_result_repeats_the_plan_s_baseline_at_its_own_place(w: Builder) -> None:
    baseline = f"baseline:\n  - {{score: 80, {REST}}}\n"
    w.tasks("- {id: D, kind: general, lead: [tat-ca], …}\n", HEAD + baseline)
    w.write(RESULTS, f"results:\n  - {{score: 80, {REST}}}\n")
    w.refused(Code.RESULT_DUPLICATE, RESULTS, f"{{score: 80, {REST}}}")


def test_another_place_or_index_is_another_result(w: Builder) -> None:
    other = REST.replace("quang-nam", "ca-nuoc"), REST.replace("PAR", "SIPAS")
    w.write(RESULTS, "results:\n" + "".join(f"  - {{{rest}}}\n" for rest in (REST, *other))).silent()
    assert w.text(PLAN)


@pytest.mark.parametrize(
    ("result", "values"),
    [
        ("rank: 0", {"rank": 0, "ranked": ""}),
        ("rank: 64, ranked: 63", {"rank": 64, "ranked": 63}),
        ("set: '1148'", {"id": "1148", "index": "PAR", "known": "1149, 876"}),
        ("group: D", {"id": "D", "index": "PAR", "known": "A, B"}),
        (
            "group: A, score: 89.99",
            {"score": Decimal("89.99"), "group": "A", "band": "from", "at_least": Decimal(90), "below": None},
        ),
        (
            "group: B, score: 90",
            {"score": Decimal(90), "group": "B", "band": "between", "at_least": Decimal(80), "below": Decimal(90)},
        ),
    ],
)
def test_a_result_that_cannot_be_is_told_with_what_can(w: Builder, result: str, values: dict[str, object]) -> None:
    w.change(INDEXES, '    sets:\n      - id: "1149"\n', GROUPS + '    sets:\n      - id: "1149"\n')
    w.write(RESULTS, f"results:\n  - {{{result}, {REST}}}\n")
    (found,) = asked_for(w.load())
    assert found.values == values


def test_a_set_with_an_error_of_its_own_is_not_unknown(w: Builder) -> None:
    w.write(RESULTS, f"results:\n  - {{set: '1149', {REST}}}\n")
    read = w.workspace()
    indexes = tuple(index.model_copy(update={"sets": ()}) for index in read.indexes.indexes)
    without = replace(read, indexes=read.indexes.model_copy(update={"indexes": indexes}))
    assert [found.code for found in check_results(without)] == [Code.SET_UNKNOWN]
    assert [*check_results(replace(without, left_out=frozenset({"1149"})))] == []


def test_a_change_of_places_is_told_with_what_the_ranks_come_to(w: Builder) -> None:
    before_and_after(w, "score: 86.57, rank: 33", "score: 80.91, rank: 57, change: {from: 2021, places: 24}")
    (found,) = asked_for(w.load())
    assert found.values == {"published": Decimal(24), "computed": Decimal(-24), "before": 2021, "after": 2022}
