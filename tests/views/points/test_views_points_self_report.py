"""Tests of parplan.views.points.self_report."""

from __future__ import annotations

from dataclasses import replace

from parplan.facts.points.assessment import Assessment, assessments
from parplan.output.templates.template import render
from parplan.reading.load import load
from parplan.views.page import Page
from parplan.views.points.self_report import SelfReportView, self_report_view
from parplan.views.table import Table
from parplan.words import words
from running import POINTS

EXAMPLE = load(POINTS).workspace
(MADE,) = assessments(EXAMPLE, "gia-dinh-thu", 2024)


def view(made: Assessment = MADE) -> SelfReportView:
    return self_report_view(made, EXAMPLE, EXAMPLE.plans[2024].plan, words("vi"), sample=True)


def table(page: Page, name: str) -> Table:
    (found,) = page.appendices[name].parts
    assert isinstance(found, Table)
    return found


def prose(found: SelfReportView) -> str:
    return render("self-report.vi.md.j2", found.values, None)


def test_the_provinces_report_is_its_plan_issuers() -> None:
    head = view().page.head
    assert head.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH GIẢ ĐỊNH")
    assert head.subject == ("Kết quả tự đánh giá, chấm điểm", "Chỉ số CCHC năm 2024")
    assert head.addressees == ("[Cơ quan thẩm định]",)


def test_a_units_report_goes_to_the_office_that_gathers() -> None:
    unit = replace(MADE, result=MADE.result.model_copy(update={"place": "so-tu-phap"}))
    head = view(unit).page.head
    assert (head.issuer, head.superior) == (("SỞ TƯ PHÁP",), "UBND TỈNH GIẢ ĐỊNH")
    assert head.addressees == ("Sở Nội vụ",)


def test_the_table_of_scores_adds_up_by_area() -> None:
    rows = table(view().page, "summary").rows
    assert len(rows) == 8 + 42 + 93 + 1
    areas = {row.cells[0]: row.cells[3] for row in rows if row.kind == "total"}
    assert areas["1"] == "7,92"
    assert areas[""] == "61,45"
    assert rows[3].cells == ("1.1.2", "Mức độ hoàn thành kế hoạch", "1", "1,00", "125/125 = 100% ≥ 100% → 1/1", "")


def test_what_is_to_be_explained_leaves_room_and_papers_are_listed() -> None:
    page = view().page
    explained = table(page, "explained").rows
    assert [row.cells[0] for row in explained] == ["1.4.2", "2.3.2", "7.1.9"]
    assert {row.cells[-1] for row in explained} == {"[Nội dung giải trình]"}
    assert len(table(page, "papers").rows) == 79


def test_the_prose_tells_what_was_scored_and_what_was_not() -> None:
    text = prose(view())
    assert "Thực hiện Quyết định số 02/QĐ-THỬ, UBND tỉnh Giả Định báo cáo kết quả tự đánh giá" in text
    assert "Điểm tự đánh giá là 61,45 điểm trong 70,5 điểm tối đa" in text
    assert "quy đổi theo thang 100 điểm, điểm tự đánh giá là 61,76 điểm" in text
    assert "Có 03 tiêu chí, tiêu chí thành phần chưa có hoặc chưa đủ tài liệu kiểm chứng" in text
    assert "chưa khai số liệu" not in text


def test_where_everything_is_proven_nothing_is_explained() -> None:
    proven = replace(MADE, lines=tuple(line for line in MADE.lines if not line.needs_explaining))
    found = view(proven)
    assert "explained" not in found.page.appendices
    assert "đều có tài liệu kiểm chứng" in prose(found)
    assert "(danh mục tại Phụ lục II kèm theo)" in prose(found)
