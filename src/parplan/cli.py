"""The list of commands, the one door for errors, and the exit codes.

Must not know what a command does; only the one that was asked for is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import errorcode
from typing import Any, Final

from parplan import __version__

COMMANDS: Final = {
    **{name: name for name in ("guide", "validate", "explain", "status", "show")},
    **{name: f"points.{name}" for name in ("compare", "gap", "score", "whatif", "coverage")},
    **{name: name for name in ("log", "remind", "report")},
    **{name: f"write.{name}" for name in ("record", "new-month", "decide", "publish")},
    "forms export": "forms.export",
    "forms import": "write.forms import",
    "forms status": "forms.status",
    **{f"import {name}": f"write.import {name}" for name in ("plan", "criteria", "results", "agencies")},
    **{name: f"write.{name}" for name in ("set", "unset", "rename", "undo", "upgrade")},
    **{name: name for name in ("schema", "init", "doctor", "completion")},
}
"""Each with its module under parplan.commands, in which a function of the same name is.

A hyphen is written _ there, and so is a blank: a name may be two words.
"""

KEPT: Final = frozenset({"validate", "status", "show", "compare", "gap", "score", "coverage"})
"""Commands whose answers are kept: they look at the data, the day and the terminal, and at nothing else."""

NO_CACHE: Final = "--no-cache"
"""What every command takes, wherever it stands."""

LONGEST_WORD: Final = 400
"""Letters; Windows takes a path of 260."""

NO_ROOM: Final = ("ENOSPC", "EDQUOT", "EROFS", "EIO", "EBADF")
"""Why nothing more can be written: by name, for not every system has all of them."""

FINE, FOUND, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> None:
    """The entry point: run a command and leave with its exit code."""
    gc.disable()  # a command makes many small objects and no rubbish: looking for some takes longer than the rest
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it asks every package that is installed
    _stand_in_for_closed_streams()
    _speak_utf8()
    try:
        code = run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # while the program was still being read: there are no words yet
        code = INTERRUPTED
    gc.freeze()  # Python looks once more when it leaves, asked to or not
    sys.exit(code)


def run(argv: list[str]) -> int:
    """Run a command. Never raises for what a person typed or wrote."""
    if argv in (["--version"], ["-V"]):
        return _told(argv, _tell_version)
    if argv[:1] == ["complete"]:  # asked for by shells, at every Tab: the frame alone would take too long
        from parplan.commands.complete import complete

        complete(argv[1:])
        return FINE
    if (asked := _page_asked(argv)) is not None:
        from parplan.cli_help import tell

        return _told(argv, lambda: tell(asked))
    if NO_CACHE not in argv and _is_kept(argv):
        from parplan.system.answers import given

        return _told(argv, lambda: given(argv, lambda: _carried_out(argv)))
    return _carried_out([word for word in argv if word != NO_CACHE])


def _is_kept(argv: list[str]) -> bool:
    """Whether the command itself is one whose answers are kept, whatever other words stand on the line."""
    from parplan.commands import position_of_command

    position = position_of_command(argv)
    return position is not None and argv[position] in KEPT


def _page_asked(argv: list[str]) -> str | None:
    """The command whose help page is asked for, and nothing else; any longer line is left to the parser."""
    match argv:
        case [*words, "--help" | "-h"] | ["help", *words]:
            name = " ".join(words)
            return name if name in COMMANDS or not words else None
    return None if argv else ""


def _carried_out(argv: list[str]) -> int:
    """What a command comes to, and what is said of whatever went wrong."""
    from parplan.finding import Stop
    from parplan.words import words

    said = words(_language(argv))
    try:
        result = _result(argv, said)
        # what cannot be written is found out here, not when Python itself leaves
        sys.stdout.flush()
    except Stop as stop:
        meant = said("usage.meant", meant=stop.near) if stop.near else ""
        sentence = said(f"stop.{stop.reason}", **stop.values) + meant
        return _complain(f"{_signs(argv, said)}{sentence}", stop.exit_code)
    except BrokenPipeError:
        # the reader went away, as `head` does: nothing is wrong, and nothing more can be said
        _silence(sys.stdout)
        return FINE
    except SystemExit:  # how the parser itself leaves where the reader went away
        _silence(sys.stdout)
        return FINE
    except KeyboardInterrupt:
        return _complain(said("interrupted"), INTERRUPTED)
    except Exception as error:
        return _unforeseen(error, said)
    if result == INTERRUPTED:  # the parser catches the interruption itself, and says nothing
        return _complain(said("interrupted"), INTERRUPTED)
    return result if isinstance(result, int) else FINE


def _signs(argv: list[str], said: Any) -> str:
    """A line on the signs that Word puts in the place of those of a keyboard, if any were typed."""
    if all(map(str.isascii, argv)):
        return ""
    from parplan.cli_usage import signs_of_word

    told = signs_of_word(argv, said)
    return f"{told}\n" if told else ""


def _result(argv: list[str], said: Any) -> Any:
    """What the command's own function gives back. The parser is imported only if there is something to parse."""
    from parplan.commands import function_of, takes_nothing
    from parplan.output.terminal.manners import mannered

    if len(argv) == 1 and argv[0] in COMMANDS and takes_nothing(alone := function_of(COMMANDS[argv[0]])):
        return mannered(argv[0], {}, alone, said)
    return _parsed(argv, said)


def _parsed(argv: list[str], said: Any) -> Any:
    from parplan.cli_frame import Abort, Usage, build, words_meant

    argv = words_meant(argv, COMMANDS)
    try:
        return build(argv, COMMANDS, said)(argv, prog_name="parplan", standalone_mode=False)
    except Usage as error:
        from parplan.cli_usage import usage_message

        return _complain(usage_message(error, argv, said, COMMANDS), USAGE)
    except Abort:  # standard input ended before a question was answered
        return INTERRUPTED


def _tell_version() -> int:
    """Without the frame round the commands, which takes ten times as long."""
    sys.stdout.write(f"parplan {__version__}\n")
    sys.stdout.flush()
    return FINE


def _told(argv: list[str], tell: Callable[[], int]) -> int:
    """What is known without asking the parser, told to whoever still listens."""
    try:
        return tell()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        from parplan.words import words

        return _unforeseen(error, words(_language(argv)))
    return FINE


def _language(argv: list[str]) -> Any:
    """The language is needed before options are parsed: help texts and errors of parsing are in it."""
    from parplan.options.language import language

    for position, word in enumerate(argv):
        if word == "--lang" and position + 1 < len(argv):
            return language(argv[position + 1])
        if word.startswith("--lang="):
            return language(word.partition("=")[2])
    return language(None)


def _unforeseen(error: Exception, said: Any) -> int:
    """A disk that is full is the person's to know; anything else is a bug of ours."""
    if os.environ.get("PARPLAN_DEBUG"):
        raise error
    if isinstance(error, OSError) and errorcode.get(error.errno or 0) in NO_ROOM:
        # nothing more can be written there, not even when Python itself leaves
        _silence(sys.stdout)
        return _complain(said("stop.output-full", cause=error), USAGE)
    return _complain(said("bug", mark=_bug_mark(error)), BUG)


def _complain(sentence: str, code: int) -> int:
    """Say it, if anybody can hear; the exit code says it in any case."""
    from parplan.output.files.text_out import aloud

    try:
        aloud(_shortened(sentence))
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)
    return code


def _shortened(sentence: str) -> str:
    """A sentence that repeats what was typed, without the middle of a word that no system takes for a path."""
    import re

    return re.sub(rf"\S{{{LONGEST_WORD},}}", lambda word: f"{word[0][:100]}…{word[0][-100:]}", sentence)


def _silence(stream: Any) -> None:
    """Nothing more can be written there, and Python must not find that out when it leaves."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _bug_mark(error: Exception) -> str:
    """Where a bug of ours showed itself: enough to find it, and no traceback for the officer."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = trace.tb_frame.f_code.co_name if trace else ""
    line = trace.tb_lineno if trace else 0
    return f"{type(error).__name__}-{place}-{line}"


def _stand_in_for_closed_streams() -> None:
    """A service, pythonw or ``>&-`` starts a program without some stream: what it says then goes nowhere.

    In the order of their numbers, for a file takes the lowest free one: none of ours may become a stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _speak_utf8() -> None:
    """Vietnamese must come out of a cp1258 console and through a pipe; what an encoding lacks becomes "?"."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
