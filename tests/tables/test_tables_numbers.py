"""Tests of parplan.tables.numbers."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.documents.values import Value
from parplan.tables.numbers import following, is_part, numbers_of, roman, split


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        *(("1.10", ("1.10",)), (" 2.) ", ("2",)), (3.0, ("3",)), (1.1, ("1.1", "1.10")), ("IV.", ("IV",))),
        *(("-", ()), ("", ()), ("Số", ()), (date(2024, 10, 1), ("1.10", "10.1", "1.10.24", "1.24.10", "10.1.24"))),
    ],
)
def test_a_cell_may_have_been_these_numbers(value: Value, numbers: tuple[str, ...]) -> None:
    assert numbers_of(value)[: len(numbers)] == numbers
    assert bool(numbers_of(value)) == bool(numbers)


def test_counting_leads_to_the_first_part_and_to_the_next_at_each_level() -> None:
    assert [*following("1.9.3")] == ["1.9.3.1", "1.9.4", "1.10", "2"]
    assert [*following("")] == ["1"]


def test_a_letter_is_what_the_one_before_it_says() -> None:
    assert is_part("A", "")
    assert not is_part("I", "")
    assert is_part("C", "B")
    assert is_part("I", "H")
    assert (roman("IX"), roman("D")) == (9, None)


def test_a_number_before_a_name_is_none_of_the_name() -> None:
    assert split("1.1 Ban hành") == ("1.1", "Ban hành")
    assert split("I. Chỉ đạo") == ("I", "Chỉ đạo")
    assert split("63 tỉnh, thành phố") == ("", "63 tỉnh, thành phố")
