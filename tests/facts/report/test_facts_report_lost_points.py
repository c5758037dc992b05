"""Lost points in a report: of each index the newest result that was out by then, and the tasks as they stood."""

from __future__ import annotations

from datetime import date

from parplan.calendar.period import Period
from parplan.facts.report.lost_points import LostPoints
from parplan.facts.report.report import report_facts
from parplan.reading.load import load
from running import POINTS
from workspaces import HEAD, RESULTS, Builder

EXAMPLE = load(POINTS).workspace

TASKS = "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, criteria: [LINK], …}"
LINK = "{ref: PAR/876/cong-bo, by: officer}"
RESULT = (
    "  - {{index: PAR, year: {year}, place: quang-nam, {told}, published: {day}, mark: read, source: nguồn}}\n"
)


def lost(w: Builder, month: str) -> LostPoints:
    workspace = w.workspace()
    return report_facts(workspace, workspace.plans[2022], Period.parse(month)).lost_points


def told(found: LostPoints) -> tuple[list[tuple[str, int]], list[str]]:
    return [(gap.index.id, gap.result.year) for gap in found.gaps], [index.id for index in found.without]


def test_a_result_counts_from_the_day_on_which_it_came_out(w: Builder) -> None:
    w.tasks(TASKS.replace("LINK", LINK))
    w.write(RESULTS, "results:\n" + RESULT.format(year=2022, told="score: 80", day="2022-11-02"))
    w.write("data/results/2021.yaml", "results:\n" + RESULT.format(year=2021, told="score: 70", day="2022-04-01"))
    assert told(lost(w, "2022-10")) == ([("PAR", 2021)], [])
    assert told(lost(w, "2022-11")) == ([("PAR", 2022)], [])


def test_an_index_that_the_plan_serves_and_nobody_measured_is_without_figures(w: Builder) -> None:
    w.tasks(TASKS.replace("LINK", LINK))
    assert told(lost(w, "2022-10")) == ([], ["PAR"])


def test_a_rank_alone_tells_of_no_points(w: Builder) -> None:
    w.tasks(TASKS.replace("LINK", LINK))
    w.write(RESULTS, "results:\n" + RESULT.format(year=2022, told="rank: 8", day="2022-09-01"))
    assert told(lost(w, "2022-10")) == ([], ["PAR"])


def test_an_index_that_the_plan_is_not_about_is_not_told(w: Builder) -> None:
    w.tasks(TASKS.replace(", criteria: [LINK]", ""), HEAD)
    assert told(lost(w, "2022-10")) == ([], [])


def test_tasks_stand_as_at_the_close_and_a_later_result_changes_no_report() -> None:
    def late(month: str) -> set[str]:
        made = report_facts(EXAMPLE, EXAMPLE.plans[2024], Period.parse(month), date(2025, 3, 1)).lost_points
        (gap,) = made.gaps
        assert gap.result.year == 2023  # what the province says of itself in 2024 is no result
        return {one.task.id for loss in gap.losses for one in loss.tasks if one.is_late}

    assert late("2024-05") == {"II.3c"}
    assert late("2024-09") == {"II.1c", "II.3c", "II.6a", "II.7c"}
