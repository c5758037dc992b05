"""parplan init [FOLDER]: a new workspace that validates, ready for the editor; with --example, the sample.

Must not write over anything.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from parplan.commands.speech import Lang, say
from parplan.finding import Stop
from parplan.render.new_workspace import editor_files, example_files, starting_files, write_new
from parplan.render.out import aside
from parplan.views.init import init_messages


def init(
    folder: Annotated[Path, typer.Argument()] = Path(),
    example: Annotated[bool, typer.Option("--example")] = False,
    plan: Annotated[str | None, typer.Option("--year")] = None,
    lang: Lang = None,
) -> None:
    """Make a workspace in an empty or a new folder."""
    said = say(lang)
    if example and plan:
        raise Stop("options-exclude", first="--example", second="--year")
    files = example_files() if example else starting_files(_year(plan))
    files |= editor_files(files, said)
    write_new(folder, files)
    aside("\n".join(init_messages(str(folder), files, example, said)))


def _year(asked: str | None) -> str:
    """The plan's year: the one asked for, else that of today."""
    if asked is None:
        return str(date.today().year)
    if not re.fullmatch(r"(?:19|2[0-9])[0-9]{2}", asked):
        raise Stop("year-invalid", text=asked)
    return asked
