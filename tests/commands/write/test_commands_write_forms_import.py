"""Tests of parplan forms import: what units filled in is in the data, once; what is bad is named, not written."""

from __future__ import annotations

import os

import pytest
from openpyxl import load_workbook

from filling import AT, sent_out
from parplan.reading.source import read_yaml
from running import Ran, run_in, snapshot
from workspaces import REPORT, Builder

DONE, DOING = "Đã hoàn thành", "Đang thực hiện"
FILE = "Sở Tư pháp.xlsx"


def imported(w: Builder, *more: str, columns: int = 100) -> Ran:
    return run_in(w.root, "forms", "import", FILE, *AT, *more, columns=columns)


def test_what_was_filled_in_is_in_the_data_field_by_field(w: Builder) -> None:
    cells = {
        "status": DONE,
        "date": "12/9/2022",
        "done": 47,
        "of": 50,
        "number": "123/BC-STP",
        "dated": "12/9/2022",
    }
    sent_out(w).fill(A={**cells, "result": "Đã trình."}, nothing={"status": "Không phát sinh"}).save()
    ran = imported(w, "--received", "16/9/2022")
    assert ran.code == 0
    assert ran.err.endswith("Đã ghi 01 tệp. Lấy lại như trước: parplan undo.\n")
    source = read_yaml(REPORT, (w.root / REPORT).read_bytes()).source
    assert source is not None
    assert source.data == {
        "plan": "2022",
        "month": "2022-09",
        "agency": "so-tu-phap",
        "received": "2022-09-16",
        "updates": [
            {
                "task": "A",
                "status": "done",
                "date": "2022-09-12",
                "values": {"ty-le": {"done": "47", "of": "50"}},
                "result": "Đã trình.",
                "evidence": [{"type": "document", "number": "123/BC-STP", "date": "2022-09-12"}],
            },
            {"task": "C", "status": "none"},
            {"task": "D", "status": "none"},
        ],
    }
    assert w.load().errors == ()


def test_the_same_file_twice_changes_nothing(w: Builder) -> None:
    sent_out(w).fill(A={"status": DOING, "number": "1/BC-STP", "dated": "1/9/2022"}).save()
    imported(w)
    before = snapshot(w.root)
    ran = imported(w)
    assert (ran.code, ran.err) == (0, "Không có gì để thay đổi: dữ liệu đã như vậy.\n")
    assert snapshot(w.root) == before


def test_what_was_recorded_since_it_went_out_is_kept_until_it_is_asked_for(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "result": "Một nửa"}, B={"status": DOING})
    form.save()
    imported(w)
    form.fill(A={"result": "Xong phần lớn", "proposal": "Thêm người"}, C={"status": DOING}).save()
    ran = imported(w)
    assert ran.code == 1
    cell = form.cell("A||ty-le", "status").coordinate
    assert ran.err.startswith(
        f"Sở Tư pháp.xlsx, trang “Biểu”, ô {cell}: A đã được ghi sau khi lập biểu này nên giữ "
        "nguyên. Kết quả: đang ghi “Một nửa”, biểu ghi “Xong phần lớn”; đề xuất, kiến nghị: "
        "biểu ghi “Thêm người”.\n"
    )
    assert ran.err.endswith(
        "Giữ nguyên 01 nội dung đã ghi sau khi lập biểu, nêu ở trên. Thêm --replace nếu cần ghi theo biểu.\n"
    )
    assert "task: C" in w.text(REPORT)
    assert "Xong phần lớn" not in w.text(REPORT)
    before = snapshot(w.root)
    ran = imported(w)
    assert (ran.code, "đã được ghi" in ran.err, "Không có gì" in ran.err) == (1, True, False)
    assert snapshot(w.root) == before


def test_the_units_own_report_is_kept_too_where_another_is_recorded(w: Builder) -> None:
    form = sent_out(w).fill(document={"number": "9/BC-STP"}, B={"status": DOING})
    form.save()
    imported(w)
    form.fill(document={"number": "8/BC-STP"}).save()
    ran = imported(w)
    assert ran.code == 1
    assert "Báo cáo đã được ghi sau khi lập biểu này nên giữ nguyên. Văn bản: đang ghi “9/BC-STP”" in ran.err
    assert imported(w, "--replace").code == 0
    assert "8/BC-STP" in w.text(REPORT)


def test_what_a_newer_form_leaves_empty_is_kept_and_named(w: Builder) -> None:
    form = sent_out(w).fill(
        A={"status": DOING, "proposal": "Thêm người", "done": 47, "of": 50}, B={"status": DOING}
    )
    form.save()
    imported(w)
    form.fill(A={"proposal": None, "done": "-", "of": None}, B={"status": None}).save()
    ran = imported(w)
    at = f"Sở Tư pháp.xlsx, trang “Biểu”, ô {form.cell('A||ty-le', 'proposal').coordinate} "
    assert ran.code == 0
    assert f"{at}để trống; dữ liệu đang ghi “Thêm người”: giữ nguyên.\n" in ran.err
    assert "dữ liệu đang ghi “Tỷ lệ 47/50”: giữ nguyên" in ran.err
    assert "biểu không ghi gì về B, dữ liệu đã có: giữ nguyên." in ran.err


def test_what_the_form_was_made_with_may_be_changed_and_left_empty(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, result: Một nửa, proposal: Thêm người}\n")
    sent_out(w).fill(A={"result": "Xong phần lớn"}).save()
    ran = imported(w)
    assert (ran.code, "giữ nguyên" in ran.err) == (0, False)
    assert "Xong phần lớn" in w.text(REPORT)


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is made as Unix makes one")
@pytest.mark.parametrize(("answer", "result"), [("có", "Xong phần lớn"), ("", "Một nửa")])
def test_at_a_terminal_it_is_asked(answer: str, result: str, w: Builder) -> None:
    from keyboard import type_at

    form = sent_out(w).fill(A={"status": DOING, "result": "Một nửa"})
    form.save()
    imported(w)
    form.fill(A={"result": "Xong phần lớn"}).save()
    type_at(w.root, ["forms", "import", FILE, *AT], [f"{answer}\n", "\n"])
    assert f"result: {result}\n" in w.text(REPORT)


def test_a_form_of_which_a_check_refuses_the_only_row_was_filled_in(w: Builder) -> None:
    sent_out(w).fill(A={"status": DOING, "done": 60, "of": 50}).save()
    ran = imported(w)
    assert (ran.code, "đơn vị chưa ghi gì" in ran.err) == (1, False)
    assert "Không có gì để thay đổi" not in imported(w, "--partial").err


@pytest.mark.parametrize(
    ("others", "last"), [((), "chưa ghi gì.\n"), ((FILE,), "Thêm --partial để ghi các biểu khác.\n")]
)
def test_of_a_file_that_is_no_form_no_row_is_promised(others: tuple[str, ...], last: str, w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save()
    w.write("khac.xlsx", b"khong phai")
    ran = run_in(w.root, "forms", "import", "khac.xlsx", *others, *AT)
    assert (ran.code, ran.err.endswith(last), "dòng đúng" in ran.err) == (1, True, False)


def test_a_corrected_form_changes_what_was_corrected_and_says_so(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "result": "Một nửa"}, B={"status": DOING})
    form.save()
    imported(w)
    form.fill(A={"result": "Xong phần lớn"}).save()
    ran = imported(w, "--replace")
    assert ran.code == 0
    lines = [line for line in ran.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert lines == ["-    result: Một nửa", "+    result: Xong phần lớn"]


def test_what_changes_is_a_table_field_by_field_that_fits(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "result": "Một nửa"}, B={"status": DOING})
    form.save()
    imported(w)
    form.fill(A={"result": "Xong phần lớn", "difficulty": "Thiếu người có chuyên môn về công nghệ"}).save()
    for columns in (60, 80):
        out = imported(w, "--dry-run", "--replace", columns=columns).out.splitlines()
        head, unit, first, *_ = out
        assert head.split() == ["Nhiệm", "vụ", "Mục", "Đang", "ghi", "Sẽ", "ghi"]
        assert unit == "Sở Tư pháp"
        assert first.split("  ")[0] == "A"
        assert all(words in " ".join(first.split()) for words in ("Kết quả", "Một nửa", "Xong phần lớn"))
        assert max(map(len, out[: out.index("  - task: B") if "  - task: B" in out else 6])) <= columns


def test_what_checks_remark_is_placed_at_the_cell_before_it_is_written(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DONE, "date": "12/9/2022"})
    form.save()
    ran = imported(w)
    cell = form.cell("A||ty-le", "status").coordinate
    assert f"Lưu ý (Sở Tư pháp.xlsx, trang “Biểu”, ô {cell}): Ghi hoàn thành nhưng chưa có tài liệu" in ran.err
    assert ran.err.index("Lưu ý") < ran.err.index("Đã ghi 01 tệp")


def test_a_folder_is_all_the_forms_in_it_whatever_else_lies_there(w: Builder) -> None:
    form = sent_out(w).fill(B={"status": DOING})
    (w.root / "nhan").mkdir()
    form.save("nhan/Sở Tư pháp.xlsx")
    w.write("nhan/~$Sở Tư pháp.xlsx", b"x").write("nhan/anh.jpg", b"x")
    ran = run_in(w.root, "forms", "import", "nhan", "bao-cao", *AT)
    assert (ran.code, "đơn vị chưa ghi gì" in ran.err) == (0, False)
    assert "task: B" in w.text(REPORT)
    w.write("khac/anh.jpg", b"x")
    ran = run_in(w.root, "forms", "import", "khac", *AT)
    assert (ran.code, ran.err.partition(" (")[0]) == (2, "Thư mục khac không có tệp nào có thể là biểu")


def test_what_else_lies_in_a_folder_does_not_block_its_forms_but_a_file_that_is_named_does(w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save("bao-cao/Sở Tư pháp.xlsx")
    run_in(w.root, "report", "--month", "9")
    run_in(w.root, "forms", "export", "--month", "10", "--as-of", "2022-09-16", "--agency", "so-tu-phap")
    run_in(w.root, "status", "--as-of", "2022-09-16", "-o", "bao-cao/danh-sach.csv")
    w.write("bao-cao/ghi-tay.csv", "a;b\n1;2\n")
    ran = run_in(w.root, "forms", "import", "bao-cao/ghi-tay.csv", *AT)
    assert (ran.code, "Không phải biểu do chương trình lập" in ran.err) == (1, True)
    ran = run_in(w.root, "forms", "import", "bao-cao", *AT)
    assert ran.code == 0
    assert "Bỏ qua 03 tệp do chương trình lập, không phải biểu tháng 9/2022 đã ghi" in ran.err
    assert "Bỏ qua ghi-tay.csv: Không phải biểu do chương trình lập" in ran.err
    assert "task: B" in w.text(REPORT)
    ran = run_in(w.root, "forms", "import", "bao-cao", "--month", "11", "--as-of", "2022-11-16")
    assert (ran.code, "Trong thư mục không có biểu nào của tháng 11/2022" in ran.err) == (2, True)


def test_an_untouched_form_writes_nothing(w: Builder) -> None:
    sent_out(w).save()
    before = snapshot(w.root)
    ran = imported(w)
    assert ran.code == 0
    assert "đơn vị chưa ghi gì vào biểu này" in ran.err
    assert snapshot(w.root) == before


def test_while_a_cell_is_bad_nothing_is_written_unless_the_good_rows_are_asked_for(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DONE}, B={"status": DOING})
    form.save()
    before = snapshot(w.root)
    ran = imported(w)
    place = f"Sở Tư pháp.xlsx, trang “Biểu”, ô {form.cell('A||ty-le', 'date').coordinate}"
    assert ran.code == 1
    assert ran.err == (
        f"{place}: Đã hoàn thành thì phải ghi ngày hoàn thành.\n"
        "Có 01 chỗ phải sửa, nêu ở trên; chưa ghi gì. Sửa trong biểu rồi chạy lại, hoặc thêm --partial để ghi các "
        "dòng đúng.\n"
    )
    assert snapshot(w.root) == before
    ran = imported(w, "--partial")
    assert ran.code == 1
    assert "task: B" in w.text(REPORT)
    assert "task: A" not in w.text(REPORT)


def test_to_look_first_writes_nothing(w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save()
    before = snapshot(w.root)
    assert "+  - task: B" in imported(w, "--dry-run").out
    assert snapshot(w.root) == before


@pytest.mark.parametrize(("more", "code"), [((), 1), (("--late",), 0)])
def test_a_month_that_has_gone_up_is_changed_only_late(more: tuple[str, ...], code: int, w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save()
    ran = run_in(w.root, "forms", "import", FILE, "--month", "9", "--as-of", "2022-10-05", *more)
    assert ran.code == code
    assert (w.root / REPORT).exists() is (code == 0)


def test_a_form_of_another_month_is_refused_with_the_month_to_ask_for(w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save()
    ran = run_in(w.root, "forms", "import", FILE, "--month", "10", "--as-of", "2022-10-12")
    assert ran.code == 1
    assert ran.err.startswith("Sở Tư pháp.xlsx: Đây là biểu của tháng 9/2022, không phải của tháng 10/2022.")


def test_what_is_no_form_is_named_and_the_others_are_taken_in_part(w: Builder) -> None:
    sent_out(w).fill(B={"status": DOING}).save()
    w.write("khac.xlsx", b"khong phai")
    ran = imported(w, "khac.xlsx", "--partial")
    assert ran.code == 1
    assert ran.err.startswith("khac.xlsx: Tệp đã hỏng")
    assert "task: B" in w.text(REPORT)


def test_one_workbook_of_all_units_is_read_sheet_by_sheet(w: Builder) -> None:
    sent_out(w)
    run_in(w.root, "forms", "export", *AT, "--all-in-one", "-o", "chung.xlsx")
    book = load_workbook(w.root / "chung.xlsx")
    for name, status in (("Sở Tư pháp", DOING), ("Sở Nội vụ", "tốt"), ("Sở Tài chính", DOING)):
        sheet = book[name]
        row = next(cell.row for cell in sheet["A"] if str(cell.value).startswith("C|"))
        column = next(cell.column for cell in sheet["G"] if cell.value == "status")
        sheet.cell(row, column).value = status
    book.save(w.root / "chung.xlsx")
    ran = run_in(w.root, "forms", "import", "chung.xlsx", *AT, "--partial")
    assert ran.err.startswith("chung.xlsx, trang “Sở Nội vụ”, ô G")
    written = sorted(path.name for path in (w.root / "data/progress/2022-09").iterdir())
    assert written == ["so-tai-chinh.yaml", "so-tu-phap.yaml"]
