"""A month's report as a whole: its name, its places, when it is a draft."""

from __future__ import annotations

from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.report.report import ReportView, report_view
from parplan.views.report.values import PLACES
from parplan.words import words
from running import sample


def view(workspace: Workspace, month: str) -> ReportView:
    return report_view(report_facts(workspace, workspace.plans[2022], Period.parse(month)), words("vi"))


def test_before_anybody_reported_it_is_a_draft_with_every_place_open(shipped: Loaded) -> None:
    made = view(shipped.workspace, "2022-09")
    assert (made.is_draft, made.left, made.page.head.draft) == (True, (*PLACES, "plan", "signer"), "DỰ THẢO")
    assert made.file_name == "bao-cao-thang-09-2022"


def test_what_a_hand_wrote_is_no_place_left(shipped: Loaded) -> None:
    made = view(sample().workspace, "2022-09")
    assert not made.is_draft
    assert set(made.page.places) < set(PLACES)
    assert made.left == (*made.page.places, "plan", "signer")
    for name in set(PLACES) - set(made.left):
        assert made.values["own"][name]


def test_invented_figures_are_written_across_every_page(shipped: Loaded) -> None:
    assert view(sample().workspace, "2022-10").page.watermark == "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
    assert view(shipped.workspace, "2022-10").page.watermark == "DỰ THẢO"
