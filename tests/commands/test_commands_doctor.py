"""Tests of parplan.commands.doctor: what it looks at, what makes it fail, and that it writes nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from parplan.editing.past.journal import Journal
from parplan.system import machine
from running import run_in, snapshot
from workspaces import PLAN, Builder


def found(root: Path, *argv: str) -> dict[str, dict[str, Any]]:
    ran = run_in(root, "doctor", "--format", "json", *argv)
    assert ran.err == ""
    return {check["name"]: check for check in json.loads(ran.out)["checks"]}


def test_a_sound_workspace_is_fine_and_what_is_in_it_is_told(w: Builder) -> None:
    ran = run_in(w.root, "doctor", columns=200)
    assert ran.code == 0
    assert f"{w.root}: 4 tệp, Kế hoạch năm 2022, không có lỗi" in ran.out
    assert found(w.root)["writing"]["verdict"] == "fine"


def test_data_with_errors_must_be_mended(w: Builder) -> None:
    w.change(PLAN, "coordinator: so-noi-vu", "coordinator: so-noi-vuu")
    ran = run_in(w.root, "doctor", columns=200)
    assert (ran.code, "01 lỗi. Xem: parplan validate" in ran.out) == (1, True)


def test_outside_a_workspace_the_machine_is_looked_at_all_the_same(tmp_path: Path) -> None:
    told = found(tmp_path)
    assert (told["workspace"]["found"], told["workspace"]["verdict"]) == ("missing", "advice")
    assert told["program"]["values"]["python"].startswith(f"{sys.version_info[0]}.{sys.version_info[1]}")
    assert "writing" not in told


def test_a_folder_that_was_named_and_is_none_is_refused(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "doctor", "--root", str(tmp_path / "none"))
    assert (ran.code, ran.out) == (2, "")


def test_schemas_are_missing_then_there_then_stale(w: Builder) -> None:
    assert found(w.root)["editor"]["found"] == "missing"
    for language in ("vi", "en"):
        run_in(w.root, "schema", "--lang", language)
        assert found(w.root)["editor"]["found"] == "is"
    w.change("data/agencies.yaml", "id: so-tai-chinh, name: Sở Tài chính", "id: so-tc, name: Sở Tài chính")
    assert found(w.root)["editor"]["found"] == "stale"


def test_a_write_that_was_cut_off_must_be_undone(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    run_in(w.root, "record", "A", "--agency", "so-tu-phap", "--status", "in-progress", "--as-of", "2022-09-10")
    entry = Journal(w.root).newest()
    assert entry is not None
    monkeypatch.setattr("parplan.commands.doctor.unfinished", lambda _: entry)
    told = found(w.root)["writing"]
    assert (told["found"], told["values"]["command"]) == ("unfinished", "record")


def test_what_may_not_be_written_to_is_named(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "may_write", lambda folder: folder.name == "data")
    told = found(w.root)["writing"]
    assert (told["verdict"], Path(told["values"]["path"]).name) == ("bad", "bao-cao")


@pytest.mark.parametrize(
    ("names", "asked", "page", "told"),
    [
        ("utf-8", "", None, ("is", "fine")),
        ("ascii", "", None, ("names", "bad")),
        ("utf-8", "cp1258", None, ("asked", "advice")),
        ("utf-8", "UTF_8:replace", None, ("is", "fine")),
        ("utf-8", "", 437, ("page", "advice")),
        ("utf-8", "", 65001, ("is", "fine")),
    ],
)
def test_whether_diacritics_come_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: str,
    asked: str,
    page: int | None,
    told: tuple[str, str],
) -> None:
    monkeypatch.setattr(machine, "encoding_of_names", lambda: names)
    monkeypatch.setattr(machine, "encoding_asked_for", lambda: asked)
    monkeypatch.setattr(machine, "code_page", lambda: page)
    check = found(tmp_path)["encoding"]
    assert (check["found"], check["verdict"]) == told


def test_programs_that_are_missing_are_advice_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "find_office", lambda: None)
    monkeypatch.setattr(machine, "program", lambda _: None)
    monkeypatch.setattr(machine, "font_found", lambda: None)
    told = found(tmp_path)
    assert {name for name, check in told.items() if check["verdict"] == "advice"} >= {"libreoffice", "git", "font"}
    assert run_in(tmp_path, "doctor").code == 0


def test_it_writes_nothing(w: Builder) -> None:
    before = snapshot(w.root)
    run_in(w.root, "doctor")
    assert snapshot(w.root) == before
