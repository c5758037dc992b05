"""Tests of parplan.editing.decisions: a decision has an id of its own and stands in its month's file."""

from __future__ import annotations

from typing import Any

from parplan.calendar.period import Period
from parplan.editing.decisions import DECISIONS, KNOWN_BY, decisions_file, new_id
from parplan.editing.records import with_record
from parplan.model.progress import Decision
from parplan.reading.source import read_yaml
from workspaces import DECISIONS as DECISIONS_FILE
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


def test_a_decision_that_is_there_is_changed_and_another_is_added(w: Builder) -> None:
    w.decisions("2022-09", EXTEND)
    for name, count in (("extend-A", 1), ("extend-B", 2)):
        fields = {"id": name, "to": "2022-11-30"}
        (edit,) = with_record(w.load(), DECISIONS_FILE, {}, DECISIONS, Decision, KNOWN_BY, fields).edits
        source = read_yaml(edit.file, edit.after or b"").source
        assert source is not None
        made: Any = source.data
        assert (len(made["decisions"]), made["decisions"][-1]["to"]) == (count, "2022-11-30")


def test_a_file_is_made_with_its_head(w: Builder) -> None:
    fields = {"task": "A", "id": "x", "from": "2022-09-10", "kind": "drop"}
    head = {"plan": "2022", "month": "2022-09"}
    (edit,) = with_record(w.load(), DECISIONS_FILE, head, DECISIONS, Decision, KNOWN_BY, fields).edits
    source = read_yaml(edit.file, edit.after or b"").source
    assert source is not None
    made: Any = source.data
    decision = made["decisions"][0]
    assert list(decision) == ["id", "kind", "task", "from"]
    assert (list(made), made["decisions"]) == (["plan", "month", "decisions"], [decision])
    assert decision == fields
    assert decisions_file(Period.parse("2022-09")) == "data/progress/2022-09/decisions.yaml"
