"""Tests of parplan.commands.log: who changed what, when, on which paper; and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parplan.editing.past.journal import JOURNAL
from repositories import committed, git, started
from running import run_in, snapshot
from workspaces import AGENCIES, PLAN, REPORT, Builder

UPDATE = "- {task: A, status: in-progress, date: 2022-09-10}\n- {task: C, status: none}\n"
PAPER = "document: {number: 12/BC-STP, date: 2022-09-15}"


@pytest.fixture
def kept(w: Builder) -> Builder:
    """A workspace in git: one unit has reported, and corrected that later."""
    w.report("2022-09", "so-tu-phap", UPDATE, received="2022-09-15", more=PAPER)
    started(w.root)
    w.change(REPORT, "in-progress", "done")
    committed(w.root, "Đính chính", "Hùng")
    return w


def test_a_task_s_story_names_who_when_what_and_the_paper(kept: Builder) -> None:
    ran = run_in(kept.root, "log", "A", "--agency", "Sở Tư pháp", "--month", "9", columns=200)
    first, asked, _, heading, change, *_ = ran.out.splitlines()
    assert (ran.code, first) == (0, "Các thay đổi của dữ liệu")
    assert asked == "Chỉ nêu: nhiệm vụ A “Việc”, Sở Tư pháp, tháng 9/2022."
    assert "ngày 16/9/2022, Hùng (git " in heading
    assert heading.endswith(": Đính chính")
    assert change == (
        "Sở Tư pháp, tháng 9/2022 (theo 12/BC-STP ngày 15/9/2022): A “Việc”: tình trạng “Đang thực hiện” → "
        "“Đã hoàn thành”"
    )
    assert "C “" not in ran.out


def test_english_says_the_same(kept: Builder) -> None:
    ran = run_in(kept.root, "log", "A", "--lang", "en", columns=120)
    assert "status “In progress” → “Done”" in " ".join(ran.out.split())


def test_a_task_that_is_gone_is_found_by_its_id_and_one_that_never_was_is_refused(kept: Builder) -> None:
    kept.write(PLAN, "".join(line for line in kept.text(PLAN).splitlines(True) if "id: A," not in line))
    ran = run_in(kept.root, "log", "a", columns=200)
    assert (ran.code, "bỏ A “Việc”" in ran.out) == (0, True)
    ran = run_in(kept.root, "log", "Z")
    assert (ran.code, ran.out, "Z" in ran.err) == (2, "", True)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--agency", "so-tu-phapp"), "so-tu-phap"),
        (("--month", "13"), "Tháng “13” không hợp lệ"),
        (("--since", "2022-02-30"), "Ngày “2022-02-30” không có trong lịch"),
        (("--limit", "0"), "ghi một số từ 1 đến"),
    ],
)
def test_what_was_typed_wrongly_is_said_as_elsewhere(kept: Builder, argv: tuple[str, ...], said: str) -> None:
    ran = run_in(kept.root, "log", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_since_and_limit_choose_the_newest_and_say_that_there_is_more(kept: Builder) -> None:
    assert "Còn những thay đổi cũ hơn. Xem thêm bằng --limit 2." in run_in(kept.root, "log", "-n", "1").out
    assert "Không có thay đổi nào như vậy." in run_in(kept.root, "log", "--since", "1/1/2100").out


def test_json_tells_it_to_machines(kept: Builder) -> None:
    told = json.loads(run_in(kept.root, "log", "A", "--format", "json").out)
    assert (told["origin"], told["has_more"]) == ("git", False)
    newest = told["changes"][0]
    assert (newest["who"], newest["subject"], len(newest["said"])) == ("Hùng", "Đính chính", 1)
    assert newest["differences"] == [
        {"file": REPORT, "path": ["updates", "A", "status"], "before": "in-progress", "after": "done"}
    ]


def test_a_conflict_on_the_disk_is_told_as_unreadable(kept: Builder) -> None:
    kept.write(REPORT, kept.text(REPORT) + "<<<<<<< HEAD\n")
    ran = run_in(kept.root, "log", "-n", "1", columns=120)
    assert ran.out.splitlines()[2:4] == [
        "Chưa đưa vào git, chưa rõ ai sửa, sửa lúc nào",
        "Sở Tư pháp, tháng 9/2022: có lần tệp này không đọc được nên không rõ nội dung thay đổi",
    ]


def test_without_git_the_journal_tells_and_without_that_the_data(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", UPDATE.replace("2022-09-10", "10/9/2022"), received="2022-09-15", more=PAPER)
    by_data = run_in(w.root, "log", columns=200).out
    assert "không biết ai ghi, ghi lúc nào" in by_data
    assert "15/9/2022" in by_data.splitlines()
    run_in(w.root, "validate", "--fix")
    by_journal = run_in(w.root, "log", columns=200).out
    assert "(lệnh validate --fix)" in by_journal
    assert "ngày “10/9/2022” → 10/9/2022" in by_journal or "ngày 10/9/2022 → 10/9/2022" in by_journal


def test_a_journal_that_cannot_be_read_is_named_and_damaged_lines_are_counted(w: Builder) -> None:
    (w.root / JOURNAL).write_text("{\n")
    assert "có 01 dòng bị hỏng, đã bỏ qua" in run_in(w.root, "log").out
    (w.root / JOURNAL).unlink()
    (w.root / JOURNAL).mkdir()
    ran = run_in(w.root, "log")
    assert (ran.code, JOURNAL in ran.err) == (2, True)


def test_a_repository_of_another_account_or_no_git_at_all_is_told_and_the_rest_goes_on(
    kept: Builder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    ran = run_in(kept.root, "log", columns=400)
    assert (ran.code, "safe.directory" in ran.out, "Không hỏi được git" in ran.out) == (0, True, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run_in(kept.root, "log")
    assert (ran.code, "Máy này chưa có git" in ran.out) == (0, True)


def test_a_shallow_clone_says_that_older_history_is_missing(kept: Builder, tmp_path: Path) -> None:
    target = tmp_path.with_name(f"{tmp_path.name}-clone")
    git(kept.root, "clone", "--quiet", "--depth=1", f"file://{kept.root}", str(target))
    assert "git fetch --unshallow" in run_in(target, "log", columns=200).out


def test_nothing_is_written_not_even_in_git_s_own_folder(kept: Builder) -> None:
    kept.change(AGENCIES, "name: Sở Tư pháp", "name: Sở Mới")
    before = snapshot(kept.root)
    for argv in ((), ("A",), ("--month", "9"), ("--format", "json")):
        assert run_in(kept.root, "log", *argv).code == 0
    assert snapshot(kept.root) == before
