"""A question on a terminal, one line, until the answer can be read.

Must not ask where nobody answers: in a pipe there is nobody.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from rich.padding import Padding
from rich.prompt import InvalidResponse, PromptBase

from parplan.finding import Stop
from parplan.output.terminal.console import console
from parplan.output.terminal.rows import Text
from parplan.words import Words

T = TypeVar("T")


class Ended(KeyboardInterrupt):
    """Whoever answered said that this is the end of it: Ctrl-D, or Ctrl-Z on Windows."""


def can_ask() -> bool:
    """Whether somebody sits before it: what is asked is seen, and what is answered comes from a keyboard."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, read: Callable[[str], T], words: Words) -> T:
    """The answer, read; what ``read`` refuses with a Stop is said, and asked again. Raises Ended."""

    class Question(PromptBase[T]):
        prompt_suffix = " "

        def process_response(self, value: str) -> T:
            try:
                return read(value.strip())
            except Stop as stop:
                raise InvalidResponse(Text(words(f"stop.{stop.reason}", **stop.values))) from None

    try:
        return Question(Text(question), console=console(), show_default=False, show_choices=False)()
    except EOFError:
        raise Ended from None


def tell(text: str) -> None:
    """A line between the questions; what follows of one that is set in is set in as far."""
    line = text.lstrip(" ")
    console().print(Padding(Text(line), (0, 0, 0, len(text) - len(line)), expand=False))
