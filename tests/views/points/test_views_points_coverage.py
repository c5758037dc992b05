"""Tests of parplan.views.points.coverage: each link once, a criterion's name once, long lists cut short."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.serving.coverage import CoverageFacts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import Loaded, load
from parplan.views.page import Properties
from parplan.views.points.coverage import MOST_NAMED, coverage_list, coverage_sheet
from parplan.views.table import Table
from parplan.words import words
from workspaces import REPOSITORY

VI = words("vi")


def facts(loaded: Loaded, year: int) -> CoverageFacts:
    day = Viewpoint(date(year, 11, 10))
    return CoverageFacts(Standings(loaded.workspace, loaded.workspace.plans[year], day))


@pytest.fixture(scope="module")
def example() -> CoverageFacts:
    loaded = load(REPOSITORY / "examples" / "chi-so")
    return facts(loaded, min(loaded.workspace.plans))


def matrix(found: CoverageFacts) -> Table:
    table = coverage_sheet(found, VI, errors=0, wide=True).blocks[-1].table
    assert table is not None
    return table


def test_a_spreadsheet_has_every_name_in_every_row_and_last_what_serves_nothing(shipped: Loaded) -> None:
    found = facts(shipped, 2022)
    rows = coverage_list(found, VI, Properties("x", "y", date(2022, 11, 10)), errors=0).rows
    named = len(rows) - len(found.tasks.missing)
    assert all(row[0] and row[2] for row in rows[:named])
    assert [row[3] for row in rows[named:]] == [task.id for task in found.tasks.missing]


def test_a_criterion_s_name_stands_at_the_first_of_its_tasks(shipped: Loaded) -> None:
    found = facts(shipped, 2022)
    names = [row.cells[0] for row in matrix(found).rows]
    assert sum(name is not None for name in names) == len(list(found.links()))
    assert len(names) == sum(max(1, len(tasks)) for _, _, tasks in found.links())


def test_a_criterion_without_a_task_says_whether_one_serves_what_it_lies_in(example: CoverageFacts) -> None:
    said = {row.cells[1] for row in matrix(example).rows}
    assert {"(có nhiệm vụ ở tiêu chí cấp trên)", "(chưa có nhiệm vụ)"} <= said


def test_codes_stand_before_names_and_ids_before_titles(example: CoverageFacts) -> None:
    first = matrix(example).rows[0].cells
    assert str(first[0])[0].isdigit()
    assert " “" in str(first[1])


def test_of_a_long_list_the_first_are_named_and_a_wide_sheet_names_all(example: CoverageFacts) -> None:
    short, wide = (coverage_sheet(example, VI, errors=0, wide=wide).blocks[1].lines for wide in (False, True))
    left = len(wide) - MOST_NAMED
    assert short == (*wide[:MOST_NAMED], VI("coverage.more", n=left))
    assert left > 0


def test_a_share_that_is_not_known_says_so_and_shows_no_figure(example: CoverageFacts) -> None:
    table = coverage_sheet(example, VI, errors=0, wide=False).blocks[0].table
    assert table is not None
    assert table.rows[-1].cells == ("Đoạn của văn bản có nhiệm vụ", "", "", "chưa có số liệu")


def test_records_with_errors_are_told_of(shipped: Loaded) -> None:
    assert any("02 lỗi" in told for told in coverage_sheet(facts(shipped, 2022), VI, errors=2, wide=False).notices)
