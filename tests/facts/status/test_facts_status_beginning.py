"""Tests of parplan.facts.status.beginning: what of a new workspace is still as it was shipped."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from parplan.facts.status.beginning import GROUP, KINDS, UNDECIDED, UNITS, Beginning
from parplan.reading.load import load
from running import OTHER, POINTS, SAMPLE, run_in
from workspaces import Builder


def beginning(folder: Path) -> Beginning:
    workspace = load(folder).workspace
    return Beginning(workspace, next(iter(workspace.plans.values())))


def begin(folder: Path, lead: str) -> None:
    """A new workspace with two units and a plan of one task, both taken in."""
    run_in(folder, "init", "--year", "2031", "--province", "Sông Xanh")
    (folder / "dv.csv").write_text("Tên đơn vị,Khối\nUBND tỉnh,UBND\nSở Một,Sở\n", "utf-8")
    (folder / "kh.csv").write_text(f"Nội dung,Cơ quan chủ trì,Thời hạn\nLàm một,{lead},Hằng tháng\n", "utf-8")
    run_in(folder, "import", "agencies", "dv.csv")
    run_in(folder, "import", "plan", "kh.csv", "--year", "2031")


def test_what_is_shipped_is_known_by_its_ids(tmp_path: Path) -> None:
    run_in(tmp_path, "init", "--year", "2031")
    start = beginning(tmp_path)
    register = start.workspace.agencies
    assert start.units == UNITS == tuple(unit.id for unit in register.agencies)
    assert tuple(kind.id for kind in register.kinds) == KINDS
    assert tuple(group.id for group in register.groups) == (GROUP,)
    assert (start.has_units, start.has_plan, start.undecided) == (False, False, ())
    assert tuple(start.head()) == ("issuer", "coordinator", "from", "to", "office", "signer", "place")
    vocabulary = json.loads(files("parplan.cutting").joinpath("vocabulary.json").read_text("utf-8"))
    assert vocabulary["unknown"]["id"] == UNDECIDED


def test_a_unit_with_a_name_of_its_own_is_somebody_s(tmp_path: Path) -> None:
    run_in(tmp_path, "init", "--year", "2031")
    file = tmp_path / "data" / "agencies.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Tên đơn vị\n", "name: Sở Một\n"), "utf-8")
    start = beginning(tmp_path)
    assert (start.has_units, "coordinator" in start.head()) == (True, False)


def test_a_workspace_that_is_somebody_s_is_begun(w: Builder) -> None:
    for folder in (w.root, SAMPLE, OTHER, POINTS):
        start = beginning(folder)
        assert (start.has_units, start.has_plan, [*start.head()], [*start.left_over()]) == (True, True, [], [])


def test_held_places_go_one_by_one_in_the_order_told(tmp_path: Path) -> None:
    """Each that can go leaves data without a new error, from the group that holds them to their kinds."""
    begin(tmp_path, lead="các đơn vị có liên quan")
    assert beginning(tmp_path).undecided == ("1",)
    for place, value in (
        ("plan.issuer", "ubnd-tinh"),
        ("plan.coordinator", "so-mot"),
        ("plan.reporting.from", "so-mot"),
        ("plan.reporting.to", "ubnd-tinh"),
        ("plan.reporting.signer.office", "Giám đốc"),
        ("plan.reporting.signer.name", "Người Ký"),
        ("tasks.1.lead", "so-mot"),
    ):
        assert run_in(tmp_path, "set", f"plan-2031:{place}", value).code == 0, place
    start = beginning(tmp_path)
    assert (tuple(start.head()), start.undecided) == ((), ())
    for place in start.left_over():
        ran = run_in(tmp_path, "unset", f"agencies:{place}")
        assert ran.code == 0, (place, ran.err)
    assert tuple(unit.id for unit in beginning(tmp_path).workspace.agencies.agencies) == ("ubnd-tinh", "so-mot")
    assert run_in(tmp_path, "guide", "--as-of", "2031-01-05").code == 0


def test_a_group_that_nobody_filled_is_named_before_anything_may_go(tmp_path: Path) -> None:
    begin(tmp_path, lead="Các phòng chuyên môn")
    assert beginning(tmp_path).hollow == ("cac-phong-chuyen-mon",)
    told = run_in(tmp_path, "guide", "--as-of", "2031-01-05").out
    assert "set agencies:groups.cac-phong-chuyen-mon.members" in told
    assert "unset agencies:" not in told
    filled = run_in(tmp_path, "set", "agencies:groups.cac-phong-chuyen-mon.members", "Sở Một")
    assert filled.code == 0, filled.err
    assert beginning(tmp_path).hollow == ()
