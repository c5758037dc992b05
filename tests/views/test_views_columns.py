"""Columns laid out as data come out in words."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import pytest

import parplan.views
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


def every_heading() -> dict[str, list[Heading]]:
    """Those of all tables that are laid out as data, by module and name."""
    modules = [import_module(info.name) for info in walk_packages(parplan.views.__path__, "parplan.views.")]
    return {
        f"{module.__name__}.{name}": list(value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, tuple) and value and all(isinstance(one, Heading) for one in value)
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_column_of_every_table_has_a_head(language: str) -> None:
    """A head that is in no catalogue would be missed by the first who draws the table."""
    said, tables = words(language), every_heading()
    assert len(tables) > 10
    asked = {f"column.{key}" for headings in tables.values() for h in headings for key in (h.key, h.group) if key}
    assert {key for key in asked if key not in said} == set()
