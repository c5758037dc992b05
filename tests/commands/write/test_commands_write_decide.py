"""Tests of parplan.commands.write.decide: decisions are written into the month's file, and only lawful ones."""

from __future__ import annotations

import pytest

from running import run_in, snapshot
from workspaces import DECISIONS, Builder

WHEN = ("--as-of", "2022-09-16")
PAPER = ("--paper", "12/QĐ-UBND ngày 10/9/2022")


def test_an_extension_is_written_with_an_id_of_its_own(w: Builder) -> None:
    ran = run_in(
        w.root, "decide", "gia hạn", "A", "--to", "31/10/2022", *PAPER, "--reason", "Chờ hướng dẫn", *WHEN
    )
    assert ran.code == 0
    assert w.text(DECISIONS) == (
        "plan: 2022\nmonth: 2022-09\ndecisions:\n  - id: extend-A\n    kind: extend\n    task: A\n"
        "    to: 2022-10-31\n    from: 2022-09-10\n    document:\n      number: 12/QĐ-UBND\n"
        "      date: 2022-09-10\n      issuer: ubnd-tinh\n    reason: Chờ hướng dẫn\n"
    )
    assert run_in(w.root, "decide", "drop", "C", *PAPER, *WHEN).code == 0
    assert "id: drop-C" in w.text(DECISIONS)
    assert run_in(w.root, "validate").code == 0


def test_units_and_periods_go_by_name(w: Builder) -> None:
    argv = (
        "decide",
        "exempt",
        "B",
        "--agency",
        "Sở Tư pháp",
        "--period",
        "tháng 10",
        "--from",
        "15/9",
        *PAPER,
        *WHEN,
    )
    assert run_in(w.root, *argv).code == 0
    text = w.text(DECISIONS)
    assert "agencies:\n      - so-tu-phap\n" in text
    assert "period: 2022-10\n" in text
    assert "from: 2022-09-15\n" in text


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (["extend", "A", *PAPER], 2, "--to"),
        (["drop", "C", "--to", "31/10", *PAPER], 2, "--to"),
        (["exempt", "C", *PAPER], 2, "--agency"),
        (["extend", "A", "--to", "31/10", *PAPER, "--issuer", "so-noi-vu"], 1, "01 lỗi"),  # not theirs to extend
        (["extend", "A", "--to", "31/10"], 2, "--paper"),
        (["extend", "A", "--to", "31/10", "--paper", "12/QĐ-UBND"], 2, "ngày"),
        (["tặng", "A", *PAPER], 2, "“tặng”"),
        (["assign", "A", *PAPER], 2, "--agency"),
    ],
)
def test_what_is_missing_or_unlawful_is_told_and_nothing_is_written(
    w: Builder, argv: list[str], code: int, told: str
) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "decide", *argv, *WHEN)
    assert (ran.code, told in ran.err) == (code, True)
    assert snapshot(w.root) == before


def test_a_closed_month_asks_for_late(w: Builder) -> None:
    argv = ("decide", "drop", "C", *PAPER, "--month", "9", "--as-of", "2022-10-01")
    assert run_in(w.root, *argv).code == 1
    assert run_in(w.root, *argv, "--late").code == 0
