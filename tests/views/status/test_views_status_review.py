"""What a unit is shown before the report goes up."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.status.selection import Selection
from parplan.facts.status.status import StatusFacts
from parplan.views.sheet import Sheet
from parplan.views.status.review import reply_day, review_view
from parplan.words import words
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: ngày 05/9/2022}, …}
- {id: B, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 10/9/2022}, …}
- {id: C, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 20/9/2022}, …}
"""


def review(w: Builder, *agencies: str, day: str = "2022-09-18") -> Sheet:
    facts = StatusFacts(w.standings(day=day), Selection(frozenset(agencies)), agencies[:1])
    return review_view(facts, reply_day(facts), words("vi"))


def told(w: Builder) -> Builder:
    return w.tasks(TASKS).report(
        "2022-09",
        "so-tu-phap",
        "- {task: A, status: in-progress}\n- {task: B, status: done, date: 2022-09-08}\n",
        received="2022-09-15",
    )


def test_a_unit_sees_what_is_said_of_it_and_until_when_to_object(w: Builder) -> None:
    made = review(told(w), "so-tu-phap")
    assert made.headline == (
        "Sở Nội vụ gửi Sở Tư pháp danh mục nhiệm vụ theo Kế hoạch, số liệu tính đến ngày 18/9/2022.",
    )
    assert [block.title for block in made.blocks] == [
        "Quá hạn, chưa hoàn thành (01 lượt)",
        "Báo cáo hoàn thành, chưa có tài liệu kiểm chứng (01 lượt)",
        "Sắp đến hạn (01 lượt)",
        "",
    ]
    assert made.blocks[2].lines[0].startswith("1. Việc (thời hạn: trước ngày 20/9/2022): ")
    assert made.blocks[-1].lines == (
        "Đề nghị rà soát, phản hồi về Sở Nội vụ trước ngày 20/9/2022; "
        "quá thời hạn trên xem như thống nhất số liệu.",
    )


def test_a_list_for_several_units_names_each(w: Builder) -> None:
    made = review(told(w), "so-tu-phap", "hoi-an")
    assert made.blocks[0].lines[0].startswith("1. Sở Tư pháp: Việc (")
    (silent,) = (block for block in made.blocks if block.title.startswith("Chưa gửi"))
    assert silent.lines == ("Báo cáo tháng 9/2022: UBND thành phố Hội An.",)


def test_a_unit_with_nothing_open_is_told_so(w: Builder) -> None:
    w.tasks(TASKS)
    made = review(w, "so-noi-vu")
    assert made.blocks[0].lines == ("Không có nhiệm vụ quá hạn, sắp đến hạn hoặc thiếu tài liệu kiểm chứng.",)


@pytest.mark.parametrize(
    ("day", "before"),
    [("2022-09-18", date(2022, 9, 20)), ("2022-09-20", date(2022, 9, 27)), ("2023-02-01", date(2023, 2, 8))],
)
def test_the_answer_is_due_when_the_office_reports_next_if_that_is_near(
    w: Builder, day: str, before: date
) -> None:
    assert reply_day(StatusFacts(w.standings(day=day))) == before
