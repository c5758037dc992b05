"""SARIF that its public schema takes, in which every region is what is meant."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

import parplan
from parplan.errors import explanation
from parplan.finding import Code
from parplan.output.ci.annotations import fingerprints
from parplan.output.ci.sarif import LONGEST_DESCRIPTION, sarif
from parplan.words import LANGUAGES, Language
from telling import broken, complaint, telling, told
from workspaces import AGENCIES, PLAN, REPOSITORY, Builder

SCHEMA = json.loads((REPOSITORY / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(log: str) -> dict[str, Any]:
    made = json.loads(log)
    Draft7Validator(SCHEMA).validate(made)
    (run,) = made["runs"]
    return dict(run)


def region(result: dict[str, Any]) -> dict[str, int]:
    return dict(result["locations"][0]["physicalLocation"]["region"])


def test_the_schema_is_itself_valid() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workspace_with_mistakes_is_told_as_the_schema_has_it(w: Builder, language: Language) -> None:
    spoken = told(broken(w), language, prefix="province/")
    run = run_of(sarif(spoken))
    assert [one["message"]["text"] for one in run["results"]] == [one.message for one in spoken.complaints]
    assert {one["level"] for one in run["results"]} == {"error", "warning", "note"}
    assert run["language"] == language


def test_a_sound_workspace_has_no_results(w: Builder) -> None:
    assert run_of(sarif(told(w)))["results"] == []


def test_the_driver_is_this_program_with_a_rule_for_every_code(w: Builder) -> None:
    driver = run_of(sarif(told(w)))["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("parplan", parplan.__version__)
    assert [rule["id"] for rule in driver["rules"]] == [code.slug for code in Code]
    assert len({rule["name"] for rule in driver["rules"]}) == len(Code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_is_told_by_its_explanation(w: Builder, language: Language) -> None:
    rules = {rule["id"]: rule for rule in run_of(sarif(told(w, language)))["tool"]["driver"]["rules"]}
    rule, code = rules["key-missing"], Code.KEY_MISSING
    assert rule["name"] == "KeyMissing"
    assert rule["help"]["markdown"] == explanation(code, language).prose.strip()
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
    assert (rule["defaultConfiguration"], rule["properties"]) == ({"level": "error"}, {"tags": ["schema"]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_described_at_greater_length_than_github_takes(w: Builder, language: Language) -> None:
    rules = run_of(sarif(told(w, language)))["tool"]["driver"]["rules"]
    texts = [rule[name]["text"] for rule in rules for name in ("shortDescription", "fullDescription")]
    assert all(0 < len(text) <= LONGEST_DESCRIPTION for text in texts)


def test_a_result_points_at_its_rule(w: Builder) -> None:
    run = run_of(sarif(told(broken(w))))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert [rules[one["ruleIndex"]]["defaultConfiguration"]["level"] for one in run["results"]] == [
        one["level"] for one in run["results"]
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (AGENCIES, "kind: tinh}", "kind: tin}", "tin"),
        (AGENCIES, "name: UBND tỉnh, kind: tinh}", "name: 😀 Ủy ban 国, kind: tỉnh}", "tỉnh"),
        (PLAN, "year: 2022", "year: hai nghìn", "hai nghìn"),
    ],
)
def test_a_region_holds_what_is_meant(w: Builder, file: str, old: str, new: str, meant: str) -> None:
    w.change(file, old, new)
    held = []
    for result in run_of(sarif(told(w)))["results"]:
        place = region(result)
        assert place["startLine"] == place["endLine"]
        line = w.text(file).split("\n")[place["startLine"] - 1]
        held.append(line[place["startColumn"] - 1 : place["endColumn"] - 1])
    assert meant in held


def test_the_name_of_a_file_becomes_an_address() -> None:
    made = run_of(sarif(telling(complaint("tỉnh A/data/50%:#?.yaml"))))
    artifact = made["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "t%E1%BB%89nh%20A/data/50%25%3A%23%3F.yaml", "uriBaseId": "%SRCROOT%"}
    assert unquote(artifact["uri"]) == "tỉnh A/data/50%:#?.yaml"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{id: A}", "{{id: A}}"),
        ("{0}", "{{0}}"),
        ("[đây](https://example.vn)", "[đây\\](https://example.vn)"),
        ("[A, B] (hai)", "[A, B] (hai)"),
    ],
)
def test_nothing_in_a_message_is_a_place_to_fill_or_a_link(text: str, written: str) -> None:
    (result,) = run_of(sarif(telling(complaint(sentence=f"“{text}”."))))["results"]
    assert result["message"]["text"] == f"“{written}”."


def test_a_result_is_known_by_its_fingerprint(w: Builder) -> None:
    spoken = told(broken(w))
    results = run_of(sarif(spoken))["results"]
    assert [one["partialFingerprints"]["parplan/v1"] for one in results] == fingerprints(spoken.complaints)
