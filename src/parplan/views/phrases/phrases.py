"""The small pieces that several views share: a unit's name, a task's line, a deadline, a paper, a situation.

Must not order rows or choose what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, Literal

from parplan.facts.assignments import Assignment, Occurrence
from parplan.facts.standing import MarkKind, Standing, State, fell_due_at_end
from parplan.facts.tally import Tally
from parplan.facts.viewpoint import Viewpoint
from parplan.model.plan import Plan, Task
from parplan.model.progress import Decision, Evidence, Update
from parplan.model.reminder import Reminder
from parplan.model.shared import Citation, Paper
from parplan.model.workspace import Workspace
from parplan.views.phrases.called import in_full
from parplan.views.phrases.citing import cited
from parplan.views.table import Row, unless_all
from parplan.words import Words

NAMES_SHOWN = 6
"""How many missing units a line names before it counts the rest."""

NAMES_READ = 12
"""How many units a sentence names at most; of more it names the first few and says where all of them stand."""


ABBREVIATIONS: Final = ("done", "ongoing", "nothing-arose", "report")
"""The short words for states, in the order in which a legend explains them."""


class Phrases:
    """Turns single facts about a workspace into finished strings."""

    def __init__(self, words: Words, workspace: Workspace, plan: Plan) -> None:
        self.words = words
        self.plan = plan
        self.units = workspace.units

    def agency(self, name: str) -> str:
        """The name of a unit or group as printed; the id itself where nothing is known of it."""
        return self.units.name(name)

    def formal_agency(self, name: str) -> str:
        """A body's name written out, as one addresses it."""
        found = self.units.agencies.get(name)
        return in_full(found, self.words) if found else self.agency(name)

    def formal_agencies(self, names: Iterable[str]) -> str:
        return self.words.listed(self.formal_agency(name) for name in names)

    def short_agency(self, name: str) -> str:
        agency = self.units.agencies.get(name)
        return agency.short or agency.name if agency else self.agency(name)

    def agencies(self, names: Iterable[str]) -> str:
        return self.words.listed(self.agency(name) for name in names)

    def short_agencies(self, names: Iterable[str]) -> str:
        """Every one by its short name."""
        return self.words.listed(self.short_agency(name) for name in names)

    def some_agencies(self, names: tuple[str, ...], *, in_full: bool = False) -> str:
        """The first few by short name, or written out as prose wants them, the rest as a count."""
        # a rest of one is named rather than counted
        shown_count = len(names) if len(names) <= NAMES_SHOWN + 1 else NAMES_SHOWN
        shown = (self.agencies if in_full else self.short_agencies)(names[:shown_count])
        if shown_count == len(names):
            return shown
        return f"{shown} {self.words('task-line.and-more', n=len(names) - NAMES_SHOWN)}"

    def read_agencies(self, names: tuple[str, ...], place: str = "") -> str:
        """Every one written out while they can be read in a sentence; ``place`` is where all of more stand."""
        if len(names) <= NAMES_READ:
            return self.agencies(names)
        shown, rest = self.agencies(names[:NAMES_SHOWN]), len(names) - NAMES_SHOWN
        key = "task-line.and-more-at" if place else "task-line.and-more"
        return f"{shown} {self.words(key, n=rest, place=place)}"

    def few_agencies(self, names: tuple[str, ...]) -> str:
        """One or two by name; of more only how many, for a sentence nearby has named them."""
        return self.agencies(names) if len(names) <= 2 else self.words("agency-count.of-units", n=len(names))

    def unit_or_count(self, names: tuple[str, ...]) -> str:
        """One unit by its name, several as a count."""
        return self.agency(names[0]) if len(names) == 1 else self.words("agency-count.of-units", n=len(names))

    def done_of(self, done: int, every: int) -> str:
        """How many of a duty's units have done it."""
        return self.words("task-line.group" if done else "task-line.group-none", done=done, all=every)

    def title(self, owed: Assignment | Occurrence, *also: str) -> str:
        """A task's short line; the period where it recurs, and what else is to be said of it, in one bracket."""
        return bracketed(owed.task.title, self.words.show(owed.period) if owed.period else "", *also)

    def deadline(self, owed: Assignment | Occurrence) -> str:
        """The day as it was written: never the day before, never moved."""
        due = owed.due
        if due is None:
            return self.words("deadline.none")
        if isinstance(owed, Assignment) and owed.extended is not None:
            return self.words("deadline.extended", day=due.named)
        rule = owed.task.deadline.rule if owed.task.deadline else None
        if rule is None:
            return self.words("deadline.plan-end", day=due.named)
        if owed.period is None:
            return rule
        return self.words("deadline.before", day=due.named) if due.last < due.named else self.words.day(due.named)

    def set_deadline(self, task: Task) -> str | None:
        """What the plan sets a task, whatever its occurrences; None for kinds that have no due day."""
        if task.deadline and task.deadline.rule:
            return task.deadline.rule
        return self.words("deadline.plan-end", day=self.plan.ends) if task.kind == "once" else None

    def state(self, standing: Standing, length: str = "long") -> str:
        """A state's official name; what is open is told apart by what the unit said of it.

        So is what is overdue at a unit that has not reported since: what it said before is no silence.
        """
        key = standing.state.value
        said = standing.update
        if standing.state is State.OVERDUE_UNREPORTED and standing.word is not None:
            return self.words(f"state.{key}-since.{length}", day=standing.word.day)
        if standing.state is State.OPEN and said is not None and said.status in ("in-progress", "not-started"):
            key = f"open-{said.status}"
        return self.words(f"state.{key}.{length}")

    def state_name(self, standing: Standing) -> str:
        """A state for a column by which one sorts and filters: the day that is told with one stands elsewhere."""
        since = standing.state is State.OVERDUE_UNREPORTED and standing.word is not None
        return self.words("state.overdue-unreported-since.name") if since else self.state(standing)

    def marks(self, standing: Standing, *, leave_out: frozenset[MarkKind] = frozenset()) -> str:
        """What stands beside the state, in a fixed order."""
        return "; ".join(self._mark(mark, standing) for mark in MarkKind if mark in standing.marks - leave_out)

    def _mark(self, mark: MarkKind, standing: Standing) -> str:
        if mark is MarkKind.DUE_SOON:
            key = "mark.due-today" if standing.days_left == 0 else "mark.due-soon"
            return self.words(key, days=standing.days_left)
        decision = standing.assignment.extended
        text = standing.update.difficulty if standing.update and standing.update.difficulty else ""
        paper = self.cited(decision.document) if decision else ""
        return self.words(f"mark.{mark.value}", text=sentence(text), paper=paper)

    def situation(self, standing: Standing, length: str = "long") -> str:
        """State and marks in one line."""
        return "; ".join(part for part in (self.state(standing, length), self.marks(standing)) if part)

    def told(self, standing: Standing) -> str:
        """How the unit itself said that its overdue work goes; else what is known of it."""
        if standing.word is None:
            return self.state(standing)
        update = standing.word.update
        is_old = standing.state is State.OVERDUE_UNREPORTED
        silence = self.words("report.nothing-since", day=standing.word.day) if is_old else ""
        parts = (self.words(f"status-word.{update.status}"), sentence(update.result), silence)
        return ". ".join(part for part in parts if part)

    def letters(self, letters: Iterable[Reminder]) -> str:
        """The letters in which a unit was reminded."""
        return self.words.listed(self.paper(letter) for letter in letters)

    def paper(self, paper: Paper | Citation | Evidence | Reminder) -> str:
        if paper.date is None:
            return self.words("paper.number", number=paper.number or "")
        return self.words("paper.dated", number=paper.number or "", date=paper.date)

    def cited(self, paper: Paper | Citation) -> str:
        """A paper with its kind, for a place that doesn't say what kind of papers stand there."""
        return cited(self.words, paper.number, paper.date)

    def decision(self, decision: Decision, whom: str = "") -> str:
        """What was decided of a task, of whom, and in which paper."""
        kind = self.words(f"decision-kind.{decision.kind}")
        return f"{kind}{f': {whom}' if whom else ''} ({self.cited(decision.document)})"

    def evidence(self, update: Update | None) -> str:
        """The papers and links that show a thing is done."""
        every = update.evidence or () if update else ()
        return self.words.listed(self.paper(e) if e.number else e.link or e.title or "" for e in every)

    def rate(self, tally: Tally) -> str:
        """Done of what fell due, in percent; a dash where nothing fell due."""
        if not tally.fell_due:
            return self.words("report.no-rate")
        return self.words.number(Decimal(tally.done_of_due * 100) / tally.fell_due, 1)

    def some(self, number: int) -> str:
        """A count for a sentence, empty where there is nothing: a sentence then says so in words."""
        return self.words.count(number) if number else ""

    def counts(self, tally: Tally) -> dict[str, str]:
        """The counts of a sentence about what fell due: done on time, late or ahead, and overdue."""
        return {
            "total": self.some(tally.total),
            "due": self.some(tally.fell_due),
            "done": self.some(tally.done_of_due),
            # what was done late had its due day behind it; what was done on time may be ahead of it
            "done_on_time": self.some(tally.done_of_due - tally.done_late),
            "done_late": self.some(tally.done_late),
            "done_early": self.some(tally.done - tally.done_of_due),
            "overdue": self.some(tally.all_overdue),
        }

    def sign_note(self, name: Literal["unknown", "no-rate"], rows: Iterable[Row], note: str = "") -> str:
        """What a sign means, where it stands in a table; ``note`` is the key of words that say it more closely."""
        sign = self.words(f"report.{name}")
        return self.words(note or f"report.{name}-note") if any(sign in row.cells for row in rows) else ""

    def no_day_note(self, overdue: Iterable[Standing], view: Viewpoint) -> str:
        """Why something is overdue by no day, where anything is."""
        none = [s for s in overdue if not s.days_late]
        if not none:
            return ""
        return self.words(
            "report.overdue.at-end" if fell_due_at_end(none, view) else "report.overdue.just-over", day=view.day
        )

    def abbreviations(self, texts: Iterable[str | None]) -> str:
        """What the short words for states mean, those that stand in some heads or cells of a table."""
        every = " ".join(filter(None, texts))
        found = (
            self.words(f"abbreviation.{name}.meaning")
            for name in ABBREVIATIONS
            if stands_in(self.words(f"abbreviation.{name}.sign"), every)
        )
        said = self.words.sentences["list.semicolon"].join(found)
        return f"{said}." if said else ""

    def rates(self, rows: Sequence[Row]) -> tuple[tuple[Row, ...], str]:
        """Rows with rates, and what a rate is; without the rates where nothing at all fell due."""
        shown = unless_all(rows, self.words("report.no-rate"))
        meaning = self.words("report.rate-note") if shown == tuple(rows) else ""
        return shown, " ".join(filter(None, (meaning, self.sign_note("no-rate", shown))))


def bracketed(text: str, *said: str) -> str:
    """A text with what is said of it in one bracket behind it: in its own one, where it ends with one."""
    inside = ", ".join(filter(None, said))
    if not inside:
        return text
    return f"{text[:-1]}; {inside})" if text.endswith(")") else f"{text} ({inside})"


def stands_in(sign: str, text: str) -> bool:
    """Whether a short word stands in a text by itself: not in the number of a paper, 12/BC-UBND."""
    return re.search(rf"(?<![\w/-]){re.escape(sign)}(?![\w/.-])", text) is not None


def run_on(parts: Iterable[str]) -> str:
    """Remarks of ours one behind another, in one sentence: only the first begins with a capital."""
    first, *rest = [part for part in parts if part] or [""]
    return "; ".join((first, *(part[:1].lower() + part[1:] for part in rest)))


def sentence(text: str | None) -> str:
    """A unit's own words, to stand inside a sentence of ours: without the stop at their end."""
    return (text or "").strip().rstrip(".")
