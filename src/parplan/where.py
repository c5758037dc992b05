"""Where a thing stands: a file and the path inside it, and the lines that path turned out to be.

Must not read files or know what a file means.
"""

from __future__ import annotations

from typing import NamedTuple

Step = str | int


class Where(NamedTuple):
    """The one address of a thing in the workspace.

    ``file`` is relative to the workspace's root, with forward slashes. ``path`` leads from the top of the
    file to the thing: keys and zero-based list positions. ``on_key`` points at the last key, not its value.
    """

    file: str
    path: tuple[Step, ...] = ()
    on_key: bool = False

    def at(self, *steps: Step) -> Where:
        """The same address, some steps deeper, at a value."""
        return Where(self.file, self.path + steps)

    def key(self, *steps: Step) -> Where:
        """The same address, some steps deeper, at the key itself: for a key that should not be there."""
        return self.at(*steps)._replace(on_key=True)

    def __str__(self) -> str:
        return ":".join([self.file, ".".join(str(step) for step in self.path)]) if self.path else self.file


NOWHERE = Where("")


class Span(NamedTuple):
    """A stretch of a text: lines and columns count from 1, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        return (self.line, self.column)


START = Span(1, 1, 1, 1)
