"""Tests of parplan.options.forms.taken: what forms change together, errors told at the cells that bring them."""

from __future__ import annotations

from pathlib import Path

from filling import sent_out
from parplan.options.forms.taken import Taken, take
from parplan.options.forms.told import fault_lines, table_of
from parplan.options.record.month import Month, open_month
from parplan.words import words
from workspaces import Builder

DOING = "Đang thực hiện"


def month(w: Builder) -> Month:
    return open_month(w.root, None, "9", "2022-09-16", words("vi"))


def taken(w: Builder, *paths: Path, received: str | None = None) -> Taken:
    return take(month(w), paths, received)


def test_what_would_be_an_error_in_the_data_is_told_at_its_cell(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "done": 60, "of": 50}, B={"status": DOING})
    found = taken(w, form.save())
    (line,) = fault_lines(found.faults, words("vi"))
    assert line.startswith(f"Sở Tư pháp.xlsx, trang “Biểu”, ô {form.cell('A||ty-le', 'done').coordinate}: ")
    assert "60" in line
    (edit,) = found.made.edits
    assert edit.after is not None
    assert "task: B" in edit.after.decode()
    assert "task: A" not in edit.after.decode()


def test_of_two_forms_of_a_unit_none_is_chosen_for_it(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": DOING})
    found = taken(w, form.save("1.xlsx"), form.save("2.xlsx"))
    assert found.made.edits == ()
    (line,) = fault_lines(found.faults, words("vi"))
    assert line == "2.xlsx: Biểu của cùng một đơn vị với “1.xlsx”. Chỉ đưa vào biểu mới nhất."


def test_of_two_sheets_of_a_unit_none_is_chosen_either_but_an_untouched_copy_yields(w: Builder) -> None:
    form = sent_out(w)
    form.book.copy_worksheet(form.sheet)
    form.fill(B={"status": DOING})
    (edit,) = taken(w, form.save()).made.edits
    assert "task: B" in (edit.after or b"").decode()
    copy = form.book["Biểu Copy"]
    copy[form.cell("B|2022-09|", "status").coordinate] = DOING
    (line,) = fault_lines(taken(w, form.save()).faults, words("vi"))
    assert line.startswith("Sở Tư pháp.xlsx, trang “Biểu Copy”: Biểu của cùng một đơn vị với “Biểu”.")


def test_what_was_recorded_since_it_went_out_is_shown_beside_what_takes_its_place(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": "Đã hoàn thành", "date": "12/9/2022"})
    w.report("2022-09", "so-tu-phap", "- {task: B, period: 2022-09, status: in-progress}\n")
    at = month(w)
    (held,) = take(at, [form.save()], None).held
    assert (held.task, held.there["status"], held.here["status"]) == ("B", "in-progress", "done")
    found = take(at, [form.save()], None, replace=True)
    assert found.held == ()
    cells = [row.cells for row in table_of(found, at).rows]
    assert ("B\ntháng\u00a09/2022", "Tình trạng", "Đang thực hiện", "Đã hoàn thành") in cells


def test_the_day_on_which_it_came_is_written_where_it_says_anything(w: Builder) -> None:
    form = sent_out(w)
    assert taken(w, form.save(), received="16/9").made.edits == ()
    (edit,) = taken(w, form.fill(B={"status": DOING}).save(), received="16/9").made.edits
    assert edit.after is not None
    assert "received: 2022-09-16\n" in edit.after.decode()
