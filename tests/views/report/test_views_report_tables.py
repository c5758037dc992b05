"""The tables in a report's text."""

from __future__ import annotations

from offices import phrases
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.report.tables import ReportTables
from parplan.views.table import Table
from running import sample


def tables(workspace: Workspace, month: str = "2022-10") -> ReportTables:
    made = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    return ReportTables(made, phrases(made))


def figures(table: Table, row: int) -> list[int]:
    return [int(cell) for cell in table.rows[row].cells[1:9] if cell is not None]


def test_the_total_is_the_sum_of_what_groups_and_single_units_owe() -> None:
    table = tables(sample().workspace).overall()
    common, single, total = (figures(table, row) for row in range(3))
    assert [one + other for one, other in zip(common, single, strict=True)] == total
    assert table.rows[2].kind == "total"


def test_the_columns_of_a_row_add_up_as_their_heads_say() -> None:
    table = tables(sample().workspace).overall()
    for row in range(4):
        all_, _, done, in_time, late, open_, ahead, overdue = figures(table, row)
        assert (done + open_, in_time + late, ahead + overdue) == (all_, done, open_)


def test_a_month_before_without_reports_has_no_row(shipped: Loaded) -> None:
    assert len(tables(shipped.workspace, "2022-09").overall().rows) == 3


def test_before_anybody_reported_nobody_knows_what_became_of_it(shipped: Loaded) -> None:
    table = tables(shipped.workspace, "2022-12").overall()
    assert [row.cells[1:] for row in table.rows] == [
        ("418", "114", *"…" * 7),
        ("13", "3", *"…" * 7),
        ("431", "117", *"…" * 7),
    ]
    assert table.note.endswith("(…): chưa có số liệu.")


def test_a_target_whose_year_of_comparison_is_unknown_is_not_called_missed() -> None:
    rows = tables(sample().workspace).targets().rows
    verdicts = {row.cells[3]: row.cells[6] for row in rows}
    assert verdicts["nhiều hơn năm 2021"] == "Chưa có số liệu so sánh"
    assert verdicts["từ 80% trở lên"] == "Đạt"


def test_an_unknown_score_is_three_dots(shipped: Loaded) -> None:
    par, sipas = tables(shipped.workspace, "2022-09").indexes().rows
    assert par.cells[2:8] == ("…", "86,57", "…", "42/63", "33/63", "tăng 09 bậc")
    assert sipas.cells[2:8] == ("80,60", "84,24", "tăng 3,64", "53/63", "57/63", "giảm 04 bậc")
