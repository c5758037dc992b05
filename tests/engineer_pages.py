"""Pages in English, taken apart: blocks of commands, of YAML and JSON, and commands within sentences.

A block that is not to be run has a comment above it, ``<!-- not run: why -->``; one that is run elsewhere than at
the top of the repository, ``<!-- in FOLDER -->``; a line that leaves with 1 ends with ``# code 1``.

Must not know what a page is about.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from parplan.cli import COMMANDS
from parplan.cli_frame import Usage, build, words_meant
from parplan.cli_usage import usage_message
from parplan.words import words
from running import run_in
from workspaces import REPOSITORY

OWN_TESTS = {
    "docs/mutation.md": "a list that a tool writes",
    "docs/map.md": "a list that a tool writes: tests/test_house_map.py",
}
"""Pages that are none of these, and why."""

PAGES = sorted(
    name
    for path in (REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *(REPOSITORY / "docs").glob("*.md"))
    if (name := path.relative_to(REPOSITORY).as_posix()) not in OWN_TESTS
)

_COMMENT = re.compile(r"<!-- (?P<what>not run:|in) (?P<value>.+?) -->")
_BEHIND = re.compile(r" (?:<|>>?|\|) ")
_LEFT_OUT = ("MissingParameter", "BadOptionUsage")
"""What the parser raises for an option without its value, an argument that is not there."""

_PLACEHOLDER = re.compile(r"parplan (?:help )?(?:[A-Z]+\b|$)")
_SETTING = re.compile(r"[A-Z_]+=\S*")


@dataclass(frozen=True)
class Block:
    """What stands between two fences; ``reason``: why it is not run, if it is not."""

    page: str
    line: int
    kind: str
    text: str
    folder: str = ""
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: str) -> Iterator[Block]:
    """Every block of a page."""
    above = ""
    for token in MarkdownIt().parse((REPOSITORY / page).read_text(encoding="utf-8")):
        if token.type == "fence":
            found = _COMMENT.fullmatch(above.strip())
            what, value = (found["what"], found["value"]) if found else ("", "")
            folder, reason = (value if what == "in" else ""), (value if what.startswith("not") else "")
            line = token.map[0] + 1 if token.map else 0
            yield Block(page, line, token.info, token.content, folder, reason)
        above = token.content if token.type == "html_block" else ""


def typed_in(page: str) -> Iterator[str]:
    """Commands within sentences and tables; what only names one, or leaves something out, is none."""
    parsed = MarkdownIt().enable("table").parse((REPOSITORY / page).read_text(encoding="utf-8"))
    spans = [part.content for token in parsed for part in token.children or () if part.type == "code_inline"]
    starts = tuple(f"{name} " for name in COMMANDS)
    for span in spans:
        text = span.replace("\\|", "|")
        if (
            "…" not in text
            and not _PLACEHOLDER.match(text)
            and (text.startswith("parplan ") or text.startswith(starts))
        ):
            yield text if text.startswith("parplan ") else f"parplan {text}"


def complaint(line: str) -> str:
    """What the parser says against a command, without running it; nothing of what a mere name leaves out."""
    said, typed = words("en"), _BEHIND.split(line)[0]
    try:
        argv = words_meant(shlex.split(typed)[1:], COMMANDS)
        group = build(argv, COMMANDS, said)
        with group.make_context("parplan", list(argv)) as context:
            name, command, rest = group.resolve_command(context, [*context._protected_args, *context.args])
            command.make_context(name, rest, parent=context).close()
    except Usage as error:
        return "" if type(error).__name__ in _LEFT_OUT else usage_message(error, argv, said, COMMANDS)
    except SystemExit:
        return ""
    return ""


@dataclass(frozen=True)
class Typed:
    """A line of a block, and what is shown to come of it: None where nothing is."""

    line: str
    shown: tuple[str, ...] | None


def typed_lines(block: Block) -> Iterator[Typed]:
    """The commands of a block: all lines of ``sh``; of ``console`` those behind a ``$``, with what follows."""
    lines = block.text.splitlines()
    if block.kind == "sh":
        yield from (Typed(line, None) for line in lines if line.strip())
        return
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for first, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Typed(lines[first][2:], tuple(lines[first + 1 : after]))


def run_typed(typed: str, folder: Path) -> str | None:
    """What a line prints on both streams; None where a program behind a ``|`` is not there to be asked."""
    line, _, said = typed.partition("  # ")
    first, *others = re.split(r" \| (?=jq )", line.strip())
    settings: dict[str, Any] = {}
    argv = shlex.split(first)
    while _SETTING.fullmatch(argv[0]):
        name, _, settings[name] = argv.pop(0).partition("=")
    assert argv.pop(0).rpartition("/")[2] == "parplan", f"not parplan: {line}"
    ran = run_in(folder, *argv, **settings)
    wanted = int(said.removeprefix("code ")) if said.startswith("code ") else 0
    assert ran.code == wanted, (line, ran.err)
    out = ran.out + ran.err
    for other in others:
        program, *more = shlex.split(other)
        if shutil.which(program) is None:
            return None
        out = subprocess.run([program, *more], input=out, capture_output=True, text=True, check=True).stdout
    return out


def missing(shown: tuple[str, ...], out: str) -> list[str]:
    """The first lines that are shown and do not follow in what was printed; "…" stands for any number of lines."""
    printed = [line.rstrip() for line in out.splitlines()]
    pieces = "\n".join(["", *shown]).rstrip().split("\n…")
    at, is_first = 0, True
    for piece in pieces:
        wanted = [line.rstrip() for line in piece.strip("\n").split("\n")] if piece.strip() else []
        places = range(at, 1) if is_first and wanted else range(at, len(printed) - len(wanted) + 1)
        found = next((place for place in places if printed[place : place + len(wanted)] == wanted), None)
        if found is None:
            return wanted
        at, is_first = found + len(wanted), False
    if pieces[-1].strip() and at != len(printed):
        return ["(more was printed)", *printed[at : at + 3]]
    return []
