"""parplan import agencies FILE: a list of units, into the register.

Must not write anything while a row is bad, unless the good rows alone are asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.walk import asked_to_write
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write


def import_agencies(
    unit_list: Annotated[Path, Argument()],
    agency_kind: Annotated[str | None, Option("--kind")] = None,
    table: Annotated[int | None, Option("--table", min=1, max=999)] = None,
    replace: Annotated[bool, Option("--replace")] = False,
    partial: Annotated[bool, Option("--partial")] = False,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Read a list of units into the register."""
    # the readers with it
    from parplan.options.plan.document import read_document
    from parplan.options.points.agencies_import import agencies_read
    from parplan.options.points.faults import leave_partly, refuse_faulty

    said = say(lang)
    loaded = open_to_write(root)
    read = agencies_read(loaded, read_document(unit_list, said), kind=agency_kind, table=table, replace=replace)
    refuse_faulty(read.faults, unit_list.name, said, partial=partial)
    told = (said("table.units", new=read.new, known=read.known),)
    carry_out(
        loaded, read.made, "import agencies", said, dry_run=dry_run, sentences=told, confirm=asked_to_write()
    )
    leave_partly(read.faults)
