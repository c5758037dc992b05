"""Tests of parplan forms export: a form for each unit that is asked, over nothing that a hand changed."""

from __future__ import annotations

from openpyxl import load_workbook

from running import run_in, snapshot
from workspaces import Builder

MADE = "bao-cao/bieu-thang-09-2022-so-tu-phap.xlsx"
AT = ("--month", "9", "--as-of", "2022-09-10")


def test_each_unit_that_is_asked_something_gets_a_form_of_its_own(w: Builder) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "forms", "export", *AT)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Đã lập 05 biểu báo cáo tháng 9/2022 (mỗi đơn vị một tệp .xlsx) trong thư mục bao-cao.\n"
    new = sorted(snapshot(w.root).keys() - before.keys())
    units = ("dien-ban", "hoi-an", "so-noi-vu", "so-tai-chinh", "so-tu-phap")
    assert new == [f"bao-cao/bieu-thang-09-2022-{unit}.xlsx" for unit in units]
    assert {name: snapshot(w.root)[name] for name in before} == before


def test_a_unit_may_be_named_and_a_folder_and_the_open_month_is_taken(w: Builder) -> None:
    ran = run_in(w.root, "forms", "export", "--agency", "Sở Tư pháp", "-o", "gui", "--as-of", "2022-09-10")
    assert ran.err.startswith("Đã lập 01 biểu báo cáo tháng 9/2022")
    made = load_workbook(w.root / "gui" / "bieu-thang-09-2022-so-tu-phap.xlsx")
    assert made.sheetnames == ["Biểu", "Hướng dẫn"]
    assert made["Biểu"]["B2"].value == "Đơn vị báo cáo: Sở Tư pháp"


def test_the_same_again_changes_no_byte_and_a_filled_form_is_left_alone(w: Builder) -> None:
    run_in(w.root, "forms", "export", *AT)
    first = snapshot(w.root)
    run_in(w.root, "forms", "export", *AT)
    assert snapshot(w.root) == first
    book = load_workbook(w.root / MADE)
    book["Biểu"]["G13"] = "Đang thực hiện"
    book.save(w.root / MADE)
    filled = (w.root / MADE).read_bytes()
    ran = run_in(w.root, "forms", "export", *AT)
    assert (w.root / MADE).read_bytes() == filled
    assert "so-tu-phap (2).xlsx" in ran.err


def test_what_goes_to_units_is_in_vietnamese_whatever_the_officer_reads(w: Builder) -> None:
    ran = run_in(w.root, "forms", "export", *AT, "--lang", "en")
    assert ran.err == "Made 5 forms for September 2022 (one .xlsx for each unit) in the folder bao-cao.\n"
    assert load_workbook(w.root / MADE).sheetnames[0] == "Biểu"


def test_where_nobody_is_asked_there_is_no_form(w: Builder) -> None:
    ran = run_in(w.root, "forms", "export", *AT, "--agency", "ubnd-tinh")
    assert ran.code == 1
    assert ran.err == "Không có đơn vị nào phải báo cáo gì trong tháng 9/2022, nên không có biểu nào để lập.\n"
    assert not (w.root / "bao-cao").exists()


def test_no_form_is_put_among_the_data(w: Builder) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "forms", "export", *AT, "-o", "data/bieu")
    assert (ran.code, ran.err[: ran.err.index("/,")]) == (2, "“data/bieu/…” nằm trong data")
    assert snapshot(w.root) == before


def test_all_units_may_stand_in_one_workbook_a_sheet_for_each(w: Builder) -> None:
    ran = run_in(w.root, "forms", "export", *AT, "--all-in-one")
    one = "bao-cao/bieu-thang-09-2022-cac-don-vi.xlsx"
    assert ran.err == f"Đã lập biểu báo cáo tháng 9/2022 của 05 đơn vị, mỗi đơn vị một trang: {one}.\n"
    book = load_workbook(w.root / one)
    names = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "UBND thành phố Hội An", "UBND thị xã Điện Bàn"]
    assert book.sheetnames == [*names, "Hướng dẫn"]
    assert [book[name]["B2"].value for name in names] == [f"Đơn vị báo cáo: {name}" for name in names]


def test_the_one_workbook_may_have_a_name_of_its_own(w: Builder) -> None:
    ran = run_in(w.root, "forms", "export", *AT, "--all-in-one", "-o", "gui/chung.xlsx", "--agency", "so-tu-phap")
    assert (ran.code, "gui/chung.xlsx" in ran.err) == (0, True)
    assert load_workbook(w.root / "gui/chung.xlsx").sheetnames == ["Biểu", "Hướng dẫn"]
