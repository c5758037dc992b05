"""Tests of parplan.facts.sample."""

from __future__ import annotations

import pytest

from parplan.facts.sample import are_sample_results, is_any_sample, is_sample
from parplan.reading.load import load
from running import SAMPLE
from workspaces import HEAD, TASKS, Builder


def holds(w: Builder) -> bool:
    workspace = w.workspace()
    return is_sample(workspace, workspace.plans[2022])


def test_one_invented_file_makes_everything_a_sample(w: Builder) -> None:
    w.report("2022-09", "hoi-an")
    assert not holds(w)
    w.report("2022-12", "hoi-an", more="sample: true")
    assert holds(w)
    w.remove("data/progress/2022-12/hoi-an.yaml")
    assert not holds(w)
    assert holds(w.tasks(TASKS, "sample: true\n" + HEAD))


def test_results_are_a_sample_in_the_years_of_which_any_was_invented(w: Builder) -> None:
    invented = (SAMPLE.parent / "minh-hoa-2023", (2022, 2023)), (SAMPLE, ())
    for folder, years in invented:
        workspace = load(folder).workspace
        assert tuple(year for year in range(2019, 2025) if are_sample_results(workspace, (year,))) == years
    assert not are_sample_results(w.workspace(), range(2019, 2025))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data/progress/2022-09/hoi-an.yaml", "plan: {}\nmonth: 2022-09\nagency: hoi-an\n"),
        ("data/progress/2022-09/decisions.yaml", "plan: {}\nmonth: 2022-09\ndecisions: []\n"),
        ("data/reports/2022-09.yaml", "plan: {}\nperiod: 2022-09\n"),
        ("data/reminders/2022.yaml", "plan: {}\nreminders: []\n"),
    ],
)
def test_an_invented_file_of_any_kind_counts_for_its_own_plan_alone(w: Builder, name: str, content: str) -> None:
    for plan, is_invented in ((2022, True), (2021, False)):
        workspace = w.write(name, "sample: true\n" + content.format(plan)).load().workspace
        assert is_sample(workspace, workspace.plans[2022]) is is_invented


def test_one_invented_file_is_enough_for_any(w: Builder) -> None:
    assert not is_any_sample(w.workspace())
    assert is_any_sample(w.report("2022-09", "hoi-an", more="sample: true").workspace())


def test_what_an_invented_plan_sets_out_from_is_a_sample_in_each_of_its_years(w: Builder) -> None:
    lines = "".join(
        f"  - {{index: PAR, year: {year}, place: quang-nam, score: 80, mark: read, source: x}}\n"
        for year in (2020, 2021)
    )
    w.tasks(TASKS, f"sample: true\n{HEAD}baseline:\n{lines}")
    assert [are_sample_results(w.workspace(), [year]) for year in (2019, 2020, 2021)] == [False, True, True]
