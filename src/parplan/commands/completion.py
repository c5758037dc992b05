"""parplan completion SHELL: the lines that make a shell complete what is typed after parplan.

Must not touch the person's own files: where the lines go is said, and left to them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from parplan.options.language import Lang, say
from parplan.options.parameters import Argument
from parplan.output.files.text_out import aside, write
from parplan.output.templates.shipped import completion_script


class Shell(StrEnum):
    """A shell, by the name of its program."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(shell: Annotated[Shell, Argument()], lang: Lang = None) -> None:
    """Print the script, and say where to put it."""
    said = say(lang)
    write(completion_script(shell.value))
    aside(said(f"completion.{shell.value}"))
