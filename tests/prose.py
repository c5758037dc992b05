"""What a director strikes out of a paper: kinds of sentences and tables that none may hold, each with a reason.

Must not know a figure, or which paper it searches: a report, a letter or a message, as Markdown, Word or text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from docx import Document
from docx.table import Table as WordTable
from ruamel.yaml import YAML

Rows = list[list[str]]

MOST_NAMED: Final = 12
"""So many units one reads in a sentence; more of them stand in an appendix."""

FEWEST_REPEATED: Final = 3
"""So many names that come again in the next paragraph are a list that was copied."""


@dataclass(frozen=True)
class Paper:
    """What stands between the first sentence and the signature, in order, and the tables of the appendices."""

    blocks: tuple[str | Rows, ...]
    names: frozenset[str] = frozenset()
    """The units of the workspace, but for those that the whole paper is of or to."""
    is_draft: bool = False
    """It is still to be written: "…" in it is a place for the hand."""

    @property
    def paragraphs(self) -> list[str]:
        return [block for block in self.blocks if isinstance(block, str)]

    @property
    def tables(self) -> list[Rows]:
        return [block for block in self.blocks if not isinstance(block, str)]

    @property
    def sentences(self) -> Iterator[str]:
        for paragraph in self.paragraphs:
            yield from re.split(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])", paragraph)

    @property
    def columns(self) -> Iterator[tuple[str, list[str]]]:
        """Every column's head with its cells, without the row of column numbers."""
        for head, *rows in self.tables:
            kept = [row for row in rows if not re.fullmatch(r"\(\d+\)", row[0]) and len(set(row)) > 1]
            for name, *cells in zip(head, *kept, strict=True):
                yield name, list(cells)

    def named(self, text: str) -> list[str]:
        """The units that a text names, in order; one may stand in it twice."""
        return _any_of(self.names).findall(text) if self.names else []


# --- reading -------------------------------------------------------------------------------------------------

OPENING: Final = "Thực hiện Kế hoạch"
SIGNATURE: Final = "Nơi nhận"
DRAFT: Final = "DỰ THẢO"


def of_markdown(text: str, names: frozenset[str] = frozenset()) -> Paper:
    """A paper as the program writes it with ``--format md``; one without blocks where it wrote none."""
    if OPENING not in text:
        return Paper(())
    body, _, rest = text[text.index(OPENING) :].partition(f"***{SIGNATURE}")
    parts = [part.strip() for part in body.split("\n\n")]
    told = [part for part in parts if part and not (part.startswith("**") and part.endswith("**"))]
    # below the signature: tables, their notes, and what is said of a chart
    appendices = [part for part in rest.split("\n\n") if re.match(r"\||\(…\)|\*(?![*(])", part)]
    blocks = tuple(_markdown_block(part) for part in (*told, *appendices))
    return Paper(blocks, names, is_draft=DRAFT in text[: text.index(OPENING)])


def _markdown_block(part: str) -> str | Rows:
    if not part.startswith("|"):
        return re.sub(r"^#+ ", "", re.sub(r"\\([-.#\[])", r"\1", part.replace("\n", " ")))
    lines = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in part.splitlines()]
    return [[cell.strip(" *") for cell in line] for line in (lines[0], *lines[2:])]


def of_word(file: Path, names: frozenset[str] = frozenset()) -> Paper:
    """The same paper from its .docx."""
    found: list[str | Rows] = []
    is_open = is_signed = is_draft = False
    for item in Document(str(file)).iter_inner_content():
        if isinstance(item, WordTable):
            rows = [[_clean(cell.text) for cell in row.cells] for row in item.rows]
            is_signed |= any(SIGNATURE in cell for row in rows for cell in row)
            is_draft |= not is_open and any(DRAFT in cell for row in rows for cell in row)
            if is_open and SIGNATURE not in rows[0][0]:
                found.append(rows)
            continue
        text = _clean(item.text)
        is_open |= text.startswith(OPENING)
        is_place = text.startswith("[") and text.endswith("]")
        if is_open and text and not is_place and (not is_signed or text.startswith("(…)")):
            found.append(text)
    return Paper(tuple(found), names, is_draft)


def of_messages(text: str, names: frozenset[str] = frozenset()) -> list[Paper]:
    """Messages, each to one unit, with an empty line between them: every line is a paragraph."""
    return [Paper(tuple(message.splitlines()), names) for message in text.strip().split("\n\n") if message]


def _clean(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("\u2060", "").strip()


@cache
def names(root: Path, *but: str) -> frozenset[str]:
    """What the units of a workspace are called, but for some ids: those whom all of a paper is about."""
    units = YAML(typ="safe").load((root / "data" / "agencies.yaml").read_text(encoding="utf-8"))["agencies"]
    return frozenset(unit["name"] for unit in units if unit["id"] not in but)


@cache
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


# --- sentences -----------------------------------------------------------------------------------------------

_THING: Final = r"(lượt|đơn vị|nhiệm vụ|chỉ tiêu)"
_DAY: Final = r"ngày \d{1,2}/\d{1,2}/\d{4}"

SENTENCES: Final = {
    "zero is a word": r"(?<![\d.,/])00? (?:lượt|đơn vị|nhiệm vụ|ngày|chỉ tiêu|tháng)",
    "no part as large as the whole": (
        rf"\b(\d+) {_THING}\b[^.;]{{0,80}}(?:, trong đó|: đã hoàn thành|, gồm) \1 \2\b"
        rf"|[Tt]rong (?:số )?(\d+) {_THING}\b[^.;]{{0,80}}, \3 \4\b"
    ),
    "nothing is denied of one alone": r"[Tt]rong (?:số )?01 [^.;]*, chưa có",
    "one bracket, not two": r"\([^()]*\)\s*\(",
    "no table of figures in a bracket": r"\((?=(?:[^()]*\d){8})[^()]{160,}\)",
    "no address in running text": r"https?://|www\.",
    "no full stop twice": r"\.\.|[;,]\.|:\.",
    "no hole in a sentence": r"  \w|\( *\)| [,;.](?!\.)|None|\{\{|undefined|, ,|\(,|: ;",
    "none of two is the main one": r"có 0[1-3] nhiệm vụ đến hạn[^.]*trọng tâm",
    "what was denied is not counted next": r"chưa có lượt nào đến hạn\.\s*Ngoài ra",
    "months 1 and 2 have a zero, and days below ten": (
        r"\b[Tt]háng [12](?:/| năm|[,.;)\s])|(?<![\d/])\d{1,2}/[12]/\d{4}|(?<![\d/.,])[1-9]/\d{1,2}/\d{4}"
    ),
    "no requirement of a peer": r"(?:Sở Nội vụ|Văn phòng UBND thành phố) (?:yêu cầu|phê bình)",
    "one day in a clause": (
        rf"(?<!từ )(?:tính đến|đến|đến hết) {_DAY}[^.;:()]*? (?:tính đến|đến hết) (?:{_DAY}|nay)"
    ),
    "nobody's name stands in a letter that lists them in an appendix": r"có tên trong Công văn này",
    "no name of the program's own": (
        r"\b[IVX]+\.\d+\.\d+[a-zđ]?\b|(?<![\w/.-])[a-z]+-[a-z]+(?:-[a-z]+)*(?![\w/.-])"
    ),
    "no word of another language": (
        r"\b(?:the|and|of|overdue|done|report|month|unit|task|none|null|true|false|False|True|error)\b"
    ),
    "a paper has its kind before its number": (
        r"(?<!số )(?<!khoản )(?<![\w/.-])\d+(?:/\d{4})?/[A-ZĐ][A-ZĐ-]*-?[A-ZĐ]{2,}|(?<!số )\b\d+-[A-ZĐ]{2}/"
    ),
}
"""Why a sentence is struck out, and what gives it away."""


def _sentence(pattern: str) -> Callable[[Paper], list[str]]:
    known = re.compile(pattern)
    return lambda paper: [part for part in paper.paragraphs if known.search(part)]


# --- paragraphs ----------------------------------------------------------------------------------------------


def _copied_names(paper: Paper) -> list[str]:
    lists = [set(paper.named(part)) for part in paper.paragraphs]
    return [", ".join(both) for one, two in pairwise(lists) if len(both := one & two) >= FEWEST_REPEATED]


def _crowds(paper: Paper) -> list[str]:
    return [part for part in paper.sentences if len(paper.named(part)) > MOST_NAMED]


def _said_twice(paper: Paper) -> list[str]:
    times = Counter(part.strip() for part in paper.sentences if len(part) > 40)
    return [part for part, n in times.items() if n > 1]


def _rests_of_nothing(paper: Paper) -> list[str]:
    """What begins with a rest, where no table stands above that it would be the rest of."""
    return [
        part
        for above, part in pairwise(paper.blocks)
        if isinstance(part, str)
        and re.match(r"\d+ lượt còn lại", part)
        and isinstance(above, str)
        and not re.match(r"\(…\)|(?:HT|TX|KPS|BC): ", above)
    ]


def _is_item(block: str | Rows | None) -> bool:
    return isinstance(block, str) and bool(re.match(r"(?:-|\d{1,2}\.) ", block))


def _open_ends(paper: Paper) -> list[str]:
    """Paragraphs that promise what does not follow: a colon before nothing, or before a heading.

    The first one promises the whole paper.
    """
    return [
        part
        for part, after in pairwise((*paper.blocks[1:], None))
        if isinstance(part, str) and part.endswith(":") and (after is None or _begins_anew(after))
    ]


def _begins_anew(block: str | Rows) -> bool:
    return isinstance(block, str) and not _is_item(block) and not block.startswith("**")


def _lists_of_one(paper: Paper) -> list[str]:
    """An item alone below a colon is no list."""
    blocks = (*paper.blocks, None)
    return [
        one
        for before, one, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if isinstance(before, str)
        and before.endswith(":")
        and isinstance(one, str)
        and _is_item(one)
        and not _is_item(after)
    ]


# --- tables --------------------------------------------------------------------------------------------------


def _silent_columns(paper: Paper) -> list[str]:
    nothing = "-" if paper.is_draft else "-…"
    return [name for name, cells in paper.columns if cells and not any(cell.strip(nothing) for cell in cells)]


def _mixed_capitals(paper: Paper) -> list[str]:
    found = []
    for name, cells in paper.columns:
        first = {cell[0].isupper() for cell in cells if cell and cell[0].isalpha() and not cell.startswith("http")}
        if len(first) > 1:
            found.append(name)
    return found


def _tables_of_zeros(paper: Paper) -> list[str]:
    found = []
    for head, *rows in paper.tables:
        figures = [cell for row in rows for cell in row[1:] if re.fullmatch(r"[\d.,]+", cell)]
        if figures and not any(cell.strip("0.,") for cell in figures):
            found.append(" | ".join(head))
    return found


def _notes_of_nothing(paper: Paper) -> list[str]:
    """What "(…)" means, below a table in which none stands."""
    return [
        note
        for table, note in pairwise(paper.blocks)
        if isinstance(note, str)
        and "(…):" in note
        and not isinstance(table, str)
        and not any("…" in cell for row in table for cell in row)
    ]


def _unexplained(paper: Paper) -> list[str]:
    """A table with "…" in a cell and no word below it of what that means."""
    following = (*paper.blocks[1:], "")
    return [
        " | ".join(table[0])
        for table, note in zip(paper.blocks, following, strict=False)
        if not isinstance(table, str)
        and any(cell == "…" for row in table for cell in row)
        and not (isinstance(note, str) and "chưa có " in note)
    ]


def _rates(paper: Paper) -> list[str]:
    found = {match for part in paper.paragraphs for match in re.findall(r"Tỷ lệ hoàn thành = [^.]*\.", part)}
    return sorted(found) if len(found) > 1 else []


def _unnamed_papers(paper: Paper) -> list[str]:
    """Numbers of papers without a kind in cells whose head does not say that papers stand there."""
    known = re.compile(SENTENCES["a paper has its kind before its number"])
    return [
        cell
        for name, cells in paper.columns
        if "văn bản" not in name
        for cell in cells
        if known.search(re.sub(r"https?://\S+", "", cell))
    ]


KINDS: Final[dict[str, Callable[[Paper], list[str]]]] = {
    **{reason: _sentence(pattern) for reason, pattern in SENTENCES.items()},
    "neighbouring paragraphs do not name the same units": _copied_names,
    "no sentence names more units than one reads": _crowds,
    "nothing is said twice": _said_twice,
    "a rest is left of something": _rests_of_nothing,
    "a colon has something behind it": _open_ends,
    "one thing alone is no list": _lists_of_one,
    "every column of a table says something": _silent_columns,
    "the cells of a column begin alike": _mixed_capitals,
    "no table is of zeros": _tables_of_zeros,
    "what is explained stands there": _notes_of_nothing,
    "what stands there is explained": _unexplained,
    "a rate is worded in one way": _rates,
    "a paper in a cell has its kind": _unnamed_papers,
}
"""Why it is struck out, and what finds it: the places in a paper."""


def struck_out(paper: Paper) -> dict[str, list[str]]:
    """All that a director would strike out, by the reason."""
    return {reason: found for reason, find in KINDS.items() if (found := find(paper))}
