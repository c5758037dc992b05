"""The scalar types of the data: each one a full-match pattern over the text as written.

Must not accept what merely resembles the type: YAML's and pydantic's own readings are never used.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from parplan.calendar.period import WRITTEN, Moment, Period
from parplan.model.spoken.lookup import spoken
from parplan.spelling import fold

_SLUG = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_COUNT = re.compile(r"[0-9]{1,9}")
_SIGNED = re.compile(r"[+-]?[0-9]{1,9}")
_DAY = re.compile(r"(?:19|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_MONTH = re.compile(r"(?:19|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2])")
# what only a mistake is held against is a text: it is compiled when the first is made
_VIETNAMESE_DAY = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
_VIETNAMESE_NUMBER = r"(?P<whole>-?(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+))(?P<rest>,[0-9]+)?(?: ?%)?"
_ENGLISH_THOUSANDS = r"-?[1-9][0-9]{0,2},[0-9]{3}"
_SHORT_DAY = r"((?:19|2[0-9])[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})"
_SHORT_MONTH = r"((?:19|2[0-9])[0-9]{2})-([1-9])|(0?[1-9]|1[0-2])/((?:19|2[0-9])[0-9]{2})"
_FLAGS = {"true": True, "false": False}

FROM_WORD = {
    "quotes": "[\u2018-\u201f\u00ab\u00bb]",
    "spaces": "[\u00a0\u00ad\u2000-\u200f\u202f\u2060\u3000]",
    "dashes": "[\u2010-\u2015\u2212]",
    "wide": "[\uff01-\uff5e]",
}
"""What Word, or a keyboard for Chinese, puts in the place of what was typed, by its name under \"what.\"."""

_WIDER = ord("\uff01") - ord("!")


class Scalar(NamedTuple):
    """Takes text only, refuses the empty one, and then reads it.

    As pydantic's PlainValidator does it, but for how the value would be written: that costs at every start.
    ``is_prose``: Word's quotation marks, blanks and dashes are content.
    """

    read: Callable[[str], Any]
    is_prose: bool = False

    def validate(self, value: object) -> Any:
        """The value that some text stands for."""
        if self.is_prose and type(value) is str and value.strip():
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("type_wrong", "", {"wanted": "scalar"})
        if not value.strip():
            raise PydanticCustomError("value_empty", "")
        if not (self.is_prose or value.isascii()):
            _typed_by_hand(value, self.read)
        return self.read(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if self.is_prose:
            return core_schema.no_info_plain_validator_function(self.validate)
        known = lru_cache(maxsize=65536)(self.validate)  # a file names the same days, months and units all over
        return core_schema.no_info_plain_validator_function(
            lambda value: known(value) if type(value) is str else self.validate(value)
        )


def _wrong(kind: str, text: str, meant: str | None = None) -> PydanticCustomError:
    return PydanticCustomError(kind, "", {"text": text, "meant": meant})


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        meant = re.sub(r"[^a-z0-9.]+", "-", fold(text)).strip("-.")
        raise _wrong("id_invalid", text, meant if _SLUG.fullmatch(meant) else None)
    return text


def is_slug(text: str) -> bool:
    """Whether a text can be an id."""
    return _SLUG.fullmatch(text) is not None


def _reference(text: str) -> str:
    """Whatever names something: whether it is there is asked when all is read, and answered with what is near."""
    return text


def _typed_by_hand(text: str, read: Callable[[str], Any]) -> None:
    """Refuse what only Word writes: it looks right, and matches nothing."""
    what = next((what for what, pattern in FROM_WORD.items() if re.search(pattern, text)), None)
    if what is None:
        return
    names = read in (_slug, _reference)
    cleaned = re.sub(FROM_WORD["wide"], lambda sign: chr(ord(sign[0]) - _WIDER), text)
    cleaned = re.sub(FROM_WORD["quotes"], "", re.sub(FROM_WORD["dashes"], "-", cleaned))
    cleaned = " ".join(re.sub(FROM_WORD["spaces"], "" if names else " ", cleaned).split())
    if names:
        meant: object = cleaned if re.fullmatch(r"[A-Za-z0-9./-]+", cleaned) else None
    else:
        meant = _meant(cleaned, read)
        if meant is None:
            return  # it is wrong in more than its signs, and that is told
    raise PydanticCustomError("id_typography", "", {"text": text, "what": what, "meant": meant})


def _meant(text: str, read: Callable[[str], Any]) -> object:
    """A text, if it can be read; what it was meant for, if that is known."""
    try:
        read(text)
    except PydanticCustomError as error:
        return (error.context or {}).get("meant")
    return text


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise _wrong("number_invalid", text, _as_number(text, _NUMBER))
    return Decimal(text)


def _as_number(text: str, wanted: re.Pattern[str]) -> str | None:
    """A number as Vietnamese writes it, with points between thousands and a comma before decimals, as we do."""
    match = re.fullmatch(_VIETNAMESE_NUMBER, text)
    if match is None or re.fullmatch(_ENGLISH_THOUSANDS, text):  # 1,082: nobody knows which was meant
        return None
    meant = re.sub("[. ]", "", match["whole"]) + (match["rest"] or "").replace(",", ".")
    return meant if wanted.fullmatch(meant) else None


def number_meant(text: str) -> str | None:
    """A number as files write it, by how people write it; None for what is none."""
    return text if _NUMBER.fullmatch(text) else _as_number(text, _NUMBER)


def read_count(text: str) -> int:
    """A whole number from nought."""
    if not _COUNT.fullmatch(text):
        raise _wrong("number_invalid", text, _as_number(text, _COUNT))
    return int(text)


def _signed(text: str) -> int:
    if not _SIGNED.fullmatch(text):
        raise _wrong("number_invalid", text)
    return int(text)


def _day(text: str) -> date:
    written = text if _DAY.fullmatch(text) else _as_day(text)
    if written is None:
        raise _wrong("date_invalid", text)
    try:
        read = date.fromisoformat(written)
    except ValueError:
        raise _wrong("date_impossible", text) from None
    if written != text:
        raise _wrong("date_invalid", text, written)
    return read


def _as_day(text: str) -> str | None:
    """A day as files write it, by how people write it; it need not be in any calendar."""
    if match := re.fullmatch(_VIETNAMESE_DAY, text):
        day, month, year = match.groups()
    elif match := re.fullmatch(_SHORT_DAY, text):
        year, month, day = match.groups()
    else:
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def read_period(text: str) -> Period:
    """A month, quarter, half or year."""
    try:
        return Period.parse(text)
    except ValueError:
        match = re.fullmatch(_SHORT_MONTH, text)
        meant = f"{match[1] or match[4]}-{int(match[2] or match[3]):02}" if match else None
        raise _wrong("period_invalid", text, meant) from None


def _month(text: str) -> Period:
    period = read_period(text)
    if period.months != 1:
        raise _wrong("period_invalid", text)
    return period


def _moment(text: str) -> Moment:
    if len(text) == len("2022-08"):
        return Moment(_month(text))
    day = _day(text)
    return Moment(Period.around(day), day)


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise _wrong("flag_invalid", text, spoken(text, _FLAGS))
    return _FLAGS[text]


class Refers(NamedTuple):
    """Marks a field that holds the id of something else; one check follows every such field."""

    to: str


class Written(NamedTuple):
    """Marks a scalar with how it is written, for editors: the types that YAML 1.2 takes it for, and its text.

    ``wrong`` is the code of text that does not match. A number without quotes reaches an editor as a number:
    ``least`` and ``most`` bound what no pattern can. ``true`` and ``null`` without quotes are no text to it.
    """

    types: tuple[str, ...]
    pattern: str
    wrong: str
    least: float | None = None
    most: float | None = None
    examples: tuple[object, ...] = ()


def _whole(*patterns: re.Pattern[str]) -> str:
    """The patterns for who only searches: we match the whole text."""
    return f"^(?:{'|'.join(pattern.pattern for pattern in patterns)})$"


_TYPOGRAPHY = "".join(signs.strip("[]") for signs in FROM_WORD.values()).encode("ascii", "backslashreplace")
_TEXT = Written(("string", "number"), r"\S", "value-empty")
_REFERENCE = Written(("string", "number"), rf"^(?=[\s\S]*\S)[^{_TYPOGRAPHY.decode()}]+$", "id-invalid")
_COUNTED = Written(("string", "integer"), _whole(_COUNT), "number-invalid", 0, 10**9 - 1)

Text = Annotated[str, Scalar(str, is_prose=True), _TEXT]
Slug = Annotated[str, Scalar(_slug), Written(("string", "number"), _whole(_SLUG), "id-invalid", least=0)]
Number = Annotated[
    Decimal,
    Scalar(_number),
    Written(("string", "number"), _whole(_NUMBER), "number-invalid", -(10**12), 10**12, (86.57, 100)),
]
UNREAD: Final = ("\ue000", "\ue001")
"""What stands for a text that could not be read, while the rest is checked: letters that no file holds."""

NotNegative = Annotated[Number, Field(ge=0)]
Positive = Annotated[Number, Field(gt=0)]
Count = Annotated[int, Scalar(read_count), _COUNTED]
Ordinal = Annotated[Count, Field(ge=1)]
Year = Annotated[Count, Field(ge=1900, le=2999)]
Signed = Annotated[
    int,
    Scalar(_signed),
    Written(("string", "integer"), _whole(_SIGNED), "number-invalid", 1 - 10**9, 10**9 - 1),
]
Day = Annotated[
    date, Scalar(_day), Written(("string",), _whole(_DAY), "date-invalid", examples=("2022-09-30", "2022-12-31"))
]
Month = Annotated[
    Period,
    Scalar(_month),
    Written(("string",), _whole(_MONTH), "period-invalid", examples=("2022-09", "2022-10")),
]
AnyPeriod = Annotated[
    Period,
    Scalar(read_period),
    Written(
        ("string", "integer"),
        _whole(WRITTEN),
        "period-invalid",
        1900,
        2999,
        ("2022-09", "2022-Q3", "2022-H2", 2022),
    ),
]
DayOrMonth = Annotated[
    Moment,
    Scalar(_moment),
    Written(("string",), _whole(_MONTH, _DAY), "date-invalid", examples=("2022-08", "2022-08-15")),
]
Flag = Annotated[bool, Scalar(_flag), Written(("string", "boolean"), r"^(?:true|false)$", "flag-invalid")]

AgencyId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("agency")]
AgencyOrGroupId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("agency-or-group")]
AgencyKindId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("agency-kind")]
TaskId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("task")]
IndexId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("index")]
PlaceId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("place")]
RankedId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("ranked")]
# a place, or a unit where an index ranks the province's own
SiblingId = Annotated[Slug, Refers("sibling")]
# a criterion of the same set: a check of its own asks for it
CriterionId = Annotated[str, Scalar(_reference), _REFERENCE, Refers("criterion")]
CodeName = Annotated[str, Scalar(_reference), _REFERENCE, Refers("code")]
PlanYear = Annotated[int, Scalar(read_count), _COUNTED, Refers("plan")]


def one_of(*choices: str) -> Scalar:
    """A validator for a word out of a closed list; pairs with a Literal of the same words."""

    def read(text: str) -> str:
        if text not in choices:
            meant = spoken(text, choices)
            raise PydanticCustomError(
                "value_unknown", "", {"text": text, "choices": ", ".join(choices), "meant": meant}
            )
        return text

    return Scalar(read)


def at_least_one() -> Any:
    """For a list that may be left out but not left empty: an absent key is unknown, an empty one a mistake."""
    return Field(min_length=1)
