"""The schemas against the data and ``validate``: both accept and refuse the same shapes, but for what is named."""

from __future__ import annotations

import copy
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel

import yaml_core
from parplan.finding import Code, Family
from parplan.model.workspace import LAYOUT, FileKind, kind_of
from parplan.reading.load import Loaded, load
from parplan.views.schema import editor_settings, modeline, schema, schema_files
from parplan.words import LANGUAGES, explanations, words
from running import SAMPLE, sample
from tries import tries
from workspaces import AGENCIES, INDEXES, PLAN, REPOSITORY, Builder
from yaml_core import Leaf

RESULTS = "data/results/2021.yaml"
CALENDAR = "data/calendar.yaml"
SETTINGS = "data/settings.yaml"
PROGRESS = "data/progress/2022-10/so-noi-vu.yaml"
DECISIONS = "data/progress/2022-10/decisions.yaml"
REPORT = "data/reports/2022-09.yaml"
FROM_SAMPLE = (PROGRESS, DECISIONS, REPORT)
SETTINGS_TEXT = "findings: {select: [schema, progress], ignore: [report-late], fail_on: warning}\n"
FILES = (AGENCIES, INDEXES, CALENDAR, SETTINGS, PLAN, RESULTS, *FROM_SAMPLE)
"""A file of every kind."""

SHAPE = {Family.FILE, Family.SCHEMA, Family.REFERENCES}

UNSEEN = {
    Code.RULE_UNKNOWN: "the grammar of deadlines is no pattern; its examples are offered",
    Code.DATE_IMPOSSIBLE: "29 February of a common year matches the pattern of a day",
    Code.QUOTES_NEEDED: "a number without quotes is accepted where text is wanted: that is only a hint",
    Code.COMMENT_CUTS_TEXT: "an editor's parser drops comments",
    Code.COMMA_CUTS_TEXT: "the parser tells it before any schema is asked",
    Code.VALUE_OUT_OF_RANGE: "that a figure is a percentage is said in the plan, in another file",
}
"""Mistakes of shape that only ``validate`` sees, and why."""

UNSEEN_AS_NUMBERS = {Code.NUMBER_INVALID, Code.ID_INVALID, Code.PERIOD_INVALID, Code.FLAG_INVALID}
"""1e3, +1, 2022.0, True: without quotes they reach a schema as numbers and flags, their spelling lost."""


def schemas_of(loaded: Loaded, language: str = "vi") -> dict[str, Any]:
    said = words("en" if language == "en" else "vi")
    return {kind.name: schema(kind, loaded.workspace, said) for kind in LAYOUT}


@cache
def sample_schemas() -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(made) for name, made in schemas_of(sample()).items()}


def name_of(file: str) -> str:
    kind = kind_of(file)
    assert kind is not None
    return kind.name


def accepts(file: str, text: str) -> bool:
    """Whether the sample's schema of a file accepts a text in its place."""
    return bool(sample_schemas()[name_of(file)].is_valid(yaml_core.values(yaml_core.read(text))))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data with one file of each other kind: the sample itself takes long to read a hundred times."""
    root = tmp_path_factory.mktemp("schema")
    shutil.copytree(REPOSITORY / "data", root / "data")
    for file in FROM_SAMPLE:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLE / file, root / file)
    (root / SETTINGS).write_text(SETTINGS_TEXT, encoding="utf-8")
    return root


def found(root: Path, file: str, text: str) -> set[Code]:
    """What ``validate`` finds in a file's shape and references if a text stands in its place."""
    loaded = load(root, {file: text.encode()})
    return {f.code for f in loaded.findings if f.where.file == file and f.code.family in SHAPE}


# --- what ships ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schemas_are_schemas_of_the_draft_they_name(language: str) -> None:
    for made in schemas_of(sample(), language).values():
        assert made["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(made)


@pytest.mark.parametrize("folder", [REPOSITORY, SAMPLE], ids=["shipped", "sample"])
def test_every_file_that_ships_is_accepted(folder: Path) -> None:
    validators = {name: Draft202012Validator(made) for name, made in schemas_of(load(folder)).items()}
    files = [path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*.yaml")]
    assert len(files) >= 9
    for file in files:
        content = yaml_core.values(yaml_core.read((folder / file).read_text(encoding="utf-8")))
        assert [error.message for error in validators[name_of(file)].iter_errors(content)] == [], file


def test_a_workspace_without_anything_has_schemas_that_accept_its_files(w: Builder) -> None:
    w.write(AGENCIES, "kinds: []\nagencies: []\n").write(INDEXES, "places: []\nindexes: []\n").remove(PLAN)
    made = schemas_of(w.load())
    assert "enum" not in json.dumps(made["decisions"]["$defs"].get("task", {}))
    content = {"plan": 2030, "month": "2030-01", "agency": "so-x"}
    assert Draft202012Validator(made["progress"]).is_valid(content)


# --- one mistake at a time -----------------------------------------------------------------------------------

MISTAKES = [
    (PLAN, "    title: Triển khai có hiệu quả dịch", "    titel: Triển khai có hiệu quả dịch"),
    (PLAN, "  coordinator: so-noi-vu\n", ""),
    (PLAN, "  coordinator: so-noi-vu", "  coordinator: so-noi-vuu"),
    (PLAN, "  coordinator: so-noi-vu", "  coordinator:"),
    (PLAN, "  coordinator: so-noi-vu", "  coordinator: ''"),
    (PLAN, "  coordinator: so-noi-vu", "  coordinator: [so-noi-vu]"),
    (PLAN, "  coordinator: so-noi-vu", "  coordinator: ubnd-cap-huyen"),
    (PLAN, "  ends: 2022-12-31", "  ends: 31/12/2022"),
    (PLAN, "  ends: 2022-12-31", "  ends: 2022-13-31"),
    (PLAN, "  ends: 2022-12-31", "  ends: 2022-12"),
    (PLAN, "  issued: 2022-08\n", "  issued: 2022-8\n"),
    (PLAN, "  year: 2022", "  year: năm 2022"),
    (PLAN, "    closes: 14", "    closes: 31"),
    (PLAN, "    closes: 14", '    closes: "31"'),
    (PLAN, "    closes: 14", "    closes: 0"),
    (PLAN, "    due_soon_days: 7", "    due_soon_days: 93"),
    (PLAN, "    to: [ubnd-tinh]", "    to: []"),
    (PLAN, "    to: [ubnd-tinh]", "    to: ubnd-tinh"),
    (PLAN, "    from: so-noi-vu", "    from_: so-noi-vu"),
    (PLAN, "    signer: {office: GIÁM ĐỐC}", "    signer: GIÁM ĐỐC"),
    (PLAN, "    task: III.2.3", "    task: III.2.33"),
    (PLAN, "    deadline: {words: Kịp thời}", "    deadline: {words: ~}"),
    (PLAN, "      - id: tu-bao-dam\n", "      - id: tự bảo đảm\n"),
    (PLAN, "        at_least: 80\n", ""),
    (PLAN, "        at_least: 80\n", "        at_least: 80\n        at_most: 90\n"),
    (PLAN, "        at_least: 80\n", "        at_least: {year: 2021, value: 80}\n"),
    (PLAN, "        at_least: 80\n", "        at_least: {}\n"),
    (PLAN, "        at_least: 80\n", "        at_least: 80,5\n"),
    (PLAN, "        at_least: 80\n", "        at_least: [80]\n"),
    (PLAN, "    score: 86.57", "    score: 86,57"),
    (PLAN, "    rank: 33\n", "    rank: 33.5\n"),
    (PLAN, "    change: {from: 2020, places: 9}", "    change: {places: 9}"),
    (AGENCIES, "    symbol: SNV\n    kind: so-ban-nganh", "    symbol: SNV\n    kind: so-ban-nganhh"),
    (AGENCIES, "  - id: so-noi-vu\n", "  - id: sở-nội-vụ\n"),
    (AGENCIES, "    aliases: [Sở NV]", "    aliases: []"),
    (AGENCIES, "    aliases: [Sở NV]", "    aliases: [{Sở: NV}]"),
    (INDEXES, "    scale: 100\n    unit: điểm", "    scale: ''\n    unit: điểm"),
    (INDEXES, "places:\n", "place:\n"),
    (CALENDAR, '  - date: 2022-01-03\n    kind: "off"', "  - date: 2022-01-03\n    kind: nghỉ"),
    (RESULTS, "    place: hai-phong\n", "    place: hai-phongg\n"),
    (SETTINGS, "fail_on: warning", "fail_on: warnings"),
    (SETTINGS, "[report-late]", "[report-lat]"),
    (PROGRESS, "month: 2022-10\n", "month: 2022-Q4\n"),
    (PROGRESS, "plan: 2022\n", "plan: 2021\n"),
    (PROGRESS, "sample: true", "sample: có"),
    (PROGRESS, "{ty-le: {done: 6, of: 6}}", "{ty le: {done: 6, of: 6}}"),
    (PROGRESS, "{ty-le: {done: 6, of: 6}}", "{ty-le: {done: 6, off: 6}}"),
    (PROGRESS, "{type: document, number: 101/BC-SNV,", "{type: documents, number: 101/BC-SNV,"),
    (DECISIONS, "    period: 2022-09\n", "    period: 2022-9\n"),
    (DECISIONS, "    period: 2022-09\n", "    period: 2022-Q5\n"),
    (DECISIONS, "    kind: drop", "    kind: cancel"),
    (DECISIONS, "from: 2022-10-05", "since: 2022-10-05"),
    (REPORT, "period: 2022-09", "period: tháng 9"),
    (REPORT, "sections:\n", "sections: []\nx:\n"),
]


@pytest.mark.parametrize(
    ("file", "old", "new"), MISTAKES, ids=[f"{f[5:9]} {new.strip()}" for f, _, new in MISTAKES]
)
def test_what_validate_refuses_for_its_shape_the_schema_refuses(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    text = text.replace(old, new)
    assert found(root, file, text)
    assert not accepts(file, text)


NEAR_MISSES = [
    (PLAN, "  year: 2022", '  year: "2022"'),
    (PLAN, "  title: >-\n    Kế hoạch", "  title: |\n    Kế hoạch"),
    (PLAN, "  issued: 2022-08\n", "  issued: 2022-08-15\n"),
    (PLAN, "    closes: 14", '    closes: "14"'),
    (PLAN, "    closes: 14", "    closes: 08"),
    (PLAN, "    archive: VT, CCHC", "    archive: 1.10"),
    (PLAN, "        at_least: 80\n", "        at_least: {value: 80}\n"),
    (PLAN, "        at_least: 80\n", "        at_least: {year: 2021}\n"),
    (PLAN, "        at_least: 80\n", '        at_least: "80.25"\n'),
    (PLAN, '    set: "1149"', "    set: 1149"),
    (PLAN, "    change: {from: 2020, places: 9}", "    change: {from: 2020, places: +9}"),
    (CALENDAR, '  - date: 2022-01-03\n    kind: "off"', "  - date: 2022-01-03\n    kind: off"),
    (CALENDAR, "  - date: 2022-01-03", '  - date: "2022-01-03"'),
    (PROGRESS, "plan: 2022\n", 'plan: "2022"\n'),
    (PROGRESS, "sample: true", 'sample: "true"'),
    (PROGRESS, "{ty-le: {done: 6, of: 6}}", "{ty-le: 100}"),
    (PROGRESS, "{ty-le: {done: 6, of: 6}}", "{}"),
    (DECISIONS, "    period: 2022-09\n", "    period: 2022\n"),
    (DECISIONS, "    period: 2022-09\n", '    period: "2022"\n'),
    (DECISIONS, "    period: 2022-09\n", "    period: 2022-H2\n"),
]


@pytest.mark.parametrize(("file", "old", "new"), NEAR_MISSES, ids=[new.strip() for _, _, new in NEAR_MISSES])
def test_what_validate_accepts_the_schema_accepts(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    text = text.replace(old, new)
    assert found(root, file, text) <= {Code.QUOTES_NEEDED}
    assert accepts(file, text)


# --- any change ----------------------------------------------------------------------------------------------

TEXTS = (
    *("", " ", "x", "a b", "Sở Nội vụ", "“x”", "so-noi-vu", "khong-co", "once", "done", "off", "document"),
    *(
        "2022",
        "02022",
        "2022.0",
        "2022-09",
        "2022-9",
        "2022-Q3",
        "2022-09-30",
        "30/9/2022",
        "2022-02-30",
        "2022-13-01",
    ),
    *(
        "86.57",
        "86,57",
        "-1",
        "+1",
        "1e3",
        ".5",
        "007",
        "1.10",
        "1149",
        "0x1F",
        "40",
        "93",
        "9999999999999",
        ".inf",
    ),
    *("true", "True", "no", "null", "~", "hằng tháng", "III.2.3", "PAR/1149/iso-9001"),
)
SCALARS = [Leaf(text, plain) for text in TEXTS for plain in (True, False) if text.strip() or not plain]
CONTENTS: list[Any] = [
    *SCALARS,
    [],
    {},
    [Leaf("x")],
    {"x": Leaf("x")},
    {"value": Leaf("1")},
    {"year": Leaf("2021")},
]


def places(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a file but the whole."""
    steps = (
        content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    )
    for step, inner in steps:
        yield (*path, step)
        yield from places(inner, (*path, step))


@cache
def content_of(file: str) -> tuple[Any, list[tuple[Any, ...]]]:
    text = (
        SETTINGS_TEXT if file == SETTINGS else ((SAMPLE if file in FROM_SAMPLE else REPOSITORY) / file).read_text()
    )
    content = yaml_core.read(text)
    return content, list(places(content))


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any, Any]:
    """A file with one change, and the scalar that was put in, if it was one."""
    file = draw(st.sampled_from(FILES))
    whole, ways = content_of(file)
    content = copy.deepcopy(whole)
    *way, step = draw(st.sampled_from(ways))
    inner = content
    for inside in way:
        inner = inner[inside]
    match draw(st.sampled_from(["replace", "replace", "drop", "rename", "add"])):
        case "drop":
            del inner[step]
        case "rename" if isinstance(inner, dict):
            inner[draw(st.sampled_from([f"{step}x", "x", "ghi chú", "id"]))] = inner.pop(step)
        case "add" if isinstance(inner, dict):
            inner.setdefault(draw(st.sampled_from(["note", "x", "mark", "from", "value"])), Leaf("x"))
        case _:
            inner[step] = draw(st.sampled_from(CONTENTS))
            return file, content, inner[step]
    return file, content, None


@given(changed())
@settings(tries(100), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_schema_and_validate_agree_about_any_change(root: Path, change: tuple[str, Any, Any]) -> None:
    file, content, put = change
    text = yaml_core.written(content)
    codes = found(root, file, text)
    accepted = sample_schemas()[name_of(file)].is_valid(yaml_core.values(content))
    if not accepted:
        assert codes, text
    lost = isinstance(put, Leaf) and not isinstance(put.value, str)
    unseen = set(UNSEEN) | (UNSEEN_AS_NUMBERS if lost else set())
    if {code for code in codes if code.family is Family.SCHEMA} - unseen:
        assert not accepted, text


def test_only_codes_of_shape_are_excused() -> None:
    assert {code.family for code in {*UNSEEN, *UNSEEN_AS_NUMBERS}} == {Family.SCHEMA}


# --- the workspace's own ids ---------------------------------------------------------------------------------


def offered(loaded: Loaded, kind: str, name: str) -> dict[Any, str]:
    """What an editor offers where an id of that name is wanted, with what it says beside it."""
    found = schemas_of(loaded)[kind]["$defs"][name]
    found = found.get("anyOf", [found])[0]
    return dict(zip(found["enum"], found["enumDescriptions"], strict=True))


def test_ids_are_offered_with_their_names(w: Builder) -> None:
    loaded = w.load()
    assert offered(loaded, "progress", "agency")["so-noi-vu"] == "Sở Nội vụ"
    assert "cac-so" not in offered(loaded, "progress", "agency")
    assert offered(loaded, "decisions", "agency-or-group")["cac-so"] == "các Sở"
    assert list(offered(loaded, "progress", "task")) == ["A", "B", "C", "D"]
    assert list(offered(loaded, "agencies", "agency-kind")) == ["tinh", "so", "huyen"]
    assert list(offered(loaded, "plan", "criterion")) == ["PAR/1149/cong-bo", "PAR/876/cong-bo"]
    assert offered(loaded, "plan", "place") == {"quang-nam": "Quảng Nam", "ca-nuoc": "Cả nước"}
    assert offered(loaded, "results", "ranked").items() >= {
        ("quang-nam", "Quảng Nam"),
        ("hoi-an", "UBND thành phố Hội An"),
    }


def test_a_year_is_offered_without_quotes_and_accepted_with_them(w: Builder) -> None:
    assert offered(w.load(), "progress", "plan") == {2022: "Kế hoạch"}
    file = Draft202012Validator(schemas_of(w.load())["progress"])
    head = {"month": "2022-09", "agency": "so-noi-vu"}
    assert [file.is_valid({"plan": plan, **head}) for plan in (2022, "2022", 2023, "2023")] == [
        True,
        True,
        False,
        False,
    ]


def test_an_id_that_looks_like_a_number_is_accepted_with_quotes_and_without(w: Builder) -> None:
    w.change(
        INDEXES, "{id: quang-nam, name: Quảng Nam}", '{id: quang-nam, name: Quảng Nam}\n  - {id: "1149", name: X}'
    )
    assert {"1149", 1149} <= set(offered(w.load(), "results", "ranked"))


def test_ids_of_records_with_errors_are_accepted_and_not_offered(w: Builder) -> None:
    w.change(AGENCIES, "{id: hoi-an, name: UBND thành phố Hội An,", "{id: hoi-an, nam: UBND thành phố Hội An,")
    loaded = w.load()
    assert "hoi-an" not in offered(loaded, "progress", "agency")
    file = Draft202012Validator(schemas_of(loaded)["progress"])
    head = {"plan": 2022, "month": "2022-09"}
    assert [file.is_valid(head | {"agency": name}) for name in ("hoi-an", "hoi-ann")] == [True, False]


@pytest.mark.parametrize("file", [AGENCIES, PLAN])
def test_of_what_cannot_be_read_any_id_is_accepted(w: Builder, file: str) -> None:
    w.write(file, "agencies: [")
    made = schemas_of(w.load())
    content = {
        "plan": 2022,
        "month": "2022-09",
        "agency": "so-noi-vu",
        "updates": [{"task": "Z", "status": "done"}],
    }
    refused = Draft202012Validator(made["progress"]).iter_errors(content)
    assert [error.path[0] for error in refused] == (["updates"] if file == AGENCIES else [])


def test_codes_are_offered_with_their_sentences(w: Builder) -> None:
    codes = offered(w.load(), "settings", "code")
    assert codes["agency-unknown"] == "Không có đơn vị mang mã “…”."
    assert {family.value for family in Family} <= set(codes)


# --- what an editor makes of it ------------------------------------------------------------------------------


def parts(made: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema."""
    if isinstance(made, dict):
        yield made
    for inner in made.values() if isinstance(made, dict) else made if isinstance(made, list) else ():
        yield from parts(inner)


def every_part() -> list[dict[str, Any]]:
    return [part for made in schemas_of(sample()).values() for part in parts(made)]


def test_a_single_example_would_be_typed_by_the_editor_as_if_it_were_a_fact() -> None:
    assert [part["examples"] for part in every_part() if len(part.get("examples", [0, 0])) < 2] == []


def test_every_field_has_a_type_so_that_the_editor_types_its_colon() -> None:
    fields = [field for part in every_part() for field in part.get("properties", {}).values() if "title" in field]
    assert len(fields) > 150
    assert [field for field in fields if not {"type", "$ref", "anyOf"} & set(field)] == []


def test_no_field_of_text_takes_flags_or_else_true_and_false_would_be_offered_everywhere() -> None:
    made = schemas_of(sample())["progress"]["$defs"]["Update"]["properties"]["result"]
    assert made["type"] == ["string", "number"]


def test_patterns_hold_only_what_javascript_understands_too() -> None:
    escapes = {found for part in every_part() for found in re.findall(r"\\.", str(part.get("pattern", "")))}
    assert escapes <= {r"\S", r"\s", r"\.", r"\x", r"\u", r"\n", r"\/"}


def test_what_does_not_match_is_told_in_the_words_of_validate() -> None:
    day = schemas_of(sample())["progress"]["properties"]["received"]
    assert day["patternErrorMessage"] == words("vi")("finding.date-invalid", text="…")


# --- words ---------------------------------------------------------------------------------------------------


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A record and every record inside it."""
    yield model
    for info in model.model_fields.values():
        waiting = [info.annotation]
        while waiting:
            part = waiting.pop()
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from models(part)
            waiting.extend(get_args(part))


def keys_of(language: str) -> list[str]:
    return list(explanations("en" if language == "en" else "vi"))


def fields() -> Iterator[tuple[type[BaseModel], str]]:
    for model in sorted(
        {model for kind in LAYOUT for model in models(kind.model)}, key=lambda model: model.__name__
    ):
        yield model, "itself"
        for name, info in model.model_fields.items():
            yield model, info.alias or name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_and_field_is_explained_and_nothing_else(language: str) -> None:
    keys = set(keys_of(language))
    used = {own if (own := f"{model.__name__}.{key}") in keys else f"any.{key}" for model, key in fields()}
    assert used - keys == set()
    rest = {key for key in keys - used if not key.startswith(("file.", "choice."))}
    assert rest == set()


def test_every_choice_is_explained_and_nothing_else() -> None:
    wanted = {
        f"choice.{key}.{word}"
        for made in schemas_of(sample()).values()
        for part in parts(made)
        for key, field in part.get("properties", {}).items()
        for word in (field.get("enum", ()) if isinstance(field, dict) else ())
    }
    assert {key for key in keys_of("vi") if key.startswith("choice.")} == wanted


def test_both_languages_explain_the_same() -> None:
    assert keys_of("vi") == keys_of("en")
    assert {key for key in keys_of("vi") if key.startswith("file.")} == {f"file.{kind.name}" for kind in LAYOUT}


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_are_composed_and_do_not_shout(language: str) -> None:
    said = explanations("en" if language == "en" else "vi")
    assert [key for key, text in said.items() if not unicodedata.is_normalized("NFC", text) or "!" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_about_records_and_fields_end_like_sentences(language: str) -> None:
    said = explanations("en" if language == "en" else "vi")
    sentences = {key: text for key, text in said.items() if not key.startswith(("file.", "choice."))}
    assert [key for key, text in sentences.items() if not text.endswith((".", "”.", ")."))] == []


def test_a_schema_is_in_the_language_asked_for() -> None:
    field = schemas_of(sample(), "en")["plan"]["$defs"]["Task"]["properties"]["lead"]
    assert field["title"] == "lead agency"
    assert field["description"].startswith("The lead agencies")


# --- where the schemas lie -----------------------------------------------------------------------------------


def matches(glob: str, file: str) -> bool:
    """How the language server reads a glob: "*" is anything but a slash."""
    return re.fullmatch(re.escape(glob).replace(r"\*", "[^/]*"), file) is not None


@pytest.mark.parametrize("file", [*FILES, "data/progress/2022-09/so-y-te.yaml", "data/reports/2022-Q3.yaml"])
def test_the_settings_give_each_file_its_own_schema_and_no_other(file: str) -> None:
    associations = editor_settings()["yaml.schemas"]
    assert isinstance(associations, dict)
    given = []
    for path, globs in associations.items():
        globs = [globs] if isinstance(globs, str) else globs
        taken = any(matches(glob, file) for glob in globs if not glob.startswith("!"))
        if taken and not any(matches(glob[1:], file) for glob in globs if glob.startswith("!")):
            given.append(path)
    assert given == [f"./schema/{name_of(file)}.schema.json"]


def test_the_page_about_editors_shows_these_settings() -> None:
    page = (REPOSITORY / "docs" / "editor.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert json.loads(shown) == editor_settings()


def test_the_settings_and_the_files_speak_of_the_same_schemas() -> None:
    files = schema_files(sample().workspace, words("vi"))
    assert [f"./{file}" for file in files] == list(editor_settings()["yaml.schemas"])  # type: ignore[call-overload]
    assert all(json.loads(text) and text.endswith("}\n") for text in files.values())


@pytest.mark.parametrize(
    ("file", "way"),
    [
        (PLAN, "../schema/plan.schema.json"),
        (RESULTS, "../../schema/results.schema.json"),
        (PROGRESS, "../../../schema/progress.schema.json"),
        (DECISIONS, "../../../schema/decisions.schema.json"),
    ],
)
def test_a_modeline_leads_from_the_file_to_its_schema(file: str, way: str) -> None:
    assert modeline(file) == f"# yaml-language-server: $schema={way}"
    assert (Path(file).parent / way).as_posix().count("..") == len(Path(file).parts) - 1


def test_a_file_of_no_kind_has_no_modeline() -> None:
    with pytest.raises(ValueError, match=r"data/x\.yaml"):
        modeline("data/x.yaml")


def test_every_kind_of_file_has_a_name_of_its_own() -> None:
    assert len({kind.name for kind in LAYOUT}) == len(LAYOUT)
    assert all(isinstance(kind, FileKind) and kind.globs for kind in LAYOUT)
