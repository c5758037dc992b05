"""JSON Schema for editors: one for each kind of file, in the person's language, with the workspace's own ids.

Drawn from the model, so that an editor refuses the shapes that ``parplan validate`` refuses.
Must not know a record or field by name: the model marks what a schema needs to know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from pathlib import PurePosixPath
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from parplan.checks.everywhere.references import names, untold
from parplan.model.record import Choice, Record, Shorthand
from parplan.model.scalar import Refers, Written
from parplan.model.workspace import LAYOUT, FileKind, Workspace, kind_of
from parplan.words import Words, explanations

Json = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FOLDER: Final = "schema"
"""Where the schemas lie, beside data/."""

_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SIGNS: Final = re.compile(r"[\\^$.*+?()\[\]{}|/]")
"""What means something in a pattern; JavaScript refuses the escapes that Python adds."""
_HOLE: Final = re.compile(r"\{[^}]*\}")


def schema_files(workspace: Workspace, said: Words) -> dict[str, str]:
    """The text of every schema, by its file's name relative to the workspace."""
    return {schema_file(kind): schema_text(kind, workspace, said) for kind in LAYOUT}


def schema_file(kind: FileKind) -> str:
    """Where the schema of a kind of file lies, relative to the workspace."""
    return f"{FOLDER}/{kind.name}.schema.json"


def schema_text(kind: FileKind, workspace: Workspace, said: Words) -> str:
    """The schema of a kind of file, as the text of its file."""
    return json.dumps(schema(kind, workspace, said), ensure_ascii=False, indent=2) + "\n"


def schema(kind: FileKind, workspace: Workspace, said: Words) -> Json:
    """The schema of a kind of file."""
    return _Draft(workspace, said).file(kind)


def editor_settings() -> dict[str, object]:
    """VS Code's settings for a workspace: which schema is for which files."""
    return {"yaml.schemas": {f"./{schema_file(kind)}": _one_or_more(kind.globs) for kind in LAYOUT}}


def _one_or_more(globs: tuple[str, ...]) -> object:
    return globs[0] if len(globs) == 1 else list(globs)


def modeline(file: str) -> str:
    """The comment that tells an editor the schema of a file; the file's name is relative to the workspace."""
    kind = kind_of(file)
    if kind is None:
        raise ValueError(file)
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}{schema_file(kind)}"


class _Draft:
    """A schema in the making. Records and lists of ids are defined once and referred to."""

    def __init__(self, workspace: Workspace, said: Words) -> None:
        self.said = said
        self.explained = explanations(said.language)
        self.names = names(workspace)
        self.untold = untold(workspace)
        self.left_out = sorted(workspace.left_out)
        self.defined: dict[str, Json] = {}

    def file(self, kind: FileKind) -> Json:
        """The whole schema of a kind of file."""
        top = self._record(kind.model)
        defined = {name: self.defined[name] for name in sorted(self.defined)}
        return {"$schema": DIALECT, "title": self.explained[f"file.{kind.name}"], **top, "$defs": defined}

    def _record(self, model: type[Record]) -> Json:
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        made: Json = {
            "description": self._explained(model, "itself"),
            "type": "object",
            "properties": {key: self._field(model, key, info) for key, info in fields.items()},
            "required": [key for key, info in fields.items() if info.is_required()],
            "additionalProperties": False,
        }
        if issubclass(model, Choice):
            made["oneOf"] = [{"required": [key]} for key in model.alternatives]
        return made

    def _field(self, model: type[Record], key: str, info: FieldInfo) -> Json:
        told = {"title": self.said(f"field.{key}"), "description": self._explained(model, key)}
        return told | self._value(info.annotation, info.metadata, key)

    def _explained(self, model: type[Record], key: str) -> str:
        """What a record or field is; what means the same in every record is explained once."""
        own = f"{model.__name__}.{key}"
        return self.explained[own if own in self.explained else f"any.{key}"]

    def _value(self, annotation: Any, marks: Iterable[Any], key: str) -> Json:
        """What may stand at a key: the annotation without what only Python needs, and what it is marked with."""
        marks = list(_flat(marks))
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(inner[0], [*inner[1:], *marks], key)
        if type(None) in inner:  # an absent key; nothing in a file is empty
            (only,) = (part for part in inner if part is not type(None))
            return self._value(only, marks, key)
        if origin is tuple:
            least = {"minItems": 1} if any(getattr(mark, "min_length", None) for mark in marks) else {}
            return {"type": "array", "items": self._value(inner[0], (), key)} | least
        if origin is dict:
            names, values = (self._value(part, (), key) for part in inner)
            return {
                "type": "object",
                "propertyNames": {"pattern": names["pattern"]},
                "additionalProperties": values,
            }
        if origin is Literal:
            return {
                "type": "string",
                "enum": list(inner),
                "enumDescriptions": [self._choice(key, word) for word in inner],
            }
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self._inner_record(annotation, marks)
        return self._scalar(marks)

    def _choice(self, key: str, word: str) -> str:
        return self.explained[f"choice.{key}.{word}"]

    def _inner_record(self, model: type[Record], marks: list[Any]) -> Json:
        if model.__name__ not in self.defined:
            self.defined[model.__name__] = self._record(model)
        found = {"$ref": f"#/$defs/{model.__name__}"}
        for mark in marks:
            if isinstance(mark, Shorthand):
                info = model.model_fields[mark.key]
                return {"anyOf": [self._value(info.annotation, info.metadata, mark.key), found]}
        return found

    def _scalar(self, marks: list[Any]) -> Json:
        (written,) = [mark for mark in marks if isinstance(mark, Written)][-1:]
        for mark in marks:
            if isinstance(mark, Refers) and (found := self._reference(mark.to, written)):
                return found
        made = _scalar(written, _bound(marks, "ge"), _bound(marks, "le"))
        return made | {"patternErrorMessage": self._sentence(written.wrong)}

    def _reference(self, to: str, written: Written) -> Json | None:
        """One of the ids that there are; None where nobody can tell, or there are none."""
        known = self.names.get(to)
        if not known or to in self.untold or (to == "task" and "plan" in self.untold):
            return None
        if to not in self.defined:
            self.defined[to] = _ids(self._documented(to, known), self.left_out, written.types)
        return {"$ref": f"#/$defs/{to}"}

    def _documented(self, to: str, known: Mapping[str, str]) -> Mapping[str, str]:
        return {name: self._sentence(name) for name in known} if to == "code" else known

    def _sentence(self, code: str) -> str:
        """What is said of a mistake, before it is made; a family of codes has no sentence."""
        return _HOLE.sub("…", self.said.sentences.get(f"finding.{code}", code))


def _flat(marks: Iterable[Any]) -> Iterator[Any]:
    """Marks one by one: a field's own hold others."""
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield mark


def _bound(marks: list[Any], side: str) -> int | None:
    return next((found for mark in marks if (found := getattr(mark, side, None)) is not None), None)


def _scalar(written: Written, least: int | None, most: int | None) -> Json:
    """A scalar: as text it matches a pattern, as a number it lies within bounds."""
    made: Json = {"type": _one_or_more(written.types), "pattern": written.pattern}
    if least is not None and most is not None:  # in quotes it has bounds too
        made["pattern"] = f"^0*(?:{'|'.join(map(str, range(least, most + 1)))})$"
    bounds = {
        "minimum": written.least if least is None else least,
        "maximum": written.most if most is None else most,
    }
    made |= {side: bound for side, bound in bounds.items() if bound is not None}
    return made | ({"examples": list(written.examples)} if written.examples else {})


def _ids(known: Mapping[str, str], left_out: Iterable[str], types: tuple[str, ...]) -> Json:
    """A list of ids with their names. One that looks like a number is accepted with quotes and without.

    Ids of records with errors are accepted too, and not offered: ``validate`` does not call them unknown either.
    """
    numbers = {id_: value for id_ in known if (value := _number(id_)) is not None}
    if "integer" in types:  # years: nobody writes these in quotes
        return _offered([(value, known[id_]) for id_, value in numbers.items()], "integer", _any_of(known, "0*"))
    offered = [*known.items(), *((value, known[id_]) for id_, value in numbers.items())]
    return _offered(offered, list(types) if numbers else "string", _any_of(left_out, r"(?:[^\n]*/)?"))


def _any_of(ids: Iterable[str], before: str) -> str:
    """A pattern of some ids; empty where there are none."""
    every = "|".join(_SIGNS.sub(r"\\\g<0>", id_) for id_ in ids)
    return f"^{before}(?:{every})$" if every else ""


def _offered(values: Sequence[tuple[object, str]], types: object, accepted: str) -> Json:
    """Values with what is said of each, and a pattern of what is accepted besides."""
    made = {
        "type": types,
        "enum": [value for value, _ in values],
        "enumDescriptions": [name for _, name in values],
    }
    return {"anyOf": [made, {"type": "string", "pattern": accepted}]} if accepted else made


def _number(text: str) -> float | int | None:
    """What an editor takes an id without quotes for, if that is a number."""
    if not _NUMBER.fullmatch(text):
        return None
    if text.lstrip("+-").isdigit():
        return int(text)
    return value if isfinite(value := float(text)) else None
