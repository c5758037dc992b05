"""What the handbook tells of each file and field: drawn from the schema.

Must not explain a field: the catalogue does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handbook.codes import told_in
from handbook.drawing import REPOSITORY, cell
from parplan.model.workspace import LAYOUT, FileKind
from parplan.reading.load import load
from parplan.views.schema import schema
from parplan.words import Words

Json = Mapping[str, Any]


def files(said: Words) -> Iterator[dict[str, Any]]:
    """Each kind of file with its records; a record that several files hold is explained in the first."""
    workspace = load(REPOSITORY).workspace
    told: dict[str, str] = {}
    for kind in LAYOUT:
        made = schema(kind, workspace, said)
        records = [_record("", made, made)]
        for name, defined in made["$defs"].items():
            if "properties" in defined:
                records.append({**_record(name, defined, made), "within": told.get(name, "")})
                told.setdefault(name, made["title"])
        yield {
            "title": made["title"],
            "description": made["description"],
            "anchor": _anchor(made["title"]),
            "globs": _globs(kind),
            "mistakes": told_in(kind, said),
            "records": records,
        }


def _globs(kind: FileKind) -> str:
    return kind.globs[0]


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _record(name: str, defined: Json, whole: Json) -> dict[str, Any]:
    return {
        "name": name,
        "title": defined.get("title", name),
        "description": defined["description"],
        "within": "",
        "fields": [
            {
                "key": key,
                "title": field["title"],
                "required": key in defined["required"],
                "description": cell(field["description"]),
                "value": cell(_value(field, whole)),
            }
            for key, field in defined["properties"].items()
        ],
    }


def _value(field: Json, whole: Json) -> str:
    """What may stand there: a closed list, a record, an example."""
    if "enum" in field and "enumDescriptions" in field:
        return "; ".join(
            f"`{one}`: {told}" for one, told in zip(field["enum"], field["enumDescriptions"], strict=True)
        )
    if field.get("type") == "array":
        return _value(field["items"], whole)
    if "anyOf" in field:
        return _value(field["anyOf"][0], whole)
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if "properties" in whole["$defs"][name] else ""
    return ", ".join(f"`{_shown(one)}`" for one in field.get("examples", [])[:3])


def _shown(example: object) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)
