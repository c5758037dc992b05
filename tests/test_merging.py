"""Two people at once: what git merges by itself stays sound, and what it cannot is explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parplan.editing.edit import edited
from parplan.editing.past.journal import JOURNAL
from parplan.editing.text.change import Replace
from parplan.editing.write import write
from parplan.where import Where
from repositories import committed, git, merges, started
from running import run_in
from workspaces import AGENCIES, REPORT, REPOSITORY, Builder

DONE = "- {{task: C, status: in-progress, date: {day}, result: Việc của {who}}}\n"


@pytest.fixture
def parted(w: Builder) -> Builder:
    """A workspace in git with two branches, «main» and «other», that are still one."""
    started(w.root)
    git(w.root, "branch", "other")
    return w


def on(w: Builder, branch: str) -> Builder:
    git(w.root, "switch", "--quiet", branch)
    return w


def reported(w: Builder, agency: str, day: str, who: str) -> Path:
    w.report("2022-09", agency, DONE.format(day=day, who=who), received="2022-09-14")
    return committed(w.root, f"Ghi báo cáo của {agency}", who)


def test_two_units_of_one_month_merge_by_themselves_into_the_sum_of_both(parted: Builder) -> None:
    reported(on(parted, "other"), "so-tai-chinh", "2022-09-08", "Lan")
    reported(on(parted, "main"), "so-tu-phap", "2022-09-09", "Hùng")
    assert merges(parted.root, "other")
    assert run_in(parted.root, "validate").code == 0
    told = json.loads(run_in(parted.root, "status", "--month", "9", "--format", "json").out)
    assert {unit for unit in ("so-tai-chinh", "so-tu-phap") if unit in json.dumps(told["silent"])} == set()
    shown = run_in(parted.root, "show", "C", "--month", "9", columns=200).out
    assert ("Việc của Lan" in shown, "Việc của Hùng" in shown) == (True, True)
    log = run_in(parted.root, "log", columns=200).out
    assert [who for who in ("Lan (git", "Hùng (git") if who in log] == ["Lan (git", "Hùng (git"]


def refused(w: Builder) -> None:
    """The markers of git are explained, at their line, and nothing falls over."""
    ran = run_in(w.root, "validate")
    assert (ran.code, "Traceback" in ran.out + ran.err) == (1, False)
    assert f"{REPORT}:" in ran.out
    assert "[merge-unresolved]" in ran.out
    assert run_in(w.root, "status", "--as-of", "2022-09-25").code == 0
    assert "không đọc được" in run_in(w.root, "log", columns=200).out


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
@pytest.mark.parametrize("was_there", [False, True], ids=["both make the file", "both change the update"])
def test_one_unit_and_month_recorded_twice_is_a_conflict_that_one_side_mends(
    w: Builder, side: str, was_there: bool
) -> None:
    if was_there:
        w.report("2022-09", "so-tu-phap", DONE.format(day="2022-09-07", who="Mai"), received="2022-09-14")
    started(w.root)
    git(w.root, "branch", "other")
    reported(on(w, "other"), "so-tu-phap", "2022-09-08", "Lan")
    reported(on(w, "main"), "so-tu-phap", "2022-09-09", "Hùng")
    assert not merges(w.root, "other")
    refused(w)
    git(w.root, "checkout", side, "--", REPORT)
    assert run_in(w.root, "validate").code == 0
    committed(w.root, "Gộp")
    kept = "Việc của Hùng" if side == "--ours" else "Việc của Lan"
    assert kept in run_in(w.root, "show", "C", "--month", "9", columns=200).out


def test_what_a_merge_itself_says_is_told_as_the_merge_s(w: Builder) -> None:
    started(w.root)
    git(w.root, "branch", "other")
    reported(on(w, "other"), "so-tu-phap", "2022-09-08", "Lan")
    reported(on(w, "main"), "so-tu-phap", "2022-09-09", "Hùng")
    assert not merges(w.root, "other")
    w.report("2022-09", "so-tu-phap", DONE.format(day="2022-09-09", who="cả hai"), received="2022-09-14")
    committed(w.root, "Gộp", "Mai")
    first = run_in(w.root, "log", "-n", "1", columns=200).out.splitlines()
    assert "Mai (git" in first[2]
    assert "“Việc của Hùng” → “Việc của cả hai”" in first[3]


@pytest.mark.parametrize("made", [False, True], ids=["this repository", "a workspace that init made"])
def test_the_journal_and_the_lock_are_kept_out_of_git(made: bool, tmp_path: Path) -> None:
    if made:
        assert run_in(tmp_path, "init", "--year", "2024", "--province", "X", "--starts", "1").code == 0
    else:
        (tmp_path / ".gitignore").write_bytes((REPOSITORY / ".gitignore").read_bytes())
    started(tmp_path)
    for name in (JOURNAL, ".parplan.lock", ".parplan.locked", ".parplan-12-1.tmp"):
        (tmp_path / name).write_text("x")
        git(tmp_path, "check-ignore", "--quiet", name)


def test_a_change_that_parplan_wrote_merges_like_one_by_hand(parted: Builder) -> None:
    loaded = on(parted, "other").load()
    name = Where(AGENCIES, ("agencies", 4, "name"))
    write(parted.root, edited(loaded, [Replace(name, "UBND TP Hội An")]).edits, "set")
    (parted.root / JOURNAL).unlink()
    committed(parted.root, "Đổi tên")
    reported(on(parted, "main"), "so-tu-phap", "2022-09-09", "Hùng")
    assert merges(parted.root, "other")
    assert (run_in(parted.root, "validate").code, "UBND TP Hội An" in parted.text(AGENCIES)) == (0, True)
