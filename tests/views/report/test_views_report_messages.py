"""What is said once a report is made."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.report.full_list import report_list
from parplan.views.report.messages import list_messages, offer_messages, report_messages
from parplan.views.report.own import own_report_view
from parplan.views.report.report import report_view
from parplan.words import words
from running import sample


def messages(workspace: Workspace, reason: str = "new") -> list[str]:
    view = report_view(report_facts(workspace, workspace.plans[2022], Period.parse("2022-10")), words("vi"))
    return list(report_messages(view, "b (2).docx", reason, "b.docx", words("vi")))


def test_a_draft_is_said_to_be_one(shipped: Loaded) -> None:
    assert "Chưa có đơn vị nào báo cáo cho kỳ này: bản này mang chữ DỰ THẢO." in messages(shipped.workspace)


def test_a_report_of_invented_figures_is_said_to_be_one() -> None:
    assert "SỐ LIỆU MINH HỌA, không dùng để báo cáo." in messages(sample().workspace)


def test_proposals_are_offered_where_their_place_is_left(shipped: Loaded) -> None:
    offer = "Có 11 câu gợi ý cho mục V; xem bằng cách thêm --proposals vào lệnh trên."
    assert messages(sample().workspace)[-1] == offer
    for workspace, month in ((sample().workspace, "2022-09"), (shipped.workspace, "2022-10")):
        facts = report_facts(workspace, workspace.plans[2022], Period.parse(month))
        view = report_view(facts, words("vi"))
        assert "gợi ý" not in " ".join(report_messages(view, "b.docx", "new", "b.docx", words("vi")))


def test_what_is_drawn_from_invented_figures_says_so_where_it_is_offered_too(shipped: Loaded) -> None:
    def said(workspace: Workspace) -> list[str]:
        view = report_view(report_facts(workspace, workspace.plans[2022], Period.parse("2022-10")), words("vi"))
        return list(offer_messages(view, words("vi")))

    assert said(sample().workspace) == ["SỐ LIỆU MINH HỌA, không dùng để báo cáo."]
    assert said(shipped.workspace) == ["Không có gì để gợi ý cho mục V."]


def test_a_unit_s_own_report_says_whose_words_are_missing_and_counts_no_appendix() -> None:
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse("2022-10"))
    view = own_report_view(OwnReportFacts(facts, "ubnd-huyen-que-son"), words("vi"))
    said = list(report_messages(view, "b.docx", "new", "b.docx", words("vi")))
    assert said[:2] == [
        "Đã lập báo cáo: b.docx.",
        "Kỳ này chưa ghi kết quả nào của UBND huyện Quế Sơn: bản này mang chữ DỰ THẢO.",
    ]


@pytest.mark.parametrize("reason", ["busy", "edited", "foreign"])
def test_why_it_lies_elsewhere_is_said_first(reason: str) -> None:
    first = messages(sample().workspace, reason)[0]
    assert "“b.docx”" in first
    assert "“b (2).docx”" in first


def test_the_list_beside_it_is_told_of_with_its_rows() -> None:
    workspace = sample().workspace
    made = report_list(report_facts(workspace, workspace.plans[2022], Period.parse("2022-10")), words("vi"))
    assert list(list_messages(made, "b.xlsx", "new", "b.xlsx", words("vi"))) == [
        f"Kèm theo danh mục toàn bộ lượt nhiệm vụ: b.xlsx ({len(made.rows)} dòng)."
    ]
    first, _ = list_messages(made, "b (2).xlsx", "edited", "b.xlsx", words("vi"))
    assert first == "Tệp “b.xlsx” đã được sửa sau khi lập nên không ghi đè; đã ghi ra “b (2).xlsx”."
