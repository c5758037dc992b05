"""parplan complete INDEX WORD…: what the word of that number may become; shells ask it, no person does.

Must not complain: who presses Tab is in the middle of a line. Must not import more than it needs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from parplan.completion.candidates import candidates
from parplan.output.files.text_out import write


def complete(argv: Sequence[str]) -> None:
    """Write one ``value<TAB>what it is`` a line; nothing at all for whatever cannot be completed.

    The words are those behind the program's name, counted from 1. One of that number need not be there: it is
    empty then, and Windows PowerShell drops empty words.
    """
    try:
        number, words = int(argv[0]), list(argv[1:])
        word = words[number - 1] if number <= len(words) else ""
        found = candidates(words[: number - 1], word, Path.cwd(), date.today(), os.environ.get("PARPLAN_LANG", ""))
        write("".join(f"{value}\t{told}\n" if told else f"{value}\n" for value, told, _ in found))
        sys.stdout.flush()
    except BrokenPipeError:
        # the shell no longer waits, and Python must not find that out when it leaves
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (Exception, KeyboardInterrupt):
        if os.environ.get("PARPLAN_DEBUG"):
            raise
