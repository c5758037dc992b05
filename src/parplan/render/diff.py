"""What a change does to a file, as a unified diff.

Must not write the change.
"""

from __future__ import annotations

from difflib import unified_diff


def unified(file: str, before: bytes, after: bytes) -> str:
    """The lines that differ, with three around them, as git prints them."""
    old, new = (text.decode("utf-8-sig").splitlines(keepends=True) for text in (before, after))
    lines = unified_diff(old, new, f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
