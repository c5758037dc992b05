"""Tests of parplan.options.forms.told: what is said of forms before they are written, each cell by its address."""

from __future__ import annotations

from pathlib import Path

from filling import sent_out
from parplan.options.forms.taken import Taken, take
from parplan.options.forms.told import held_lines, notices, place_of
from parplan.options.record.month import Month, open_month
from parplan.words import words
from workspaces import Builder

DOING = "Đang thực hiện"


def month(w: Builder) -> Month:
    return open_month(w.root, None, "9", "2022-09-16", words("vi"))


def taken(w: Builder, *paths: Path) -> Taken:
    return take(month(w), paths, None)


def test_an_empty_form_is_named(w: Builder) -> None:
    assert list(notices(taken(w, sent_out(w).save()), month(w))) == [
        "Sở Tư pháp.xlsx: đơn vị chưa ghi gì vào biểu này; không có gì để ghi vào dữ liệu."
    ]


def test_a_file_that_goes_by_another_unit_is_named(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": DOING})
    (line,) = notices(taken(w, form.save("Sở Tài chính (bản cuối) (2).xlsx")), month(w))
    assert line == (
        "Sở Tài chính (bản cuối) (2).xlsx: tên tệp là Sở Tài chính, nhưng biểu bên trong là của Sở Tư pháp: sẽ "
        "ghi cho Sở Tư pháp. Xem lại trước khi ghi."
    )
    for name in ("Sở Tư pháp gửi Sở Nội vụ.xlsx", "bieu thang 9.xlsx"):
        assert list(notices(taken(w, form.save(name)), month(w))) == []


def test_of_many_cells_the_first_are_named_and_the_others_counted(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": DOING})
    for row in range(30, 38):
        form.sheet.cell(row, 30).value = "chữ"
    (line,) = notices(taken(w, form.save()), month(w))
    assert "ô AD30, AD31, AD32, AD33, AD34 và 03 ô khác có chữ ngoài phần để ghi" in line


def test_figures_that_are_kept_are_named_by_what_they_measure(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "done": 40, "of": 50})
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, values: {ty-le: {done: 47, of: 50}}}\n")
    (line,) = held_lines(taken(w, form.save()), month(w))
    assert line.endswith("giữ nguyên. Tỷ lệ: đang ghi “47/50”, biểu ghi “40/50”.")


def test_a_cell_of_word_is_told_by_row_and_column(w: Builder) -> None:
    filled = taken(w, sent_out(w).save()).forms[0]
    filled.table, filled.tab = 2, ""
    assert place_of(filled, "D11", words("vi")) == "Sở Tư pháp.xlsx, bảng 2, dòng 11, cột 4"
