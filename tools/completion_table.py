"""Writes src/parplan/completion/command_line.json: the command line as data: completing asks no parser.

Must not decide what completes: an option's kind stands in cli_frame.METAVARS.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import parplan
from parplan.cli import COMMANDS
from parplan.cli_frame import MAY_STAND_ALONE, build
from parplan.completion.candidates import Command, CommandLine, Parameter
from parplan.finding import Code, Family
from parplan.options.parameters import METAVARS
from parplan.options.record.said import KINDS, STATUSES
from parplan.words import LANGUAGES, words

SPOKEN: Final = {"language": LANGUAGES, "status": STATUSES, "decision": KINDS}
"""What is offered of values that may also be typed in other words."""

TARGET: Final = Path(parplan.__file__).parent / "completion" / "command_line.json"
LONGEST: Final = 400
"""What is longer is written on several lines, in characters."""


def command_line() -> CommandLine:
    """Everything that can be typed, with its help in every language."""
    codes = {code.slug: _in_every_language(f"severity.{code.severity.value}") for code in Code}
    families = {family.value: _in_every_language(f"family.{family.value}") for family in Family}
    commands = {name: _command(name) for name in ("", *COMMANDS)}
    return {"languages": list(LANGUAGES), "commands": commands, "codes": codes | families}


def text() -> str:
    """The file as it should be: a line for each option and each code, so that a change shows as one."""
    return written(command_line()) + "\n"


def written(tree: Any, indent: str = "") -> str:
    """Data as JSON that a person can read the changes of."""
    flat = json.dumps(tree, ensure_ascii=False)
    if len(flat) <= LONGEST or not tree:
        return flat
    deeper = indent + " "
    if isinstance(tree, dict):
        parts = [
            f"{deeper}{json.dumps(key, ensure_ascii=False)}: {written(value, deeper)}"
            for key, value in tree.items()
        ]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(f"{deeper}{written(value, deeper)}" for value in tree) + f"\n{indent}]"


def _in_every_language(key: str) -> dict[str, str]:
    return {language: words(language)(key) for language in LANGUAGES}


def _command(name: str) -> Command:
    program = build([name], COMMANDS, words(LANGUAGES[0]))
    command = program.commands[name] if name else program
    made = [(param.param_type_name, _parameter(param)) for param in command.params]
    helped: Parameter = {
        "names": ["-h", "--help"],
        "help": _in_every_language("help.option.help"),
        "kind": "",
        "choices": [],
        "flag": True,
        "several": False,
        "alone": False,
    }
    return {
        "help": _in_every_language(f"help.command.{name}" if name else "help.program"),
        "options": [*(parameter for which, parameter in made if which == "option"), helped],
        "arguments": [parameter for which, parameter in made if which == "argument"],
    }


def _parameter(param: Any) -> Parameter:
    kind = METAVARS.get(param.name, "")
    names = list(param.opts) if param.param_type_name == "option" else []
    choices = SPOKEN.get(kind) or getattr(param.type, "choices", None) or ()
    return {
        "names": names,
        "help": _in_every_language(f"help.option.{param.name.rstrip('_')}"),
        "kind": kind,
        "choices": [str(getattr(choice, "value", choice)) for choice in choices],
        "flag": bool(getattr(param, "is_flag", False)),
        "several": param.nargs == -1 or bool(getattr(param, "multiple", False)),
        "alone": bool(MAY_STAND_ALONE.keys() & set(names)),
    }


if __name__ == "__main__":
    TARGET.write_bytes(text().encode())
