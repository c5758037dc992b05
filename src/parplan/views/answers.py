"""JSON Schema of what each command answers with ``--format json``: answers.json explains every key once.

Must not know how an answer is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from parplan.views.schema import DIALECT

Json = dict[str, Any]

_WITHIN: Final = "#/$defs/"


def answer_schema(command: str) -> Json:
    """The schema of a command's answer, whole: what it refers to lies in it."""
    table = explained()
    needed: dict[str, Json] = {}
    waiting = [table["commands"][command]]
    while waiting:
        for name in _referred(waiting.pop()):
            if name not in needed:
                needed[name] = table["$defs"][name]
                waiting.append(needed[name])
    version = table["$defs"]["version"]["const"]
    head = {
        "$schema": DIALECT,
        "$id": f"urn:parplan:json:{command.replace(' ', '-')}:{version}",
        "title": f"parplan {command} --format json",
    }
    defined = {name: _closed(needed[name]) for name in sorted(needed)}
    return {**head, **_closed(table["commands"][command]), "$defs": defined}


def answer_text(command: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(answer_schema(command), ensure_ascii=False, indent=2) + "\n"


@cache
def explained() -> Json:
    """Answers by command, and what they share: of an object all keys are there, unless ``required`` says less."""
    table: Json = json.loads(Path(__file__).with_suffix(".json").read_bytes())
    return table


def _referred(schema: Any) -> Iterator[str]:
    """Names of what a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix(_WITHIN)
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _referred(part)


def _closed(schema: Any) -> Any:
    """The same, where every object has the keys that it names and no others."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _closed(part) for key, part in schema.items()}
    if not isinstance(schema.get("properties"), dict):
        return inner
    return {"type": "object", "required": list(schema["properties"]), "additionalProperties": False, **inner}
