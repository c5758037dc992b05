"""parplan validate, whole: the form of a finding, carets under what is meant, parts of a workspace."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from golden import check_golden
from parplan.commands.validate import SUFFIXES
from parplan.output.findings import Format
from parplan.system.lock import LOCK
from running import SAMPLE, Ran, run_in, snapshot
from workspaces import AGENCIES, PLAN, REPORT, Builder

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


def test_a_report_on_which_nothing_hangs_that_was_asked_for_is_not_read(broken: Builder) -> None:
    asked = (run_in(broken.root, "validate", *paths, "--format", "json") for paths in ((), (PLAN,), (REPORT,)))
    whole, plan, report = (json.loads(ran.out)["files"] for ran in asked)
    assert (plan, report) == (whole - 1, whole)


def test_a_folder_alone_can_be_asked_about(broken: Builder) -> None:
    found = json.loads(run_in(broken.root, "validate", "data/progress", "--format", "json").out)["findings"]
    assert found
    assert all(one["file"].startswith("data/progress/") for one in found)


def test_a_file_may_be_a_link_and_a_way_may_wind(broken: Builder) -> None:
    elsewhere = broken.root / "elsewhere.txt"
    elsewhere.write_bytes((broken.root / PLAN).read_bytes())
    (broken.root / PLAN).unlink()
    (broken.root / PLAN).symlink_to(elsewhere)
    for way in (PLAN, f"data/../{PLAN}"):
        found = json.loads(run_in(broken.root, "validate", way, "--format", "json").out)["findings"]
        assert {one["file"] for one in found} == {PLAN}


def test_a_sound_file_among_broken_ones_leaves_with_0(broken: Builder) -> None:
    assert run_in(broken.root, "validate", "data/indexes.yaml").code == 0


def test_a_path_may_be_a_workspace_itself(broken: Builder) -> None:
    elsewhere, here = run_in(SAMPLE, "validate", str(broken.root)), run_in(broken.root, "validate")
    assert (elsewhere.code, elsewhere.err) == (here.code, here.err)
    assert elsewhere.out.replace(f"{broken.root}/data", "data") == here.out


def test_nothing_is_mended(broken: Builder) -> None:
    before = snapshot(broken.root)
    run_in(broken.root, "validate")
    assert snapshot(broken.root) == before


def test_no_line_ends_in_blanks_and_no_colour_reaches_a_pipe(broken: Builder) -> None:
    out = run_in(broken.root, "validate").out
    assert "\x1b" not in out
    assert [line for line in out.split("\n") if line != line.rstrip()] == []


# --- where, and in what form ---------------------------------------------------------------------------------


def test_a_place_can_be_clicked_on_from_where_one_stands(broken: Builder) -> None:
    above = run_in(broken.root.parent, "validate", "--root", broken.root.name).out.splitlines()[0]
    below = run_in(broken.root / "data", "validate").out.splitlines()[0]
    assert above.startswith(f"{broken.root.name}/data/agencies.yaml:")
    assert below.startswith("../data/agencies.yaml:")


def test_of_a_file_alone_it_is_said_that_the_others_were_not_checked(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", PLAN)
    assert ran.err == (
        "Đã kiểm tra 01 tệp: 01 lỗi. Chưa kiểm tra 04 tệp khác; kiểm tra tất cả bằng lệnh: parplan validate\n"
    )


@pytest.mark.parametrize("format_", list(Format))
def test_every_format_goes_to_a_file_too(broken: Builder, format_: Format) -> None:
    name = f"out{SUFFIXES[format_][0]}"
    ran = run_in(broken.root, "validate", "--format", format_, "-o", name)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Đã kiểm tra ")
    said = (broken.root / name).read_text(encoding="utf-8")
    assert (
        said.partition("\n<!-- parplan-digest ")[0]
        == run_in(broken.root, "validate", "--format", format_).out
        != ""
    )


def test_a_patch_is_printed_and_never_lost_for_a_file_that_was_asked_for(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", "--diff", "-o", "x.txt")
    assert (ran.code, ran.out, ran.err) == (2, "", "Không dùng --diff cùng lúc với --output.\n")


def test_a_file_that_cannot_be_written_is_said(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", "-o", "no/such/folder/x.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "Không ghi được" in ran.err


# --- which findings ------------------------------------------------------------------------------------------


def codes(ran: Ran) -> list[str]:
    return [one["code"] for one in json.loads(ran.out)["findings"]]


def test_only_what_was_selected_is_told(broken: Builder) -> None:
    json_ = ("--format", "json")
    assert set(codes(run_in(broken.root, "validate", "--select", "rule-unknown,key-unknown", *json_))) == {
        "rule-unknown",
        "key-unknown",
    }
    assert codes(run_in(broken.root, "validate", "--select", "references", *json_)) == ["task-unknown"]
    assert "rule-unknown" not in codes(run_in(broken.root, "validate", "--ignore", "rule-unknown", *json_))


def test_what_is_not_told_does_not_fail(broken: Builder) -> None:
    assert run_in(broken.root, "validate", "--select", "text").code == 0


def test_a_code_that_is_none_is_refused(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", "--ignore", "rule-unknwon")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Không có mã “rule-unknwon”.")
    assert "rule-unknown" in ran.err


@pytest.mark.parametrize(("bar", "code"), [("error", 0), ("warning", 1), ("hint", 1)])
def test_a_run_fails_from_the_weight_asked_for(w: Builder, bar: str, code: int) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp")
    assert run_in(w.root, "validate", "--fail-on", bar).code == code
    w.write("data/settings.yaml", f"findings: {{fail_on: {bar}}}\n")
    assert run_in(w.root, "validate").code == code


def test_the_workspace_s_settings_choose_and_options_choose_otherwise(broken: Builder) -> None:
    broken.write("data/settings.yaml", "findings: {select: [rule-unknown]}\n")
    assert codes(run_in(broken.root, "validate", "--format", "json")) == ["rule-unknown"]
    assert codes(run_in(broken.root, "validate", "--select", "task-unknown", "--format", "json")) == [
        "task-unknown"
    ]


def test_statistics_count_by_code(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", "--statistics")
    assert ran.code == 1
    rows = [line.split()[:2] for line in ran.out.splitlines()[1:]]
    assert ["1", "rule-unknown"] in rows
    assert sum(int(count) for count, _ in rows) == len(codes(run_in(broken.root, "validate", "--format", "json")))


# --- what git says has changed -------------------------------------------------------------------------------


def git(root: Path, *argv: str) -> None:
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *named, "-C", str(root), *argv], check=True, capture_output=True)


def test_only_changed_files_are_told_of(broken: Builder) -> None:
    git(broken.root, "init", "--quiet", "--initial-branch=main")
    git(broken.root, "add", ".")
    git(broken.root, "commit", "--quiet", "-m", "x")
    assert run_in(broken.root, "validate", "--changed").code == 0
    broken.change(PLAN, "khoảng giữa tháng 9", "khoảng cuối tháng 9")
    for argv in (("--changed",), ("--changed", "main"), ("--changed", "HEAD"), ("--changed=main",)):
        assert codes(run_in(broken.root, "validate", *argv, "--format", "json")) == ["rule-unknown"]


def test_changed_and_files_exclude_each_other(broken: Builder) -> None:
    ran = run_in(broken.root, "validate", PLAN, "--changed")
    assert ran.code == 2
    assert ran.err.startswith("Không dùng --changed cùng lúc với ")


@pytest.fixture
def inside(broken: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workspace as a folder of a larger repository."""
    top = tmp_path_factory.mktemp("repository")
    git(top, "init", "--quiet")
    return Path(shutil.copytree(broken.root, top / "plans"))


def test_what_is_read_beside_a_change_begins_at_the_top_of_the_repository(inside: Path) -> None:
    way = "plans/data/plan-2022.yaml"
    said = {
        "github": f"::error file={way},",
        "gitlab": f'"path": "{way}"',
        "sarif": f'"uri": "{way}"',
        "markdown": f"| {way}:",
    }
    for name, place in said.items():
        ran = {run_in(inside.parent, "validate", "--root", str(inside), "--format", name).out}
        ran |= {run_in(folder, "validate", "--format", name).out for folder in (inside, inside / "data")}
        (only,) = ran
        assert place in only.replace("\\", "")


def test_what_a_person_or_a_program_opens_begins_where_they_stand(inside: Path) -> None:
    assert run_in(inside, "validate").out.startswith("data/agencies.yaml:")
    found = json.loads(run_in(inside / "data", "validate", "--format", "json").out)["findings"]
    assert {one["path"] for one in found} == {f"../{one['file']}" for one in found}


# --- mending -------------------------------------------------------------------------------------------------


@pytest.fixture
def mendable(w: Builder) -> Builder:
    """A day and a number as they are written in Vietnamese, and a mistake that only a person can mend."""
    w.report("2022-09", "so-tu-phap", "- {task: C, status: done, date: 14/9/2022}  # x\n", received="16/9/2022")
    return w.change(AGENCIES, "kind: tinh}", "kind: tin}")


def test_what_can_be_mended_is_and_the_rest_is_told(mendable: Builder) -> None:
    ran = run_in(mendable.root, "validate", "--fix")
    assert mendable.text(REPORT).endswith(
        "received: 2022-09-16\nupdates:\n- {task: C, status: done, date: 2022-09-14}  # x\n"
    )
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if FIRST_LINE.match(line)] == [
        "data/agencies.yaml:2:5: error [agency-kind-unknown]".replace("2:5", place(mendable, "kind: «tin»}"))
    ]
    assert ran.err.startswith("Đã sửa 01 tệp.\n")


def test_a_diff_shows_what_would_be_mended_and_writes_nothing(mendable: Builder) -> None:
    before = snapshot(mendable.root)
    ran = run_in(mendable.root, "validate", "--diff")
    assert snapshot(mendable.root) == before
    assert ran.code == 1
    assert "-received: 16/9/2022\n+received: 2022-09-16\n" in ran.out
    assert run_in(mendable.root, "validate", "--diff", AGENCIES) == Ran(0, "", "")


def test_a_lock_that_a_killed_run_left_goes_though_nothing_is_left_to_mend(w: Builder) -> None:
    w.write(LOCK, "")
    run_in(w.root, "validate")
    assert (w.root / LOCK).exists()  # who only reads touches nothing
    run_in(w.root, "validate", "--fix")
    assert not (w.root / LOCK).exists()


@pytest.mark.parametrize("folder", ["tỉnh", "kế hoạch 2022", 'a "b" \\c', "a\tb"])
def test_git_applies_a_diff_from_the_top_of_the_repository_and_from_within(mendable: Builder, folder: str) -> None:
    root = mendable.root.rename(mendable.root.with_name(f"{mendable.root.name}-top"))
    (root / folder).mkdir()
    (root / "data").rename(root / folder / "data")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    for stands in (root, root / folder):
        patch = run_in(stands, "validate", "--root", str(root / folder), "--diff").out
        subprocess.run(["git", "apply", "--check", "-"], cwd=stands, input=patch.encode(), check=True)


def test_only_what_was_chosen_is_mended(mendable: Builder) -> None:
    run_in(mendable.root, "validate", "--fix", "--ignore", "date-invalid")
    run_in(mendable.root, "validate", "--fix", AGENCIES)
    assert "16/9/2022" in mendable.text(REPORT)


def place(w: Builder, marked: str) -> str:
    found = w.place(AGENCIES, marked)
    return f"{found.line}:{found.column}"
