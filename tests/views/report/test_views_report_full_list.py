"""The whole list beside a month's report: every assignment once, as the month closes."""

from __future__ import annotations

from datetime import date

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.listing import Listing
from parplan.views.report.full_list import report_list
from parplan.words import words
from running import sample
from workspaces import Builder

CODE, UNIT, DUE, STATE, LATE, LEFT, SAID = 0, 3, 7, 8, 9, 10, 12

TASKS = """\
- {id: A, kind: ongoing, lead: [so-tu-phap], …}
- {id: B, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 30/9/2022}, …}
"""


def facts(workspace: Workspace, month: str = "2022-10") -> ReportFacts:
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def listed(workspace: Workspace, month: str = "2022-10") -> Listing:
    return report_list(facts(workspace, month), words("vi"))


def test_every_assignment_has_a_row_and_duties_without_a_day_have_theirs() -> None:
    told = facts(sample().workspace)
    assert len(listed(sample().workspace).rows) == told.counts.total.total + len(told.standing_duties)


def test_rows_stand_in_the_order_of_the_plan(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", "- {task: B, status: in-progress}", received="2022-10-14")
    assert [row[CODE] for row in listed(w.workspace()).rows] == ["A", "B"]


def test_a_day_is_a_day_and_a_figure_a_figure(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", "- {task: B, status: in-progress, date: 2022-10-05}")
    ongoing, once = listed(w.workspace()).rows
    assert (once[DUE], once[LATE], once[LEFT], once[SAID]) == (date(2022, 9, 29), 14, "", date(2022, 10, 5))
    assert (ongoing[DUE], ongoing[LATE], ongoing[LEFT], ongoing[SAID]) == ("", "", "", "")


def test_figures_are_those_of_the_report() -> None:
    told, rows = facts(sample().workspace), listed(sample().workspace).rows
    overdue = {words("vi")(f"state.{state}.long") for state in ("overdue", "overdue-unreported")}
    overdue |= {words("vi")("state.overdue-unreported-since.name")}
    late = [row for row in rows if row[STATE] in overdue]
    assert len(late) == told.counts.total.all_overdue
    assert sum(int(str(row[LATE])) for row in late) == sum(s.days_late for s in told.overdue)


def test_it_says_of_which_report_it_is_and_what_must_be_known_first(shipped: Loaded) -> None:
    made = listed(sample().workspace)
    assert made.reference == "(Số liệu của Báo cáo tháng 10 năm 2022, tính đến ngày 14/10/2022)"
    assert (made.notices, made.watermark) == ((made.watermark,), "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO")
    alone = listed(shipped.workspace, "2022-09")
    assert (alone.notices, alone.watermark) == ((words("vi")("status.no-data"),), "")
    assert {row[STATE] for row in alone.rows} == {""}


def test_it_is_dated_by_the_data() -> None:
    assert listed(sample().workspace).properties.day == date(2022, 10, 14)


def test_a_unit_s_list_says_whose_report_it_goes_with() -> None:
    made = report_list(facts(sample().workspace), words("vi"), "so-tu-phap")
    assert made.reference == "(Số liệu của Báo cáo tháng 10 năm 2022 của Sở Tư pháp, tính đến ngày 14/10/2022)"
    assert made.properties.author == "Sở Tư pháp"
    assert {row[UNIT] for row in made.rows} == {"Sở Tư pháp"}
