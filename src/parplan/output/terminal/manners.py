"""How a command behaves towards whoever sits before it: what it leaves unsaid, page by page, what may come next.

Must not know what a command does, or load what this run has no use for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

from parplan.output.files.text_out import HUSHED, aside
from parplan.words import Words

PAGED: Final = frozenset(
    (
        *("guide", "validate", "explain", "status", "show", "log", "doctor"),
        *("compare", "gap", "score", "whatif", "coverage", "forms status"),
    )
)
"""Commands that only read: no question waits behind the page, and no file is made."""

FOR_PEOPLE: Final = (None, "table", "text", "docx", "xlsx", "pdf")
"""Values of --format that no machine reads from the screen."""


def mannered(command: str, params: dict[str, Any], run: Callable[[], Any], said: Words) -> Any:
    """Run a command with the manners asked for. What it gives back may say what comes next, and the exit code."""
    is_quiet, is_unpaged = (bool(params.pop(name, False)) for name in ("quiet", "no_pager"))
    is_for_people = sys.stdout.isatty() and _is_for_people(params)
    token = HUSHED.set(is_quiet)
    try:
        with _paged() if is_for_people and command in PAGED and not is_unpaged else nullcontext():
            then = run()
        if is_for_people and sys.stderr.isatty() and not os.environ.get("CI"):
            _tell_next(command, then, params, said)
    finally:
        HUSHED.reset(token)
    return getattr(then, "code", None)


def _is_for_people(params: Mapping[str, Any]) -> bool:
    """Whether the answer is to be read here and now: no machine's form, and no file on standard output."""
    forms = (params.get(name) for name in ("format_", "form_format"))
    return all(form in FOR_PEOPLE for form in forms) and "-" not in (str(v) for v in params.values())


def _paged() -> AbstractContextManager[None]:
    from parplan.system.pager import paged

    return paged()


def _tell_next(command: str, then: Any, params: Mapping[str, Any], said: Words) -> None:
    from parplan.views.setup.next import next_line

    if line := next_line(command, then, params, said):
        aside(line)
