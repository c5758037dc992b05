"""What the template of a report may use: finished strings, and empty ones where there is nothing to say.

Must not hold prose (the template does) or compute (facts do).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from parplan.calendar.period import Period
from parplan.facts.grouping import grouped
from parplan.facts.monthly_register import owing
from parplan.facts.report.foremost import coming_first, lasting, longest_overdue, most_overdue, owing_overdue
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import Standing
from parplan.facts.target import Verdict
from parplan.model.progress import Decision
from parplan.model.shared import Citation
from parplan.views.phrases.citing import Citing
from parplan.views.phrases.office import Office
from parplan.views.phrases.phrases import bracketed, sentence
from parplan.views.phrases.targets import TargetWords
from parplan.views.report.index_values import index_values
from parplan.views.report.periods import coming, in_report, named

PLACES: Final = ("directing", "results", "shortcomings", "causes", "next", "proposals")
"""What only a person can write. The program leaves a marked place and never fills it."""


class ReportValues:
    """Words what the sentences of a report need."""

    def __init__(self, facts: ReportFacts, office: Office, places: Mapping[str, str] | None = None) -> None:
        """``places``: what the appendices are called, by name, for a sentence that leaves the rest to one."""
        self.facts = facts
        self.office = office
        self.words = office.words
        self.places = places or {}
        self.plan = facts.plan.plan
        self.phrases = office.phrases
        self.citing = Citing(office.words)
        self.target_words = TargetWords(office.phrases)

    def values(self) -> dict[str, Any]:
        """Every name the template may use. Papers are cited in the order of the document: section I, II, III."""
        facts = self.facts
        return {
            "papers": list(self._papers()),
            "own": {name: facts.own_words(name) for name in (*PLACES, "instructions")},
            "office": self.office.name,
            "place": self.office.plan_place,
            "to": self.phrases.formal_agencies(facts.addressees),
            "plan": self.office.cited_plan(),
            "period": named(facts, facts.period, self.words),
            "next": coming(facts, self.words),
            "previous": named(facts, facts.previous, self.words),
            "opens": self.words.day(facts.opens),
            "closes": self.words.day(facts.closes),
            "has_updates": facts.has_updates,
            "heard": facts.is_heard,
            "is_ahead": facts.is_ahead,
            "is_final": facts.period.is_final,
            "tasks": self.words.count(len(facts.plan.tasks)),
            "general": self._general(),
            "units": self.words.count(len(owing(facts.standings))),
            **self._counts(),
            "indexes": index_values(facts.index_changes, self.words, self.citing),
            "trend": self._trend(),
            "decisions": [self._decision(decision) for decision in facts.decisions],
            "registers": [self._register(month) for month in facts.registers],
            "targets": self._targets(),
            "most_overdue": self._most_overdue(),
            "worst": self._worst(),
            "highlights": self._highlights(),
            "lasting": self._lasting(),
            "supplemented": self._titles(facts.supplemented),
            "difficulties": self._difficulties(),
            "due_next": self._due_next(),
        }

    def _papers(self) -> Iterator[str]:
        """What was issued in the period: the papers that a person has written down, and the reminders."""
        for paper in self.facts.papers:
            yield self._citation(paper)
        title = self.words("report.reminder-title")
        for letter in self.facts.letters_of_period:
            yield self.citing.cite(letter.number, letter.date, self.office.name, title)

    def _decision(self, decision: Decision) -> dict[str, str]:
        task = next((task.title for task in self.facts.plan.tasks if task.id == decision.task), decision.task)
        return {
            "kind": self.words(f"decision-kind.{decision.kind}"),
            "title": bracketed(
                task,
                self.words.show(decision.period) if decision.period else "",
                self.phrases.read_agencies(decision.agencies or ()),
            ),
            "to": self.words.day(decision.to) if decision.to else "",
            "paper": self.citing.cite(
                decision.document.number,
                decision.document.date,
                self.phrases.agency(decision.document.issuer) if decision.document.issuer else "",
            ),
        }

    def _general(self) -> str:
        number = sum(1 for task in self.facts.plan.tasks if task.kind == "general")
        return self.words("report.general-tasks", n=number) if number else ""

    def _counts(self) -> dict[str, Any]:
        """The figures of the overall result; those that may be nothing are then empty."""
        counts, total = self.facts.counts, self.facts.counts.total
        return {
            **self.phrases.counts(total),
            "total": self.words.count(total.total),
            "done_rate": self.phrases.rate(total),
            "overdue_rate": self._share(total.all_overdue, total.fell_due),
            "due_at_end": self.phrases.some(self.facts.due_at_end),
            "overdue_unreported": self.phrases.some(total.overdue_unreported),
            "single": {"total": self.phrases.some(counts.single.total)},
            "common": {"total": self.phrases.some(counts.common.total)},
        }

    def _share(self, part: int, whole: int) -> str:
        return self.words.number(Decimal(part * 100) / whole, 1) if whole else ""

    def _trend(self) -> dict[str, Any] | None:
        """What is different from the report before; nothing where nobody had reported by then."""
        before = self.facts.compared
        if before is None:
            return None
        done = self.facts.counts.total.done - before.total.done
        overdue = self.facts.counts.total.all_overdue - before.total.all_overdue
        return {
            "done": self._moved(done),
            "overdue": self._moved(overdue),
            "new": self.phrases.some(len(self.facts.newly_overdue)),
            "settled": self.phrases.some(len(self.facts.settled)),
            "put_off": self.phrases.some(len(self.facts.put_off)),
            "released": self.phrases.some(len(self.facts.released)),
            "all_new": 0 < overdue == len(self.facts.newly_overdue),
            "several": overdue > 1,
        }

    def _moved(self, number: int) -> str:
        if number == 0:
            return ""
        word = self.words("report.change.up" if number > 0 else "report.change.down")
        return f"{word} {self.words.count(abs(number))}"

    def _register(self, month: Period) -> dict[str, Any]:
        made = self.facts.registers[month]
        return {
            "month": in_report(self.facts, month, self.words),
            "is_owed": made.is_owed,
            "last_day": self.words.day(made.last_day),
            "sent": self.phrases.some(made.sent),
            "asked": self.words.count(made.asked),
            "in_time": self.phrases.some(len(made.in_time)),
            "late": self.phrases.some(len(made.late)),
            "undated": self.phrases.some(len(made.undated)),
            "silent": self.phrases.some(len(made.silent)),
            "late_names": self.phrases.read_agencies(made.late),
            "undated_names": self.phrases.read_agencies(made.undated),
            "silent_names": self.phrases.read_agencies(made.silent, self.places.get("units", "")),
        }

    def _targets(self) -> dict[str, Any]:
        every = self.facts.targets
        count = {verdict: sum(1 for r in every if r.verdict is verdict) for verdict in Verdict}
        of_some = [r for r in every if r.verdict is Verdict.REACHED and r.is_of_some]
        return {
            "all": self.phrases.some(len(every)),
            "of_some": self.phrases.some(len(of_some)),
            "of_some_units": self.target_words.units(of_some[0]) if len(of_some) == 1 else "",
            **{verdict.value: self.phrases.some(number) for verdict, number in count.items()},
        }

    def _most_overdue(self) -> dict[str, Any]:
        """How many units have overdue work, and those that have most of it."""
        found, most = owing_overdue(self.facts), most_overdue(self.facts)
        return {
            "are_all": sum(len(share.agencies) for share in most) == len(found),
            "units": self.phrases.some(len(found)),
            "several": len(found) > 1,
            "names": self.phrases.read_agencies(found),
            "most": [
                {
                    "agencies": self.phrases.some_agencies(share.agencies, in_full=True),
                    "several": len(share.agencies) > 1,
                    "count": self.words.count(share.count),
                }
                for share in most
            ],
        }

    def _lasting(self) -> list[dict[str, str]]:
        """Who has been overdue at one month's close after another, and in which letters it was reminded."""
        return [
            {
                "agencies": self.phrases.few_agencies(group.agencies),
                "months": self.words.count(group.months),
                "letters": self.words.listed(self.citing.cite(one.number, one.date) for one in group.letters),
            }
            for group in lasting(self.facts)
        ]

    def _worst(self) -> dict[str, str] | None:
        """The longest overdue."""
        longest = longest_overdue(self.facts)
        if longest is None:
            return None
        return {
            "title": self.phrases.title(longest.standing.assignment),
            "agency": self.phrases.few_agencies(longest.agencies),
            "deadline": self.phrases.deadline(longest.standing.assignment),
            "days": self.phrases.some(longest.standing.days_late),
            "reason": sentence(longest.cause),
        }

    def _highlights(self) -> list[dict[str, str]]:
        """What single offices reported of their own duties in the period, with the papers that show it."""
        return [
            {
                "agency": self.phrases.agency(standing.assignment.agency),
                "title": self.phrases.title(standing.assignment),
                "result": sentence(standing.update.result),
                "evidence": self.citing.evidence(standing.update, with_links=False),
            }
            for standing in self.facts.highlights
            if standing.update is not None
        ]

    def _difficulties(self) -> list[dict[str, str]]:
        return [
            {
                "title": self.phrases.title(standing.assignment, self.phrases.agency(standing.assignment.agency)),
                "text": sentence(standing.update.difficulty) if standing.update else "",
            }
            for standing in self.facts.difficulties
        ]

    def _titles(self, standings: Iterable[Standing]) -> list[str]:
        """Each duty with the units that had it, in one bracket."""
        return [
            self.phrases.title(
                group[0].assignment, self.phrases.read_agencies(tuple(s.assignment.agency for s in group))
            )
            for group in grouped(standings)
        ]

    def _due_next(self) -> dict[str, Any]:
        """How much falls due, and what is named of it."""
        named = coming_first(self.facts)
        return {
            "tasks": self.phrases.some(self.facts.tasks_due_next),
            "count": self.phrases.some(len(self.facts.due_next)),
            "titles": [self._coming_title(standings) for standings in named.tasks],
            "are_all": named.are_all,
        }

    def _coming_title(self, standings: Sequence[Standing]) -> str:
        """A task once, with its period where it falls due for one only."""
        first = standings[0].assignment
        periods = {standing.assignment.period for standing in standings}
        return self.phrases.title(first) if len(periods) == 1 else first.task.title

    def _citation(self, paper: Citation) -> str:
        return self.citing.cite(paper.number, paper.date, paper.issuer or "", paper.title or "")
