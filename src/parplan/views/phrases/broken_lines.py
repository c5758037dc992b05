"""Where a title's lines and a body's name end by sense: of like length, never inside a name, a compound or a date.

Must not know what the title is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

LONGEST: Final = 62
"""Letters of a line of a title: bold, in the decree's size, across a page of its margins."""

_INSIDE_A_NAME: Final = 900
_ANYWHERE: Final = 150


def broken(text: str, whole: str = "", joints: frozenset[str] = frozenset(), names: Collection[str] = ()) -> str:
    """The text with line ends set. ``whole`` is its last part that stays on one line, such as a period.

    A line likes to begin with a joint, such as "and", and ends in none of the ``names``.
    """
    pieces = _pieces(text, whole)
    inside = _inside(pieces, names)
    lines = max(1, -(-len(text) // LONGEST))
    if lines == 1 or len(pieces) < lines:
        return text
    mean = len(text) / lines

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[str, ...]]:
        """The cheapest way to set what begins at a piece on so many lines."""
        if left == 1:
            line = " ".join(pieces[start:])
            return (len(line) - mean) ** 2, (line,)
        tried = []
        for end in range(start + 1, len(pieces) - left + 2):
            line = " ".join(pieces[start:end])
            rest_cost, rest = best(end, left - 1)
            cost = (
                (len(line) - mean) ** 2
                + (_INSIDE_A_NAME if end in inside else 0)
                + _price(pieces[max(start, end - 2) : end], pieces[end], joints)
                + rest_cost
            )
            tried.append((cost, (line, *rest)))
        return min(tried)

    return "\n".join(best(0, lines)[1])


def whole_parts(
    name: str, compounds: Collection[str], joints: frozenset[str], places: frozenset[str]
) -> list[str]:
    """The parts of a body's name that a line does not tear: compounds, and a place with the word for what it is.

    A joint goes with what follows, a dash with what it stands behind, and a lone word in front is no line.
    """
    words = name.split()
    inside = _inside(words, compounds) | set(_of_places(words, places))
    parts: list[str] = []
    for n, word in enumerate(words):
        before = words[n - 1] if n else ""
        goes_on = n in inside or word in "-–" or before in joints or n == 1
        if goes_on and parts:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def _of_places(words: Sequence[str], places: frozenset[str]) -> Iterator[int]:
    """Where the names of places go on: all capitals and figures behind the word for one, as in "huyện"."""
    is_place = False
    for n, word in enumerate(words):
        if is_place and not word[:1].islower():
            yield n
        else:
            is_place = word.casefold() in places


def _pieces(text: str, whole: str) -> list[str]:
    if not whole or not text.endswith(whole):
        return text.split()
    return [*text[: -len(whole)].split(), whole]


def _inside(pieces: list[str], names: Collection[str]) -> set[int]:
    """The pieces before which a line would break a name, in whatever case."""
    bare = [piece.rstrip(",;").casefold() for piece in pieces]
    return {
        start + n
        for words in (name.casefold().split() for name in names)
        for start in range(len(pieces))
        if bare[start : start + len(words)] == words
        for n in range(1, len(words))
    }


def _price(before: list[str], after: str, joints: frozenset[str]) -> int:
    """What a break after two words costs: a name goes on after its capital, a figure belongs to its word."""
    if before[-1].endswith((",", ";")) or after in joints:
        return 0
    if any(word[:1].isupper() for word in before) or not after[:1].isalpha():
        return _INSIDE_A_NAME
    return 0 if after[:1].isupper() else _ANYWHERE
