"""Tests of parplan.model.record."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError

from parplan.model.record import Choice, Record, Shorthand
from parplan.model.scalar import Number
from parplan.where import NOWHERE, Where


class Inner(Record):
    value: Number


class Outer(Record):
    inner: Annotated[Inner, Shorthand("value")]


class Either(Choice):
    alternatives: ClassVar = ("left", "right")

    left: Number | None = None
    right: Number | None = None


@pytest.mark.parametrize("filled", [{}, {"left": "1", "right": "2"}])
def test_a_choice_fills_exactly_one_of_its_alternatives(filled: dict[str, str]) -> None:
    assert Either.model_validate({"right": "2"}).right == 2
    with pytest.raises(ValidationError) as error:
        Either.model_validate(filled)
    (detail,) = error.value.errors()
    assert (detail["type"], detail["ctx"]) == ("choice_ambiguous", {"choices": "left, right"})


def test_a_record_is_frozen_and_knows_no_other_keys() -> None:
    record = Inner.model_validate({"value": "1"})
    with pytest.raises(ValidationError):
        record.value = record.value  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Inner.model_validate({"value": "1", "other": "2"})


def test_a_record_remembers_its_address() -> None:
    record = Inner.model_validate({"value": "1"})
    assert record.where == NOWHERE
    record.stands(Where("f", ("a", 0)))
    assert record.at("value") == Where("f", ("a", 0, "value"))


def test_a_record_inside_another_is_where_the_other_is_and_some_steps_on() -> None:
    record = Outer.model_validate({"inner": "80"})
    record.inner.stands((record, "inner", 1))
    record.stands(Where("f", ("a", 0)))
    assert record.inner.at("value") == Where("f", ("a", 0, "inner", 1, "value"))
    assert record.model_copy().inner.where == Where("f", ("a", 0, "inner", 1))


def test_a_bare_scalar_stands_for_a_record_of_one_key() -> None:
    assert Outer.model_validate({"inner": "80"}) == Outer.model_validate({"inner": {"value": "80"}})
    with pytest.raises(ValidationError):
        Outer.model_validate({"inner": ["80"]})
