"""The facts against another way of computing them: by walking the calendar a day at a time.

The oracle reads the sketch of a workspace, not the workspace, and follows the definitions word by word, as naively
as it can. Where it and the facts differ, one of the two has misread a definition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import assume, given, note
from hypothesis import strategies as st
from random_workspaces import (
    OFFICE,
    ONE_DAY,
    YEAR,
    Day,
    Days,
    Decided,
    Every,
    Said,
    Sent,
    Sketch,
    Stretch,
    Task,
    period_of,
    sketches,
    workspace,
)

from parplan.calendar.period import Period
from parplan.facts.breakdown import counts
from parplan.facts.monthly_register import register
from parplan.facts.report.report import report_facts
from parplan.facts.standing import Standing, Standings
from parplan.facts.tally import Tally
from parplan.facts.viewpoint import Viewpoint
from parplan.model.workspace import Workspace
from tries import tries

COUNTED = ("once", "periodic")
Key = tuple[str, str, str | None]


@dataclass(frozen=True)
class View:
    """As of a day; or a month's report, as of its closing day."""

    day: date
    month: str | None


@dataclass(frozen=True)
class Owed:
    """What one unit owes of a task, once; ``last`` is the last day in time, ``named`` the one that is written."""

    task: Task
    unit: str
    period: str | None
    opens: date
    last: date | None
    named: date | None
    common: bool
    extended: bool = False

    @property
    def key(self) -> Key:
        return (self.task.id, self.unit, self.period)


@dataclass(frozen=True)
class Stands:
    """What is told of one assignment: all that both ways of computing must agree on."""

    key: Key
    opens: date
    last: date | None
    named: date | None
    common: bool
    state: str
    marks: frozenset[str]
    days_late: int
    days_left: int
    fell_due: bool


# --- days ----------------------------------------------------------------------------------------------------


def days(first: date, last: date) -> list[date]:
    return [first + number * ONE_DAY for number in range((last - first).days + 1)]


def whole(day: date, months: int) -> list[date]:
    """Every day of the period of that length in which a day lies, found by walking to its edges."""
    name = period_of(day, months)
    first = last = day
    while period_of(first - ONE_DAY, months) == name:
        first -= ONE_DAY
    while period_of(last + ONE_DAY, months) == name:
        last += ONE_DAY
    return days(first, last)


def report_month(sketch: Sketch, day: date) -> str:
    """The month in whose report a day is told: on the day after the closing day the next one begins."""
    while day.day > sketch.closes:
        day += ONE_DAY
        if day.day == 1:
            break
    return day.isoformat()[:7]


def day_of(month: str, number: int) -> date:
    return date.fromisoformat(f"{month}-{number:02}")


def closes(sketch: Sketch, month: str) -> date:
    return day_of(month, sketch.closes)


def is_off(sketch: Sketch, day: date) -> bool:
    return day not in sketch.working and (day in sketch.off or day.strftime("%a") in ("Sat", "Sun"))


# --- who -----------------------------------------------------------------------------------------------------


def there(sketch: Sketch, unit: str, day: date) -> bool:
    (found,) = (known for known in sketch.units if known.id == unit)
    return not (found.from_ and day < found.from_) and not (found.until and day > found.until)


def holds(sketch: Sketch, name: str, unit: str) -> bool:
    """Whether a name is a unit's, or that of a group that holds it, however deep."""
    if name == unit:
        return True
    for group in sketch.groups:
        if group.id == name:
            kinds = [known.kind for known in sketch.units if known.id == unit]
            return kinds[0] in group.kinds or any(holds(sketch, member, unit) for member in group.members)
    return False


def comes_to(sketch: Sketch, names: tuple[str, ...], unit: str, day: date) -> bool:
    return there(sketch, unit, day) and any(holds(sketch, name, unit) for name in names)


def is_common(names: tuple[str, ...], unit: str) -> bool:
    """Owed as one of a group: whoever is named itself owes it by name."""
    return unit not in names


# --- what is owed --------------------------------------------------------------------------------------------


def occurrences(sketch: Sketch, task: Task) -> Iterator[tuple[str | None, date, date | None, date | None]]:
    """Each time a task is owed: its period, the day it opens, the last day in time, the day that is written."""
    if task.kind in ("ongoing", "on-event"):
        yield None, sketch.first, None, None
    elif task.kind == "once":
        yield None, *_once(sketch, task.rule)
    elif isinstance(task.rule, Every):
        for period in _periods(sketch, task.rule):
            opens = next(day for day in days(sketch.first, period[-1]) if day in period)
            last, named = _recurs(task.rule, period)
            if sketch.ends in period[:-1] and last > sketch.ends:  # the plan is over before the period is
                last = named = sketch.ends
            yield period_of(opens, task.rule.months), opens, last, named


def _once(sketch: Sketch, rule: object) -> tuple[date, date, date]:
    if isinstance(rule, Day):
        return sketch.first, rule.day - ONE_DAY if rule.before else rule.day, rule.day
    if isinstance(rule, Stretch):
        stretch = whole(rule.day, rule.months)
        return max(sketch.first, stretch[0]), stretch[-1], stretch[-1]
    return sketch.first, sketch.ends, sketch.ends


def _periods(sketch: Sketch, rule: Every) -> list[list[date]]:
    """The periods that lie wholly in the plan; where there is none, the one in which the plan ends.

    Where the day on which the plan starts is blank, its first month is not a whole one. A day of every year
    is owed in each year in which it lies in the plan.
    """
    months = rule.months
    if rule.month is not None:
        first, last = whole(sketch.first, 12)[0], whole(sketch.ends, 12)[-1]
        years = [whole(day, 12) for day in days(first, last) if (day.day, day.month) == (1, 1)]
        return [year for year in years if sketch.first <= _recurs(rule, year)[0] <= sketch.ends]
    begins = whole(sketch.first, 1)[-1] + ONE_DAY if sketch.blank else sketch.first
    every: list[list[date]] = []
    for day in days(begins, sketch.ends):
        if not every or day > every[-1][-1]:
            every.append(whole(day, months))
    full = [period for period in every if period[0] >= begins and period[-1] <= sketch.ends]
    return full or [whole(sketch.ends, months)]


def _recurs(rule: Every, period: list[date]) -> tuple[date, date]:
    if rule.day is None:
        return period[-1], period[-1]
    if rule.month is not None:
        (day,) = (day for day in period if (day.day, day.month) == (rule.day, rule.month))
        return day - ONE_DAY if rule.before else day, day
    month = whole(period[-1] + ONE_DAY if rule.next_month else period[-1], 1)
    for day in month:
        if day.day == rule.day:
            return day - ONE_DAY if rule.before else day, day
    return month[-1], month[-1]


def owed(sketch: Sketch, view: View) -> list[Owed]:
    """Everything that is owed, unit by unit, after all that was decided."""
    found = []
    for task in sketch.tasks:
        for period, opens, last, named in occurrences(sketch, task):
            for unit in sketch.units:
                one = Owed(task, unit.id, period, opens, last, named, is_common(task.lead, unit.id))
                at_first = one if comes_to(sketch, task.lead, unit.id, opens) else None
                after = _decided(sketch, view, one, at_first)
                if after:
                    found.append(after)
    return found


def owed_in_month(sketch: Sketch, view: View, month: str) -> list[Owed]:
    """The duties without a due day, of the units that are there when a month closes, as decided by then."""
    day = closes(sketch, month)
    then = View(min(day, view.day), view.month)
    found = []
    for task in sketch.tasks:
        for unit in sketch.units if task.kind in ("ongoing", "on-event") else ():
            one = Owed(task, unit.id, None, day, None, None, is_common(task.lead, unit.id))
            at_first = one if comes_to(sketch, task.lead, unit.id, day) else None
            after = _decided(sketch, then, one, at_first)
            if after:
                found.append(after)
    return found


def _decided(sketch: Sketch, view: View, plain: Owed, now: Owed | None) -> Owed | None:
    """One unit's assignment after every decision about it, those of earlier folders and days first."""
    about = [
        (decision.month, decision.from_, number, decision)
        for number, decision in enumerate(sketch.decisions)
        if decision.task == plain.task.id
        and decision.period in (None, plain.period)
        and decision.from_ <= view.day
        and (view.month is None or decision.month <= view.month)
    ]
    for *_, decision in sorted(about, key=lambda item: item[:3]):
        if _is_about(sketch, decision, plain):
            now = _after(decision, plain, now)
    return now


def _is_about(sketch: Sketch, decision: Decided, plain: Owed) -> bool:
    """More work is given to units that are there when it opens for them; the rest holds for those gone too."""
    if decision.units is None:
        return True
    if decision.kind == "assign":
        return comes_to(sketch, decision.units, plain.unit, max(plain.opens, decision.from_))
    return any(holds(sketch, name, plain.unit) for name in decision.units)


def _after(decision: Decided, plain: Owed, now: Owed | None) -> Owed | None:
    if decision.kind == "assign":
        if now is None and (plain.last is None or plain.last >= decision.from_):
            opens = max(plain.opens, decision.from_)
            common = is_common(decision.units or (), plain.unit)
            return replace(plain, opens=opens, common=common)
        return now
    if now is None:
        return None
    if decision.kind == "extend":
        if now.last is None:
            return now
        return replace(now, last=decision.to, named=decision.to, extended=True)
    return now if now.last is not None and now.last < decision.from_ else None


# --- how it stands -------------------------------------------------------------------------------------------


def happened(sketch: Sketch, sent: Sent, said: Said) -> date:
    if said.day:
        return said.day
    closing = closes(sketch, sent.month)
    return min(sent.received or closing, closing)


def has_come(sketch: Sketch, view: View, sent: Sent) -> bool:
    """Whether a file is there: in a month's report all of its folders, else what had come in by the day."""
    if view.month:
        return sent.month <= view.month
    return (sent.received or closes(sketch, sent.month)) <= view.day


def counts_for(sketch: Sketch, view: View, one: Owed) -> tuple[str, date, Said] | None:
    """The record that counts: of the greatest folder, then of the greatest day, then the last in its file."""
    found = None
    for sent in sketch.files:
        for said in sent.said:
            day = happened(sketch, sent, said)
            if (said.task, sent.unit, said.period) != one.key or day > view.day:
                continue
            if view.month and sent.month > view.month:
                continue
            if found is None or (sent.month, day) >= (found[0], found[1]):
                found = (sent.month, day, said)
    return found


def days_late(one: Owed, day: date) -> int:
    """Calendar days from the day that is written; none while in time."""
    assert one.last
    assert one.named
    return len(days(one.named + ONE_DAY, day)) if day > one.last else 0


def own_report(sketch: Sketch, view: View, one: Owed) -> date | None:
    """When the monthly report went out that is itself the duty.

    The one being made counts on the closing day, and so does every other that nobody wrote down, but for those of
    months before the first for which any unit has reported by then.
    """
    if (one.task.id, one.unit) != (sketch.own, OFFICE):
        return None
    if view.month and one.period == view.month:
        return view.day
    for month, day in sketch.reports:
        if month == one.period and day and day <= view.day and (view.month is None or month <= view.month):
            return day
    if not one.period or one.period < month_of_start(sketch) or (view.month and one.period > view.month):
        return None
    if not any(has_come(sketch, view, sent) for sent in sketch.files):
        return None
    if not any(sent.month <= one.period for sent in sketch.files):
        return None
    return closes(sketch, one.period) if closes(sketch, one.period) <= view.day else None


def month_of_start(sketch: Sketch) -> str:
    """The first month with a report: that in which the plan's first day is told."""
    return report_month(sketch, sketch.first)


def first_told(sketch: Sketch, view: View, one: Owed) -> str:
    """The folder in which the unit first said «done» of the day it now says, and never took it back after."""
    told = sorted(
        (sent.month, happened(sketch, sent, said), number, said.status)
        for sent in sketch.files
        for number, said in enumerate(sent.said)
        if (said.task, sent.unit, said.period) == one.key
        and happened(sketch, sent, said) <= view.day
        and not (view.month and sent.month > view.month)
    )
    first, of_day = "", None
    for month, day, _, status in told:
        if status != "done":
            first = ""
        elif not first or day != of_day:
            first, of_day = month, day
    return first


def stands(sketch: Sketch, view: View, one: Owed) -> Stands:
    """The state and the marks of an assignment that has a due day."""
    assert one.last
    word = counts_for(sketch, view, one)
    left = len(days(view.day, one.last)) - 1 if one.last >= view.day else -(len(days(one.last, view.day)) - 1)
    if not (word and word[2].status == "done") and (sent := own_report(sketch, view, one)):
        state = "done-on-time" if sent <= one.last else "done-late"
        own = {"by-report" if one.period == view.month else "by-earlier-report"}
        return _told(one, state, own | ({"extended"} if one.extended else set()), days_late(one, sent), left)
    marks = set()
    late = days_late(one, view.day)
    if word and word[2].status == "done":
        state = "done-on-time" if word[1] <= one.last else "done-late"
        late = days_late(one, word[1])
        marks |= {"no-evidence"} if not word[2].evidence else set()
        marks |= {"late-word"} if report_month(sketch, word[1]) < first_told(sketch, view, one) else set()
    elif view.day > one.last:
        of_due = report_month(sketch, one.last)
        heard = [s for s in sketch.files if s.unit == one.unit and s.month >= of_due and has_come(sketch, view, s)]
        state = "overdue" if heard else "overdue-unreported"
    else:
        state = "open"
        marks |= _open_marks(sketch, view, one.last)
    if word and word[2].status != "done" and word[2].difficulty:
        marks |= {"difficulty"}
    return _told(one, state, marks | ({"extended"} if one.extended else set()), late, left)


def _open_marks(sketch: Sketch, view: View, last: date) -> set[str]:
    marks = {"day-off"} if is_off(sketch, last) else set()
    while is_off(sketch, last):
        last -= ONE_DAY
    return marks | ({"due-soon"} if view.day >= last - sketch.due_soon * ONE_DAY else set())


def _told(one: Owed, state: str, marks: set[str], late: int, left: int) -> Stands:
    fell_due = state.startswith("overdue") or (state.startswith("done") and left <= 0)
    return Stands(
        one.key, one.opens, one.last, one.named, one.common, state, frozenset(marks), late, left, fell_due
    )


def standing_duty(sketch: Sketch, view: View, one: Owed, month: str) -> Stands:
    """A duty without a due day: what its unit said of it in one month's file."""
    of_month = tuple(sent for sent in sketch.files if sent.month == month)
    word = counts_for(replace(sketch, files=of_month), view, one)
    state = "not-reported" if word is None else "nothing-arose" if word[2].status == "none" else "reported"
    marks = {"difficulty"} if word and word[2].difficulty else set()
    return _told(one, state, marks, 0, 0)


def is_owed_report(sketch: Sketch, month: str) -> bool:
    """Whether units are asked for a month's report: its first day lies in the plan, and the start is no blank."""
    months = {day.isoformat()[:7] for day in days(sketch.first, sketch.ends)}
    months = {one for one in months if one >= month_of_start(sketch)}
    begins = whole(sketch.first, 1)[-1] + ONE_DAY if sketch.blank else sketch.first
    full = {one for one in months if day_of(one, 1) >= begins}
    return month in (full or months)


def who_sent(sketch: Sketch, view: View, month: str, asked: set[str]) -> tuple[list[str], ...]:
    """Of the units asked: who sent a month's report in time, late, on a day nobody knows, or not at all."""
    lists: tuple[list[str], ...] = ([], [], [], [])
    for unit in (unit.id for unit in sketch.units if unit.id in asked):
        sent = [s for s in sketch.files if (s.unit, s.month) == (unit, month) and has_come(sketch, view, s)]
        if sent:
            came = sent[0].received
            lists[2 if came is None else 0 if came <= day_of(month, sketch.units_send) else 1].append(unit)
        elif is_owed_report(sketch, month) and there(sketch, unit, closes(sketch, month)):
            lists[3].append(unit)
    return lists


# --- the two against one another -----------------------------------------------------------------------------


def by_the_facts(found: Standing) -> Stands:
    one = found.assignment
    task, unit, period = one.key
    return Stands(
        (task, unit, str(period) if period else None),
        one.opens,
        one.due.last if one.due else None,
        one.due.named if one.due else None,
        one.common,
        found.state.value,
        frozenset(mark.value for mark in found.marks),
        found.days_late,
        found.days_left,
        found.fell_due,
    )


def counted(every: list[Stands]) -> Counter[str]:
    return Counter(one.state for one in every) + Counter({"total": len(every)}) + _due(every)


def _due(every: list[Stands]) -> Counter[str]:
    return Counter({"fell-due": sum(one.fell_due for one in every)})


def as_counter(tally: Tally) -> Counter[str]:
    return +Counter({name.replace("_", "-"): figure for name, figure in tally._asdict().items()})


def agree(sketch: Sketch, made: Workspace, view: View, month: str) -> None:
    plan = made.plans[YEAR]
    seen = Viewpoint(view.day, Period.parse(view.month) if view.month else None)
    found = Standings(made, plan, seen)
    every = owed(sketch, view)
    expected = [stands(sketch, view, one) for one in every if one.task.kind in COUNTED]
    note(f"{view}")
    assert [by_the_facts(s) for s in found.counted] == expected
    duties = [standing_duty(sketch, view, one, month) for one in owed_in_month(sketch, view, month)]
    assert [by_the_facts(s) for s in found.standing_duties(Period.parse(month))] == duties
    tallies = counts(found.counted)
    assert as_counter(tallies.total) == counted(expected)
    assert as_counter(tallies.common) == counted([one for one in expected if one.common])
    assert as_counter(tallies.single) == counted([one for one in expected if not one.common])
    asked = {one.unit for one in every} - {OFFICE}
    sent = register(found, Period.parse(month))
    fates = (sent.in_time, sent.late, sent.undated, sent.silent)
    assert tuple(map(list, fates)) == who_sent(sketch, view, month, asked)


@tries(120)
@given(drawn=sketches(), data=st.data())
def test_walking_the_calendar_day_by_day_comes_to_the_same(
    drawn: tuple[Sketch, Days], data: st.DataObject
) -> None:
    sketch, some = drawn
    made = workspace(sketch)
    a_month = st.sampled_from([*sketch.months, *(sent.month for sent in sketch.files)])
    for day in data.draw(st.lists(some.any, min_size=1, max_size=3, unique=True)):
        agree(sketch, made, View(day, None), data.draw(a_month))
    month = data.draw(a_month)
    agree(sketch, made, View(closes(sketch, month), month), month)


@tries(100)
@given(drawn=sketches(), data=st.data())
def test_the_office_s_report_stands_alike_on_a_day_and_in_its_month_s_report(
    drawn: tuple[Sketch, Days], data: st.DataObject
) -> None:
    """Where any unit has reported by then.

    Left out: what came in later, which is known to the month alone, and the folders of later months, of which
    whatever came in early is known to the day alone.
    """
    sketch, _ = drawn
    month = data.draw(st.sampled_from([month for month in sketch.months if month >= month_of_start(sketch)]))
    then = View(closes(sketch, month), "")
    come = (file for file in sketch.files if file.month <= month and has_come(sketch, then, file))
    sent = tuple(replace(file, said=()) for file in come)
    assume(sent)
    made = workspace(replace(sketch, files=sent, decisions=(), reports=()))
    views = (Viewpoint(closes(sketch, month), Period.parse(month)), Viewpoint(closes(sketch, month)))
    of_month, of_day = (
        [
            (s.state, s.days_late)
            for s in Standings(made, made.plans[YEAR], view).counted
            if s.assignment.task.id == sketch.own
        ]
        for view in views
    )
    assert of_day == of_month


def in_the_report(sketch: Sketch, month: str) -> dict[Key, str]:
    """The state of everything counted, as a month's report tells it."""
    view = View(closes(sketch, month), month)
    return {one.key: stands(sketch, view, one).state for one in owed(sketch, view) if one.task.kind in COUNTED}


@tries(40)
@given(drawn=sketches(), data=st.data())
def test_what_is_news_is_what_the_month_before_did_not_tell(
    drawn: tuple[Sketch, Days], data: st.DataObject
) -> None:
    sketch, _ = drawn
    number = data.draw(st.integers(1, len(sketch.months) - 2))
    before, now = (in_the_report(sketch, month) for month in sketch.months[number - 1 : number + 1])
    if sketch.months[number - 1] < month_of_start(sketch):  # no report was made before the plan's first day
        before = {}
    made = workspace(sketch)
    found = report_facts(made, made.plans[YEAR], Period.parse(sketch.months[number]))
    late = [key for key, state in before.items() if state.startswith("overdue")]
    newly = [key for key, state in now.items() if state.startswith("overdue") and key not in late]
    settled = [key for key, state in now.items() if state.startswith("done") and key in late]
    assert [by_the_facts(standing).key for standing in found.newly_overdue] == newly
    assert [by_the_facts(standing).key for standing in found.settled] == settled
    put_off = [key for key, state in now.items() if state == "open" and key in late]
    assert [by_the_facts(standing).key for standing in found.put_off] == put_off
    assert [by_the_facts(standing).key for standing in found.released] == [key for key in late if key not in now]
