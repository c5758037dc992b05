"""The closed list of deadline rules: a text becomes a rule, or a refusal that says what it is instead.

Must not search a quote for time words, or know a plan: a rule without a year is read with the year it is given.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from parplan.calendar.deadline_grammar import day_of, read
from parplan.calendar.deadline_words import A_DAY, DAY, KINDS, RHYTHM
from parplan.calendar.due_days import Every, Rule
from parplan.spelling import fold


class Refusal(ValueError):  # noqa: N818 - what a person wrote is refused, nothing went wrong
    """A text is no rule. ``kind``: it names that kind of task instead; ``several``: so many rules stand in it.

    ``impossible``: the day in it that no calendar holds.
    """

    def __init__(
        self, text: str, kind: str | None = None, several: int = 0, *, impossible: str | None = None
    ) -> None:
        super().__init__(text)
        self.impossible = impossible
        self.kind = kind
        self.several = several


LONGEST: Final = 200
"""Nobody writes a rule of more characters."""


@lru_cache(maxsize=4096)  # a plan's few rules are asked for again with every question about its tasks
def parse(text: str, year: int) -> Rule:
    """Read a rule of the closed list; one without a year speaks of ``year``, the plan's.

    Raises Refusal, also for a day that no calendar holds; whether it does never hangs on the year.
    """
    if len(text) > LONGEST:
        raise Refusal(text)
    folded = re.sub("[–—]", "-", fold(text)).rstrip(" .;,")
    try:
        return read(folded, year)
    except ValueError:
        impossible = _impossible_day(folded, year)
        raise Refusal(text, _kind(folded), _several(folded, year), impossible=impossible) from None


def _impossible_day(folded: str, year: int) -> str | None:
    """A day in a text that is written as one, with a month there is or is not, and stands in no calendar."""
    for found in re.finditer(rf"(?<![\d/]){A_DAY}(?![\d/])", folded, re.ASCII):
        try:
            day_of(found[0], year)
        except ValueError:
            return found[0]
    return None


def names_day(text: str) -> bool:
    """Whether a text is a day alone, without what a document says before it: "before" may be left out."""
    return re.fullmatch(DAY, fold(text), re.ASCII) is not None


def _kind(folded: str) -> str | None:
    """The kind that a text names, whole or in all of its parts; the one that is reported month by month first."""
    for parts in ([folded], re.split(r" ?[,;] ?| va ", folded)):
        named = [next((k for k, words in KINDS.items() if re.fullmatch(words, part)), None) for part in parts]
        if None not in named:
            return next(kind for kind in KINDS if kind in named)
    return None


def _several(folded: str, year: int) -> int:
    """How many rules of one sort stand side by side in a text; 0 where it is anything else."""
    parts = re.split(r" ?[,;] ?| va ", folded)
    try:
        sorts = {Every if re.fullmatch(RHYTHM, part) else type(read(part, year)) for part in parts}
    except ValueError:
        return 0
    return len(parts) if len(parts) > 1 and len(sorts) == 1 else 0


EXAMPLES: Final[tuple[str, ...]] = tuple(json.loads(Path(__file__).with_suffix(".json").read_bytes()))
"""The closed list as a person may choose from it; each way of writing a rule is in it."""
