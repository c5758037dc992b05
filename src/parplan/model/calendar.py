"""data/calendar.yaml: days off and swapped working days, each with its source.

Must not list Saturdays and Sundays: they are off anyway.
"""

from typing import Annotated, Literal

from parplan.model.record import Record
from parplan.model.scalar import Day, Text, one_of
from parplan.model.shared import File, Mark


class SpecialDay(Record):
    """A day that is off though a weekday (``off``), or worked though a weekend (``working``)."""

    date: Day
    kind: Annotated[Literal["off", "working"], one_of("off", "working")]
    name: Text
    mark: Mark
    source: Text


class CalendarFile(File):
    """The whole file."""

    days: tuple[SpecialDay, ...]
