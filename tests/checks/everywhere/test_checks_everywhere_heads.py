"""Tests of parplan.checks.everywhere.heads."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import DECISIONS, HEAD, PLAN, REPORT, RESULTS, TASKS, Builder

RESULT = "results:\n  - {index: PAR, year: 2022, place: quang-nam, mark: read, source: x}\n"


@pytest.mark.parametrize(
    ("name", "content", "marked"),
    [
        (REPORT, "plan: 2022\nmonth: 2022-10\nagency: so-tu-phap\n", "2022-10"),
        (REPORT, "plan: 2022\nmonth: 2022-09\nagency: so-noi-vu\n", "so-noi-vu"),
        (DECISIONS, "plan: 2022\nmonth: 2022-10\ndecisions: []\n", "2022-10"),
        ("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-Q3\n", "2022-Q3"),
        (RESULTS, RESULT.replace("2022", "2021"), "2021"),
    ],
)
def test_a_head_that_contradicts_the_file_s_name_is_told_at_the_head(
    w: Builder, name: str, content: str, marked: str
) -> None:
    w.write(name, content).refused(Code.FILE_CONTRADICTS_HEAD, name, marked)


def test_a_plan_s_year_is_that_of_its_name(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("year: 2022", "year: 2023"))
    w.refused(Code.FILE_CONTRADICTS_HEAD, PLAN, "2023")


def test_letters_lie_in_the_file_of_their_plan_s_year(w: Builder) -> None:
    loaded = w.write("data/reminders/2022.yaml", "plan: 2021\nreminders: []\n").load()
    told = {found.code: (found.where.path, found.values) for found in loaded.findings}
    assert told[Code.FILE_CONTRADICTS_HEAD] == (("plan",), {"named": "2022", "said": "2021"})


def test_heads_that_agree_are_silent(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap").decisions("2022-09", " []\n")
    w.write("data/reports/2022-Q3.yaml", "plan: 2022\nperiod: 2022-Q3\n").write(RESULTS, RESULT)
    w.silent()
