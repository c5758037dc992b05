"""A YAML file as an editor reads it: YAML 1.2's core schema; and the same file written again after a change.

Must not be used by the program, which reads every scalar as text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_NULL = re.compile(r"null|Null|NULL|~|")
_FLAG = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+")
_OTHER_INT = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NO_FINITE_FLOAT = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_STAYS_PLAIN = re.compile(r"[A-Za-z0-9.+/~-]+")


@dataclass(frozen=True)
class Leaf:
    """A scalar as it was written: ``plain`` means without quotes, and not as a block."""

    text: str
    plain: bool = True

    @property
    def value(self) -> Any:
        """What an editor takes it for."""
        text = self.text
        if not self.plain:
            return text
        if _NULL.fullmatch(text):
            return None
        if _FLAG.fullmatch(text):
            return text.lower() == "true"
        if _INT.fullmatch(text):
            return int(text)
        if _OTHER_INT.fullmatch(text):
            return int(text, 0)
        if _FLOAT.fullmatch(text):
            return float(text)
        return float(text.replace(".", "")) if _NO_FINITE_FLOAT.fullmatch(text) else text


def read(text: str) -> Any:
    """The content of a file: mappings, lists and leaves."""
    events = iter(YAML(typ="safe", pure=False).parse(text))
    return next(found for event in events if (found := _node(event, events)) is not None)


def _node(event: Any, events: Iterator[Any]) -> Any:
    if isinstance(event, ScalarEvent):
        return Leaf(event.value, not event.style)
    if isinstance(event, MappingStartEvent):
        mapping: dict[str, Any] = {}
        for key in iter(lambda: next(events), None):
            if isinstance(key, MappingEndEvent):
                return mapping
            mapping[key.value] = _node(next(events), events)
    if isinstance(event, SequenceStartEvent):
        items: list[Any] = []
        for item in iter(lambda: next(events), None):
            if isinstance(item, SequenceEndEvent):
                return items
            items.append(_node(item, events))
    return None


def values(content: Any) -> Any:
    """The content as an editor's schema sees it."""
    if isinstance(content, Leaf):
        return content.value
    if isinstance(content, dict):
        return {key: values(value) for key, value in content.items()}
    return [values(item) for item in content]


def written(content: Any) -> str:
    """The content as YAML again: what had quotes or blanks gets quotes, all else stays plain."""
    if isinstance(content, Leaf):
        plain = content.plain and _STAYS_PLAIN.fullmatch(content.text)
        return content.text if plain else json.dumps(content.text, ensure_ascii=False)
    if isinstance(content, dict):
        return (
            "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)}: {written(v)}" for k, v in content.items()) + "}"
        )
    return "[" + ", ".join(map(written, content)) + "]"
