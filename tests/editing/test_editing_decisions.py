"""Tests of parplan.editing.decisions: a decision has an id of its own and stands in its month's file."""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.editing.decisions import decision_of, decisions_file, new_decisions_file, new_id
from workspaces import Builder

EXTEND = """\
- id: extend-A
  kind: extend
  task: A
  to: 2022-10-31
  from: 2022-09-10
  document: {number: 1/QĐ-UBND, date: 2022-09-10, issuer: ubnd-tinh}
"""


def test_an_id_is_made_of_what_is_decided_and_is_nobody_else_s(w: Builder) -> None:
    assert new_id(w.workspace(), "extend", "A") == "extend-A"
    assert new_id(w.decisions("2022-09", EXTEND).workspace(), "extend", "A") == "extend-A-2"


def test_a_file_is_made_with_its_head() -> None:
    decision = decision_of({"task": "A", "id": "x", "from": "2022-09-10", "kind": "drop"})
    assert list(decision) == ["id", "kind", "task", "from"]
    made = new_decisions_file({"plan": "2022", "month": "2022-09"}, decision)
    assert (list(made), made["decisions"]) == (["plan", "month", "decisions"], [decision])
    assert decisions_file(Period.parse("2022-09")) == "data/progress/2022-09/decisions.yaml"
