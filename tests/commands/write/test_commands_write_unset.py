"""Tests of parplan.commands.write.unset: a field goes with its own lines, and nothing else does."""

from __future__ import annotations

import pytest

from parplan.editing.past.journal import JOURNAL
from running import run_in, snapshot
from workspaces import PLAN, REPORT, Builder

UPDATE = """\
- task: A  # chờ ý kiến
  status: in-progress
  date: 2022-09-14
  # ghi theo báo cáo giấy
  result: >-
    Đang xin
    ý kiến
- {task: C, status: done, date: 2022-09-14, evidence: [{type: document, number: 12/BC-STP}]}
"""


@pytest.fixture
def reported(w: Builder) -> Builder:
    return w.report("2022-09", "so-tu-phap", UPDATE)


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        ("updates.A.result", "  result: >-\n    Đang xin\n    ý kiến\n"),
        ("updates.C.evidence.0.number", ", number: 12/BC-STP"),
        ("updates.C.evidence.0", ", evidence: [{type: document, number: 12/BC-STP}]"),
        ("updates.C", UPDATE[UPDATE.index("- {task: C") :]),
        ("updates", "updates:\n" + UPDATE),
    ],
)
def test_a_field_an_item_or_a_record_goes(reported: Builder, field: str, gone: str) -> None:
    before = reported.text(REPORT)
    assert run_in(reported.root, "unset", f"{REPORT}:{field}").code == 0
    assert reported.text(REPORT) == before.replace(gone, "")


def test_what_it_alone_filled_goes_too(w: Builder) -> None:
    before = w.text(PLAN)
    w.change(
        PLAN,
        "{id: C, kind: ongoing, lead: [tat-ca], ",
        "{id: C, kind: ongoing, lead: [tat-ca], deadline: {words: Việc}, ",
    )
    assert run_in(w.root, "unset", "plan-2022:tasks.C.deadline.words").code == 0
    assert w.text(PLAN) == before


def test_what_must_be_there_stays_and_the_error_is_shown(reported: Builder) -> None:
    before = snapshot(reported.root)
    ran = run_in(reported.root, "unset", f"{REPORT}:updates.A.status")
    assert (ran.code, "[key-missing]" in ran.out, "Không ghi" in ran.err) == (1, True, True)
    assert run_in(reported.root, "unset", f"{REPORT}:").code == 2
    assert snapshot(reported.root) == before


def test_what_is_not_there_is_nothing_to_change(reported: Builder) -> None:
    ran = run_in(reported.root, "unset", f"{REPORT}:updates.A.reason")
    assert (ran.code, ran.err) == (0, "Không có gì để thay đổi: dữ liệu đã như vậy.\n")
    assert run_in(reported.root, "unset", f"{REPORT}:updates.A.reasons").code == 2


def test_undo_gives_the_old_bytes_back(reported: Builder) -> None:
    before = snapshot(reported.root)
    shown = run_in(reported.root, "unset", f"{REPORT}:updates.A.result", "--dry-run")
    assert (shown.code, snapshot(reported.root)) == (0, before)
    assert run_in(reported.root, "unset", f"{REPORT}:updates.A.result").code == 0
    assert run_in(reported.root, "undo").code == 0
    assert {file: text for file, text in snapshot(reported.root).items() if file != JOURNAL} == before
