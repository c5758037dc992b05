"""A page as a value: nothing on it unless it was put there."""

from __future__ import annotations

from datetime import date

from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.table import Table


def test_a_page_holds_only_what_it_is_given() -> None:
    head = Head(
        "UBND", ("SỞ",), "Số", "CỘNG HÒA", "Độc lập", "Quảng Nam", "BÁO CÁO", ("Tên",), "Kính gửi:", ("UBND",)
    )
    page = Page(head, Foot("Nơi nhận:", (), (), ""), Properties("Tên", "Sở", date(2022, 9, 14)))
    assert (page.tables, page.appendices, page.places, page.watermark) == ({}, {}, {}, "")
    assert page.head.draft == ""
    assert page.properties.language == "vi-VN"


def test_an_appendix_lies_across_unless_said_otherwise() -> None:
    assert Appendix("Phụ lục", "Tên", "(Kèm theo)", (Table((), ()),)).landscape
