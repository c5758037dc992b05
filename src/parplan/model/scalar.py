"""The scalar types of the data: each one a full-match pattern over the text as written.

Must not accept what merely resembles the type: YAML's and pydantic's own readings are never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from parplan.period import Moment, Period

_SLUG = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_CRITERION = re.compile(r"[A-Za-z0-9.-]+/[A-Za-z0-9.-]+/[A-Za-z0-9.-]+")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_COUNT = re.compile(r"[0-9]{1,9}")
_SIGNED = re.compile(r"[+-]?[0-9]{1,9}")
_DAY = re.compile(r"(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_VIETNAMESE_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_VIETNAMESE_NUMBER = re.compile(r"-?[0-9]+,[0-9]+")


def _scalar(read: Callable[[str], Any]) -> PlainValidator:
    """A validator that takes text only, refuses the empty one, and then reads it."""

    def validate(value: object) -> Any:
        if not isinstance(value, str):
            raise PydanticCustomError("type_wrong", "", {"wanted": "scalar"})
        if not value.strip():
            raise PydanticCustomError("value_empty", "")
        return read(value)

    return PlainValidator(validate)


def _wrong(kind: str, text: str, meant: str | None = None) -> PydanticCustomError:
    return PydanticCustomError(kind, "", {"text": text, "meant": meant})


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise _wrong("id_invalid", text)
    return text


def _criterion(text: str) -> str:
    if not _CRITERION.fullmatch(text):
        raise _wrong("id_invalid", text)
    return text


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        meant = text.replace(",", ".") if _VIETNAMESE_NUMBER.fullmatch(text) else None
        raise _wrong("number_invalid", text, meant)
    return Decimal(text)


def _count(text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise _wrong("number_invalid", text)
    return int(text)


def _signed(text: str) -> int:
    if not _SIGNED.fullmatch(text):
        raise _wrong("number_invalid", text)
    return int(text)


def _day(text: str) -> date:
    if match := _VIETNAMESE_DAY.fullmatch(text):
        day, month, year = match.groups()
        raise _wrong("date_invalid", text, f"{year}-{int(month):02}-{int(day):02}")
    if not _DAY.fullmatch(text):
        raise _wrong("date_invalid", text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _wrong("date_invalid", text) from None


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise _wrong("period_invalid", text) from None


def _month(text: str) -> Period:
    period = _period(text)
    if period.months != 1:
        raise _wrong("period_invalid", text)
    return period


def _moment(text: str) -> Moment:
    if len(text) == len("2022-08"):
        return Moment(_month(text))
    day = _day(text)
    return Moment(Period.around(day), day)


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise _wrong("flag_invalid", text)
    return text == "true"


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of something else; one check follows every such field."""

    to: str


Text = Annotated[str, _scalar(str)]
Slug = Annotated[str, _scalar(_slug)]
Number = Annotated[Decimal, _scalar(_number)]
Count = Annotated[int, _scalar(_count)]
Signed = Annotated[int, _scalar(_signed)]
Day = Annotated[date, _scalar(_day)]
Month = Annotated[Period, _scalar(_month)]
AnyPeriod = Annotated[Period, _scalar(_period)]
DayOrMonth = Annotated[Moment, _scalar(_moment)]
Flag = Annotated[bool, _scalar(_flag)]

AgencyId = Annotated[str, _scalar(_slug), Refers("agency")]
AgencyOrGroupId = Annotated[str, _scalar(_slug), Refers("agency-or-group")]
AgencyKindId = Annotated[str, _scalar(_slug), Refers("agency-kind")]
TaskId = Annotated[str, _scalar(_slug), Refers("task")]
IndexId = Annotated[str, _scalar(_slug), Refers("index")]
PlaceId = Annotated[str, _scalar(_slug), Refers("place")]
CriterionId = Annotated[str, _scalar(_criterion), Refers("criterion")]
PlanYear = Annotated[int, _scalar(_count), Refers("plan")]


def one_of(*choices: str) -> PlainValidator:
    """A validator for a word out of a closed list; pairs with a Literal of the same words."""

    def read(text: str) -> str:
        if text not in choices:
            raise PydanticCustomError("value_unknown", "", {"text": text, "choices": ", ".join(choices)})
        return text

    return _scalar(read)


def at_least_one() -> Any:
    """For a list that may be left out but not left empty: an absent key is unknown, an empty one a mistake."""
    return Field(min_length=1)
