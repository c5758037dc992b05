"""parplan import criteria FILE: a ministry's table of criteria, as a new set of an index.

Must not touch a set that is there, or write anything while a cell is bad: half a set adds up to nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import find_index
from parplan.options.record.walk import asked_to_write
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write
from parplan.output.files.text_out import aloud


def import_criteria(
    criteria_table: Annotated[Path, Argument()],
    index: Annotated[str, Option("--index")],
    new_set: Annotated[str, Option("--set")],
    by_decision: Annotated[str | None, Option("--decision")] = None,
    first_year: Annotated[int | None, Option("--first", min=1900, max=2999)] = None,
    from_source: Annotated[str | None, Option("--source")] = None,
    table: Annotated[int | None, Option("--table", min=1, max=999)] = None,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Read a criteria set into the indexes."""
    # the readers with it
    from parplan.options.plan.document import read_document
    from parplan.options.points.criteria_import import NewSet, criteria_in, with_set
    from parplan.options.points.faults import fault_lines
    from parplan.views.points.criteria_told import criteria_tree, told_of

    said = say(lang)
    loaded = open_to_write(root)
    known = find_index(loaded.workspace, index)
    found = criteria_in(read_document(criteria_table, said), table)
    for line in fault_lines([*found.faults, *found.uneven], criteria_table.name, said):
        aloud(line)
    if found.faults:
        raise Stop("table-criteria-faulty", exit_code=1, n=len(found.faults))
    made = with_set(loaded, found, NewSet(known, new_set, by_decision, first_year, from_source, table))
    told, tree = told_of(found, known, new_set, said), criteria_tree(found, said)
    confirm = asked_to_write()
    carry_out(loaded, made, "import criteria", said, dry_run=dry_run, sentences=told, table=tree, confirm=confirm)
