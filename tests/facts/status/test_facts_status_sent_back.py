"""Tests of parplan.facts.status.sent_back: who has said anything of a month, of how much, what is still open."""

from __future__ import annotations

from datetime import date

from parplan.facts.status.sent_back import Fate, SentBack, sent_back
from workspaces import Builder


def test_those_who_sent_nothing_come_first_then_who_left_something_open(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n", received="2022-09-15")
    w.report("2022-09", "hoi-an", "- {task: C, status: none}\n")
    found = sent_back(w.standings(month="2022-09"), ["so-tu-phap", "hoi-an", "dien-ban", "ubnd-tinh"])
    assert [(one.agency, one.fate, one.told, one.asked) for one in found] == [
        ("dien-ban", Fate.SILENT, 0, 1),
        ("so-tu-phap", Fate.PARTLY, 1, 3),
        ("hoi-an", Fate.WHOLE, 1, 1),
    ]
    assert [asked.assignment.task.id for asked in found[1].open] == ["B", "C"]
    assert [one.received for one in found] == [None, date(2022, 9, 15), None]


def test_an_empty_form_of_the_data_is_no_report_and_one_without_tasks_is(w: Builder) -> None:
    w.write("data/progress/2022-09/hoi-an.yaml", "plan: 2022\nmonth: 2022-09\nagency: hoi-an\n")
    w.report("2022-09", "dien-ban", received="2022-09-14")
    fates = {one.agency: one.fate for one in sent_back(w.standings(month="2022-09"), ["hoi-an", "dien-ban"])}
    assert fates == {"hoi-an": Fate.SILENT, "dien-ban": Fate.PARTLY}


def test_what_was_told_is_what_is_not_open() -> None:
    assert SentBack("a", is_heard=True, received=None, asked=3, open=()).told == 3
