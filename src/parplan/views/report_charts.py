"""The charts of a report: how each unit stands, how the plan went month by month, the indexes year by year.

Must not hold a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from parplan.facts.report import ReportFacts
from parplan.views.chart import Chart, Kind, Series
from parplan.views.phrases import Phrases
from parplan.views.table import Column, Row, Table
from parplan.words import Words

_LONGEST: Final = 40
"""Letters of a unit's name beside its bar: with more, names run into each other."""


class ReportCharts:
    """Draws up each chart from the facts of one report."""

    def __init__(self, facts: ReportFacts, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.phrases = Phrases(words, facts.workspace, facts.plan.plan)

    def charts(self) -> dict[str, Chart]:
        """Those there are figures for, by name, numbered in their captions."""
        draw = {"units": self._units, "months": self._months} if self._shows_progress else {}
        draw |= {"indexes": self._indexes} if any(r.score is not None for r in self.facts.known_results) else {}
        return {name: draw_it(number) for number, (name, draw_it) in enumerate(draw.items(), start=1)}

    @property
    def _shows_progress(self) -> bool:
        return self.facts.has_updates and bool(self.facts.by_agency)

    def _units(self, number: int) -> Chart:
        tallies = self.facts.by_agency
        agencies = [agency for _, members in self.phrases.units.blocks(tallies) for agency in members]
        every = [tallies[agency] for agency in agencies]
        parts = {
            "done": tuple(tally.done for tally in every),
            "open": tuple(tally.open for tally in every),
            "overdue": tuple(tally.all_overdue for tally in every),
        }
        names = tuple(_label(self.phrases.short_agency(agency)) for agency in agencies)
        return self._chart("units", number, "bars", names, parts)

    def _months(self, number: int) -> Chart:
        every = self.facts.by_month.values()
        parts = {
            "due": tuple(tally.fell_due for tally in every),
            "done": tuple(tally.done_of_due for tally in every),
            "overdue": tuple(tally.all_overdue for tally in every),
        }
        names = tuple(self.words.show(month) for month in self.facts.by_month)
        return self._chart("months", number, "columns", names, parts)

    def _indexes(self, number: int) -> Chart:
        results = {(result.index, result.year): result.score for result in self.facts.known_results}
        years = sorted({year for _, year in results})
        names = {index.id: index.short for index in self.facts.workspace.indexes.indexes}
        parts = {
            index: tuple(results.get((index, year)) for year in years)
            for index in names
            if any(results.get((index, year)) is not None for year in years)
        }
        return self._chart("indexes", number, "lines", tuple(map(str, years)), parts, names, decimals=2)

    def _chart(
        self,
        name: str,
        number: int,
        kind: Kind,
        categories: tuple[str, ...],
        parts: Mapping[str, Sequence[int | Decimal | None]],
        names: dict[str, str] | None = None,
        decimals: int = 0,
    ) -> Chart:
        """A chart with its words: those of its series from the catalogue, unless ``names`` has them."""
        said = {key: names[key] if names else self.words(f"report.charts.{name}.{key}") for key in parts}
        series = tuple(Series(said[key], tuple(values)) for key, values in parts.items())
        head = self.words(f"report.charts.{name}.head")
        columns = (Column(head), *(Column(one.name, align="center") for one in series))
        rows = [
            Row((category, *(self._figure(one.values[n], decimals) for one in series)))
            for n, category in enumerate(categories)
        ]
        return Chart(
            caption=self.words(f"report.charts.{name}.caption", number=str(number), day=self.facts.closes),
            description=self._described(name, series, categories, decimals),
            kind=kind,
            categories=categories,
            series=series,
            axis=self.words(f"report.charts.{name}.axis"),
            table=Table(columns, tuple(rows)),
            decimals=decimals,
            language=self.words("report.locale"),
        )

    def _figure(self, value: int | Decimal | None, decimals: int) -> str:
        return self.words("report.unknown") if value is None else self.words.number(value, decimals)

    def _described(self, name: str, series: tuple[Series, ...], categories: tuple[str, ...], decimals: int) -> str:
        """What is drawn, and the newest figures: for whoever hears the report read out."""
        if name == "units":
            figures: list[int | Decimal | None] = [sum(value or 0 for value in one.values) for one in series]
        else:
            figures = [one.values[-1] for one in series]
        pairs = zip(series, figures, strict=True)
        told = self.words.listed(f"{one.name} {self._figure(value, decimals)}" for one, value in pairs)
        return self.words(f"report.charts.{name}.description", last=categories[-1], n=len(categories), told=told)


def _label(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
