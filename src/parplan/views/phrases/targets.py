"""Numeric targets in words: the aim, what was reached, the verdict, and what has to be known beside a sum.

Must not add figures or judge them: facts do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from parplan.facts.target import Reached, Verdict, figure_of
from parplan.model.plan import Target, Task
from parplan.model.progress import Measured, Update
from parplan.views.phrases.phrases import Phrases


class TargetWords:
    """Words what facts say of targets."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.words = phrases.words

    def unit(self, target: Target) -> str:
        """What stands behind a figure: "%" at once, any other unit after a blank."""
        key = "unit-of.percent" if target.unit == "%" else "unit-of.other"
        return self.words(key, unit=target.unit)

    def aim(self, target: Target) -> str:
        """What is to be reached, as one says it: "từ 80% trở lên"."""
        unit = self.unit(target)
        if target.at_least is not None:
            whole = target.unit == "%" and target.at_least.value == 100
            key, figure = ("aim.at-least-all" if whole else "aim.at-least"), target.at_least
        elif target.at_most is not None:
            key, figure = "aim.at-most", target.at_most
        else:
            assert target.more_than is not None
            key, figure = "aim.more-than", target.more_than
        if figure.value is None:
            return self.words("aim.more-than-year", year=str(figure.year))
        return self.words(key, value=figure.value, unit=unit)

    def measured(self, reached: Reached | None) -> str | None:
        """What was reached of a target by all together; None where it is unknown."""
        if reached is None or reached.value is None:
            return None
        if reached.done is not None and reached.of is not None:
            return self._of(reached.done, reached.of, reached.value)
        return self.words("measured.value", value=reached.value) + self.unit(reached.target)

    def figure(self, figure: Measured, target: Target) -> str:
        """What one unit gave, as it gave it."""
        value = figure_of(figure)
        if figure.done is not None and figure.of is not None:
            return self._of(figure.done, figure.of, value)
        if value is None:
            return ""
        return self.words("measured.value", value=value) + self.unit(target)

    def _of(self, done: Decimal, of: Decimal, rate: Decimal | None) -> str:
        if rate is None:
            return self.words("measured.of-nothing", done=done, of=of)
        return self.words("measured.of", done=done, of=of, rate=self.words.number(rate, 1))

    def figures(self, update: Update | None, task: Task) -> str:
        """The figures of an update, each under its measure where the task has several."""
        given = update.values if update else {}
        known = [(target, given[target.id]) for target in task.targets or () if target.id in given]
        said = [(target.measure, self.figure(figure, target)) for target, figure in known]
        if len(task.targets or ()) == 1:
            return "".join(text for _, text in said)
        return "; ".join(f"{measure}: {text}" for measure, text in said if text)

    def verdict(self, reached: Reached) -> str:
        """Reached or not; where it is, by how many units' figures, if others gave none."""
        word = self.words(f"verdict.{reached.verdict.value}")
        if reached.verdict is not Verdict.REACHED or not reached.is_of_some:
            return word
        return self.words("verdict.of-some", verdict=word, units=self.units(reached))

    def units(self, reached: Reached) -> str:
        """How many of the units that owe a figure are in the sum."""
        key = "agency-count.some" if reached.units else "agency-count.none"
        return self.words(key, done=len(reached.units), all=reached.asked)

    def cells(
        self, every: Iterable[Reached], before: Iterable[Reached]
    ) -> Iterator[tuple[Reached, tuple[str, ...]]]:
        """Each target with its cells in a table: measure, unit, aim, what was reached before and now, verdict."""
        earlier = {reached.key: reached for reached in before}
        for reached in every:
            then, now = (
                self.measured(one) or self.words("report.unknown") for one in (earlier.get(reached.key), reached)
            )
            target = reached.target
            yield reached, (target.measure, target.unit, self.aim(target), then, now, self.verdict(reached))

    def notes(self, every: Iterable[Reached]) -> Iterator[str]:
        """What stands below the table: who fell short in a sum, and whose figure is not in it."""
        for number, reached in enumerate(every, start=1):
            if reached.asked == 1:
                continue
            said = {"missed": reached.missed, "apart": reached.apart}
            parts = [
                self.words(f"target-note.{name}", units=self.phrases.read_agencies(units))
                for name, units in said.items()
                if units
            ]
            if parts:
                yield self.words("target-note.all", number=str(number), text="; ".join(parts))
