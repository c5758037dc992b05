"""Tests of parplan.options.forms.form: a form is known by its marks wherever they are, and read row by row."""

from __future__ import annotations

import pytest

from filling import TAB, TITLED, Form, faults, read, sent_out
from parplan.finding import Stop
from parplan.options.forms.filled import Guess
from workspaces import Builder

DONE = "Đã hoàn thành"
DOING = "Đang thực hiện"


def refused(w: Builder, form: Form, month: str = "9") -> str:
    with pytest.raises(Stop) as told:
        read(w, form.save(), month)
    return told.value.reason


def test_an_untouched_form_says_nothing(w: Builder) -> None:
    filled = read(w, sent_out(w).save())
    assert (filled.raws, filled.faults, filled.is_stale) == ([], [], False)


def test_one_tick_stands_for_every_standing_duty_that_is_not_told_of(w: Builder) -> None:
    form = sent_out(w).fill(nothing={"status": "Không phát sinh"}, D={"status": DOING})
    told = {raw["task"][0]: raw["status"][0] for raw in read(w, form.save()).raws}
    assert told == {"D": "in-progress", "C": "none"}


def test_columns_and_rows_may_be_moved_and_the_sheet_renamed(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "result": "Xong một nửa"})
    form.sheet.title = "Sheet1"
    form.sheet.insert_rows(1, 2)
    form.sheet.insert_cols(1)
    form.sheet.column_dimensions["A"].hidden = True
    (raw,) = read(w, form.save("khác.xlsx")).raws
    assert (raw["status"], raw["result"]) == (["in-progress"], ["Xong một nửa"])


def test_a_locked_cell_that_was_changed_changes_nothing(w: Builder) -> None:
    form = sent_out(w)
    for column in range(2, 7):
        form.sheet.cell(form.rows["A||ty-le"], column).value = "khác"
    assert read(w, form.save()).raws == []


def test_what_was_written_down_since_it_went_out_is_known(w: Builder) -> None:
    form = sent_out(w)
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    assert read(w, form.save()).is_stale


def test_a_bad_row_is_left_out_and_the_others_stay(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": "tốt"}, B={"status": DOING})
    assert [raw["task"] for raw in read(w, form.save()).raws] == [["B"]]


def test_rows_that_nobody_sent_out_are_named(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING})
    last = form.sheet.max_row
    for column in range(1, form.sheet.max_column + 1):
        form.sheet.cell(last + 1, column).value = form.sheet.cell(form.rows["A||ty-le"], column).value
    for row in (last + 2, last + 3):
        form.sheet.cell(row, form.columns["result"]).value = "Việc khác"
    column = form.cell("A||ty-le", "status").column_letter
    result = form.cell("A||ty-le", "result").column_letter
    assert faults(w, form) == [
        (f"{column}{last + 1}", "form-row-twice"),
        (f"{result}{last + 2}", "form-row-unmarked"),
        (f"{result}{last + 3}", "form-row-unmarked"),
    ]


def test_what_is_no_longer_asked_is_named_where_it_says_anything(w: Builder) -> None:
    form = sent_out(w)
    w.report("2022-08", "so-tu-phap", "- {task: A, status: done, date: 2022-08-10}\n")
    assert faults(w, form) == []
    assert faults(w, form.fill(A={"status": DOING})) == [("A.status", "form-row-not-asked")]


def test_the_ticks_row_takes_nothing_else(w: Builder) -> None:
    assert faults(w, sent_out(w).fill(nothing={"status": DONE})) == [("@nothing.status", "form-tick-wrong")]


def test_the_units_report_needs_its_number(w: Builder) -> None:
    assert faults(w, sent_out(w).fill(document={"dated": "15/9/2022"})) == [
        ("@document.dated", "form-paper-missing")
    ]
    assert faults(w, sent_out(w).fill(document={"number": "báo cáo"})) == [
        ("@document.number", "paper-number-wrong")
    ]


def test_a_form_of_another_month_plan_or_unit_is_refused(w: Builder) -> None:
    form = sent_out(w)
    assert refused(w, form, "10") == "form-other-month"
    mark = form.sheet["A1"].value
    form.sheet["A1"] = mark.replace(" 2022 ", " 2021 ")
    assert refused(w, form) == "form-other-plan"
    form.sheet["A1"] = mark.replace("so-tu-phap", "so-la")
    assert refused(w, form) == "form-unit-unknown"


def test_without_its_marks_and_its_heads_it_is_no_form(w: Builder) -> None:
    form = sent_out(w)
    form.sheet.delete_rows(form.top - 1, 2)
    assert refused(w, form) == "form-without-marks"
    form.book[TAB]["A1"] = None
    assert refused(w, form) == "form-foreign"


def test_without_the_hidden_row_columns_are_known_by_their_heads(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "result": "Một nửa", "number": "1/BC-STP"})
    form.sheet.delete_rows(form.top)
    (raw,) = read(w, form.save()).raws
    assert (raw["status"], raw["result"], raw["evidence"]) == (["in-progress"], ["Một nửa"], ["1/BC-STP"])


def test_without_the_hidden_column_rows_are_known_by_their_titles(w: Builder) -> None:
    form = sent_out(w, TITLED).fill(A={"status": DOING}, B={"status": DOING})
    form.sheet.delete_cols(1)
    filled = read(w, form.save())
    assert [raw["task"] for raw in filled.raws] == [["A"], ["B"]]
    assert [guess.task for guess in filled.guesses] == ["A", "B"]


def test_a_row_that_somebody_typed_is_known_by_its_title_where_no_other_has_it(w: Builder) -> None:
    form = sent_out(w, TITLED)
    below = form.sheet.max_row + 1
    for row, title in enumerate(("  RÀ SOÁT\n", "Việc", "Việc lạ"), start=below):
        form.sheet.cell(row, 3).value = title
        form.sheet.cell(row, form.columns["status"]).value = DOING
    filled = read(w, form.save())
    assert [raw["task"] for raw in filled.raws] == [["A"]]
    assert filled.guesses == [Guess(below, "A")]
    # B is periodic: without its period it is called as C is
    assert [fault.stop.reason for fault in filled.faults] == ["form-row-several", "form-row-by-hand"]


def test_a_typed_row_is_refused_where_the_tasks_own_row_says_something(w: Builder) -> None:
    form = sent_out(w, TITLED).fill(A={"status": DOING})
    below = form.sheet.max_row + 1
    form.sheet.cell(below, 3).value = "Rà soát"
    form.sheet.cell(below, form.columns["status"]).value = DONE
    assert faults(w, form) == [(f"G{below}", "form-row-contradicts")]


def test_a_signature_below_the_table_is_no_row_of_it(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING})
    below = form.sheet.max_row + 2
    form.sheet.cell(below, form.columns["result"]).value = "THỦ TRƯỞNG ĐƠN VỊ"
    filled = read(w, form.save())
    assert (filled.faults, filled.strays, len(filled.raws)) == ([], [below], 1)


def test_a_cell_merged_over_several_tasks_is_named_once_where_it_begins(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING}, C={"status": DOING})
    column = form.columns["status"]
    rows = form.rows["A||ty-le"], form.rows["B|2022-09|"]
    form.sheet.merge_cells(start_row=rows[0], end_row=rows[1], start_column=column, end_column=column)
    filled = read(w, form.save())
    assert [(fault.cell, fault.stop.reason) for fault in filled.faults] == [(f"G{rows[0]}", "form-joined")]
    assert [raw["task"] for raw in filled.raws] == [["C"]]


def test_a_cell_merged_within_a_task_or_empty_is_nobodys_fault(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING})
    status, result = form.columns["status"], form.columns["result"]
    first, last = form.rows["A||ty-le"], form.rows["C||"]
    form.sheet.merge_cells(start_row=first, end_row=first + 1, start_column=status, end_column=status)
    form.sheet.merge_cells(start_row=first, end_row=last, start_column=result, end_column=result)
    assert faults(w, form) == []


def test_a_formula_that_nobody_computed_and_an_error_are_named(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": f'="{DOING}"'}, B={"status": DOING, "result": "#REF!"})
    assert faults(w, form) == [("A.status", "form-uncomputed"), ("B.result", "form-error")]


def test_of_what_a_bad_row_is_about_nobody_says_that_nothing_arose(w: Builder) -> None:
    form = sent_out(w).fill(nothing={"status": "Không phát sinh"}, D={"status": "tốt"})
    assert [raw["task"] for raw in read(w, form.save()).raws] == [["C"]]


def test_a_column_that_was_deleted_says_nothing(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": DOING, "link": "https://a.vn"})
    form.sheet.delete_cols(form.columns["expected"])
    (raw,) = read(w, form.save()).raws
    assert (raw["status"], raw["evidence"]) == (["in-progress"], ["https://a.vn"])
