"""Tests of parplan.editing.records: a record is added, or its fields are changed one by one."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.field import keys_of
from parplan.editing.records import field_changes, found_in, head_of_plan, in_order, put
from parplan.editing.text.change import Add, Change, Rewrite
from parplan.editing.text.splice import spliced
from parplan.model.progress import Update
from parplan.reading.source import Source, read_yaml
from parplan.reading.tree import Tree
from parplan.where import Where
from workspaces import PLAN, Builder

AT = Where("f", ("r",))
FILE = """\
plan: 2022
updates:
  - task: A  # chờ
    status: in-progress
    values: {x: 1}
    evidence:
      - {type: document, number: 1/BC}
"""


def source(text: str = FILE) -> Source:
    found = read_yaml("f.yaml", text.encode()).source
    assert found is not None
    return found


def after(record: dict[str, Any], text: str = FILE) -> str:
    there = source(text)
    return spliced(there, put(there, "updates", Update, ("task", "period"), [record], ("evidence",)))


def test_a_field_that_is_said_otherwise_is_written_anew_and_a_new_one_in_its_place() -> None:
    assert after({"task": "A", "status": "done", "date": "2022-09-12"}) == FILE.replace(
        "status: in-progress\n", "status: done\n    date: 2022-09-12\n"
    )


def test_what_is_said_already_changes_nothing() -> None:
    evidence = [{"type": "document", "number": "1/BC"}]
    assert after({"task": "A", "status": "in-progress", "values": {"x": "1"}, "evidence": evidence}) == FILE


def test_a_mapping_is_changed_key_by_key_and_a_list_of_papers_grows() -> None:
    made = after({"task": "A", "values": {"y": "2"}, "evidence": [{"type": "document", "number": "2/BC"}]})
    assert "values: {x: 1, y: 2}" in made
    assert made.count("type: document") == 2


def test_another_record_is_added_at_the_end() -> None:
    added = "  - task: A\n    period: 2022-09\n    status: done\n"
    assert after({"task": "A", "period": "2022-09", "status": "done"}) == FILE + added


@pytest.mark.parametrize("text", ["plan: 2022\n", "plan: 2022\nupdates: []\n"])
def test_the_first_record_makes_the_list(text: str) -> None:
    made = read_yaml("f.yaml", after({"status": "done", "task": "A"}, text).encode()).source
    assert made is not None
    assert made.data == {"plan": "2022", "updates": [{"task": "A", "status": "done"}]}


@pytest.mark.parametrize("text", ["plan: 2022\n", "plan: 2022\nupdates: []\n"])
def test_where_there_is_no_record_to_put_nothing_is_changed(text: str) -> None:
    assert list(put(source(text), "updates", Update, ("task",), [])) == []


def test_keys_stand_in_the_order_of_the_schema() -> None:
    assert list(in_order(Update, {"result": "x", "task": "A", "status": "done"})) == ["task", "status", "result"]
    assert keys_of(Update)[:3] == ("task", "period", "status")


@pytest.mark.parametrize(
    ("there", "said", "wanted"),
    [
        ("a", {"b": "c"}, [Rewrite(AT.at("k"), {"b": "c"})]),
        ({"b": "c"}, "a", [Rewrite(AT.at("k"), "a")]),
        ("a", ["b"], [Rewrite(AT.at("k"), ["b"])]),
        (["b"], "a", [Rewrite(AT.at("k"), "a")]),
        (["b"], ["c"], [Add(AT.at("k"), "c")]),
        ("a", "a", []),
        (["b"], ["b"], []),
    ],
)
def test_what_is_of_another_kind_is_written_anew(there: Tree, said: Tree, wanted: list[Change]) -> None:
    assert list(field_changes(AT, {"k": there}, {"k": said}, (), ("k",))) == wanted


def test_a_list_that_does_not_grow_is_written_anew() -> None:
    assert list(field_changes(AT, {"k": ["b"]}, {"k": ["c"]}, ())) == [Rewrite(AT.at("k"), ["c"])]


def test_among_what_is_no_record_none_is_found() -> None:
    assert found_in(source("updates: [x, {task: A}]\n"), "updates", {"task": "A"}) == 1


def test_a_file_about_an_invented_plan_says_so(w: Builder) -> None:
    assert head_of_plan(w.workspace(), w.plan()) == {"plan": "2022"}
    w.write(PLAN, "sample: true\n" + w.text(PLAN))
    assert head_of_plan(w.workspace(), w.plan()) == {"sample": "true", "plan": "2022"}


def test_a_key_that_the_schema_does_not_order_comes_last() -> None:
    (change,) = field_changes(Where("f"), {"a": "1"}, {"zz": "2"}, ("a",))
    assert getattr(change, "before", "") is None
