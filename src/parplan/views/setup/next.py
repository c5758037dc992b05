"""The last line on a terminal: which command may come next, with the options that hold for it too.

Must not run it, or know how the command went beyond what that gave back.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from parplan.words import Words


class Then(NamedTuple):
    """What a command gives back where its outcome decides what comes next; no command: nothing does.

    ``argument`` follows the command's name as it is typed; ``code`` is the exit code.
    """

    command: str = ""
    argument: str = ""
    code: int = 0


NEXT: Final = {
    "validate": "status",
    "status": "guide",
    "show": "log",
    "log": "guide",
    "compare": "gap",
    "gap": "compare",
    "score": "gap",
    "whatif": "coverage",
    "coverage": "status",
    "remind": "status",
    "report": "status",
    "doctor": "guide",
    "schema": "validate",
    "record": "forms status",
    "new-month": "forms status",
    "forms export": "forms status",
    "forms import": "forms status",
    "forms status": "guide",
    "decide": "status",
    "publish": "compare",
    "import plan": "validate",
    "import criteria": "validate",
    "import results": "compare",
    "import agencies": "validate",
    "set": "validate",
    "unset": "validate",
    "rename": "validate",
    "upgrade": "validate",
    "undo": "log",
}
"""After each command the next, unless it gives back another."""

UNSAID: Final = {
    "guide": "it is nothing but what comes next",
    "init": "it says which commands are worth trying first",
    "completion": "it says where its lines go",
    "explain": "whoever reads what a code means is in the middle of mending it",
}
"""Commands after which nothing is said, and why."""

EVERYWHERE: Final = {"lang": "--lang", "root": "--root"}
ROOTLESS: Final = ("explain", "init")
"""Commands that look at no workspace."""

PLANNED: Final = {"plan": "--plan", "as_of": "--as-of"}
OF_A_MONTH: Final = {**PLANNED, "month": "--month"}
OF_UNITS: Final = {"agency": "--agency", "whose": "--agency"}
CARRIED: Final[dict[str, dict[str, str]]] = {
    "guide": PLANNED,
    "status": {**OF_A_MONTH, **OF_UNITS},
    "remind": {**OF_A_MONTH, **OF_UNITS},
    "report": OF_A_MONTH,
    "report-check": {},
    "forms status": {**OF_A_MONTH, **OF_UNITS},
    "show": PLANNED,
    "log": {"plan": "--plan"},
    "record": PLANNED,
    "new-month": PLANNED,
    "forms export": PLANNED,
    "compare": {"plan": "--plan", "place": "--place"},
    "gap": {**PLANNED, "place": "--place"},
    "whatif": {**PLANNED, "place": "--place"},
    "coverage": PLANNED,
}
"""The options of a command that mean the same for the next."""


ONE_OF: Final = {"status": ("month", "as_of")}
"""Options that a command takes one at a time: the first that is there."""


def next_line(command: str, then: Then | None, given: Mapping[str, Any], words: Words) -> str:
    """The line; empty where nothing comes next, or what was asked for was a preview."""
    step = then or Then(NEXT.get(command, ""))
    if not step.command or given.get("dry_run"):
        return ""
    option = step.argument.split(" ")[0].removeprefix("--") if step.argument.startswith("--") else ""
    name = "-".join(filter(None, (step.command, option)))
    carried = _carried(step.command, CARRIED.get(name, CARRIED.get(step.command, {})), given)
    line = " ".join(("parplan", step.command, *filter(None, [step.argument]), *carried))
    return words(f"next.{name}", command=line)


def with_options(line: str, given: Mapping[str, Any]) -> str:
    """A command, ready to be typed but for the options that hold for it too: those it takes and has not yet."""
    words = line.split(" ")
    command = next(name for name in (" ".join(words[:2]), words[0]) if name in NEXT)
    option = next((word.removeprefix("--") for word in words[1:2] if word.startswith("--")), "")
    own = CARRIED.get(f"{command}-{option}", CARRIED.get(command, {}))
    left = {name: value for name, value in given.items() if own.get(name) not in words}
    return " ".join(("parplan", line, *_carried(command, own, left)))


def _carried(command: str, own: Mapping[str, str], given: Mapping[str, Any]) -> Iterator[str]:
    """The options that hold for the next command too, as they are typed."""
    either = [name for name in ONE_OF.get(command, ()) if given.get(name) is not None]
    for name, option in {**own, **EVERYWHERE}.items():
        if name in either[1:]:
            continue
        value = None if name == "root" and command in ROOTLESS else given.get(name)
        if isinstance(value, list | tuple):
            value = value[0] if len(value) == 1 else None
        if value is not None:
            yield f"{option} {typed(str(value))}"


def typed(text: str) -> str:
    """As every shell reads it as one word."""
    return f'"{text}"' if any(letter.isspace() for letter in text) else text
