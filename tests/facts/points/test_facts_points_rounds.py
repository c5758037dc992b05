"""Rounds that were sent, and whether they still come to what was sent."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.facts.points.rounds import Locked, locked_rounds, to_lock
from parplan.facts.points.tree import Tree
from parplan.reading.load import load
from running import POINTS
from workspaces import INDEXES, RESULTS, Builder

CRITERIA = """\
          - {id: mot, name: Một, max: 10, mark: read}
          - {id: mot-a, name: Một a, parent: mot, max: 4, mark: read}
          - {id: mot-b, name: Một b, parent: mot, max: 6, mark: read}
          - {id: hai, name: Hai, max: 60, mark: read}
          - {id: hoi, name: Hỏi, max: 30, scoring: survey, mark: read}
  - {id: SIPAS"""
WHOLE = ("mot-a self score: 3", "mot-b self score: 5", "hai self score: 50.5")


def locked(w: Builder, *parts: str, rounds: str = "{kind: self, locked: 2022-12-20, total: 58.5}") -> Locked:
    w.change(INDEXES, "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS", CRITERIA)
    lines = []
    for part in parts:
        id_, kind, rest = part.split(" ", 2)
        lines.append(f"{{criterion: PAR/876/{id_}, kind: {kind}, {rest}}}")
    head = "results:\n  - {index: PAR, year: 2022, place: quang-nam, set: '876', mark: read, source: x, "
    w.write(RESULTS, head + f"rounds: [{rounds}], parts: [{', '.join(lines)}]}}\n")
    workspace = w.workspace()
    (one,) = locked_rounds(workspace.indexes.indexes[0], workspace.all_results[0])
    return one


def test_a_round_that_nobody_touched_comes_to_what_was_sent(w: Builder) -> None:
    one = locked(w, *WHOLE, "hoi survey score: 20", "hai first score: 10")
    assert (one.now, one.is_changed) == (Decimal("58.5"), False)


def test_a_score_that_changed_after_the_lock_is_seen(w: Builder) -> None:
    one = locked(w, *WHOLE[:2], "hai self score: 50.51")  # no tolerance: what is added up was written
    assert (one.now, one.is_changed) == (Decimal("58.51"), True)


@pytest.mark.parametrize("left_out", range(3))
def test_where_a_criterion_is_unknown_nothing_is_said(w: Builder, left_out: int) -> None:
    one = locked(w, *(part for n, part in enumerate(WHOLE) if n != left_out))
    assert (one.now, one.is_changed) == (None, False)


COUNTED = "{kind: self, locked: 2022-12-20, total: 58.5, scored: 3}"


@pytest.mark.parametrize("left_out", range(3))
def test_a_score_taken_out_is_seen_by_the_number_that_was_sent(w: Builder, left_out: int) -> None:
    one = locked(w, *(part for n, part in enumerate(WHOLE) if n != left_out), rounds=COUNTED)
    assert (one.scored, one.has_other_criteria) == (2, True)
    assert (one.now, one.is_changed) == (None, False)  # what is left is not what was sent


@pytest.mark.parametrize(("kept", "is_changed"), [((0, 2), False), ((0, 1), True)])
def test_a_round_sent_in_part_is_held_against_its_total_too(
    w: Builder, kept: tuple[int, int], is_changed: bool
) -> None:
    rounds = COUNTED.replace("58.5, scored: 3", "53.5, scored: 2")
    assert locked(w, *(WHOLE[n] for n in kept), rounds=rounds).is_changed is is_changed


def test_what_does_not_apply_is_of_the_number(w: Builder) -> None:
    one = locked(w, *WHOLE[1:], "mot-a self declared: {applies: false}", "hoi survey score: 20", rounds=COUNTED)
    assert (one.scored, one.has_other_criteria) == (3, False)


def test_what_a_round_would_be_sent_with_is_its_number_and_its_sum(w: Builder) -> None:
    locked(w, *WHOLE[:2], "hoi survey score: 20", rounds="{kind: first, locked: 2022-12-20}")
    workspace = w.workspace()
    index, result = workspace.indexes.indexes[0], workspace.all_results[0]
    tree = Tree(index, index.sets[1])
    assert to_lock(tree, result, "self") == (2, Decimal(8))
    assert to_lock(tree, result, "first") is None
    assert to_lock(tree, result, "appraised") is None


def test_a_score_of_the_whole_criterion_stands_for_its_parts(w: Builder) -> None:
    assert locked(w, "mot self score: 8", WHOLE[2]).now == Decimal("58.5")


def test_what_does_not_apply_is_known(w: Builder) -> None:
    one = locked(w, *WHOLE[1:], "mot-a self declared: {applies: false}")
    assert one.now == Decimal("55.5")


def test_each_round_is_its_own(w: Builder) -> None:
    one = locked(w, *WHOLE, rounds="{kind: first, locked: 2022-12-20, total: 1}")
    assert (one.now, one.is_changed) == (None, False)


def test_a_lock_without_a_total_says_only_its_day(w: Builder) -> None:
    assert not locked(w, *WHOLE, rounds="{kind: self, locked: 2022-12-20}").is_changed


def test_the_example_is_as_it_was_sent() -> None:
    workspace = load(POINTS).workspace
    (index,) = (index for index in workspace.indexes.indexes if index.id == "CCHC")
    (result,) = (r for r in workspace.all_results if (r.index, r.year, r.place) == ("CCHC", 2024, "gia-dinh-thu"))
    (one,) = locked_rounds(index, result)
    assert (one.now, one.is_changed) == (Decimal("61.45"), False)
    assert (one.round.scored, one.scored) == (82, 82)
