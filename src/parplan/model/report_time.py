"""The scalars of reports' time: the closing day of a month, and the period that a report is of.

Must not know a calendar: which day closes a month is a fact.
"""

from __future__ import annotations

from typing import Annotated

from pydantic_core import PydanticCustomError

from parplan.calendar.period import FINAL, WRITTEN, Period
from parplan.model.scalar import Scalar, Written, read_count, read_period

LAST_DAY = 31
"""A closing day that stands for the last of every month; in a file, ``last``."""

LAST_NUMBERED = 28
"""The last day that every month has."""


def report_period(text: str) -> Period:
    """The period of a report, the whole plan's among them. Raises ValueError."""
    year, _, rest = text.partition("-")
    return Period.whole_plan(read_period(year).year) if rest == FINAL and len(year) == 4 else read_period(text)


def _closing_day(text: str) -> int:
    if text == "last":
        return LAST_DAY
    day = read_count(text)
    if day < 1:
        raise PydanticCustomError("greater_than_equal", "", {"ge": 1})
    if day > LAST_NUMBERED:
        raise PydanticCustomError("less_than_equal", "", {"le": LAST_NUMBERED})
    return day


ReportPeriod = Annotated[
    Period,
    Scalar(report_period),
    Written(
        ("string", "integer"),
        f"^(?:{WRITTEN.pattern}|(?:19|2[0-9])[0-9]{{2}}-{FINAL})$",
        "period-invalid",
        1900,
        2999,
        ("2022-09", "2022-Q3", "2022-H2", 2022, f"2022-{FINAL}"),
    ),
]
ClosingDay = Annotated[
    int,
    Scalar(_closing_day),
    Written(
        ("string", "integer"),
        r"^(?:0*(?:[1-9]|1[0-9]|2[0-8])|last)$",
        "number-invalid",
        1,
        LAST_NUMBERED,
        (14, "last"),
    ),
]
