"""What of a new workspace is still as it was shipped: its units, its plan, who makes and signs the report.

Must not look at a file. What was shipped is known by its id, as long as that is also what its name says: a unit
that was given a name of its own is somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace
from parplan.spelling import bare

UNITS: Final = ("ten-co-quan-ban-hanh", "ten-don-vi", "ten-don-vi-khac")
PLACE: Final = "ten-tinh"
GROUP: Final = "cac-don-vi"
KINDS: Final = ("co-quan-ban-hanh", "don-vi-thuc-hien")
SIGNER: Final = ("chuc vu", "chuc vu nguoi ky", "ho ten")
UNDECIDED: Final = "chua-ro-chu-tri"
"""The group that leads what the document gives to nobody that could be told."""


@dataclass(frozen=True)
class Beginning:
    """How far a workspace is set up for a plan."""

    workspace: Workspace
    plan: PlanFile

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The shipped units that are still there."""
        agencies = self.workspace.units.agencies
        return tuple(name for name in UNITS if name in agencies and _is_shipped(name, agencies[name].name))

    @property
    def has_units(self) -> bool:
        """Whether any unit is somebody's."""
        return len(self.workspace.units.agencies) > len(self.units)

    @property
    def has_plan(self) -> bool:
        """Whether its tasks are somebody's: what is shipped says that it is no fact, and names no issuer."""
        return not (self.plan.sample and self.plan.plan.issuer in self.units)

    def head(self) -> Iterator[str]:
        """What of the plan's head nobody has decided."""
        plan = self.plan.plan
        report, signer = plan.reporting, plan.reporting.signer
        named = {"issuer": plan.issuer, "coordinator": plan.coordinator, "from": report.from_}
        yield from (field for field, unit in named.items() if unit in self.units)
        if set(report.to) & set(self.units):
            yield "to"
        if bare(signer.office) in SIGNER:
            yield "office"
        if self.units and (signer.name is None or bare(signer.name) in SIGNER):
            yield "signer"
        if any(place.id == PLACE and _is_shipped(PLACE, place.name) for place in self.workspace.indexes.places):
            yield "place"

    @property
    def undecided(self) -> tuple[str, ...]:
        """The tasks of which nobody has said who leads them."""
        return tuple(task.id for task in self.plan.tasks if UNDECIDED in task.lead)

    @property
    def hollow(self) -> tuple[str, ...]:
        """The groups that the plan speaks of and nobody has filled: their member is still a shipped unit."""
        shipped = set(self.units)
        own = (group for group in self.workspace.agencies.groups or () if group.id not in (GROUP, UNDECIDED))
        return tuple(group.id for group in own if shipped & set(group.members or ()))

    def left_over(self) -> Iterator[str]:
        """What may go once all is decided, as places of the register, in the order in which each can go."""
        register, shipped = self.workspace.agencies, set(self.units)
        for group in register.groups or ():
            if group.id in (GROUP, UNDECIDED) and shipped:
                yield f"groups.{group.id}"
        yield from (f"kinds.{kind.id}.superior" for kind in register.kinds if kind.superior in shipped)
        yield from (f"agencies.{name}" for name in reversed(self.units))
        used = {unit.kind for unit in register.agencies if unit.id not in shipped}
        if shipped:
            yield from (f"kinds.{kind.id}" for kind in register.kinds if kind.id in KINDS and kind.id not in used)


def _is_shipped(name: str, said: str) -> bool:
    return bare(said).replace(" ", "-").startswith(name)
