"""How a task that serves a criterion stands, and what a criterion lost, in words.

Must not count.
"""

from __future__ import annotations

from parplan.facts.serving.gap import Serving
from parplan.words import Words


class GapWords:
    """Says it for whoever shows it; ``heard`` says whether anybody has reported anything."""

    def __init__(self, words: Words, *, heard: bool) -> None:
        self.words, self.heard = words, heard

    def task(self, serving: Serving) -> str:
        """A task by its id and title, and how it stands."""
        task = serving.task
        return self.words("gap.task", id=task.id, title=task.title, state=self.state(serving))

    def state(self, serving: Serving) -> str:
        """How it stands: whether it is done, what of it, whether any of it is late."""
        tally = serving.tally
        if tally is None:
            return self.words(f"kind.{serving.task.kind}")
        if not self.heard:
            return self.words("gap.state.unheard")
        if tally.total == 0:
            return self.words("gap.state.nobody")
        if tally.done == tally.total:
            return self.words("gap.state.done")
        late = self.words("gap.state.late", n=tally.all_overdue) if tally.all_overdue else ""
        if tally.total == 1:
            return self.words("gap.state.overdue" if tally.all_overdue else "gap.state.open")
        return self.words("gap.state.counts", done=tally.done, total=tally.total, late=late)

    def cause(self, cause: str | None) -> str:
        """Why points were lost, as a document says; empty where none does."""
        return self.words(f"gap.cause.{cause}") if cause is not None else ""
