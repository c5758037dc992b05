"""What is said of a command line that was typed wrongly: what was meant, and what may stand there.

Must not know any command beyond its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from parplan.cli_frame import EmptyValue, choices_of, command_typed
from parplan.spelling import bare, closest
from parplan.words import Words

_CURLY: Final = re.compile(r"(?:-[^\s=]*=)?[“”„‘’]\S*")
_DASHED: Final = re.compile(r"[–—]-?([A-Za-z]\S*)")
"""What Word makes of quotation marks and of two hyphens: to a shell they are letters like any other."""


def usage_message(error: Any, argv: list[str], said: Words, commands: Collection[str]) -> str:
    """What was typed wrongly, what was probably meant, and where to read on."""
    sentence = signs_of_word(argv, said) or _usage(error, argv, said, commands)
    context = getattr(error, "ctx", None)
    typed = command_typed(argv)
    path = context.command_path if context else f"parplan {typed}" if typed in commands else "parplan"
    return f"{sentence}\n{said('usage.see-help', command=path)}"


def signs_of_word(argv: Sequence[str], said: Words) -> str:
    """Which key to type instead, where a word begins with a sign that only Word puts there."""
    told = []
    if dashed := next(filter(None, map(_DASHED.fullmatch, argv)), None):
        rest = dashed[1]
        told.append(said("usage.dash-of-word", word=dashed[0], meant=f"{'--' if len(rest) > 1 else '-'}{rest}"))
    if curly := next(filter(None, map(_CURLY.fullmatch, argv)), None):
        told.append(said("usage.quotes-of-word", word=curly[0]))
    return "\n".join(told)


def _usage(error: Any, argv: list[str], said: Words, commands: Collection[str]) -> str:
    param = getattr(error, "param", None)
    name = _called(param, argv) if param else ""
    match type(error).__name__:
        case "NoSuchOption" if (command := _command_knowing(error)) is not None:
            return said("usage.option-behind", name=error.option_name, command=command)
        case "NoSuchOption":
            return said("usage.no-such-option", name=error.option_name) + _meant(
                _options_called(error) or error.possibilities or (), said
            )
        case "MissingParameter":
            return said("usage.missing", name=name)
        case "BadOptionUsage":
            has_value = any(word.startswith(f"{error.option_name}=") for word in argv)
            return said("usage.needs-no-value" if has_value else "usage.no-argument", name=error.option_name)
        case "EmptyValue" if param is None:
            return said("usage.blank")
    if param is not None:
        return _wanted(param, name, said, argv, is_empty=isinstance(error, EmptyValue))
    typed = command_typed(argv)
    longer = [name for name in commands if name.startswith(f"{typed} ")]
    if typed is not None and longer:
        near = closest(" ".join(argv[argv.index(typed) :][:2]), longer)
        return said("usage.command-goes-on", name=typed, known=", ".join(longer)) + _meant(
            [near] if near else (), said
        )
    if typed is not None and typed not in commands:
        near = closest(typed, commands) or _command_of_two_words(typed, argv, commands)
        return said("usage.no-such-command", name=typed) + _meant([near] if near else (), said)
    if typed is None:
        return said("usage.missing-command")
    extra = _extra(error)
    is_phrase = len(extra) > 1 or _is_rest(extra[0], argv, typed)
    return said("usage.extra-words" if is_phrase else "usage.extra", words=" ".join(extra))


def _called(param: Any, argv: Sequence[str]) -> str:
    """A parameter by the name under which it was typed, if it was."""
    if param.param_type_name != "option":
        return str(param.metavar or param.name)
    typed = {word.partition("=")[0] for word in argv}
    return str(next((name for name in param.opts if name in typed), param.opts[0]))


def _is_rest(extra: str, argv: Sequence[str], command: str) -> bool:
    """Whether a word stands behind another that was taken for a value by itself, as in «tháng 9»."""
    behind = {before for before, word in pairwise(argv) if word == extra}
    return any(map(str.isalpha, behind - {command, *command.split()}))


def _extra(error: Any) -> list[str]:
    """The words that were too many: the parser names them in brackets, and nowhere else."""
    return str(error.message).partition("(s) (")[2].removesuffix(")").split()


def _wanted(param: Any, name: str, said: Words, argv: Sequence[str], *, is_empty: bool) -> str:
    """What an option takes, where it was given something else."""
    if choices := choices_of(param):
        near = next(filter(None, (closest(value, choices) for value in _given(param, argv))), None)
        meant = _meant([near] if near else (), said)
        return said("usage.bad-choice", name=name, choices=", ".join(choices)) + meant
    if (most := getattr(param.type, "max", None)) is not None:
        return said("usage.bad-number", name=name, least=param.type.min, most=most)
    if is_empty:
        return said("usage.empty", name=name, metavar=param.metavar or name)
    return said("usage.bad-value", name=name)


def _given(param: Any, argv: Sequence[str]) -> Iterator[str]:
    """What was typed for a parameter, as far as a line of words tells; of an argument, any of them."""
    if param.param_type_name == "argument":
        yield from (word for word in argv if not word.startswith("-"))
        return
    for name, value in pairwise([*argv, ""]):
        named, sign, after = name.partition("=")
        if named in param.opts:
            yield after if sign else value


def _command_of_two_words(typed: str, argv: Sequence[str], commands: Collection[str]) -> str | None:
    """The command whose name is two words, of which the first was mistyped; or the first of them alone."""
    both = " ".join(argv[argv.index(typed) :][:2])
    return closest(both, commands) or closest(typed, [name.partition(" ")[0] for name in commands])


def _options_called(error: Any) -> list[str]:
    """The option that takes what was typed as the name of one: --thang for the one that takes a month."""
    named = bare(error.option_name)
    takes = [p for p in error.ctx.command.params if bare((p.metavar or "").replace("_", " ")) == named]
    return [takes[0].opts[0]] if len(takes) == 1 else []


def _command_knowing(error: Any) -> str | None:
    """The command that was asked for, where an option of its own stands before its name."""
    commands = getattr(error.ctx.command, "commands", {}) if error.ctx else {}
    knowing = (n for n, command in commands.items() if any(error.option_name in p.opts for p in command.params))
    return next(knowing, None)


def _meant(near: Sequence[str], said: Words) -> str:
    return said("usage.meant", meant=near[0]) if near else ""
