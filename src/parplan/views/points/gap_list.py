"""Points lost as one list: a row for each criterion and task, what was lost in the first of them.

Must not count a loss twice: whoever adds the column up gets what was lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from parplan.facts.serving.gap import Gap, Loss, Serving
from parplan.facts.standing import Standings
from parplan.views.columns import Heading, columns
from parplan.views.listing import Cell, Listing
from parplan.views.page import Properties
from parplan.views.phrases.phrases import Phrases
from parplan.views.points.compare_data import score_data, text
from parplan.views.points.gap_words import GapWords
from parplan.words import Words

SCHEMA_VERSION: Final = 1

HEADS: Final = (
    Heading("index", 1.6, "left"),
    Heading("code", 0.9, "left"),
    Heading("criterion", 4.0, "left"),
    Heading("lost", 0.9, "right"),
    Heading("score", 0.9, "right"),
    Heading("maximum", 0.9, "right"),
    Heading("cause-lost", 1.4, "left"),
    Heading("task-code", 1.0, "left"),
    Heading("task", 3.4, "left"),
    Heading("lead", 2.6, "left"),
    Heading("state", 2.4, "left"),
    Heading("total", 0.9, "right"),
    Heading("done", 0.9, "right"),
    Heading("overdue", 0.9, "right"),
)
NO_CRITERION: Final = ("", "", "", "", "", "", "")


def gap_list(
    made: Sequence[Gap],
    without: Sequence[Serving],
    standings: Standings,
    words: Words,
    properties: Properties,
    *,
    sample: bool,
) -> Listing:
    """Every loss with every task that serves it; last the tasks that serve none."""
    said = GapWords(words, heard=bool(standings.reports.files))
    phrases = Phrases(words, standings.workspace, standings.plan.plan)
    rows = [row for gap in made for loss in gap.losses for row in _rows(gap, loss, said, phrases)]
    rows += [(*NO_CRITERION, *_task(one, said, phrases)) for one in without]
    notices = (words("status.sample") if sample else "", "" if said.heard else words("status.no-data"))
    return Listing(
        tab=words("gap.tab"),
        title=properties.title,
        reference=words("gap.reference", day=standings.view.day),
        notices=tuple(filter(None, notices)),
        columns=columns(words, HEADS),
        rows=tuple(rows),
        properties=properties,
        watermark=words("report.watermark") if sample else "",
    )


def _rows(gap: Gap, loss: Loss, said: GapWords, phrases: Phrases) -> Iterator[tuple[Cell, ...]]:
    name = (gap.index.called, loss.criterion.code or "", loss.criterion.name)
    points = loss.score.points if loss.score else None
    figures = tuple("" if figure is None else figure for figure in (loss.lost, points, loss.maximum))
    cause = said.cause(loss.cause)
    tasks = [_task(one, said, phrases) for one in loss.tasks]
    tasks = tasks or [("", said.words("gap.nobody"), "", "", "", "", "")]
    for number, task in enumerate(tasks):
        yield (*name, *(figures if number == 0 else ("", "", "")), cause, *task)


def _task(serving: Serving, said: GapWords, phrases: Phrases) -> tuple[Cell, ...]:
    tally, task = serving.tally, serving.task
    counts: tuple[Cell, ...] = ("", "", "")
    if tally is not None:
        counts = (tally.total, tally.done, tally.all_overdue) if said.heard else (tally.total, "", "")
    return (task.id, task.title, phrases.agencies(task.lead), said.state(serving), *counts)


def gap_data(
    made: Sequence[Gap], without: Sequence[Serving], standings: Standings, place: str, *, sample: bool
) -> dict[str, Any]:
    """The same for machines: null where unknown. Keys are only ever added."""
    heard = bool(standings.reports.files)
    return {
        "schema_version": SCHEMA_VERSION,
        "sample": sample,
        "place": place,
        "year": made[0].result.year,
        "as_of": standings.view.day.isoformat(),
        "indexes": [_index(gap, heard=heard) for gap in made],
        "tasks_without_criterion": [serving_data(one, heard=heard) for one in without],
    }


def _index(gap: Gap, *, heard: bool) -> dict[str, Any]:
    group = gap.next_group
    return {
        "index": gap.index.id,
        "set": gap.scores.tree.of.id if gap.scores else None,
        "round": gap.scores.round if gap.scores else None,
        "scale": text(gap.index.scale),
        "score": text(gap.score),
        "lost": text(gap.lost),
        "total": score_data(gap.scores.total) if gap.scores else None,
        "lost_by_criterion": text(gap.told),
        "next_group": {"group": group[0].id, "lacking": text(group[1])} if group else None,
        "losses": [_loss(loss, heard=heard) for loss in gap.losses],
        "unserved": [loss.ref for loss in gap.unserved],
        "unknown": list(gap.unknown),
        "unknown_max": text(gap.unknown_maximum),
        "tasks_of_other_sets": [task.id for task in gap.apart],
    }


def _loss(loss: Loss, *, heard: bool) -> dict[str, Any]:
    score: Decimal | None = loss.score.points if loss.score else None
    return {
        "criterion": loss.ref,
        "code": loss.criterion.code,
        "name": loss.criterion.name,
        "score": text(score),
        "max": text(loss.maximum),
        "lost": text(loss.lost),
        "cause": loss.cause,
        "note": loss.note,
        "tasks": [serving_data(one, heard=heard) for one in loss.tasks],
    }


def serving_data(serving: Serving, *, heard: bool) -> dict[str, Any]:
    """A task that serves a criterion; what nobody was heard of is null."""
    tally = serving.tally
    known = tally is not None and heard
    return {
        "task": serving.task.id,
        "title": serving.task.title,
        "kind": serving.task.kind,
        "lead": list(serving.task.lead),
        "total": tally.total if tally else None,
        "done": tally.done if tally and known else None,
        "overdue": tally.overdue if tally and known else None,
        "overdue_unreported": tally.overdue_unreported if tally and known else None,
    }
