"""Which self-assessment is asked for: the newest, or that of a year; where none was begun, what units reported.

Must not score: facts do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from parplan.facts.points.assessment import Assessment, assessments, years_assessed
from parplan.facts.serving.reported import Reported, by_reports, reported
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Stop
from parplan.model.workspace import Workspace
from parplan.options.points.asked import place_names, read_year


@dataclass(frozen=True, slots=True)
class Scored:
    """A year's assessments of a place; ``heard`` is what its units reported where it declared nothing."""

    made: tuple[Assessment, ...]
    heard: Mapping[str, Reported]


def choose_scored(workspace: Workspace, place: str, asked: str | None, day: date) -> Scored:
    """The year asked for; else the newest in which the place scored itself, or its units reported figures."""
    wanted = read_year(asked) if asked is not None else None
    own = years_assessed(workspace, place)
    if wanted is None:
        wanted = max(own, default=None) or max(_years_heard(workspace, place, day), default=None)
    found = _scored(workspace, place, wanted, day) if wanted is not None else None
    if found is not None and found.made:
        return found
    if wanted in own:
        raise Stop("no-set-known", exit_code=1)
    name, years = place_names(workspace)(place), sorted({*own, *_years_heard(workspace, place, day)})
    if not years:
        raise Stop("no-self-scores", exit_code=1, place=name)
    raise Stop("no-self-scores-of-year", exit_code=1, place=name, year=asked, years=", ".join(map(str, years)))


def own_of(made: Iterable[Assessment]) -> Assessment:
    """The one to be sent: the first by which the place scored itself."""
    own = next((one for one in made if one.is_own), None)
    if own is None:
        raise Stop("nothing-self-scored", exit_code=1)
    return own


def _years_heard(workspace: Workspace, place: str, day: date) -> list[int]:
    """The years of whose criteria units reported figures."""
    plans = [plan for plan in workspace.plans.values() if plan.plan.place == place]
    return [plan.plan.year for plan in plans if by_reports(Standings(workspace, plan, Viewpoint(day)))]


def _scored(workspace: Workspace, place: str, year: int, day: date) -> Scored:
    made, plan = assessments(workspace, place, year), workspace.plans.get(year)
    if plan is None or plan.plan.place != place:
        return Scored(made, {})
    standings = Standings(workspace, plan, Viewpoint(day))
    made = (*made, *by_reports(standings, {one.index.id for one in made}))
    return Scored(made, {ref: heard for one in made for ref, heard in reported(standings, one).items()})
