"""A proposed plan as the file that a person goes on with; what is to be decided stands in it as comments.

Must not propose anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final

from parplan.cutting.drafts import Doubt, Draft
from parplan.editing.text.style import in_line, scalar
from parplan.reading.tree import Tree
from parplan.views.plan.told import doubt_words
from parplan.words import Words

WIDTH: Final = 110
SHORT: Final = 96
SOURCE: Final = "source"
"""The key above which stands what is to be said of a field that is not there."""


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
        marks = [one for one in draft.doubts if (str(one.at[0]) if one.at[0] in record else SOURCE) == key]
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
