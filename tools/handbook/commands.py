"""What the handbook tells of each command: its help, arguments and options, and examples that run.

Must not explain an option: the catalogue does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final


from ruamel.yaml import YAML

from handbook.drawing import SITE, cell
from parplan.cli import COMMANDS
from parplan.cli_frame import MAY_STAND_ALONE, build, choices_of
from parplan.words import words

SHARED: Final = ("--lang", "--root", "--help")
"""Options that every command has: they are told once."""
USUAL: Final = "quang-nam-2022"


@dataclass(frozen=True)
class Option:
    """An option or an argument: as it is written, and what is told of it."""

    written: str
    told: str
    names: tuple[str, ...]


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
    """The options that every command has."""
    said = words("vi")
    program = build(["status"], COMMANDS, said)
    known = {option.names[-1]: option for option in _options(program.commands["status"], "option")}
    helped = Option("-h, --help", said("help.option.help"), ("-h", "--help"))
    return [known.get(name, helped) for name in SHARED]


def _command(name: str, told: Mapping[str, Any]) -> CommandPage:
    command = build([name], COMMANDS, words("vi")).commands[name]
    within = told.get("within", USUAL)
    examples = tuple(
        Example(one["says"], tuple(one["lines"]), one.get("within", within), one.get("files", {}))
        for one in told["examples"]
    )
    return CommandPage(
        name,
        command.help,
        tuple(_options(command, "argument")),
        tuple(one for one in _options(command, "option") if one.names[-1] not in SHARED),
        examples,
        within,
        told.get("more", ""),
    )


def _options(command: Any, kind: str) -> Iterator[Option]:
    for param in command.params:
        if param.param_type_name == kind:
            names = tuple(param.opts) if kind == "option" else (str(param.metavar or param.name),)
            yield Option(_written(param, names), cell(_told(param)), names)


def _written(param: Any, names: tuple[str, ...]) -> str:
    if param.param_type_name == "argument":
        return names[0]
    metavar = "" if getattr(param, "is_flag", False) else str(param.metavar or "")
    if MAY_STAND_ALONE.keys() & set(names):
        metavar = f"[{metavar}]"
    return f"{', '.join(names)} {metavar}".strip()


def _told(param: Any) -> str:
    """What an option is for, and the words it may be given."""
    choices = ", ".join(f"`{choice}`" for choice in choices_of(param))
    needed = words("vi")("help.frame.required") if param.required else ""
    default = getattr(param.default, "value", None)
    taken = words("vi")("help.frame.default", value=f"`{default}`") if default is not None else ""
    return ". ".join(part for part in (param.help or "", choices, taken, needed) if part)
