"""parplan publish INDEX YEAR: a published result, into the year's results.

Must not compute: a change is written as it was published.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final, get_args

from parplan.editing.edit import Edited
from parplan.editing.records import found_in, with_record
from parplan.finding import Stop
from parplan.model.result import Result
from parplan.model.shared import Mark
from parplan.model.spoken.lookup import spoken
from parplan.options.days import Days
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.points.asked import choose_place, find_index
from parplan.options.record.said import read_number
from parplan.options.shared import PlanOption, Root
from parplan.options.writing import DryRun, carry_out, open_to_write
from parplan.reading.load import Loaded
from parplan.reading.source import Source
from parplan.reading.tree import Tree

RESULTS: Final = "results"
KNOWN_BY: Final = ("index", "year", "place")
MARKS: Final[tuple[str, ...]] = get_args(get_args(Mark)[0])


def publish(
    index: Annotated[str, Argument()],
    index_year: Annotated[int, Argument(min=1900, max=2999)],
    place: Annotated[str | None, Option("--place")] = None,
    score: Annotated[str | None, Option("--score")] = None,
    rank: Annotated[str | None, Option("--rank")] = None,
    change: Annotated[str | None, Option("--change")] = None,
    places: Annotated[str | None, Option("--places")] = None,
    mark: Annotated[str | None, Option("--mark")] = None,
    published: Annotated[str | None, Option("--date")] = None,
    from_source: Annotated[str | None, Option("--source")] = None,
    replace: Annotated[bool, Option("--replace")] = False,
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Write down a published result."""
    said = say(lang)
    loaded = open_to_write(root)
    known = {"index": find_index(loaded.workspace, index).id, "year": str(index_year)}
    known["place"] = choose_place(loaded, plan, place)
    typed = {"score": score, "rank": rank, "change": change, "places": places, "mark": mark}
    fields = _fields(index_year, {**typed, "date": published, "source": from_source})
    made = _published(loaded, known, fields, replace=replace)
    carry_out(loaded, made, "publish", said, dry_run=dry_run)


def _published(loaded: Loaded, known: dict[str, str], fields: dict[str, Tree], *, replace: bool) -> Edited:
    """The result as a record, in the file of its year. What was published is replaced only by who says so."""
    if not {"score", "rank", "change"} & fields.keys():
        raise Stop("publish-empty")
    if "source" not in fields:
        raise Stop("publish-source-missing")
    file = f"data/results/{known['year']}.yaml"
    source = loaded.sources.get(file)
    there = _there(source, known)
    other = [key for key, value in fields.items() if key in there and there[key] != value]
    if other and not replace:
        raise Stop("publish-there", exit_code=1, file=file, fields=", ".join(other))
    record: dict[str, Tree] = {**known, **fields}
    if not there:
        record.setdefault("mark", "read")
    return with_record(loaded, file, {}, RESULTS, Result, KNOWN_BY, record)


def _there(source: Source | None, known: dict[str, str]) -> dict[str, Tree]:
    """What the file says of that index, year and place already."""
    position = found_in(source, RESULTS, known) if source else None
    data: Any = source.data if source else {}
    return {} if position is None else data[RESULTS][position]


def _fields(year: int, typed: dict[str, str | None]) -> dict[str, Tree]:
    """What was published, as it is to stand in the file."""
    given = {name: text for name, text in typed.items() if text is not None}
    fields: dict[str, Tree] = {"source": given["source"]} if "source" in given else {}
    if "mark" in given:
        fields["mark"] = spoken(given["mark"], MARKS) or given["mark"]
    if "score" in given:
        fields["score"] = read_number(given["score"])
    if "rank" in given:
        rank, sign, ranked = given["rank"].partition("/")
        fields |= {"rank": rank.strip(), **({"ranked": ranked.strip()} if sign else {})}
    moved = {"score": given.get("change"), "places": given.get("places")}
    told: dict[str, Tree] = {name: _signed(text) for name, text in moved.items() if text is not None}
    if told:
        fields["change"] = {"from": str(year - 1), **told}
    if "date" in given:
        days = Days(date(year + 1, 6, 30), date.today())  # results come out in the year after
        fields["published"] = days.past(given["date"]).isoformat()
    return fields


def _signed(text: str) -> str:
    """A change up or down; a plus says nothing that a figure without one does not."""
    return read_number(text.strip().removeprefix("+"))
