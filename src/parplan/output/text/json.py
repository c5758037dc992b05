"""Facts for machines, as JSON that does nothing to who prints it.

Must not choose keys: the view does.
"""

from __future__ import annotations

import json
from typing import Any, Final

from parplan.output.text.visible import escaped

_JSON: Final = json.JSONEncoder(ensure_ascii=False).encode


def indented(data: object) -> str:
    """Anything, a line for each value however deep."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def listed(data: dict[str, Any]) -> str:
    """One object: a line for each of its values, and for each member of a list, keys in the order given.

    The library indents in Python, and holds each bracket and comma as a string of its own.
    """
    lines = (f"  {_JSON(key)}: {_value(value)}" for key, value in data.items())
    return escaped("{\n" + ",\n".join(lines) + "\n}\n")


def _value(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _JSON(value)
    return "[\n" + ",\n".join(f"    {_JSON(member)}" for member in value) + "\n  ]"
