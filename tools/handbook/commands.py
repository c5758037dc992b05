"""What the handbook tells of each command: its help page's words, and examples that run.

Must not explain an option: the catalogue does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml import YAML

from handbook.drawing import SITE, cell
from parplan.cli_help import PROGRAM, pages
from parplan.words import words

USUAL: Final = "quang-nam-2022"


@dataclass(frozen=True)
class Option:
    """An option or an argument: as it is written, and what is told of it."""

    written: str
    told: str


@dataclass(frozen=True)
class Example:
    """Lines that run, what for, and the files they need."""

    says: str
    lines: tuple[str, ...]
    within: str
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CommandPage:
    """One command, as its page tells it."""

    name: str
    help: str
    arguments: tuple[Option, ...]
    options: tuple[Option, ...]
    examples: tuple[Example, ...]
    within: str
    more: str

    @property
    def page(self) -> str:
        """The page's name in docs/vi/lenh/."""
        return f"{self.name.replace(' ', '-')}.md"


@dataclass(frozen=True)
class Group:
    """Commands for one kind of work."""

    title: str
    commands: tuple[CommandPage, ...]


def groups() -> list[Group]:
    """All commands, in the order in which an officer meets them."""
    written = YAML(typ="safe").load((SITE / "commands.yaml").read_text(encoding="utf-8"))
    return [
        Group(one["title"], tuple(_command(name, told) for name, told in one["commands"].items()))
        for one in written
    ]


def shared() -> list[Option]:
    """The options of the program itself, most of which every command has."""
    return list(_rows(PROGRAM, "options"))


def _command(name: str, told: Mapping[str, Any]) -> CommandPage:
    within = told.get("within", USUAL)
    examples = tuple(
        Example(one["says"], tuple(one["lines"]), one.get("within", within), one.get("files", {}))
        for one in told["examples"]
    )
    everywhere = {option.written for option in shared()}
    return CommandPage(
        name,
        pages()["pages"]["vi"][name]["told"],
        tuple(_rows(name, "arguments")),
        tuple(option for option in _rows(name, "options") if option.written not in everywhere),
        examples,
        within,
        told.get("more", ""),
    )


def _rows(name: str, heading: str) -> Iterator[Option]:
    """A list of a help page; what may be chosen stands there between strokes, which would cut a table's cell."""
    for written, told in pages()["pages"]["vi"][name]["lists"].get(words("vi")(f"help.frame.{heading}"), []):
        yield Option(written, cell(told.replace(" | ", ", ")))
