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
                if not _can_be_found(evidence):
                    values = {"type": evidence.type, "key": NEEDED[evidence.type][0]}
                    yield Finding(Code.EVIDENCE_INCOMPLETE, evidence.where, values)
                if evidence.link is not None and not LINK.fullmatch(evidence.link):
                    yield Finding(Code.LINK_INVALID, evidence.at("link"), {"text": evidence.link})


def _can_be_found(evidence: Evidence) -> bool:
    needed = NEEDED[evidence.type]
    return getattr(evidence, needed[0]) is not None or any(getattr(evidence, key) is not None for key in needed)
