"""A name means one unit or group, and a word in names is spelt one way.

Must not look at ids, or at symbols: eighteen districts sign "UBND".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from parplan.finding import Code, Finding
from parplan.model.agency import Agency, AgencyKind, Group
from parplan.model.index import Place
from parplan.model.workspace import Workspace
from parplan.spelling import fold
from parplan.where import Where

TONE: Final = r"[\u0300\u0301\u0303\u0309\u0323]"
WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
TONED: Final = re.compile(
    rf"(?:(?P<o>o)(?P<early>{TONE}?)(?P<a>[ae])|(?P<u>u)(?P<early_u>{TONE}?)(?P<y>y))(?P<late>{TONE}?)"
    r"(?![\u0300-\u036f])"
)
"""The three pairs of vowels, in letters taken apart, whose tone mark is written on the first or on the second."""


def check_shared_names(workspace: Workspace) -> Iterator[Finding]:
    """No two units or groups share a name, short name or alias, however it is spelt."""
    taken: dict[str, Agency | Group] = {}
    things: list[Agency | Group] = [*workspace.agencies.agencies, *workspace.agencies.groups]
    for thing in things:
        told: set[str] = set()
        for text, where in _spelt(thing, ("name", "short")):
            folded = fold(text)
            first = taken.setdefault(folded, thing)
            if first.id != thing.id and folded not in told:
                told.add(folded)
                alike = fold(first.name) == fold(thing.name)  # then only the ids tell them apart
                names = (first.id, thing.id) if alike else (first.name, thing.name)
                values = {"text": text, "first_name": names[0], "second_name": names[1]}
                yield Finding(Code.ALIAS_SHARED, where, values)


class _Word(NamedTuple):
    text: str
    where: Where
    early: bool


def check_tones(workspace: Workspace) -> Iterator[Finding]:
    """A word in names has its tone mark in one place: where most have it, or where the first has it."""
    found: dict[str, list[_Word]] = {}
    for text, where in _names(workspace):
        for written in WORD.findall(unicodedata.normalize("NFD", text)):
            if toned := _toned(written):
                key, early = toned
                found.setdefault(key, []).append(_Word(unicodedata.normalize("NFC", written), where, early))
    for words in found.values():
        balance = sum(1 if word.early else -1 for word in words)
        usual = words[0].early if balance == 0 else balance > 0
        first = next(word for word in words if word.early is usual)
        for word in words:
            if word.early is not usual:
                values = {"text": word.text, "other": first.text, "first": first.where}
                yield Finding(Code.TONE_MIXED, word.where, values)


@lru_cache(maxsize=4096)  # the same few words stand in most names
def _toned(word: str) -> tuple[str, bool] | None:
    """A word with its tone mark moved to the first vowel, and whether it stood there; None where nothing moves."""
    match = TONED.search(word.casefold())
    if match is None:
        return None
    early, late = match["early"] or match["early_u"] or "", match["late"]
    if bool(early) == bool(late):
        return None
    first, second = match["o"] or match["u"], match["a"] or match["y"]
    moved = f"{match.string[: match.start()]}{first}{early}{late}{second}{match.string[match.end() :]}"
    return moved, bool(early)


def _names(workspace: Workspace) -> Iterator[tuple[str, Where]]:
    register = workspace.agencies
    things: list[Agency | AgencyKind | Group | Place] = [*register.kinds, *register.agencies, *register.groups]
    for thing in (*things, *workspace.indexes.places):
        yield from _spelt(thing, ("name", "formal", "short"))


def _spelt(thing: Agency | AgencyKind | Group | Place, keys: tuple[str, ...]) -> Iterator[tuple[str, Where]]:
    """What a thing is called, and where: the fields of those keys that it has and fills, then its aliases."""
    for key in keys:
        text = getattr(thing, key, None)
        if text is not None:
            yield text, thing.at(key)
    for position, alias in enumerate(getattr(thing, "aliases", None) or ()):
        yield alias, thing.at("aliases", position)
