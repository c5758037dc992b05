"""Tests of parplan.editing.upgrading: what of the data is old, and what it becomes."""

from __future__ import annotations

from parplan.editing.upgrading import counted, upgraded
from parplan.finding import MOST_FINDINGS
from workspaces import PLAN, Builder

TASK = "- {id: A%d, kind: one-off, lead: [so-noi-vu], title: T, source: {section: III, quote: Việc}, "
TASK += "deadline: {rule: ngày 30/9/2022}}\n"


def test_present_data_have_nothing_old(w: Builder) -> None:
    loaded = w.load()
    assert (counted(loaded), upgraded(loaded).edits) == ([], ())


def test_more_than_one_run_tells_of_are_all_changed_at_once(w: Builder) -> None:
    head = w.text(PLAN).partition("tasks:")[0]
    w.write(PLAN, head + "tasks:\n" + "".join(TASK % n for n in range(MOST_FINDINGS + 20)))
    (edit,) = upgraded(w.load()).edits
    assert edit.after is not None
    assert (edit.after.count(b"one-off"), edit.after.count(b"once")) == (0, MOST_FINDINGS + 20)
