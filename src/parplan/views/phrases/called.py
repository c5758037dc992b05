"""What plans, indexes, bodies and places are called inside sentences, drawn from how the data name them.

Must not hold a name: every one comes from the workspace.
"""

from __future__ import annotations

import re
from typing import Final

from parplan.calendar.period import Period
from parplan.model.agency import Agency
from parplan.model.index import Index, Place
from parplan.model.plan import Plan
from parplan.words import Words

_YEAR: Final = re.compile(r"\b\d{4}\b")


def plan_about(plan: Plan, words: Words) -> str:
    """What follows "Kế hoạch số … của …": the plan's title without the kind of paper it begins with."""
    about = _without(words("called.about-word"), _without(words("called.plan-kind"), plan.title))
    return words("called.about", about=about) if about else ""


def plan_in_subject(plan: Plan, period: Period, words: Words) -> str:
    """The plan's name, to stand before a period: the same year is not said twice, nor do two figures meet."""
    name = plan.called
    tail = " " + words("called.year", year=period.year)
    if name.casefold().endswith(tail.casefold()) and len(_YEAR.findall(name)) == 1:
        return name[: -len(tail)]
    return f"{name}," if name[-1].isdigit() else name


def index_called(index: Index, words: Words) -> str:
    """An index as a sentence names it: with the word for an index, once."""
    is_said = _without(words("called.index-word"), index.called) != index.called
    return index.called if is_said else words("called.index", name=index.called)


def unit_called(index: Index, words: Words) -> str:
    """What the index counts in; a translation has a word of its own for points."""
    key = f"called.unit.{index.unit}"
    return words(key) if key in words else index.unit


def in_full(body: Agency, words: Words) -> str:
    """A body's name written out, as one addresses it: as the register has it, else without abbreviations.

    The decree orders names of bodies in full, and offices write "UBND" in lists.
    """
    if body.formal:
        return body.formal
    first, _, rest = body.name.partition(" ")
    key = f"called.body.{first}"
    return f"{words(key)} {rest}".rstrip() if key in words else body.name


def in_sentence(place: Place) -> str:
    """A place as a sentence speaks of it, "tỉnh …", where the workspace says how."""
    return place.formal or place.name


def before_date(name: str, words: Words) -> str:
    """A place in the line of place and date: a province without that word, and a capital at the head."""
    bare = _without(words("called.province"), name)
    return bare[:1].upper() + bare[1:]


def _without(head: str, text: str) -> str:
    """The text without the word it begins with, in whatever case."""
    return text[len(head) :].lstrip() if f"{text} ".casefold().startswith(f"{head} ".casefold()) else text
