"""Quotes stand in the document to the letter, each once.

Must not ask what the document says besides: coverage has a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.facts.serving.passages import agreeing
from parplan.finding import Code, Finding
from parplan.model.plan import PlanFile, Task
from parplan.model.workspace import TEXTS, Workspace
from parplan.spelling import one_line


def check_quotes(workspace: Workspace) -> Iterator[Finding]:
    """A quote stands in the document to the letter; only line breaks may differ."""
    for file in workspace.plans.values():
        document = workspace.document(file)
        if document is None:
            name = f"data/{file.plan.source.file}"
            # a text that could not be read is told already; any other file is no document
            if not (TEXTS.fullmatch(name) and workspace.is_unread(name)):
                yield Finding(Code.SOURCE_MISSING, file.plan.source.at("file"), {"file": name})
            continue
        yield from _quotes(file, one_line(document))


def _quotes(file: PlanFile, document: str) -> Iterator[Finding]:
    after = 0
    for task in file.tasks:  # in the plan's order, which is mostly the document's: so each is found at once
        quote = one_line(task.source.quote)
        place = document.find(quote, after)
        place = document.find(quote) if place < 0 else place
        after = place + len(quote) if place >= 0 else after
        if place < 0:
            values = {"task": task.id, "agrees": agreeing_words(quote, document)}
            yield Finding(
                Code.QUOTE_NOT_IN_SOURCE, task.at("source", "quote"), values, _but_for_signs(quote, document)
            )


def _but_for_signs(quote: str, document: str) -> str | None:
    """The document's own words, where a quote differs from them in capitals, blanks or other signs alone."""
    letters = [(place, c) for place, c in enumerate(document) if c.isalnum()]
    folded = "".join(c.casefold()[:1] for _, c in letters)
    wanted = "".join(c.casefold()[:1] for c in quote if c.isalnum())
    found = folded.find(wanted) if wanted else -1
    if found < 0:
        return None
    return document[letters[found][0] : letters[found + len(wanted) - 1][0] + 1]


def agreeing_words(quote: str, document: str) -> str:
    """The last words of the quote's longest beginning that does stand in the document: where to look."""
    return " ".join(quote[: agreeing(quote, document)].split()[-6:])


def check_repeated_quotes(workspace: Workspace) -> Iterator[Finding]:
    """A passage is quoted by one task: each of its words is one duty."""
    for file in workspace.plans.values():
        document = one_line(workspace.document(file) or "")
        tasks: dict[str, list[Task]] = {}
        for task in file.tasks:
            quote = one_line(task.source.quote)
            same = tasks.setdefault(quote, [])
            # where the document says the same in two places, two tasks may quote it
            if same and len(same) >= document.count(quote):
                values = {"task": same[0].id, "first": same[0].at("source", "quote")}
                yield Finding(Code.QUOTE_REPEATED, task.at("source", "quote"), values)
            same.append(task)
