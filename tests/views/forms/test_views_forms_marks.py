"""Tests of parplan.views.forms.marks: what was written is read again, and nothing else is."""

from __future__ import annotations

import pytest

from parplan.facts.form import asked_of
from parplan.views.forms.marks import FormMark, RowMark, form_mark, row_mark, row_of, told_digest
from workspaces import Builder

FORM = FormMark(2022, "2022-09", "so-tu-phap", "0123456789abcdef")


def test_a_mark_is_read_as_it_was_written() -> None:
    assert form_mark(FORM.text()) == FORM
    assert form_mark(f" {FORM.text()}\n") == FORM
    for mark in (RowMark("A"), RowMark("B", "2022-09"), RowMark("A", "", "ty-le")):
        assert row_mark(mark.text()) == mark


@pytest.mark.parametrize("text", ["", "parplan-form", FORM.text().replace(" 1 ", " 2 "), "BIỂU BÁO CÁO"])
def test_what_is_no_mark_of_this_version_is_none(text: str) -> None:
    assert form_mark(text) is None


@pytest.mark.parametrize("text", ["", "A", "@document", "||", "A|2022-09"])
def test_what_is_no_row_is_none(text: str) -> None:
    assert row_mark(text) is None


def test_the_digest_changes_with_what_was_said_and_with_what_is_asked(w: Builder) -> None:
    def digest() -> str:
        return told_digest(asked_of(w.standings(month="2022-09"), "so-tu-phap"))

    empty = digest()
    assert digest() == empty
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    begun = digest()
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, result: Xong một nửa}\n")
    assert len({empty, begun, digest()}) == 3


def test_a_recurring_task_is_marked_with_its_period(w: Builder) -> None:
    asked = asked_of(w.standings(month="2022-09"), "so-tu-phap")
    assert [row_of(one).text() for one in asked] == ["A||", "B|2022-09|", "C||"]
