"""What forms change in the data, as a table: whose, of which task, which field, what stood there and what will.

Must not choose what is written, or tell it in sentences: ``views.changes`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.editing.address import by_name
from parplan.model.progress import ProgressFile, Update
from parplan.model.record import Record
from parplan.reading.tree import Tree
from parplan.views.changes import apart
from parplan.views.columns import Heading, columns
from parplan.views.phrases.known import Known
from parplan.views.phrases.stated import Kind, Stated
from parplan.views.table import Row, Table
from parplan.words import Words

COLUMNS: Final = (
    Heading("task", 1.5, "left"),
    Heading("field", 2.6, "left"),
    Heading("stood", 2.2, "left"),
    Heading("stands", 3.2, "left"),
)
UPDATES: Final = "updates"
NO_BREAK: Final = "\u00a0"
HEAD: Final = ("received", "document", "note")
KNOWN_BY: Final = ("task", "period")


@dataclass(frozen=True, slots=True)
class Written:
    """A unit's file for a month, by its name: what it says, and what it will."""

    file: str
    agency: str
    before: Tree | None
    after: Tree | None


def changed_table(files: Iterable[Written], known: Known) -> Table:
    """A row for each field that becomes another; the unit stands above its own."""
    rows: list[Row] = []
    for one in files:
        name = known.named("agency", one.agency, one.file)
        blanks = ("",) * (len(COLUMNS) - 1)
        rows += [Row((name, *blanks), kind="block"), *_File(one, known).rows()]
    return Table(columns(known.words, COLUMNS), tuple(rows))


def changed_fields(
    known: Known, file: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """What becomes another in an update, or else in the head of a file: its name, what stands there, what will."""
    own, model = _File(Written(file, "", None, None), known), Update if "task" in after else ProgressFile
    for field in model.model_fields:
        yield from own.pairs(model, field, before, after)


def said_of(known: Known, file: str, field: str, update: Mapping[str, Any]) -> str:
    """What an update says in a field, as people read it; of figures with what they measure."""
    own, kind = _File(Written(file, "", None, None), known), Kind.of(Update, field)
    if field != "values":
        return own.text(kind, update[field])
    item, task = kind.item if kind else None, str(update.get("task", ""))
    figures = (
        (known.measure(task, target, file) or target, own.text(item, v)) for target, v in update[field].items()
    )
    return "; ".join(" ".join(parts) for parts in figures)


class _File:
    def __init__(self, one: Written, known: Known) -> None:
        self.one, self.known, self.words = one, known, known.words
        self.stated = Stated(known, one.file)

    def rows(self) -> Iterator[Row]:
        before, after = _mapping(self.one.before), _mapping(self.one.after)
        yield from self._record(self.words("forms.of-report"), ProgressFile, HEAD, before, after)
        old, new = by_name(before.get(UPDATES)), by_name(after.get(UPDATES))
        fields = tuple(field for field in Update.model_fields if field not in KNOWN_BY)
        for name, update in new.items():
            yield from self._record(_called(update, self.words), Update, fields, _mapping(old.get(name)), update)

    def _record(
        self,
        called: str,
        model: type[Record],
        fields: Iterable[str],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> Iterator[Row]:
        for field in fields:
            for label, was, now in self.pairs(model, field, before, after):
                yield Row((called, f"{label[:1].upper()}{label[1:]}", was, now))
                called = ""

    def pairs(
        self, model: type[Record], field: str, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[tuple[str, str, str]]:
        """A field that becomes another, with what it is called; of figures each that does."""
        old, new, kind = before.get(field), after.get(field), Kind.of(model, field)
        if old == new:
            return
        if field != "values":
            yield (self._label(field), *self._texts(kind, old, new))
            return
        figures = _mapping(old), _mapping(new)
        for target in dict.fromkeys((*figures[1], *figures[0])):
            was, now = (figure.get(target) for figure in figures)
            if was != now:
                measure = self.known.measure(str(after.get("task", "")), target, self.one.file)
                yield (measure or self._label(field), *self._texts(kind.item if kind else None, was, now))

    def _label(self, field: str) -> str:
        """What a field is called: as the form calls it, where that is otherwise than elsewhere."""
        key = f"forms.field.{field}"
        return self.words(key) if key in self.words else self.stated.label(field)

    def _texts(self, kind: Kind | None, before: Tree | None, after: Tree | None) -> tuple[str, str]:
        """Both values as people read them; two long texts from where they part."""
        if isinstance(before, str) and isinstance(after, str):
            before, after = apart(before, after)
        return self.text(kind, before), self.text(kind, after)

    def text(self, kind: Kind | None, tree: Tree | None) -> str:
        """A value as people read it; nothing of none."""
        if tree is None:
            return ""
        return self.stated.read(kind, tree) if isinstance(tree, str) else self.stated.value(kind, tree)


def _mapping(tree: Tree | None) -> Mapping[str, Any]:
    return tree if isinstance(tree, dict) else {}


def _called(update: Mapping[str, Any], words: Words) -> str:
    """The id of a task, with the period that is told of."""
    period = update.get("period")
    if not period:
        return str(update["task"])
    return f"{update['task']}\n{words.period(Period.parse(period)).replace(' ', NO_BREAK)}"
