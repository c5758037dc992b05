"""How blocks of command lines are coloured: options stay whole, what a command answers looks like an answer.

Must not run or check a line: the tests do.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Generic, Name, String, Text
from sphinx.application import Sphinx


class Lines(RegexLexer):  # type: ignore[misc]
    """Command lines as officers type them, and «→» before what is answered."""

    name = "parplan"
    aliases: ClassVar[list[str]] = ["sh"]
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"^→ .*\n", Generic.Output),
            (r"(^parplan)( [a-z-]+)?", bygroups(Name.Builtin, Name.Builtin)),
            (r"#.*\n", Comment),
            (r"\"[^\"\n]*\"|'[^'\n]*'", String),
            (r"--?[a-z][\w-]*", Name.Attribute),
            (r"[^\s\"']+|\s", Text),
        ]
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_lexer("sh", Lines)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
