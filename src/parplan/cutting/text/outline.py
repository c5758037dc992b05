"""The body of a plan as an outline: headings, and under each the paragraphs and bullets that give something to do.

Must not know units or days; between its first and its last passage nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parplan.cutting.table.rows import Heading, Path, numbered
from parplan.cutting.text.sentences import mended, sentences
from parplan.cutting.vocabulary import begins, listed
from parplan.facts.serving.passages import BULLET, is_heading


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that gives something to do, under its headings; ``number`` is its own, if it has one."""

    text: str
    path: tuple[Heading, ...]
    number: str = ""
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The passages between two places, which are not among them; ``begins`` is empty where all is taken."""

    begins: str
    ends: str
    passages: tuple[Passage, ...]


def outline(lines: Sequence[str]) -> Outline:
    """The outline of a text: from its first section that gives work to the words that close it."""
    paragraphs = list(mended(lines))
    last, closing, kept = _closing(paragraphs)
    body = [*paragraphs[:last], *kept]
    found = _walked(body)
    first = _first(found)
    if first is None:
        return Outline("", "", ())
    start, passages = first
    return Outline(start, closing, tuple(passages))


def _closing(paragraphs: Sequence[str]) -> tuple[int, str, list[str]]:
    """Where the body closes, its last words, and what of that paragraph still gives work."""
    for at, text in enumerate(paragraphs):
        if text.endswith(("/.", "/./")):
            *kept, closing = sentences(text)
            return at, closing, [" ".join(kept)] if kept else []
        if begins(text, listed("recipients")):
            return at, text, []
    return len(paragraphs), "", []


def _walked(body: Sequence[str]) -> list[Heading | Passage]:
    """Headings and passages in their order, each passage under its headings."""
    path = Path()
    found: list[Heading | Passage] = []
    bulleted = False
    for at, text in enumerate(body):
        number, rest = numbered(text)
        following = body[at + 1] if at + 1 < len(body) else ""
        if is_heading(text) and _leads(text, number, following):
            heading = Heading(number, rest.rstrip(" :") if number else text.rstrip(" :"))
            path.take(heading)
            found.append(heading)
            bulleted = False
            continue
        bullet = BULLET.match(text) is not None
        if bulleted and not bullet and not number:
            # words that follow a list of bullets say nothing to whom the bullets were for
            path.headings = path.headings[:1]
        bulleted = bullet or (bulleted and not number)
        found.append(Passage(text, tuple(path.headings), number, bullet))
    return found


def _leads(text: str, number: str, following: str) -> bool:
    """Whether something stands below a heading: one with nothing below it is a duty in few words."""
    if text.isupper() or not number:
        return True
    other, _ = numbered(following)
    return bool(following) and not (other and Heading(other, "").order <= Heading(number, "").order)


def _first(found: Sequence[Heading | Passage]) -> tuple[str, list[Passage]] | None:
    """The heading from which on work is given, and the passages from there on."""
    tops = [one.order for one in found if isinstance(one, Heading) and one.number]
    top = min(tops, default=0)
    starts = [at for at, one in enumerate(found) if isinstance(one, Heading) and one.number and one.order == top]
    for at, end in pairwise([*starts, len(found)]):
        heading = found[at]
        given = [one for one in found[at:end] if isinstance(one, Passage) and not _is_aside(one.text)]
        if isinstance(heading, Heading) and given and not begins(heading.text, listed("not_tasks")):
            passages = [one for one in found[at:] if isinstance(one, Passage)]
            return str(heading), passages
    rest = [one for one in found if isinstance(one, Passage)]
    is_list = any(one.is_bullet or one.number for one in rest)
    return ("", rest) if is_list and not starts else None


def _is_aside(text: str) -> bool:
    """Whether a paragraph only points elsewhere: «(Chi tiết tại Phụ lục đính kèm)»."""
    return re.fullmatch(r"\(.*\)\.?", text) is not None
