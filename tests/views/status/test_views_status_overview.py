"""The status view in small: who is named, in which order, and when nobody is."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.standing import Standings, State
from parplan.facts.status.selection import Selection
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import month_so_far
from parplan.views.sheet import Sheet
from parplan.views.status.overview import status_view
from parplan.words import words
from workspaces import HEAD, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: once, lead: [cac-huyen], deadline: {rule: ngày 15/9/2022}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
"""
DONE = "- {task: A, status: done, date: 2022-09-05, evidence: [{type: link, link: x}]}\n"


def view(w: Builder, day: str, agency: str | None = None, *, only_overdue: bool = False) -> Sheet:
    selection = Selection(frozenset({agency}) if agency else None, overdue=only_overdue)
    facts = StatusFacts(w.standings(day=day), selection, (agency,) if agency else ())
    return status_view(facts, words("vi"))


def block(made: Sheet, title: str) -> list[tuple[str | None, ...]]:
    (found,) = (one for one in made.blocks if one.title == title)
    return [row.cells for row in found.table.rows] if found.table else []


def test_nobody_is_accused_before_anybody_was_heard(w: Builder) -> None:
    made = view(w.tasks(TASKS), "2022-12-31")
    assert [one.title for one in made.blocks] == ["CÁC MỐC CỦA KẾ HOẠCH"]
    assert made.headline[0].startswith("Chưa có kết quả nào được ghi nhận")


def test_what_single_units_owe_comes_before_what_groups_owe(w: Builder) -> None:
    w.tasks(TASKS).report("2022-10", "so-tu-phap", received="2022-10-01")
    rows = block(view(w, "2022-10-05"), "QUÁ HẠN")
    assert [row[0] for row in rows] == [
        "Nhiệm vụ giao riêng",
        "Sở Tư pháp",
        "Nhiệm vụ giao chung",
        "UBND thành phố Hội An, UBND thị xã Điện Bàn",
    ]
    assert [row[3] for row in rows if len(row) > 1] == ["5", "20"]


def test_a_group_says_how_many_of_all_are_done(w: Builder) -> None:
    w.tasks(TASKS).report(
        "2022-09", "hoi-an", "- {task: B, status: done, date: 2022-09-10}\n", received="2022-09-14"
    )
    w.change("data/agencies.yaml", "kinds: [huyen]}", "kinds: [huyen, so]}")
    rows = block(view(w, "2022-09-20"), "QUÁ HẠN")
    assert "01/05 đơn vị hoàn thành" in (rows[-1][4] or "")


def test_where_nothing_is_overdue_it_is_said_in_words(w: Builder) -> None:
    w.tasks(TASKS.split("- {id: B", 1)[0]).report("2022-09", "so-tu-phap", DONE, received="2022-09-14")
    made = view(w, "2022-10-05")
    assert made.headline[0].startswith("Tính đến ngày 05/10/2022: không có nhiệm vụ quá hạn; ")
    (overdue,) = (one for one in made.blocks if one.title == "QUÁ HẠN")
    assert overdue.table is not None
    assert overdue.table.empty == "Không có nhiệm vụ quá hạn."


def test_a_day_after_the_plan_is_said_to_be_so(w: Builder) -> None:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", DONE, received="2022-09-14")
    assert "Kế hoạch kết thúc ngày 31/12/2022." in view(w, "2023-01-05").headline


def test_a_day_before_the_plan_is_said_to_be_so(w: Builder) -> None:
    assert "Kế hoạch bắt đầu từ tháng 8/2022." in view(w.tasks(TASKS), "2022-07-01").headline


def test_a_unit_that_did_not_report_is_named_once_its_report_is_late(w: Builder) -> None:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", DONE, received="2022-09-14")
    titles = [one.title for one in view(w, "2022-09-17").blocks]
    assert "CHƯA BÁO CÁO" not in titles  # for August, in which the plan began, nobody owed a report
    lines = next(one.lines for one in view(w, "2022-09-18").blocks if one.title == "CHƯA BÁO CÁO")
    assert lines == ("Chưa gửi báo cáo tháng 9/2022: UBND thành phố Hội An, UBND thị xã Điện Bàn.",)


def test_the_difficulty_of_a_duty_without_a_day_is_told_too(w: Builder) -> None:
    update = "- {task: C, status: in-progress, difficulty: Thiếu người.}\n"
    w.tasks(TASKS).report("2022-09", "so-tu-phap", update, received="2022-09-14")
    assert block(view(w, "2022-09-20"), "KHÓ KHĂN, VƯỚNG MẮC") == [("Sở Tư pháp", "Việc", "Thiếu người")]


def head(
    w: Builder, selection: Selection, due_within: int | None = None, day: str = "2022-10-20"
) -> tuple[str, ...]:
    facts = StatusFacts(w.standings(day=day), selection, due_within=due_within)
    return status_view(facts, words("vi")).headline


@pytest.fixture
def heard(w: Builder) -> Builder:
    """Hội An has done its part of B, Sở Tư pháp has said something of C; A and Điện Bàn's B are overdue."""
    w.tasks(TASKS).report(
        "2022-08", "hoi-an", "- {task: B, status: done, date: 2022-08-12}\n", received="2022-08-14"
    )
    return w.report("2022-10", "so-tu-phap", "- {task: C, status: done}\n", received="2022-10-14")


def test_a_month_s_sheet_says_from_which_day_to_which_it_counts_and_who_was_silent(heard: Builder) -> None:
    made = status_view(StatusFacts(heard.standings(month="2022-10")), words("vi"))
    assert made.headline == (
        "Báo cáo tháng 10/2022 (số liệu từ ngày 15/9/2022 đến ngày 14/10/2022): "
        "02 lượt nhiệm vụ quá hạn tại 02 đơn vị; không có lượt nào đến hạn trong 07 ngày tới; "
        "02 đơn vị chưa báo cáo tháng 10/2022.",
    )


def test_what_is_new_since_the_month_before_is_counted_and_named(heard: Builder) -> None:
    made = status_view(StatusFacts(heard.standings(month="2022-10")), words("vi"))
    (lines,) = (one.lines for one in made.blocks if one.title.startswith("THAY ĐỔI"))
    assert lines == ("Quá hạn phát sinh mới: 02 lượt.", "  - Việc: Sở Tư pháp", "  - Việc: UBND thị xã Điện Bàn")


def test_where_nobody_has_reported_for_a_month_they_are_told_as_one(heard: Builder) -> None:
    made = status_view(StatusFacts(heard.standings(day="2022-09-20")), words("vi"))
    assert next(one.lines for one in made.blocks if one.title == "CHƯA BÁO CÁO") == (
        "Toàn bộ 03 đơn vị chưa gửi báo cáo tháng 9/2022.",
    )


def test_where_more_was_asked_for_the_sentence_says_how_much_was_found(heard: Builder) -> None:
    assert head(heard, Selection(text="viec"), due_within=30) == (
        "Tính đến ngày 20/10/2022: 03 lượt nhiệm vụ phù hợp tại 03 đơn vị, trong đó 02 lượt quá hạn; "
        "không có lượt nào đến hạn trong 30 ngày tới; 01 lượt thực hiện thường xuyên, không có thời hạn.",
        "Tìm: “viec”",
    )
    overdue = Selection(states=frozenset({State.OVERDUE, State.OVERDUE_UNREPORTED}))
    assert head(heard, overdue) == (
        "Tính đến ngày 20/10/2022: 02 lượt nhiệm vụ phù hợp tại 02 đơn vị.",
        "Tình trạng: Chưa hoàn thành - quá hạn; Quá hạn, chưa có báo cáo kết quả",
    )


def test_what_is_overdue_of_one_task_is_told_as_overdue(heard: Builder) -> None:
    assert head(heard, Selection(tasks=frozenset({"B"}), overdue=True)) == (
        "Tính đến ngày 20/10/2022: 01 lượt nhiệm vụ quá hạn tại 01 đơn vị.",
        "Nhiệm vụ: B Việc",
        "Chỉ nêu lượt quá hạn",
    )
    assert head(heard, Selection(tasks=frozenset({"X"}))) == (
        "Tính đến ngày 20/10/2022: không có nhiệm vụ nào phù hợp.",
    )


def test_before_anybody_reported_the_plan_s_own_figures_are_told(w: Builder) -> None:
    assert view(w.tasks(TASKS), "2022-10-05").headline[1] == (
        "Tính đến ngày 05/10/2022: Kế hoạch có 03 lượt nhiệm vụ có thời hạn hoặc định kỳ, giao 03 đơn vị; "
        "03 lượt có thời hạn trước ngày này."
    )


def test_a_month_that_is_not_closed_says_so_and_calls_nothing_late_and_nobody_silent(w: Builder) -> None:
    head_ = HEAD.replace("archive: VT", "archive: VT\n    task: M")
    w.tasks(
        "- {id: A, kind: once, lead: [so-tu-phap, hoi-an], deadline: {rule: ngày 29/11/2022}, …}\n"
        "- {id: M, kind: periodic, lead: [so-noi-vu], deadline: {rule: hằng tháng}, …}\n",
        head_,
    ).report("2022-11", "so-tu-phap", received="2022-11-16")
    workspace = w.workspace()
    plan = workspace.plans[2022]
    view_ = month_so_far(plan.plan, Period.parse("2022-12"), date(2022, 11, 29))
    facts = StatusFacts(Standings(workspace, plan, view_))
    (first, *_) = status_view(facts, words("vi")).headline
    assert first.startswith(
        "Báo cáo tháng 12/2022, chưa chốt số liệu (chốt ngày 14/12/2022), tính đến ngày 29/11/2022"
    )
    assert first.endswith("chưa đến hạn gửi báo cáo tháng 12/2022.")
    assert (facts.silent, facts.unit_reports) == ((), ())
    states = {(s.assignment.task.id, str(s.assignment.period)): s.state for s in facts.shown}
    assert states["A", "None"] is State.OPEN
    assert states["M", "2022-12"] is State.OPEN
