"""The units that a cell names: by name, alias or old name, several in one, some of them too vague to be any.

Must not take a unit for one that is merely near in spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeVar

from parplan.cutting.vocabulary import begins, holds, is_one_of, listed, spelt, vocabulary
from parplan.model.units import Units
from parplan.spelling import bare, one_line

K = TypeVar("K")

MOST_PARTS: Final = 80
LONGEST_UNIT: Final = 90
_JOINS: Final = "|".join(rf"\b{word}\b" for word in listed("joins"))
_INITIALS: Final = re.compile(r"(\w+)\s+([^\W\d_]+(?:\s*[&.,-]\s*[^\W\d_]+)*)")
"""What a unit is, and the initials of the rest of its name."""

_CUTS: Final = re.compile(rf"\s*(?:[;:\n,+•/]|\s[-–]\s|^\s*[-–]\s*|{_JOINS})\s*", re.IGNORECASE)


@dataclass
class Named:
    """Units by id in their order, and what stands there besides: new names, vague ones, and what is none."""

    ids: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    near: list[tuple[str, str]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Units with what stands behind them in brackets."""

    @property
    def is_clear(self) -> bool:
        return not (self.vague or self.near)


@dataclass(frozen=True, slots=True)
class _Found:
    """A unit in a cell, what stands there, where it ends, and what names after it may leave out."""

    id: str
    text: str
    end: int
    lead_in: list[str]


@dataclass(frozen=True)
class Register:
    """The known units, as documents may write them."""

    units: Units
    places: tuple[str, ...] = ()
    """Names of provinces, which a document may put behind a unit's own."""

    _seen: dict[str, Named] = field(default_factory=dict)

    def read(self, cell: str) -> Named:
        """All units of a cell; a plan names the same few again and again."""
        if cell not in self._seen:
            self._seen[cell] = self._named(cell)
        return self._seen[cell]

    def _named(self, cell: str) -> Named:
        named = Named()
        bounds = self._pieces(cell)
        at, lead_in = 0, list[str]()
        while at < len(bounds):
            start = bounds[at][0]
            ends = (end for _, end in reversed(bounds[at : at + MOST_PARTS]))
            found = next((one for end in ends if (one := self._one(cell, start, end, lead_in))), None)
            if found:
                named.ids += [found.id] if found.id not in named.ids else []
                named.beside += [found.text] if "(" in found.text else []
                lead_in = found.lead_in
                at = next(n for n, (_, end) in enumerate(bounds, start=1) if end == found.end)
                continue
            if at + 1 < len(bounds) and ":" in cell[bounds[at][1] : bounds[at + 1][0]]:
                lead_in = _lead_ins(cell[slice(*bounds[at])])  # «Các Sở: …, …»
                at += 1
                continue
            end = at + 1
            # names hold commas and «và»: what begins like no unit is the rest of the one before it
            while end < len(bounds) and self._goes_on(cell, bounds, at, end):
                end += 1
            self._unknown(one_line(cell[bounds[at][0] : bounds[end - 1][1]]), named)
            at = end
        return named

    def _one(self, cell: str, start: int, end: int, lead_in: list[str]) -> _Found | None:
        """The unit that some pieces name: by themselves, or behind what the pieces before them began with."""
        text = cell[start:end]
        plain = re.sub(r"^\d+[.)]\s*", "", re.sub(r"\s*\([^()]*\)\s*$", "", text)).strip(" .")
        several = "|".join(listed("several"))
        singular = re.sub(rf"\b(?:{several})\b\s*", "", plain, flags=re.IGNORECASE)
        for said in (text, plain, singular, *(f"{words} {plain}" for words in lead_in)):
            if known := self.known(said):
                return _Found(known, text, end, [] if self.units.is_group(known) else _lead_ins(said))
        return None

    def known(self, text: str) -> str | None:
        """A unit or group by any of its names, however it is shortened."""
        key = _key(text)
        found = self.units.find(text) or self._by_key.get(key)
        shorter = (self._by_key.get(stem) or self._by_stem.get(stem) for stem in self._stems(key))
        return found or next(filter(None, shorter), None) or self._by_initials.get(_initials(text))

    def kind(self, name: str) -> str | None:
        """The kind of unit that a name of several means, as «các sở, ban, ngành» does."""
        several = begins(name, listed("several")) or ""
        means = {bare(kind.name): kind.id for kind in self.units.kinds.values()}
        return means.get(bare(name).removeprefix(bare(several)).strip())

    @cached_property
    def _by_initials(self) -> dict[tuple[str, str], str]:
        """Ids by the first word of a name and the initials of the rest; without what two share."""
        names = ((agency.id, _key(agency.name).split()) for agency in self.units.agencies.values())
        return _unshared(((words[0], "".join(w[0] for w in words[1:])), known) for known, words in names if words)

    def _stems(self, key: str) -> Iterator[str]:
        """What is left of a name without the province behind it."""
        return (key.removesuffix(f" {place}") for place in self._places if key.endswith(f" {place}"))

    @cached_property
    def _by_stem(self) -> dict[str, str]:
        """Ids by names that have the province behind them, without it; without what two share."""
        return _unshared((stem, known) for key, known in self._by_key.items() for stem in self._stems(key))

    @cached_property
    def _places(self) -> list[str]:
        """What may stand behind a name: the province, with or without what it is."""
        names = [_key(place) for place in self.places]
        level = _key(vocabulary()["level"])
        return [*(f"{level} {name}" for name in names), *names, level]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        """Ids by what is left of each name once nothing is shortened; without what two share."""
        units, groups = self.units.agencies.values(), self.units.groups.values()
        every = [(u.id, (u.name, u.formal, u.short, *(u.aliases or ()))) for u in units]
        every += [(group.id, (group.name, *(group.aliases or ()))) for group in groups]
        return _unshared((key, known) for known, names in every for name in names if name and (key := _key(name)))

    def _pieces(self, cell: str) -> list[tuple[int, int]]:
        """Where the pieces of a cell lie, between whatever may separate units."""
        pieces, start = [], 0
        for cut in _CUTS.finditer(cell):
            before = cell[start : cut.start()]
            if before.count("(") > before.count(")"):  # what stands in brackets is said of the unit before them
                continue
            if before:
                pieces.append((start, cut.start()))
            start = max(start, cut.end())
        if start < len(cell):
            pieces.append((start, len(cell)))
        return [piece for piece in pieces if bare(cell[piece[0] : piece[1]])]

    def _goes_on(self, cell: str, bounds: list[tuple[int, int]], first: int, at: int) -> bool:
        """Whether a piece is part of the unknown name before it."""
        text = cell[bounds[at][0] : bounds[at][1]]
        if re.search(r"[;\n]", cell[bounds[at - 1][1] : bounds[at][0]]) or self.known(text):
            return False
        # «các sở, ngành, đơn vị có liên quan»: what follows «các» without a name of its own is of them
        is_of_them = is_group(cell[bounds[first][0] : bounds[first][1]]) and (
            text[:1].islower() or " " not in text
        )
        return is_of_them or not looks_like_unit(text)

    def _unknown(self, text: str, named: Named) -> None:
        text = text.strip(" .:;,-–")
        if not looks_like_unit(text) or holds(text, listed("vague")) or len(text) > LONGEST_UNIT:
            named.vague.append(text)
        elif near := self._near(text):
            named.near.append((text, near))
        elif text not in named.new:
            named.new.append(text)

    def _near(self, text: str) -> str | None:
        """A known unit of which a text is most likely a slip; not where it is one of many alike."""
        from difflib import SequenceMatcher

        key = _key(text)
        best = max(self._by_key, key=lambda known: SequenceMatcher(None, key, known).ratio(), default=None)
        is_near = best is not None and SequenceMatcher(None, key, best).ratio() >= 0.93
        # two districts may be near and are two: a word that differs must be a slip of letters
        if not is_near or best is None or len(key.split()) != len(best.split()):
            return None
        pairs = [(one, other) for one, other in zip(key.split(), best.split(), strict=True) if one != other]
        if all(SequenceMatcher(None, one, other).ratio() >= 0.75 for one, other in pairs):
            return self._by_key[best]
        return None


def _unshared(pairs: Iterable[tuple[K, str]]) -> dict[K, str]:
    """Ids by what leads to them; what leads to two leads to neither."""
    found: dict[K, set[str]] = {}
    for key, known in pairs:
        found.setdefault(key, set()).add(known)
    return {key: ids.pop() for key, ids in found.items() if len(ids) == 1}


def _lead_ins(text: str) -> list[str]:
    """What a list of names may go on with: «Sở» of «Sở …» and of «Các Sở», the longest first."""
    words = [word for word in re.findall(r"[\w&-]+", text) if not is_one_of(word, listed("several"))]
    return [" ".join(words[:count]) for count in (3, 2, 1) if len(words) >= count]


def is_group(name: str) -> bool:
    """Whether a name is that of several units."""
    return begins(name, listed("several")) is not None


def looks_like_unit(text: str) -> bool:
    """Whether a text begins as names of units do, or of several."""
    several = begins(text, listed("several"))
    rest = " ".join(bare(text).split()[len(several.split()) if several else 0 :])
    is_named = several is not None or not is_one_of(rest, listed("units"))
    return is_named and begins(rest, listed("units")) is not None


def _key(text: str) -> str:
    """A name with nothing shortened, and without small words between."""
    passed = {bare(word) for word in listed("passed_over")}
    long = {bare(short): bare(full) for short, full in vocabulary()["abbreviations"].items()}
    words = [long.get(word, word) for word in bare(text).split()]
    return " ".join(word for word in " ".join(words).split() if word not in passed)


def _initials(text: str) -> tuple[str, str]:
    """The first word of a name, and the initials behind it; nothing in the place of these where there are none."""
    match = _INITIALS.fullmatch(text.strip())
    if match is None or not match[2].isupper():
        return ("", "")
    return (bare(match[1]), bare(match[2]).replace(" ", ""))


def is_ditto(cell: str) -> bool:
    """Whether a cell says that it is as the one above."""
    text = cell.strip()
    return bool(text) and (
        (not re.search(r"\w", text) and set(text) <= set("\"”“″〃'’/")) or is_one_of(text, listed("ditto"))
    )


def by_role(cell: str) -> tuple[str, str]:
    """What of a cell leads, and what takes part, where the cell itself says so; else all of it leads."""
    partners, lead = ("|".join(map(spelt, vocabulary()["roles"][key])) for key in ("partners", "lead"))
    if re.search(rf"\((?:{lead})\)", cell, re.IGNORECASE):
        return _by_brackets(cell, lead)
    found = re.split(rf"\s*[,;:\n-]*\s*\b(?:{partners})\b\s*:?\s*", cell, maxsplit=1, flags=re.IGNORECASE)
    led = re.sub(rf"[ \t]*\b(?:{lead})\b:?[ \t]*", " ", found[0], flags=re.IGNORECASE)
    return led.strip(" ,;:-\n"), found[1].strip() if len(found) > 1 else ""


def _by_brackets(cell: str, lead: str) -> tuple[str, str]:
    """«Sở … (chủ trì), Sở …»: whom the brackets follow leads, the others take part."""
    leading, beside = [], []
    for part in re.split(r"[;\n]", cell):
        *named, rest = re.split(rf"\s*\((?:{lead})\)\s*,?", part, flags=re.IGNORECASE)
        leading += named
        beside.append(re.sub(r"\([^()]*\)", "", rest).strip(" ,."))
    return "; ".join(filter(None, leading)), "; ".join(filter(None, beside))
