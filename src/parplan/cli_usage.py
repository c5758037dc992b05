"""What was typed wrongly, in words: an unknown option or command, a value that an option does not take.

Must not know any command beyond its name and what its options take.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import typer

from parplan.spelling import closest
from parplan.words import Words

Usage: type[Exception] = typer.BadParameter.__mro__[1]
"""What the parser raises for anything typed wrongly; typer offers no name of its own for it."""


BEFORE_THE_COMMAND: Final = ("--lang", "--root")
"""Options that are the command's too where they stand before its name."""


class EmptyValue(typer.BadParameter):
    """An option or an argument that was typed and left empty."""


def usage_message(error: Any, argv: list[str], said: Words, commands: Sequence[str]) -> str:
    """What was typed wrongly, what was probably meant, and where to read on."""
    sentence = _usage(error, argv, said, commands)
    context = getattr(error, "ctx", None)
    typed = command_typed(argv)
    path = context.command_path if context else f"parplan {typed}" if typed in commands else "parplan"
    return f"{sentence}\n{said('usage.see-help', command=path)}"


def _usage(error: Any, argv: list[str], said: Words, commands: Sequence[str]) -> str:
    param = getattr(error, "param", None)
    name = (param.opts[0] if param.param_type_name == "option" else param.metavar or param.name) if param else ""
    match type(error).__name__:
        case "NoSuchOption" if (command := _command_knowing(error)) is not None:
            return said("usage.option-behind", name=error.option_name, command=command)
        case "NoSuchOption":
            return said("usage.no-such-option", name=error.option_name) + _meant(error.possibilities or (), said)
        case "MissingParameter":
            return said("usage.missing", name=name)
        case "BadOptionUsage":
            return said("usage.no-argument", name=error.option_name)
        case "EmptyValue" if param is None:
            return said("usage.blank")
    if param is not None:
        return _wanted(param, name, said, is_empty=isinstance(error, EmptyValue))
    typed = command_typed(argv)
    if typed is not None and typed not in commands:
        return said("usage.no-such-command", name=typed) + _meant(
            [near] if (near := closest(typed, commands)) else (), said
        )
    return said("usage.extra" if typed else "usage.missing-command")


def _wanted(param: Any, name: str, said: Words, *, is_empty: bool) -> str:
    """What an option takes, where it was given something else."""
    if choices := choices_of(param):
        return said("usage.bad-choice", name=name, choices=", ".join(choices))
    if (most := getattr(param.type, "max", None)) is not None:
        return said("usage.bad-number", name=name, least=param.type.min, most=most)
    if is_empty:
        return said("usage.empty", name=name, metavar=param.metavar or name)
    return said("usage.bad-value", name=name)


def _command_knowing(error: Any) -> str | None:
    """The command that was asked for, where an option of its own stands before its name."""
    commands = getattr(error.ctx.command, "commands", {}) if error.ctx else {}
    knowing = (n for n, command in commands.items() if any(error.option_name in p.opts for p in command.params))
    return next(knowing, None)


def _meant(near: Sequence[str], said: Words) -> str:
    return said("usage.meant", meant=near[0]) if near else ""


def command_typed(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the value of one: a command's name, if it is spelt well."""
    position = position_of_command(argv)
    return None if position is None else argv[position]


def position_of_command(argv: Sequence[str]) -> int | None:
    """Where that word stands; None where there is none."""
    values = {position + 1 for position, word in enumerate(argv) if word in BEFORE_THE_COMMAND}
    return next((p for p, word in enumerate(argv) if not word.startswith("-") and p not in values), None)


def choices_of(param: Any) -> list[str]:
    """The words that an option may be given, if they are a closed list."""
    return [str(getattr(choice, "value", choice)) for choice in getattr(param.type, "choices", None) or ()]
