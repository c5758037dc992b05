"""What is offered for section V, and that it stands nowhere in the report."""

from __future__ import annotations

import pytest

from offices import phrases
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.reading.load import Loaded
from parplan.views.report.proposals import proposals
from running import SAMPLE, run_in, sample
from workspaces import Builder

TASKS = """
- {id: A, kind: once, lead: [hoi-an, dien-ban], deadline: {rule: ngày 01/10/2022}, …}
- {id: C, kind: ongoing, lead: [hoi-an], …}
"""


def offered(workspace: Builder, month: str = "2022-10") -> tuple[str, ...]:
    made = workspace.workspace()
    facts = report_facts(made, made.plans[2022], Period.parse(month))
    return proposals(facts, phrases(facts))


def test_whoever_is_late_or_silent_may_be_urged(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "hoi-an", "- {task: A, status: in-progress}\n")
    assert offered(w) == (
        "Kính đề nghị Ủy ban nhân dân tỉnh chỉ đạo UBND thành phố Hội An, UBND thị xã Điện Bàn khẩn trương"
        " hoàn thành nhiệm vụ “Việc” trước ngày …",
        "Kính đề nghị Ủy ban nhân dân tỉnh yêu cầu các đơn vị chưa gửi báo cáo nêu tại mục I nghiêm túc thực hiện"
        " chế độ báo cáo.",
    )


def test_a_day_that_a_unit_expects_after_its_deadline_may_be_asked_for(w: Builder) -> None:
    w.tasks(TASKS)
    for agency, day in (("hoi-an", "2022-10-31"), ("dien-ban", "2022-09-30")):
        w.report("2022-10", agency, f"- {{task: A, status: in-progress, expected: {day}}}\n")
    asked = [sentence for sentence in offered(w) if "điều chỉnh thời hạn" in sentence]
    assert asked == [
        "Hoặc, nếu chấp thuận điều chỉnh thời hạn: kính đề nghị Ủy ban nhân dân tỉnh xem xét, cho điều chỉnh"
        " thời hạn thực hiện nhiệm vụ “Việc” từ ngày 01/10/2022 đến ngày 31/10/2022 theo dự kiến của"
        " UBND thành phố Hội An."
    ]


def test_what_a_unit_proposed_is_handed_on_once_in_the_report_of_its_month(w: Builder) -> None:
    w.tasks(TASKS).report("2022-09", "hoi-an", "- {task: C, status: done, proposal: Xin thêm máy tính.}\n")
    handed = (
        "Kính đề nghị Ủy ban nhân dân tỉnh xem xét kiến nghị của UBND thành phố Hội An về nhiệm vụ “Việc”:"
        " Xin thêm máy tính."
    )
    assert [handed in offered(w, month) for month in ("2022-09", "2022-10")] == [True, False]


def test_nothing_is_offered_before_anybody_reported(shipped: Loaded) -> None:
    workspace = shipped.workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse("2022-12"))
    assert proposals(facts, phrases(facts)) == ()


@pytest.mark.parametrize("month", ["2022-09", "2022-10"])
def test_what_is_offered_is_not_in_the_report(month: str) -> None:
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    text = run_in(SAMPLE, "report", "--month", month, "--format", "md", "-o", "-").out
    every = proposals(facts, phrases(facts))
    assert every
    assert [sentence for sentence in every if sentence in text] == []


def test_each_sentence_can_be_chosen_alone_so_each_cites_in_full() -> None:
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse("2022-10"))
    every = proposals(facts, phrases(facts))
    assert sum("Báo cáo số 341/BC-UBND ngày 14/10/2022" in sentence for sentence in every) == 2
