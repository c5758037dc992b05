"""A finished text to where it was asked for: standard output, or a file.

Must not change a character of it: some texts have line ends of their own.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable
from contextlib import suppress
from contextvars import ContextVar
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from parplan.output.text.visible import printed, quiet, visible

if TYPE_CHECKING:
    from parplan.output.files.save import Saved

PIPE_WIDTH: Final = 100
NARROWEST: Final = 40

HUSHED: Final = ContextVar("hushed", default=False)
"""Whether nothing is to be said beside the answer: --quiet."""


def write(
    text: str | Iterable[str], output: Path | None = None, *, commands: bool = False, beside: bool = True
) -> Saved | None:
    """Write to standard output for none, or for "-"; else to a file, never over what isn't ours to replace.

    What is printed can't act on a terminal or a runner of jobs, unless ``commands`` to the runner are what it is.
    A text for a file that isn't ours goes under the next free name or, if not ``beside``, nowhere: Stop. What a
    machine reads would otherwise be missed where it looks for it. A long text may come in pieces, as it is made.
    """
    pieces = (text,) if isinstance(text, str) else text
    if output is not None and str(output) != "-":
        from parplan.output.files.save import save_text  # only who writes a file needs all that it takes

        return save_text("".join(pieces), output, beside=beside)
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would end each line twice
        sys.stdout.reconfigure(newline="")
    for piece in pieces:
        sys.stdout.write(printed(piece, commands=commands))
    return None


def write_patch(text: str) -> None:
    """Print a patch. Into a pipe its letters go as they are, for git looks for them; no line commands a runner."""
    sys.stdout.write(printed(text) if sys.stdout.isatty() else quiet(text))


def aside(text: str) -> None:
    """Say something beside the answer, unless nobody wants to hear it."""
    if not HUSHED.get():
        aloud(text)


def aloud(text: str) -> None:
    """Say what must be heard: on standard error, where messages go; on a screen, in lines that fit."""
    shown = visible(text)
    if sys.stderr.isatty():
        shown = "\n".join(_fitted(line, screen_width(sys.stderr)) for line in shown.split("\n"))
    sys.stderr.write(quiet(shown) + "\n")


def screen_width(stream: TextIO) -> int:
    """What the environment says, where that is a number of columns; else how wide it is; of a pipe, always one."""
    asked = os.environ.get("COLUMNS", "")
    if re.fullmatch("[0-9]{1,4}", asked) and int(asked):
        return int(asked)
    with suppress(OSError, ValueError):  # no window behind it, or none that knows its size
        return (os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0) or PIPE_WIDTH
    return PIPE_WIDTH


def _fitted(line: str, width: int) -> str:
    """A line in several, as far in as it is itself; a path, a day or a name of an option stays whole."""
    text = line.lstrip(" ")
    return wrapped(text, max(width, NARROWEST), " " * (len(line) - len(text)))


def wrapped(text: str, width: int, indent: str) -> str:
    """A text in lines; the parser's own way breaks values such as done-late, and days, at their hyphens."""
    wrapper = textwrap.TextWrapper(
        width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    return wrapper.fill(text)


def write_markdown(text: str, output: Path) -> Saved:
    """Write with a seal, never over what a hand has changed; to standard output, for "-", without one."""
    from parplan.output.files.save import Saved, save
    from parplan.output.files.seal import sealed_text

    if str(output) == "-":
        write(text)
        return Saved(output, "new")
    return save(sealed_text(text), output)
