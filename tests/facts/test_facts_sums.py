"""What holds of the facts whatever was planned, reported or decided: sums add up, and the past stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from random_workspaces import YEAR, Days, Said, Sent, Sketch, later, sketches, workspace

from parplan.calendar.period import Period
from parplan.facts.breakdown import By, breakdown, counts
from parplan.facts.monthly_register import owing, register
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.facts.standing import Standings, State
from parplan.facts.tally import Tally, tally
from parplan.facts.viewpoint import Viewpoint
from tries import tries

drawn_sketches = given(drawn=sketches(), data=st.data())
few = tries(60)


def facts_of(sketch: Sketch, month: str) -> ReportFacts:
    made = workspace(sketch)
    return report_facts(made, made.plans[YEAR], Period.parse(month))


def as_of(sketch: Sketch, day: date) -> Standings:
    made = workspace(sketch)
    return Standings(made, made.plans[YEAR], Viewpoint(day))


# --- sums ----------------------------------------------------------------------------------------------------


def summed(tallies: Iterable[Tally]) -> Tally:
    """Tallies added up, field by field."""
    sums = Counter[str]()
    for one in tallies:
        sums.update(one._asdict())
    return Tally(**sums)


def adds_up(standings: Standings) -> None:
    every = standings.counted
    found = counts(every)
    assert found.total == tally(every)
    assert found.total == summed([found.common, found.single])
    for by in (By.AGENCY, By.SECTION, By.TASK, By.STATE):
        parts = breakdown(standings.workspace, standings.plan, every, by)
        assert summed(parts.values()) == found.total, by
    # what was done late had its due day behind it: Phrases.counts rests on that
    assert all(standing.fell_due for standing in every if standing.state is State.DONE_LATE)
    total = found.total
    assert total.total == len(every) == len({standing.assignment.key for standing in every})
    assert total.done + total.open + total.all_overdue == total.total
    assert total.done + total.not_done == total.total
    assert total.all_overdue <= total.fell_due <= total.all_overdue + total.done
    assert all(standing.state in COUNTED for standing in every)


COUNTED = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN, State.OVERDUE, State.OVERDUE_UNREPORTED)


@few
@drawn_sketches
def test_by_state_unit_section_and_task_the_same_total(drawn: tuple[Sketch, Days], data: st.DataObject) -> None:
    sketch, days = drawn
    adds_up(as_of(sketch, data.draw(days.any)))
    found = facts_of(sketch, data.draw(st.sampled_from(sketch.months)))
    adds_up(found.standings)
    assert summed(found.by_agency.values()) == found.counts.total
    assert set(found.by_agency) == set(owing(found.standings))
    assert len(found.overdue) == found.counts.total.all_overdue
    sent = found.register
    assert sent.asked == len({*sent.in_time, *sent.late, *sent.undated, *sent.silent})


# --- a closed month ------------------------------------------------------------------------------------------


def everything(found: ReportFacts) -> dict[str, object]:
    """All that a month's facts say, field by field, without the files that they were drawn from."""
    told = {field.name: getattr(found, field.name) for field in fields(found) if field.name != "workspace"}
    for name in ("standings", "before"):
        standings = told.pop(name)
        told[name] = standings and {
            key: value for key, value in vars(standings).items() if key not in ("workspace", "calendar")
        }
    told["by_agency"] = found.by_agency
    told["difficulties"] = found.difficulties
    told["overdue"] = found.overdue
    return told


@few
@drawn_sketches
def test_a_closed_month_stays_the_same_whatever_later_folders_say(
    drawn: tuple[Sketch, Days], data: st.DataObject
) -> None:
    sketch, days = drawn
    number = data.draw(st.integers(0, len(sketch.months) - 2))
    before = everything(facts_of(sketch, sketch.months[number]))
    more = data.draw(later(sketch, days, sketch.months[number + 1 :]))
    assert everything(facts_of(more, sketch.months[number])) == before


# --- a day that has passed -----------------------------------------------------------------------------------


def told(standings: Standings, months: Iterable[str]) -> list[object]:
    """What is said of a day: each standing with the record that counts, though its file may say more by now."""
    duties = [standings.standing_duties(Period.parse(month)) for month in months]
    every = [standing for several in (standings.counted, *duties) for standing in several]
    return [
        [
            (standing._replace(word=None), standing.word and (standing.word.update, standing.word.day))
            for standing in every
        ],
        counts(standings.counted),
        [register(standings, Period.parse(month)) for month in months],
    ]


def happened_after(day: date, sketch: Sketch, sent: Sent) -> list[Said]:
    closes = date.fromisoformat(f"{sent.month}-{sketch.closes:02}")
    return [said for said in sent.said if (said.day or min(sent.received or closes, closes)) > day]


def only_after(day: date, old: Sketch, new: Sketch) -> Sketch:
    """The old sketch with what is new in the other, as far as it happened, was decided or came in after a day.

    Not the reports of months before the oldest that is there: they say since when reports are written down, which
    no day changes.
    """
    files = []
    oldest = min((sent.month for sent in old.files), default="")
    for sent in (sent for sent in new.files[len(old.files) :] if sent.month >= oldest):
        came = sent.received or date.fromisoformat(f"{sent.month}-{new.closes:02}")
        files += [replace(sent, said=tuple(happened_after(day, new, sent)))] if came > day else []
    more = new.decisions[len(old.decisions) :]
    return replace(
        old,
        files=old.files + tuple(files),
        decisions=old.decisions + tuple(decision for decision in more if decision.from_ > day),
        reports=old.reports
        + tuple(item for item in new.reports[len(old.reports) :] if not item[1] or item[1] > day),
    )


@few
@drawn_sketches
def test_what_is_true_of_a_day_does_not_hang_on_what_happened_after_it(
    drawn: tuple[Sketch, Days], data: st.DataObject
) -> None:
    sketch, days = drawn
    day = data.draw(days.any)
    more = only_after(day, sketch, data.draw(later(sketch, days, sketch.months)))
    assert told(as_of(more, day), sketch.months) == told(as_of(sketch, day), sketch.months)
    # and with whatever had happened after it taken away
    less = replace(
        sketch,
        files=tuple(
            replace(sent, said=tuple(said for said in sent.said if said not in happened_after(day, sketch, sent)))
            for sent in sketch.files
        ),
        decisions=tuple(decision for decision in sketch.decisions if decision.from_ <= day),
        reports=tuple(item for item in sketch.reports if item[1] and item[1] <= day),
    )
    assert told(as_of(less, day), sketch.months) == told(as_of(sketch, day), sketch.months)
