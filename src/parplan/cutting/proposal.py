"""A document becomes a proposal: by its table of tasks where it has one, else sentence by sentence.

Must not write, or say in words what it leaves to a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parplan.cutting.criteria import Criteria
from parplan.cutting.drafts import Draft, Proposal
from parplan.cutting.first_page import head_of
from parplan.cutting.names import Register
from parplan.cutting.source_text import head_line, source_lines
from parplan.cutting.table.heads import Headed, task_tables
from parplan.cutting.table.rows import Path, Row, entries
from parplan.cutting.table.together import put_together
from parplan.cutting.tasks import Tasks
from parplan.cutting.text.outline import outline
from parplan.cutting.vocabulary import begins, listed
from parplan.documents.document import Document, Paragraph, Place
from parplan.facts.serving.passages import CELLS
from parplan.finding import Stop
from parplan.model.workspace import Workspace
from parplan.reading.code_pages import code_page
from parplan.spelling import one_line


def propose(
    document: Document, workspace: Workspace, year: int, tables: Sequence[int] = (), *, with_text: bool = False
) -> Proposal:
    """What a document comes to. Raises Stop where it gives nobody anything to do.

    Of one with a table, its sentences are cut only ``with_text``: mostly the table says it all.
    """
    places = tuple(name for place in workspace.indexes.places for name in (place.formal, place.name) if name)
    tasks = Tasks(Register(workspace.units, places), Criteria(workspace.indexes), year)
    taken, left = task_tables(document, tables)
    if tables and not taken:
        known = ", ".join(str(one.table.number) for one in left)
        raise Stop("import-no-such-table", tables=", ".join(map(str, tables)), known=known or "-")
    lines = source_lines(document, taken)
    spoken = outline(_spoken(document))
    rows_left: list[tuple[Place, str]] = []
    if taken:
        rows = _of_tables(document, taken, tasks, rows_left)
        drafts = put_together(rows, workspace)
        # of rows that say the same of many units, only one is quoted
        is_each = len(drafts) == len(rows)
        begins_at, ends_at = (head_line(taken[0]), _after(lines, drafts)) if is_each else ("", "")
    else:
        drafts = []
        begins_at, ends_at = spoken.begins, spoken.ends
    if with_text or not taken:
        drafts += tasks.of_passages(spoken.passages)
    if not drafts:
        raise _nothing(lines)
    if not taken:  # what follows may stand in a table, as who signs does
        ends_at = ends_at or _after(lines, drafts)
    text = "\n\n".join(lines) + "\n"
    units = tuple(tasks.new.values())
    others = tuple(one.table for one in left)
    uncut = "" if with_text or not taken or not spoken.passages else spoken.begins or spoken.passages[0].text
    head = head_of(document)
    return Proposal(
        head, text, begins_at, ends_at, tuple(drafts), units, others, tuple(rows_left), uncut, document.changes
    )


def _of_tables(
    document: Document, taken: Sequence[Headed], tasks: Tasks, rows_left: list[tuple[Place, str]]
) -> list[tuple[Draft, Row]]:
    """Each row with its task; a row that names none goes to the other list."""
    found: list[tuple[Draft, Row]] = []
    path = Path()
    caption = ""
    for headed in taken:
        said = _caption(document, headed)
        if headed.last and said != caption:
            path, caption = Path(), said
        for entry in entries(headed, path):
            if isinstance(entry, Row) and not entry.cells.get("content"):
                rows_left.append((entry.places[""], "; ".join(filter(None, entry.line.split(CELLS)))))
            elif isinstance(entry, Row):
                above = found[-1][0] if found else None
                found.append((tasks.of_row(entry, caption or listed("appendix")[0], above), entry))
    return found


def _nothing(lines: Sequence[str]) -> Stop:
    """Why a document comes to no task: no letters in it, letters of an old code, or nobody who is given work."""
    text = "\n".join(lines)
    if not any(map(str.isalpha, text)):
        return Stop("import-no-text")
    # what old fonts draw as Vietnamese are letters of Western Europe
    if encoding := code_page(text.encode("latin-1", "ignore")):
        return Stop("import-old-letters", encoding=encoding)
    return Stop("import-nothing")


def _spoken(document: Document) -> list[str]:
    """What a document says outside its tables, line by line."""
    paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
    return [text for one in paragraphs for line in one.text.splitlines() if (text := one_line(line))]


def _caption(document: Document, headed: Headed) -> str:
    """What a table goes by: the sheet's name, or the last title before it."""
    if headed.table.tab:
        return headed.table.tab
    said = ""
    for block in document.walk():
        if block is headed.table:
            break
        if isinstance(block, Paragraph) and (block.text.isupper() or begins(block.text, listed("appendix"))):
            said = said if re.match(r"\W*\(", block.text) else one_line(block.text)
    return said


def _after(lines: Sequence[str], drafts: Sequence[Draft]) -> str:
    """The first words after the last row that gives a task; empty where none follow."""
    if not drafts:
        return ""
    last = max((at for at, line in enumerate(lines) if drafts[-1].quote in line), default=len(lines))
    return lines[last + 1] if last + 1 < len(lines) else ""
