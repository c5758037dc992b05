"""One unit's own report as finished strings."""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import report_facts
from parplan.views.report.own import own_report_view
from parplan.views.report.report import ReportView
from parplan.words import words
from running import sample
from workspaces import Builder


def view(agency: str, period: str) -> ReportView:
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(period))
    return own_report_view(OwnReportFacts(facts, agency), words("vi"))


def test_a_department_stands_under_its_superior_and_dates_from_the_province() -> None:
    head = view("so-tai-chinh", "2022-10").page.head
    assert (head.superior, head.issuer) == ("UBND TỈNH QUẢNG NAM", ("SỞ TÀI CHÍNH",))
    assert (head.number, head.place_and_date) == ("Số: 140/BC-STC", "Quảng Nam, ngày 14 tháng 10 năm 2022")


def test_a_district_has_no_body_above_it_and_dates_from_its_own_place() -> None:
    head = view("ubnd-huyen-nui-thanh", "2022-Q4").page.head
    assert (head.superior, head.issuer) == ("", ("ỦY BAN NHÂN DÂN", "HUYỆN NÚI THÀNH"))
    assert head.place_and_date.startswith("Núi Thành, ngày")
    assert head.number == "Số:          /BC-UBND"


def test_who_stands_above_a_press_body_is_not_known_and_not_invented() -> None:
    head = view("bao-quang-nam", "2022-10").page.head
    assert (head.superior, head.issuer) == ("", ("BÁO QUẢNG NAM",))


def test_it_goes_to_the_office_that_gathers_the_reports() -> None:
    made = view("so-tai-chinh", "2022-10")
    assert made.page.head.addressees == ("Sở Nội vụ",)
    assert made.page.foot.recipients == ("- Như trên;", "- Lưu: VT.")


def test_what_the_unit_wrote_leaves_no_place_and_who_signs_is_never_known() -> None:
    assert view("so-tai-chinh", "2022-10").left == ("plan", "signer")
    assert view("so-cong-thuong", "2022-10").left == ("own-causes", "own-proposals", "plan", "signer")


def test_before_the_unit_sent_anything_it_is_a_draft() -> None:
    silent = view("ubnd-huyen-que-son", "2022-10")
    assert (silent.is_draft, silent.page.head.draft) == (True, "DỰ THẢO")
    assert not view("so-tai-chinh", "2022-10").is_draft


def told(w: Builder, updates: str, month: str = "2022-10") -> list[tuple[str | None, ...]]:
    """The rows of what fell due, but for their numbers and titles, where the Justice Department owes one task."""
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    if updates:
        w.report(month, "so-tu-phap", updates, received="2022-10-14")
    workspace = w.workspace()
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    table = own_report_view(OwnReportFacts(facts, "so-tu-phap"), words("vi")).page.tables["counted"]
    return [(*row.cells[2:], table.note) for row in table.rows]


def test_what_is_overdue_says_by_how_much_and_when_it_will_be_done(w: Builder) -> None:
    update = "- {task: A, status: in-progress, result: Đang làm., reason: x, expected: 2022-10-20}"
    assert told(w, update) == [
        ("ngày 30/9/2022", "Đang làm", "Quá hạn", "Quá hạn 14 ngày; dự kiến hoàn thành 20/10/2022", "")
    ]


NOTE = "(…): chưa có nội dung báo cáo."


def test_that_it_has_not_reported_is_no_news_to_a_unit(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", received="2022-09-14")
    assert told(w, "") == [("ngày 30/9/2022", "…", "Quá hạn", "Quá hạn 14 ngày", NOTE)]


def test_before_it_ever_reported_nothing_is_said_of_what_became_of_its_work(w: Builder) -> None:
    assert told(w, "") == [("ngày 30/9/2022", "…", "…", "", NOTE)]


def test_a_target_is_held_against_the_unit_s_own_figures() -> None:
    table = view("ubnd-huyen-thang-binh", "2022-10").page.tables["targets"]
    assert [row.cells[3:] for row in table.rows] == [("100%", "", "7/8 (87,5%)", "Chưa đạt")]
    assert not view("so-cong-thuong", "2022-10").page.tables["targets"].rows


def test_a_proposal_stands_behind_the_task_that_it_is_about() -> None:
    (made,) = view("so-tai-chinh", "2022-10").values["proposals"]
    assert made["title"].startswith("Tham mưu thực hiện kiến nghị")
    assert made["text"] == "Đề nghị UBND tỉnh cho ý kiến xử lý 03 kiến nghị này"


def test_the_file_is_named_after_the_unit_and_the_period() -> None:
    assert view("so-tai-chinh", "2022-Q4").file_name == "bao-cao-so-tai-chinh-quy-4-2022"
