"""Tests of parplan.completion.names: the ids and names of whatever stands in a folder, sound or not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from test_completion_candidates import offered

from parplan.completion.names import MOST
from parplan.facts.viewpoint import report_months
from parplan.reading.source import MAX_BYTES
from parplan.system import cache
from running import sample
from workspaces import AGENCIES, PLAN, Builder


def test_every_unit_and_group_is_offered() -> None:
    register = sample().workspace.agencies
    ids = [*(agency.id for agency in register.agencies), *(group.id for group in register.groups)]
    assert list(offered("status --agency ")) == ids


def test_the_tasks_are_those_of_the_plan_that_would_be_taken(w: Builder) -> None:
    w.tasks("- {id: this, kind: ongoing, lead: [tat-ca], …}")
    w.write("data/plan-2023.yaml", w.text(PLAN).replace("2022", "2023").replace("id: this", "id: next"))
    assert list(offered("show ", w.root, day=date(2022, 12, 31))) == ["this"]
    assert list(offered("show ", w.root, day=date(2023, 9, 1))) == ["next"]
    assert list(offered("show ", w.root, day=date(2030, 1, 1))) == ["next"]
    assert list(offered("show --plan 2022 ", w.root, day=date(2030, 1, 1))) == ["this"]
    assert offered("show --plan 1999 ", w.root) == {}
    assert list(offered("report --plan ", w.root)) == ["2022", "2023"]


def test_months_are_those_the_plan_reports_for() -> None:
    months = report_months(sample().workspace.plans[2022].plan)
    assert list(offered("report --month ")) == [str(month) for month in months]
    assert list(offered("report --quarter ")) == ["2022-Q3", "2022-Q4"]
    assert list(offered("report --half ")) == ["2022-H2"]
    assert list(offered("status --month 2022-1")) == ["2022-10", "2022-11", "2022-12"]


def test_years_are_those_of_plans_or_of_results() -> None:
    assert list(offered("status --plan ")) == ["2022"]
    results = {str(result.year) for result in sample().workspace.all_results}
    assert set(offered("compare ")) == set(offered("compare 2020 ")) == results
    assert set(offered("compare 2020 2021 ")) == results, "there may be more than two"


def test_the_workspace_is_that_of_root_else_the_nearest_upward(w: Builder, tmp_path: Path) -> None:
    (w.root / "far" / "below").mkdir(parents=True)
    here = offered("status --agency hoi-", w.root / "far" / "below")
    assert here == {"hoi-an": "UBND thành phố Hội An"}
    assert offered(f"status --root {w.root} --agency hoi-", Path("/")) == here
    assert offered("status --root ../.. --agency hoi-", w.root / "far" / "below") == here
    assert offered("status --root /nowhere --agency hoi-", w.root) == {}


def test_without_a_workspace_names_are_not_offered_and_the_rest_is(tmp_path: Path) -> None:
    for line in ("status --agency ", "show ", "report --plan ", "compare "):
        assert offered(line, tmp_path) == {}
    assert "--format" in offered("status --", tmp_path)
    assert offered("explain date-im", tmp_path) == {"date-impossible": "lỗi"}


BROKEN = {
    "no YAML": "agencies: [",
    "empty": "",
    "no mapping": "- a",
    "no list": "agencies: {id: a}\ngroups: 1",
    "no records": "agencies: [a, [b]]",
    "no ids": "agencies: [{name: A}, {id: [a], name: B}]",
    "not UTF-8": "\udcff",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_register_offers_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / AGENCIES).write_bytes(text.encode(errors="surrogateescape"))
    assert offered("status --agency ", tmp_path) == {}


def test_what_is_sound_beside_a_mistake_is_offered(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp, kind: so", "name: [Sở], kind: none, aliases: x")
    assert offered("status --agency so-t", w.root) == {"so-tu-phap": "", "so-tai-chinh": "Sở Tài chính"}


def test_an_id_that_is_none_never_reaches_a_command_line(w: Builder) -> None:
    w.change(AGENCIES, "id: so-tu-phap", "id: so-$(touch /tmp/x)")
    assert list(offered("status --agency so-", w.root)) == ["so-noi-vu", "so-tai-chinh"]


def test_a_name_of_several_lines_is_told_on_one(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", 'name: "Sở\\tTư\\n  pháp"')
    assert offered("status --agency so-tu", w.root) == {"so-tu-phap": "Sở Tư pháp"}


@pytest.mark.parametrize("starts", ["soon", "2022", "2022-13", "", "[2022-08]"])
def test_a_plan_without_a_time_has_no_months(starts: str, w: Builder) -> None:
    w.change(PLAN, "starts: 2022-08\n", f"starts: {starts}\n")
    assert offered("report --month ", w.root) == {}


def test_a_file_is_parsed_once_for_as_long_as_it_stays_as_it_is(
    w: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "is_on", lambda: True)
    monkeypatch.setattr(cache, "folder", lambda: str(tmp_path / "cache"))
    w.tasks("- {id: one, kind: ongoing, lead: [tat-ca], …}")
    first = offered("show ", w.root)
    with mock.patch("parplan.completion.names._tree", side_effect=AssertionError("parsed again")):
        assert offered("show ", w.root) == first
    w.tasks("- {id: two, kind: ongoing, lead: [tat-ca], …}")
    assert list(offered("show ", w.root)) == ["two"]


def test_as_much_is_read_as_by_whoever_reads_the_whole() -> None:
    assert MOST == MAX_BYTES
