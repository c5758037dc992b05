"""Tests of parplan.editing.progress: what a unit said, in its file of the month."""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.editing.progress import Said, file_of, into, new_file
from parplan.editing.text.splice import spliced
from parplan.reading.source import read_yaml

SEPTEMBER = Period.parse("2022-09")


def test_a_file_is_made_with_its_head_and_what_was_said() -> None:
    head = {"plan": "2022", "month": "2022-09", "agency": "so-tu-phap"}
    said = Said("B", SEPTEMBER, {"status": "done", "date": "2022-09-12"})
    update = {"task": "B", "period": "2022-09", "status": "done", "date": "2022-09-12"}
    assert new_file({"document": {"number": "1/BC"}, **head}, [said]) == {
        **head,
        "document": {"number": "1/BC"},
        "updates": [update],
    }
    assert "updates" not in new_file(head, [])


def test_what_was_said_of_a_task_alone_is_the_task_alone() -> None:
    assert Said("A", None).record == {"task": "A"}


def test_an_update_is_known_by_its_task_and_what_proves_it_is_one_thing_more() -> None:
    text = "plan: 2022\nupdates:\n  - {task: A, status: done, evidence: [{type: link, title: x}]}\n"
    source = read_yaml("f", text.encode()).source
    assert source is not None
    proof = {"type": "link", "title": "y"}
    made = spliced(source, into(source, {}, [Said("A", None, {"evidence": [proof]}), Said("C", None)]))
    assert made == text.replace("title: x}", "title: x}, {type: link, title: y}") + "  - task: C\n"


def test_a_file_lies_by_month_and_unit() -> None:
    assert file_of(SEPTEMBER, "so-tu-phap") == "data/progress/2022-09/so-tu-phap.yaml"


def test_the_head_and_the_update_of_that_period_are_changed() -> None:
    text = (
        "plan: 2022\nupdates:\n"
        "- {task: B, period: 2022-08, status: done}\n- {task: B, period: 2022-09, status: none}\n"
    )
    source = read_yaml("f", text.encode()).source
    assert source is not None
    made = spliced(source, into(source, {"received": "2022-09-15"}, [Said("B", SEPTEMBER, {"status": "done"})]))
    assert made == text.replace("plan: 2022\n", "plan: 2022\nreceived: 2022-09-15\n").replace("none", "done")
