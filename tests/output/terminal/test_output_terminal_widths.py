"""Columns as wide as what must stay whole in them, and words that break behind a sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parplan.output.terminal.widths import GAP, breakable, fit, wrapped
from parplan.views.table import Column, Row, Table

WORDS = st.text("abcd123/-._", max_size=60)


def widths(*cells: str, width: int) -> list[int] | None:
    return fit(Table(tuple(Column("Cột") for _ in cells), (Row(cells),)), width)


def test_a_column_is_never_narrower_than_a_day_or_a_symbol() -> None:
    assert widths("một hai ba bốn " * 9, "1987/SNV-CCHC " * 3, width=30) == [14, 14]
    assert widths("30/9/2022", "một hai ba bốn " * 9, width=20) == [9, 9]


def test_a_page_without_room_for_what_must_stay_whole_has_no_columns() -> None:
    assert widths("30/9/2022", "30/9/2022", "30/9/2022", width=31) == [9, 9, 9]
    assert widths("30/9/2022", "30/9/2022", "30/9/2022", width=30) is None


@given(st.lists(st.text("ab 12/", max_size=30), min_size=1, max_size=6), st.integers(20, 120))
def test_columns_and_gaps_fit_the_page(cells: list[str], width: int) -> None:
    found = widths(*cells, width=width)
    assert found is None or sum(found) + GAP * (len(found) - 1) <= width


def test_a_path_that_is_too_long_for_a_line_breaks_behind_a_sign() -> None:
    assert (
        breakable("xem data/progress/2022-09/so-tu-phap.yaml", 20)
        == "xem data/progress/\n2022-09/so-tu-phap.\nyaml"
    )
    assert breakable("x" * 45, 20).split("\n") == ["x" * 20, "x" * 20, "x" * 5]


@given(WORDS, st.integers(1, 30))
def test_breaking_loses_no_letter_and_leaves_no_line_too_wide(text: str, width: int) -> None:
    broken = breakable(text, width)
    assert "".join(broken.split()) == "".join(text.split())
    assert all(len(word) <= width for word in broken.split())


def test_a_word_that_finds_no_room_begins_the_next_line() -> None:
    assert list(wrapped("Nhiệm vụ số 1  \nxa", 8)) == [("Nhiệm vụ", 8), ("số 1", 4), ("xa", 2)]
    assert list(wrapped("日本語 abcdefghijk", 6)) == [("日本語", 6), ("abcdef", 6), ("ghijk", 5)]
    assert list(wrapped("", 6)) == [("", 0)]
