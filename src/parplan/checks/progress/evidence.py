"""What is said to be done can be looked up.

Must not ask whether the paper or page is really there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from parplan.facts.assignments import COUNTED
from parplan.finding import Code, Finding
from parplan.model.progress import Evidence
from parplan.model.workspace import Workspace

NEEDED: Final = {"document": ("number",), "link": ("link",), "system": ("title", "link", "number")}
"""What finds a piece of evidence again, by its type; one of them is enough, the first is asked for."""

LINK: Final = re.compile(r"https?://[\w\[]\S*", re.IGNORECASE)


def check_evidence(workspace: Workspace) -> Iterator[Finding]:
    """What is done and counted has evidence; each piece of it can be found by what is written."""
    counted = {
        year: {task.id for task in plan.tasks if task.kind in COUNTED} for year, plan in workspace.plans.items()
    }
    for file in workspace.progress:
        wanting = counted.get(file.plan, ())
        for update in file.updates:
            if update.status == "done" and update.task in wanting and not update.evidence:
                yield Finding(Code.EVIDENCE_MISSING, update.at("status"), {"task": update.task})
            for evidence in update.evidence or ():
                yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[Finding]:
    needed = NEEDED[evidence.type]
    if all(getattr(evidence, key) is None for key in needed):
        yield Finding(Code.EVIDENCE_INCOMPLETE, evidence.where, {"type": evidence.type, "key": needed[0]})
    if evidence.link is not None and not LINK.fullmatch(evidence.link):
        yield Finding(Code.LINK_INVALID, evidence.at("link"), {"text": evidence.link})
