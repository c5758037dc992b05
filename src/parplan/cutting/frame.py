"""The head of a new plan: what its document says, and the rest as the plan before it has it.

Must not fill in a day, a number or a name that stands in neither.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from parplan.calendar.deadline_rules import parse
from parplan.calendar.due_days import Once
from parplan.cutting.drafts import Doubt, Proposal
from parplan.cutting.names import Register
from parplan.cutting.vocabulary import vocabulary
from parplan.model.workspace import Workspace
from parplan.reading.tree import Tree

KEPT: Final = ("issuer", "place", "coordinator", "reporting")
"""What a plan has from the one before it, until somebody says otherwise."""


def frame(
    proposal: Proposal, year: int, earlier: Mapping[str, Tree] | None, workspace: Workspace, file: str
) -> tuple[dict[str, Tree], list[Doubt]]:
    """The head as a record, and what a person has to look at in it."""
    said = proposal.head
    doubts: list[Doubt] = []
    if earlier is None:
        kept = _unknown(proposal, workspace)
        doubts += [Doubt("frame-proposed", ("plan", key)) for key in ("issuer", "coordinator", "reporting")]
    else:
        kept = {key: deepcopy(earlier[key]) for key in KEPT if key in earlier}
        doubts.append(Doubt("frame-kept", ("plan", "reporting")))
    reporting: Any = kept.get("reporting")
    if isinstance(reporting, dict):
        reporting.pop("task", None)
    issued = said.issued or f"{year}-01"
    month = (
        issued[:7] if issued.startswith(str(year)) and not _is_due_before(proposal, year, issued) else f"{year}-01"
    )
    head: dict[str, Tree] = {
        "id": f"ke-hoach-{year}",
        "title": said.title or vocabulary()["frame"]["title"].format(year=year),
        "issuer": kept.get("issuer", ""),
        "place": kept.get("place", ""),
        **({"number": said.number} if said.number else {}),
        "issued": issued,
        "year": str(year),
        "starts": month,
        "ends": f"{year}-12-31",
        "coordinator": kept.get("coordinator", ""),
        "reporting": reporting,
        "source": _source(proposal, file),
    }
    if not said.title:
        doubts.append(Doubt("title-missing", ("plan", "title")))
    if not said.issued:
        doubts.append(Doubt("issued-missing", ("plan", "issued")))
    doubts.append(Doubt("span-proposed", ("plan", "starts")))
    return head, sorted(doubts, key=lambda doubt: list(head).index(str(doubt.at[1])))


def _is_due_before(proposal: Proposal, year: int, issued: str) -> bool:
    """Whether something falls due in the plan's year before it was issued: offices may sign late."""
    rules = (parse(draft.rule, year) for draft in proposal.drafts if draft.rule)
    days = (rule.due.last.isoformat() for rule in rules if isinstance(rule, Once))
    return any(str(year) <= day < issued[:7] for day in days)


def _source(proposal: Proposal, file: str) -> dict[str, Tree]:
    framed = {"begins": proposal.begins, "ends": proposal.ends}
    return {"file": file, **{key: text for key, text in framed.items() if text}}


def _unknown(proposal: Proposal, workspace: Workspace) -> dict[str, Any]:
    """Where there is no plan before this one: whom the document and the register point to, to be looked at."""
    units, words = workspace.units, vocabulary()["frame"]
    lines = [line for line in proposal.text.splitlines() if line][:10]
    register = Register(units)
    named = (register.known(line) for line in lines)
    above = (kind.superior for kind in workspace.agencies.kinds if kind.superior)
    issuer = next((one for one in (*named, *above) if one in units.agencies), next(iter(units.agencies)))
    monthly = (draft.lead[0] for draft in proposal.drafts if draft.kind == "periodic" and len(draft.lead) == 1)
    office = next((one for one in monthly if one in units.agencies), None)
    coordinator = office or next((one for one in units.agencies if one != issuer), issuer)
    kind = next(kind for kind in workspace.agencies.kinds if kind.id == units.agencies[coordinator].kind)
    signer = units.agencies[coordinator].signer or kind.signer
    return {
        "issuer": issuer,
        "place": next((place.id for place in workspace.indexes.places), ""),
        "coordinator": coordinator,
        "reporting": {
            "from": coordinator,
            "to": [issuer],
            "signer": {"office": signer.office if signer else words["office"]},
            "recipients": list(words["recipients"]),
            "archive": words["archive"],
        },
    }


def plan_file(year: int) -> str:
    """The file of a year's plan."""
    return f"data/plan-{year}.yaml"


def is_year(text: str) -> bool:
    """Whether a text is a year that a plan may have."""
    return re.fullmatch(r"(?:19|2[0-9])[0-9]{2}", text) is not None
