"""parplan import plan DOCUMENT: a plan's tasks out of its Word, Excel or text, as a new plan file.

Must not touch a plan that is there, or write what only a person can decide as if it were decided.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.walk import asked_to_write
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write
from parplan.output.files.text_out import aside
from parplan.views.plan.told import decision_lines, summary


def import_plan(
    plan_document: Annotated[Path, Argument()],
    plan_year: Annotated[str, Option("--year")],
    tables: Annotated[list[int] | None, Option("--table", min=1, max=999)] = None,
    with_text: Annotated[bool, Option("--text")] = False,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Make a plan file out of a document."""
    from parplan.options.plan.document import read_document  # the readers with it
    from parplan.options.plan.imported import imported

    said = say(lang)
    loaded = open_to_write(root)
    document = read_document(plan_document, said)
    read = imported(loaded, document, plan_year, tables or (), said, with_text=with_text)
    told = summary(read.proposal, read.file, plan_year, said)
    carry_out(loaded, read.made, "import plan", said, dry_run=dry_run, sentences=told, confirm=asked_to_write())
    for line in decision_lines(read.decisions, said):
        aside(line)
