"""The officer's prose holds only the signs that a report draws: emphasis, headings, items of a list.

Must not call a sign wrong that is read as it was typed; or look at what is not Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from parplan.finding import Code, Finding
from parplan.model.report import Sections
from parplan.model.workspace import Workspace

UNDRAWN: Final = {
    "table": r"^\|.*\|$|^(?=[^|]*\|)(?=.*--)[ :|-]+$",
    "fence": r"^(?:```|~~~)",
    "quotation": r"^>(?:\s|$)",
    "rule": r"^(?:([-*_])(?:\s*\1){2,}|={3,})$",
    "tag": r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[\w-]+=[^<>]*)?\s*/?>|<!--",
    "link": r"\[[^][]+\]\([^()\s]+\)",
    "code": r"`[^`]+`",
}
"""What Markdown has and a report of ours prints with all its signs, by a line that shows it."""


def check_prose(workspace: Workspace) -> Iterator[Finding]:
    """Each kind of such signs once a section, at its first line."""
    for file in workspace.reports:
        sections = file.sections
        for name in Sections.model_fields if sections is not None else ():
            told = set[str]()
            for line in (getattr(sections, name) or "").splitlines():
                kind = next((kind for kind, pattern in UNDRAWN.items() if re.search(pattern, line.strip())), None)
                if sections is not None and kind is not None and kind not in told:
                    told.add(kind)
                    values = {"text": line.strip(), "markup": kind}
                    yield Finding(Code.MARKUP_UNDRAWN, sections.at(name), values)
