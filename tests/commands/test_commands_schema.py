"""parplan schema: what is written, what is printed, what is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from parplan.commands.schema import Answering, SchemaName
from parplan.model.workspace import LAYOUT
from parplan.words import words
from running import SAMPLE, run_in, snapshot
from workspaces import AGENCIES, REPOSITORY, Builder

NAMES = [kind.name for kind in LAYOUT]
FILES = sorted(f"schema/{name}.schema.json" for name in NAMES)


def test_every_schema_is_written_beside_the_data_and_nothing_else(w: Builder) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "schema")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Đã ghi 10 lược đồ vào {w.root / 'schema'}.\n"
    after = snapshot(w.root)
    assert sorted(set(after) - set(before)) == FILES
    assert {name: after[name] for name in before} == before


def test_every_kind_of_file_can_be_named() -> None:
    assert [name.value for name in SchemaName] == NAMES


def test_writing_again_writes_the_same(w: Builder) -> None:
    run_in(w.root, "schema")
    before = snapshot(w.root)
    run_in(w.root, "schema")
    assert snapshot(w.root) == before


def test_where_one_is_a_hand_s_none_is_written(w: Builder) -> None:
    w.write("schema/report.schema.json", "{}")
    ran = run_in(w.root, "schema")
    assert (ran.code, snapshot(w.root / "schema")) == (2, {"report.schema.json": b"{}"})


def test_what_is_refused_leaves_no_folder(w: Builder) -> None:
    ran = run_in(w.root, "schema", "-o", "data/a/b")
    assert ran.code == 2
    assert not (w.root / "data/a").exists()


def test_the_workspace_validates_with_its_schemas(w: Builder) -> None:
    run_in(w.root, "schema")
    assert "schema/" not in run_in(w.root, "validate").out


def test_schemas_can_be_written_elsewhere(w: Builder, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("elsewhere") / "lược đồ" / "a b"
    before = snapshot(w.root)
    assert run_in(w.root, "schema", "-o", str(folder)).code == 0
    assert snapshot(w.root) == before
    assert sorted(path.name for path in folder.iterdir()) == [name.removeprefix("schema/") for name in FILES]


def test_one_schema_can_be_written_elsewhere(w: Builder) -> None:
    ran = run_in(w.root, "schema", "plan", "-o", "x", "--lang", "en")
    assert ran.err == "Schemas written to x: 1.\n"
    assert [path.name for path in (w.root / "x").iterdir()] == ["plan.schema.json"]


@pytest.mark.parametrize("name", NAMES)
def test_one_schema_is_printed_and_nothing_written(name: str, w: Builder) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "schema", name)
    assert (ran.code, ran.err) == (0, "")
    assert snapshot(w.root) == before
    run_in(w.root, "schema")
    _, *lines = ran.out.splitlines()
    bracket, seal, *written = (w.root / f"schema/{name}.schema.json").read_text(encoding="utf-8").splitlines()
    assert (bracket, written) == ("{", lines)
    assert seal.startswith('  "$comment": "parplan-digest ')


def test_a_schema_that_is_not_there_is_answered_with_those_that_are(w: Builder) -> None:
    ran = run_in(w.root, "schema", "plann")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0].count(f"Chọn một trong: {', '.join(NAMES)}.") == 1


def test_the_language_and_the_workspace_can_be_asked_for() -> None:
    ran = run_in(REPOSITORY, "schema", "plan", "--lang", "en", "--root", str(SAMPLE))
    lead = json.loads(ran.out)["$defs"]["Task"]["properties"]["lead"]
    assert lead["title"] == words("en")("field.lead")


def test_letters_are_written_as_they_are(w: Builder) -> None:
    assert "Sở Nội vụ" in run_in(w.root, "schema", "progress").out


def test_a_folder_that_cannot_be_made_is_told(w: Builder) -> None:
    (w.root / "schema").write_text("a file")
    ran = run_in(w.root, "schema")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(": đường dẫn đi qua một tệp, không phải thư mục.\n")


def test_schemas_are_written_of_data_with_errors_too(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    assert run_in(w.root, "schema").code == 0


def test_no_other_command_waits_for_the_schemas() -> None:
    told = "import sys, parplan.cli_frame, parplan.commands.status as _; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, cwd=REPOSITORY / "src")
    assert b"parplan.reading.load" in ran.stdout
    assert b"parplan.views.schema" not in ran.stdout


def test_the_page_about_editors_names_every_schema_and_the_modeline() -> None:
    page = Path(REPOSITORY / "docs" / "editor.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in page] == []
    assert "# yaml-language-server: $schema=../schema/plan.schema.json" in page


@pytest.mark.parametrize("command", Answering)
def test_the_schema_of_an_answer_is_printed_anywhere(command: Answering, tmp_path: Path) -> None:
    ran = run_in(tmp_path, "schema", "--for", command)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(ran.out))


@pytest.mark.parametrize("other", [("plan",), ("-o", "x")], ids=" ".join)
def test_of_an_answer_nothing_else_is_asked(other: tuple[str, ...], tmp_path: Path) -> None:
    ran = run_in(tmp_path, "schema", "--for", "status", *other)
    assert (ran.code, ran.out, list(tmp_path.iterdir())) == (2, "", [])
    assert "--for" in ran.err
