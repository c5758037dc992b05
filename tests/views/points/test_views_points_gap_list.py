"""Tests of parplan.views.points.gap_list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parplan.facts.serving.gap import gaps, idle
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import load
from parplan.views.page import Properties
from parplan.views.points.gap_list import gap_data, gap_list
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS).workspace
STANDINGS = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))
MADE, WITHOUT = gaps(STANDINGS, "gia-dinh-thu", 2023), idle(STANDINGS)
PROPERTIES = Properties("Tên", "Nơi lập", date(2024, 10, 1))


def test_the_column_of_losses_adds_up_to_what_was_lost() -> None:
    made = gap_list(MADE, WITHOUT, STANDINGS, words("vi"), PROPERTIES, sample=True)
    assert {len(row) for row in made.rows} == {len(made.columns)}
    assert sum(row[3] for row in made.rows if isinstance(row[3], Decimal)) == Decimal("19.28")
    assert [row[7] for row in made.rows if not row[2]] == ["II.9a", "II.9b"]


def test_for_machines_an_unknown_figure_is_null() -> None:
    data = gap_data(MADE, WITHOUT, STANDINGS, "gia-dinh-thu", sample=True)
    (index,) = data["indexes"]
    assert (index["lost"], index["lost_by_criterion"], len(index["unserved"])) == ("19.28", "19.28", 33)
    assert index["losses"][0]["tasks"] == []
    (partial,) = gap_data(gaps(STANDINGS, "gia-dinh-thu", 2024), (), STANDINGS, "gia-dinh-thu", sample=True)[
        "indexes"
    ]
    assert (partial["score"], partial["lost"], partial["total"]["whole"]) == (None, None, False)
