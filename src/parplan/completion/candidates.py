"""What may stand at the cursor of a command line: commands, options, and names out of the workspace.

Must not import the parser, the model or the checks: somebody has pressed Tab and waits. Must not print.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from parplan.completion.names import Candidate, Glance
from parplan.spelling import fold

LISTS: Final = "code"
"""The kind of value of which an option takes several at once, with commas between them."""

LEFT_TO_THE_SHELL: Final = ("file", "folder")
"""Kinds of value that every shell completes by itself: the answer is the kind behind a colon, and nothing else."""

FROM_THE_WORKSPACE: Final[dict[str, Callable[[Glance], Iterator[Candidate]]]] = {
    "agency": Glance.agencies,
    "task": Glance.tasks,
    "index": Glance.indexes,
    "month": Glance.months,
    "quarter": Glance.quarters,
    "half": Glance.halves,
    "old-id": Glance.ids,
    "plan": Glance.plans,
    "year": Glance.years,
}
"""What each kind of value is completed with; which parameter is of which kind stands in ``cli_frame.METAVARS``."""


class Parameter(TypedDict):
    """An option, or an argument (which has no names). ``alone``: its value may be left out."""

    names: list[str]
    help: dict[str, str]
    kind: str
    choices: list[str]
    flag: bool
    several: bool
    alone: bool


class Command(TypedDict):
    """A command; the one named "" is the program itself."""

    help: dict[str, str]
    options: list[Parameter]
    arguments: list[Parameter]


class CommandLine(TypedDict):
    """All that can be typed and does not depend on a workspace."""

    languages: list[str]
    commands: dict[str, Command]
    codes: dict[str, dict[str, str]]


@cache
def command_line() -> CommandLine:
    """The command line as data: ``make docs`` writes it down, for asking the parser takes too long."""
    known: CommandLine = json.loads(Path(__file__).with_name("command_line.json").read_bytes())
    return known


def candidates(words: Sequence[str], word: str, place: Path, day: date, language: str = "") -> list[Candidate]:
    """What ``word`` may become, behind ``words``, for somebody in the folder ``place`` on that day."""
    line = _Line(words)
    languages = command_line()["languages"]
    wanted = line.values.get("--lang", language)
    answer = _Answer(line, Glance(place, line.values, day), wanted if wanted in languages else languages[0])
    return answer.to(word)


class _Line:
    """What stands before the cursor."""

    def __init__(self, words: Sequence[str]) -> None:
        self.command = ""
        self.is_known = True
        self.values: dict[str, str] = {}
        self.given: set[str] = set()
        self.arguments = 0
        self.waiting: Parameter | None = None
        self.options_ended = False
        for word in words:
            self._take(word)

    def _take(self, word: str) -> None:
        is_option = word.startswith("-") and word != "-" and not self.options_ended
        waiting, self.waiting = self.waiting, None
        if waiting is not None and not (waiting["alone"] and is_option):
            self.values[waiting["names"][-1]] = word
        elif word == "--" and is_option:
            self.options_ended = True
        elif is_option:
            self._take_option(*word.partition("="))
        elif self.command and self.is_known:
            self.arguments += 1
        else:
            self.command = f"{self.command} {word}".lstrip()
            self.is_known = self.command in command_line()["commands"]

    def _take_option(self, name: str, sign: str, value: str) -> None:
        option = self.option(name)
        if option is None:
            return
        self.given.add(option["names"][-1])
        if sign:
            self.values[option["names"][-1]] = value
        elif not option["flag"]:
            self.waiting = option

    def option(self, name: str) -> Parameter | None:
        known = command_line()["commands"].get(self.command)
        return next((option for option in known["options"] if name in option["names"]), None) if known else None

    def options_left(self) -> Iterator[Parameter]:
        for option in command_line()["commands"][self.command]["options"]:
            if option["several"] or option["names"][-1] not in self.given:
                yield option

    def argument(self) -> Parameter | None:
        """The argument that stands at the cursor, if the command takes one more."""
        known = command_line()["commands"][self.command]["arguments"]
        if self.arguments < len(known):
            return known[self.arguments]
        return known[-1] if known and known[-1]["several"] else None


class _Answer:
    """Answers for one line, in one workspace and language."""

    def __init__(self, line: _Line, workspace: Glance, language: str) -> None:
        self.line = line
        self.workspace = workspace
        self.language = language

    def to(self, word: str) -> list[Candidate]:
        """What the word may become."""
        line = self.line
        is_option = word.startswith("-") and not line.options_ended
        if not line.is_known:
            return matching(word, self._commands()) if not is_option and line.waiting is None else []
        if line.waiting is not None and not (line.waiting["alone"] and is_option):
            return self._values(line.waiting, word)
        if is_option:
            name, sign, value = word.partition("=")
            return self._signed(name, value) if sign else matching(word, self._options())
        if not line.command:
            return matching(word, self._commands())
        argument = line.argument()
        if argument is not None:
            return self._values(argument, word)
        return [] if word or line.options_ended else list(self._options())

    def _commands(self) -> Iterator[Candidate]:
        """The next word of each command whose name goes on behind what stands there, each word once."""
        begun = self.line.command and f"{self.line.command} "
        offered = set[str]()
        for name, command in command_line()["commands"].items():
            word, _, more = name.removeprefix(begun).partition(" ")
            if name and name.startswith(begun) and word not in offered:
                offered.add(word)
                yield Candidate(word, "" if more else command["help"][self.language])

    def _options(self) -> Iterator[Candidate]:
        for option in self.line.options_left():
            yield Candidate(option["names"][-1], option["help"][self.language])

    def _signed(self, name: str, value: str) -> list[Candidate]:
        """``--agency=so``: the whole word stands at the cursor, so the whole word is answered."""
        option = self.line.option(name)
        if option is None or option["flag"]:
            return []
        found = self._values(option, value)
        return found if option["kind"] in LEFT_TO_THE_SHELL else _behind(f"{name}=", found)

    def _values(self, parameter: Parameter, word: str) -> list[Candidate]:
        kind = parameter["kind"]
        if parameter["choices"]:
            return matching(word, map(Candidate, parameter["choices"]))
        if kind in LEFT_TO_THE_SHELL:
            return [Candidate(f":{kind}")]
        if kind == LISTS:
            return self._codes(word, listed=bool(parameter["names"]))
        draw = FROM_THE_WORKSPACE.get(kind)
        return matching(word, draw(self.workspace)) if draw else []

    def _codes(self, word: str, listed: bool) -> list[Candidate]:
        before, comma, last = word.rpartition(",") if listed else ("", "", word)
        known = command_line()["codes"].items()
        left = (Candidate(code, told[self.language]) for code, told in known if code not in before.split(","))
        return _behind(before + comma, matching(last, left))


def matching(word: str, known: Iterable[Candidate]) -> list[Candidate]:
    """Those that begin with the word; where none does, those with a name in which a word begins so.

    Case and diacritics do not matter, and a hyphen stands for the blank that a shell would cut at.
    """
    every, typed = list(known), _plain(word)
    found = [candidate for candidate in every if _plain(candidate.value).startswith(typed)]
    if found or not typed.strip("-"):
        return found
    return [c for c in every if any(f"-{typed}" in f"-{_plain(name)}" for name in c.names)]


def _plain(text: str) -> str:
    return fold(text).replace(" ", "-")


def _behind(before: str, found: Iterable[Candidate]) -> list[Candidate]:
    return [candidate._replace(value=before + candidate.value) for candidate in found]
