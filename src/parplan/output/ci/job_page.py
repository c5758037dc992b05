"""Findings as Markdown for people: the summary of a pull request or of a job.

Must not choose or word a finding; what was typed into a file must not act as Markdown, call anyone or link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from parplan.output.text.markdown_escape import escape_inline
from parplan.views.findings import Told
from parplan.views.table import Table

_LIVE: Final = re.compile(r"[@#](?=\w)|:(?=//|[\w+-]+:)|www(?=\.)")
"""What GitHub and GitLab act on after Markdown was read, so that no escape helps: people, issues, emoji, links."""


def markdown(told: Told) -> str:
    """A heading, the summary, and the findings as a table."""
    parts = [f"## {told.title}", told.summary]
    if told.listing.rows:
        parts.append(_table(told.listing))
    if told.listing.note:
        parts.append(told.listing.note)
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    heads = [column.title for column in table.columns]
    rows = ([cell or "" for cell in row.cells] for row in table.rows)
    return "\n".join(
        [_line(map(_cell, heads)), _line("---" for _ in heads), *(_line(map(_cell, row)) for row in rows)]
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Text that reads as it was typed; a comment, which nobody sees, parts what would come alive."""
    return _LIVE.sub(r"\g<0><!-- -->", escape_inline(text)).replace("|", "&#124;")
