"""What somebody types about a unit's work, read as the record that it comes to: days, papers, figures, states.

Must not guess which of several things was meant, or write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple, get_args

from parplan.calendar.period import Period
from parplan.checks.everywhere.papers import is_number
from parplan.checks.progress.evidence import LINK
from parplan.editing.progress import Said
from parplan.facts.assignments import COUNTED
from parplan.facts.form import Asked
from parplan.finding import Stop, Stops
from parplan.model.plan import Task
from parplan.model.progress import DecisionKind, Status
from parplan.model.scalar import number_meant
from parplan.model.spoken.lookup import says_nothing, spoken
from parplan.model.units import Units
from parplan.options.days import TYPED, Days, named_half, named_month, named_quarter
from parplan.options.forms.papers import papers_of
from parplan.reading.tree import Tree
from parplan.spelling import bare, fold
from parplan.words import Words

Raw = Mapping[str, Sequence[str]]
"""What was typed, by the name of its option; ``value`` and ``evidence`` may be several."""

STATUSES: Final[tuple[str, ...]] = get_args(get_args(Status)[0])
KINDS: Final[tuple[str, ...]] = get_args(get_args(DecisionKind)[0])
PROSE: Final = ("result", "difficulty", "reason", "proposal")
MAY_BE_NOTHING: Final = frozenset((*PROSE, "date", "expected", "evidence", "received", "document", "note"))
"""Where offices write «-» or «không» for what they have nothing of; «không» for a figure may be none of fifty."""

_WORD: Final = r"[^\W\d_]+\s+"
_DATED: Final = re.compile(
    rf"(?P<what>.+?)(?:[,;]?\s+(?:{_WORD})?(?P<day>{TYPED})(?:[,;]?\s+{_WORD}(?P<issuer>.+))?)?"
)
"""What is named, its day behind it, perhaps after the word for «day», and whose it is, after the word for «of»."""

_THOUSANDS: Final = re.compile(r"[. ](?=[0-9]{3}(?![0-9]))")
"""What parts thousands of what is counted: of that there are no thousandths."""

_ADDRESS: Final = re.compile(
    r"(?:www\.(?:[\w-]+\.)+[a-z]{2,}|(?:[\w-]+\.)+(?:vn|com|org|net|info))(?:[/?#:]\S*)?", re.IGNORECASE | re.ASCII
)
"""A page as people write it, without what stands before its name; a file's name ends otherwise."""

_SHARE: Final = re.compile(r"(?P<done>[^/]+)/(?P<of>[^/]+)")


class Context(NamedTuple):
    """Against what it is read: days, the task, what its unit is asked about; ``units``, for whose paper it is."""

    days: Days
    task: Task
    asked: Sequence[Asked]
    units: Units
    words: Words


def given(*typed: tuple[str, str | Sequence[str] | None]) -> dict[str, Sequence[str]]:
    """What was typed, without what was not, or says that there is nothing."""
    every = {name: [text] if isinstance(text, str) else text or () for name, text in typed}
    said = {name: [text for text in texts if is_said(name, text)] for name, texts in every.items()}
    return {name: texts for name, texts in said.items() if texts}


def is_said(name: str, text: str) -> bool:
    """Whether a text says anything of what it was typed for."""
    return not (name in MAY_BE_NOTHING and text.strip() and says_nothing(text))


def read_said(raw: Raw, context: Context) -> Said:
    """The update that was typed. Raises Stop for what cannot be read, and for what is missing."""
    stops, fields, period = Stops(), dict[str, Tree](), None
    with stops.gathered():
        fields = read_fields(raw, context.task, context.days, context.units)
    with stops.gathered():
        period = _period(raw, context)
    stops.raise_any()
    said = Said(context.task.id, period, fields)
    _must_be_whole(said, context)
    return said


def read_fields(raw: Raw, task: Task | None, days: Days, units: Units) -> dict[str, Tree]:
    """What was typed of a task, whosever it is. Raises Stop for what cannot be read, each beside the first."""
    readers: dict[str, Callable[[], Tree]] = {
        "status": lambda: read_status(_one(raw, "status")),
        "date": lambda: days.past(_one(raw, "date")).isoformat(),
        "expected": lambda: days.read(_one(raw, "expected")).isoformat(),
        "values": lambda: dict(read_value(text, task) for text in raw["value"]) if task else {},
        **{name: partial(_one, raw, name) for name in PROSE},
        "evidence": lambda: [
            read_evidence(paper, days, units) for text in raw["evidence"] for paper in papers_of(text)
        ],
    }
    stops, fields = Stops(), dict[str, Tree]()
    for name, read in readers.items():
        if ("value" if name == "values" else name) in raw:
            with stops.gathered():
                fields[name] = read()
    stops.raise_any()
    return fields


def _one(raw: Raw, name: str) -> str:
    """The one value of an option that stands but once."""
    if len(raw[name]) > 1:
        raise Stop("said-twice", option=f"--{name}")
    return raw[name][0].strip()


def read_status(text: str) -> str:
    """A state by its word here, or by what officers call it."""
    found = spoken(text, STATUSES)
    if found is None:
        raise Stop("status-unknown", text=text)
    return found


def read_kind(text: str) -> str:
    """What is decided, by its word here, or by what officers call it."""
    found = spoken(text, KINDS)
    if found is None:
        raise Stop("decision-kind-unknown", text=text)
    return found


def read_paper(text: str, days: Days) -> dict[str, Tree]:
    """A paper by its number, and its day where that is told: ``45/BC-ABC ngày 15/9/2022``."""
    what, day, issuer = _dated(text, days)
    if issuer or (number := _number(what)) is None:
        raise Stop("paper-number-wrong", text=text)
    return {"number": number, **day}


def _number(what: str) -> str | None:
    """The number of a paper, perhaps after what kind of paper it is: «Báo cáo số 45/BC-ABC»."""
    *_, last = what.split() or [""]
    return last if is_number(last) else None


def _dated(text: str, days: Days) -> tuple[str, dict[str, Tree], str]:
    """What is named, its day as a field, where one is told, and whose it is."""
    match = _DATED.fullmatch(text.strip())
    if match is None or match["day"] is None:
        return text.strip(), {}, ""
    return match["what"], {"date": days.past(match["day"]).isoformat()}, match["issuer"] or ""


def read_evidence(text: str, days: Days, units: Units) -> dict[str, Tree]:
    """A page of the web, a paper, or else the words for a figure in a system; each with its day, if it is told.

    Of a paper, whose it is may be told too, if it is not the unit's own.
    """
    what, dated, whose = _dated(text, days)
    if link := read_link(what):
        return {"type": "link", **dated, "link": link}
    if (number := _number(what)) is None:
        return {"type": "system", **dated, "title": what}
    issuer = units.find(whose) if whose else None
    if whose and issuer is None:
        raise Stop("issuer-unknown", text=whose, near=units.nearest(whose))
    return {"type": "document", "number": number, **dated, **({"issuer": issuer} if issuer else {})}


def read_link(text: str) -> str | None:
    """The address of a page, whole, where a text is one."""
    if LINK.fullmatch(text):
        return text
    return f"https://{text}" if _ADDRESS.fullmatch(text) else None


def read_value(text: str, task: Task) -> tuple[str, Tree]:
    """A figure for a target: ``id=47/50``, ``id=97,6``; the id may be left out where there is but one target."""
    targets = [target.id for target in task.targets or ()]
    name, sign, figure = text.partition("=")
    if not sign and len(targets) == 1:
        name, figure = targets[0], text
    found = next((target for target in targets if fold(target) == fold(name)), None)
    if not targets:
        raise Stop("value-needless", task=task.id)
    if found is None:
        raise Stop("value-target-unknown", text=text, task=task.id, known=", ".join(targets))
    share = _SHARE.fullmatch(figure.strip())
    if share:
        return found, {key: read_number(_THOUSANDS.sub("", share[key].strip())) for key in ("done", "of")}
    return found, {"value": read_number(figure)}


def read_number(text: str) -> str:
    """A number as people write it: with a comma before decimals, a point between thousands, a sign of percent."""
    meant = number_meant(text.strip().removesuffix("%").rstrip())
    if meant is None:
        raise Stop("number-invalid", text=text)
    return meant


def _period(raw: Raw, context: Context) -> Period | None:
    """The period that is meant: the one named, or the only one that there is to tell of."""
    task, own = context.task, [one for one in context.asked if one.assignment.task.id == context.task.id]
    if task.kind != "periodic":
        if "period" in raw:
            raise Stop("period-needless", task=task.id)
        return None
    if "period" in raw:
        return read_period(_one(raw, "period"), [p for one in own if (p := one.assignment.period)], context.words)
    meant = _meant(own, is_supplement="status" not in raw)
    if not own:
        raise Stop("period-none-open", task=task.id)
    if meant is None:
        known = context.words.listed(context.words.period(p) for one in own if (p := one.assignment.period))
        raise Stop("period-needed", task=task.id, known=known)
    return meant.assignment.period


def _meant(own: Sequence[Asked], *, is_supplement: bool) -> Asked | None:
    """The one that can be meant: of those told of, for who adds to it; else of those that are not done."""
    told = [one for one in own if one.said]
    waiting = [one for one in own if one.said is None or one.said.status != "done"]
    found = told if is_supplement and told else waiting
    return found[0] if len(found) == 1 else own[0] if len(own) == 1 else None


def read_period(text: str, known: Sequence[Period], words: Words) -> Period:
    """A period by its written form, or as people call it: ``2022-09``, ``9/2022``, ``tháng 9``, ``quý III``."""
    for period in known:
        forms = [words.period(period, form) for form in ("short", "long", "bare")]
        typed = (str(period), str(period.number), f"{period.number}/{period.year}")
        if bare(text) in {bare(form) for form in (*typed, *forms)}:
            return period
    for named in filter(None, (named_month(text), named_quarter(text), named_half(text))):
        for period in known:
            if (period.months, period.number) == named[:2] and named.year in (None, str(period.year)):
                return period
    try:
        return Period.parse(text.strip())
    except ValueError:
        raise Stop("period-unknown", text=text, known=words.listed(map(words.period, known))) from None


def _must_be_whole(said: Said, context: Context) -> None:
    """What an update must say, of itself or of what stands there already."""
    there = next(
        (
            one.said
            for one in context.asked
            if one.said and (one.assignment.task.id, one.assignment.period) == (said.task, said.period)
        ),
        None,
    )
    status = said.fields.get("status") or (there.status if there else None)
    if status is None:
        raise Stop("said-missing-status", task=said.task)
    has_day = "date" in said.fields or (there is not None and there.date is not None)
    if status == "done" and context.task.kind in COUNTED and not has_day:
        raise Stop("said-missing-date", task=said.task)
