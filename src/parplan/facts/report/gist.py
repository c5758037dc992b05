"""What a report tells, apart from its words: a digest of each part, by which a later look finds what has changed.

Must not depend on a language, a template or a form: the same figures and rows have the same gist in all of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from parplan.calendar.period import Moment, Period
from parplan.facts.assignments import Key
from parplan.facts.monthly_register import owing
from parplan.facts.report.lost_points import LostPoints
from parplan.facts.report.own import OwnReportFacts
from parplan.facts.report.report import ReportFacts
from parplan.facts.serving.gap import Gap
from parplan.facts.standing import MarkKind, Standing, State
from parplan.facts.target import Reached
from parplan.model.plan import Task
from parplan.model.record import Record
from parplan.model.reminder import Reminder

Gist = Mapping[str, str]
"""Digests by part; ``work/so-tu-phap`` is the part that is one unit's."""

VERSION: Final = 1
"""Raised when the same facts come to another digest: a report of another version can't be compared by it."""
WORK: Final = "work/"
LENGTH: Final = 8
"""Hexadecimal digits of a digest: one in four thousand million changes goes unseen."""


def gist(facts: ReportFacts, *, charts: bool, gap: bool = False) -> Gist:
    """The gist of an office's report."""
    parts: dict[str, Any] = {
        "frame": _frame(facts, is_draft=facts.is_draft),
        "names": [
            *(*_plan(facts), *_foot(facts)),
            *_agencies(facts, [*owing(facts.standings), *_named(facts)]),
            *_tasks(facts),
        ],
        "targets": _targets(facts.targets, facts.targets_before),
        "before": [facts.compared, _overdue_before(facts)],
        "reports": facts.registers,
        "decisions": facts.standings.decisions,
        "letters": _letters(facts),
        "hand": [facts.hand, facts.papers, facts.unrecorded],
        "results": [[(c.index.id, c.index.called, c.before, c.after, c.parts) for c in facts.index_changes]],
    }
    if charts:
        parts["months"] = facts.by_month
        parts["results"].append(facts.known_results)
    if gap:
        parts["gap"] = [_lost(facts.lost_points), facts.has_updates]
    rows, alone, late = facts.overdue_in_a_row, _alone(facts.everything), _keys(facts.supplemented)
    work: dict[str, list[Any]] = {}
    for standing in facts.everything:
        key = standing.assignment.key
        told = [*_counted(standing), *_said(standing, is_alone=key in alone), rows.get(key, 0), key in late]
        work.setdefault(standing.assignment.agency, []).append(told)
    return _digests(parts | _by_unit(work))


def own_gist(facts: OwnReportFacts) -> Gist:
    """The gist of one unit's own report."""
    report = facts.report
    every = (*facts.counted, *facts.standing_duties)
    tasks = {standing.assignment.task.id for standing in every}
    papers = [file.document for file in facts.files]
    return _digests(
        {
            "frame": _frame(report, is_draft=not facts.files),
            "names": [
                *_plan(report),
                *_agencies(report, [facts.agency, report.office]),
                *_tasks(report, tasks),
            ],
            "targets": _targets(facts.targets, facts.targets_before),
            "reports": [facts.has_updates, papers],
        }
        | _by_unit({facts.agency: [_row(standing) for standing in every]})
    )


def list_gist(facts: ReportFacts, unit: str | None) -> Gist:
    """The gist of the list beside a report: all that is known of each assignment, of all units or of one."""
    every = [s for s in facts.everything if unit in (None, s.assignment.agency)]
    work: dict[str, list[Any]] = {}
    for standing in every:
        work.setdefault(standing.assignment.agency, []).append(_row(standing))
    tasks = {standing.assignment.task.id for standing in every}
    names = [*_agencies(facts, [*work, unit or facts.office]), *_tasks(facts, tasks)]
    frame = [facts.period, facts.closes, facts.has_updates, facts.is_sample]
    return _digests({"frame": frame, "names": names} | _by_unit(work))


def changed(before: Gist, now: Gist) -> tuple[str, ...]:
    """The parts that tell something else now, in the order in which a report tells them."""
    every = dict.fromkeys((*now, *before))
    return tuple(part for part in every if before.get(part) != now.get(part))


def _frame(facts: ReportFacts, *, is_draft: bool) -> list[Any]:
    span = (facts.period, facts.opens, facts.closes, facts.coming, facts.sent_in)
    return [*span, facts.is_ahead, is_draft, facts.is_sample]


def _plan(facts: ReportFacts) -> Iterator[Any]:
    """How plan and place are named."""
    plan = facts.plan.plan
    yield from (plan.title, plan.short, plan.number, plan.issued, plan.issuer, plan.ends, plan.reporting.from_)
    yield [(place.name, place.formal) for place in facts.workspace.indexes.places if place.id == plan.place]


def _foot(facts: ReportFacts) -> Iterator[Any]:
    """Whom the office's report goes to, and who signs it."""
    hand, usual = facts.hand, facts.plan.plan.reporting
    signer, recipients = hand and hand.signer, hand and hand.recipients
    yield from (facts.addressees, signer or usual.signer, recipients or usual.recipients, usual.archive)


def _named(facts: ReportFacts) -> Iterator[str]:
    yield from (facts.office, facts.plan.plan.issuer, *facts.addressees)


def _agencies(facts: ReportFacts, ids: Iterable[str]) -> Iterator[Any]:
    wanted, register = set(ids), facts.workspace.agencies
    kinds = {kind.id: kind for kind in register.kinds}
    for unit in register.agencies:
        if unit.id in wanted:
            yield (
                unit.id,
                unit.name,
                unit.formal,
                unit.short,
                unit.symbol,
                unit.place,
                unit.signer,
                kinds[unit.kind],
            )


def _tasks(facts: ReportFacts, wanted: Iterable[str] | None = None) -> Iterator[Any]:
    ids = set(wanted) if wanted is not None else None
    groups = {group.id: group.name for group in facts.workspace.agencies.groups}
    for task in facts.plan.tasks:
        if ids is None or task.id in ids:
            leads = [(lead, groups.get(lead)) for lead in task.lead]
            yield task.id, task.title, task.kind, leads, _rule(task), _product(task), task.source.section


def _rule(task: Task) -> str | None:
    return task.deadline.rule if task.deadline else None


def _product(task: Task) -> str | None:
    """What a report prints: the document's own, not what somebody proposed."""
    return task.product.what if task.product and task.product.by == "document" else None


def _targets(now: Iterable[Reached], before: Iterable[Reached]) -> list[Any]:
    return [
        [(r.key, r.target, r.value, r.done, r.of, r.units, r.asked, r.verdict) for r in some]
        for some in (now, before)
    ]


def _keys(standings: Iterable[Standing]) -> frozenset[Key]:
    return frozenset(standing.assignment.key for standing in standings)


def _overdue_before(facts: ReportFacts) -> list[Key]:
    """By which what is overdue now is new or not: what this period's files tell changes nothing in it."""
    return [standing.assignment.key for standing in facts.before.overdue] if facts.before else []


def _lost(told: LostPoints) -> list[Any]:
    """What is told of lost points, and how the tasks stand that are to bring them back."""
    return [[_gap(gap) for gap in told.gaps], [(index.id, index.called) for index in told.without]]


def _gap(gap: Gap) -> list[Any]:
    index, scores = gap.index, gap.scores
    losses = [
        [loss.ref, loss.criterion.code, loss.criterion.name, loss.score, loss.maximum, loss.cause, loss.note]
        + [(one.task.id, one.tally) for one in loss.tasks]
        for loss in gap.losses
    ]
    whole = [scores.total, scores.round] if scores else []
    named = [index.id, index.called, index.unit, index.scale, gap.result.year, gap.score]
    return [*named, whole, losses, len(gap.unknown), gap.unknown_maximum, [task.id for task in gap.apart]]


def _letters(facts: ReportFacts) -> list[Reminder]:
    """Those of the period, and the earlier ones about what is overdue now."""
    about = {letter for standing in facts.overdue for letter in facts.letters.about(standing)}
    told = about.union(facts.letters_of_period)
    return [letter for letter in facts.letters.sent if letter in told]


def _counted(standing: Standing) -> list[Any]:
    """What tables count and name of an assignment, whoever it is."""
    owed = standing.assignment
    due = (owed.due.named, owed.due.last) if owed.due else None
    is_told = standing.state in (State.REPORTED, State.NOTHING_AROSE)
    return [
        *owed.key,
        owed.common,
        owed.opens,
        due,
        State.REPORTED if is_told else standing.state,
        standing.fell_due,
    ]


def _said(standing: Standing, *, is_alone: bool) -> Iterator[Any]:
    """What an office's report prints of a unit's own words: of what one unit owes alone, what is late or stuck."""
    update, is_overdue = standing.update, standing.state.is_overdue
    if is_alone:
        yield standing.state, standing.marks, standing.assignment.extended
    if is_overdue:
        yield standing.days_late
    if update is None:
        return
    if is_alone or (standing.state.is_done and not standing.assignment.common):
        yield update.result, update.evidence, update.status
    if is_overdue:
        yield update.status, update.result, update.reason, update.difficulty, update.expected
    if MarkKind.DIFFICULTY in standing.marks:
        yield update.difficulty


def _alone(every: Iterable[Standing]) -> frozenset[Key]:
    """What only one unit owes, of which a report tells what the unit said instead of a count."""
    owed: dict[tuple[str, Period | None], list[Key]] = {}
    for standing in every:
        task, _, period = key = standing.assignment.key
        owed.setdefault((task, period), []).append(key)
    return frozenset(keys[0] for keys in owed.values() if len(keys) == 1)


def _row(standing: Standing) -> list[Any]:
    """All that is known of an assignment."""
    word = standing.word
    told = (word.update, word.day, word.file.month) if word else None
    counted = (standing.state, standing.marks, standing.days_late, standing.days_left)
    return [*_counted(standing), standing.assignment.extended, *counted, told]


def _by_unit(work: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {f"{WORK}{agency}": told for agency, told in work.items()}


def _digests(parts: Mapping[str, Any]) -> Gist:
    return {name: _digest(told) for name, told in parts.items()}


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(_plain(told), sort_keys=True).encode()).hexdigest()[:LENGTH]


def _plain(value: Any) -> Any:
    """A value as JSON holds it."""
    match value:
        case None | bool() | int() | str():
            return value
        case Enum():
            return value.value
        case Decimal():
            return format(value.normalize(), "f")
        case date() | Period() | Moment():
            return str(value)
        case Record():
            return _told((name, getattr(value, name)) for name in type(value).model_fields)
        case Mapping():
            return [[_plain(key), _plain(item)] for key, item in value.items()]
        case frozenset():
            return sorted(_plain(item) for item in value)
        case tuple() if hasattr(value, "_fields"):
            return _told(zip(value._fields, value, strict=True))
        case tuple() | list():
            return [_plain(item) for item in value]
    raise TypeError(type(value))


def _told(named: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """What a value says; what it does not say is left out: a new key of its kind is no change. 0 is said."""
    plain = ((name, _plain(value)) for name, value in named)
    return {name: said for name, said in plain if said is not None and said is not False and said not in ([], {})}
