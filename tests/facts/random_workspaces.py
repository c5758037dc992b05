"""Random small plans with what was reported and decided: a plain sketch, and the workspace that it stands for.

Must not import parplan.facts: the tests that hold the facts against a sketch rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any

from hypothesis import strategies as st

from parplan.model.agency import AgenciesFile
from parplan.model.calendar import CalendarFile
from parplan.model.index import IndexesFile
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.report import ReportFile
from parplan.model.workspace import Workspace

ONE_DAY = timedelta(days=1)
OFFICE = "van-phong"
"""The office that gathers the reports, and that owes the monthly report itself."""


# --- the sketch ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    id: str
    kind: str
    from_: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Group:
    id: str
    members: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """Due on a day, or before it."""

    day: date
    before: bool

    @property
    def text(self) -> str:
        words = "trước ngày" if self.before else "chậm nhất ngày"
        return f"{words} {self.day.day}/{self.day.month}/{self.day.year}"


@dataclass(frozen=True)
class Stretch:
    """A stretch of whole months from the one in which a day lies: 1, 3, 6 or 12 of them."""

    day: date
    months: int

    @property
    def text(self) -> str:
        month, year = self.day.month, self.day.year
        match self.months:
            case 1:
                return f"tháng {month}/{year}"
            case 3:
                return f"quý {('I', 'II', 'III', 'IV')[(month - 1) // 3]}/{year}"
            case 6:
                return f"6 tháng {'đầu' if month <= 6 else 'cuối'} năm {year}"
        return f"năm {year}"


@dataclass(frozen=True)
class Every:
    """Every 1, 3, 6 or 12 months: at the period's end, or by a day of its last month or of the next one.

    ``month``: by that day of that month, every year.
    """

    months: int
    day: int | None = None
    before: bool = False
    next_month: bool = False
    month: int | None = None

    @property
    def text(self) -> str:
        if self.month is not None:
            how = "trước" if self.before else "chậm nhất"
            return f"{how} ngày {self.day}/{self.month} hằng năm"
        every = {1: "hằng tháng", 3: "hằng quý", 6: "hằng 6 tháng", 12: "hằng năm"}[self.months]
        if self.day is None:
            return every
        words = "trước" if self.before else "chậm nhất"
        return f"{every}, {words} ngày {self.day:02}{' tháng sau' if self.next_month else ''}"


@dataclass(frozen=True)
class Task:
    id: str
    kind: str
    lead: tuple[str, ...]
    rule: Day | Stretch | Every | None = None


@dataclass(frozen=True)
class Said:
    """One update."""

    task: str
    period: str | None
    status: str
    day: date | None
    difficulty: bool
    evidence: bool


@dataclass(frozen=True)
class Sent:
    """One unit's file for a month."""

    month: str
    unit: str
    received: date | None
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Decided:
    month: str
    kind: str
    task: str
    units: tuple[str, ...] | None
    period: str | None
    to: date | None
    from_: date


@dataclass(frozen=True)
class Sketch:
    """A plan and all that happened to it. ``blank``: only the month is known in which it starts."""

    starts: date
    blank: bool
    ends: date
    closes: int
    due_soon: int
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    tasks: tuple[Task, ...]
    own: str | None
    off: tuple[date, ...]
    working: tuple[date, ...]
    files: tuple[Sent, ...]
    decisions: tuple[Decided, ...]
    reports: tuple[tuple[str, date | None], ...]

    @property
    def units_send(self) -> int:
        return self.closes + 3

    @property
    def first(self) -> date:
        """The first day on which the plan can be in force."""
        return self.starts.replace(day=1) if self.blank else self.starts

    @property
    def months(self) -> tuple[str, ...]:
        """The months whose reports are made: that of the start to the one in which the plan's last day is told."""
        days = [self.first + number * ONE_DAY for number in range((self.ends - self.first).days + 1)]
        told = [month_of(day) for day in days]
        return tuple(dict.fromkeys([*told, month_of(self.ends + 20 * ONE_DAY)]))


def month_of(day: date) -> str:
    return day.isoformat()[:7]


def period_of(day: date, months: int) -> str:
    """What the period of that length is called in which a day lies."""
    match months:
        case 1:
            return month_of(day)
        case 3:
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case 6:
            return f"{day.year}-H{1 if day.month <= 6 else 2}"
    return str(day.year)


# --- random ones ---------------------------------------------------------------------------------------------

KINDS = ("huyen", "so")
UNITS = (OFFICE, "mot", "hai", "ba")
NEAR = st.sampled_from([-1, 0, 0, 0, 1])
YES_OR_NO = st.booleans()
LONG = st.sampled_from([1, 3, 6, 12])
STATUS = st.sampled_from(["done", "done", "in-progress", "not-started", "none"])
DECIDED = st.sampled_from(["extend", "extend", "exempt", "assign", "drop"])
KIND = st.sampled_from(["once", "once", "periodic", "periodic", "ongoing", "on-event", "general"])
KIND_OF_UNIT = st.sampled_from(KINDS)
STARTS = st.dates(date(2022, 1, 1), date(2024, 12, 31))
CLOSES = st.sampled_from([14, 14, 20])
DUE_SOON = st.sampled_from([1, 7, 30])
"""Made once, like those of ``cache``: to make the strategies anew takes longer than to draw from them."""


@dataclass(frozen=True)
class Days:
    """A few days of a plan, and those beside them: what happens shall happen on the edges of one another."""

    pool: tuple[date, ...]

    @cached_property
    def any(self) -> st.SearchStrategy[date]:
        return st.builds(lambda day, near: day + near * ONE_DAY, st.sampled_from(self.pool), NEAR)

    @cached_property
    def maybe(self) -> st.SearchStrategy[date | None]:
        return st.none() | self.any


def _pool(starts: date, ends: date, closes: int) -> st.SearchStrategy[Days]:
    def notable(day: date) -> list[date]:
        first = day.replace(day=1)
        last = (first + 31 * ONE_DAY).replace(day=1) - ONE_DAY
        return [day, first, last, day.replace(day=closes), day.replace(day=closes + 3)]

    around = st.dates(starts - 20 * ONE_DAY, ends + 40 * ONE_DAY)
    picked = st.lists(around.flatmap(lambda day: st.sampled_from(notable(day))), min_size=4, max_size=6)
    return picked.map(lambda days: Days((*days, ends)))


@cache
def _names(names: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True).map(tuple)


@cache
def _names_or_none(names: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | _names(names, most)


def _rule(kind: str, days: Days) -> st.SearchStrategy[Any]:
    if kind == "once":
        return st.one_of(
            st.none(),
            st.builds(Day, days.any, YES_OR_NO),
            st.builds(Stretch, days.any, LONG),
        )
    return _recurring((1, 1, 1, 3, 3, 6, 12)) if kind == "periodic" else st.none()


@cache
def _recurring(months: tuple[int, ...]) -> st.SearchStrategy[Every]:
    every = st.sampled_from(months)
    day = st.sampled_from([1, 5, 14, 15, 25, 29, 30, 31])
    recurring = st.builds(Every, every) | st.builds(Every, every, day, YES_OR_NO, YES_OR_NO)
    if months == (1,):
        return recurring
    of_year = st.sampled_from([(1, 1), (28, 2), (30, 6), (15, 12), (31, 12)])
    yearly = st.builds(lambda on, before: Every(12, on[0], before, month=on[1]), of_year, YES_OR_NO)
    return st.one_of(recurring, recurring, recurring, yearly)


def _updates(sketch: Sketch, days: Days) -> st.SearchStrategy[tuple[Said, ...]]:
    of_task = [_of_task(task, days) for task in sketch.tasks]
    return st.lists(st.one_of(of_task), max_size=3).map(tuple)


def _of_task(task: Task, days: Days) -> st.SearchStrategy[Said]:
    return st.builds(Said, st.just(task.id), _period(task, days), STATUS, days.maybe, YES_OR_NO, YES_OR_NO)


def _period(task: Task, days: Days) -> st.SearchStrategy[str | None]:
    if not isinstance(task.rule, Every):
        return st.none()
    months = task.rule.months
    return days.any.map(lambda day: period_of(day, months))


def files(sketch: Sketch, days: Days, months: Iterable[str], most: int = 6) -> st.SearchStrategy[tuple[Sent, ...]]:
    """Files of different units or months, at most so many, in folders of some months."""
    unit = st.sampled_from([unit.id for unit in sketch.units])
    file = st.builds(Sent, st.sampled_from(list(months)), unit, days.maybe, _updates(sketch, days))
    return st.lists(file, max_size=most, unique_by=lambda sent: (sent.month, sent.unit)).map(tuple)


def decisions(sketch: Sketch, days: Days, months: Iterable[str]) -> st.SearchStrategy[tuple[Decided, ...]]:
    """Decisions about the sketch's tasks, in folders of some months; a further assignment is for somebody."""
    names = tuple([unit.id for unit in sketch.units] + [group.id for group in sketch.groups])
    folder, about = st.sampled_from(list(months)), st.sampled_from(sketch.tasks)

    @st.composite
    def one(draw: st.DrawFn) -> Decided:
        kind = draw(DECIDED)
        task = draw(about)
        units = draw(_names(names, 2)) if kind == "assign" or draw(YES_OR_NO) else None
        period = draw(_period(task, days)) if draw(YES_OR_NO) else None
        to = draw(days.any) if kind == "extend" else None
        return Decided(draw(folder), kind, task.id, units, period, to, draw(days.any))

    return st.lists(one(), max_size=3).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Sketch, Days]:
    """A plan of two to fourteen months with nothing reported or decided yet, and the days of what will happen."""
    starts = draw(STARTS)
    starts = starts.replace(day=1) if draw(YES_OR_NO) else starts
    ends = starts + draw(st.integers(50, 420)) * ONE_DAY
    ends = (ends + 31 * ONE_DAY).replace(day=1) - ONE_DAY if draw(YES_OR_NO) else ends
    closes = draw(CLOSES)
    days = draw(_pool(starts, ends, closes))
    some = st.none() | st.none() | days.any
    units = tuple(Unit(name, draw(KIND_OF_UNIT), draw(some), draw(some)) for name in UNITS)
    names = list(UNITS)
    groups: list[Group] = []
    for number in range(draw(st.integers(0, 3))):
        members = draw(_names_or_none(tuple(names)))
        kinds = draw(_names_or_none(KINDS, 2)) if members else draw(_names(KINDS, 2))
        groups.append(Group(f"nhom-{number}", members, kinds))
        names.append(groups[-1].id)
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 3))):
        kind = draw(KIND)
        tasks.append(Task(f"T{number}", kind, draw(_names(tuple(names))), draw(_rule(kind, days))))
    own = draw(YES_OR_NO)
    if own:
        tasks.append(Task("T9", "periodic", (OFFICE,), draw(_recurring((1,)))))
    few = st.lists(days.any, max_size=2, unique=True)
    off = tuple(draw(few))
    working = tuple(day for day in draw(few) if day not in off)
    sketch = Sketch(
        starts=starts,
        blank=draw(YES_OR_NO),
        ends=ends,
        closes=closes,
        due_soon=draw(DUE_SOON),
        units=units,
        groups=tuple(groups),
        tasks=tuple(tasks),
        own="T9" if own else None,
        off=off,
        working=working,
        files=(),
        decisions=(),
        reports=(),
    )
    return sketch, days


@st.composite
def sketches(draw: st.DrawFn) -> tuple[Sketch, Days]:
    """A plan with what was reported and decided, and the days on which things happened."""
    plan, days = draw(plans())
    return draw(later(plan, days, plan.months)), days


@st.composite
def later(draw: st.DrawFn, sketch: Sketch, days: Days, months: tuple[str, ...]) -> Sketch:
    """The same plan with more in the folders of some months, but for the files that are there already."""
    there = {(sent.month, sent.unit) for sent in sketch.files}
    more = draw(files(sketch, days, months))
    reports = draw(st.dictionaries(st.sampled_from(months), days.maybe, max_size=2 if sketch.own else 0))
    kept = {month for month, _ in sketch.reports}
    return replace(
        sketch,
        files=sketch.files + tuple(sent for sent in more if (sent.month, sent.unit) not in there),
        decisions=sketch.decisions + draw(decisions(sketch, days, months)),
        reports=sketch.reports + tuple(item for item in reports.items() if item[0] not in kept),
    )


# --- the workspace -------------------------------------------------------------------------------------------

INDEXES = IndexesFile.model_validate({"places": [{"id": "tinh", "name": "Tỉnh"}], "indexes": []})
YEAR = 2022
SECTIONS = {"once": "III.1", "periodic": "III.2", "ongoing": "III.2", "on-event": "III.3", "general": "III.3"}


def workspace(sketch: Sketch) -> Workspace:
    """The workspace of a sketch, as if it had been read from files and nothing had been found amiss."""
    plan = PlanFile.model_validate({"plan": _head(sketch), "tasks": [_task(task) for task in sketch.tasks]})
    return Workspace(
        agencies=AgenciesFile.model_validate(_agencies(sketch)),
        indexes=INDEXES,
        calendar=CalendarFile.model_validate({"days": _calendar(sketch)}),
        plans={YEAR: plan},
        progress=tuple(ProgressFile.model_validate(_file(sent)) for sent in sketch.files),
        decisions=tuple(DecisionsFile.model_validate(file) for file in _decisions(sketch.decisions)),
        reports=tuple(
            ReportFile.model_validate(_known(plan=str(YEAR), period=month, date=_iso(day)))
            for month, day in sketch.reports
        ),
    )


def _known(**values: object) -> dict[str, object]:
    """A record without what is not known."""
    return {key.rstrip("_"): value for key, value in values.items() if value is not None}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _agencies(sketch: Sketch) -> dict[str, object]:
    units = [
        _known(id=unit.id, name=unit.id, kind=unit.kind, from_=_iso(unit.from_), until=_iso(unit.until))
        for unit in sketch.units
    ]
    groups = [
        _known(id=group.id, name=group.id, members=list(group.members) or None, kinds=list(group.kinds) or None)
        for group in sketch.groups
    ]
    return {"kinds": [{"id": kind, "name": kind} for kind in KINDS], "agencies": units, "groups": groups}


def _head(sketch: Sketch) -> dict[str, object]:
    starts = month_of(sketch.starts) if sketch.blank else sketch.starts.isoformat()
    reporting = _known(
        from_=OFFICE,
        to=[OFFICE],
        signer={"office": "CHÁNH VĂN PHÒNG"},
        recipients=["Như trên"],
        archive="VT",
        closes=str(sketch.closes),
        units_send=str(sketch.units_send),
        due_soon_days=str(sketch.due_soon),
        task=sketch.own,
    )
    return {
        "id": "ke-hoach",
        "title": "Kế hoạch",
        "short": "Kế hoạch",
        "issuer": OFFICE,
        "place": "tinh",
        "issued": starts,
        "year": str(YEAR),
        "starts": starts,
        "ends": sketch.ends.isoformat(),
        "coordinator": OFFICE,
        "reporting": reporting,
        "source": {"file": "sources/ke-hoach.txt"},
    }


def _task(task: Task) -> dict[str, object]:
    return _known(
        id=task.id,
        title="Việc",
        kind=task.kind,
        lead=list(task.lead),
        deadline={"rule": task.rule.text} if task.rule else None,
        source={"section": SECTIONS[task.kind], "quote": "Việc phải làm"},
    )


def _calendar(sketch: Sketch) -> list[dict[str, str]]:
    days = [("off", day) for day in sketch.off] + [("working", day) for day in sketch.working]
    return [
        {"date": day.isoformat(), "kind": kind, "name": "Ngày", "mark": "read", "source": "lịch"}
        for kind, day in days
    ]


def _file(sent: Sent) -> dict[str, object]:
    updates = [
        _known(
            task=said.task,
            period=said.period,
            status=said.status,
            date=_iso(said.day),
            difficulty="thiếu người" if said.difficulty else None,
            evidence=[{"type": "document"}] if said.evidence else None,
        )
        for said in sent.said
    ]
    return _known(
        plan=str(YEAR), month=sent.month, agency=sent.unit, received=_iso(sent.received), updates=updates
    )


def _decisions(decided: Iterable[Decided]) -> list[dict[str, object]]:
    """One file a month, in the order of months, as they are read from folders."""
    months: dict[str, list[dict[str, object]]] = {}
    for decision in decided:
        name = f"{decision.month}-{decision.from_}"  # not a number: what is left out shall not rename the others
        record = _known(
            id=name,
            kind=decision.kind,
            task=decision.task,
            agencies=list(decision.units) if decision.units else None,
            period=decision.period,
            to=_iso(decision.to),
            from_=decision.from_.isoformat(),
            document={"number": name, "issuer": OFFICE},
        )
        months.setdefault(decision.month, []).append(record)
    return [{"plan": str(YEAR), "month": month, "decisions": months[month]} for month in sorted(months)]
