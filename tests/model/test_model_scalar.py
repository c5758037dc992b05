"""Tests of parplan.model.scalar."""

from __future__ import annotations

import re
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from parplan.model.scalar import (
    AnyPeriod,
    Count,
    CriterionId,
    Day,
    DayOrMonth,
    Flag,
    Month,
    Number,
    Signed,
    Slug,
    Text,
    Written,
    at_least_one,
    one_of,
)

TYPES: dict[str, Any] = {
    "text": Text,
    "slug": Slug,
    "number": Number,
    "count": Count,
    "signed": Signed,
    "day": Day,
    "month": Month,
    "period": AnyPeriod,
    "moment": DayOrMonth,
    "flag": Flag,
    "criterion": CriterionId,
    "word": Annotated[str, one_of("a", "b")],
}


def refusal(kind: str, value: object) -> dict[str, Any]:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(TYPES[kind]).validate_python(value)
    (detail,) = error.value.errors()
    return {"type": detail["type"], "meant": detail.get("ctx", {}).get("meant")}


@pytest.mark.parametrize(
    ("kind", "text", "printed"),
    [
        ("text", " a ", " a "),
        ("slug", "III.2.3a", "III.2.3a"),
        ("slug", "so-noi-vu", "so-noi-vu"),
        ("number", "86.57", "86.57"),
        ("number", "-5.670", "-5.670"),
        ("number", "007", "7"),
        ("count", "08", "8"),
        ("signed", "+9", "9"),
        ("signed", "-24", "-24"),
        ("day", "2024-02-29", "2024-02-29"),
        ("month", "2022-09", "2022-09"),
        ("period", "2022-H2", "2022-H2"),
        ("moment", "2022-08", "2022-08"),
        ("moment", "2022-08-15", "2022-08-15"),
        ("flag", "true", "True"),
        ("criterion", "PAR/1149/1.2.a", "PAR/1149/1.2.a"),
        ("criterion", "Công bố thủ tục", "Công bố thủ tục"),
        ("word", "b", "b"),
    ],
)
def test_text_is_read_as_its_type(kind: str, text: str, printed: str) -> None:
    assert str(TypeAdapter(TYPES[kind]).validate_python(text)) == printed


@pytest.mark.parametrize(
    ("kind", "text", "code", "meant"),
    [
        ("slug", "-a", "id_invalid", "a"),
        ("slug", "a..b", "id_invalid", None),
        ("slug", "a_b", "id_invalid", "a-b"),
        ("slug", "Sở Nội vụ", "id_invalid", "so-noi-vu"),
        ("slug", "a\n", "id_invalid", "a"),
        ("slug", "“so-noi-vu”", "id_typography", "so-noi-vu"),
        ("slug", "so\u00a0noi", "id_typography", "sonoi"),
        ("slug", "so–noi–vu", "id_typography", "so-noi-vu"),
        ("slug", "“Sở”", "id_typography", None),
        ("criterion", "PAR/1149/“a”", "id_typography", "PAR/1149/a"),
        ("number", "86,57", "number_invalid", "86.57"),
        ("number", "1.234,5", "number_invalid", "1234.5"),
        ("number", "1.234.567", "number_invalid", "1234567"),
        ("number", "84,55%", "number_invalid", "84.55"),
        ("number", "1,082", "number_invalid", None),
        ("number", "86.57\u00a0", "id_typography", "86.57"),
        ("count", "1.082", "number_invalid", "1082"),
        ("day", "“2022-09-30”", "id_typography", "2022-09-30"),
        ("day", "“30/9/2022”", "id_typography", "2022-09-30"),
        ("month", "2022–09", "id_typography", "2022-09"),
        ("day", "3０/９/2022", "id_typography", "2022-09-30"),
        ("month", "２０２２－０９", "id_typography", "2022-09"),
        ("count", "４\u3000", "id_typography", "4"),
        ("slug", "ｓｏ-noi-vu", "id_typography", "so-noi-vu"),
        ("word", "ｂ", "id_typography", "b"),
        ("flag", "đúng", "flag_invalid", "true"),
        ("word", "b\u00a0", "id_typography", "b"),
        ("number", "1.234,5678901", "number_invalid", None),
        ("number", "1e3", "number_invalid", None),
        ("number", "+1", "number_invalid", None),
        ("number", "Infinity", "number_invalid", None),
        ("number", "0x1", "number_invalid", None),
        ("number", "٣", "number_invalid", None),
        ("number", "9" * 5000, "number_invalid", None),
        ("count", "-1", "number_invalid", None),
        ("count", "1.0", "number_invalid", None),
        ("count", "1_000", "number_invalid", None),
        ("signed", "--1", "number_invalid", None),
        ("day", "30/9/2022", "date_invalid", "2022-09-30"),
        ("day", "2022-9-30", "date_invalid", "2022-09-30"),
        ("day", "20220930", "date_invalid", None),
        ("day", "2022-W39-5", "date_invalid", None),
        ("day", "2023-02-29", "date_impossible", None),
        ("day", "31/9/2022", "date_impossible", None),
        ("day", "2022-13-01", "date_impossible", None),
        ("day", "0001-01-01", "date_invalid", None),
        ("month", "2022", "period_invalid", None),
        ("month", "9/2022", "period_invalid", "2022-09"),
        ("month", "2022-9", "period_invalid", "2022-09"),
        ("period", "2022-Q5", "period_invalid", None),
        ("moment", "2022-13", "period_invalid", None),
        ("moment", "2022", "date_invalid", None),
        ("flag", "1", "flag_invalid", None),
        ("flag", "True", "flag_invalid", "true"),
        ("flag", "no", "flag_invalid", "false"),
        ("flag", "Yes", "flag_invalid", "true"),
        ("word", "c", "value_unknown", None),
    ],
)
def test_what_merely_resembles_the_type_is_refused(kind: str, text: str, code: str, meant: str | None) -> None:
    assert refusal(kind, text) == {"type": code, "meant": meant}


@pytest.mark.parametrize("kind", TYPES)
def test_empty_text_and_what_is_no_text_are_refused_by_every_type(kind: str) -> None:
    assert [refusal(kind, value)["type"] for value in ("", " \n")] == ["value_empty"] * 2
    values: list[object] = [None, 0, 1.5, True, [], {}]
    assert [refusal(kind, value)["type"] for value in values] == ["type_wrong"] * 6


@given(st.sampled_from(sorted(TYPES)), st.text(max_size=14))
def test_any_text_is_read_or_refused(kind: str, text: str) -> None:
    try:
        TypeAdapter(TYPES[kind]).validate_python(text)
    except ValidationError:
        return
    assert text.strip()


def test_a_list_may_be_absent_but_not_empty() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[tuple[Slug, ...], at_least_one()])
    assert adapter.validate_python(["a"]) == ("a",)
    with pytest.raises(ValidationError):
        adapter.validate_python([])


@given(st.sampled_from(sorted(set(TYPES) - {"word"})), st.text("0123456789-+./QHaà \n“", max_size=12))
def test_the_pattern_for_editors_is_that_of_the_type(kind: str, text: str) -> None:
    (written,) = [mark for mark in TYPES[kind].__metadata__ if isinstance(mark, Written)]
    try:
        TypeAdapter(TYPES[kind]).validate_python(text)
    except ValidationError as error:
        read = error.errors()[0]["type"] == "date_impossible"
    else:
        read = True
    # JavaScript's "$" is the very end, Python's may stand before a last line end
    assert (re.search(written.pattern.replace("$", r"\Z"), text) is not None) == read
