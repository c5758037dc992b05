"""What others run us with: the pre-commit hook, the GitHub action and our own use of it, the GitLab template."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from parplan.cli import COMMANDS
from parplan.output.findings import FORMATS
from running import run_in
from workspaces import AGENCIES, REPOSITORY, Builder

HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
ACTION = REPOSITORY / ".github" / "actions" / "validate" / "action.yml"
WORKFLOW = REPOSITORY / ".github" / "workflows" / "ci.yml"
RELEASE = WORKFLOW.with_name("release.yml")
WORKFLOWS = (WORKFLOW, RELEASE, ACTION)
GITLAB = REPOSITORY / "docs" / "ci" / "gitlab-ci.yml"
GUIDE = REPOSITORY / "docs" / "ci.md"
PROGRAMS = Path(sys.executable).parent
MISTAKE = ("lead: [so-noi-vu]", "lead: [so-noi-vuu]")
"""What the guide plants in the shipped plan to show what a run says of it."""


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def action_step(name: str) -> dict[str, Any]:
    (found,) = (step for step in read(ACTION)["runs"]["steps"] if step.get("name") == name)
    return dict(found)


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def scripts() -> dict[str, str]:
    """Every script that calls the program, by the file that holds it."""
    gitlab = read(GITLAB)["parplan"]
    return {
        ACTION.name: action_step("Validate")["run"],
        GITLAB.name: "\n".join(gitlab["script"]),
        HOOKS.name: "\n".join(hook["entry"] for hook in read(HOOKS)),
        GUIDE.name: "\n".join(re.findall(r"parplan validate(?: [^`\n]+)?", guide())),
    }


# --- as written ------------------------------------------------------------------------------------------------


def test_pre_commit_takes_the_hooks_for_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize("name", scripts())
def test_a_script_calls_a_command_that_there_is(name: str) -> None:
    called = re.findall(r"^parplan (\S+)", scripts()[name], re.MULTILINE)
    assert called
    assert set(called) <= set(COMMANDS)


@pytest.mark.parametrize("name", scripts())
def test_a_script_uses_only_options_that_there_are(name: str, tmp_path: Path) -> None:
    page = run_in(tmp_path, "validate", "--help").out
    used = set(re.findall(r"--[a-z][a-z-]*", scripts()[name]))
    assert {option for option in used if not re.search(rf"(?<![\w-]){option}(?![\w-])", page)} == set()
    assert set(re.findall(r"--format (\S+)", scripts()[name])) <= set(FORMATS)


def test_no_step_of_the_action_reads_an_input_as_a_command() -> None:
    steps = [step for step in read(ACTION)["runs"]["steps"] if "run" in step]
    assert steps
    assert [step["run"] for step in steps if "${{" in step["run"] or step["shell"] != "bash"] == []


def test_every_input_of_the_action_is_described_and_used() -> None:
    inputs = read(ACTION)["inputs"]
    assert all(told["description"] and "default" in told for told in inputs.values())
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", ACTION.read_text(encoding="utf-8")))
    assert used == set(inputs)


def test_this_repository_checks_its_own_data_and_the_sample_with_the_action() -> None:
    steps = [step for job in read(WORKFLOW)["jobs"].values() for step in job["steps"]]
    ours = [step for step in steps if step.get("uses", "").startswith("./")]
    assert {REPOSITORY / step["uses"] / "action.yml" for step in ours} == {ACTION}
    assert [step.get("with", {}) for step in ours] == [{}, {"root": "examples/quang-nam-2022"}]
    assert (REPOSITORY / ours[1]["with"]["root"] / AGENCIES).is_file()
    assert any(step.get("run") == ".ci/run" for step in steps)


def test_the_tests_run_on_every_python_that_the_package_is_said_to_run_on() -> None:
    told = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    matrix = read(WORKFLOW)["jobs"]["tests"]["strategy"]["matrix"]
    assert [f"Programming Language :: Python :: {version}" for version in matrix["python"]] == [
        one for one in told if "Python :: 3." in one
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_of_others_is_pinned_to_a_commit(path: Path) -> None:
    uses = re.findall(r"uses: (?!\./)(.+)", path.read_text(encoding="utf-8"))
    assert uses
    assert [one for one in uses if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\S+", one)] == []


def test_only_the_steps_that_publish_may_write() -> None:
    release = read(RELEASE)
    assert release["permissions"] == {}
    asked = {name: job["permissions"] for name, job in release["jobs"].items()}
    assert {name for name, may in asked.items() if "write" in may.values()} == {"pypi", "github"}
    assert not any(step.get("run") for step in release["jobs"]["pypi"]["steps"])


def test_the_gitlab_job_keeps_the_report_that_it_writes() -> None:
    job = read(GITLAB)["parplan"]
    assert job["artifacts"]["when"] == "always"
    assert f"--output {job['artifacts']['reports']['codequality']}" in scripts()[GITLAB.name]


# --- as run ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    """What a script came to in a folder."""

    code: int
    out: str
    err: str
    summary: str


def run_script(script: str, folder: Path, **environment: str) -> Job:
    """Run a script as CI does: in bash, each failure ending it; the summary holds a line of an earlier step."""
    summary = folder / "summary.md"
    summary.write_text("# An earlier step\n", encoding="utf-8")
    ours = {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(summary)}
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=ours | environment,
        capture_output=True,
        check=False,
    )
    return Job(ran.returncode, ran.stdout.decode(), ran.stderr.decode(), summary.read_text(encoding="utf-8"))


def run_action(folder: Path, root: str = ".", fail_on: str = "", lang: str = "vi") -> Job:
    step = action_step("Validate")
    inputs = {"root": root, "fail-on": fail_on, "lang": lang}
    given = {name: inputs[re.findall(r"inputs\.([\w-]+)", value)[0]] for name, value in step["env"].items()}
    return run_script(step["run"], folder, **given)


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


@needs_bash
def test_the_action_passes_a_sound_workspace(w: Builder) -> None:
    job = run_action(w.root)
    assert (job.code, job.out) == (0, "")
    assert job.summary.startswith("# An earlier step\n")
    assert "Kiểm tra dữ liệu: ĐẠT" in job.summary


@needs_bash
def test_the_action_annotates_a_mistake_and_fails(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    job = run_action(w.root)
    assert job.code == 1
    assert job.out.startswith("::error file=data/agencies.yaml,line=6,")
    assert job.summary.startswith("# An earlier step\n")
    assert "Kiểm tra dữ liệu: KHÔNG ĐẠT" in job.summary
    assert "agency-kind-unknown" in job.summary


@needs_bash
def test_annotations_name_files_from_the_top_of_the_repository(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    job = run_action(w.root.parent, root=w.root.name)
    assert job.out.startswith(f"::error file={w.root.name}/data/agencies.yaml,line=6,")


@needs_bash
def test_the_action_fails_from_the_weight_it_is_told(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp")
    assert run_action(w.root).code == 0
    job = run_action(w.root, fail_on="warning", lang="en")
    assert (job.code, job.out.partition(" ")[0]) == (1, "::warning")


@needs_bash
def test_what_stands_in_an_input_is_no_command(w: Builder) -> None:
    job = run_action(w.root, root='.; touch stolen; echo "$(touch stolen)"')
    assert job.code == 2
    assert not (w.root / "stolen").exists()


@needs_bash
def test_the_action_says_that_there_is_no_workspace(tmp_path: Path) -> None:
    job = run_action(tmp_path)
    assert (job.code, job.out) == (2, "")
    assert "data/agencies.yaml" in job.err


@needs_bash
@pytest.mark.parametrize(("kind", "code"), [("tinh", 0), ("tin", 1)])
def test_the_gitlab_job_writes_its_report_either_way(w: Builder, kind: str, code: int) -> None:
    w.change(AGENCIES, "kind: tinh}", f"kind: {kind}}}")
    job = run_script(scripts()[GITLAB.name], w.root, ROOT=".", PARPLAN_LANG="vi")
    assert job.code == code
    report = YAML(typ="safe").load(w.text("gl-code-quality-report.json"))
    assert [one["check_name"] for one in report] == ["agency-kind-unknown"] * code


# --- as told ---------------------------------------------------------------------------------------------------


def told_of_the_mistake(folder: Path) -> dict[str, str]:
    """What each format says of the guide's mistake, planted in a copy of the shipped data."""
    shutil.copytree(REPOSITORY / "data", folder / "data")
    plan = folder / "data" / "plan-2022.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(*MISTAKE, 1), encoding="utf-8")
    return {
        name: run_in(folder, "validate", "--format", name).out for name in ("text", "github", "gitlab", "markdown")
    }


def test_the_guide_shows_what_a_run_really_says(tmp_path: Path) -> None:
    told = told_of_the_mistake(tmp_path)
    assert {name: text for name, text in told.items() if text.strip() not in guide()} == {}


def test_every_input_of_the_action_stands_in_the_guide() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", guide(), re.MULTILINE) == list(read(ACTION)["inputs"])


@pytest.mark.parametrize("path", [GUIDE, GITLAB, ACTION], ids=lambda path: path.name)
def test_nobody_is_named_as_the_owner(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    owners = set(re.findall(r"([\w.-]+)/parplan\b", text)) - {"actions"}
    assert owners <= {"OWNER"}
