"""Annotations that GitHub and GitLab read back as they were meant, and know again in the next run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from parplan.finding import Severity
from parplan.output.ci.annotations import fingerprints, github, gitlab
from parplan.views.findings import Told
from parplan.where import Span
from telling import broken, complaint, telling, told
from workspaces import AGENCIES, PLAN, REPORT, REPOSITORY, Builder

SCHEMA = json.loads((REPOSITORY / "tests/schemas/gitlab-code-quality.json").read_text(encoding="utf-8"))
HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("%\r\n:,=; 0123ADabcd")), min_size=1
)
Change = Callable[[Builder], object]


# --- GitHub ----------------------------------------------------------------------------------------------------


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """A line as GitHub's runner reads it: command, properties, message."""
    head, message = line.removeprefix("::").split("::", 1)
    command, _, listed = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.strip().split(","))
    properties = {name: unescaped(value, ":,\r\n%") for name, value in pairs}
    return command, properties, unescaped(message, "\r\n%")


def unescaped(text: str, signs: str) -> str:
    for sign in signs:  # the percent sign last
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_a_finding_is_one_command(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    line, column = w.place(AGENCIES, "kind: «tin»}")
    spoken = told(w)
    assert github(spoken) == (
        f"::error file=data/agencies.yaml,line={line},col={column},endLine={line},endColumn={column + 3},"
        f"title=agency-kind-unknown::{spoken.complaints[0].message}\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")],
)
def test_each_weight_has_its_command(severity: Severity, command: str) -> None:
    line = github(telling(complaint()._replace(severity=severity)))
    assert read_back(line)[0] == command


@given(HOSTILE, HOSTILE)
@example("a,line=9::error file=b.yaml", "Năm 100%:\r\n::error::x, y")
@example("%0A%2C", "%0D%25")
def test_annotations_survive_any_name_and_message(path: str, message: str) -> None:
    written = github(telling(complaint(path, "x" + message)))
    assert written.count("\n") == 1
    assert "\r" not in written
    command, properties, told_again = read_back(written.removesuffix("\n"))
    assert (command, properties["file"], told_again) == ("error", path, ("x" + message).rstrip())
    assert list(properties) == ["file", "line", "col", "endLine", "endColumn", "title"]


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span(3, 5, 3, 9), {"line": "3", "col": "5", "endLine": "3", "endColumn": "9"}),
        (Span(3, 5, 3, 5), {"line": "3", "col": "5", "endLine": "3", "endColumn": "5"}),
        (Span(3, 5, 6, 2), {"line": "3", "endLine": "6"}),
        (Span(3, 5, 6, 1), {"line": "3", "endLine": "5"}),
    ],
)
def test_columns_are_told_on_one_line_only(span: Span, place: dict[str, str]) -> None:
    properties = read_back(github(telling(complaint(span=span))))[1]
    assert {name: value for name, value in properties.items() if name not in ("file", "title")} == place


def test_without_findings_there_is_nothing_to_command(w: Builder) -> None:
    assert github(told(w)) == ""


# --- GitLab ----------------------------------------------------------------------------------------------------


def report(told: Told) -> list[dict[str, Any]]:
    made = json.loads(gitlab(told))
    Draft202012Validator(SCHEMA).validate(made)
    return list(made)


def test_a_report_is_as_gitlab_documents_it(w: Builder) -> None:
    made = report(told(broken(w), prefix="province/"))
    assert {one["severity"] for one in made} == {"major", "minor", "info"}
    assert all(one["location"]["path"].startswith("province/data/") for one in made)


def test_a_report_without_findings_is_an_empty_array(w: Builder) -> None:
    assert report(told(w)) == []


def test_a_finding_names_its_lines(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    line = w.place(AGENCIES, "kind: «tin»}").line
    assert report(told(w))[0]["location"] == {"path": AGENCIES, "lines": {"begin": line, "end": line}}
    several = report(telling(complaint(span=Span(3, 5, 6, 1))))
    assert several[0]["location"]["lines"] == {"begin": 3, "end": 5}


def test_the_name_of_a_file_may_be_no_utf8() -> None:
    assert len(fingerprints([complaint("data/b\udce1o.yaml")])) == 1


# --- known again -----------------------------------------------------------------------------------------------


def test_every_finding_of_a_workspace_has_a_fingerprint_of_its_own(w: Builder) -> None:
    made = fingerprints(told(broken(w)).complaints)
    assert len(set(made)) == len(made) > 5


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.write(AGENCIES, "# Danh mục\n\n" + w.text(AGENCIES)),
        lambda w: w.change(AGENCIES, "agencies:\n", "agencies:\n  - {id: so-y-te, name: Sở Y tế, kind: so}\n"),
        lambda w: w.change(
            REPORT,
            "updates:\n",
            "updates:\n- {task: A, status: in-progress, date: 2022-09-02, summary: Đang làm}\n",
        ),
        lambda w: w.change(PLAN, "plan:\n", "\nplan:\n"),
    ],
    ids=["a comment", "a record", "an update", "a blank line"],
)
def test_fingerprints_stay_when_something_is_put_in_above(w: Builder, change: Change) -> None:
    before = told(broken(w))
    change(w)
    after = told(w)
    assert [one.span for one in after.complaints] != [one.span for one in before.complaints]
    assert set(fingerprints(before.complaints)) <= set(fingerprints(after.complaints))


def test_a_line_that_a_sentence_names_is_no_part_of_a_fingerprint(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tinh, name: UBND}")
    (before,) = told(w).complaints
    w.write(AGENCIES, "# Danh mục\n" + w.text(AGENCIES))
    (after,) = told(w).complaints
    assert before.message != after.message
    assert fingerprints([before]) == fingerprints([after])


def test_two_findings_that_nothing_tells_apart_get_two_fingerprints() -> None:
    first, second = fingerprints([complaint(), complaint()])
    assert first != second
    assert fingerprints([complaint()]) == [first]


def test_the_same_mistake_in_another_file_has_another_fingerprint() -> None:
    assert fingerprints([complaint("a.yaml")]) != fingerprints([complaint("b.yaml")])


def test_fingerprints_are_the_same_wherever_a_workspace_lies(w: Builder, tmp_path: Path) -> None:
    here = fingerprints(told(broken(w)).complaints)
    w.root.rename(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    there = Builder(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    assert fingerprints(told(there).complaints) == here
