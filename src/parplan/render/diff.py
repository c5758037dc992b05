"""What a change does to a file, as a unified diff.

Must not write the change.
"""

from __future__ import annotations

from difflib import unified_diff

from parplan.place import line_starts


def unified(file: str, before: bytes, after: bytes) -> str:
    """The lines that differ, with three around them, as git prints them."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}")
    return "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(raw: bytes) -> list[str]:
    """Lines with their ends, whatever ends them."""
    text = raw.decode()
    starts = line_starts(text)
    return [line for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if (line := text[start:end])]
