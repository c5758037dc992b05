"""Writes the maps of the house out of its docstrings: rooms into docs/architecture.md, modules into docs/map.md.

Must not say of a room or a module what its docstring does not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from own_source import PACKAGE, tree
from page_files import REPOSITORY, write_out

ROOMS: Final = REPOSITORY / "docs" / "architecture.md"
MODULES: Final = REPOSITORY / "docs" / "map.md"
BEGIN, END = "<!-- make docs writes from here -->", "<!-- to here -->"
ORDER: Final = (
    *("", "commands", "options", "output", "views", "cutting", "tables"),
    *("words", "errors", "editing", "documents", "completion"),
    *("reading", "checks", "facts", "model", "calendar", "system"),
)
"""As the floors of pyproject.toml lie, the highest first; what is inside a room follows it."""


def pages() -> dict[Path, str]:
    """Both files, as they should be."""
    text = ROOMS.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return {ROOMS: f"{before}{BEGIN}\n\n{rooms()}\n\n{END}{after}", MODULES: modules()}


def rooms() -> str:
    """A line for each room: what it is, and what it must not do."""
    lines = ["| room | what it is | must not |", "|---|---|---|"]
    for folder in _rooms():
        if folder != PACKAGE:
            what, never = _said(folder / "__init__.py")
            lines.append(f"| `{_name(folder)}/` | {what} | {never} |")
    return "\n".join(lines)


def modules() -> str:
    """Every module by room, with its first sentence."""
    parts = [
        "<!-- make docs writes this file out of the docstrings under src/parplan/ -->",
        "# Where everything is",
    ]
    for folder in _rooms():
        files = [file for file in sorted(folder.glob("*.py")) if file.name != "__init__.py"]
        title = f"## {_name(folder)}/" if folder != PACKAGE else "## at the top"
        head = [] if folder == PACKAGE else [_said(folder / "__init__.py")[0]]
        listed = "\n".join(f"- `{file.name}`: {_said(file)[0]}" for file in files)
        parts += [title, *head, *filter(None, [listed])]
    return "\n\n".join(parts) + "\n"


def _rooms() -> Iterator[Path]:
    for name in ORDER:
        folder = PACKAGE / name
        yield folder
        if name:
            yield from sorted(path.parent for path in folder.rglob("__init__.py") if path.parent != folder)


def _name(folder: Path) -> str:
    return folder.relative_to(PACKAGE).as_posix()


def _said(file: Path) -> tuple[str, str]:
    """The first sentence of a module's docstring, and what it must not do."""
    said = ast.get_docstring(tree(file)) or ""
    first, _, rest = said.partition("\n")
    never = re.search(r"Must not (.+?\.)(?: |$)", " ".join(rest.split()))
    return first.strip(), never[1] if never else ""


if __name__ == "__main__":
    write_out(pages())
