"""Pages in English: their commands run and answer as shown, their YAML and JSON is what it claims to be."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from engineer_pages import PAGES, Block, blocks, complaint, missing, run_typed, typed_in, typed_lines
from parplan.model.plan import Task
from parplan.model.workspace import kind_of
from running import run_in
from workspaces import REPOSITORY

COMMANDS_RUN = ("sh", "console")
ONLY_SHOWN = ("text", "markdown", "diff")
"""What nobody reads back; docs/ci.md's are held against a run by tests/test_ci_files.py."""

EVERY = [block for page in PAGES for block in blocks(page)]
RUN = [block for block in EVERY if block.kind in COMMANDS_RUN and not block.reason]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lies at the top of the repository, to be written in."""
    folder = tmp_path_factory.mktemp("top")
    for name in ("data", "examples", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def test_every_block_says_what_it_is() -> None:
    known = {*COMMANDS_RUN, *ONLY_SHOWN, "python", "yaml", "json"}
    assert [str(block) for block in EVERY if block.kind not in known] == []


@pytest.mark.parametrize("block", RUN, ids=str)
def test_commands_run_and_answer_as_shown(block: Block, place: Path) -> None:
    lines = list(typed_lines(block))
    assert lines
    for typed in lines:
        if typed.line.startswith("make "):
            assert f"\n{typed.line.split()[1]}:" in (REPOSITORY / "Makefile").read_text(encoding="utf-8")
            continue
        out = run_typed(typed.line, place / block.folder)
        assert out is None or typed.shown is None or missing(typed.shown, out) == [], typed.line


def test_a_block_that_is_not_run_says_why_and_is_no_command_of_ours_alone() -> None:
    idle = [block for block in EVERY if block.reason]
    ours = [typed.line for block in idle for typed in typed_lines(block) if typed.line.startswith("parplan ")]
    assert [line for line in ours if complaint(line)] == []
    assert all(len(block.reason) > 10 for block in idle)


@pytest.mark.parametrize("page", PAGES)
def test_commands_within_sentences_are_understood(page: str) -> None:
    told = {typed: complaint(typed) for typed in typed_in(page)}
    assert {typed: why for typed, why in told.items() if why} == {}


@pytest.mark.parametrize("block", [block for block in EVERY if block.kind == "python"], ids=str)
def test_a_program_runs(block: Block, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> SimpleNamespace:
        ran = run_in(place, *command[1:])
        return SimpleNamespace(stdout=ran.out, returncode=ran.code)

    monkeypatch.setattr("subprocess.run", run)
    exec(block.text, {})


# --- data ------------------------------------------------------------------------------------------------------


def claims(block: Block) -> Any:
    return (YAML(typ="safe").load if block.kind == "yaml" else json.loads)(block.text)


@pytest.mark.parametrize("block", [block for block in EVERY if block.kind in ("yaml", "json")], ids=str)
def test_data_are_what_they_claim_to_be(block: Block) -> None:
    held = claims(block)
    named = re.match(r"# (data/\S+)\n", block.text)
    modeline = re.match(r"# yaml-language-server: \$schema=\.\./schema/(\w+)\.schema\.json\n$", block.text)
    if named:  # tests/test_docs_assignments.py reads them as a workspace
        assert kind_of(named[1]) is not None
    elif block.kind == "json" or modeline:
        assert held or modeline
    elif isinstance(held, list):
        assert all(set(one) <= {info.alias or name for name, info in Task.model_fields.items()} for one in held)
    else:
        assert is_config(held), "neither a file of ours nor of a tool that we know"


def is_config(held: dict[str, Any]) -> bool:
    """A pre-commit configuration, a GitHub workflow, or a job of one."""
    if "repos" in held:
        return all({"repo", "rev", "hooks"} <= set(one) for one in held["repos"])
    jobs = held.get("jobs", {"": held}).values()
    return all(step.keys() & {"uses", "run"} for job in jobs for step in job["steps"])
