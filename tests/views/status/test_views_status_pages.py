"""One name for each way of looking at a status."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.breakdown import By
from parplan.facts.standing import Standings
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import Viewpoint
from parplan.views.status.pages import Counted, sheet_of, table_of
from parplan.words import words
from running import sample

VI = words("vi")


@pytest.fixture(scope="module")
def facts() -> StatusFacts:
    workspace = sample().workspace
    return StatusFacts(Standings(workspace, workspace.plans[2022], Viewpoint(date(2022, 10, 20))))


TITLES = {
    Counted.AGENCY: "THEO CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG",
    Counted.SECTION: "THEO MỤC CỦA KẾ HOẠCH",
    Counted.CRITERION: "THEO TIÊU CHÍ",
    Counted.TASK: "THEO NHIỆM VỤ",
    Counted.STATE: "THEO TÌNH TRẠNG",
    Counted.MONTH: "TỪNG ĐƠN VỊ, TỪNG THÁNG",
}


@pytest.mark.parametrize("by", list(Counted))
def test_what_was_asked_for_is_shown_and_put_into_the_spreadsheet(facts: StatusFacts, by: Counted) -> None:
    (block,) = sheet_of(facts, VI, by=by, silent=False, reply_by=None, wide=False).blocks
    table = table_of(facts, VI, by=by, silent=False)
    assert block.title == TITLES[by]
    assert block.table is not None
    if by is Counted.MONTH:  # a spreadsheet gets each figure in a column of its own
        assert [row.cells[0] for row in block.table.rows] == [row.cells[0] for row in table.rows]
    else:
        assert block.table.rows == table.rows
    assert table.note.startswith("SỐ LIỆU MINH HỌA")


def test_who_reported_is_a_sheet_of_its_own(facts: StatusFacts) -> None:
    (block,) = sheet_of(facts, VI, by=None, silent=True, reply_by=None, wide=False).blocks
    assert block.title == "VIỆC GỬI BÁO CÁO THÁNG 10/2022"
    assert block.lines == ("34/39 đơn vị đã gửi báo cáo, 03 đơn vị gửi chậm; 05 đơn vị chưa gửi.",)


def test_every_way_of_counting_has_a_way_in_facts() -> None:
    assert {by.value for by in By} | {"month"} == {by.value for by in Counted}
