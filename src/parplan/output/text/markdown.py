"""The report's Markdown as a few kinds of blocks, and as Markdown again with everything it names written out.

Must not know Word. Knows less than Markdown: what is no heading, emphasis, list or directive is typed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from parplan.finding import Stop
from parplan.output.text.markdown_escape import escape, escape_inline
from parplan.output.text.typography import listed
from parplan.views.chart import Chart
from parplan.views.page import Appendix, Foot, Head, Page
from parplan.views.table import Row, Table, numbers, printed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class Run(NamedTuple):
    """A stretch of text in one manner. ``is_blank``: an officer is still to write here."""

    text: str
    bold: bool = False
    italic: bool = False
    is_blank: bool = False


class Heading(NamedTuple):
    """``level`` 1 to 3: "I.", "1.", "a)"."""

    level: int
    runs: tuple[Run, ...]


class Paragraph(NamedTuple):
    """One paragraph; an item of a list is a paragraph that begins with its dash or number."""

    runs: tuple[Run, ...]


class Directive(NamedTuple):
    """``::: name argument`` on a line of its own: something of the page stands here. Lines count from 1."""

    name: str
    argument: str
    line: int


class Place(NamedTuple):
    """What an officer is still to write here."""

    text: str


Block = Heading | Paragraph | Directive
Thing = Head | Foot | Table | Chart | Appendix | Place

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(?:[-+*]|\d{1,2}[.)]|[a-zđ]\))\s")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


# The blocks are read here and not by markdown-it: ours are fewer, and its nested ones would carry a heading or a
# directive inside a list item.
def read(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order."""
    blocks: list[Block] = []
    lines: list[str] = []

    def close() -> None:
        if lines:
            blocks.append(Paragraph(_runs(" ".join(lines))))
            lines.clear()

    for number, typed in enumerate(markdown.splitlines(), start=1):
        line = typed.strip()
        heading = _HEADING.fullmatch(line)
        if not line or heading or line.startswith(":::") or _ITEM.match(line):
            close()
        if heading:
            blocks.append(Heading(min(len(heading[1]), 3), _runs(heading[2])))
        elif line.startswith(":::"):
            name, _, argument = line.removeprefix(":::").strip().partition(" ")
            blocks.append(Directive(name, argument.strip(), number))
        elif line:
            lines.append(re.sub(r"^\*(?=\s)", "-", line))
    close()
    return tuple(blocks)


def named(directive: Directive, page: Page) -> Thing:
    """What the directive names on the page. A name that the page doesn't have is a Stop."""
    things: dict[str, Thing] = {"head": page.head, "foot": page.foot}
    things |= {f"table {name}": table for name, table in page.tables.items()}
    things |= {f"chart {name}": chart for name, chart in page.charts.items()}
    things |= {f"appendix {name}": appendix for name, appendix in page.appendices.items()}
    things |= {f"place {name}": Place(text) for name, text in page.places.items()}
    text = f"{directive.name} {directive.argument}".rstrip()
    if text not in things:
        raise Stop("template-directive-unknown", line=directive.line, text=text, known=", ".join(things))
    return _printed(things[text])


def _printed(thing: Thing) -> Thing:
    match thing:
        case Table():
            return printed(thing)
        case Appendix():
            parts = (printed(part) if isinstance(part, Table) else part for part in thing.parts)
            return thing._replace(parts=tuple(parts))
    return thing


def expand(markdown: str, page: Page) -> str:
    """The Markdown with head, foot, tables and appendices written out, for a reviewer to read."""
    warnings = [f"> **{escape_inline(word)}**" for word in (page.watermark, page.head.draft) if word]
    paragraphs = ["\n>\n".join(warnings)] if warnings else []
    for block in read(markdown):
        match block:
            case Heading(level, runs):
                paragraphs.append(f"{'#' * level} {_marked(runs)}")
            case Paragraph(runs):
                paragraphs.append(_paragraph(runs))
            case Directive():
                paragraphs += _written(named(block, page))
    return "\n\n".join(paragraphs) + "\n"


@cache
def _emphasis() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer than a page takes to draw, and most reports have no emphasis

    return MarkdownIt("zero").enable(["emphasis", "escape"])


def _runs(text: str) -> tuple[Run, ...]:
    if not {*"*_"} & {*_ESCAPED.sub("", text)}:
        plain = _ESCAPED.sub(r"\1", text)
        return (Run(plain),) if plain else ()
    runs: list[Run] = []
    bold = italic = 0
    for token in _emphasis().parseInline(text)[0].children or ():
        bold += token.nesting * token.type.startswith("strong")
        italic += token.nesting * token.type.startswith("em_")
        if not token.content or token.nesting:
            continue
        run = Run(token.content, bold > 0, italic > 0)
        if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
            run = Run(runs.pop().text + run.text, run.bold, run.italic)
        runs.append(run)
    return tuple(runs)


def _paragraph(runs: tuple[Run, ...]) -> str:
    first = runs[0].text if runs else ""
    if first.startswith("- ") or (runs and (runs[0].bold or runs[0].italic)):
        return _marked(runs)
    return escape(first) + _marked(runs[1:])


def _marked(runs: Iterable[Run]) -> str:
    return "".join(_emphasised(escape_inline(run.text), "*" * (2 * run.bold + run.italic)) for run in runs)


def _emphasised(escaped: str, marks: str) -> str:
    """Marks hold only where they touch a word, so blanks go outside them."""
    core = escaped.strip()
    return escaped.replace(core, f"{marks}{core}{marks}", 1) if core and marks else escaped


def _written(thing: Thing) -> list[str]:
    match thing:
        case Head():
            return _head(thing)
        case Foot():
            return _foot(thing)
        case Table():
            return pipe_table(thing)
        case Chart():
            described = _emphasised(escape_inline(thing.description), "*")
            return [bold(thing.caption), *pipe_table(thing.table), described]
        case Appendix():
            reference = _emphasised(escape_inline(thing.reference), "*")
            title = _emphasised(escape_inline(thing.title), "**")
            ending = [escape(thing.ending)] if thing.ending else []
            parts = [paragraph for part in thing.parts for paragraph in _written(part)]
            return [f"## {escape_inline(thing.label)}", title, reference, *parts, *ending]
        case Place(text):
            return [_place(text)]


def _head(head: Head) -> list[str]:
    if len(head.addressees) == 1:
        addressing = [f"{escape(head.addressing)} {escape_inline(head.addressees[0])}"]
    else:
        addressing = [escape(head.addressing), "\n".join(_items(head.addressees))]
    about = [] if head.kind else map(escape_inline, head.subject)
    title = [_lines(bold(head.kind), *map(bold, head.subject))] if head.kind else []
    return [
        _lines(escape_inline(head.superior), bold(" ".join(head.issuer)), escape_inline(head.number), *about),
        _lines(bold(head.nation), bold(head.motto), _emphasised(escape_inline(head.place_and_date), "*")),
        *title,
        *addressing,
    ]


def _foot(foot: Foot) -> list[str]:
    heading = _emphasised(escape_inline(foot.heading), "***")
    recipients = "\n".join(_items(foot.recipients))
    office = _place(foot.place) if foot.place else _lines(*map(bold, foot.authority))
    name = _place(foot.unnamed) if foot.unnamed else bold(foot.signer)
    who = [office, name] if name or not foot.place else [office]
    return [*who, heading, recipients]


def _place(text: str) -> str:
    return f"**[{escape_inline(text.strip('[]'))}]**"


def _items(names: tuple[str, ...]) -> list[str]:
    return ["- " + escape(item.removeprefix("- ")) for item in listed(names)]


def bold(text: str) -> str:
    """A line in bold, as it was typed."""
    return _emphasised(escape_inline(text), "**")


def _lines(*lines: str) -> str:
    return "\\\n".join(line for line in lines if line)


def pipe_table(table: Table) -> list[str]:
    """A table as paragraphs: caption, pipe table and note; without rows, the sentence that stands for it."""
    caption = [bold(table.caption)] if table.caption else []
    if not table.rows and table.empty:
        return [*caption, _emphasised(escape_inline(table.empty), "*")]
    titles = [f"{column.group}: {column.title}" if column.group else column.title for column in table.columns]
    marks = {"left": ":---", "center": ":---:", "right": "---:"}
    lines = [_cells(titles), "| " + " | ".join(marks[column.align] for column in table.columns) + " |"]
    if table.numbered:
        lines.append(_cells(numbers(table.columns)))
    lines += [_row(row, len(table.columns)) for row in table.rows]
    note = [escape(table.note)] if table.note else []
    return [*caption, "\n".join(lines), *note]


def _row(row: Row, columns: int) -> str:
    cells = [cell or "" for cell in row.cells]
    return _cells(cells + [""] * (columns - len(cells)), "**" if row.kind != "row" else "")


def _cells(cells: list[str], marks: str = "") -> str:
    """One line of a pipe table; a line break within a cell is the one bit of HTML that GitHub's tables need."""
    lines = ([escape_inline(line).replace("|", "\\|") for line in cell.splitlines()] for cell in cells)
    return "| " + " | ".join(_emphasised("<br>".join(cell), marks) for cell in lines) + " |"
