"""A code explained, and the list of codes, as a person reads them.

Must not word a finding: what is printed of a mistake is kept beside its explanation.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from parplan.errors import Explanation, explanation
from parplan.finding import Code
from parplan.views.columns import Heading, columns
from parplan.views.table import Row, Table
from parplan.words import Words

_HEADINGS = (
    Heading("code", align="left"),
    Heading("weight", align="left"),
    Heading("meaning", share=1.8, align="left"),
)
"""At 80 columns the longest code stays whole: it is there to be copied."""


class CodePage(NamedTuple):
    """One code: its name and weight, paragraphs of prose, and an example as ``validate`` prints it."""

    heading: str
    paragraphs: tuple[str, ...]
    example_title: str
    example: str


def code_page(explained: Explanation, words: Words) -> CodePage:
    """Everything there is to say of a code."""
    code = explained.code
    weight = words(f"severity.{code.severity.value}")
    return CodePage(
        words("explain.heading", code=code.slug, weight=weight, family=words(f"family.{code.family.value}")),
        tuple(" ".join(paragraph.split()) for paragraph in explained.prose.strip().split("\n\n")),
        words("explain.example") if explained.output else "",
        explained.output,
    )


def code_list(codes: Iterable[Code], words: Words) -> Table:
    """Codes by family, each with its weight and the first sentence of its explanation."""
    rows: list[Row] = []
    for family, members in groupby(codes, key=lambda code: code.family):
        rows.append(Row((words(f"family.{family.value}"), None, None), kind="block"))
        rows += [
            Row((code.slug, words(f"severity.{code.severity.value}"), _first_sentence(code, words)))
            for code in members
        ]
    return Table(columns(words, _HEADINGS), tuple(rows), note=words("explain.list-note"))


def _first_sentence(code: Code, words: Words) -> str:
    first = explanation(code, words.language).prose.strip().split("\n\n")[0]
    sentence, stop, _ = " ".join(first.split()).partition(". ")
    return sentence + ("." if stop else "")
