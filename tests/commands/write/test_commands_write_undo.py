"""Tests of parplan.commands.write.undo: the last change is taken back, or it is said why not."""

from __future__ import annotations

from parplan.editing.past.journal import JOURNAL
from running import run_in, snapshot
from workspaces import PLAN, REPORT, Builder

UPDATE = "- task: C\n  status: done\n  date: 30/9/2022\n  evidence: [{type: document, number: 12/BC-STP}]\n"


def test_what_was_mended_is_as_it_was_before(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", UPDATE)
    before = snapshot(w.root)
    assert run_in(w.root, "validate", "--fix").code == 0
    assert "2022-09-30" in w.text(REPORT)
    shown = run_in(w.root, "undo", "--dry-run")
    assert (shown.code, "-  date: 2022-09-30\n+  date: 30/9/2022\n" in shown.out) == (0, True)
    assert "2022-09-30" in w.text(REPORT)
    taken_back = run_in(w.root, "undo")
    assert (taken_back.code, "Đã lấy lại 01 tệp" in taken_back.err) == (0, True)
    assert {file: text for file, text in snapshot(w.root).items() if file != JOURNAL} == before


def test_the_list_tells_what_became_of_each_change(w: Builder) -> None:
    assert run_in(w.root, "undo", "--list").out == "Chưa có thay đổi nào do parplan ghi.\n"
    w.report("2022-09", "so-tu-phap", UPDATE)
    run_in(w.root, "validate", "--fix")
    assert "Lấy lại được" in run_in(w.root, "undo", "--list").out
    run_in(w.root, "undo")
    assert "Đã lấy lại" in run_in(w.root, "undo", "--list").out


def test_nothing_to_take_back_is_said(w: Builder) -> None:
    ran = run_in(w.root, "undo")
    assert (ran.code, ran.err) == (1, "Không có thay đổi nào của parplan để lấy lại.\n")


def test_what_was_built_upon_stays_and_the_file_is_named(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", UPDATE)
    run_in(w.root, "validate", "--fix")
    w.change(REPORT, "task: C", "task: A")
    before = snapshot(w.root)
    ran = run_in(w.root, "undo")
    assert (ran.code, REPORT in ran.err) == (1, True)
    assert snapshot(w.root) == before


def test_a_journal_that_cannot_be_read_is_named(w: Builder) -> None:
    (w.root / JOURNAL).mkdir()
    ran = run_in(w.root, "undo", "--list")
    assert (ran.code, JOURNAL in ran.err) == (2, True)
    assert PLAN in snapshot(w.root)
