"""Every passage of the document between the places that a plan names is quoted by some task.

Must not ask whether quotes are to the letter: quotes have a module of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from parplan.checks.plan.quotes import agreeing_words
from parplan.facts.serving.passages import SHORTEST, Document, stretch
from parplan.finding import MOST_FINDINGS, Code, Finding
from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace
from parplan.spelling import clipped, one_line

MOST_PASSAGES: Final = 20
"""A plan that quotes less than that is being written; its first passages are enough to go on."""

LONGEST_SHOWN: Final = 80


def check_coverage(workspace: Workspace) -> Iterator[Finding]:
    """Nothing of the document is left out, but for headings; nothing is asked where no beginning is named."""
    for file in workspace.plans.values():
        text = workspace.document(file)
        if text and file.plan.source.begins is not None:
            yield from _plan(file, Document(text))


def _plan(file: PlanFile, document: Document) -> Iterator[Finding]:
    source = file.plan.source
    start, end = stretch(source, document.text)
    if start < 0 or end < 0:
        key, named = ("begins", source.begins) if start < 0 else ("ends", source.ends)
        agrees = agreeing_words(one_line(named or ""), document.text)
        yield Finding(Code.QUOTE_NOT_IN_SOURCE, source.at(key), {"agrees": agrees})
        return
    not_there = document.take([one_line(task.source.quote) for task in file.tasks], start)
    left_out = [text for text in map(one_line, file.left_out_texts) if len(text) >= SHORTEST]
    if len(not_there) > MOST_PASSAGES or len(left_out) > MOST_FINDINGS:  # first things first
        return
    for quote in not_there:
        document.take_like(quote)
    for text in left_out:
        document.take_all(text)
    for passage in islice(document.left(start, end), MOST_PASSAGES):
        yield Finding(Code.SOURCE_UNCOVERED, source.at("begins"), {"passage": clipped(passage, LONGEST_SHOWN)})
