"""What is bad in a table that was read, as who opens its file sees it.

Must not look at the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parplan.finding import Stop
from parplan.output.files.text_out import aloud
from parplan.tables.cells import Fault
from parplan.views.plan.told import place_words
from parplan.words import Words


def fault_lines(faults: Sequence[Fault], file: str, words: Words) -> Iterator[str]:
    """Each fault in a line, its place as who opens the file sees it."""
    for fault in faults:
        values = dict(fault.stop.values)
        if (key := f"field.{values.get('field')}") in words:
            values["field"] = words(key)
        why = words(f"stop.{fault.stop.reason}", **values)
        meant = words("usage.meant", meant=fault.stop.near) if fault.stop.near else ""
        yield words("table.fault", file=file, place=place_words(fault.place, words), why=why + meant)


def refuse_faulty(faults: Sequence[Fault], file: str, words: Words, *, partial: bool) -> None:
    """Tell of each fault. Raises Stop for any, unless the good rows are wanted without the bad ones."""
    for line in fault_lines(faults, file, words):
        aloud(line)
    if faults and not partial:
        raise Stop("table-faulty", exit_code=1, n=len(faults))


def leave_partly(faults: Sequence[Fault]) -> None:
    """Raises Stop where bad rows were left out of what was written."""
    if faults:
        raise Stop("table-partly", exit_code=1, n=len(faults))
