"""The sample's status on eleven days and at the close of two months, against what its YAML says, read by hand.

Must not compute a due day, a state or a count: they stand in sample_by_hand.py, with the file they were read from.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from golden import GOLDEN
from parplan.calendar.period import Period
from parplan.facts.standing import Standing, Standings
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import Viewpoint, end_of_month_report
from parplan.output.text.json import listed as listed_as_json
from parplan.views.status.data import status_data
from running import SAMPLE, sample
from sample_by_hand import (
    AT_THE_END,
    CHANGED,
    CLOSES,
    CORRECTED,
    DIFFICULTIES,
    DONE,
    DUE_SOON,
    LATE,
    LATE_ON,
    OVERDUE,
    PAGES,
    REPORTED,
    SILENT,
    TALLY,
    UNDONE,
    UNDONE_ON,
    UNHEARD,
)

PROGRESS = SAMPLE / "data" / "progress"
each_page = pytest.mark.parametrize("page", PAGES)


def counted(text: str) -> dict[str, int]:
    """How many of each task, as a table writes it."""
    return {task: int(count) for task, count in (part.split() for part in text.split(", ") if part)}


def records() -> list[tuple[str, str, str, str, date]]:
    """What was done: the first page that knows it, task, folder, unit, day."""
    found = []
    for known, block in DONE.items():
        for line in block.strip().splitlines():
            head, said = line.split(": ")
            task, folder = head.split()
            for unit, day in (one.split() for one in said.split(", ")):
                found.append((known, task, folder, unit, date(2022, *map(int, reversed(day.split("/"))))))
    return found


def done(page: str) -> set[tuple[str, str]]:
    """Task and unit of all that is done on a page, by the tables. A month's page knows no later folder."""
    until, folder = CLOSES.get(page, (page, "2022-10"))
    found = {(row[1], row[3]) for row in records() if row[0] <= until and row[2] <= folder}
    found |= {(task, "so-noi-vu") for task, pages in REPORTED.items() if page in pages}
    return found - ({UNDONE} if page in UNDONE_ON else set())


@cache
def facts(page: str) -> StatusFacts:
    plan = sample().workspace.plans[2022]
    if page in CLOSES:
        view = end_of_month_report(plan.plan, Period.parse(CLOSES[page][1]))
    else:
        view = Viewpoint(date.fromisoformat(page))
    return StatusFacts(Standings(sample().workspace, plan, view))


@cache
def told(page: str) -> dict[str, Any]:
    """What the program tells machines, each task named as in the tables."""
    found: dict[str, Any] = json.loads(listed_as_json(status_data(facts(page))))
    for row in found["assignments"]:
        row["task"] += f"/{row['period']}" if row["period"] else ""
    return found


def golden(page: str) -> str:
    """The page that is kept, its lines run together."""
    return " ".join((GOLDEN / f"status-sample-{page}-80.txt").read_text(encoding="utf-8").split())


def listed(page: str, table: dict[str, str]) -> set[tuple[str, str, str, str]]:
    """Task, unit, days and word of each assignment that a table has for a page."""
    left = {(row["task"], row["agency"]) for row in told(page)["assignments"]} - done(page)
    found: set[tuple[str, str, str, str]] = set()
    for line in table.get(page, "").strip().splitlines():
        head, names = line.split(":")
        task, days, word, count = head.split()
        tasks = counted(AT_THE_END) if task == "AT_THE_END" else {task: int(count)}
        assert sum(tasks.values()) == int(count)
        for each, number in tasks.items():
            units = {unit for named, unit in left if named == each} if names.strip() == "*" else set(names.split())
            assert (each, len(units)) == (each, number)
            found |= {(each, unit, days, word) for unit in units}
    return found


def of_file(path: Path) -> list[dict[str, Any]]:
    """The updates in a file, read as plain YAML."""
    found: list[dict[str, Any]] = YAML(typ="safe").load(path.read_text(encoding="utf-8")).get("updates", [])
    return found


def test_the_table_of_what_was_done_is_all_that_the_files_say() -> None:
    said = [
        (f"{update['task']}/{update.get('period', '')}".rstrip("/"), path.parent.name, path.stem, update["date"])
        for path in PROGRESS.glob("*/*.yaml")
        for update in of_file(path)
        if update["status"] == "done"
    ]
    assert sorted(said) == sorted([*(row[1:] for row in records()), CORRECTED])
    assert len(said) == 97


@each_page
def test_what_is_done_on_a_page_is_what_the_files_say_was_done_by_then(page: str) -> None:
    found = [row for row in told(page)["assignments"] if row["state"].startswith("done")]
    assert {(row["task"], row["agency"]) for row in found} == done(page)
    late = {row["agency"]: row["days_late"] for row in found if row["state"] == "done-late"}
    assert late == (LATE if page in LATE_ON else {})


@each_page
def test_what_is_overdue_on_a_page_has_fallen_due_and_is_nowhere_said_to_be_done(page: str) -> None:
    words = {"overdue": "heard", "overdue-unreported": "unheard"}
    found = {
        (row["task"], row["agency"], str(row["days_late"]), words[row["state"]])
        for row in told(page)["assignments"]
        if row["state"] in words
    }
    assert found == listed(page, OVERDUE)


@each_page
def test_what_is_due_soon_on_a_page_falls_due_within_seven_days(page: str) -> None:
    found = {
        (row["task"], row["agency"], str(row["days_left"]), "open")
        for row in told(page)["assignments"]
        if "due-soon" in row["marks"]
    }
    assert found == listed(page, DUE_SOON)


@each_page
def test_who_is_silent_on_a_page_has_sent_no_file_by_then(page: str) -> None:
    month, count, names = SILENT[page]
    silent = told(page)["silent"]
    assert (silent["month"], len(silent["agencies"])) == (month, count)
    if names != "*":
        assert set(silent["agencies"]) == set(names.split())


@each_page
def test_what_stands_in_the_way_on_a_page_is_what_the_files_say(page: str) -> None:
    named = [tuple(part.split()) for part in DIFFICULTIES.get(page, "").split(", ") if part]
    found = told(page)["difficulties"]
    assert [(row["task"], row["agency"]) for row in found] == [(task, file.split("/")[1]) for task, file in named]
    for row, (task, file) in zip(found, named, strict=True):
        said = of_file(PROGRESS / f"{file}.yaml")
        assert row["difficulty"] in [update.get("difficulty") for update in said if update["task"] == task]


@each_page
def test_the_counts_on_a_page_are_those_counted_by_hand(page: str) -> None:
    names = ("Nhiệm vụ giao riêng", "Nhiệm vụ giao chung", "Tổng cộng")
    for name, key, figures in zip(names, ("single", "common", "total"), TALLY[page], strict=True):
        assert " ".join(map(str, told(page)["tally"][key].values())) == figures.rsplit(" ", 1)[0]
        if page not in UNHEARD:
            assert f"{name} {figures}" in golden(page)


@each_page
def test_a_page_that_is_kept_says_in_its_first_sentence_what_the_tables_come_to(page: str) -> None:
    if page in UNHEARD:
        assert "Kế hoạch có 431 lượt nhiệm vụ có thời hạn hoặc định kỳ, giao 39 đơn vị." in golden(page)
        return
    late, soon, (month, silent, _) = listed(page, OVERDUE), listed(page, DUE_SOON), SILENT[page]
    units = len({unit for _, unit, *_ in late})
    overdue = (
        f"{len(late):02} lượt nhiệm vụ quá hạn tại {units:02} đơn vị" if late else "không có nhiệm vụ quá hạn"
    )
    due = f"{len(soon):02} lượt" if soon else "không có lượt nào"
    said = f"; {silent:02} đơn vị chưa báo cáo tháng {month[5:].lstrip('0')}/2022" if month else ""
    assert f": {overdue}; {due} đến hạn trong 07 ngày tới{said}." in golden(page)


@each_page
def test_what_changed_on_a_page_is_its_difference_from_the_report_before(page: str) -> None:
    since = facts(page).since
    if page in UNHEARD:
        assert since is None
        return
    month, overdue, finished = CHANGED[page]
    assert since is not None
    assert by_task(since.newly_overdue) == counted(overdue)
    assert by_task(since.newly_done) == counted(finished)
    assert f"THAY ĐỔI SO VỚI BÁO CÁO THÁNG {month}" in golden(page)
    for said, counts in (("Quá hạn phát sinh mới", overdue), ("Mới hoàn thành", finished)):
        assert counts == "" or f"{said}: {sum(counted(counts).values()):02} lượt." in golden(page)


def by_task(standings: Iterable[Standing]) -> dict[str, int]:
    owed = (standing.assignment for standing in standings)
    return dict(Counter(f"{one.task.id}/{one.period}" if one.period else one.task.id for one in owed))
