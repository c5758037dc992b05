"""Columns laid out as data come out in words."""

from __future__ import annotations

from parplan.views.columns import Heading, columns
from parplan.views.table import Column
from parplan.words import words


def test_a_heading_is_worded_with_its_group_and_its_holes() -> None:
    made = columns(
        words("vi"),
        (
            Heading("task", 3.0, "left"),
            Heading("on-time", group="done", formula="(4)"),
            Heading("year", values=(("year", "2021"),)),
        ),
    )
    assert made == (
        Column("Nhiệm vụ", align="left", share=3.0, key="task"),
        Column("Đúng hạn", group="Đã hoàn thành", formula="(4)", align="center", key="done/on-time"),
        Column("Năm 2021", align="center", key="year"),
    )
