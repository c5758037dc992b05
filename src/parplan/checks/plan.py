"""What a plan says of itself holds together: its dates, its deadlines, its quotes.

Must not look at progress.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from parplan import deadline
from parplan.facts.assignments import COUNTED
from parplan.finding import Code, Finding
from parplan.model.plan import Plan, PlanFile, Task
from parplan.model.workspace import Workspace


def check_plan_dates(workspace: Workspace) -> Iterator[Finding]:
    """A plan ends after it starts."""
    for file in workspace.plans.values():
        plan = file.plan
        if plan.ends < plan.starts.earliest:
            values = {"starts": str(plan.starts), "ends": plan.ends.isoformat()}
            yield Finding(Code.PLAN_DATES_REVERSED, plan.at("ends"), values)


def check_deadlines(workspace: Workspace) -> Iterator[Finding]:
    """Each kind of task has the deadline it needs, inside the plan, in words that the document uses."""
    for file in workspace.plans.values():
        for task in file.tasks:
            yield from _deadline(file.plan, task)


def _deadline(plan: Plan, task: Task) -> Iterator[Finding]:
    text = task.deadline.rule if task.deadline else None
    words = task.deadline.words if task.deadline else None
    if words is not None and words not in one_line(task.source.quote):
        yield Finding(Code.WORDS_NOT_IN_QUOTE, task.at("deadline", "words"), {"words": words})
    recurring = text is not None and isinstance(deadline.parse(text), deadline.Every)
    if task.kind == "periodic" and not recurring:
        where = task.at("deadline", "rule") if text else task.at("kind")
        yield Finding(Code.DEADLINE_NEEDED, where, {"task": task.id})
    elif text is not None and (task.kind not in COUNTED or (task.kind == "once" and recurring)):
        yield Finding(Code.DEADLINE_NEEDLESS, task.at("deadline", "rule"), {"kind": task.kind, "rule": text})
    elif text is not None and not recurring:
        rule = deadline.parse(text)
        assert isinstance(rule, deadline.Once)
        if not plan.starts.earliest <= rule.due.last <= plan.ends:
            values = {"rule": text, "due": rule.due.last, "starts": str(plan.starts), "ends": plan.ends}
            yield Finding(Code.DEADLINE_OUTSIDE_PLAN, task.at("deadline", "rule"), values)


def check_quotes(workspace: Workspace) -> Iterator[Finding]:
    """A quote stands in the document to the letter; only line breaks may differ."""
    for file in workspace.plans.values():
        name = f"data/{file.plan.source.file}"
        if name not in workspace.texts:
            yield Finding(Code.SOURCE_MISSING, file.plan.source.at("file"), {"file": name})
            continue
        yield from _quotes(file, one_line(workspace.texts[name]))


def _quotes(file: PlanFile, document: str) -> Iterator[Finding]:
    for task in file.tasks:
        quote = one_line(task.source.quote)
        if quote not in document:
            values = {"task": task.id, "agrees": _agreeing_start(quote, document)}
            yield Finding(Code.QUOTE_NOT_IN_SOURCE, task.at("source", "quote"), values)


def _agreeing_start(quote: str, document: str) -> str:
    """The last words of the quote's longest beginning that does stand in the document: where to look."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in document else (low, middle - 1)
    return " ".join(quote[:low].split()[-6:])


def one_line(text: str) -> str:
    """A text with its line and page breaks mended: one space between words, composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())
