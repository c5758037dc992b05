"""What a value of a file says, as people write it: a day, a period, a unit's name, a paper, how prose begins.

The model tells what each value is. Must not know which values changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from parplan.editing.address import IDENTITIES, JOINT
from parplan.model.record import Record, Shorthand
from parplan.model.scalar import Refers, Scalar
from parplan.model.workspace import TEXTS, kind_of
from parplan.reading.stand_in import field_of
from parplan.reading.tree import Tree
from parplan.views.phrases.known import LONGEST_NAME, Known, shortened, written

LONGEST_PROSE: Final = 90
"""Letters of a text that a person wrote; the lines of the file show all of it."""

CALLED: Final = ("name", "title", "measure", "id")
"""By what a record goes among people: the first of these that it has."""

LABELS: Final = ("change.label", "field")
"""Where the catalogue says what a field is called: inside a sentence, and else."""

BARE: Final = ("Evidence", "Signer", "Deadline", "Product", "CriterionLink", "RemindedTask", "RemindedReport")
"""Records whose values say by themselves what they are."""

MOST_LISTED: Final = 7
"""Items of a list that are told; of more, fewer and how many others there are."""

CHOICES: Final = {
    "Update.status": "status-word",
    "Decision.kind": "decision-kind",
    "Task.kind": "kind",
    "Part.kind": "change.part-kind",
    "Part.cause": "change.cause",
    "Mapped.kind": "change.mapped-kind",
    "Scoring.way": "change.way",
    "Scoring.not_applicable": "change.not-applicable",
    "SpecialDay.kind": "change.day-kind",
    "Evidence.type": "change.evidence-type",
    "Telling.fail_on": "severity",
    "by": "show.by",
    "mark": "change.mark",
}
"""Where the catalogue says what a word of a closed list means: by record and field, or by field alone."""


class Kind(NamedTuple):
    """What may stand at a place of a file: a type of the model, its marks, and the field that it belongs to."""

    type: Any
    marks: tuple[Any, ...] = ()
    field: str = ""

    @classmethod
    def of(cls, model: Any, key: str) -> Kind | None:
        """What may stand under a key of a record; None where the model has no such field."""
        name = field_of(model, key) if _is_record(model) else None
        if name is None:
            return None
        info = model.model_fields[name]
        return _opened(info.annotation, tuple(info.metadata), f"{model.__name__}.{key}")

    @property
    def record(self) -> type[Record] | None:
        return self.type if _is_record(self.type) else None

    @property
    def is_list(self) -> bool:
        return get_origin(self.type) is tuple

    @property
    def item(self) -> Kind:
        """What one of several is."""
        inner = get_args(self.type)
        return _opened(inner[1] if get_origin(self.type) is dict else inner[0] if inner else str, (), self.field)

    @property
    def is_choice(self) -> bool:
        return self.field in CHOICES or self.field.partition(".")[2] in CHOICES

    def mark(self, wanted: type) -> Any:
        """The mark of that sort, if there is one."""
        return next((mark for mark in self.marks if isinstance(mark, wanted)), None)


def _opened(annotation: Any, marks: tuple[Any, ...], field: str) -> Kind:
    while True:
        inner = get_args(annotation)
        if get_origin(annotation) is Annotated:
            annotation, marks = inner[0], (*inner[1:], *marks)
        elif type(None) in inner:  # an absent key
            (annotation,) = (part for part in inner if part is not type(None))
        else:
            return Kind(annotation, marks, field)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


class Stated:
    """Words values of one file."""

    def __init__(self, known: Known, file: str) -> None:
        self.known = known
        self.words = known.words
        self.file = file

    def heading(self) -> str:
        """Whose file it is: its kind, and the unit, month or year in its name."""
        if TEXTS.fullmatch(self.file):
            return self.words("change.file.text", file=self.file.rpartition("/")[2])
        kind = kind_of(self.file)
        match = kind.pattern.fullmatch(self.file) if kind else None
        if kind is None or match is None:
            return self.words("change.file.other", file=self.file)
        parts = match.groupdict()
        period = parts.get("month") or parts.get("period") or ""
        return self.words(
            f"change.file.{kind.name}",
            year=parts.get("year") or self.known.year(self.file),
            agency=self.known.named("agency", parts.get("agency") or "", self.file),
            period=self.read(Kind.of(kind.model, "period") or Kind.of(kind.model, "month"), period),
        )

    def label(self, key: str) -> str:
        """What a field is called."""
        return next((self.words(f"{where}.{key}") for where in LABELS if f"{where}.{key}" in self.words), key)

    def item(self, model: type[Record], name: str, data: Record | Mapping[str, Any] | None) -> str:
        """A record of a list, by what it is called; ``name`` is what it goes by in a path."""
        keys = next((keys for keys in IDENTITIES if field_of(model, keys[0])), ("id",))
        if data is None and keys == ("id",):
            return self.words("change.record.unknown", id=name)
        said = dict(zip(keys, name.split(JOINT), strict=False))
        said |= written(data) if isinstance(data, Record) else data or {}
        values = {key: self.read(Kind.of(model, key), said.get(key, "")) for key in map(str, model.model_fields)}
        called = getattr(data, "called", None) or next((said[key] for key in CALLED if said.get(key)), name)
        values |= {"called": shortened(called, LONGEST_NAME), "id": said.get("id", name)}
        key = re.sub("(?<!^)(?=[A-Z])", "-", model.__name__).lower()
        key += "-period" if said.get("period") else ""
        return self.words(f"change.record.{key}", **values)

    def value(self, kind: Kind | None, tree: Tree) -> str:
        """A value as people read it; in quotation marks where it is words."""
        if isinstance(tree, list):
            return self._several(kind.item if kind else None, tree)
        if isinstance(tree, dict):
            return self._mapping(kind, tree)
        if kind and kind.record:  # 80 for {value: 80}
            short = kind.mark(Shorthand)
            return self.read(Kind.of(kind.record, short.key) if short else None, tree)
        shown = self.read(kind, tree)
        return self.words("change.quoted", text=shown) if self._is_prose(kind) else shown

    def _several(self, item: Kind | None, every: list[Any]) -> str:
        comma = "list.semicolon" if item and item.record else "list.comma"
        shown_count = len(every) if len(every) <= MOST_LISTED else MOST_LISTED - 1
        shown = [self.value(item, one) for one in every[:shown_count]]
        if len(every) > shown_count:
            shown.append(self.words("change.more", n=len(every) - shown_count))
        return self.words.sentences[comma].join(shown)

    def _mapping(self, kind: Kind | None, tree: dict[str, Any]) -> str:
        model = kind.record if kind else None
        if model is None:
            item = kind.item if kind else None
            return "; ".join(f"{key} {self.value(item, inner)}".lstrip() for key, inner in tree.items())
        if {"number", "date"} <= {*model.model_fields} and isinstance(tree.get("number"), str):
            return self._paper(model, tree)
        if "done" in tree and "of" in tree and len(tree) == 2:
            return self.words("measured.of-nothing", **{key: self.plain(model, key, tree) for key in tree})
        if model.__name__ in BARE:
            return self.words.listed(
                self.read(Kind.of(model, key), inner)
                if isinstance(inner, str)
                else self.value(Kind.of(model, key), inner)
                for key, inner in tree.items()
                if key not in ("type", "by")
            )
        return self.words.sentences["list.semicolon"].join(self.parts(model, tree))

    def parts(
        self, model: type[Record], tree: Mapping[str, Any], leave_out: tuple[str, ...] = ()
    ) -> Iterator[str]:
        """What a record says, field by field."""
        for key, inner in tree.items():
            if key in leave_out:
                continue
            if key == "values" and isinstance(inner, dict):  # targets go by ids, which only the task knows
                task = str(tree.get("task", ""))
                inner = {self.known.measure(task, name, self.file): value for name, value in inner.items()}
            shown = self.value(Kind.of(model, key), inner)
            yield shown if key == "value" else self.words("change.part", field=self.label(key), value=shown)

    def plain(self, model: type[Record], key: str, tree: Mapping[str, Any]) -> str:
        """One plain value alone, without quotation marks."""
        return self.read(Kind.of(model, key), tree[key])

    def _paper(self, model: type[Record], tree: dict[str, Any]) -> str:
        day = self.read(Kind.of(model, "date"), tree["date"]) if "date" in tree else ""
        key = "paper.dated" if day else "paper.number"
        paper = self.words(key, number=tree["number"], date=day)
        rest = {key: inner for key, inner in tree.items() if key not in ("number", "date", "type")}
        more = ", ".join(self.value(Kind.of(model, key), inner) for key, inner in rest.items())
        return f"{paper} ({more})" if more else paper

    def read(self, kind: Kind | None, text: object) -> str:
        """A plain value: names for ids, our words for those of closed lists, days and periods as we write them."""
        if not isinstance(text, str) or kind is None or not text:
            return shortened(str(text), LONGEST_PROSE)
        if refers := kind.mark(Refers):
            return self.known.named(refers.to, text, self.file)
        prefix = CHOICES.get(kind.field) or CHOICES.get(kind.field.partition(".")[2])
        if prefix and f"{prefix}.{text}" in self.words:
            return self.words(f"{prefix}.{text}")
        scalar = kind.mark(Scalar)
        if scalar is None or scalar.is_prose:
            return shortened(text, LONGEST_PROSE)
        try:
            read = scalar.validate(text)
        except ValueError:
            return text
        if f"change.plain.{text}" in self.words:  # true, false, the last day of a month
            return self.words(f"change.plain.{text}")
        return text if isinstance(read, int) else self.words.show(read)

    def _is_prose(self, kind: Kind | None) -> bool:
        if kind is None or kind.field == "Evidence.link":
            return False
        scalar = kind.mark(Scalar)
        return kind.is_choice or (scalar is not None and scalar.is_prose)
