"""Rows of cells as lines: sign for sign what the library's own table draws, in colour and without."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from rich.table import Table as RichTable

from parplan.output.terminal.rows import Rows, Text
from parplan.output.terminal.widths import GAP, breakable
from parplan.views.table import Align

WORDS = (
    "a",
    "Nhiệm vụ",
    "số 12/BC-STP",
    "\n",
    "  ",
    "日本語",
    "https://a.b/c-d_e",
    "x" * 30,
    "\u200b",
    "",
    "\x1b[31m",
)
cells = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
columns = st.lists(
    st.tuples(st.integers(4, 14), st.sampled_from(["left", "right", "center"])), min_size=1, max_size=4
)


def drawn(part: RenderableType, **more: Any) -> str:
    page = Console(width=100, height=25, highlight=False, emoji=False, markup=False, file=StringIO(), **more)
    with page.capture() as captured:
        page.print(part)
    return captured.get()


def heads_by_the_library(widths: list[int], aligns: list[Align], heads: list[str]) -> RichTable:
    table = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="underline")
    for width, align, head in zip(widths, aligns, heads, strict=True):
        table.add_column(Text(breakable(head, width)), justify=align, overflow="fold", width=width)
    return table


def by_the_library(widths: list[int], aligns: list[Align], rows: list[tuple[list[str], str]]) -> RichTable:
    table = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=False)
    for width, align in zip(widths, aligns, strict=True):
        table.add_column("", justify=align, overflow="fold", width=width)
    for row, style in rows:
        table.add_row(*(Text(breakable(c, w)) for c, w in zip(row, widths, strict=True)), style=style)
    return table


@pytest.mark.parametrize("more", [{"no_color": True}, {"force_terminal": True, "color_system": "truecolor"}])
@given(st.data())
def test_rows_are_drawn_as_the_library_draws_them(more: dict[str, Any], data: st.DataObject) -> None:
    widths, aligns = map(list, zip(*data.draw(columns), strict=True))
    row = st.tuples(
        st.lists(cells, min_size=len(widths), max_size=len(widths)), st.sampled_from(["", "red", "bold"])
    )
    rows = data.draw(st.lists(row, min_size=1, max_size=3))
    assert drawn(Rows(widths, aligns, rows), **more) == drawn(by_the_library(widths, aligns, rows), **more)


@pytest.mark.parametrize("more", [{"no_color": True}, {"force_terminal": True, "color_system": "truecolor"}])
def test_heads_stand_on_their_rows(more: dict[str, Any]) -> None:
    widths, heads = [6, 9, 5], ["Nhóm", "Tỷ lệ hoàn thành (%)", "Quá hạn (chưa BC)"]
    aligns: list[Align] = ["left", "right", "center"]
    ours = drawn(Rows(widths, aligns, [(heads, "underline")], is_low=True), **more)
    assert ours == drawn(heads_by_the_library(widths, aligns, heads), **more)
