"""What a file says or is called, made harmless to what prints it: a terminal, and the log of a runner of jobs.

Must not hide anything: what would act, or not be seen, is shown as a sign of its own.
"""

from __future__ import annotations

import re
from typing import Final

_ACTING: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(
        (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD
    ),
    **dict.fromkeys((0x2028, 0x2029, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)), 0xFFFD),
}
"""Controls, which move the cursor or command the terminal; signs that turn the order of letters or end a line."""

_ACTS: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Any of them, and the BOM: most texts hold none, and looking each sign up takes twenty times as long."""

_UNSEEN: Final = dict.fromkeys((0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), 0xFEFF), 0xFFFD)
"""What no terminal shows: two names that differ by them look alike."""

_SHOWN: Final = _ACTING | _UNSEEN
_ON_ONE_LINE: Final = _SHOWN | {0x0A: 0x240A, 0x09: 0x2409}

_COMMAND: Final = re.compile(r"^([^\S\n]*:)(?=:)|#(?=#[\w.-]*\[)", re.MULTILINE)
"""How a log tells a runner to do something: ``::error`` behind blanks, ``##[`` and ``##vso[`` anywhere in a line
(ActionCommand.cs of GitHub's actions/runner; Azure's agent and TeamCity likewise)."""

_IN_JSON: Final = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]|(?<=#)#"


def visible(text: str) -> str:
    """Text of several lines, each sign of which can be seen; a sign stays one sign, so that carets line up."""
    return text if text.isprintable() else text.translate(_SHOWN)


def on_one_line(text: str) -> str:
    """The same for a name: no line of its own can begin in it."""
    return text.translate(_ON_ONE_LINE)


def quiet(text: str) -> str:
    """Lines of which none commands a runner: a blank parts what it would look for."""
    return _COMMAND.sub(r"\g<0> ", text) if "::" in text or "##" in text else text


def printed(text: str, *, commands: bool = False) -> str:
    """A finished text for standard output. Its line ends and BOM stay; so do its own ``commands``, if any."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    if not re.search(_ACTS, text):
        return text if commands else quiet(text)
    shown = "\r\n".join(line.translate(_ACTING) for line in text.removeprefix(mark).split("\r\n"))
    return mark + (shown if commands else quiet(shown))


def escaped(json: str) -> str:
    """JSON that means the same: what would act is written as an escape, and so is what begins a command."""
    if "##" not in json and not re.search(_ACTS, json):
        return json
    return re.sub(_IN_JSON, lambda match: f"\\u{ord(match[0]):04x}", json)
