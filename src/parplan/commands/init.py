"""parplan init [FOLDER]: a new workspace that validates, ready for the editor; with --example, a copy of ours.

Must not write over anything.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Annotated

from parplan.finding import Stop
from parplan.options.days import named_month
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Example, Option
from parplan.output.files.new_workspace import editor_files, example_files, starting_files, write_new
from parplan.output.files.text_out import aside
from parplan.output.terminal.ask import ask, can_ask
from parplan.views.setup.init import init_messages
from parplan.words import Words


def init(
    folder: Annotated[Path, Argument()] = Path(),
    example: Annotated[Example | None, Option("--example")] = None,
    plan: Annotated[str | None, Option("--year")] = None,
    province: Annotated[str | None, Option("--province")] = None,
    starts: Annotated[str | None, Option("--starts")] = None,
    lang: Lang = None,
) -> None:
    """Make a workspace in an empty or a new folder."""
    said = say(lang)
    for name, given in {"--year": plan, "--province": province, "--starts": starts}.items():
        if example and given:
            raise Stop("options-exclude", first="--example", second=name)
    files = example_files(example) if example else _starting(plan, province, starts, said)
    files |= editor_files(files, said)
    write_new(folder, files)
    aside("\n".join(init_messages(str(folder), files, example, said)))


def _starting(year: str | None, province: str | None, starts: str | None, said: Words) -> dict[str, bytes]:
    """The files of an empty workspace; on a terminal, what was not said is asked for, one question a line.

    The year is never taken from the clock: a plan is often written down in another.
    """
    if year is not None:
        _year(year)  # before anything else is asked
    if can_ask():
        year = year or ask(said("init.ask.year"), _year, said)
        province = province or ask(said("init.ask.province"), str, said)
        starts = starts or ask(said("init.ask.starts"), lambda text: _month(text, str(year)), said)
    if year is None:
        raise Stop("init-year-missing")
    name = " ".join((province or "").split())
    return starting_files(year, unicodedata.normalize("NFC", name) or said("init.province"), _month(starts, year))


def _year(text: str) -> str:
    """A plan's year, as it is typed."""
    if not re.fullmatch(r"(?:19|2[0-9])[0-9]{2}", text):
        raise Stop("year-invalid", text=text)
    return text


def _month(asked: str | None, year: str) -> str:
    """The month in which the plan starts, its first unless another is said: 3, or the year and the month."""
    found = named_month(asked or "1")
    if found is None or found.year not in (None, year):
        raise Stop("starts-invalid", text=asked or "", year=year)
    return str(found.of(year))
