"""Writes lists out of what they list: options of every command, refusals by exit code, the index of decisions.

Must not word anything: a sentence is the catalogue's, a decision's name its own first line.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from house_map import BEGIN, END
from own_source import SOURCES, every
from page_files import REPOSITORY, write_out
from parplan.cli_help import pages as help_pages
from parplan.words import words

OPTIONS: Final = REPOSITORY / "docs" / "options.md"
CODES: Final = REPOSITORY / "docs" / "exit-codes.md"
DECISIONS: Final = REPOSITORY / "docs" / "decisions"
INDEX: Final = DECISIONS / "README.md"
_USAGE: Final = 2


def pages() -> dict[Path, str]:
    """The files, as they should be."""
    made = {OPTIONS: options(), CODES: refusals(), INDEX: decisions()}
    return {path: _between(path, text) for path, text in made.items()}


def _between(path: Path, made: str) -> str:
    before, rest = path.read_text(encoding="utf-8").split(BEGIN)
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.split(END)[1]}"


def options() -> str:
    """What may stand behind each command, as its help page has it."""
    parts = []
    for name, page in help_pages()["pages"]["en"].items():
        if name:
            rows = [row for rows in page["lists"].values() for row in rows]
            lines = "\n".join(f"| `{option}` | {_cell(told)} |" for option, told in rows)
            usage = f"parplan {name} {page['usage']}"
            parts.append(f"## {name}\n\n{page['told']}.\n\n```text\n{usage}\n```\n\n| | |\n|---|---|\n{lines}")
    return "\n\n".join(parts)


def refusals() -> str:
    """A table for each code: the refusal's name, and what is said."""
    said, codes = words("en").sentences, exit_codes()
    parts = []
    for code in (1, _USAGE):
        names = sorted(name for name, found in codes.items() if code in found)
        rows = "\n".join(f"| `{name}` | {_cell(said[f'stop.{name}'])} |" for name in names)
        parts.append(f"### Code {code}\n\n| refusal | what is said |\n|---|---|\n{rows}")
    return "\n\n".join(parts)


def _cell(sentence: str) -> str:
    """A sentence with the names of its holes in italics."""
    text = " ".join(sentence.split()).replace("|", "\\|").replace("<", "&lt;")
    return re.sub(r"\{([a-z_]+)[^}]*\}", r"*\1*", text)


@cache
def exit_codes() -> dict[str, set[int]]:
    """The codes with which each refusal leaves, as the program's text has them."""
    found: dict[str, set[int]] = {}
    for path in SOURCES:
        for reason, code in _stops(path):
            found.setdefault(reason, set()).update(code)
    return found


def _stops(source: Path) -> Iterator[tuple[str, set[int]]]:
    for node in every(ast.Call, source):
        if isinstance(node.func, ast.Name) and node.func.id == "Stop":
            given = [word.value for word in node.keywords if word.arg == "exit_code"] or [ast.Constant(_USAGE)]
            code = given[0].value if isinstance(given[0], ast.Constant) else None
            reason = ast.literal_eval(node.args[0])
            yield reason, {code} if isinstance(code, int) else {1, _USAGE}


def decisions() -> str:
    """Each decision by its number."""
    rows = []
    for path in sorted(DECISIONS.glob("0*.md")):
        number, _, name = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").partition(" ")
        rows.append(f"| {number} | [{name}]({path.name}) |")
    return "\n".join(["| | |", "|---|---|", *rows])


if __name__ == "__main__":
    write_out(pages())
