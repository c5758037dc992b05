"""Tests of parplan.documents.values: a value reads as an office writes it."""

from __future__ import annotations

from datetime import date, datetime
from unicodedata import normalize

import pytest

from parplan.documents.values import Value, cleaned, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (12, "12"),
        (1234.5, "1234,5"),
        (0.1 + 0.2, "0,3"),
        (100.0, "100"),
        (date(2022, 9, 30), "30/9/2022"),
        (datetime(2022, 9, 5, 8), "05/9/2022"),
        (True, "x"),
        (False, ""),
        (float("nan"), "nan"),
        ("  Sở\u00a0Nội   vụ ", "Sở Nội vụ"),
    ],
)
def test_a_value_reads_as_an_office_writes_it(value: Value, text: str) -> None:
    assert shown(value) == text


def test_a_text_has_composed_letters_and_no_sign_that_nobody_sees() -> None:
    assert cleaned(normalize("NFD", "Nhiệm\u00ad vụ\u200b")) == "Nhiệm vụ"
    assert cleaned("a \r\n\x0b b\u2028c\n") == "a\n\nb\nc"
