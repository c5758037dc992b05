"""What is said of a command line that was typed wrongly: what was meant, and what may stand there.

Must not know any command beyond its name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from parplan.cli_frame import EmptyValue, choices_of, command_typed
from parplan.spelling import closest
from parplan.words import Words


def usage_message(error: Any, argv: list[str], said: Words, commands: Collection[str]) -> str:
    """What was typed wrongly, what was probably meant, and where to read on."""
    sentence = _usage(error, argv, said, commands)
    context = getattr(error, "ctx", None)
    typed = command_typed(argv)
    path = context.command_path if context else f"parplan {typed}" if typed in commands else "parplan"
    return f"{sentence}\n{said('usage.see-help', command=path)}"


def _usage(error: Any, argv: list[str], said: Words, commands: Collection[str]) -> str:
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
    longer = [name for name in commands if name.startswith(f"{typed} ")]
    if longer:
        return said("usage.command-goes-on", name=typed, known=", ".join(longer))
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
