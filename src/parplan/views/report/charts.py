"""The charts of a report: how each unit stands, how the plan went month by month, the indexes year by year.

Must not hold a figure that facts did not give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from parplan.facts.grouping import evenly
from parplan.facts.report.report import ReportFacts
from parplan.model.index import Index
from parplan.views.chart import Chart, Kind, Series
from parplan.views.phrases.called import index_called, unit_called
from parplan.views.phrases.office import Office
from parplan.views.table import Column, Row, Table

_LONGEST: Final = 40
"""Letters of a unit's name beside its bar: with more, names run into each other."""

_MOST_BARS: Final = 50
"""With more of them on a page, names and bars become too small to read."""


@dataclass(frozen=True)
class _Drawing:
    """A chart before it is numbered. ``about`` is the key of its words, ``parts`` its series by theirs.

    ``names`` are those of its series where the data have them; ``part`` says which it is of several; ``told``
    fills the further holes of its caption and axis.
    """

    name: str
    about: str
    kind: Kind
    categories: tuple[str, ...]
    parts: Mapping[str, Sequence[int | Decimal | None]]
    names: Mapping[str, str] = field(default_factory=dict)
    decimals: int = 0
    part: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


class ReportCharts:
    """Draws up each chart from the facts of one report."""

    def __init__(self, facts: ReportFacts, office: Office) -> None:
        self.facts = facts
        self.office = office
        self.words = office.words
        self.phrases = office.phrases

    def charts(self) -> dict[str, Chart]:
        """Those there are figures for, by name, numbered in their captions; none of nothing but zeros."""
        drawings = [*(self._progress() if self._shows_progress else ()), *self._indexes()]
        worth = [drawing for drawing in drawings if any(any(values) for values in drawing.parts.values())]
        return {drawing.name: self._chart(drawing, number) for number, drawing in enumerate(worth, start=1)}

    @property
    def _shows_progress(self) -> bool:
        return self.facts.has_updates and bool(self.facts.by_agency)

    def _progress(self) -> Iterator[_Drawing]:
        tallies = self.facts.by_agency
        agencies = [agency for _, members in self.phrases.units.blocks(tallies) for agency in members]
        parts = evenly(agencies, _MOST_BARS)
        for number, part in enumerate(parts, start=1):
            yield self._units(part, number, len(parts))
        yield self._months()

    def _units(self, agencies: Sequence[str], number: int, of: int) -> _Drawing:
        every = [self.facts.by_agency[agency] for agency in agencies]
        return _Drawing(
            name="units" if number == 1 else f"units-{number}",
            about="units",
            kind="bars",
            categories=tuple(_label(self.phrases.short_agency(agency)) for agency in agencies),
            parts={
                "done": tuple(tally.done for tally in every),
                "open": tuple(tally.open for tally in every),
                "overdue": tuple(tally.all_overdue for tally in every),
            },
            part=self.words("report.charts.part", number=str(number), of=str(of)) if of > 1 else "",
        )

    def _months(self) -> _Drawing:
        every = self.facts.by_month.values()
        return _Drawing(
            name="months",
            about="months",
            kind="columns",
            categories=tuple(self.words.show(month) for month in self.facts.by_month),
            parts={
                "due": tuple(tally.fell_due for tally in every),
                "done": tuple(tally.done_of_due for tally in every),
                "overdue": tuple(tally.all_overdue for tally in every),
            },
        )

    def _indexes(self) -> Iterator[_Drawing]:
        results = {(result.index, result.year): result.score for result in self.facts.known_results}
        years = sorted({year for _, year in results})
        if len(years) < 2:
            return  # a single year goes neither up nor down
        names = {index.id: index.called for index in self.facts.workspace.indexes.indexes}
        parts = {
            index: tuple(results.get((index, year)) for year in years)
            for index in names
            if any(results.get((index, year)) is not None for year in years)
        }
        drawn = [index for index in self.facts.workspace.indexes.indexes if index.id in parts]
        yield _Drawing(
            name="indexes",
            about="indexes",
            kind="lines",
            categories=tuple(map(str, years)),
            parts=parts,
            names=names,
            decimals=2,
            told={
                "indexes": self.words.listed(map(self._with_unit, drawn)),
                "place": self.office.plan_place,
                "units": "; ".join(dict.fromkeys(map(self._axis, drawn))),
            },
        )

    def _axis(self, index: Index) -> str:
        unit = unit_called(index, self.words)
        return unit[:1].upper() + unit[1:]

    def _with_unit(self, index: Index) -> str:
        name = index_called(index, self.words)
        return self.words("called.with-unit", name=name, unit=unit_called(index, self.words))

    def _chart(self, drawing: _Drawing, number: int) -> Chart:
        """A chart with its words."""
        said = self._names(drawing)
        series = tuple(Series(said[part], tuple(values)) for part, values in drawing.parts.items())
        head = Column(self.words(f"report.charts.{drawing.about}.head"))
        rows = [
            Row((category, *(self._figure(one.values[n], drawing.decimals) for one in series)))
            for n, category in enumerate(drawing.categories)
        ]
        return Chart(
            caption=self.words(
                f"report.charts.{drawing.about}.caption",
                number=str(number),
                day=self.facts.closes,
                part=drawing.part,
                **drawing.told,
            ),
            description=self._described(drawing, series),
            kind=drawing.kind,
            categories=drawing.categories,
            series=series,
            axis=self.words(f"report.charts.{drawing.about}.axis", **drawing.told),
            table=Table((head, *(Column(one.name, align="center") for one in series)), tuple(rows)),
            decimals=drawing.decimals,
            language=self.words("report.locale"),
        )

    def _names(self, drawing: _Drawing) -> Mapping[str, str]:
        """What its series are called."""
        return drawing.names or {
            part: self.words(f"report.charts.{drawing.about}.{part}") for part in drawing.parts
        }

    def _figure(self, value: int | Decimal | None, decimals: int) -> str:
        return self.words("report.unknown") if value is None else self.words.number(value, decimals)

    def _described(self, drawing: _Drawing, series: tuple[Series, ...]) -> str:
        """What is drawn, and the newest figures: for whoever hears the report read out."""
        if drawing.about == "units":
            figures: list[int | Decimal | None] = [sum(value or 0 for value in one.values) for one in series]
        else:
            figures = [one.values[-1] for one in series]
        # a year without a figure is told, a state in which nothing is does not need to be
        pairs = [(one, value) for one, value in zip(series, figures, strict=True) if value != 0]
        told = self.words.listed(f"{one.name} {self._figure(value, drawing.decimals)}" for one, value in pairs)
        categories = drawing.categories
        return self.words(
            f"report.charts.{drawing.about}.description", last=categories[-1], n=len(categories), told=told
        )


def _label(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
