"""Tests of parplan.cutting.first_page: title, number and day, as far as they are written."""

from __future__ import annotations

import pytest

from parplan.cutting.drafts import Head
from parplan.cutting.first_page import head_of
from parplan.documents.document import Document, Paragraph, Table


def said(*lines: str) -> Head:
    return head_of(Document(tuple(map(Paragraph, lines))))


def test_the_first_page_is_read_from_its_table_and_its_lines() -> None:
    top = Table([["UBND TỈNH\nSố: 121/KH-UBND", "Quảng Nam, ngày 10 tháng 01 năm 2023"]], number=1)
    found = head_of(
        Document(
            (top, Paragraph("KẾ HOẠCH"), Paragraph("Cải cách hành chính năm 2023"), Paragraph("Căn cứ Luật;"))
        )
    )
    assert found == Head("Kế hoạch cải cách hành chính năm 2023", "121/KH-UBND", "2023-01-10")


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("Quảng Nam, ngày     tháng 8 năm 2022", "2022-08"),
        ("Quảng Nam, ngày ... tháng 8 năm 2022", "2022-08"),
        ("Quảng Nam, ngày 05 tháng 9 năm 2022", "2022-09-05"),
        ("Quảng Nam, ngày 31 tháng 02 năm 2022", ""),
        ("Quảng Nam, ngày    tháng    năm 2022", ""),
    ],
)
def test_a_day_left_blank_is_not_filled_in(line: str, issued: str) -> None:
    assert said(line).issued == issued


def test_a_number_left_blank_is_none() -> None:
    assert said("Số:       /KH-UBND").number == ""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["KẾ HOẠCH", "Cải thiện Chỉ số", "của tỉnh Quảng Nam", "Thực hiện Nghị quyết;"],
            "Kế hoạch cải thiện Chỉ số của tỉnh Quảng Nam",
        ),
        (["KẾ HOẠCH", "I. MỤC ĐÍCH"], ""),
        (["BÁO CÁO", "Kết quả năm 2022"], ""),
    ],
)
def test_a_title_is_what_stands_below_the_kind_of_paper(lines: list[str], title: str) -> None:
    assert said(*lines).title == title
