"""Tests of parplan.model.criteria.set_map."""

from __future__ import annotations

from parplan.finding import Code
from workspaces import INDEXES, Builder

MAPPED = """\
      - id: "876"
        mark: read
        maps:
          - from: "1149"
            mark: read
            criteria: [{kind: KIND, old: [PAR/1149/cong-bo], new: [PAR/876/cong-bo]}]
"""


def mapped(w: Builder, kind: str = "same") -> Builder:
    return w.change(INDEXES, '      - id: "876"\n        mark: read\n', MAPPED.replace("KIND", kind))


def test_a_row_joins_criteria_of_two_sets(w: Builder) -> None:
    (way,) = mapped(w).workspace().indexes.indexes[0].sets[1].maps or ()
    (row,) = way.criteria
    assert (way.from_, row.kind, row.old, row.new) == ("1149", "same", ("PAR/1149/cong-bo",), ("PAR/876/cong-bo",))


def test_a_fate_is_one_of_seven(w: Builder) -> None:
    mapped(w, "kept")
    assert w.codes() == ["value-unknown"]


def test_a_criterion_of_a_map_is_looked_up_like_any_other(w: Builder) -> None:
    mapped(w).change(INDEXES, "old: [PAR/1149/cong-bo]", "old: [PAR/1149/cong-bos]")
    w.refused(Code.CRITERION_UNKNOWN, INDEXES, "PAR/1149/cong-bos", meant="PAR/1149/cong-bo")
