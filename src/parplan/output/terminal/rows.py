"""Rows of cells as lines: each cell wrapped to its column's width, and what is alike wrapped once.

Must not know what stands in a cell, or how wide a column should be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat, zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text as RichText

from parplan.output.terminal.widths import GAP, breakable
from parplan.output.text.visible import visible
from parplan.views.table import Align


class Text(RichText):
    """Text of which every sign is seen: all that is drawn goes through it, and no file commands a terminal."""

    def __init__(self, text: str = "", style: str = "") -> None:
        super().__init__(visible(text), style)


@dataclass(frozen=True)
class Rows:
    """Cells and a style for each row. The library's own table takes ten times as long, and draws the same.

    ``is_low``: cells of few lines stand at the foot of their row, as heads do.
    """

    widths: Sequence[int]
    aligns: Sequence[Align]
    rows: Sequence[tuple[Sequence[str], str]]
    is_low: bool = False
    _wrapped: dict[tuple[str, int, Align], list[str]] = field(default_factory=dict, repr=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        gaps = [" " * GAP] * (len(self.widths) - 1) + [""]
        blank = [" " * width + gap for width, gap in zip(self.widths, gaps, strict=True)]
        for cells, name in self.rows:
            wrapped: list[list[str | None]] = [
                [*self._lines(console, options, cell, width, align)]
                for cell, width, align in zip(cells, self.widths, self.aligns, strict=True)
            ]
            style = console.get_style(name)
            if self.is_low:
                height = max(map(len, wrapped))
                wrapped = [[*repeat(None, height - len(lines)), *lines] for lines in wrapped]
            for line in zip_longest(*wrapped):
                parts = [(blank[n], "") if part is None else (part, gaps[n]) for n, part in enumerate(line)]
                texts = [text for part in parts for text in part]
                if console.color_system is None:
                    yield Segment("".join(texts))
                else:
                    yield from (Segment(text, style) for text in texts)
                yield Segment.line()

    def _lines(self, console: Console, options: ConsoleOptions, cell: str, width: int, align: Align) -> list[str]:
        key = (cell, width, align)
        if key not in self._wrapped:
            page = options.update(width=width, justify=align, overflow="fold", height=None)
            drawn = console.render_lines(Text(breakable(cell, width)), page)
            self._wrapped[key] = ["".join(segment.text for segment in line) for line in drawn]
        return self._wrapped[key]
