"""parplan import results FILE: a table of scores or ranks, into the year's results.

Must not write anything while a cell is bad, unless the good rows alone are asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_place, find_index, place_names
from parplan.options.record.walk import asked_to_write
from parplan.options.shared import PlanOption, Root
from parplan.options.writing import DryRun, carry_out, open_to_write


def import_results(
    score_table: Annotated[Path, Argument()],
    index: Annotated[str, Option("--index")],
    index_year: Annotated[int, Option("--year", min=1900, max=2999)],
    place: Annotated[str | None, Option("--place")] = None,
    of_set: Annotated[str | None, Option("--set")] = None,
    score_kind: Annotated[str, Option("--kind")] = "appraised",
    from_source: Annotated[str | None, Option("--source")] = None,
    mark: Annotated[str, Option("--mark")] = "read",
    table: Annotated[int | None, Option("--table", min=1, max=999)] = None,
    replace: Annotated[bool, Option("--replace")] = False,
    partial: Annotated[bool, Option("--partial")] = False,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Read a table of scores into the data."""
    # the readers with it
    from parplan.options.plan.document import read_document
    from parplan.options.points.faults import leave_partly, refuse_faulty
    from parplan.options.points.results_import import Wanted, read_kind, results_read

    said = say(lang)
    loaded = open_to_write(root)
    known = find_index(loaded.workspace, index)
    where = choose_place(loaded, plan, place)
    wanted = Wanted(
        *(known, index_year, where, of_set, read_kind(score_kind), mark, from_source, table), replace=replace
    )
    read = results_read(loaded, read_document(score_table, said), wanted)
    refuse_faulty(read.faults, score_table.name, said, partial=partial)
    name = place_names(loaded.workspace)(where)
    key = "table.scores" if read.is_by_criterion else "table.places"
    told = (said(key, n=read.count, index=known.called, year=str(index_year), place=name),)
    carry_out(loaded, read.made, "import results", said, dry_run=dry_run, sentences=told, confirm=asked_to_write())
    leave_partly(read.faults)
