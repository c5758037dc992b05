"""Due days as a calendar file (RFC 5545) that Outlook and others import.

Must not choose, word or order entries, or ask the clock: the same entries give the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from parplan.output.text.typography import printable
from parplan.views.status.calendar import DueDay

HEAD: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//parplan//due days//EN", "CALSCALE:GREGORIAN")

LONGEST: Final = 75
"""Octets in a line, without its end."""

HOUR: Final = 8
"""At which hour of its day a reminder goes off: an entry for a whole day begins at midnight."""

_ESCAPES: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def ics_text(entries: Iterable[DueDay]) -> str:
    """A calendar of whole-day entries, with CRLF: to be written without translating line ends.

    It has no METHOD: these are entries of one's own, not an invitation.
    """
    lines = [*HEAD, *(line for entry in entries for line in _event(entry)), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: DueDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"SEQUENCE:{entry.moved}"
    yield f"DTSTAMP:{_day(entry.told)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.summary)}"
    yield f"DESCRIPTION:{_text(entry.description)}"
    # a due day keeps nobody from a meeting
    yield "TRANSP:TRANSPARENT"
    if entry.remind is not None:
        hours = (entry.day - entry.remind).days * 24 - HOUR
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(entry.summary)}"
        yield f"TRIGGER:{'-' if hours > 0 else ''}PT{abs(hours)}H"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _text(text: str) -> str:
    """A value of type TEXT."""
    lines = re.sub(r"\r\n?", "\n", printable(text))
    return "".join(_ESCAPES.get(character, character) for character in lines)


def _folded(line: str) -> str:
    """A long line in pieces, each but the first after a blank; no character is cut, as old readers would trip."""
    pieces, room = [""], LONGEST
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            room = LONGEST - 1
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces)
