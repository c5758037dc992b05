"""data/settings.yaml: what ``parplan validate`` tells of this workspace, and what makes it fail.

Must not change what is wrong: an error that is not told still keeps its record out of every count.
"""

from typing import Annotated, Literal

from pydantic import Field

from parplan.finding import Severity
from parplan.model.record import Record
from parplan.model.scalar import CodeName, at_least_one, one_of
from parplan.model.shared import File

Bar = Annotated[Literal["error", "warning", "hint"], one_of(*(severity.value for severity in Severity))]


class Telling(Record):
    """Which findings are told, by code or family, and the least weight that makes the command fail."""

    select: Annotated[tuple[CodeName, ...], at_least_one()] | None = None
    ignore: Annotated[tuple[CodeName, ...], at_least_one()] | None = None
    fail_on: Bar | None = None


class SettingsFile(File):
    """The whole file."""

    findings: Annotated[Telling, Field(default_factory=Telling)]
