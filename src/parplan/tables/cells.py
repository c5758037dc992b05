"""What a cell of such a table holds: a score, a rank, a number of the criteria set.

Must not guess: what Excel made of a figure is asked back, not turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from parplan.documents.document import Place
from parplan.documents.values import Value, shown
from parplan.finding import Stop
from parplan.model.scalar import number_meant
from parplan.spelling import bare
from parplan.tables.heads import vocabulary

_OF: Final = re.compile(r"(?P<score>[^/]+)/(?P<most>[^/]+)")
_ROMAN: Final = re.compile(r"[ivxlc]+", re.IGNORECASE)

_BULLET: Final = re.compile(r"^[-+•*–]\s*")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a table: where, as its office sees it, and why."""

    place: Place
    stop: Stop


@dataclass(frozen=True, slots=True)
class Code:
    """A number of the criteria set as it stands; ``is_sure`` unless Excel may have made it another."""

    text: str
    is_sure: bool


def read_score(value: Value, most: Decimal | None = None) -> Decimal | None:
    """A score; None where nobody knows it. Raises Stop for what is none, or is over the maximum."""
    if isinstance(value, bool):
        raise Stop("table-figure-unread", text=str(value))
    text = _text(value)
    if text is None:
        return None
    if isinstance(value, (date, datetime, time, timedelta)):
        raise Stop("table-figure-day", text=text)
    if match := _OF.fullmatch(text):
        text, of = match["score"].strip(), number_meant(match["most"].strip())
        if of is None or (most is not None and Decimal(of) != most):
            raise Stop("table-figure-unread", text=shown(value))
    figure = None if text.endswith("%") else number_meant(text)
    if figure is None:
        raise Stop("table-figure-unread", text=shown(value))
    if most is not None and Decimal(figure) > most:
        raise Stop("table-figure-over", score=Decimal(figure), max=most)
    return Decimal(figure)


def read_rank(value: Value) -> int | None:
    """A rank, perhaps with how many are ranked: 33 of "33/63"; None where nobody knows it."""
    text = _text(value)
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,4}(?:/[0-9]{1,4})?", text) or isinstance(value, (date, datetime)):
        raise Stop("table-figure-unread", text=text)
    return int(text.partition("/")[0])


def read_code(value: Value) -> Code | None:
    """A number such as 1.10; of a number that Excel keeps as one nobody knows its last nought."""
    if isinstance(value, (date, datetime, time, timedelta)):
        return Code("", is_sure=False)
    text = shown(value).strip().rstrip(".)")
    if not text:
        return None
    if isinstance(value, float):
        return Code(text.replace(",", "."), is_sure="," not in text)
    if _ROMAN.fullmatch(text):
        return Code("", is_sure=False)  # how headings are counted, and no number of the set
    return Code(text, is_sure=True)


def papers_in(text: str) -> Iterator[str]:
    """What a cell of evidence lists: by lines, or between semicolons; «-» is nothing."""
    for part in re.split(r"\s*[;\n]\s*", text):
        paper = _BULLET.sub("", part).strip().removesuffix(".")
        if bare(paper):
            yield " ".join(paper.split())


def _text(value: Value) -> str | None:
    """A cell as text; None for what says that nobody knows."""
    text = shown(value).strip()
    unknown = {bare(word) for word in vocabulary()["unknown"]} - {""}
    return None if text in vocabulary()["unknown"] or bare(text) in unknown else text
