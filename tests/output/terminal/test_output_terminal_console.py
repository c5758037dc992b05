"""Tables that fit any width and lose no letter, carets under wide letters, pipes without blanks."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from parplan.finding import Severity
from parplan.output.terminal import console as terminal
from parplan.output.terminal.console import excerpt, table
from parplan.output.terminal.widths import GAP, fit
from parplan.views.findings import Complaint
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


@settings(deadline=None)
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
