"""Rows of cells as lines: each cell wrapped to its column's width, and what is alike wrapped once.

Must not know what stands in a cell, or how wide a column should be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat, zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text as RichText

from parplan.output.terminal.widths import GAP, breakable, wrapped
from parplan.output.text.visible import visible
from parplan.views.table import Align


class Text(RichText):
    """Text of which every sign is seen: all that is drawn goes through it, and no file commands a terminal."""

    def __init__(self, text: str = "", style: str = "") -> None:
        super().__init__(visible(text), style)


class Rows:
    """Cells and a style for each row. The library's own table takes ten times as long, and draws the same.

    ``is_low``: cells of few lines stand at the foot of their row, as heads do.
    """

    def __init__(
        self,
        widths: Sequence[int],
        aligns: Sequence[Align],
        rows: Sequence[tuple[Sequence[str], str]],
        *,
        is_low: bool = False,
    ) -> None:
        self.widths = widths
        self.aligns = aligns
        self.rows = rows
        self.is_low = is_low
        self._wrapped: dict[tuple[str, int, Align], list[str]] = {}

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> RenderResult:
        if console.color_system is None:
            yield Segment("".join(text for texts, _ in self._drawn() for text in (*texts, "\n")))
            return
        for texts, name in self._drawn():
            style = console.get_style(name)
            yield from (Segment(text, style) for text in texts)
            yield Segment.line()

    def _drawn(self) -> Iterator[tuple[list[str], str]]:
        """Each line: its pieces, and the style of its row."""
        gaps = [" " * GAP] * (len(self.widths) - 1) + [""]
        blank = [" " * width + gap for width, gap in zip(self.widths, gaps, strict=True)]
        for cells, name in self.rows:
            row: list[list[str | None]] = [
                [*self._lines(cell, width, align)]
                for cell, width, align in zip(cells, self.widths, self.aligns, strict=True)
            ]
            if self.is_low:
                height = max(map(len, row))
                row = [[*repeat(None, height - len(lines)), *lines] for lines in row]
            for line in zip_longest(*row):
                parts = [(blank[n], "") if part is None else (part, gaps[n]) for n, part in enumerate(line)]
                yield [text for part in parts for text in part], name

    def _lines(self, cell: str, width: int, align: Align) -> list[str]:
        key = (cell, width, align)
        if key not in self._wrapped:
            lines = wrapped(visible(breakable(cell, width)), width)
            self._wrapped[key] = [_aligned(*line, width, align) for line in lines]
        return self._wrapped[key]


def _aligned(text: str, cells: int, width: int, align: Align) -> str:
    blanks = width - cells
    before = {"left": 0, "center": blanks // 2, "right": blanks}[align]
    return " " * before + text + " " * (blanks - before)
