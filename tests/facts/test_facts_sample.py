"""Tests of parplan.facts.sample."""

from __future__ import annotations

import pytest

from parplan.facts.sample import is_sample
from workspaces import HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-noi-vu], …}
"""


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS)


def holds(m: Builder) -> bool:
    workspace = m.workspace()
    return is_sample(workspace, workspace.plans[2022])


def test_one_invented_file_makes_everything_a_sample(m: Builder) -> None:
    m.report("2022-09", "hoi-an")
    assert not holds(m)
    m.report("2022-12", "hoi-an", more="sample: true")
    assert holds(m)
    m.remove("data/progress/2022-12/hoi-an.yaml")
    assert not holds(m)
    assert holds(m.tasks(TASKS, "sample: true\n" + HEAD))
