"""Facts for machines, as JSON that does nothing to who prints it.

Must not choose keys: the view does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from parplan.output.text.visible import escaped

_AT_ONCE: Final = 500
"""Members of a list that are written in one piece."""

_JSON: Final = json.JSONEncoder(ensure_ascii=False).encode


def indented(data: object) -> str:
    """Anything, a line for each value however deep."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def listed(data: dict[str, Any]) -> str:
    """One object: a line for each of its values, and for each member of a list, keys in the order given.

    The library indents in Python, and holds each bracket and comma as a string of its own.
    """
    return "".join(pieces(data))


def pieces(data: dict[str, Any]) -> Iterator[str]:
    """The same line by line: lists may make their members one by one, as they are written."""
    before = "{"
    for key, value in data.items():
        head = f"{before}\n  {_JSON(key)}: "
        if not isinstance(value, Sequence) or isinstance(value, str):
            yield escaped(head + _JSON(value))
        elif not value:
            yield escaped(f"{head}[]")
        else:
            head += "["
            members = (f"\n    {_JSON(member)}" for member in value)
            while some := ",".join(islice(members, _AT_ONCE)):
                yield escaped(head + some)
                head = ","
            yield "\n  ]"
        before = ","
    yield "\n}\n"
