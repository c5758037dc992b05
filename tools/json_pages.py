"""Writes docs/json.md and docs/json/: what each command answers in JSON, key by key, and the schemas themselves.

Must not explain a key: answers.json does; nor a command line: the page's template does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from page_files import REPOSITORY, write_out
from parplan.views.answers import answer_text, explained

DOCS: Final = REPOSITORY / "docs"
PAGE: Final = DOCS / "json.md"

_WORDS: Final = {
    "day": "day",
    "day_or_null": "day or null",
    "month": "month",
    "month_or_null": "month or null",
    "points": "points",
    "points_or_null": "points or null",
    "percent_or_null": "points or null",
    "fraction_or_null": "fraction or null",
    "year": "year",
}
"""Parts that are one value: what they are called where they stand."""

Json = Mapping[str, Any]


def pages() -> dict[Path, str]:
    """The page and every schema."""
    table = explained()
    drawn = Environment(loader=FileSystemLoader(DOCS), undefined=StrictUndefined, keep_trailing_newline=True)
    told = {
        name: f"{part['description']} Schema: [{_file(name)}](json/{_file(name)})." for name, part in _commands()
    }
    keys = {name: _keys(part) for name, part in _commands()}
    parts = [
        {"name": name, "description": part.get("description", ""), "rows": _keys(part)}
        for name, part in sorted(table["$defs"].items())
        if _object(part)
    ]
    text = drawn.get_template(f"{PAGE.name}.j2").render(told=told, keys=keys, parts=parts)
    schemas = {DOCS / "json" / _file(name): answer_text(name) for name, _ in _commands()}
    return {PAGE: re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", **schemas}


def _file(command: str) -> str:
    return f"{command.replace(' ', '-')}.schema.json"


def _commands() -> Iterable[tuple[str, Json]]:
    found: Mapping[str, Json] = explained()["commands"]
    return found.items()


def _keys(part: Json) -> str:
    """A table of the keys of an object, those of objects within it behind a dot."""
    rows = [f"| `{path}` | {kind} | {told} |" for path, kind, told in _rows(_object(part) or {}, "")]
    return "\n".join(["| key | is | meaning |", "|---|---|---|", *rows]) if rows else ""


def _rows(found: Json, before: str) -> Iterator[tuple[str, str, str]]:
    for key, part in found.get("properties", {}).items():
        path = f"{before}{key}"
        told = part.get("description") or _part(part).get("description", "")
        yield path, _kind(part), told.replace("|", "\\|").replace("<", "&lt;")
        inner = _inline(part)
        if inner is not None:
            yield from _rows(inner, f"{path}[]." if part.get("type") == "array" else f"{path}.")


def _inline(part: Json) -> Json | None:
    """An object that is told of where it stands, and not in a section of its own."""
    if part.get("type") == "array":
        return _inline(part["items"])
    for one in (part, *part.get("anyOf", ())):
        if "properties" in one:
            found: Json = one
            return found
    return None


def _object(part: Json) -> Json | None:
    """The object that a shared part is, if it is one."""
    return _inline(part)


def _part(part: Json) -> Json:
    found: Json = explained()["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    return found


def _kind(part: Json) -> str:
    """What a value is, in a word or two."""
    if "$ref" in part:
        return _referred(part["$ref"].rpartition("/")[2])
    if "anyOf" in part:
        return " or ".join(dict.fromkeys(_kind(one) for one in part["anyOf"]))
    if "enum" in part:
        return ", ".join("null" if word is None else f"`{word}`" for word in part["enum"])
    if "const" in part:
        return f"`{part['const']}`"
    if part.get("type") == "array":
        return f"list of {_kind(part['items'])}"
    if "additionalProperties" in part:
        return f"object of {_kind(part['additionalProperties'])} by key"
    if "properties" in part:
        return "object"
    kinds = part.get("type", "anything")
    return " or ".join(kinds) if isinstance(kinds, list) else str(kinds)


def _referred(name: str) -> str:
    part = explained()["$defs"][name]
    if name in _WORDS:
        return _WORDS[name]
    return f"[{name}](#{name})" if _object(part) else _kind(part)


if __name__ == "__main__":
    write_out(pages())
