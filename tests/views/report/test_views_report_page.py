"""A report's head, foot and appendices."""

from __future__ import annotations

from offices import office
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.report.page import ReportPage
from running import sample


def page(workspace: Workspace, month: str) -> ReportPage:
    made = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    return ReportPage(made, office(made))


def test_the_head_leaves_blank_what_only_signing_settles(shipped: Loaded) -> None:
    head = page(shipped.workspace, "2022-10").head()
    assert (head.superior, head.issuer, head.kind) == ("UBND TỈNH QUẢNG NAM", ("SỞ NỘI VỤ",), "BÁO CÁO")
    assert head.number.split() == ["Số:", "/BC-SNV"]
    assert head.place_and_date.split() == ["Quảng", "Nam,", "ngày", "tháng", "10", "năm", "2022"]
    assert head.addressees == ("Ủy ban nhân dân tỉnh",)


def test_the_foot_ends_with_where_it_is_kept(shipped: Loaded) -> None:
    foot = page(shipped.workspace, "2022-10").foot()
    assert foot.recipients[0] == "- Như trên;"
    assert foot.recipients[-1] == "- Lưu: VT, CCHC."
    assert all(line.endswith(";") for line in foot.recipients[:-1])
    assert foot.authority == ("GIÁM ĐỐC",)


def test_appendices_are_numbered_in_order_and_end_as_the_decree_says() -> None:
    every = page(sample().workspace, "2022-10").appendices()
    assert list(every) == ["units", "overdue", "tasks", "due-next"]
    assert [one.label for one in every.values()] == [f"Phụ lục {roman}" for roman in ("I", "II", "III", "IV")]
    assert {one.ending for one in every.values()} == {"./."}


def test_before_anybody_reported_no_unit_is_listed(shipped: Loaded) -> None:
    assert list(page(shipped.workspace, "2022-09").appendices()) == ["tasks", "due-next", "index"]


def test_the_index_stands_in_the_first_report_only(shipped: Loaded) -> None:
    assert "index" not in page(shipped.workspace, "2022-10").appendices()
