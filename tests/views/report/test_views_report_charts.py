"""Which charts a report has, and that each holds what the facts say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from offices import office
from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded, load
from parplan.views.chart import Chart
from parplan.views.report.charts import ReportCharts
from parplan.views.report.report import report_view
from parplan.words import words
from running import OTHER, sample
from workspaces import Builder


def facts(workspace: Workspace, period: str) -> ReportFacts:
    return report_facts(workspace, workspace.plans[2022], Period.parse(period))


def drawn(period: str) -> tuple[Chart, ...]:
    made = facts(sample().workspace, period)
    return tuple(ReportCharts(made, office(made)).charts().values())


def test_every_unit_stands_in_the_order_of_the_first_appendix_with_all_it_owes() -> None:
    units, *_ = drawn("2022-Q4")
    assert (len(units.categories), units.categories[0], units.categories[-1]) == (
        40,
        "VP UBND tỉnh",
        "Đài PT-TH tỉnh",
    )
    total = facts(sample().workspace, "2022-Q4").counts.total
    assert [sum(value or 0 for value in series.values) for series in units.series] == [
        total.done,
        total.open,
        total.all_overdue,
    ]


def test_months_run_from_the_plan_s_first_to_the_report_s_last() -> None:
    _, months, *_ = drawn("2022-Q4")
    assert months.categories[0] == "tháng 8/2022"
    assert months.categories[-1] == "tháng 12/2022"
    assert {series.name: series.values[2] for series in months.series} == {
        "Đến hạn": 37,
        "Hoàn thành trong số đến hạn": 30,
        "Quá hạn chưa hoàn thành": 7,
    }


def test_the_indexes_are_drawn_up_to_the_newest_year_that_was_out() -> None:
    indexes = drawn("2022-Q4")[-1]
    assert indexes.categories[-1] == "2021"
    assert {series.name: series.values[-1] for series in indexes.series} == {
        "Par Index": Decimal("86.57"),
        "Sipas": Decimal("84.24"),
    }
    assert "Năm 2021: Par Index 86,57, Sipas 84,24." in indexes.description


def test_every_figure_is_written_out_beside_its_category() -> None:
    for chart in drawn("2022"):
        rows = [row.cells for row in chart.table.rows]
        assert [row[0] for row in rows] == list(chart.categories)
        assert all(len(row) == len(chart.series) + 1 for row in rows)


@pytest.mark.parametrize(("period", "asked", "is_there"), [("2022-10", False, False), ("2022-10", True, True)])
def test_a_month_has_charts_on_request(period: str, asked: bool, is_there: bool) -> None:
    view = report_view(facts(sample().workspace, period), words("vi"), with_charts=asked)
    assert ("charts" in view.page.appendices) is is_there


@pytest.mark.parametrize("period", ["2022-Q3", "2022-H2", "2022"])
def test_a_longer_report_has_them_always_at_its_end(period: str) -> None:
    appendices = report_view(facts(sample().workspace, period), words("vi")).page.appendices
    assert list(appendices)[-1] == "charts"
    assert not appendices["charts"].landscape


def test_each_can_be_placed_by_name_in_a_template_that_knows_which_there_are() -> None:
    view = report_view(facts(sample().workspace, "2022-Q4"), words("vi"))
    assert {name: chart.caption for name, chart in view.page.charts.items()} == view.values["charts"]
    assert list(view.values["charts"]) == ["units", "months", "indexes"]
    assert tuple(view.page.charts.values()) == view.page.appendices["charts"].parts


def test_before_anybody_reported_only_the_indexes_are_drawn(shipped: Loaded) -> None:
    made = facts(shipped.workspace, "2022-Q3")
    (chart,) = ReportCharts(made, office(made)).charts().values()
    assert chart.caption.startswith("Biểu đồ 1. Chỉ số Par Index")


def test_ranks_without_scores_draw_no_line(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    result = "{index: PAR, year: 2022, place: quang-nam, rank: 3, published: 2022-09-01, mark: read, source: x}"
    w.write("data/results/2022.yaml", f"results:\n- {result}\n")
    made = facts(w.workspace(), "2022-Q4")
    assert len(made.known_results) == 1
    assert ReportCharts(made, office(made)).charts() == {}


def test_a_chart_of_zeros_is_left_out_and_the_others_are_numbered_without_it() -> None:
    units, indexes = drawn("2022-Q3")
    assert units.caption.startswith("Biểu đồ 1. Kết quả thực hiện theo đơn vị")
    assert indexes.caption.startswith("Biểu đồ 2. Chỉ số")


def test_what_is_summed_up_from_month_to_month_says_so() -> None:
    months = drawn("2022-Q4")[1]
    assert "lũy kế" in months.caption
    assert "lũy kế" in months.description


def test_more_than_fifty_units_are_drawn_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parplan.views.report.charts._MOST_BARS", 15)
    made = facts(sample().workspace, "2022-Q4")
    charts = ReportCharts(made, office(made)).charts()
    assert list(charts) == ["units", "units-2", "units-3", "months", "indexes"]
    assert "theo đơn vị, phần 2/3 (" in charts["units-2"].caption
    assert [len(charts[name].categories) for name in ("units", "units-2", "units-3")] == [13, 13, 14]


def test_an_index_of_one_year_alone_draws_no_line() -> None:
    workspace = load(OTHER).workspace
    made = report_facts(workspace, workspace.plans[2023], Period.parse("2023-H2"))
    assert len({result.year for result in made.known_results}) == 1
    assert "indexes" not in ReportCharts(made, office(made)).charts()
