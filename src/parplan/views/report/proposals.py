"""What the office may propose in section V: sentences for a person to choose from and to change.

Must not stand in a report by itself: proposals, like causes and blame, are written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.grouping import grouped
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import Standing
from parplan.views.phrases.citing import Citing
from parplan.views.phrases.phrases import Phrases, sentence


def proposals(facts: ReportFacts, phrases: Phrases) -> tuple[str, ...]:
    """A sentence each: on what is overdue, who is silent, what will be late, and what units ask for."""
    return tuple(_Proposals(facts, phrases).every()) if facts.has_updates else ()


class _Proposals:
    def __init__(self, facts: ReportFacts, phrases: Phrases) -> None:
        self.facts = facts
        self.phrases = phrases
        self.words = phrases.words
        self.to = self.phrases.formal_agencies(facts.addressees)

    def every(self) -> Iterator[str]:
        words, phrases = self.words, self.phrases
        others = (s for s in self.facts.overdue if s.assignment.agency != self.facts.office)
        for group in grouped(others):
            agencies = phrases.some_agencies(tuple(s.assignment.agency for s in group), in_full=True)
            title = phrases.title(group[0].assignment)
            yield words("report.proposal.urge", to=self.to, agencies=agencies, title=title)
        if self.facts.register.silent:
            yield words("report.proposal.silent", to=self.to)
        for standing in self.facts.slipping:
            yield self._extension(standing)
        for standing in self.facts.proposals:
            yield self._own(standing)

    def _extension(self, standing: Standing) -> str:
        due, update = standing.assignment.due, standing.update
        return self.words(
            "report.proposal.extend",
            to=self.to,
            title=self.phrases.title(standing.assignment),
            due=due.named if due else "",
            expected=update.expected if update and update.expected else "",
            agency=self._said_by(standing),
        )

    def _own(self, standing: Standing) -> str:
        return self.words(
            "report.proposal.unit",
            to=self.to,
            agency=self._said_by(standing),
            title=self.phrases.title(standing.assignment),
            proposal=sentence(standing.update.proposal if standing.update else None),
        )

    def _said_by(self, standing: Standing) -> str:
        """The unit, and the paper in which it said so where one is written down."""
        agency = self.phrases.agency(standing.assignment.agency)
        paper = standing.word.file.document if standing.word else None
        if paper is None:
            return agency
        # each sentence may be chosen without the others, so each cites as if it were the first
        cited = Citing(self.words).cite(paper.number, paper.date)
        return self.words("report.proposal.said-in", agency=agency, paper=cited)
