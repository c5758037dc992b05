"""A proposed plan as the file that a person goes on with; what is to be decided stands in it as comments.

Must not propose anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from parplan.cutting.drafts import Doubt, Draft, Proposal
from parplan.documents.document import Place, Table
from parplan.editing.text.style import in_line, scalar
from parplan.reading.tree import Tree
from parplan.words import Words

WIDTH: Final = 110
SHORT: Final = 96
KINDS: Final = ("once", "periodic", "ongoing", "on-event", "general")


def place_words(place: Place, words: Words) -> str:
    """Where something stands, as whoever opens the document sees it."""
    kind = "sheet" if place.tab else "word" if place.table else "text"
    values = {"tab": place.tab, "table": str(place.table), "row": str(place.row), "column": str(place.column)}
    return words(f"place.{kind}-{'cell' if place.column else 'row'}", cell=place.cell, **values)


def doubt_words(doubt: Doubt, words: Words) -> str:
    """What is to be decided, in a sentence."""
    return words(f"import.doubt.{doubt.what}", **doubt.values)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is left to a person, at a line of a file, and where it stands in the document."""

    file: str
    line: int
    doubt: Doubt
    place: Place | None = None


def decision_lines(decisions: Sequence[Decision], words: Words) -> Iterator[str]:
    """How many there are, and each with its file and line; those that say the same, together."""
    if decisions:
        yield words("import.decide", n=len(decisions))
    together: dict[tuple[str, str], list[Decision]] = {}
    for one in decisions:
        together.setdefault((one.file, doubt_words(one.doubt, words)), []).append(one)
    for (file, sentence), same in together.items():
        lines = ", ".join(str(one.line) for one in same)
        place = same[0].place if len(same) == 1 else None
        at = f" ({place_words(place, words)})" if place else ""
        yield f"{file}:{lines}: {sentence}{at}"


def summary(proposal: Proposal, file: str, year: str, words: Words) -> Iterator[str]:
    """What was found, and what was not taken."""
    kinds = Counter(draft.kind for draft in proposal.drafts)
    counted = words.listed(
        [words("import.kind", kind=words(f"kind.{kind}"), n=kinds[kind]) for kind in KINDS if kind in kinds]
    )
    yield words("import.made", year=year, n=len(proposal.drafts), kinds=counted, file=file)
    if proposal.units:
        names = words.listed([unit.name for unit in proposal.units])
        yield words("import.units", n=len(proposal.units), names=names)
    for table in proposal.left:
        yield words(
            "import.left", place=_table_words(table, words), rows=len(table.rows), number=str(table.number)
        )

    for place in proposal.rows_left:
        yield words("import.row-left", place=place_words(place, words))


def _table_words(table: Table, words: Words) -> str:
    return words("place.tab", tab=table.tab) if table.tab else words("place.table", table=str(table.number))


def plan_text(
    head: Mapping[str, Tree],
    head_doubts: Sequence[Doubt],
    tasks: Sequence[tuple[Draft, dict[str, Tree]]],
    file: str,
    words: Words,
) -> str:
    """The whole file."""
    lines = [f"# {line}".rstrip() for line in words("import.file-head", file=file).splitlines()]
    lines += ["", "plan:"]
    for key, value in head.items():
        lines += [f"  # {doubt_words(one, words)}" for one in head_doubts if one.at[1] == key]
        lines += _entry(key, value, 2)
    lines += ["", "tasks:"]
    before: tuple[str, ...] = ()
    for draft, record in tasks:
        lines.append("")
        fresh = draft.heading[len(_common(before, draft.heading)) :]
        lines += [f"  # {one}" for heading in fresh for one in wrap(heading, WIDTH)]
        lines += [""] if fresh else []
        before = draft.heading
        lines += _task(draft, record, words)
    return "\n".join(lines) + "\n"


def _task(draft: Draft, record: Mapping[str, Tree], words: Words) -> Iterator[str]:
    """A task as an item; what is to be decided of a field stands above it."""
    first = True
    for key, value in record.items():
        # what is to be said of a field that is not there stands above the source
        marks = [one for one in draft.doubts if (str(one.at[0]) if one.at[0] in record else "source") == key]
        yield from (f"    # {line}" for one in marks for line in wrap(doubt_words(one, words), WIDTH - 4))
        for line in _entry(key, value, 4):
            yield line if not first else f"  - {line[4:]}"
            first = False


def _entry(key: str, value: Tree, indent: int) -> Iterator[str]:
    """A key and its value: in a line where that is short, a long text as a block."""
    blank = " " * indent
    if isinstance(value, str):
        whole = f"{blank}{key}: {scalar('', value, in_flow=False)}"
        if len(whole) <= WIDTH or "\n" in value:
            yield whole
            return
        yield f"{blank}{key}: >-"
        lines = wrap(value, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        yield from (f"{blank}  {line}" for line in lines)
        return
    short = f"{blank}{key}: {in_line(value)}"
    if len(short) <= SHORT and not (isinstance(value, dict) and key in ("source", "plan", "reporting")):
        yield short
        return
    yield f"{blank}{key}:"
    if isinstance(value, dict):
        for inner, held in value.items():
            yield from _entry(inner, held, indent + 2)
    else:
        yield from (f"{blank}  - {in_line(item)}" for item in value)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return one[:count]
