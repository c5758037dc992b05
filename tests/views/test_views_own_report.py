"""One unit's own report as finished strings."""

from __future__ import annotations

from parplan.facts.own_report import OwnReportFacts
from parplan.facts.report import report_facts
from parplan.period import Period
from parplan.views.own_report import own_report_view
from parplan.views.report import ReportView
from parplan.words import words
from running import sample


def view(agency: str, period: str) -> ReportView:
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(period))
    return own_report_view(OwnReportFacts(facts, agency), words("vi"))


def test_a_department_stands_under_its_superior_and_dates_from_the_province() -> None:
    head = view("so-tai-chinh", "2022-10").page.head
    assert (head.superior, head.issuer) == ("UBND TỈNH QUẢNG NAM", "SỞ TÀI CHÍNH")
    assert (head.number, head.place_and_date) == ("Số: 140/BC-STC", "Quảng Nam, ngày 14 tháng 10 năm 2022")


def test_a_district_has_no_body_above_it_and_dates_from_its_own_place() -> None:
    head = view("ubnd-huyen-nui-thanh", "2022-Q4").page.head
    assert (head.superior, head.issuer) == ("", "ỦY BAN NHÂN DÂN HUYỆN NÚI THÀNH")
    assert head.place_and_date.startswith("Núi Thành, ngày")
    assert head.number == "Số:          /BC-UBND"


def test_it_goes_to_the_office_that_gathers_the_reports() -> None:
    made = view("so-tai-chinh", "2022-10")
    assert made.page.head.addressees == ("Sở Nội vụ",)
    assert made.page.foot.recipients == ("- Như trên;", "- Lưu: VT.")


def test_what_the_unit_wrote_leaves_no_place_and_who_signs_is_never_known() -> None:
    assert view("so-tai-chinh", "2022-10").left == ("own-results", "own-signer")
    assert set(view("so-cong-thuong", "2022-10").left) == {
        "own-results",
        "own-causes",
        "own-proposals",
        "own-signer",
    }


def test_before_the_unit_sent_anything_it_is_a_draft() -> None:
    silent = view("ubnd-huyen-que-son", "2022-10")
    assert (silent.is_draft, silent.page.head.draft) == (True, "DỰ THẢO")
    assert not view("so-tai-chinh", "2022-10").is_draft


def test_the_file_is_named_after_the_unit_and_the_period() -> None:
    assert view("so-tai-chinh", "2022-Q4").file_name == "bao-cao-so-tai-chinh-quy-4-2022"
