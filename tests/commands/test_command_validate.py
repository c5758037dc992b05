"""parplan validate, whole: the form of a finding, carets under what is meant, parts of a workspace."""

from __future__ import annotations

import json
import re

import pytest
from rich.cells import cell_len

from golden import check_golden
from running import SAMPLE, run_in, snapshot
from workspaces import AGENCIES, PLAN, Builder

FIRST_LINE = re.compile(r"^[^:]+:\d+:\d+: (error|warning|hint) \[[a-z-]+\]$")

BEFORE = {
    "Vietnamese": "Phường Đống Đa",
    "NFD": "So\u031b\u0309 No\u0323\u0302i vu\u0323",
    "CJK": "内務局",
    "emoji": "Sở 😀👍",
    "plain": "office",
}


@pytest.fixture
def broken(w: Builder) -> Builder:
    """Mistakes of several kinds, in three files."""
    w.change(
        AGENCIES,
        "{id: so-tai-chinh, name: Sở Tài chính, kind: so}",
        "{id: so-tai-chinh, nam: Sở Tài chính, kind: so}",
    )
    w.change(PLAN, "rule: ngày 30/9/2022", "rule: khoảng giữa tháng 9")
    w.report(
        "2022-09", "so-tu-phap", "- {task: B, period: 2022-09, status: finished}\n- {task: BB, status: done}\n"
    )
    return w


def test_findings_are_told_as_they_were(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", columns=100)
    assert ran.code == 1
    check_golden("validate-broken.txt", ran.out + ran.err)


def test_findings_are_told_to_machines_as_they_were(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, ran.err, found["schema_version"]) == (1, "", 1)
    assert sum(found["counts"].values()) == len(found["findings"])
    check_golden("validate-broken.json", ran.out)


def test_the_first_line_of_a_finding_can_be_searched_for(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", columns=40)
    found = json.loads(run_in(broken.root, "validate", "--format", "json").out)["findings"]
    heads = [line for line in ran.out.splitlines() if FIRST_LINE.match(line)]
    assert heads == [
        f"{one['file']}:{one['line']}:{one['column']}: {one['severity']} [{one['code']}]" for one in found
    ]
    assert FIRST_LINE.match(ran.out.splitlines()[0])


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_the_caret_stands_under_what_is_meant(w: Builder, before: str, columns: int) -> None:
    w.change(
        AGENCIES, "{id: so-tu-phap, name: Sở Tư pháp, kind: so}", f"{{id: so-tu-phap, name: {before}, kind: soo}}"
    )
    lines = run_in(w.root, "validate", columns=columns).out.splitlines()
    at = next(position for position, line in enumerate(lines) if "[agency-kind-unknown]" in line)
    line, carets = lines[at + 1], lines[at + 2]
    assert carets.lstrip(" |") == "^^^"
    assert cell_len(line[: line.index("soo}")]) == cell_len(carets[: carets.index("^")])


@pytest.mark.parametrize("letter", ["x", "ế", "内"])
def test_a_long_line_is_cut_round_what_is_meant(w: Builder, letter: str) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp, kind: so}", f"name: {letter * 300}, kind: soo}}")
    lines = run_in(w.root, "validate", columns=60).out.splitlines()
    at = next(position for position, line in enumerate(lines) if "[agency-kind-unknown]" in line)
    line, carets = lines[at + 1], lines[at + 2]
    assert cell_len(line) <= 60
    assert cell_len(line[: line.index("soo}")]) == cell_len(carets[: carets.index("^")])


def test_nothing_but_the_sentence_is_said_of_a_sound_workspace(w: Builder) -> None:
    ran = run_in(w.root, "validate")
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"Đã kiểm tra \d\d tệp: không có lỗi\.\n", ran.err)


def test_a_file_alone_can_be_asked_about(broken: Builder) -> None:
    found = json.loads(run_in(broken.root, "validate", PLAN, "--format", "json").out)["findings"]
    assert {one["file"] for one in found} == {PLAN}


def test_a_folder_alone_can_be_asked_about(broken: Builder) -> None:
    found = json.loads(run_in(broken.root, "validate", "data/progress", "--format", "json").out)["findings"]
    assert found
    assert all(one["file"].startswith("data/progress/") for one in found)


def test_a_sound_file_among_broken_ones_leaves_with_0(broken: Builder) -> None:
    assert run_in(broken.root, "validate", "data/indexes.yaml").code == 0


def test_a_path_may_be_a_workspace_itself(broken: Builder) -> None:
    elsewhere = run_in(SAMPLE, "validate", str(broken.root))
    assert elsewhere == run_in(broken.root, "validate")


def test_nothing_is_mended(broken: Builder) -> None:
    before = snapshot(broken.root)
    run_in(broken.root, "validate")
    assert snapshot(broken.root) == before


def test_no_line_ends_in_blanks_and_no_colour_reaches_a_pipe(broken: Builder) -> None:
    out = run_in(broken.root, "validate").out
    assert "\x1b" not in out
    assert [line for line in out.split("\n") if line != line.rstrip()] == []
