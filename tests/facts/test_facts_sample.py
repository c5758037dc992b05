"""Tests of parplan.facts.sample."""

from __future__ import annotations

from parplan.facts.sample import is_sample
from workspaces import HEAD, TASKS, Builder


def holds(w: Builder) -> bool:
    workspace = w.workspace()
    return is_sample(workspace, workspace.plans[2022])


def test_one_invented_file_makes_everything_a_sample(w: Builder) -> None:
    w.report("2022-09", "hoi-an")
    assert not holds(w)
    w.report("2022-12", "hoi-an", more="sample: true")
    assert holds(w)
    w.remove("data/progress/2022-12/hoi-an.yaml")
    assert not holds(w)
    assert holds(w.tasks(TASKS, "sample: true\n" + HEAD))
