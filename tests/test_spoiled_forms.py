"""Forms as they come back: each damage names its bad cells and no others, and costs nothing that was good.

Each is a form that was sent out, filled in and then spoiled. What is bad is told and nothing written; with
``--partial`` the data hold all the rest, field by field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from filling import AT, TITLED, Form, sent_out
from parplan.reading.source import read_yaml
from running import run_in, snapshot
from spoiling import (
    as_text,
    as_wps,
    bare_package,
    cell_put,
    many_empty_rows,
    repack,
    shared_to_inline,
    strict,
    without_addresses,
    without_styles,
)
from workspaces import REPORT, Builder

DONE, DOING = "Đã hoàn thành", "Đang thực hiện"
A, B, C = "A||ty-le", "B|2022-09|", "C||"
FILLED_A: dict[str, Any] = {
    "task": "A",
    "status": "done",
    "date": "2022-09-12",
    "values": {"ty-le": {"done": "47", "of": "50"}},
    "result": "Đã trình",
}
FILLED_B: dict[str, Any] = {"task": "B", "period": "2022-09", "status": "in-progress"}
Spoil = Callable[[Form], object]


@dataclass(frozen=True)
class Spoilt:
    """``bad``: each bad cell as its task's mark and its column, with a word of the reason. ``told``: words of what
    is said beside that. ``a``, ``b``: what is written of the two tasks that were filled in; None for nothing."""

    name: str
    spoil: Spoil
    bad: dict[tuple[str, str], str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    a: dict[str, Any] | None = field(default_factory=lambda: FILLED_A)
    b: dict[str, Any] | None = field(default_factory=lambda: FILLED_B)
    by_hand: Callable[[dict[str, bytes]], object] | None = None
    c: dict[str, Any] | None = None


def put(mark: str, **cells: object) -> Spoil:
    """Cells of a row with other content."""

    def spoil(form: Form) -> None:
        for key, value in cells.items():
            form.cell(mark, key).value = value

    return spoil


def a_with(**fields: object) -> dict[str, Any]:
    return {key: value for key, value in {**FILLED_A, **fields}.items() if value is not None}


def figure(value: object) -> Spoil:
    """A figure without a total beside it."""
    return put(A, done=value, of=None)


def day(name: str, value: object, read: str = "2022-09-12") -> Spoilt:
    return Spoilt(name, put(A, date=value), a=a_with(date=read))


def bad_a(name: str, spoil: Spoil, column: str, why: str) -> Spoilt:
    return Spoilt(name, spoil, {(A, column): why}, a=None)


def typed(title: str, status: str = DOING, below: int = 1) -> Spoil:
    """A row that somebody typed under the table."""

    def spoil(form: Form) -> None:
        row = form.sheet.max_row + below
        form.sheet.cell(row, 3).value = title
        form.sheet.cell(row, form.columns["status"]).value = status
        form.rows["typed"] = row

    return spoil


def inserted(form: Form) -> None:
    form.sheet.insert_rows(form.rows[B])
    form.sheet.insert_cols(form.columns["result"])


def moved(form: Form) -> None:
    """The columns in another order, the last row before the first."""
    sheet, last = form.sheet, form.sheet.max_row
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=form.top - 1, max_row=last)]
    heads, table = rows[:2], rows[2:]
    for row, cells in enumerate([*heads, *table[::-1]], start=form.top - 1):
        for column, value in enumerate([cells[0], *cells[:0:-1]], start=1):
            sheet.cell(row, column).value = value


def hidden(form: Form) -> None:
    form.sheet.row_dimensions[form.rows[B]].hidden = True
    form.sheet.column_dimensions["K"].hidden = True
    form.sheet.sheet_state = "hidden"


def deleted(form: Form) -> None:
    form.sheet.delete_rows(form.rows[C])
    form.sheet.delete_cols(form.columns["expected"])


def merged(form: Form) -> None:
    column = form.columns["status"]
    form.sheet.merge_cells(start_row=form.rows[A], end_row=form.rows[B], start_column=column, end_column=column)


def coloured(form: Form) -> None:
    cell = form.cell(A, "result")
    cell.fill = PatternFill("solid", "FFFF00")
    cell.comment = Comment("Hỏi lại", "Sở")


def signed(form: Form) -> None:
    row = form.sheet.max_row + 2
    form.sheet.cell(row, 3).value = "NGƯỜI LẬP BIỂU"
    form.sheet.cell(row, form.columns["result"]).value = "THỦ TRƯỞNG ĐƠN VỊ"
    form.rows["signed"] = row


def mac(form: Form) -> None:
    form.book.epoch = datetime(1904, 1, 1)
    form.cell(A, "date").value = 43354


def mac_day(form: Form) -> None:
    form.book.epoch = datetime(1904, 1, 1)
    form.cell(A, "date").value = datetime(2022, 9, 12)


def copied(form: Form) -> None:
    last = form.sheet.max_row + 1
    for column in range(1, form.sheet.max_column + 1):
        form.sheet.cell(last, column).value = form.sheet.cell(form.rows[B], column).value
    form.rows["copied"] = last


def copied_over(form: Form) -> None:
    """The row of one task pasted over that of another, and one of the two changed."""
    for column in range(1, form.sheet.max_column + 1):
        form.sheet.cell(form.rows[C], column).value = form.sheet.cell(form.rows[B], column).value
    form.cell(C, "result").value = "Nội dung khác"


def beside(form: Form) -> None:
    """A column of their own, and a remark below the table."""
    form.sheet.insert_cols(4)
    form.sheet.cell(form.rows[A], 4).value = "Đã gửi bản giấy"
    form.sheet.cell(form.sheet.max_row + 2, 3).value = "Ghi thêm: xem công văn kèm theo"


def as_percent(value: float, shown: str) -> Spoil:
    def spoil(form: Form) -> None:
        figure(value)(form)
        form.cell(A, "done").number_format = shown

    return spoil


def nothing(form: Form) -> None:
    """No damage but that of the program that saved it."""


FORMULA = cell_put("K11", '<f>CONCATENATE("Đã ","trình")</f><v>Đã trình</v>', ' t="str"')
AS_ONE, AS_SHARE = "Ghi cả dấu %", "phân số"

SPOILT = (
    Spoilt("nothing at all", nothing),
    Spoilt("a renamed sheet", lambda form: setattr(form.sheet, "title", "Sheet1 (2)")),
    Spoilt("rows and columns put between", inserted),
    Spoilt("rows and columns moved", moved),
    Spoilt("rows, columns and the sheet hidden", hidden),
    Spoilt("rows and columns deleted", deleted),
    Spoilt(
        "the hidden column deleted",
        lambda form: form.sheet.delete_cols(1),
        told=("dòng 11 là A", "dòng 13 là B"),
    ),
    Spoilt("the hidden row deleted", lambda form: form.sheet.delete_rows(form.top)),
    Spoilt(
        "a row typed for a task",
        typed("  kiểm   tra "),
        told=("dòng 18 là D",),
        c={"task": "D", "status": "in-progress"},
    ),
    Spoilt("a row typed for nothing", typed("Việc lạ"), {("typed", "status"): "“Việc lạ” do đơn vị tự thêm"}),
    Spoilt("a row typed for two tasks", typed("Việc"), {("typed", "status"): "02 dòng"}),
    Spoilt("a row copied", copied, {("copied", "status"): "chép lại"}),
    Spoilt(
        "a row copied over another and changed",
        copied_over,
        {(C, "status"): "ghi khác nhau"},
        told=("không còn dòng của C",),
        b=None,
    ),
    Spoilt("words outside the table", beside, told=("ô D11, C19 có chữ ngoài phần để ghi",)),
    Spoilt("a signature", signed, told=("bỏ qua dòng 19",)),
    Spoilt("cells merged over tasks", merged, {(A, "status"): "gộp"}, a=None, b=None),
    Spoilt("a formula with what it came to", nothing, told=("ô K11 là công thức; chỉ",), by_hand=FORMULA),
    bad_a("a formula that nobody computed", put(A, status=f'="{DONE}"'), "status", "chưa được tính"),
    bad_a("a reference that leads nowhere", put(A, result="#REF!"), "result", "báo lỗi"),
    day("a day with points", "12.9.2022"),
    day("a day with hyphens and two figures for the year", "12-9-22"),
    day("a day in words", "ngày 12 tháng 9"),
    day("a day in words, letter by letter", normalize("NFD", "Ngày 12 tháng 9 năm 2022")),
    day("a day without its year", "12/9"),
    day("a day with the hour", "12/9/2022 08:30"),
    day("a day of Excel", datetime(2022, 9, 12, 8, 30)),
    day("a number of days", 44816),
    Spoilt("a number of days since 1904", mac),
    Spoilt("a day since 1904", mac_day),
    bad_a("a day to come", put(A, date="30/9/2022"), "date", "sau hôm nay"),
    bad_a("a day that is none", put(A, date="31/9/2022"), "date", "31/9/2022"),
    Spoilt("a percentage", figure("100%"), a=a_with(values={"ty-le": {"value": "100"}})),
    bad_a("a 1 where percent is asked for", figure(1), "done", AS_ONE),
    Spoilt("a share shown as percent", as_percent(0.976, "0.0%"), a=a_with(values={"ty-le": {"value": "97.6"}})),
    Spoilt("a 1 shown as percent", as_percent(1, "0%"), a=a_with(values={"ty-le": {"value": "100"}})),
    bad_a("a 1 typed as text", figure("1"), "done", AS_ONE),
    bad_a("47/50 as a part of one", figure(0.94), "done", AS_ONE),
    Spoilt("47/50 in one cell", figure("47/50")),
    bad_a("a fraction that became a month", figure(datetime(1950, 12, 1)), "done", "12/50"),
    bad_a("a fraction that became a day", figure(datetime(2022, 3, 12)), "done", "12/3"),
    Spoilt(
        "thousands with points",
        put(A, done="1.234,5", of="2 000"),
        a=a_with(values={"ty-le": {"done": "1234.5", "of": "2000"}}),
    ),
    Spoilt(
        "thousands with commas",
        put(A, done="1,234.5", of="2,000.0"),
        {(A, "done"): "1,234.5", (A, "of"): "2,000.0"},
        a=None,
    ),
    Spoilt(
        "nothing in words and signs",
        put(
            *(A,),
            difficulty="-",
            reason="Không",
            proposal="không có",
            expected="–",
            number="…",
            dated="-",
            link="Không phát sinh",
        ),
    ),
    Spoilt(
        "an address without its beginning",
        put(A, link="stp.gov.vn/bai-1"),
        told=("ô R11 ghi địa chỉ",),
        a={
            **FILLED_A,
            "evidence": [{"type": "link", "link": "https://stp.gov.vn/bai-1"}],
        },
    ),
    Spoilt(
        "a day to come that is long past",
        put(B, expected="1/8/2022"),
        told=("ô O13 ghi ngày dự kiến hoàn thành trước tháng báo cáo",),
        b={**FILLED_B, "expected": "2022-08-01"},
    ),
    Spoilt("a day as a result", put(A, result=datetime(2022, 9, 5)), a=a_with(result="05/9/2022")),
    Spoilt("letters in pieces", put(A, status=normalize("NFD", DONE), result=normalize("NFD", "Đã trình"))),
    Spoilt("blanks that do not break", put(A, status="Đã\u00a0hoàn thành\u00a0", result="Đã\u00a0trình\u200b")),
    Spoilt(
        "broken lines", put(A, status="Đã hoàn\nthành", date="12/9/2022\n", done="47\n", result="\nĐã trình\n")
    ),
    Spoilt("notes and colours", coloured, told=("ô K11 có ghi chú gắn vào ô (comment)",)),
    Spoilt("rows without end", nothing, by_hand=many_empty_rows),
    Spoilt("texts in their cells", nothing, by_hand=shared_to_inline),
    Spoilt("without a word of its program", nothing, by_hand=bare_package),
    Spoilt("without styles", nothing, by_hand=without_styles),
    Spoilt("cells without addresses", nothing, by_hand=without_addresses),
    Spoilt("saved by WPS", nothing, by_hand=as_wps),
    Spoilt("saved as strict", nothing, by_hand=strict),
    Spoilt("a locked cell changed", lambda form: setattr(form.sheet["C11"], "value", "Việc khác")),
)


def written(w: Builder) -> list[dict[str, Any]]:
    if not (w.root / REPORT).exists():
        return []
    source = read_yaml(REPORT, (w.root / REPORT).read_bytes()).source
    assert source is not None
    data: Any = source.data
    updates: list[dict[str, Any]] = data["updates"]
    return updates


def brought_back(w: Builder, spoilt: Spoilt, name: str = "Sở Tư pháp (đã sửa).xlsx") -> tuple[Form, Path]:
    form = sent_out(w, TITLED).fill(
        A={"status": DONE, "date": "12/9/2022", "done": "47", "of": "50", "result": "Đã trình"},
        B={"status": DOING},
    )
    spoilt.spoil(form)
    path = form.save(name)
    if spoilt.by_hand:
        repack(path, spoilt.by_hand)
    return form, path


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda one: one.name)
def test_each_bad_cell_is_named_and_the_rest_is_taken(w: Builder, spoilt: Spoilt) -> None:
    form, path = brought_back(w, spoilt)
    at = f"{path.name}, trang “{form.sheet.title}”, ô "
    before = snapshot(w.root)
    ran = run_in(w.root, "forms", "import", path.name, *AT)
    lines = [line.removeprefix(at) for line in ran.err.splitlines() if line.startswith(at)]
    named = [line for line in lines if line.partition(":")[0].isalnum()]
    wanted = {form.cell(mark, key).coordinate: why for (mark, key), why in spoilt.bad.items()}
    assert sorted(line.partition(":")[0] for line in named) == sorted(wanted), ran.err
    for line in named:
        assert wanted[line.partition(":")[0]] in line
    for words in spoilt.told:
        assert words in ran.err
    if spoilt.bad:
        assert ran.code == 1
        assert snapshot(w.root) == before
        assert run_in(w.root, "forms", "import", path.name, *AT, "--partial").code == 1
    else:
        assert ran.code == 0, ran.err
    assert written(w) == [one for one in (spoilt.a, spoilt.b, spoilt.c) if one]
    assert w.load().errors == ()


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_as_text_in_columns_it_says_the_same(w: Builder, separator: str, encoding: str) -> None:
    spoilt = Spoilt("a bad state", put(C, status="tốt"), {(C, "status"): ""})
    form, path = brought_back(w, spoilt)
    name = as_text(path, separator, encoding).name
    ran = run_in(w.root, "forms", "import", name, *AT, "--partial")
    assert ran.err.startswith(f"{name}, ô {form.cell(C, 'status').coordinate}: ")
    assert written(w) == [FILLED_A, FILLED_B]


def test_a_form_of_another_month_is_none_of_this_one(w: Builder) -> None:
    _, path = brought_back(w, SPOILT[0])
    before = snapshot(w.root)
    ran = run_in(w.root, "forms", "import", path.name, "--month", "10", "--as-of", "2022-10-16")
    assert (ran.code, "biểu của tháng 9/2022, không phải của tháng 10/2022. Thêm --month 9/2022" in ran.err) == (
        1,
        True,
    )
    assert snapshot(w.root) == before


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"PK\x03\x04", "đã hỏng"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"x" * 512, "đã hỏng"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.csv", b"TT;Noi dung\r\n", "không thấy mã ẩn"),
    ],
)
def test_what_is_no_form_is_named_as_such(w: Builder, name: str, content: bytes, why: str) -> None:
    w.write(name, content)
    ran = run_in(w.root, "forms", "import", name, *AT)
    assert (ran.code, ran.err.partition(": ")[0], why in ran.err) == (1, name, True)


def test_there_are_forty_of_them() -> None:
    assert len({one.name for one in SPOILT}) == len(SPOILT) > 40
