"""Finished strings on a terminal, in a pipe, or in a dumb one: tables that fit the width and crop no name.

Must not choose words or order; colour never says what the text does not say too.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len, chop_cells
from rich.console import Console, Group, RenderableType
from rich.padding import Padding

from parplan.output.files.text_out import NARROWEST, PIPE_WIDTH, screen_width
from parplan.output.terminal.rows import Rows, Text
from parplan.output.terminal.widths import GAP, breakable, fit, title_of
from parplan.output.text.visible import on_one_line, quiet
from parplan.views.sheet import Block, Sheet
from parplan.views.table import Row, Table, Tone

if TYPE_CHECKING:  # a command has imported the one view that it shows, and needs none of the others
    from rich.table import Table as Grid

    from parplan.views.explain import CodePage
    from parplan.views.findings import Complaint
    from parplan.views.task import TaskView

TONES: Final[dict[Tone, str]] = {"plain": "", "bad": "red", "warn": "yellow", "good": "green", "dim": "dim"}
SEVERITY_STYLE: Final = {"error": "bold red", "warning": "yellow", "hint": "cyan"}
HEIGHT: Final = 25
"""Lines of a page: nothing is drawn by them."""


def console() -> Console:
    """Standard output, as wide as it is; a pipe gets a fixed width, whatever window it was started from."""
    is_terminal = sys.stdout.isatty()
    plain = not is_terminal or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return _page(max(NARROWEST, screen_width(sys.stdout)), no_color=plain, legacy_windows=False)


def _page(width: int, **more: Any) -> Console:
    """A page to draw on. Its size is given: the library trips over an environment that holds no numbers."""
    return Console(width=width, height=HEIGHT, highlight=False, emoji=False, markup=False, **more)


def show(*parts: RenderableType) -> None:
    """Print, one thing under the other."""
    target = console()
    with _trimmed(target):
        target.print(*parts, sep="\n")


@contextmanager
def _trimmed(target: Console) -> Iterator[None]:
    """Cells are padded to their width: a pipe or a file has no use for blanks at the ends of lines."""
    if target.is_terminal:
        yield
        return
    with target.capture() as captured:
        yield
    sys.stdout.write(_without_blanks(captured.get()))


def _without_blanks(text: str) -> str:
    return quiet("".join(f"{line.rstrip()}\n" for line in text.split("\n")[:-1]))


def sheet(view: Sheet) -> None:
    """Print a sheet."""
    target = console()
    with _trimmed(target):
        draw_sheet(view, target)


def draw_sheet(view: Sheet, target: Console) -> None:
    """A sheet: notices, the headline, then block by block."""
    target.print(
        *(drawn for notice in view.notices for drawn in _notice(notice)),
        *(Text(line, style="bold" if position == 0 else "") for position, line in enumerate(view.headline)),
        *(_block(block, target.width) for block in view.blocks),
        sep="\n",
        crop=False,  # all of it fits, and to measure each line anew takes as long as to draw it
    )


def _notice(text: str) -> list[RenderableType]:
    """What must be known before anything below is believed."""
    return [Text(text, style="bold yellow")] if text else []


def _block(block: Block, width: int) -> RenderableType:
    parts: list[RenderableType] = [Text("")]
    if block.title:
        parts.append(Text(block.title, style="bold"))
    if block.table is not None:
        parts.append(table(block.table, width))
    parts.extend(_line(line) for line in block.lines)
    return Group(*parts)


_MARKER: Final = re.compile(r"(\s*(?:-|\d+\.) )(.+)", re.DOTALL)


def _line(text: str) -> RenderableType:
    """A line; an item of a list hangs under its own text, not under its dash or number."""
    match = _MARKER.fullmatch(text)
    if match is None:
        return Text(text)
    hanging = _grid()
    hanging.add_column(no_wrap=True)
    hanging.add_column(overflow="fold")
    hanging.add_row(Text(match[1]), Text(match[2]))
    return hanging


def _grid(gap: int = 0) -> Grid:
    """Columns beside each other, without lines; few pages have any."""
    from rich.table import Table as Grid

    return Grid.grid(padding=(0, gap, 0, 0))


def task(view: TaskView) -> None:
    """One task or criterion: heading, facts, the document's words where there are any, what happened."""
    parts: list[RenderableType] = [*_notice(view.notice), Text(view.heading, style="bold")]
    parts.append(_facts(view.lines, console().width))
    if view.quote:
        parts += [Text(""), Padding(Text(f"“{view.quote}”", style="italic"), (0, 2))]
    parts.extend(Text(remark, style="bold") for remark in view.remarks)
    if view.standing is not None:
        parts += [Text(""), Text(view.standing_title, style="bold"), table(view.standing)]
    parts += [Text(""), Text(view.history_title, style="bold"), table(view.history)]
    show(*parts)


def _facts(lines: Iterable[tuple[str, str]], width: int) -> RenderableType:
    """Names and values; a long name wraps where the page is narrow."""
    lines = list(lines)
    names = min(max((cell_len(name) for name, _ in lines), default=0), width // 3)
    drawn = _grid(GAP)
    drawn.add_column(width=names, overflow="fold", style="dim")
    drawn.add_column(overflow="fold")
    for name, value in lines:
        drawn.add_row(Text(name), Text(breakable(value, width - names - GAP)))
    return drawn


def code_page(view: CodePage) -> None:
    """A code explained: heading, prose, and an example as it is printed."""
    parts: list[RenderableType] = [Text(view.heading, style="bold")]
    for paragraph in view.paragraphs:
        parts += [Text(""), Text(paragraph)]
    if view.example:
        parts += [Text(""), Text(view.example_title, style="bold"), Text("")]
        parts += [Text(f"  {line}".rstrip(), style="dim") for line in view.example.rstrip().split("\n")]
    show(*parts)


def table(view: Table, width: int | None = None) -> RenderableType:
    """A table that fits: cells wrap, nothing is cropped. Without rows, the sentence that stands for it."""
    if not view.rows:
        return Text(view.empty)
    width = width or console().width
    widths = fit(view, width)
    parts: list[RenderableType] = [Text(view.caption, style="bold")] if view.caption else []
    if widths is not None:
        parts.append(_heads(view, widths))
    for block, rows in _blocks(view):
        if block is not None:
            parts.append(Text(block, style="bold italic"))
        if widths is None:
            parts.extend(_one_by_one(view, rows, width))
        elif rows:
            parts.append(_rows(view, rows, widths))
    if view.note:
        parts.append(Text(view.note, style="dim"))
    return Group(*parts)


def _blocks(view: Table) -> Iterator[tuple[str | None, list[Row]]]:
    """The rows in stretches, each under the block row that heads it."""
    title: str | None = None
    rows: list[Row] = []
    for row in view.rows:
        if row.kind != "block":
            rows.append(row)
            continue
        if title is not None or rows:
            yield title, rows
        title, rows = row.cells[0] or "", []
    yield title, rows


def _rows(view: Table, rows: Sequence[Row], widths: list[int]) -> Rows:
    aligns = [column.align for column in view.columns]
    return Rows(widths, aligns, [([cell or "" for cell in row.cells], _style(row)) for row in rows])


def _heads(view: Table, widths: list[int]) -> Rows:
    titles = [title_of(view, position) for position in range(len(view.columns))]
    return Rows(widths, [column.align for column in view.columns], [(titles, "underline")], is_low=True)


def _one_by_one(view: Table, rows: Iterable[Row], width: int) -> Iterator[RenderableType]:
    """Rows for which a page has too few columns: the first cell, and under it each other one by its head."""
    for row in rows:
        style = _style(row)
        first, *others = row.cells
        if first:
            yield Text(breakable(first, width), style=style)
        for position, cell in enumerate(others, start=1):
            if cell:
                told = breakable(f"{title_of(view, position)}: {cell}", width - GAP)
                yield Padding(Text(told, style=style), (0, 0, 0, GAP))


def _style(row: Row) -> str:
    return "bold" if row.kind == "total" else TONES[row.tone]


def plain(draw: Callable[[Console], None], width: int = PIPE_WIDTH) -> str:
    """What is drawn on a page of that width, without colours or blanks at the ends of lines."""
    target = _page(width, no_color=True, file=StringIO())
    with target.capture() as captured:
        draw(target)
    return _without_blanks(captured.get())


def findings(complaints: Iterable[Complaint]) -> None:
    """Print each finding."""
    target = console()
    with _trimmed(target):
        draw_findings(complaints, target)


def draw_findings(complaints: Iterable[Complaint], target: Console) -> None:
    """Each finding: a line to grep, the line of the file, a caret under what is meant, the sentence."""
    for complaint in complaints:
        span = complaint.span
        place = f"{on_one_line(complaint.path)}:{span.line}:{span.column}: "
        severity = Text(
            f"{complaint.severity.value} [{complaint.code}]", style=SEVERITY_STYLE[complaint.severity.value]
        )
        target.print(Text(place) + severity, soft_wrap=True)
        for line in excerpt(complaint, target.width):
            target.print(Text(line, style="dim"), soft_wrap=True)
        target.print(Padding(Text(complaint.message), (0, 0, 1, 2)))


def excerpt(complaint: Complaint, width: int) -> list[str]:
    """The line and its caret, cut to the width around what is meant; carets line up under wide letters too."""
    if not complaint.excerpt.strip():
        return []
    line = on_one_line(complaint.excerpt.replace("\t", " "))
    start = complaint.span.column - 1
    same_line = complaint.span.end_line == complaint.span.line
    end = complaint.span.end_column - 1 if same_line else len(line)
    gutter = f"{complaint.span.line:>5} | "
    room = max(width - len(gutter) - 2, 20)
    first = 0
    if len(line) > room or cell_len(line) > room:
        first = max(0, start - room)  # a letter takes a cell at least: nothing further back can be seen
        while cell_len(line[first:start]) > room // 2:
            first += 1
    shown = next(iter(chop_cells(line[first : first + room], room)), "")
    before, meant = line[first:start], line[start : min(max(end, start + 1), start + room)]
    carets = max(1, min(cell_len(meant.rstrip()), room - cell_len(before)))
    return [gutter + shown.rstrip(), " " * 5 + " | " + " " * cell_len(before) + "^" * carets]
