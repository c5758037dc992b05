"""Every answer in JSON is as its schema says, and the schema says nothing that no answer shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from parplan.cli import COMMANDS
from parplan.commands.schema import Answering
from parplan.completion.candidates import command_line
from parplan.editing.past.history import Origin
from parplan.editing.past.undo import Fate
from parplan.facts.points.comparison import Reason
from parplan.facts.points.rules import Step
from parplan.facts.standing import MarkKind, State
from parplan.facts.status.guide import Name
from parplan.facts.status.punctuality import Sending
from parplan.facts.tally import Tally
from parplan.finding import Severity
from parplan.model.plan import Kind
from parplan.model.progress import Status
from parplan.model.result import ScoreKind
from parplan.views.answers import answer_schema, explained
from parplan.views.setup.doctor import Verdict
from running import POINTS, SAMPLE, run_in
from self_scored import write_reported
from workspaces import build

ANSWERS: dict[str, list[tuple[Path, str]]] = {
    "guide": [
        (SAMPLE, "--as-of 2022-10-18"),
        (SAMPLE, "--as-of 2022-09-27"),
        (SAMPLE, "--as-of 2022-12-28"),
        (SAMPLE, "--as-of 2022-01-01"),
    ],
    "validate": [(SAMPLE, "")],
    "status": [
        (SAMPLE, "--as-of 2022-11-05 --agency so-noi-vu --task III.1.5d --state open --search hồ"),
        (SAMPLE, "--month 2022-10 --by month --agency so-giao-thong-van-tai"),
        (SAMPLE, "--as-of 2022-11-05 --by criterion --agency ubnd-huyen-nong-son"),
    ],
    "show": [
        (SAMPLE, "III.1.7c --as-of 2022-11-05"),
        (SAMPLE, "III.3.3a --as-of 2022-11-05 --agency so-tu-phap"),
        (SAMPLE, "III.1.3b --as-of 2022-11-05 --agency so-y-te"),
        (SAMPLE, "III.1.5d --as-of 2022-11-05 --agency ubnd-huyen-duy-xuyen --agency ubnd-huyen-nong-son"),
        (POINTS, "CCHC/6.3.1 --as-of 2024-10-01"),
        (POINTS, "CCHC/6 --as-of 2024-10-01"),
    ],
    "compare": [
        (POINTS, "2022 2023 2024 --against tinh-hai"),
        (SAMPLE, ""),
        (POINTS, "--against rank:25 --depth 3"),
    ],
    "gap": [(POINTS, "2023 --as-of 2024-10-01"), (SAMPLE, "2021 --as-of 2022-10-01")],
    "score": [(POINTS, "")],
    "whatif": [
        (POINTS, "2023 --set CCHC/6.3.1=1,5 --done II.6a --target A --as-of 2024-10-01"),
        (SAMPLE, "2022 --set PAR/sipas=8 --as-of 2022-10-01"),
    ],
    "coverage": [(SAMPLE, "--as-of 2022-11-10"), (POINTS, "--as-of 2024-10-01")],
    "log": [(SAMPLE, "-n 3")],
    "forms status": [(SAMPLE, "--month 10 --as-of 2022-10-16 --agency so-tu-phap --agency so-giao-thong-van-tai")],
    "doctor": [(SAMPLE, "")],
}
"""A command's ways to answer, each by its shortest: a schema is held against every word of it."""

SELDOM = ("log", "validate", "score --as-of 2022-10-01")
"""What a workspace of its own must be made for: see ``seldom``."""

NEVER_SHOWN = {
    "check.values.page": "Windows alone has one",
    "check.values.file": "hangs on the shell of whoever runs the tests",
    "check.values.shell": "hangs on the shell of whoever runs the tests",
    "check.values.command": "only while a write is cut off: test_a_write_that_was_cut_off_must_be_undone",
    "step.values.file": "only where a report was made: tests/facts/status/test_facts_status_guide.py",
}
"""What is explained and in none of these answers, with the reason."""


@cache
def answer(command: str, folder: Path, argv: str) -> Any:
    ran = run_in(folder, *command.split(), *argv.split(), "--format", "json")
    assert ran.out, ran.err
    return json.loads(ran.out)


@cache
def validator(command: str) -> Draft202012Validator:
    return Draft202012Validator(answer_schema(command), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def seldom(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Answers of a workspace without git where units reported, parplan wrote, and then a unit was misspelt."""
    w = build(tmp_path_factory.mktemp("seldom"))
    write_reported(w)
    record = "record A --agency so-tu-phap --month 2022-10 --status in-progress --as-of 2022-10-02"
    assert run_in(w.root, *record.split()).code == 0
    assert run_in(w.root, "set", "plan-2022:tasks.A.title", "Một việc khác").code == 0
    found = {way: answer(way.split()[0], w.root, " ".join(way.split()[1:])) for way in SELDOM if way != "validate"}
    w.change("data/plan-2022.yaml", "lead: [cac-so]", "lead: [cac-soo]")
    return found | {"validate": answer("validate", w.root, "")}


def wrong(command: str, data: Any) -> list[str]:
    return [f"{one.json_path}: {one.message[:200]}" for one in validator(command).iter_errors(data)]


ALL = [(command, *way) for command, ways in ANSWERS.items() for way in ways]


@pytest.mark.parametrize(
    ("command", "folder", "argv"), ALL, ids=lambda part: getattr(part, "name", part) or "plain"
)
def test_an_answer_is_as_its_schema_says(command: str, folder: Path, argv: str) -> None:
    assert wrong(command, answer(command, folder, argv)) == []


@pytest.mark.parametrize("way", SELDOM)
def test_what_is_seldom_answered_is_as_its_schema_says_too(way: str, seldom: dict[str, Any]) -> None:
    assert wrong(way.split()[0], seldom[way]) == []


def test_a_key_that_nobody_explained_is_refused() -> None:
    told = deepcopy(answer("forms status", SAMPLE, "--month 10 --as-of 2022-10-16 --agency so-tu-phap"))
    told["units"][0]["new"] = 1
    assert wrong("forms status", told) == [
        "$.units[0]: Additional properties are not allowed ('new' was unexpected)"
    ]
    del told["units"][0]["new"], told["month"]
    assert wrong("forms status", told) == ["$: 'month' is a required property"]


def _json(option: Any) -> tuple[str, bool]:
    return option["names"][0], "json" in option["choices"]


def test_every_command_that_answers_in_json_has_its_schema() -> None:
    said = command_line()["commands"]
    answering = {name for name in COMMANDS for one in said[name]["options"] if _json(one) == ("--format", True)}
    assert answering == set(explained()["commands"]) == {one.value for one in Answering} == set(ANSWERS)


# --- every key is explained, and shown -------------------------------------------------------------------------


def unexplained(schema: Any, at: str) -> Iterator[str]:
    """Keys without a sentence of their own or of the part that they refer to."""
    if isinstance(schema, list):
        for part in schema:
            yield from unexplained(part, at)
    elif isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            if not (part.get("description") or resolved(part).get("description")):
                yield f"{at}.{key}"
        for key, part in schema.items():
            yield from unexplained(part, f"{at}.{key}")


def resolved(schema: Any) -> Any:
    return explained()["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def test_every_key_is_explained() -> None:
    assert list(unexplained(explained(), "")) == []


def keys(schema: Any, at: str) -> Iterator[str]:
    """Every key of a part, as ``part.key``; what it refers to is a part of its own."""
    if isinstance(schema, list):
        for part in schema:
            yield from keys(part, at)
    elif isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            yield f"{at}.{name}"
            yield from keys(part, f"{at}.{name}")
        for word in ("anyOf", "items", "additionalProperties"):
            yield from keys(schema.get(word), at)


def shown(schema: Any, data: Any, at: str) -> Iterator[str]:
    """The keys of which an answer holds more than null."""
    if not isinstance(schema, dict) or data is None:
        return
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from shown(explained()["$defs"][name], data, name)
    for part in schema.get("anyOf", ()):
        yield from shown(part, data, at)
    if isinstance(data, list):
        for member in data:
            yield from shown(schema.get("items"), member, at)
    elif isinstance(data, dict):
        named = schema.get("properties", {})
        for key, value in data.items():
            if key in named and value is not None:
                yield f"{at}.{key}"
            yield from shown(
                named.get(key, schema.get("additionalProperties")), value, f"{at}.{key}" if key in named else at
            )


@pytest.fixture(scope="module")
def every_key_shown(seldom: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    for way, told in seldom.items():
        command = way.split()[0]
        found |= set(shown(explained()["commands"][command], told, command))
    for command, folder, argv in ALL:
        found |= set(shown(explained()["commands"][command], answer(command, folder, argv), command))
    return found


def test_every_key_is_shown_by_some_answer(every_key_shown: set[str]) -> None:
    table = explained()
    asked = {
        key for name, part in (*table["commands"].items(), *table["$defs"].items()) for key in keys(part, name)
    }
    assert sorted(asked - every_key_shown - set(NEVER_SHOWN)) == []
    assert set(NEVER_SHOWN) <= asked


def test_everything_that_is_shared_is_used() -> None:
    used = {name for command in ANSWERS for name in answer_schema(command)["$defs"]}
    assert used == set(explained()["$defs"])


# --- closed lists are the program's ------------------------------------------------------------------------------


def listed(part: str, *keys: str) -> list[Any]:
    """The words of a list, without null."""
    found = explained()["$defs"][part]
    for key in keys:
        found = found["properties"][key]
    found = found.get("items", found)
    return [word for word in found["enum"] if word is not None]


def test_closed_lists_are_those_of_the_program() -> None:
    assert listed("state") == [state.value for state in State]
    assert listed("standing", "marks") == [mark.value for mark in MarkKind]
    assert listed("standing", "status") == list(get_args(get_args(Status)[0]))
    assert listed("unit_report", "sending") == [one.value for one in Sending]
    assert listed("finding", "severity") == [one.value for one in Severity]
    assert listed("step", "name") == list(get_args(Name))
    assert listed("score_kind") == list(get_args(get_args(ScoreKind)[0]))
    assert listed("criterion_compared", "not_comparable") == [reason for reason in get_args(Reason) if reason]
    assert listed("assessed", "step") == list(get_args(Step))
    assert listed("task_kind") == list(get_args(get_args(Kind)[0]))
    assert listed("origin") == [one.value for one in Origin]
    assert listed("change_logged", "fate") == [one.value for one in Fate]
    assert listed("check", "verdict") == [one.value for one in Verdict]
    tally = explained()["$defs"]["tally"]["properties"]
    assert list(tally) == list(Tally._fields)
