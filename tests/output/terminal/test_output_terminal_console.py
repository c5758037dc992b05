"""Tables that fit any width and lose no letter, carets under wide letters, pipes without blanks."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from parplan.finding import Severity
from parplan.output.terminal import console as terminal
from parplan.output.terminal.console import excerpt, table
from parplan.output.terminal.rows import Text
from parplan.output.terminal.widths import GAP, fit
from parplan.views.explain import CodePage
from parplan.views.findings import Complaint
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Column, Row, Table
from parplan.where import Span

LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậ0123456789/-", min_size=1, max_size=30)
CELL = st.lists(LETTERS, max_size=6).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 6))
    columns = tuple(
        Column(
            draw(LETTERS),
            share=draw(st.sampled_from([1.0, 1.5, 3.4])),
            align=draw(st.sampled_from(["left", "right"])),
        )
        for _ in range(count)
    )
    rows = draw(st.lists(st.tuples(*[CELL] * count), min_size=1, max_size=4))
    return Table(columns, tuple(Row(cells) for cells in rows))


def drawn(view: Table, width: int) -> list[str]:
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as captured:
        console.print(table(view, width))
    return captured.get().splitlines()


@given(tables(), st.integers(40, 200))
def test_every_word_of_every_cell_stands_in_its_column(view: Table, width: int) -> None:
    lines, widths = drawn(view, width), fit(view, width)
    start = 0
    for position, wide in enumerate(widths or ()):
        column = "".join("".join(line[start : start + wide].split()) for line in lines)
        cells = (view.columns[position].title, *(row.cells[position] or "" for row in view.rows))
        assert column == "".join("".join(cell.split()) for cell in cells)
        start += wide + GAP


@given(tables(), st.integers(40, 200))
def test_where_columns_find_no_room_every_cell_stands_by_itself(view: Table, width: int) -> None:
    if fit(view, width) is None:
        text = "".join("".join(drawn(view, width)).split())
        for cell in (cell for row in view.rows for cell in row.cells):
            assert "".join((cell or "").split()) in text


@given(tables(), st.integers(40, 200))
def test_no_line_is_wider_than_asked(view: Table, width: int) -> None:
    assert all(len(line.rstrip()) <= width for line in drawn(view, width))


FIGURES = (
    *("30/9/2022", "05/10/2022", "2022-09-30", "123/BC-STP", "1987/SNV-CCHC", "1510/QĐ-UBND", "30/2020/NĐ-CP"),
    *("1.234.567", "86,57", "33/63", "(15/9/2022);", "−5,67", "100%", "III.1.5d", "“924/SNV-CCHC”"),
)
TEXTS = st.lists(st.sampled_from([*FIGURES, "Công", "khai", "huyện", "Thương", "nghiệp,"]), max_size=9).map(
    " ".join
)


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), min_size=1, max_size=4)), st.data())
def test_no_day_figure_or_symbol_of_a_paper_breaks_inside(
    rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    width = data.draw(st.integers(40, 120))
    shares = st.sampled_from([1.0, 1.5, 3.4])
    heads = [
        Column(data.draw(st.sampled_from(["Đơn vị", "Thời hạn", "Tháng 10/2022"])), share=data.draw(shares))
        for _ in rows[0]
    ]
    lines = drawn(Table(tuple(heads), tuple(Row(cells) for cells in rows)), width)
    whole = Counter(word for row in rows for cell in row for word in cell.split() if word in FIGURES)
    found = Counter(word for line in lines for word in line.split() if word in FIGURES)
    assert found == whole


@given(tables())
def test_a_table_with_room_wraps_no_cell(view: Table) -> None:
    assert len([line for line in drawn(view, 2000) if line.strip()]) <= 1 + len(view.rows) + 6


def test_no_letter_is_lost_where_a_word_is_wider_than_its_column() -> None:
    view = Table(tuple(Column(name) for name in "abcdefg"), (Row(("x" * 50,) * 7),))
    assert Counter("".join(drawn(view, 40)))["x"] == 350


def test_a_table_without_rows_is_its_sentence() -> None:
    assert drawn(Table((Column("a"),), (), empty="Không có."), 40) == ["Không có."]


def test_rows_stand_under_the_block_that_heads_them() -> None:
    rows = (Row(("một",)), Row(("KHỐI",), kind="block"), Row(("hai",)))
    assert [line.strip() for line in drawn(Table((Column("a"),), rows), 40)] == ["a", "một", "KHỐI", "hai"]


def test_a_group_is_named_before_its_columns() -> None:
    assert (
        "Đã hoàn thành: Đúng hạn"
        in drawn(Table((Column("Đúng hạn", group="Đã hoàn thành"),), (Row(("x" * 30,)),)), 80)[0]
    )


def complaint(line: str, column: int, end: int) -> Complaint:
    return Complaint("f.yaml", "f.yaml", Span(1, column, 1, end), Severity.ERROR, "x", "Câu.", "", line, "x")


@given(
    st.text("aế内😀o\u0323", max_size=120),
    st.text("bđ国👍", min_size=1, max_size=8),
    st.text("aế内😀", max_size=120),
    st.integers(40, 200),
)
def test_carets_lie_under_what_is_meant_and_within_the_width(
    before: str, meant: str, after: str, width: int
) -> None:
    before = before.lstrip("\u0323")
    line, carets = excerpt(complaint(before + meant + after, len(before) + 1, len(before) + len(meant) + 1), width)
    start = carets.index("^")
    assert cell_len(line[: line.index(meant[0], 8)]) == start
    assert carets.count("^") == min(cell_len(meant), carets.count("^"))
    assert cell_len(line) <= width
    assert cell_len(carets) <= width


def test_an_empty_line_has_no_excerpt() -> None:
    assert excerpt(complaint("   ", 1, 2), 80) == []


def test_a_tab_is_one_column() -> None:
    line, carets = excerpt(complaint("\tx: y", 2, 3), 80)
    assert line[carets.index("^")] == "x"


NO_NUMBERS = ("", "wide", "²", "٣", "-80", "0", "9" * 5000)


@pytest.mark.parametrize(
    ("asked", "width"), [("20", 40), ("40", 40), ("123", 123), *((text, 100) for text in NO_NUMBERS)]
)
def test_a_pipe_is_as_wide_as_asked_and_never_too_narrow(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", asked)
    assert terminal.console().width == width


@pytest.mark.parametrize("asked", NO_NUMBERS)
def test_a_terminal_whose_size_is_no_number_is_drawn_on_all_the_same(
    monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, asked)
    assert terminal.console().width >= 40
    assert terminal.plain(lambda page: page.print("x")) == "x\n"


def test_a_sheet_is_its_notices_its_headline_and_its_blocks_one_under_the_other() -> None:
    blocks = (
        Block("KHỐI", Table((Column("a"),), (Row(("một",)),)), ("1. dòng dài hơn một trang hẹp", "- mục")),
        Block("", None, ("câu",)),
    )
    made = Sheet("Tiêu đề", ("Lưu ý.",), ("Câu đầu.", "Câu sau."), blocks)
    assert terminal.plain(lambda page: terminal.draw_sheet(made, page), 20).splitlines() == [
        *("Lưu ý.", "Câu đầu.", "Câu sau.", "", "KHỐI", "a", "một"),
        *("1. dòng dài hơn một", "   trang hẹp", "- mục", "", "câu"),
    ]


def test_a_word_in_brackets_is_text_and_never_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(Text("[bold]a[/bold] :smile:"))
    assert capsys.readouterr().out == "[bold]a[/bold] :smile:\n"


def test_a_code_s_page_shows_its_example_as_it_is_printed_and_none_where_there_is_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.code_page(CodePage("MÃ", ("Câu.",), "Ví dụ", "a: b\n\n  c\n"))
    assert capsys.readouterr().out == "MÃ\n\nCâu.\n\nVí dụ\n\n  a: b\n\n    c\n"
    terminal.code_page(CodePage("MÃ", ("Câu.",), "Ví dụ", ""))
    assert capsys.readouterr().out == "MÃ\n\nCâu.\n"


@pytest.mark.parametrize(
    ("name", "value", "coloured"),
    [("TERM", "xterm-256color", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)],
)
def test_a_terminal_has_colours_unless_it_is_dumb_or_nobody_wants_them(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv(name, value)
    assert terminal.console().no_color is not coloured


def test_a_terminal_is_as_wide_as_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1)
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((133, 40)))
    assert terminal.console().width == 133


def test_the_total_stands_out_and_what_is_bad_is_red() -> None:
    rows = (Row(("một",), tone="bad"), Row(("hai",), kind="total"), Row(("ba",)))
    page = Console(width=40, force_terminal=True, color_system="standard", highlight=False)
    with page.capture() as captured:
        page.print(table(Table((Column("a"),), rows), 40))
    _, first, total, plain = captured.get().splitlines()
    assert ("\x1b[31m" in first, "\x1b[1m" in total, "\x1b" in plain) == (True, True, False)


def test_facts_stand_beside_their_names_with_a_gap() -> None:
    page = Console(width=40, no_color=True, highlight=False)
    with page.capture() as captured:
        page.print(terminal._facts([("Mã", "III.1"), ("Thời hạn", "30/9/2022")], 40))
    assert [line.rstrip() for line in captured.get().splitlines()] == ["Mã        III.1", "Thời hạn  30/9/2022"]
