"""Tests of parplan.facts.serving.gap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from parplan.facts.serving.gap import Gap, gaps, idle, servings, years_with_points
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import Loaded, load
from running import POINTS
from workspaces import INDEXES, RESULTS, Builder

EXAMPLE = load(POINTS).workspace
STANDINGS = Standings(EXAMPLE, EXAMPLE.plans[2024], Viewpoint(date(2024, 10, 1)))


def of(year: int, place: str = "gia-dinh-thu") -> Gap:
    (found,) = gaps(STANDINGS, place, year)
    return found


def losses(gap: Gap) -> dict[str, tuple[Decimal | None, list[str]]]:
    return {loss.ref[-5:]: (loss.lost, [one.task.id for one in loss.tasks]) for loss in gap.losses}


def test_what_was_lost_by_criterion_comes_to_what_the_whole_lacks() -> None:
    gap = of(2023)
    assert (gap.score, gap.lost, gap.told) == (Decimal("80.72"), Decimal("19.28"), Decimal("19.28"))
    lost = [loss.lost for loss in gap.losses if loss.lost is not None]
    assert lost == sorted(lost, reverse=True)
    assert all(one > 0 for one in lost)


def test_a_criterion_is_served_by_tasks_for_it_and_for_what_it_lies_in() -> None:
    found = losses(of(2023))
    assert found["6.2.1"] == (Decimal("1.00"), ["II.6a"])
    assert found["7.2.4"] == (Decimal("0.21"), ["II.7a"])  # the task serves all of 7.2
    assert found["8.3.1"] == (Decimal("2.09"), [])


def test_an_exhortation_serves_nothing() -> None:
    assert EXAMPLE.plans[2024].tasks[18].kind == "general"
    assert losses(of(2023))["8.1.2"][1] == []


def test_whether_a_task_is_late_is_seen_from_the_day() -> None:
    every = {loss.ref: loss for loss in of(2023).losses}
    assert every["CCHC/bo-moi/6.2.1"].is_late
    assert not every["CCHC/bo-moi/2.3.1"].is_late
    assert servings(STANDINGS)["II.2a"].is_done


def test_over_a_change_of_sets_a_task_serves_what_its_criterion_was() -> None:
    found = losses(of(2022))
    assert found["5.5.3"] == found["5.5.1"][:0] + found["5.5.3"]
    assert found["5.5.3"][1] == ["II.5a"]  # two criteria of the old set became one, which lies in what it serves


def test_a_cause_that_a_document_names_is_told() -> None:
    causes = {loss.ref.rpartition("/")[2]: loss.cause for loss in of(2023).losses if loss.cause}
    assert causes == dict.fromkeys(("6.2.1", "3.2.1", "7.4.1"), "subjective")


def test_what_is_not_known_is_not_lost() -> None:
    gap = of(2024)
    assert (gap.score, gap.lost) == (None, None)
    assert gap.unknown_maximum == 55
    assert not {loss.ref for loss in gap.losses} & set(gap.unknown)


def test_a_cause_may_be_known_where_the_score_is_not(shipped: Loaded) -> None:
    standings = Standings(shipped.workspace, shipped.workspace.plans[2022], Viewpoint(date(2022, 9, 1)))
    gap = gaps(standings, "quang-nam", 2021)[0]
    assert [(loss.lost, loss.cause) for loss in gap.losses] == [(None, "subjective")] * 3
    assert gap.lost == Decimal("13.43")
    # the plan names them as lost over the years: of which year and how much it does not say, and neither do we
    assert [remark[:35] for remark in gap.remarks] == ["Kế hoạch nêu là mất điểm qua các năm"[:35]]
    assert {one.task.id for loss in gap.losses for one in loss.tasks} == {"III.1.4"}
    assert len(gap.apart) == 47  # they serve criteria of a later set, to which nothing leads


def test_the_nearest_group_above_is_named_with_what_lacks() -> None:
    found = of(2023).next_group
    assert found is not None
    assert (found[0].id, found[1]) == ("A", Decimal("9.28"))
    assert of(2024).next_group is None


def test_tasks_that_serve_no_criterion_are_told() -> None:
    assert [one.task.id for one in idle(STANDINGS)] == ["II.9a", "II.9b"]


def test_a_unit_has_losses_of_its_own() -> None:
    gap = of(2024, "so-tu-phap")
    assert gap.index.id == "NB"
    assert gap.lost == Decimal("21.52")
    assert gap.unserved == gap.losses


@pytest.mark.parametrize(("place", "years"), [("gia-dinh-thu", (2022, 2023, 2024)), ("x", ())])
def test_years_are_those_of_which_points_are_known(place: str, years: tuple[int, ...]) -> None:
    assert years_with_points(EXAMPLE, place) == years


PENALTY = "scoring: {penalty: {each: 0.5, most: 2}}, mark: read"


def test_a_penalty_is_lost_and_a_bonus_is_not(w: Builder) -> None:
    bonus = PENALTY.replace("penalty", "bonus")
    old = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"
    more = f"          - {{id: phat, name: Phạt, {PENALTY}}}\n          - {{id: thuong, name: Thưởng, {bonus}}}\n"
    w.change(INDEXES, old, old.replace("mark: read}\n", "max: 100, mark: read}\n" + more, 1))
    parts = [
        f"      - {{criterion: PAR/876/{name}, kind: appraised, score: {score}}}\n"
        for name, score in (("cong-bo", 90), ("phat", -1.5), ("thuong", 1))
    ]
    head = "results:\n  - index: PAR\n    year: 2022\n    place: quang-nam\n    mark: read\n    source: nguồn\n"
    w.write(RESULTS, head + '    set: "876"\n    score: 89.5\n    parts:\n' + "".join(parts))
    (gap,) = gaps(w.standings("2022-09-01"), "quang-nam", 2022)
    assert [(loss.criterion.id, loss.lost) for loss in gap.losses] == [("cong-bo", 10), ("phat", Decimal("1.5"))]
