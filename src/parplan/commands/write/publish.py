"""parplan publish INDEX YEAR: a published result, into the year's results.

Must not compute: a change is written as it was published.
"""

from __future__ import annotations

from typing import Annotated

import typer

from parplan.editing.edit import Edited, edited
from parplan.editing.records import in_order, put
from parplan.finding import Stop
from parplan.model.result import Result
from parplan.model.workspace import Workspace
from parplan.options.language import Lang, say
from parplan.options.said import read_day, read_number
from parplan.options.shared import PlanOption, Root, choose_plan, open_workspace
from parplan.options.writing import DryRun, carry_out
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.spelling import bare, closest

KNOWN_BY = ("index", "year", "place")


def publish(
    index: Annotated[str, typer.Argument()],
    index_year: Annotated[int, typer.Argument(min=1900, max=2999)],
    place: Annotated[str | None, typer.Option("--place")] = None,
    score: Annotated[str | None, typer.Option("--score")] = None,
    rank: Annotated[str | None, typer.Option("--rank")] = None,
    change: Annotated[str | None, typer.Option("--change")] = None,
    places: Annotated[str | None, typer.Option("--places")] = None,
    mark: Annotated[str | None, typer.Option("--mark")] = None,
    published: Annotated[str | None, typer.Option("--date")] = None,
    from_source: Annotated[str | None, typer.Option("--source")] = None,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Write down a published result."""
    said = say(lang)
    loaded = open_workspace(root)
    known = {"index": _index(loaded.workspace, index), "year": str(index_year)}
    known["place"] = _place(loaded, place, plan)
    typed = {"score": score, "rank": rank, "change": change, "places": places, "mark": mark}
    fields = _fields(index_year, {**typed, "date": published, "source": from_source})
    carry_out(loaded, _published(loaded, known, fields), "publish", said, dry_run=dry_run)


def _published(loaded: Loaded, known: dict[str, str], fields: dict[str, Tree]) -> Edited:
    """The result as a record, in the file of its year."""
    file = f"data/results/{known['year']}.yaml"
    record: dict[str, Tree] = {**known, **fields}
    source = loaded.sources.get(file)
    is_new = not any(
        [str(r.year), r.index, r.place] == [known[k] for k in ("year", "index", "place")]
        for r in loaded.workspace.all_results
    )
    if is_new and "source" not in fields:
        raise Stop("publish-source-missing")
    if is_new:
        record.setdefault("mark", "read")
    if source is None:
        return edited(loaded, (), {file: {"results": [in_order(Result, record)]}})
    return edited(loaded, put(source, "results", Result, KNOWN_BY, [record]))


def _fields(year: int, typed: dict[str, str | None]) -> dict[str, Tree]:
    """What was published, as it is to stand in the file."""
    given = {name: text for name, text in typed.items() if text is not None}
    fields: dict[str, Tree] = {name: given[name] for name in ("source", "mark") if name in given}
    if "score" in given:
        fields["score"] = read_number(given["score"])
    if "rank" in given:
        rank, sign, ranked = given["rank"].partition("/")
        fields |= {"rank": rank.strip(), **({"ranked": ranked.strip()} if sign else {})}
    moved = {"score": given.get("change"), "places": given.get("places")}
    told: dict[str, Tree] = {name: read_number(text) for name, text in moved.items() if text is not None}
    if told:
        fields["change"] = {"from": str(year - 1), **told}
    if "date" in given:
        fields["published"] = read_day(given["date"], year + 1).isoformat()
    return fields


def _index(workspace: Workspace, text: str) -> str:
    """An index by its id, name or short name."""
    named = {bare(name): one.id for one in workspace.indexes.indexes for name in (one.id, one.name, one.called)}
    if bare(text) not in named:
        near = closest(text, named)
        raise Stop("index-unknown", text=text, known=", ".join(dict.fromkeys(named.values())), near=near)
    return named[bare(text)]


def _place(loaded: Loaded, text: str | None, plan: str | None) -> str:
    """A place by its id or name; that of the plan where none is named."""
    if text is None:
        return choose_plan(loaded, plan).plan.place
    places = loaded.workspace.indexes.places
    named = {bare(name): one.id for one in places for name in (one.id, one.name, one.formal) if name}
    if bare(text) not in named:
        raise Stop(
            "place-unknown", text=text, known=", ".join(one.id for one in places), near=closest(text, named)
        )
    return named[bare(text)]
