"""One module per subcommand, one function in it: read, draw facts, word them, show them.

Must not compute, word or draw anything itself. The day of today is asked here and nowhere below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

BEFORE_THE_COMMAND: Final = ("--lang", "--root")
"""Options that are the command's too where they stand before its name."""


def function_of(place: str) -> Callable[..., Any]:
    """A command's own function, which is called like its module; a hyphen or a blank is an underscore there."""
    module = place.replace("-", "_").replace(" ", "_")
    found: Callable[..., Any] = getattr(import_module(f"{__name__}.{module}"), module.rpartition(".")[2])
    return found


def takes_nothing(function: Any) -> bool:
    """Whether a command can be asked for by its name alone: nothing that it takes is required."""
    return bool(len(function.__defaults__ or ()) == function.__code__.co_argcount)


def position_of_command(argv: Sequence[str]) -> int | None:
    """Where a command's name stands: the first word that is neither an option nor the value of one."""
    values = {position + 1 for position, word in enumerate(argv) if word in BEFORE_THE_COMMAND}
    return next((p for p, word in enumerate(argv) if not word.startswith("-") and p not in values), None)
