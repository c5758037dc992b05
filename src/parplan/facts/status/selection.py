"""Which assignments are looked at: of some units, some tasks, some states, overdue, or holding some words.

Must not order what it lets through, or change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parplan.facts.runs import Runs
from parplan.facts.standing import Standing, State
from parplan.spelling import fold


class Selection(NamedTuple):
    """What was asked for, all of it together; None, the empty text and False ask for nothing.

    ``text`` is compared without diacritics.
    """

    agencies: frozenset[str] | None = None
    tasks: frozenset[str] | None = None
    states: frozenset[State] | None = None
    text: str = ""
    overdue: bool = False

    def of(self, standings: Iterable[Standing]) -> Runs[Standing]:
        """Those that are asked for, in their order."""
        every = Runs.of(standings)
        if self.is_everything:
            return every
        words = fold(self.text)
        of_units = every if self.agencies is None else every.only(self.agencies)
        return of_units.where(lambda standing: self._takes(standing, words))

    def has_agency(self, agency: str) -> bool:
        return self.agencies is None or agency in self.agencies

    @property
    def is_everything(self) -> bool:
        return self == Selection()

    @property
    def asks_for_states(self) -> bool:
        """Whether it looks at how assignments stand, which only reports tell."""
        return self.states is not None or self.overdue

    def whatever_state(self) -> Selection:
        """The same of assignments however they stand."""
        return self._replace(states=None, overdue=False)

    def _takes(self, standing: Standing, words: str) -> bool:
        owed = standing.assignment
        return (
            (self.tasks is None or owed.task.id in self.tasks)
            and (self.states is None or standing.state in self.states)
            and (not self.overdue or standing.state.is_overdue)
            and (not words or words in fold(" ".join(_texts(standing))))
        )


def _texts(standing: Standing) -> Iterator[str]:
    """A task's title and note, and what its unit said of it."""
    task, update = standing.assignment.task, standing.update
    said = (update.result, update.difficulty, update.reason, update.proposal) if update else ()
    return (text for text in (task.title, task.note, *said) if text)
