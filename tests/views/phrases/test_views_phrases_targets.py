"""Tests of parplan.views.phrases.targets."""

from __future__ import annotations

import pytest

from parplan.calendar.period import Period
from parplan.facts.standing import Standings
from parplan.facts.target import Reached, targets
from parplan.facts.viewpoint import end_of_month_report
from parplan.model.plan import PlanFile
from parplan.views.phrases.phrases import Phrases
from parplan.views.phrases.targets import TargetWords
from parplan.words import words
from running import sample
from workspaces import Builder


def october() -> Standings:
    workspace = sample().workspace
    plan = workspace.plans[2022]
    return Standings(workspace, plan, end_of_month_report(plan.plan, Period.parse("2022-10")))


@pytest.fixture
def said() -> TargetWords:
    seen = october()
    return TargetWords(Phrases(words("vi"), seen.workspace, seen.plan.plan))


def of_three(w: Builder, threshold: str = "at_least: 80", **figures: str) -> tuple[TargetWords, Reached]:
    """A target that three offices owe, and what they gave; how it is worded."""
    target = f"{{id: ty-le, measure: Tỷ lệ, unit: '%', {threshold}}}"
    w.tasks(f"- {{id: C, kind: ongoing, lead: [cac-so], targets: [{target}], …}}\n")
    for agency, figure in figures.items():
        name = agency.replace("_", "-")
        w.report("2022-09", name, f"- {{task: C, status: in-progress, values: {{ty-le: {figure}}}}}\n")
    seen = w.standings("2022-12-31")
    (reached,) = targets(seen)
    return TargetWords(Phrases(words("vi"), seen.workspace, seen.plan.plan)), reached


@pytest.mark.parametrize(
    ("target", "aim", "measured"),
    [
        ("III.5.1a", "100%", "47/50 (94,0%)"),
        ("III.5.1c", "từ 80% trở lên", "85/100 (85,0%)"),
        ("III.5.2a", "nhiều hơn năm 2021", "21 đơn vị"),
    ],
)
def test_aims_and_figures_are_said_as_one_says_them(
    said: TargetWords, target: str, aim: str, measured: str
) -> None:
    reached = next(one for one in targets(october()) if one.task.id == target)
    assert (said.aim(reached.target), said.measured(reached)) == (aim, measured)


def test_nothing_measured_is_nothing_said(said: TargetWords) -> None:
    assert said.measured(None) is None


def test_a_target_reached_by_those_who_gave_figures_says_how_many_they_are(w: Builder) -> None:
    some, reached = of_three(w, so_tu_phap="{done: 9, of: 10}", so_noi_vu="{done: 9, of: 10}")
    assert some.verdict(reached) == "Đạt (02/03 đơn vị có số liệu)"


def test_a_target_reached_by_all_says_no_more(w: Builder) -> None:
    full = "{done: 9, of: 10}"
    every, reached = of_three(w, so_tu_phap=full, so_noi_vu=full, so_tai_chinh=full)
    assert every.verdict(reached) == "Đạt"
    assert list(every.notes([reached])) == []


def test_who_falls_short_in_a_sum_that_does_not_is_named(w: Builder) -> None:
    every, reached = of_three(w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="{done: 98, of: 100}")
    assert every.verdict(reached).startswith("Đạt")
    assert list(every.notes([reached])) == ["Chỉ tiêu 1: chưa đạt tại Sở Tư pháp."]


def test_a_bare_figure_beside_a_sum_is_told_to_be_outside_it(w: Builder) -> None:
    every, reached = of_three(w, so_tu_phap="{done: 9, of: 10}", so_noi_vu="97")
    assert every.units(reached) == "01/03 đơn vị"
    (note,) = every.notes([reached])
    assert note == "Chỉ tiêu 1: số liệu của Sở Nội vụ không có tổng số nên không cộng vào."


def test_a_figure_without_the_years_to_compare_with_says_that_it_lacks(w: Builder) -> None:
    every, reached = of_three(w, "more_than: {year: 2021}", so_tu_phap="{done: 9, of: 10}")
    assert every.verdict(reached) == "Chưa có số liệu so sánh"


def test_an_updates_figures_are_said_as_given(w: Builder) -> None:
    rate, classes = (
        "{id: a, measure: Tỷ lệ, unit: '%', at_least: 80}",
        "{id: b, measure: Số lớp, unit: lớp, at_least: 3}",
    )
    w.tasks(f"- {{id: C, kind: ongoing, lead: [so-tu-phap], targets: [{rate}, {classes}], …}}\n")
    w.report("2022-09", "so-tu-phap", "- {task: C, status: in-progress, values: {a: {done: 0, of: 0}, b: 4}}\n")
    seen = w.standings("2022-12-31")
    plan: PlanFile = seen.plan
    (word,) = seen.words["C", "so-tu-phap", None]
    every = TargetWords(Phrases(words("vi"), seen.workspace, plan.plan))
    assert every.figures(word.update, plan.tasks[0]) == "Tỷ lệ: 0/0; Số lớp: 4 lớp"
    assert every.figures(None, plan.tasks[0]) == ""
