"""The tables of a report's appendices."""

from __future__ import annotations

import re
from itertools import islice

import pytest

from offices import phrases, small_facts
from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.views.report.appendices import ReportAppendices, _letters
from running import sample
from workspaces import Builder


def facts(month: str = "2022-10") -> ReportFacts:
    workspace = sample().workspace
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def appendices(month: str = "2022-10") -> ReportAppendices:
    made = facts(month)
    return ReportAppendices(made, phrases(made))


def test_units_stand_in_the_registers_order_under_their_kind_and_add_up() -> None:
    rows = appendices().units().rows
    register = sample().workspace.agencies
    names = [agency.name for kind in register.kinds for agency in register.agencies if agency.kind == kind.id]
    listed = [row.cells[1] for row in rows if row.kind == "row"]
    assert listed == [name for name in names if name in listed]
    assert len(listed) == 40
    assert [row.cells[0] for row in rows if row.kind == "block"] == [
        "A. Sở, ban, ngành",
        "B. UBND cấp huyện",
        "C. Cơ quan báo chí",
    ]
    for column in range(2, 9):
        (total,) = (int(row.cells[column] or 0) for row in rows if row.kind == "total")
        assert sum(int(row.cells[column] or 0) for row in rows if row.kind == "row") == total


def test_the_office_that_reports_is_not_asked_to_report_to_itself() -> None:
    (own,) = (row for row in appendices().units().rows if "Sở Nội vụ" in row.cells)
    assert "Cơ quan tổng hợp" in own.cells


def test_every_row_of_what_is_overdue_names_its_duty_and_the_numbers_count_assignments() -> None:
    rows = appendices("2022-12").overdue().rows
    numbers = [re.findall(r"\d+", row.cells[0] or "") for row in rows]
    counted = [n for ends in numbers for n in range(int(ends[0]), int(ends[-1]) + 1)]
    assert counted == list(range(1, len(facts("2022-12").overdue) + 1))
    assert all(row.cells[1] for row in rows)


def test_units_of_which_nothing_else_is_to_be_told_stand_in_one_row_of_no_more_than_twelve() -> None:
    rows = appendices("2022-12").overdue().rows
    alike = [row.cells[1:2] + row.cells[3:] for row in rows]
    for told in set(alike):
        units = [
            (row.cells[2] or "").count("UBND huyện") for row, one in zip(rows, alike, strict=True) if one == told
        ]
        assert max(units) <= 12
    assert len(rows) < len(facts("2022-12").overdue) / 3


def test_a_unit_that_said_something_has_a_row_of_its_own() -> None:
    rows = appendices().overdue().rows
    (own,) = (row for row in rows if "UBND huyện Nông Sơn" in (row.cells[2] or ""))
    assert own.cells[2] == "UBND huyện Nông Sơn"
    assert (own.cells[6] or "").startswith("Chưa công khai được số liệu")


def test_what_falls_due_by_the_next_month_s_end_is_listed_once_for_all_who_owe_it() -> None:
    rows = appendices().due_next().rows
    assert [row.cells[3] for row in rows] == [
        "15/10/2022 (đã điều chỉnh)",
        "31/10/2022",
        "30/11/2022",
        "30/11/2022",
    ]
    assert (rows[-2].cells[2] or "").startswith("38 đơn vị")


def test_blocks_of_units_have_letters_however_many_kinds_there_are() -> None:
    letters = list(islice(_letters(), 28))
    assert (letters[0], letters[25:]) == ("A", ["Z", "AA", "AB"])


def sent_of(period: str) -> dict[str, str]:
    """What the last column says of each unit."""
    workspace = sample().workspace
    facts = report_facts(workspace, workspace.plans[2022], Period.parse(period))
    made = ReportAppendices(facts, phrases(facts))
    return {row.cells[1] or "": row.cells[-1] or "" for row in made.units().rows if row.kind == "row"}


def test_a_report_that_nobody_owed_is_counted_for_none_of_several_months() -> None:
    sent = sent_of("2022-H2")
    assert {text.partition("/")[2] for text in sent.values() if "/" in text} == {"04"}
    # one for August, in which the plan began, and two of the four that were owed
    assert sent["Sở Tư pháp"] == "02/04"


def test_who_has_sent_no_report_of_several_months_is_said_so_in_words() -> None:
    sent = sent_of("2022-Q4")
    assert "Chưa gửi" in sent.values()
    assert not any(text.startswith("00") for text in sent.values())


def test_what_is_counted_of_several_months_is_told_under_the_table() -> None:
    workspace = sample().workspace
    for period, is_told in (("2022-H2", True), ("2022-10", False)):
        facts = report_facts(workspace, workspace.plans[2022], Period.parse(period))
        made = ReportAppendices(facts, phrases(facts))
        assert ("số tháng phải gửi" in made.units().note) is is_told


def of_small(w: Builder, period: str) -> ReportAppendices:
    made = small_facts(w, period)
    return ReportAppendices(made, phrases(made))


@pytest.mark.parametrize(
    ("period", "sent"),
    [
        ("2022-09", ["Đúng hạn", "Chưa gửi", "Chưa gửi", "Chưa gửi"]),
        ("2022-10", ["Chưa gửi", "Chưa gửi", "Chậm", "Chưa gửi"]),
        ("2022-Q4", ["Chưa gửi", "Chưa gửi", "01/03", "Chưa gửi"]),
    ],
)
def test_of_a_month_it_is_told_whether_a_unit_reported_and_of_longer_periods_how_often(
    w: Builder, period: str, sent: list[str]
) -> None:
    assert [row.cells[-1] for row in of_small(w, period).units().rows if row.kind == "row"] == sent


def test_what_falls_due_next_is_numbered_from_one_and_names_one_unit_or_counts_several(w: Builder) -> None:
    assert [row.cells[:4] for row in of_small(w, "2022-Q4").due_next().rows] == [
        ("1", "Việc", "UBND thành phố Hội An", "ngày 25/12/2022"),
        ("2", "Việc (tháng 12/2022)", "02 đơn vị (UBND cấp huyện)", "31/12/2022"),
        ("3", "Việc (quý IV/2022)", "Sở Tài chính", "31/12/2022"),
    ]


def test_a_report_whose_day_nobody_wrote_down_is_called_neither_in_time_nor_late(w: Builder) -> None:
    before = small_facts(w, "2022-09")
    unit = before.register.in_time[0]
    path = f"data/progress/2022-09/{unit}.yaml"
    w.write(path, "".join(line for line in w.text(path).splitlines(True) if not line.startswith("received")))
    workspace = w.workspace()
    made = report_facts(workspace, workspace.plans[2022], Period.parse("2022-09"))
    rows = [row.cells for row in ReportAppendices(made, phrases(made)).units().rows if row.kind == "row"]
    assert rows[0][-1] == "Chưa rõ ngày gửi"
