"""Tests of parplan.calendar.deadline_words."""

from __future__ import annotations

import re

import pytest

from parplan.calendar import deadline_words


@pytest.mark.parametrize("text", ["cham nhat", "muon nhat la", "han cuoi:", "khong qua", "khong cham hon vao"])
def test_offices_say_at_the_latest_in_many_ways(text: str) -> None:
    assert re.fullmatch(deadline_words.LATEST, text)


@pytest.mark.parametrize("text", ["30/9", "30/9/2022", "30/9/22", "30.9.2022", "30 thang 9", "2022-09-30"])
def test_a_day_is_written_in_many_ways(text: str) -> None:
    assert re.fullmatch(deadline_words.DAY, f"ngay {text}")
