"""What a change does to a file, as a unified diff.

Must not write the change.
"""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import Final

from parplan.reading.lines import line_starts

NO_FILE: Final = "/dev/null"
"""What git calls a file that is not there, on Windows too."""

_UNSAFE: Final = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"\\\\]')


def unified(file: str, before: bytes | None, after: bytes | None, was: str | None = None) -> str:
    """The lines that differ, with three around them, as git prints them; None: there is no such file.

    ``was`` is what the file was called before.
    """
    names = ("a", was or file, before), ("b", file, after)
    old, new = (NO_FILE if raw is None else _name(f"{side}/{name}") for side, name, raw in names)
    lines = unified_diff(_lines(before or b""), _lines(after or b""), old, new)
    moved = (
        f"diff --git {old} {new}\nrename from {_name(was)}\nrename to {_name(file)}\n"
        if was not in (None, file)
        else ""
    )
    return moved + "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _name(path: str) -> str:
    """A name as git reads it back: between quotes where it holds a sign that would end it."""
    if _UNSAFE.search(path):
        return f'"{_UNSAFE.sub(lambda match: _in_quotes(match[0]), path)}"'
    return f"{path}\t" if " " in path else path


def _in_quotes(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return "".join(f"\\{byte:03o}" for byte in sign.encode(errors="surrogateescape"))


def _lines(raw: bytes) -> list[str]:
    """Lines with their ends, whatever ends them."""
    text = raw.decode()
    starts = line_starts(text)
    return [line for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if (line := text[start:end])]
