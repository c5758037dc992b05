"""Tests of parplan.commands.write.upgrade: old data become present data, whole, and can be had back."""

from __future__ import annotations

import pytest

from parplan.editing.past.journal import JOURNAL
from running import run_in, snapshot
from workspaces import PLAN, REPORT, Builder

OLD_TASKS = """\
# tasks of a draft
- id: A
  kind: one-off   # once and for all
  lead: [so-tu-phap]
  partners: [so-tai-chinh]  # they owe nothing; one-off, partners
  deadline: {rule: ngày 30/9/2022}
  title: "Việc partners"
  source: {section: III, quote: Việc phải làm hằng tháng}
- {id: B, kind: 'one-off', lead: [so-tu-phap], partners: [hoi-an], deadline: {rule: ngày 30/9/2022}, …}
- {id: C, kind: ongoing, lead: [tat-ca], …}
"""
NEW_TASKS = (
    OLD_TASKS.replace("kind: one-off ", "kind: once ")
    .replace("kind: 'one-off'", "kind: 'once'")
    .replace("  partners: [so", "  with: [so")
    .replace(", partners: [hoi", ", with: [hoi")
)


@pytest.fixture
def old(w: Builder) -> Builder:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-14}\n")
    return w.tasks(OLD_TASKS)


def test_only_the_old_names_change_and_everything_else_keeps_its_bytes(old: Builder) -> None:
    before = snapshot(old.root)
    ran = run_in(old.root, "upgrade")
    assert ran.code == 0
    assert "data/plan-2022.yaml: đổi “one-off” thành “once” ở 02 chỗ." in ran.err
    assert "data/plan-2022.yaml: đổi “partners” thành “with” ở 02 chỗ." in ran.err
    after = snapshot(old.root)
    assert after.pop(JOURNAL)
    assert after.pop(PLAN).decode() == old.tasks(NEW_TASKS).text(PLAN)
    before.pop(PLAN)
    assert after == before
    assert old.load().errors == ()


def test_line_ends_of_windows_and_a_mark_at_the_start_stay(old: Builder) -> None:
    raw = b"\xef\xbb\xbf" + old.text(PLAN).replace("\n", "\r\n").encode()
    old.write(PLAN, raw)
    assert run_in(old.root, "upgrade").code == 0
    told = raw.replace(b"kind: one-off ", b"kind: once ").replace(b"'one-off'", b"'once'")
    assert (old.root / PLAN).read_bytes() == told.replace(b"partners: [", b"with: [")


def test_validate_says_how(old: Builder) -> None:
    ran = run_in(old.root, "validate")
    assert (ran.code, ran.out.count("[shape-old]")) == (1, 4)
    assert "parplan upgrade" in ran.out


def test_a_second_run_has_nothing_to_do(old: Builder) -> None:
    run_in(old.root, "upgrade")
    before = snapshot(old.root)
    ran = run_in(old.root, "upgrade")
    assert (ran.code, ran.err) == (0, "Dữ liệu đã theo cách ghi hiện nay; không phải đổi gì.\n")
    assert snapshot(old.root) == before


def test_undo_gives_every_byte_back(old: Builder) -> None:
    before = snapshot(old.root)
    run_in(old.root, "upgrade")
    assert run_in(old.root, "undo").code == 0
    after = snapshot(old.root)
    after.pop(JOURNAL)
    assert after == before


def test_a_dry_run_shows_the_lines_and_writes_nothing(old: Builder) -> None:
    before = snapshot(old.root)
    ran = run_in(old.root, "upgrade", "--dry-run")
    assert ran.code == 0
    assert "+  with: [so-tai-chinh]  # they owe nothing; one-off, partners" in ran.out + ran.err
    assert snapshot(old.root) == before


def test_other_mistakes_in_the_data_stay_as_they_are_and_do_not_stand_in_the_way(old: Builder) -> None:
    old.change(REPORT, "status: done", "status: don")
    assert run_in(old.root, "upgrade").code == 0
    assert [error.code.slug for error in old.load().errors] == ["value-unknown"]


def test_what_stands_there_in_both_shapes_is_left_to_a_person(old: Builder) -> None:
    old.change(
        PLAN, "  deadline: {rule: ngày 30/9/2022}\n", "  with: [hoi-an]\n  deadline: {rule: ngày 30/9/2022}\n"
    )
    before = snapshot(old.root)
    ran = run_in(old.root, "upgrade")
    assert (ran.code, "data/plan-2022.yaml" in ran.err) == (1, True)
    assert snapshot(old.root) == before


@pytest.mark.parametrize("is_old", [False, True])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_upgraded(is_old: bool, w: Builder) -> None:
    w.write("data/settings.yaml", "findings: [\n")
    if is_old:
        w.change("data/plan-2022.yaml", "kind: once", "kind: one-off")
    for quiet in ((), ("-q",)):
        ran = run_in(w.root, "upgrade", *quiet)
        assert ran.code == 1
        assert "Không đọc được data/settings.yaml" in ran.err
    assert "one-off" not in (w.root / "data/plan-2022.yaml").read_text(encoding="utf-8")
