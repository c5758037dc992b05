"""Tests of parplan.checks.results.maps."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import INDEXES, Builder

SETS = """\
      - id: "1149"
        mark: read
        criteria: [{id: a, name: A, max: 1, mark: read}, {id: b, name: B, mark: read}]
      - id: "876"
        mark: read
        maps: [{from: FROM, mark: read, criteria: [ROWS]}]
        criteria: [{id: c, name: C, max: 1, mark: read}, {id: d, name: D, max: 99, mark: read}]
  - {id: SIPAS"""


def mapped(w: Builder, *rows: str, from_: str = '"1149"') -> Builder:
    """Rows such as ``same a > c``; a letter stands for a criterion of its set."""
    made = []
    for row in rows:
        text, _, weights = row.partition(" : ")
        left, _, right = text.partition(">")
        kind, *old = left.split()
        sides = [f"PAR/1149/{one}" for one in old], [f"PAR/876/{one}" for one in right.split()]
        one = f"kind: {kind}, old: [{', '.join(sides[0])}], new: [{', '.join(sides[1])}]"
        made.append(f"{{{one}{f', weights: [{weights}]' if weights else ''}}}")
    text = w.text(INDEXES)
    start, end = text.index('      - id: "1149"'), text.index("  - {id: SIPAS")
    whole = SETS.replace("ROWS", ", ".join(made)).replace("FROM", from_).removesuffix("  - {id: SIPAS")
    return w.write(INDEXES, text[:start] + whole + text[end:])


@pytest.mark.parametrize(
    "row",
    [
        "same a > c",
        "same b > c",
        "re-weighted a > d",
        "split a > c d",
        "merged a b > c",
        "dropped a b >",
        "new > c d",
    ],
)
def test_what_a_row_says_it_may_join(w: Builder, row: str) -> None:
    mapped(w, row).silent()  # of a maximum that is not known nothing is said


@pytest.mark.parametrize(
    "row",
    ["same a > d", "same a > c d", "renamed a b > c", "split a > c", "merged a > c", "dropped a > c", "new a >"],
)
def test_what_a_row_does_not_join_its_kind_may_not_say(w: Builder, row: str) -> None:
    assert mapped(w, row).codes() == ["map-kind-unfit"]


@pytest.mark.parametrize(
    ("weights", "codes"),
    [
        ("0.3, 0.7", []),
        ("0.3, 0.6", ["map-weights-not-sum"]),
        ("1", ["map-weights-not-sum"]),
        ("0.333333, 0.666667", []),
    ],
)
def test_weights_are_one_for_each_and_add_up_to_one(w: Builder, weights: str, codes: list[str]) -> None:
    assert mapped(w, f"split a > c d : {weights}").codes() == codes


def test_a_criterion_stands_once_on_each_side(w: Builder) -> None:
    assert mapped(w, "renamed a > c", "re-weighted a > d").codes() == ["map-repeated"]
    w.change(INDEXES, "renamed, old: [PAR/1149/a]", "renamed, old: [PAR/1149/b]").silent()


def test_a_map_leads_from_another_set_that_there_is(w: Builder) -> None:
    mapped(w, "same a > c", from_='"1150"')
    w.refused(Code.SET_UNKNOWN, INDEXES, 'from: «"1150"»')


def test_each_side_names_criteria_of_its_own_set(w: Builder) -> None:
    mapped(w, "same a > c").change(INDEXES, "old: [PAR/1149/a]", "old: [PAR/876/d]")
    assert "map-of-other-set" in w.codes()
