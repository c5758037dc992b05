"""What was written when and by whom: every change with its sentences, and those that parplan can take back.

Must not decide which those are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.editing.differences import Difference
from parplan.editing.past.history import Deed, Origin, Story
from parplan.editing.past.sought import Sought
from parplan.editing.past.undo import Fate, Told
from parplan.facts.sample import is_any_sample
from parplan.model.workspace import Workspace
from parplan.views.changes import change_lines, changes_known
from parplan.views.columns import Heading, columns
from parplan.views.phrases.known import Known
from parplan.views.phrases.stated import Stated
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table
from parplan.words import Words

SCHEMA_VERSION: Final = 1
MOST_LINES: Final = 24
"""Of one change; who made so many at once has put a whole workspace into git."""

MOST_FILES: Final = 3
"""Files that are named for having been laid out anew."""

SHORT: Final = 8
"""Letters by which a commit is known."""

_UNDO: Final = (
    Heading("when", 1.6, "left"),
    Heading("who", 1.2, "left"),
    Heading("command", 1.2, "left"),
    Heading("what", 5.0, "left"),
    Heading("fate", 1.4, "left"),
)


MOST_TOLD: Final = 5
"""Lines of one change in a list of many."""


def undo_table(history: Sequence[Told], words: Words, workspace: Workspace, most: int) -> Table:
    """The newest changes that the journal tells of, and whether each still holds."""

    def told_of(changes: Iterable[Difference]) -> str:
        lines = list(change_lines(changes, words, workspace))
        more = [words("undo.more-lines", n=len(lines) - MOST_TOLD)] if len(lines) > MOST_TOLD else []
        return "\n".join([*lines[:MOST_TOLD], *more])

    rows = tuple(
        Row(
            (
                words.moment(datetime.fromisoformat(told.entry.at).astimezone()),
                told.entry.who,
                told.entry.command,
                told_of(told.entry.changes),
                "" if told.entry.undoes else words(f"undo.fate.{told.fate.value}"),
            ),
            tone="plain" if told.fate is Fate.HOLDS else "dim",
        )
        for told in history[:most]
    )
    note = words("undo.more", n=len(history) - most) if len(history) > most else ""
    return Table(columns(words, _UNDO), rows, note=note, empty=words("undo.empty"))


def log_sheet(
    story: Story, sought: Sought, since: date | None, most: int, words: Words, workspace: Workspace
) -> Sheet:
    """A block for each change that was found, the newest first."""
    writer = _Writer(words, Known(words, workspace))
    asked = words.listed(writer.asked(sought, since))
    headline = (words("log.title"), *((words("log.asked", what=asked),) if asked else ()))
    blocks = [Block(writer.heading(deed), lines=tuple(writer.cut(writer.lines(deed)))) for deed in story.deeds]
    if story.has_more:
        blocks.append(Block("", lines=(words("log.more", n=str(2 * most)),)))
    if not story.deeds:
        blocks.append(Block("", lines=(words("log.none-such" if asked else "log.none"),)))
    sample = (words("status.sample"),) if is_any_sample(workspace) else ()
    return Sheet(words("log.title"), (*sample, *writer.notices(story)), headline, tuple(blocks))


def log_data(story: Story, words: Words, workspace: Workspace) -> dict[str, Any]:
    """The same for machines: each change in meaning, and in the sentences of the language."""
    writer = _Writer(words, Known(words, workspace))
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": is_any_sample(workspace),
        "origin": story.origin.value,
        "has_more": story.has_more,
        "shallow": story.is_shallow,
        "notices": list(writer.notices(story)),
        "changes": [writer.data(deed) for deed in story.deeds],
    }


class _Writer:
    """Words one change after the other."""

    def __init__(self, words: Words, known: Known) -> None:
        self.words = words
        self.known = known

    def notices(self, story: Story) -> Iterator[str]:
        """How far all this can be trusted."""
        if story.refused is not None:
            own = f"log.{story.refused.reason}"
            yield self.words(own if own in self.words else f"stop.{story.refused.reason}", **story.refused.values)
        if story.origin is Origin.JOURNAL:
            yield self.words("log.without-git" if story.refused else "log.by-journal")
        if story.origin is Origin.DATA:
            yield self.words("log.without-git-data" if story.refused else "log.by-data")
        if story.is_shallow:
            yield self.words("log.shallow")
        if story.torn:
            yield self.words("log.torn", n=story.torn)

    def asked(self, sought: Sought, since: date | None) -> Iterator[str]:
        """What alone is told."""
        if sought.task is not None:
            yield self.words("log.task", task=self.known.task(sought.task, str(sought.year or "")))
        if sought.agencies is not None:
            yield self.words.listed(
                sorted({self.known.named("agency-or-group", one, "") for one in sought.agencies})
            )
        if sought.month is not None:
            yield self.words.show(Period.parse(sought.month))
        if since is not None:
            yield self.words("log.since", day=since)

    def heading(self, deed: Deed) -> str:
        """When, who, and how it is known."""
        if deed.origin is Origin.OPEN and deed.when is None:
            return self.words("log.open-unknown")
        values = {
            "when": self._when(deed.when),
            "who": deed.who or self.words("log.nobody"),
            "mark": deed.mark[:SHORT] if deed.origin is Origin.GIT else deed.mark,
            "subject": deed.subject,
        }
        if deed.fate in (Fate.UNDONE, Fate.PARTIAL):
            fate = self.words(f"undo.fate.{deed.fate.value}")
            return self.words("log.journal-fate", **values, fate=fate[:1].lower() + fate[1:])
        return self.words(f"log.{deed.origin.value}", **values)

    def _when(self, when: datetime | date | None) -> str:
        if when is None:
            return self.words("log.no-time")
        return self.words.moment(when.astimezone()) if isinstance(when, datetime) else self.words.day(when)

    def lines(self, deed: Deed) -> Iterator[str]:
        """What it means, and what cannot be told of it."""
        yield from changes_known(deed.changes, self.known, papers=True)
        for file in deed.unclear:
            yield self.words("log.unclear", heading=self._file(file))
        if deed.reshaped:
            shown = [self._file(file) for file in deed.reshaped[:MOST_FILES]]
            rest = len(deed.reshaped) - len(shown)
            more = [self.words("change.more", n=rest)] if rest else []
            yield self.words("log.reshaped", files="; ".join([*shown, *more]))

    def cut(self, lines: Iterable[str]) -> Iterator[str]:
        """The first lines, and how many there are behind them."""
        every = list(lines)
        yield from every[:MOST_LINES]
        if len(every) > MOST_LINES:
            yield self.words("log.rest", n=len(every) - MOST_LINES)

    def _file(self, file: str) -> str:
        return Stated(self.known, file).heading()

    def data(self, deed: Deed) -> dict[str, Any]:
        """One change for machines."""
        return {
            "origin": deed.origin.value,
            "when": deed.when.isoformat() if deed.when else None,
            "who": deed.who or None,
            "mark": deed.mark or None,
            "subject": deed.subject or None,
            "fate": deed.fate.value if deed.fate else None,
            "said": list(self.lines(deed)),
            "unclear": list(deed.unclear),
            "reshaped": list(deed.reshaped),
            "differences": [
                {"file": one.file, "path": list(one.path), "before": one.before, "after": one.after}
                for one in deed.changes
            ],
        }
