"""A table of scores or ranks as what it changes in the results of a year, and every cell that is bad.

Must not write, or put another figure in the place of one that is there unless told to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from parplan.documents.document import Document
from parplan.editing.edit import Edited, edited
from parplan.editing.field import keys_of
from parplan.editing.records import field_changes, put
from parplan.editing.text.change import Change, Rewrite
from parplan.facts.points.tree import Tree as CriteriaTree
from parplan.finding import Stop
from parplan.model.index import CriteriaSet, Index
from parplan.model.result import Part, Result
from parplan.model.spoken.lookup import spoken
from parplan.model.workspace import Workspace
from parplan.options.days import Days
from parplan.options.points.asked import find_place
from parplan.options.record.said import read_evidence
from parplan.reading.load import Loaded
from parplan.reading.source import Source
from parplan.reading.tree import Tree
from parplan.tables.cells import Fault
from parplan.tables.heads import Headed, find_table
from parplan.tables.ranking import Standing, read_ranking
from parplan.tables.scores import KINDS, Scored, read_scores
from parplan.where import Where

RESULTS: Final = "results"
PARTS: Final = "parts"
KNOWN_BY: Final = ("index", "year", "place")
SETTLED: Final = "appraised"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for beside the file. ``kind`` is that of a column that says only «score»."""

    index: Index
    year: int
    place: str
    set: str | None = None
    kind: str = SETTLED
    mark: str = "read"
    source: str | None = None
    table: int | None = None
    replace: bool = False


@dataclass(frozen=True)
class Read:
    """What a table comes to: changes, how many figures they hold, and what is bad."""

    made: Edited
    count: int
    faults: tuple[Fault, ...]
    is_by_criterion: bool


def read_kind(text: str) -> str:
    """Who gave a score, by the word here or by what officers call it."""
    found = spoken(text, KINDS)
    if found is None:
        raise Stop("table-score-kind", text=text, known=", ".join(KINDS))
    return found


def results_read(loaded: Loaded, document: Document, wanted: Wanted) -> Read:
    """The results in a document: the scores of one place by criterion, or the scores and ranks of many places."""
    if headed := find_table(document, "scores", wanted.table):
        return _scores(loaded, headed, wanted)
    if headed := find_table(document, "ranking", wanted.table):
        return _ranking(loaded, headed, wanted)
    raise Stop("table-no-results", exit_code=1)


def _scores(loaded: Loaded, headed: Headed, wanted: Wanted) -> Read:
    known = _set(wanted)
    found = read_scores(headed, CriteriaTree(wanted.index, known), wanted.kind)
    record = _head(wanted, wanted.place) | {"set": known.id}
    if SETTLED in found.totals:
        record["score"] = str(found.totals[SETTLED])
    record[PARTS] = [_part(one, loaded.workspace, wanted.year, found.faults) for one in found.parts]
    made = _put(loaded, wanted, [record] if found.parts or SETTLED in found.totals else [])
    return Read(made, len(found.parts), tuple(found.faults), is_by_criterion=True)


def _part(one: Scored, workspace: Workspace, year: int, faults: list[Fault]) -> dict[str, Tree]:
    """A score as its record. What proves it is a numbered paper or a link; other words there are a note."""
    part: dict[str, Tree] = {"criterion": one.ref, "kind": one.kind, "score": str(one.score)}
    days, notes = Days(date(year, 12, 31), date.max), [one.note] if one.note else []
    proofs: list[Tree] = []
    for text in one.papers:
        try:
            proof = read_evidence(text, days, workspace.units)
        except Stop as stop:
            faults.append(Fault(one.papers_at or one.place, stop))
            continue
        if proof["type"] == "system":
            notes.append(text)
        else:
            proofs.append(proof)
    part |= {"evidence": proofs} if proofs else {}
    return part | ({"note": "; ".join(notes)} if notes else {})


def _ranking(loaded: Loaded, headed: Headed, wanted: Wanted) -> Read:
    found = read_ranking(headed, partial(find_place, loaded.workspace), wanted.index.scale)
    made = _put(loaded, wanted, [_standing(wanted, one) for one in found.rows])
    return Read(made, len(found.rows), tuple(found.faults), is_by_criterion=False)


def _standing(wanted: Wanted, one: Standing) -> dict[str, Tree]:
    record = _head(wanted, one.place) | ({"set": wanted.set} if wanted.set else {})
    record |= {} if one.score is None else {"score": str(one.score)}
    record |= {} if one.rank is None else {"rank": str(one.rank)}
    if one.rank is not None and wanted.index.ranked is not None:
        record["ranked"] = str(wanted.index.ranked)
    groups = {group.id for group in wanted.index.groups}
    return record | ({"group": one.group} if one.group in groups else {})


def _head(wanted: Wanted, place: str) -> dict[str, Tree]:
    return {"index": wanted.index.id, "year": str(wanted.year), "place": place}


def _set(wanted: Wanted) -> CriteriaSet:
    """The set asked for, else the one of that year. Raises Stop where it is none, or one of several."""
    sets = wanted.index.sets
    listed = ", ".join(one.id for one in sets)
    if wanted.set is not None:
        named = next((one for one in sets if one.id == wanted.set), None)
        if named is None:
            raise Stop("table-set-unknown", text=wanted.set, known=listed)
        return named
    of_year = [one for one in sets if (one.first or 9999) <= wanted.year <= (one.last or wanted.year)]
    if len(of_year) != 1:
        raise Stop("table-set-needed", year=str(wanted.year), known=listed)
    return of_year[0]


def _put(loaded: Loaded, wanted: Wanted, records: Sequence[dict[str, Tree]]) -> Edited:
    """The workspace with these results in the file of their year. Raises Stop where another figure is there."""
    file = f"data/results/{wanted.year}.yaml"
    source = loaded.sources.get(file)
    there = [_there(source, record) for record in records]
    if wanted.source is None and not all(said for _, said in there):
        raise Stop("publish-source-missing")
    for record, (_, said) in zip(records, there, strict=True):
        if not said:
            record |= {"mark": wanted.mark, "source": wanted.source or ""}
    if source is None:
        return edited(loaded, (), {file: {RESULTS: list(records)}}) if records else edited(loaded)
    changes: list[Change] = []
    for record, (position, said) in zip(records, there, strict=True):
        other = [key for key, value in record.items() if key != PARTS and key in said and said[key] != value]
        changes += _more_proofs(Where(file, (RESULTS, position)), record, said)
        moved = list(_other_parts(Where(file, (RESULTS, position)), record, said))
        if (other or moved) and not wanted.replace:
            raise Stop("publish-there", exit_code=1, file=file, fields=", ".join(other or [PARTS]))
        changes += moved
    return edited(loaded, [*changes, *put(source, RESULTS, Result, KNOWN_BY, records, (PARTS,))])


def _there(source: Source | None, record: Mapping[str, Tree]) -> tuple[int, Mapping[str, Any]]:
    """Where the file holds a result of that index, year and place, and what it says of it."""
    data: Any = source.data if source else {}
    for position, one in enumerate(data.get(RESULTS) or []):
        if isinstance(one, dict) and all(one.get(key) == record[key] for key in KNOWN_BY):
            return position, one
    return 0, {}


def _other_parts(where: Where, record: dict[str, Tree], said: Mapping[str, Any]) -> Iterator[Change]:
    """Scores that are there with another figure, to be put in its place; only what is new stays in the record."""
    known = {(one.get("criterion"), one.get("kind")): n for n, one in enumerate(said.get(PARTS) or [])}
    parts: Any = record.get(PARTS, [])
    if PARTS in record:
        record[PARTS] = [one for one in parts if (one["criterion"], one["kind"]) not in known]
    for one in parts:
        position = known.get((one["criterion"], one["kind"]))
        if position is not None:
            was = said[PARTS][position]
            yield from (
                Rewrite(where.at(PARTS, position, key), one[key])
                for key in ("score", "note")
                if key in one and key in was and was[key] != one[key]
            )
    if PARTS in record and not record[PARTS]:
        del record[PARTS]


def _more_proofs(where: Where, record: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[Change]:
    """What proves scores that are there, beside what proves them already."""
    known = {(one.get("criterion"), one.get("kind")): n for n, one in enumerate(said.get(PARTS) or [])}
    for one in record.get(PARTS, []):
        position = known.get((one["criterion"], one["kind"]))
        if position is not None and "evidence" in one:
            proofs = {"evidence": one["evidence"]}
            was = said[PARTS][position]
            yield from field_changes(where.at(PARTS, position), was, proofs, keys_of(Part), ("evidence",))
