"""Years, places, ranks and indexes as they are typed, and what they come to.

Must not look at a score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from parplan.facts.points.compared import Against
from parplan.facts.serving.gap import years_with_points
from parplan.finding import Stop
from parplan.model.index import Index
from parplan.model.workspace import Workspace
from parplan.options.shared import choose_plan
from parplan.reading.load import Loaded
from parplan.spelling import bare, closest, fold

EVERYBODY: Final = ("all", "tat ca")
_RANK: Final = re.compile(r"(?:rank|hang)\s*:?\s*([0-9]{1,4})")


def read_year(text: str) -> int:
    """A year in four figures."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Stop("year-invalid", text=text)
    return int(text)


def read_years(asked: Sequence[str], known: Sequence[int]) -> tuple[int, ...]:
    """The years asked for; one alone, or the newest for none, is compared with the year before it."""
    years = tuple(map(read_year, asked))
    twice = next((year for year in years if years.count(year) > 1), None)
    if twice is not None:
        raise Stop("years-same", year=str(twice))
    if len(years) > 1:
        return years
    after = years[0] if years else known[-1]
    return after - 1, after


def choose_year(workspace: Workspace, place: str, asked: str | None) -> int:
    """The year asked for, else the newest of which any points of a place are known."""
    known = years_with_points(workspace, place)
    name = place_names(workspace)(place)
    if not known:
        raise Stop("no-points", exit_code=1, place=name)
    if asked is None:
        return known[-1]
    if (year := read_year(asked)) not in known:
        years = ", ".join(map(str, known))
        raise Stop("no-points-of-year", exit_code=1, place=name, year=asked, years=years)
    return year


def find_index(workspace: Workspace, text: str) -> Index:
    """An index by its id, name or short name."""
    named = {bare(name): one for one in workspace.indexes.indexes for name in (one.id, one.name, one.called)}
    if bare(text) not in named:
        known = {name: one.id for name, one in named.items()}
        listed = ", ".join(dict.fromkeys(known.values()))
        raise Stop("index-unknown", text=text, known=listed, near=closest(text, known))
    return named[bare(text)]


def choose_place(loaded: Loaded, plan: str | None, asked: str | None) -> str:
    """The place asked for, else that of the plan: who names a place needs none."""
    return find_place(loaded.workspace, asked) if asked else choose_plan(loaded, plan).plan.place


def find_place(workspace: Workspace, text: str) -> str:
    """A place, or a unit where an index ranks the province's own, by id or name."""
    places = workspace.indexes.places
    named = {bare(name): one.id for one in places for name in (one.id, one.name, one.formal) if name}
    if bare(text) in named:
        return named[bare(text)]
    units = workspace.units
    found = units.find(text)
    if found is None or found not in units.agencies:
        near = closest(text, named) or units.nearest(text)
        raise Stop("place-unknown", text=text, known=", ".join(one.id for one in places), near=near)
    return found


def read_against(workspace: Workspace, text: str | None) -> Against:
    """Whom to hold it against: ``ca-nuoc``, a place or several, ``rank:25``, or ``all``; the average for none."""
    if text is None:
        return Against()
    if bare(text) in EVERYBODY:
        return Against(everybody=True)
    if match := _RANK.fullmatch(fold(text)):
        return Against(rank=int(match[1]))
    return Against(tuple(dict.fromkeys(find_place(workspace, one) for one in text.split(",") if one.strip())))


def place_names(workspace: Workspace) -> Callable[[str], str]:
    """What places and units are called."""
    names = {place.id: place.name for place in workspace.indexes.places}
    units = workspace.units
    return lambda place: names.get(place) or (units.name(place) if place in units.agencies else place)
