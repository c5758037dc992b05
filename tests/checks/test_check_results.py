"""Tests of parplan.checks.results."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import HEAD, PLAN, RESULTS, Builder

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
