"""Tests of the data that ship with the program."""

from __future__ import annotations

import re

from parplan.facts.assignments import COUNTED, assignments
from parplan.facts.viewpoint import Viewpoint
from parplan.model.plan import PlanFile
from parplan.reading.load import Loaded
from parplan.spelling import one_line


def plan_of(shipped: Loaded) -> PlanFile:
    return shipped.workspace.plans[2022]


def section_three(shipped: Loaded) -> str:
    """What the tasks' quotes cover, without the nine headings that name a unit."""
    source = plan_of(shipped).plan.source
    text = shipped.workspace.texts[f"data/{source.file}"]
    assert source.begins is not None
    assert source.ends is not None
    inside = text.partition(source.begins)[2]
    inside = inside.partition(source.ends)[0]
    headings = re.findall(r"(?m)^[1-9]\. .*$", inside)
    assert len(headings) == 9
    for heading in headings:
        inside = inside.replace(heading, "", 1)
    return inside


def test_the_shipped_data_have_no_findings_of_any_kind(shipped: Loaded) -> None:
    assert shipped.findings == ()


def test_every_letter_of_section_three_stands_in_some_quote(shipped: Loaded) -> None:
    """Each quote is found once more in what is left, and taken out; no letter or figure may remain."""
    left = one_line(section_three(shipped))
    for task in sorted(plan_of(shipped).tasks, key=lambda task: -len(task.source.quote)):
        quote = one_line(task.source.quote)
        left = left.replace(quote, "\n", 1)
    assert [piece for piece in left.split("\n") if any(c.isalnum() for c in piece)] == []


def test_the_plan_is_cut_into_fifty_three_tasks(shipped: Loaded) -> None:
    assert len(plan_of(shipped).tasks) == 53


def test_what_enters_rates_is_418_common_and_13_single_assignments(shipped: Loaded) -> None:
    plan = plan_of(shipped)
    every = assignments(shipped.workspace, plan, Viewpoint(plan.plan.ends))
    counted = [a for a in every if a.task.kind in COUNTED]
    assert len(counted) == 431
    assert (sum(a.common for a in counted), sum(not a.common for a in counted)) == (418, 13)


def test_the_plan_is_asked_of_forty_units(shipped: Loaded) -> None:
    plan = plan_of(shipped)
    every = assignments(shipped.workspace, plan, Viewpoint(plan.plan.ends))
    assert len({a.agency for a in every}) == 40
