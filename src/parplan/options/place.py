"""A place in the data as a person types it: ``plan-2022:tasks.III.2.3.title``.

Must not change what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final

from parplan.calendar.period import Period
from parplan.editing.address import NoSuchAddress
from parplan.editing.edit import edited
from parplan.editing.field import Field, field_at
from parplan.facts.viewpoint import report_months
from parplan.finding import Stop
from parplan.options.parameters import Argument
from parplan.reading.load import Loaded
from parplan.spelling import closest

Place = Annotated[str, Argument()]

_DRIVE: Final = re.compile(r"\s*[A-Za-z]:(?=[\\/])")
"""Its colon parts no file from a field."""

_REPORT: Final = re.compile(r"(?:data/)?reports/([0-9]{4}-(?:0[1-9]|1[0-2]))(?:\.yaml)?")

SOME: Final = 12
"""So many of what there is are named; the first of a list show how the others are written."""


def find_field(loaded: Loaded, text: str) -> Field:
    """The field that was named, there or not yet. Raises Stop, with how far the way led and what is there."""
    drive = _DRIVE.match(text)
    start = drive.end() if drive else 0
    name, colon, address = text[start:].partition(":")
    if not colon:
        raise Stop("field-unclear", text=text)
    file = find_file(loaded, name)
    try:
        return field_at(loaded.sources[file], address.strip())
    except NoSuchAddress as error:
        near = next((found for said in _beginnings(error.text) if (found := closest(said, error.known))), None)
        place = f"{file}:{error.way}" if error.way else file
        raise Stop("field-unknown", place=place, text=error.text, known=listed(error.known), near=near) from None


def with_report(loaded: Loaded, text: str) -> Loaded:
    """The workspace with the file of a month's report, begun where a place in it is named and none is there.

    Nothing else makes that file, and what is known of a report, its number and day, is known once it has gone up.
    """
    found = _REPORT.fullmatch(text.strip().partition(":")[0])
    month = Period.parse(found[1]) if found else None
    plans = loaded.workspace.plans.values()
    plan = next((one.plan for one in plans if month is not None and month in report_months(one.plan)), None)
    file = f"data/reports/{month}.yaml"
    if plan is None or file in loaded.texts:
        return loaded
    return edited(loaded, new_files={file: {"plan": str(plan.year), "period": str(month)}}).loaded


def _beginnings(text: str) -> Iterator[str]:
    """Ids have points of their own: nobody knows where the name that is not there was to end."""
    while text:
        yield text
        text = text.rpartition(".")[0]


def find_file(loaded: Loaded, name: str) -> str:
    """A file of the data by its name, with or without what every such name begins and ends with. Raises Stop."""
    wanted = name.strip().replace("\\", "/").casefold().rpartition("data/")[2].removesuffix(".yaml")
    names = {short(file): file for file in loaded.texts if file.endswith(".yaml")}
    found = next((file for known, file in names.items() if known.casefold() == wanted), None)
    if found is None:
        raise Stop("field-no-file", text=name, near=closest(wanted, names))
    if found not in loaded.sources:
        raise Stop("field-broken", file=found)
    return found


def short(file: str) -> str:
    """A file's name as one types it: ``progress/2022-09/so-tu-phap``."""
    return file.removeprefix("data/").removesuffix(".yaml")


def listed(known: tuple[str, ...]) -> str:
    """Some of what there is."""
    return ", ".join([*known[:SOME], *(["…"] if len(known) > SOME else [])])
