"""Tables as CSV: what Excel is to find in it, and what it must never run."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from golden import check_golden
from parplan.facts.breakdown import By
from parplan.output.excel.csv import as_text, csv_text, harmless
from parplan.views.status.assignment_table import assignment_table
from parplan.views.status.breakdown import breakdown_table
from parplan.views.table import Column, Row, Table
from parplan.words import words
from sample_status import DAY, sample_facts

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20) | st.text(
    "=+-@'\t\r\n;,\"0 x", max_size=6
)


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def table(*rows: tuple[str | None, ...], note: str = "") -> Table:
    columns = tuple(Column(f"c{number}") for number in range(len(rows[0])))
    return Table(columns, tuple(Row(cells) for cells in rows), note=note)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=5)))
@example([("một\nhai", 'nói "được"; xong')])
def test_what_is_written_is_read_back(rows: list[tuple[str, ...]]) -> None:
    _, *found = read(csv_text(table(*rows)))
    assert found == [[as_text(cell) for cell in row] for row in rows]


@given(CELL)
def test_a_cell_is_never_a_formula_and_otherwise_stays(cell: str) -> None:
    written = harmless(cell)
    assert written.replace("'", "") == cell.replace("'", "")
    if written == cell and cell[:1] in "=+-@\t\r\n" and cell not in ("", "-"):
        float(cell.replace(",", "."))  # a plain number, nothing more


@pytest.mark.parametrize(
    "cell", ["-", "-5", "+3", "-5,67", "−5,67", "67,4", "", "a=b", "1, - 2", "x; -5; y", "III.1.2", "'="]
)
def test_dashes_numbers_and_what_only_holds_a_sign_are_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+84 235",
        "-1+2",
        "--1",
        "- Đã ban hành",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "-5\n",
        "-1,2,3",
        "=",
        "-x",
        " =x",
        "\u00a0@SUM(A1)",
    ],
)
def test_what_would_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("parted", [",", ";", "\t", "|"])
@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "+1+2", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", " =1+1"])
def test_no_formula_stands_behind_a_separator_of_another_program(parted: str, formula: str) -> None:
    written = csv_text(
        table(("a", f"x{parted}{formula}"), (f"y{parted}{formula}", "b"), note=f"z{parted}{formula}")
    )
    for delimiter in ",;\t|":
        for line in csv.reader(StringIO(written, newline=""), delimiter=delimiter):
            assert [cell for cell in line if cell.strip()[:1] in {*"=+-@"} - {""}] == []


def test_lines_end_as_windows_ends_them_and_columns_part_at_semicolons() -> None:
    assert csv_text(table(("một, hai", "ba"), ("x;y", "z"))) == '\ufeffc0;c1\r\n"một, hai";ba\r\n"x;y";z\r\n'


def test_every_row_of_a_pivot_table_is_whole() -> None:
    made = Table(
        (Column("Đơn vị"), Column("Đúng hạn", group="Đã hoàn thành")),
        (
            Row(("A. Sở",), kind="block"),
            Row(("Sở Y tế", "1")),
            Row((None, "2")),
            Row(("Tổng cộng", "3"), kind="total"),
        ),
    )
    assert read(csv_text(made)) == [
        ["Đơn vị", "Đã hoàn thành: Đúng hạn"],
        ["Sở Y tế", "1"],
        ["Sở Y tế", "2"],
        ["Tổng cộng", "3"],
    ]


@pytest.mark.parametrize("cell", ["1/2", "16/38", "12/2022", "3-4", " 1/1 "])
def test_a_text_that_excel_takes_for_a_day_gets_an_apostrophe(cell: str) -> None:
    assert read(csv_text(table((cell,))))[1] == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["30/9/2022", "2022-09-30", "1/2 xã", "12,5", "-1", "924/SNV"])
def test_a_day_a_figure_and_a_symbol_stay_as_they_are(cell: str) -> None:
    assert read(csv_text(table((cell,))))[1] == [cell]


def test_a_note_stands_apart_from_the_rows() -> None:
    assert read(csv_text(table(("x", "y"), note="=ghi chú")))[1:] == [["x", "y"], [], ["'=ghi chú"]]


def test_a_table_without_rows_keeps_its_heads() -> None:
    assert csv_text(Table((Column("Mã"),), (), empty="Không có.")) == "\ufeffMã\r\n"


def test_figures_of_the_sample_carry_no_thousands_sign() -> None:
    _, *rows = read(csv_text(breakdown_table(sample_facts(), By.SECTION, words("vi"))))
    counts = [cell for row in rows if len(row) > 1 for cell in row[1:-1]]
    assert all(cell.isdigit() for cell in counts)


def test_the_list_of_two_units_of_the_sample() -> None:
    facts = sample_facts("so-tai-chinh", "ubnd-huyen-tay-giang")
    check_golden(f"status-sample-{DAY}.csv", csv_text(assignment_table(facts, words("vi"))))
