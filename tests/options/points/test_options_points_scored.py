"""Which self-assessment is asked for: what the place scored itself before what its units reported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from parplan.finding import Stop
from parplan.options.points.scored import Scored, choose_scored, own_of
from parplan.reading.load import load
from running import POINTS
from self_scored import REF, write_reported
from workspaces import RESULTS, Builder

EXAMPLE = load(POINTS).workspace
DAY = date(2025, 7, 1)


def found(asked: str | None, place: str = "gia-dinh-thu", day: date = DAY) -> Scored:
    return choose_scored(EXAMPLE, place, asked, day)


def reports_alone(w: Builder) -> Builder:
    write_reported(w)
    w.change("data/indexes.yaml", '      - id: "1149"\n', '      - id: "1149"\n        last: 2021\n')
    w.change("data/indexes.yaml", '      - id: "876"\n', '      - id: "876"\n        first: 2022\n')
    return w.remove(RESULTS)


def test_the_newest_year_in_which_the_place_scored_itself_is_meant() -> None:
    (one,) = found(None).made
    assert (one.result.year, one.is_own) == (2024, True)


def test_a_year_that_nobody_began_to_score_is_scored_from_reports() -> None:
    asked = found("2025")
    (one,) = asked.made
    assert (one.result.year, one.is_own, one.points, one.open) == (2025, False, Decimal(), Decimal(71))
    assert {ref.rpartition("/")[2] for ref in asked.heard} == {"1.1.2", "3.1.2", "6.1.1", "7.2.2"}


def test_where_nothing_was_ever_scored_the_newest_reports_are_meant(w: Builder) -> None:
    asked = choose_scored(reports_alone(w).workspace(), "quang-nam", None, date(2022, 10, 1))
    assert [(one.result.year, one.is_own) for one in asked.made] == [(2022, False)]
    assert list(asked.heard) == [REF]


def test_reports_of_after_the_day_are_not_known(w: Builder) -> None:
    with pytest.raises(Stop, match="no-self-scores"):
        choose_scored(reports_alone(w).workspace(), "quang-nam", None, date(2022, 8, 1))


def test_without_a_set_of_the_year_nothing_can_be_scored(w: Builder) -> None:
    write_reported(w)
    with pytest.raises(Stop, match="no-self-scores"):
        choose_scored(w.remove(RESULTS).workspace(), "quang-nam", "2022", date(2022, 10, 1))


def test_the_years_that_have_anything_are_named() -> None:
    with pytest.raises(Stop) as refused:
        found("2019")
    assert refused.value.values["years"] == "2024, 2025"


def test_a_unit_is_scored_by_what_it_declared_and_never_by_reports_for_the_province() -> None:
    (one,) = found(None, "so-tu-phap").made
    assert (one.index.id, one.result.year, found(None, "so-tu-phap").heard) == ("NB", 2024, {})
    with pytest.raises(Stop, match="no-self-scores-of-year"):
        found("2025", "so-tu-phap")


def test_what_units_reported_is_no_self_assessment_to_be_sent() -> None:
    assert own_of(found("2024").made).result.year == 2024
    with pytest.raises(Stop, match="nothing-self-scored"):
        own_of(found("2025").made)
