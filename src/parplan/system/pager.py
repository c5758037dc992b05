"""A long answer page by page, where somebody sits before it: what a screen does not hold goes through a pager.

Must not lose a line: where the pager is missing or breaks, the answer is printed as it is.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import Final, TextIO

from parplan.system.answers import paged as keep_paged
from parplan.system.machine import UTF_8_PAGE, code_page

USUAL: Final = ("less", "more")
"""The first of these that is there, where nobody names another."""

AS_GIT_SETS_THEM: Final = {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"}
"""Colours as they are, gone where one screen is enough, and the answer still there afterwards."""


@contextmanager
def paged() -> Iterator[None]:
    """What is written meanwhile is shown at the end, or before anything is said beside it."""
    pager = pager_command()
    if not pager or (height := screen_height(sys.stdout)) is None:
        yield
        return
    held = _Held(sys.stdout, height, pager)
    with redirect_stdout(held), redirect_stderr(_Beside(sys.stderr, held)):
        try:
            yield
        finally:
            held.release()


def show(text: str) -> None:
    """What was shown in pages before, once more."""
    pager = pager_command()
    if not (pager and _through(pager, text)):
        sys.stdout.write(text)


def pager_command() -> list[str]:
    """The pager that the environment names, else the usual one; none where nobody pages."""
    asked = next((os.environ[name] for name in ("PARPLAN_PAGER", "PAGER") if name in os.environ), None)
    off = os.environ.get("NO_PAGER") or os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    if off or asked in ("", "cat"):
        return []
    every: Sequence[Sequence[str]] = [_words(asked)] if asked else [[name] for name in _usual()]
    return next(([found, *words[1:]] for words in every if (found := shutil.which(words[0]))), [])


def _usual() -> Sequence[str]:
    """Those that know Vietnamese: ``more`` of Windows reads in the code page of its window."""
    return USUAL if code_page() in (None, UTF_8_PAGE) else USUAL[:1]


def _words(typed: str) -> list[str]:
    """A command line in words; a backslash of Windows parts folders."""
    try:
        words = [word.strip('"') for word in shlex.split(typed, posix=os.name != "nt")]
    except ValueError:  # a quotation mark is not closed
        words = []
    return words or [typed]


def screen_height(stream: TextIO) -> int | None:
    """The lines of a terminal; none of what is no terminal, or does not know its size."""
    try:
        return (os.get_terminal_size(stream.fileno()).lines or None) if stream.isatty() else None
    except (OSError, ValueError):
        return None


class _Held(StringIO):
    """Standard output that waits until it is known how long it gets."""

    def __init__(self, real: TextIO, height: int, pager: list[str]) -> None:
        super().__init__()
        self.real, self.height, self.pager = real, height, pager

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.real.fileno()

    def release(self) -> None:
        """Show what came so far: through the pager, if a screen does not hold it with the prompt below."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        is_long = text.count("\n") >= self.height
        if is_long and _through(self.pager, text):
            keep_paged(text)
        else:
            self.real.write(text)


class _Beside(StringIO):
    """Standard error: what stands above on the screen comes first."""

    def __init__(self, real: TextIO, held: _Held) -> None:
        super().__init__()
        self.real, self.held = real, held

    def isatty(self) -> bool:
        return self.real.isatty()

    def fileno(self) -> int:
        return self.real.fileno()

    def write(self, text: str) -> int:
        """Say it, behind what was held."""
        self.held.release()
        return self.real.write(text)

    def flush(self) -> None:
        self.real.flush()


def _through(pager: list[str], text: str) -> bool:
    """Whether the pager showed it; whoever leaves it early has seen enough."""
    sys.stdout.flush()
    try:
        shown = subprocess.Popen(pager, stdin=subprocess.PIPE, env=AS_GIT_SETS_THEM | dict(os.environ))
    except OSError:
        return False
    has_seen_enough = _fed(shown, text)
    while True:
        try:
            return shown.wait() == 0 or has_seen_enough
        except KeyboardInterrupt:  # meant for the pager, which still holds the terminal
            has_seen_enough = True


def _fed(pager: subprocess.Popen[bytes], text: str) -> bool:
    """Give it all, and whether somebody stopped it; a pager that is left does not take the rest."""
    try:
        pager.communicate(text.encode("utf-8", "replace"))
    except KeyboardInterrupt:
        return True
    except OSError:
        return False
    return False
