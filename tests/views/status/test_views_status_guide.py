"""Tests of parplan.views.status.guide: numbered steps, each with commands that a parser takes."""

from __future__ import annotations

from typing import get_args

import pytest

from parplan.cli import COMMANDS as KNOWN
from parplan.facts.status.guide import GuideFacts, Name
from parplan.views.status.guide import COMMANDS, guide_data, guide_sheet
from parplan.words import LANGUAGES, Language, words
from workspaces import Builder


def test_every_step_has_its_commands_and_each_begins_with_one_of_ours() -> None:
    assert set(COMMANDS) == set(get_args(Name))
    lines = [line for lines in COMMANDS.values() for line in lines]
    assert [line for line in lines if not line.startswith(tuple(KNOWN))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_a_sentence(language: Language) -> None:
    assert [name for name in get_args(Name) if f"guide.step.{name}" not in words(language)] == []


def test_steps_are_numbered_and_their_commands_stand_below_them(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", received="2022-09-15")
    facts = GuideFacts(w.standings("2022-09-18"))
    (block,) = guide_sheet(facts, words("vi"), {}).blocks
    assert block.title == "VIỆC CẦN LÀM (02)"
    assert block.lines == (
        "1. 03/04 đơn vị chưa gửi báo cáo, hạn là hết ngày 17/9/2022. Đôn đốc.",
        "   parplan status --silent --month 2022-09",
        "   parplan remind --month 2022-09",
        "2. Lập báo cáo tháng 9/2022, gửi ngày 20/9/2022.",
        "   parplan report --month 2022-09",
    )


def test_a_day_without_work_says_so(w: Builder) -> None:
    sheet = guide_sheet(GuideFacts(w.standings("2022-09-10")), words("vi"), {})
    assert sheet.headline == (
        "Hôm nay ngày 10/9/2022: đang trong tháng 9/2022, chốt số liệu ngày 14/9/2022; đơn vị gửi báo cáo chậm "
        "nhất ngày 17/9/2022, Sở Nội vụ gửi ngày 20/9/2022.",
    )
    assert [(block.title, block.lines) for block in sheet.blocks] == [("Không có việc nào phải làm hôm nay.", ())]


def test_a_month_of_which_nothing_is_owed_is_told_in_a_sentence(w: Builder) -> None:
    sheet = guide_sheet(GuideFacts(w.standings("2023-01-05")), words("vi"), {})
    assert sheet.headline[-1] == "Các đơn vị chưa phải gửi báo cáo tháng 01/2023."


def test_commands_take_over_day_plan_and_folder(w: Builder) -> None:
    """Of a day that was asked for the status is that day's, not the month's as it stands now."""
    given = {"as_of": "18/9/2022", "plan": "2022", "root": "kế hoạch", "lang": None}
    (block,) = guide_sheet(GuideFacts(w.standings("2022-09-18")), words("vi"), given).blocks
    assert [line.strip() for line in block.lines if line.startswith(" ")] == [
        'parplan forms export --month 2022-09 --plan 2022 --as-of 18/9/2022 --root "kế hoạch"',
        'parplan new-month 2022-09 --plan 2022 --as-of 18/9/2022 --root "kế hoạch"',
        'parplan report --month 2022-09 --plan 2022 --as-of 18/9/2022 --root "kế hoạch"',
    ]


def test_machines_get_days_and_figures_as_such(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", received="2022-09-15")
    told = guide_data(GuideFacts(w.standings("2022-09-17")), {})
    assert (told["month"], told["days"]["office_sends_by"]) == ("2022-09", "2022-09-20")
    assert told["steps"][0] == {
        "name": "collect",
        "late": False,
        "values": {"sent": 1, "asked": 4, "missing": 3, "last": "2022-09-17"},
        "commands": ["parplan status --silent --month 2022-09", "parplan record --month 2022-09"],
    }
