"""Tests of parplan.tables.cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from parplan.documents.values import Value
from parplan.finding import Stop
from parplan.tables.cells import Code, read_code, read_rank, read_score


@pytest.mark.parametrize(
    ("value", "score"),
    [
        ("0,75", "0.75"),
        ("0.75", "0.75"),
        (0.75, "0.75"),
        (0.1 + 0.2, "0.3"),  # a computer misses it, a person did not
        (1, "1"),
        (" 8,50 ", "8.50"),
        ("8,5/10", "8.5"),
        ("-0,5", "-0.5"),
        ("", None),
        ("-", None),
        ("…", None),
        ("Chưa có số liệu", None),
    ],
)
def test_a_score_is_read_as_people_write_it_and_unknown_stays_unknown(value: Value, score: str | None) -> None:
    assert read_score(value, Decimal(10)) == (None if score is None else Decimal(score))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (date(2024, 5, 10), "table-figure-day"),
        (True, "table-figure-unread"),
        ("cao", "table-figure-unread"),
        ("85%", "table-figure-unread"),
        ("5/20", "table-figure-unread"),  # another maximum
        ("1,2,3", "table-figure-unread"),
        (11, "table-figure-over"),
    ],
)
def test_what_is_no_score_is_refused(value: Value, reason: str) -> None:
    with pytest.raises(Stop) as stop:
        read_score(value, Decimal(10))
    assert stop.value.reason == reason


@pytest.mark.parametrize(("value", "rank"), [(33, 33), ("33/63", 33), ("07", 7), ("", None)])
def test_a_rank_may_say_among_how_many(value: Value, rank: int | None) -> None:
    assert read_rank(value) == rank


def test_a_rank_that_is_none_is_refused() -> None:
    with pytest.raises(Stop):
        read_rank("nhất")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("1.10", Code("1.10", is_sure=True)),
        ("1.2.", Code("1.2", is_sure=True)),
        (1.1, Code("1.1", is_sure=False)),  # 1.10 or 1.1: Excel does not say
        (3.0, Code("3", is_sure=True)),
        (4, Code("4", is_sure=True)),
        (date(2024, 2, 1), Code("", is_sure=False)),
        ("IV", Code("", is_sure=False)),
        ("", None),
    ],
)
def test_a_number_that_excel_may_have_changed_is_not_sure(value: Value, code: Code | None) -> None:
    assert read_code(value) == code
