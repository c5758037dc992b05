"""The sample workspace: a copy of the shipped data, invented progress that says so, all there is to be seen."""

from __future__ import annotations

import shlex
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.facts.standing import MarkKind, Standing, Standings, State
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Code
from parplan.reading.load import Loaded, load
from running import SAMPLE, run_in, sample
from workspaces import REPOSITORY

COPIED = ("plan-2022.yaml", "agencies.yaml", "indexes.yaml", "calendar.yaml", "results/*", "sources/*")
INVENTED = sorted(
    path for folder in ("progress", "reports", "reminders") for path in (SAMPLE / "data" / folder).rglob("*.yaml")
)


def copied(data: Path) -> dict[str, bytes]:
    found = (path for pattern in COPIED for path in data.glob(pattern))
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in found}


def seen() -> list[Standing]:
    """Every standing that the month reports of the sample, and a day between them, show."""
    workspace = sample().workspace
    plan = workspace.plans[2022]
    found: list[Standing] = []
    for month in ("2022-08", "2022-09", "2022-10"):
        facts = report_facts(workspace, plan, Period.parse(month))
        found += [*facts.standings.counted, *facts.standing_duties]
    return [*found, *Standings(workspace, plan, Viewpoint(date(2022, 11, 20))).counted]


def test_the_sample_sets_out_from_the_shipped_data() -> None:
    shipped = copied(REPOSITORY / "data")
    assert {"plan-2022.yaml", "agencies.yaml", "indexes.yaml", "calendar.yaml"} <= set(shipped)
    assert copied(SAMPLE / "data") == shipped


def test_what_was_invented_says_so() -> None:
    said = {path: path.read_text(encoding="utf-8").splitlines() for path in INVENTED}
    assert [path.name for path, lines in said.items() if "sample: true" not in lines] == []


def test_there_are_no_other_files_in_the_sample() -> None:
    others = {path for path in (SAMPLE / "data").rglob("*") if path.is_file()} - set(INVENTED)
    assert {path.relative_to(SAMPLE / "data").as_posix() for path in others} == set(copied(SAMPLE / "data"))


@pytest.mark.parametrize("folder", ["progress", "reports", "reminders"])
def test_nothing_invented_ships_as_data(folder: str) -> None:
    assert [path for path in (REPOSITORY / "data" / folder).rglob("*") if path.is_file()] == []


def test_the_shipped_data_call_nothing_a_sample(shipped: Loaded) -> None:
    assert [file for file in shipped.workspace.files if file.sample] == []


@pytest.mark.parametrize("folder", [REPOSITORY, SAMPLE], ids=["shipped", "sample"])
def test_both_are_without_errors(folder: Path) -> None:
    elsewhere = "file,schema,references,dates,assignments,results,text"
    assert run_in(folder, "validate", "--select", elsewhere).out == ""
    assert run_in(folder, "validate").code == 0


def test_the_sample_is_warned_of_what_it_was_made_to_show() -> None:
    """Work said done without a paper, work taken back, reports that came late: all of it meant."""
    counted = Counter(finding.code for finding in sample().findings)
    assert counted == {Code.REPORT_LATE: 7, Code.EVIDENCE_MISSING: 3, Code.DONE_UNDONE: 1}


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_every_state_can_be_seen_in_the_sample(state: State) -> None:
    assert any(standing.state is state for standing in seen())


@pytest.mark.parametrize("mark", MarkKind, ids=lambda mark: mark.value)
def test_every_mark_can_be_seen_in_the_sample(mark: MarkKind) -> None:
    assert any(mark in standing.marks for standing in seen())


def test_every_command_that_the_samples_page_names_runs() -> None:
    page = (SAMPLE / "README.md").read_text(encoding="utf-8")
    commands = [part for part in page.split("`")[1::2] if part.startswith("parplan ")]
    assert commands
    for command in commands:
        if command.startswith("parplan report"):
            command += " --format md --output -"
        assert run_in(SAMPLE, *command.split()[1:]).code == 0, command


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "asked",
    [
        "status --month 2024-01",
        "status --by agency",
        "status --silent",
        "show II.4",
        "show II.4 --month 2024-01",
        "compare",
    ],
)
def test_every_table_of_an_invented_place_says_so_first(asked: str, language: str) -> None:
    ran = run_in(SAMPLE.parent / "minh-hoa-2023", *asked.split(), "--lang", language)
    assert ran.out.startswith("SỐ LIỆU MINH HỌA" if language == "vi" else "SAMPLE DATA")
    assert run_in(SAMPLE, "show", "III.1.5d", "--lang", language).out[:8] == ran.out[:8]
    assert "MINH HỌA" not in run_in(SAMPLE, "compare", "2021", "2022").out  # these were published


# --- a month, from nothing ------------------------------------------------------------------------------------


def test_a_month_is_rebuilt_from_nothing_by_record_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script beside the sample, line by line: the data say the same, and so does the report to the byte."""
    root = tmp_path / "w"
    copytree(SAMPLE, root)
    month = root / "data/progress/2022-09"
    for file in month.glob("*.yaml"):
        if file.name != "decisions.yaml":
            file.unlink()
    lines = (root / "ghi-thang-9.sh").read_text("utf-8").splitlines()
    (command,) = (line for line in lines if not line.startswith("#"))
    argv, _, table = command.partition(" < ")
    monkeypatch.setattr("sys.stdin", StringIO((root / table).read_text("utf-8")))
    assert run_in(root, *shlex.split(argv)[1:]).code == 0
    rebuilt = load(root)
    assert {file: source.data for file, source in rebuilt.sources.items()} == {
        file: source.data for file, source in sample().sources.items()
    }
    assert report(root) == report(SAMPLE)


def report(root: Path) -> str:
    return run_in(root, "report", "--month", "9", "--format", "md", "-o", "-").out
