"""The totals of the example by two routes: up the tree, and over the file without any."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest
from ruamel.yaml import YAML

from parplan.facts.points.score import scores_of
from parplan.reading.load import load
from running import POINTS

WORKSPACE = load(POINTS).workspace
YEARS = (2022, 2023, 2024)


def flat(year: int, level: int) -> dict[tuple[str, str, str], dict[str, Decimal]]:
    """Sums by index, place and round, of the codes cut off at a level: read by another reader, added by hand."""
    found: dict[tuple[str, str, str], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    text = (POINTS / f"data/results/{year}.yaml").read_text(encoding="utf-8")
    for result in YAML(typ="base").load(text)["results"]:
        for part in result.get("parts", ()):
            if "score" in part:
                code = part["criterion"].rpartition("/")[2]
                key = (result["index"], result["place"], part["kind"])
                found[key][".".join(code.split(".")[:level])] += Decimal(part["score"])
    return found


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_level_of_every_round_comes_to_the_same_by_both_routes(year: int, level: int) -> None:
    indexes = {index.id: index for index in WORKSPACE.indexes.indexes}
    sums = flat(year, level)
    compared = 0
    for result in WORKSPACE.all_results:
        for of_round in ("self", "first", "appraised"):
            made = scores_of(indexes[result.index], result, of_round) if result.year == year else None
            if made is None or all(part.kind != of_round for part in result.parts):
                continue
            expected = defaultdict(Decimal, sums[result.index, result.place, of_round])
            for code, points in sums[result.index, result.place, "survey"].items():
                expected[code] += points
            for ref, depth in made.tree.walk(level):
                code = ref.rpartition("/")[2]
                score = made.of(ref)
                if depth == level and score is not None:
                    assert score.points == expected[code], (result.place, ref)
                    compared += 1
    assert compared > 7


@pytest.mark.parametrize("year", YEARS)
def test_every_total_of_every_round_and_place_comes_to_the_same_by_both_routes(year: int) -> None:
    indexes = {index.id: index for index in WORKSPACE.indexes.indexes}
    sums, compared = flat(year, 1), set()
    for result in (one for one in WORKSPACE.all_results if one.year == year):
        for of_round in {part.kind for part in result.parts} - {"survey"}:
            made = scores_of(indexes[result.index], result, of_round)
            assert made is not None
            assert made.total is not None
            by_hand = sum(sums[result.index, result.place, of_round].values(), Decimal())
            by_hand += sum(sums[result.index, result.place, "survey"].values(), Decimal())
            assert made.total.points == by_hand, (result.place, of_round)
            compared.add((result.index, result.place, of_round))
    assert len(compared) >= 38


@pytest.mark.parametrize("year", YEARS)
def test_published_totals_are_what_the_criteria_come_to(year: int) -> None:
    indexes = {index.id: index for index in WORKSPACE.indexes.indexes}
    wholes = 0
    for result in WORKSPACE.all_results:
        made = scores_of(indexes[result.index], result)
        if result.year == year and result.score is not None and made is not None and result.parts:
            assert made.total is not None
            assert (made.total.points, made.total.is_whole) == (result.score, True)
            wholes += 1
    assert wholes >= 37
