"""Tests of parplan.reading.stand_in: whatever is wrong, the rest is still checked, all in one run."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.model.record import Record
from parplan.model.workspace import LAYOUT
from parplan.reading.load import load
from parplan.reading.stand_in import stand_ins
from tries import tries
from workspaces import AGENCIES, PLAN, REPORT, Builder, build


def records(model: type[Record]) -> set[type[Record]]:
    """A record and all that may stand in it."""
    found: set[type[Record]] = {model}
    waiting = [info.annotation for info in model.model_fields.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Record) and kind not in found:
            found |= records(kind)
        waiting.extend(get_args(kind))
    return found


EVERY = sorted(
    {(model, name) for kind in LAYOUT for model in records(kind.model) for name in model.model_fields},
    key=lambda field: (field[0].__name__, field[1]),
)


def test_every_field_of_the_model_has_two_stand_ins() -> None:
    pairs = {f"{model.__name__}.{name}": stand_ins(model, name, 2022) for model, name in EVERY}
    assert len(pairs) > 250
    assert {
        field: pair for field, pair in pairs.items() if pair is None or (pair[0] == pair[1] and pair != ({}, {}))
    } == {}


MISTAKES = {
    "the plan's day of issue": (PLAN, "issued: 2022-08", "issued: 10/8/2022", "date-invalid"),
    "the plan's end": (PLAN, "ends: 2022-12-31", "ends: 31/12/2022", "date-invalid"),
    "a closing day": (PLAN, "    archive: VT", "    closes: 31\n    archive: VT", "value-out-of-range"),
    "an addressee": (PLAN, "to: [ubnd-tinh]", "to: [ubnd-tnh]", "agency-unknown"),
    "a kind": (PLAN, "{id: A, kind: once", "{id: A, kind: oncee", "value-unknown"),
    "a lead": (PLAN, "kind: periodic, lead: [so-tu-phap]", "kind: periodic, lead: [so-tu-phat]", "agency-unknown"),
    "the lead of the task whose kind is wrong": (PLAN, "once, lead: [so-tu-phap]", "once, lead: [so-x]",
        "agency-unknown"),
    "a rule": (PLAN, "{rule: hằng tháng}", "{rule: hằng tuần}", "rule-unknown"),
    "a quote": (PLAN, "quote: Việc phải làm thứ 2", "quote: Việc cần làm thứ 2", "quote-not-in-source"),
    "a key": (PLAN, "{id: C, kind: ongoing", "{id: C, knd: ongoing", "key-unknown"),
    "a unit's kind": (AGENCIES, "Hội An, kind: huyen}", "Hội An, kind: huyn}", "agency-kind-unknown"),
    "the plan a report is for": (REPORT, "plan: 2022", "plan: hai nghìn", "number-invalid"),
    "the day a report came": (REPORT, "received: 2022-09-16", "received: 2022-09-31", "date-impossible"),
    "a task": (REPORT, "task: D", "task: DD", "task-unknown"),
    "a status": (REPORT, "{task: C, status: none}", "{task: C, status: hoàn thành}", "value-unknown"),
    "a figure": (REPORT, "date: 2022-09-12", "date: 12/9/2022", "date-invalid"),
}  # fmt: skip

UPDATES = """\
- {task: A, status: done, date: 2022-09-12, evidence: [{type: document, number: 12/BC-STP}]}
- {task: C, status: none}
- {task: D, status: in-progress}
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    w = build(tmp_path_factory.mktemp("sound"))
    w.report("2022-09", "so-tu-phap", UPDATES, received="2022-09-16")
    return w


def found_with(sound: Builder, names: set[str]) -> list[str]:
    """The codes of a workspace with some mistakes in it."""
    texts = {file: sound.text(file) for file in (PLAN, AGENCIES, REPORT)}
    for name in names:
        file, old, new, _ = MISTAKES[name]
        assert texts[file].count(old) == 1, name
        texts[file] = texts[file].replace(old, new)
    loaded = load(sound.root, {file: text.encode() for file, text in texts.items()})
    quiet = {"agency-without-task", "group-unused"}
    return sorted(finding.code.slug for finding in loaded.findings if finding.code.slug not in quiet)


def expected(names: set[str]) -> list[str]:
    return sorted(MISTAKES[name][3] for name in names)


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_alone_is_told_once(sound: Builder, name: str) -> None:
    assert found_with(sound, {name}) == expected({name})


OVERLAP = {"a kind", "the lead of the task whose kind is wrong"}
"""These two change the same words."""


@pytest.mark.parametrize("one", sorted(MISTAKES)[:-1])
def test_no_mistake_hides_another(sound: Builder, one: str) -> None:
    others = [other for other in MISTAKES if other > one and {one, other} != OVERLAP]
    found = {other: found_with(sound, {one, other}) for other in others}
    assert found == {other: expected({one, other}) for other in others}


def test_nor_one_in_the_same_words(sound: Builder) -> None:
    both = {PLAN: sound.text(PLAN).replace("once, lead: [so-tu-phap]", "oncee, lead: [so-x]").encode()}
    assert {f.code.slug for f in load(sound.root, both).findings} >= {"value-unknown", "agency-unknown"}


@tries(30)
@given(names=st.sets(st.sampled_from(sorted(set(MISTAKES) - {"a kind"}))))
def test_all_of_any_mistakes_are_found_in_one_run_and_nothing_else(sound: Builder, names: set[str]) -> None:
    assert found_with(sound, names) == expected(names)


def test_a_head_that_is_wrong_is_in_no_count(sound: Builder) -> None:
    broken = sound.text(PLAN).replace("issued: 2022-08", "issued: 10/8/2022").encode()
    workspace = load(sound.root, {PLAN: broken}).workspace
    assert workspace.plans == {}
    assert PLAN in workspace.unread
