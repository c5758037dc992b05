"""Tests of parplan.reading.load."""

from __future__ import annotations

import gc
import os
import time
import tracemalloc
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parplan.finding import Code, Finding, Stop
from parplan.reading.load import find_root, load
from parplan.reading.source import MAX_BYTES, read_yaml
from parplan.where import START, Where
from tries import few, tries
from workspaces import (
    AGENCIES,
    AGENCIES_TEXT,
    DECISIONS,
    HEAD,
    INDEXES,
    INDEXES_TEXT,
    PLAN,
    REPORT,
    REST_OF_TASK,
    RESULTS,
    TASKS,
    Builder,
    asked_for,
)

SECONDS = 2.0
PLAN_TEXT = HEAD + "tasks:\n" + TASKS.replace("…", REST_OF_TASK)
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

BROKEN: dict[str, tuple[str, bytes]] = {
    "truncated": (PLAN, PLAN_TEXT.encode()[:-40]),
    "cut inside a letter": (PLAN, PLAN_TEXT.encode()[: PLAN_TEXT.encode().index("ế".encode()) + 1]),
    "binary": (PLAN, bytes(range(256)) * 50),
    "a Word file": (PLAN, b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(200))),
    "UTF-16": (PLAN, PLAN_TEXT.encode("utf-16")),
    "UTF-16 without a mark": (PLAN, PLAN_TEXT.encode("utf-16-le")),
    "UTF-32": (PLAN, PLAN_TEXT.encode("utf-32")),
    "windows-1258": (PLAN, "plan:\n  title: Qu\u00e2n".encode("cp1258")),
    "tabs": (PLAN, PLAN_TEXT.replace("  ", "\t").encode()),
    "alias bomb": (PLAN, BOMB.encode()),
    "self-referring alias": (PLAN, b"plan: &a [*a]\n"),
    "unknown alias": (PLAN, b"plan: *a\n"),
    "foreign tag": (PLAN, b"plan: !!python/object/apply:os.system [echo]\n"),
    "merge key": (PLAN, b"plan:\n  <<: {year: 2022}\n"),
    "100,000 brackets": (PLAN, b"[" * 100_000),
    "100,000 braces closed": (PLAN, b"plan: " + b"[" * 100_000 + b"]" * 100_000),
    "100,000 dashes": (PLAN, b"- " * 100_000),
    "100,000 question marks": (PLAN, b"? " * 100_000),
    "huge number": (PLAN, PLAN_TEXT.replace("year: 2022", f"year: 1{'0' * 5000}").encode()),
    "huge score": (RESULTS, f"results:\n  - {{score: {'9' * 5000}.1}}\n".encode()),
    "exponent": (RESULTS, b"results:\n  - {score: 1e999999999}\n"),
    "nan": (
        RESULTS,
        b"results:\n  - {index: PAR, year: 2022, place: quang-nam, score: .nan, mark: read, source: x}\n",
    ),
    "null records": (PLAN, (HEAD + "tasks:\n  -\n  - ~\n  - null\n").encode()),
    "list for a mapping": (PLAN, b"- plan\n- tasks\n"),
    "text for a mapping": (PLAN, b"plan\n"),
    "mapping for a list": (PLAN, (HEAD + "tasks: {a: 1}\n").encode()),
    "list for text": (PLAN, PLAN_TEXT.replace("id: A", "id: [A, {b: c}]").encode()),
    "empty": (PLAN, b""),
    "only a mark of order": (PLAN, b"\xef\xbb\xbf"),
    "only comments": (PLAN, b"# a\n\n# b\n"),
    "NUL bytes": (PLAN, PLAN_TEXT.replace("Kế", "K\x00").encode()),
    "NUL as an escape": (PLAN, PLAN_TEXT.replace("archive: VT", 'archive: "V\\0T"').encode()),
    "U+2028": (PLAN, PLAN_TEXT.replace("Kế", "K\u2028").encode()),
    "two documents": (PLAN, (PLAN_TEXT + "---\n" + PLAN_TEXT).encode()),
    "5 MB line": (PLAN, (HEAD + "tasks:\n  - " + "x" * 5_000_000).encode()),
    "5 MB key": (
        PLAN,
        (HEAD + "x" * 1_000 + ": 1\n").encode() + b"tasks: []\n" + b"? " + b"y" * 5_000_000 + b"\n: 1\n",
    ),
    "5 MB id": (
        PLAN,
        PLAN_TEXT.replace(
            "[so-tu-phap], deadline: {rule: ngày", f"[{'a' * 5_000_000}], deadline: {{rule: ngày"
        ).encode(),
    ),
    "5 MB rule": (PLAN, PLAN_TEXT.replace("hằng tháng", "hằng " * 800_000).encode()),
    "3,000 unknown keys": (PLAN, PLAN_TEXT.encode() + "".join(f"tasks{n}: 1\n" for n in range(3_000)).encode()),
    "lone CR": (PLAN, PLAN_TEXT.replace("\n", "\r").replace("year: 2022", "year: x").encode()),
    "unclosed quote": (PLAN, PLAN_TEXT.replace("title: Kế", "title: 'Kế").encode()),
    "month in one figure": ("data/progress/2022-9/so-tu-phap.yaml", b"plan: 2022\n"),
    "month 13": ("data/progress/2022-13/so-tu-phap.yaml", b"plan: 2022\n"),
    "another ending": ("data/plan-2023.yml", b"plan: 2022\n"),
    "a backup": ("data/agencies.yaml~", b""),
    "a table": ("data/progress/2022-09/so-tu-phap.xlsx", b"PK"),
    "year out of this world": (PLAN, PLAN_TEXT.replace("2022-12-31", "9999-12-31").encode()),
    "year one": (PLAN, PLAN_TEXT.replace("starts: 2022-08", "starts: 0001-01").encode()),
    "another year's day": (PLAN, PLAN_TEXT.replace("30/9/2022", "1/1/0001").encode()),
}


@pytest.mark.parametrize("name", few(BROKEN, BROKEN.keys() - {"5 MB key", "5 MB rule"}))
def test_a_broken_file_is_an_error_with_a_place_within_two_seconds(name: str, w: Builder) -> None:
    file, raw = BROKEN[name]
    w.write(file, raw)
    began = time.process_time()
    loaded = w.load()
    assert time.process_time() - began < SECONDS
    assert any(error.where.file == file for error in loaded.errors)
    text = raw.decode("utf-8", "replace")
    for error in (error for error in loaded.errors if error.where.file == file):
        span = loaded.span(error)
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.line <= text.count("\n") + text.count("\r") + 1


@pytest.mark.parametrize("name", ["alias bomb", "100,000 brackets", "100,000 dashes", "5 MB line", "5 MB id"])
def test_a_bomb_takes_little_memory(name: str, w: Builder) -> None:
    w.write(*BROKEN[name])
    tracemalloc.start()
    w.load()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 500_000_000


def test_a_name_whose_letters_macos_took_apart_is_the_one_that_was_written(w: Builder) -> None:
    (w.root / "data/sources/ke-hoach.txt").rename(
        w.root / "data/sources" / unicodedata.normalize("NFD", "kế-hoạch.txt")
    )
    w.change(PLAN, "sources/ke-hoach.txt", "sources/kế-hoạch.txt").silent()


def test_a_folder_named_like_a_file_is_an_error(w: Builder) -> None:
    (w.root / "data/plan-2023.yaml").mkdir()
    (w.root / "data/x.yaml").mkdir()
    loaded = w.load()
    assert [(f.code.slug, f.where.file) for f in loaded.findings] == [
        ("file-unreadable", "data/plan-2023.yaml"),
        ("file-unknown", "data/x.yaml"),
    ]


def test_links_that_lead_nowhere_or_in_a_circle_are_errors(w: Builder) -> None:
    (w.root / "data/plan-2023.yaml").symlink_to("plan-2023.yaml")
    (w.root / "data/plan-2024.yaml").symlink_to("not-there.yaml")
    (w.root / "data/results").symlink_to(w.root / "elsewhere")
    (w.root / "elsewhere").mkdir()
    assert w.codes() == ["file-unreadable", "file-unreadable", "file-unknown"]


def test_a_pipe_or_a_device_is_not_read(w: Builder) -> None:
    os.mkfifo(w.root / "data/plan-2023.yaml")
    (w.root / "data/plan-2024.yaml").symlink_to("/dev/zero")
    assert w.codes() == ["file-unreadable", "file-unreadable"]


def test_a_file_over_the_limit_is_not_read(w: Builder) -> None:
    path = w.root / "data/plan-2023.yaml"
    path.touch()
    os.truncate(path, MAX_BYTES + 1)
    (finding,) = w.load().findings
    assert (finding.code, finding.values["limit"], finding.span) == (Code.FILE_TOO_LARGE, 16, START)


def test_a_file_of_more_values_than_anybody_means_is_not_read_on(
    w: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("plain", "tree"):
        monkeypatch.setattr(f"parplan.reading.{module}.MAX_VALUES", 500)
    assert w.write("data/plan-2023.yaml", "- a\n" * 490).codes() != ["file-too-large"]
    (finding,) = w.write("data/plan-2023.yaml", "- a\n" * 501).load().findings
    assert (finding.code, finding.values["limit"]) == (Code.FILE_TOO_LARGE, 500)


def test_a_folder_of_more_files_than_a_plan_has_is_not_read(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parplan.reading.load.MAX_FILES", 2)
    with pytest.raises(Stop) as stopped:
        w.load()
    assert (stopped.value.reason, stopped.value.exit_code) == ("workspace-too-large", 1)


def test_names_that_begin_with_a_dot_belong_to_others(w: Builder) -> None:
    w.write("data/.DS_Store", b"\x00").write("data/.git/agencies.yaml", "").silent()


def test_missing_registers_are_told_and_nothing_that_refers_to_them(w: Builder) -> None:
    w.remove(AGENCIES).remove(INDEXES)
    assert w.codes() == ["file-missing", "file-missing"]


def test_an_empty_folder_lacks_its_registers(tmp_path: Path) -> None:
    assert [f.code.slug for f in load(tmp_path).findings] == ["file-missing", "file-missing"]


def test_an_unreadable_register_is_told_once_and_nothing_that_refers_to_it(w: Builder) -> None:
    w.write(AGENCIES, "agencies: [")
    assert w.codes() == ["bracket-unclosed"]


def test_an_unreadable_plan_is_told_once_and_not_by_the_reports_under_it(w: Builder) -> None:
    w.write(PLAN, "").report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    assert w.codes() == ["file-empty"]


def test_a_record_with_an_error_is_left_out_and_the_rest_stays(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp, ", "")
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    loaded = w.load()
    w.refused(Code.KEY_MISSING, AGENCIES, "{id: so-tu-phap, kind: so}")
    assert "so-tu-phap" in loaded.workspace.left_out
    assert [agency.id for agency in loaded.workspace.agencies.agencies][1:3] == ["so-noi-vu", "so-tai-chinh"]


def test_references_to_a_task_left_out_are_not_told_again(w: Builder) -> None:
    w.tasks(TASKS.replace("id: A, kind: once", "id: A, kind: onec"))
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    w.refused(Code.VALUE_UNKNOWN, PLAN, "onec", meant="once")


def test_an_id_in_a_report_is_a_mistake_and_names_nothing(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {id: KK, status: done}\n")
    w.report("2022-10", "so-tu-phap", "- {task: KK, status: not-started}\n")
    assert set(w.codes()) == {"key-missing", "key-unknown", "task-unknown"}


def test_paths_stay_right_after_a_record_was_left_out(w: Builder) -> None:
    w.tasks(
        """\
- {id: A, kind: nonsense, lead: [so-tu-phap], …}
- {id: B, kind: ongoing, lead: [so-tu-phap], …}
- {id: C, kind: nonsense, lead: [so-tu-phap], …}
- {id: D, kind: ongoing, lead: [khong-co], …}
- {id: E, kind: ongoing, lead: [so-tu-phap], …}
"""
    )
    loaded = w.load()
    assert [(f.code, loaded.span(f).line - HEAD.count("\n") - 1) for f in asked_for(loaded)] == [
        (Code.VALUE_UNKNOWN, 1),
        (Code.VALUE_UNKNOWN, 3),
        (Code.AGENCY_UNKNOWN, 4),
    ]
    tasks = loaded.workspace.plans[2022].tasks
    assert [task.where for task in tasks] == [Where(PLAN, ("tasks", 1)), Where(PLAN, ("tasks", 4))]
    assert tasks[1].source.where == Where(PLAN, ("tasks", 4, "source"))


def test_every_key_missing_from_one_record_is_told(w: Builder) -> None:
    w.tasks("- {id: A, kind: ongoing}\n")
    missing = [f.values["key"] for f in w.load().findings if f.code is Code.KEY_MISSING]
    assert sorted(map(str, missing)) == ["lead", "source", "title"]


@pytest.mark.parametrize(
    ("file", "old", "new", "marked", "meant"),
    [
        (PLAN, "issuer: ubnd", "isuer: ubnd", "isuer", "issuer"),
        (AGENCIES, "kind: tinh", "kin: tinh", "«kin»: tinh", "kind"),
        (AGENCIES, "members: [cac-so", "member: [cac-so", "«member»: ", "members"),
        (PLAN, "{rule: ngày", "{rules: ngày", "rules", "rule"),
        (PLAN, "archive: VT", "archive: VT\n    zzz: 1", "zzz", None),
    ],
)
def test_an_unknown_key_is_told_at_the_key_with_the_one_that_was_meant(
    w: Builder, file: str, old: str, new: str, marked: str, meant: str | None
) -> None:
    w.change(file, old, new)
    loaded = w.load()
    (finding,) = (f for f in loaded.findings if f.code is Code.KEY_UNKNOWN)
    span = loaded.span(finding)
    assert ((span.line, span.column), finding.meant) == (w.place(file, marked), meant)


SHAPES = [
    ("value-empty", "title: Kế hoạch", "title: «''»"),
    ("value-empty", "title: Kế hoạch", "«title»:"),
    ("value-empty", "to: [ubnd-tinh]", "to: «[]»"),
    ("type-wrong", "title: Kế hoạch", "title: «[a]»"),
    ("type-wrong", "to: [ubnd-tinh]", "to: «ubnd-tinh\n»"),
    ("type-wrong", "{office: GIÁM ĐỐC}", "«[GIÁM ĐỐC]»"),
    ("value-empty", "{office: GIÁM ĐỐC}", "«''»"),
    ("id-invalid", "id: ke-hoach", "id: «kế-hoạch»"),
    ("id-invalid", "id: ke-hoach", "id: «-ke»"),
    ("id-invalid", "id: ke-hoach", "id: «a b»"),
    ("number-invalid", "year: 2022", "year: «2022.0»"),
    ("number-invalid", "year: 2022", "year: «٢٠٢٢»"),
    ("number-invalid", "year: 2022", "year: «2_022»"),
    ("date-impossible", "ends: 2022-12-31", "ends: «2022-13-01»"),
    ("date-impossible", "ends: 2022-12-31", "ends: «2022-02-29»"),
    ("date-invalid", "ends: 2022-12-31", "ends: «1663200000»"),
    ("date-invalid", "ends: 2022-12-31", "ends: «2022-12-31T00:00:00»"),
    ("date-invalid", "ends: 2022-12-31", "ends: «9999-12-31»"),
    ("period-invalid", "starts: 2022-08", "starts: «2022-13»"),
    ("period-invalid", "starts: 2022-08", "starts: «2022-Q3»"),
    ("value-out-of-range", "archive: VT", "archive: VT\n    closes: «31»"),
    ("value-out-of-range", "archive: VT", "archive: VT\n    closes: «0»"),
    ("flag-invalid", "plan:\n", "sample: «yes»\nplan:\n"),
]


@pytest.mark.parametrize(("slug", "old", "new"), SHAPES)
def test_a_value_of_the_wrong_shape_is_told_at_the_value(w: Builder, slug: str, old: str, new: str) -> None:
    head = HEAD.replace(old, new.replace("«", "").replace("»", ""), 1)
    assert head != HEAD
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", head)
    loaded = w.load()
    (finding,) = loaded.findings
    span = loaded.span(finding)
    before, _, rest = new.partition("«")
    index = head.index(before + rest.replace("»", "")) + len(before)
    line = head.count("\n", 0, index) + 1
    column = index - head.rfind("\n", 0, index)
    assert (finding.code.slug, span.line, span.column) == (slug, line, column)


@pytest.mark.parametrize(
    ("score", "meant"),
    [("86,57", "86.57"), ("1e3", None), (".5", None), ("1_000", None), ("٣", None), ("0x1F", None)],
)
def test_a_number_written_the_vietnamese_way_gets_its_suggestion(
    w: Builder, score: str, meant: str | None
) -> None:
    w.write(
        RESULTS,
        f"results:\n  - {{index: PAR, year: 2022, place: quang-nam, score: '{score}', mark: read, source: x}}\n",
    )
    w.refused(Code.NUMBER_INVALID, RESULTS, f"'{score}'", meant=meant)


@pytest.mark.parametrize(
    ("day", "meant"), [("30/9/2022", "2022-09-30"), ("30.09.2022", "2022-09-30"), ("30-9-2022", "2022-09-30")]
)
def test_a_day_written_the_vietnamese_way_gets_its_suggestion(w: Builder, day: str, meant: str) -> None:
    w.change(PLAN, "ends: 2022-12-31", f"ends: {day}").refused(
        Code.DATE_INVALID, PLAN, f"ends: «{day}»", meant=meant
    )


def test_a_target_names_exactly_one_threshold(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: ongoing, lead: [tat-ca], "
        "targets: [{id: x, measure: x, unit: x, at_least: 1, at_most: 2}], …}\n"
    )
    w.refused(Code.CHOICE_AMBIGUOUS, PLAN, "«{id: x, measure: x, unit: x, at_least: 1, at_most: 2}»")


def test_two_plans_that_claim_one_year_do_not_hide_each_other(w: Builder) -> None:
    w.write("data/plan-2021.yaml", PLAN_TEXT)
    w.refused(Code.FILE_CONTRADICTS_HEAD, "data/plan-2021.yaml", "year: «2022»")


def test_reading_leaves_every_byte_of_the_folder_alone(w: Builder) -> None:
    w.write(PLAN, b"\xef\xbb\xbf" + PLAN_TEXT.replace("\n", "\r\n").encode()).write("data/x.txt", b"\x00")
    w.report("2022-09", "so-tu-phap", "- {task: A}\n")

    def content() -> dict[Path, tuple[bytes, int]]:
        return {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in w.root.rglob("*") if p.is_file()}

    before = content()
    w.load()
    assert content() == before


def test_garbage_is_collected_again_after_reading(w: Builder) -> None:
    gc.enable()
    w.load()
    assert gc.isenabled()


def test_reading_twice_gives_the_same(w: Builder) -> None:
    w.write(PLAN, "a: [")
    assert w.load().findings == w.load().findings


def test_findings_come_by_file_and_place(w: Builder) -> None:
    w.tasks("- {id: A, kind: x, lead: [tat-ca], …}\n- {id: B b, kind: x, lead: [y y], …}\n").write(AGENCIES, "")
    loaded = w.load()
    places = [(f.where.file, loaded.span(f).line, loaded.span(f).column) for f in loaded.findings]
    assert places == sorted(places)
    assert len(places) == 4


def test_the_root_is_the_nearest_folder_upward_with_a_register(w: Builder, tmp_path: Path) -> None:
    assert find_root(w.root) == w.root
    assert find_root(w.root / "data") == w.root


def test_without_a_register_above_there_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        find_root(tmp_path)
    assert (stop.value.reason, stop.value.exit_code) == ("workspace-missing", 2)


def test_places_of_findings_without_a_source_are_the_file_s_start(w: Builder) -> None:
    assert w.load().span(Finding(Code.FILE_UNKNOWN, Where("x"))) == START


scalars = st.sampled_from(
    [
        "",
        "x",
        "A",
        "2022",
        "2022-09",
        "2022-02-29",
        "9999-12-31",
        "so-tu-phap",
        "tat-ca",
        "hằng năm",
        "-1",
        "~",
        "ế",
    ]
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "value", "from", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def as_flow(tree: Any) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {as_flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(as_flow, tree)) + "]"
    return f"'{tree}'"


def mutated(tree: Any, choices: st.DataObject) -> Any:
    """The tree with one node, somewhere in it, replaced by anything."""
    if not tree or isinstance(tree, str) or choices.draw(st.integers(0, 5)) == 0:
        return choices.draw(trees)
    if isinstance(tree, list):
        position = choices.draw(st.integers(0, len(tree) - 1))
        return [mutated(item, choices) if at == position else item for at, item in enumerate(tree)]
    chosen = choices.draw(st.sampled_from(sorted(tree)))
    return {key: mutated(value, choices) if key == chosen else value for key, value in tree.items()}


def full(w: Builder) -> Builder:
    """A workspace with every kind of file."""
    w.write("data/calendar.yaml", "days: [{date: 2022-09-02, kind: 'off', name: Lễ, mark: read, source: x}]\n")
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nsections: {results: Tốt}\n")
    w.write(
        RESULTS,
        "results: [{index: PAR, year: 2022, place: quang-nam, set: '876', score: 80, rank: 1, ranked: 63, "
        "change: {from: 2021, places: -2}, parts: [{criterion: PAR/876/cong-bo, kind: self, score: 1}], "
        "mark: read, source: x}]\n",
    )
    w.decisions(
        "2022-09",
        "- {id: q, kind: extend, task: A, to: 2022-10-01, from: 2022-09-01, "
        "document: {number: 1/QĐ, issuer: ubnd-tinh}}\n",
    )
    return w.report(
        "2022-09",
        "so-tu-phap",
        "- {task: B, period: 2022-09, status: done, date: 2022-09-01, "
        "evidence: [{type: link, link: 'https://x.vn'}]}\n",
    )


FILES = [AGENCIES, INDEXES, PLAN, RESULTS, REPORT, DECISIONS, "data/calendar.yaml", "data/reports/2022-09.yaml"]


def test_a_workspace_with_every_kind_of_file_is_silent(w: Builder) -> None:
    full(w).silent()


@pytest.mark.parametrize("file", FILES)
@given(choices=st.data())
@settings(tries(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_node_may_become_anything_and_load_answers(file: str, w: Builder, choices: st.DataObject) -> None:
    full(w).write(AGENCIES, AGENCIES_TEXT).tasks(TASKS)
    w.write(INDEXES, INDEXES_TEXT)
    source = read_yaml(file, (w.root / file).read_bytes()).source
    assert source is not None
    w.write(file, as_flow(mutated(source.data, choices)))
    loaded = w.load()
    for finding in loaded.findings:
        assert loaded.span(finding).line >= 1
        assert finding.where.file


def test_of_a_file_that_is_all_wrong_the_first_five_hundred_are_told(w: Builder) -> None:
    w.write(
        REPORT, "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\n" + "".join(f"k{n}: x\n" for n in range(5000))
    )
    codes = [finding.code for finding in w.load().findings]
    assert codes.count(Code.KEY_UNKNOWN) == 500
    assert codes[-1] is Code.FINDINGS_MANY


def test_a_file_with_another_ending_is_told_with_the_name_it_should_have(w: Builder) -> None:
    w.write("data/progress/2022-09/so-tu-phap.yml", "plan: 2022\n")
    (finding,) = (one for one in w.load().findings if one.code is Code.FILE_UNKNOWN)
    assert finding.meant == "data/progress/2022-09/so-tu-phap.yaml"
