"""Writes src/parplan/cli_help.json: what every help page says, so that asking for one asks no parser.

Must not word anything: the catalogues do, under ``help``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import parplan
from completion_table import written
from parplan.cli import COMMANDS
from parplan.cli_frame import MAY_STAND_ALONE, build, choices_of
from parplan.cli_help import PROGRAM, Page, Pages
from parplan.words import LANGUAGES, Language, Words, words

TARGET = Path(parplan.__file__).parent / "cli_help.json"


def text() -> str:
    """The file as it should be."""
    made: Pages = {
        "usage": {language: words(language)("help.frame.usage") for language in LANGUAGES},
        "example": {language: words(language)("help.frame.example") for language in LANGUAGES},
        "pages": {language: _pages(language) for language in LANGUAGES},
    }
    return written(made) + "\n"


def _pages(language: Language) -> dict[str, Page]:
    said = words(language)
    return {name: _page(name, said) for name in (PROGRAM, *COMMANDS)}


def _page(name: str, said: Words) -> Page:
    program = build([name], COMMANDS, said)
    params = program.commands[name].params if name else program.params
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [(_named(param), _told(param, said)) for param in params if param not in arguments]
    every = {
        "arguments": [(param.metavar or param.name, _told(param, said)) for param in arguments],
        "options": [*options, ("-h, --help", said("help.option.help"))],
        "commands": [] if name else [(command, said(f"help.command.{command}")) for command in COMMANDS],
    }
    pieces = [*map(_piece, arguments)] if name else [said("help.frame.command-metavar")]
    return {
        "example": said(f"help.example.{name or 'program'}"),
        "usage": " ".join([said("help.frame.options-metavar"), *pieces]),
        "told": said(f"help.command.{name}" if name else "help.program"),
        "lists": {said(f"help.frame.{heading}"): rows for heading, rows in every.items() if rows},
    }


def _piece(param: Any) -> str:
    """An argument as the line of usage writes it: in brackets if it may be left out, dotted if repeated."""
    name = str(param.metavar or param.name)
    name = f"{name} …" if param.nargs == -1 else name
    return name if param.required else f"[{name}]"


def _named(param: Any) -> str:
    """An option's names, and what it takes."""
    names = ", ".join(param.opts)
    if getattr(param, "is_flag", False):
        return names
    metavar = f"[{param.metavar}]" if MAY_STAND_ALONE.keys() & set(param.opts) else param.metavar or ""
    return f"{names} {metavar}".rstrip()


def _told(param: Any, said: Words) -> str:
    """An option's help, what may be chosen, and what is taken if nothing is."""
    parts = [said(f"help.option.{param.name.rstrip('_')}")]
    if choices := choices_of(param):
        parts.append("(" + " | ".join(choices) + ")")
    default = getattr(param.default, "value", None)
    if default is not None:
        parts.append(f"[{said('help.frame.default', value=default)}]")
    if param.required:
        parts.append(f"[{said('help.frame.required')}]")
    return " ".join(parts)


if __name__ == "__main__":
    TARGET.write_bytes(text().encode())
