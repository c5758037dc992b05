"""Tests of parplan.options.forms.overtaken: what is newer than a form is kept; what the form adds is taken."""

from __future__ import annotations

import pytest

from filling import Form, sent_out
from parplan.options.forms.taken import Taken, take
from parplan.options.record.month import open_month
from parplan.words import words
from workspaces import Builder

DOING = "Đang thực hiện"


def taken(w: Builder, form: Form) -> Taken:
    return take(open_month(w.root, None, "9", "2022-09-16", words("vi")), [form.save()], None)


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ("status: in-progress", False),
        ("status: done, date: 2022-09-12", True),
        ("status: in-progress, result: Xong", True),
        ("status: in-progress, proposal: Thêm người", False),
        ("status: in-progress, evidence: [{type: document, number: 2/BC-STP}]", False),
        ("status: in-progress, values: {ty-le: {done: 40, of: 50}}", True),
        ("status: in-progress, values: {lan: {value: 2}}", False),
    ],
)
def test_a_row_is_kept_where_something_would_be_replaced_not_where_it_is_added_to(
    said: str, is_kept: bool, w: Builder
) -> None:
    form = sent_out(w).fill(
        A={"status": DOING, "result": "Một nửa", "number": "1/BC-STP", "done": 47, "of": 50}, B={"status": DOING}
    )
    w.report("2022-09", "so-tu-phap", f"- {{task: A, {said}}}\n")
    found = taken(w, form)
    assert [one.task for one in found.held] == ["A"] * is_kept
    (edit,) = found.made.edits
    after = (edit.after or b"").decode()
    assert "task: B" in after
    assert ("Một nửa" in after) is not is_kept


def test_nothing_is_kept_from_a_form_that_was_made_after_it(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, result: Cũ}\n")
    found = taken(w, sent_out(w).fill(A={"result": "Mới"}))
    assert (found.held, len(found.made.edits)) == ((), 1)
