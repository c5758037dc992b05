"""The program's own source, parsed once and walked once for all who look at it.

Must not say what a source should be like.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from page_files import REPOSITORY

PACKAGE: Final = REPOSITORY / "src" / "parplan"
SOURCES: Final = tuple(sorted(PACKAGE.rglob("*.py")))

N = TypeVar("N", bound=ast.AST)


def name_of(source: Path) -> str:
    """The path in the package, or from the top of the repository."""
    return source.relative_to(PACKAGE if source.is_relative_to(PACKAGE) else REPOSITORY).as_posix()


@cache
def text(source: Path) -> str:
    """What is written there."""
    return source.read_text(encoding="utf-8")


@cache
def tree(source: Path) -> ast.Module:
    """What Python makes of it."""
    return ast.parse(text(source))


def every(kind: type[N], source: Path) -> list[N]:
    """All of a kind that stand in it, at whatever depth."""
    return [node for node in _nodes(source) if isinstance(node, kind)]


@cache
def _nodes(source: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(source)))
