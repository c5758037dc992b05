"""What a document says of itself: its title, its number and its day.

Must not fill in what is left blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from parplan.cutting.drafts import Head
from parplan.cutting.vocabulary import begins, is_one_of, listed, vocabulary
from parplan.documents.document import Document, Paragraph
from parplan.facts.serving.passages import is_heading
from parplan.spelling import one_line

MOST_LINES: Final = 40
LONGEST_TITLE: Final = 400
LONGEST_DATE: Final = 80


def head_of(document: Document) -> Head:
    """The head of a plan, as far as it is written."""
    lines = [line for line in _lines(document) if line][:MOST_LINES]
    return Head(_title(lines), _number(lines), _issued(lines))


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from map(one_line, block.text.splitlines())
        else:
            for row in block.rows[:MOST_LINES]:
                yield from (one_line(line) for cell in row for line in str(cell).splitlines())


def _title(lines: Sequence[str]) -> str:
    """The kind of paper in capitals, and the lines below it as far as they go on."""
    kinds = listed("documents")
    at = next((n for n, line in enumerate(lines) if line.isupper() and begins(line, kinds)), None)
    if at is None:
        return ""
    said = lines[at] if is_one_of(lines[at], kinds) else ""
    kind = (said or begins(lines[at], kinds) or "").capitalize()
    parts = [] if said else [lines[at][len(kind) :].strip()]
    for line in lines[at + 1 :]:
        if (
            line.endswith((".", ";", ":", ","))
            or is_heading(line)
            or line.startswith("(")
            or not line[:1].isalpha()
        ):
            break
        if parts and (len(parts) > 2 or not line[:1].islower()):
            break
        parts.append(line)
    text = " ".join(parts)
    small = text if text.isupper() else text[:1].lower() + text[1:]
    return f"{kind} {small}".strip() if text and len(text) < LONGEST_TITLE else ""


def _number(lines: Sequence[str]) -> str:
    found = (re.search(vocabulary()["numbered"], line) for line in lines if len(line) < LONGEST_DATE)
    return next((match["number"] for match in found if match), "")


def _issued(lines: Sequence[str]) -> str:
    """The day, or the month where the day is left blank."""
    for line in lines:
        match = re.search(vocabulary()["dated"], line) if len(line) < LONGEST_DATE else None
        if match is None:
            continue
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"] or 1))
        except ValueError:
            return ""
        return day.isoformat() if match["day"] else f"{day:%Y-%m}"
    return ""
