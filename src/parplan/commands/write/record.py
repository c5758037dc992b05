"""parplan record [TASK]: what a unit, or several with the same word, reported for a month.

Must not write what was only begun, or ask where nobody answers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.changes import recorded
from parplan.options.record.month import Late, Month, keep_history, open_month
from parplan.options.record.rows import read_rows
from parplan.options.record.said import Raw, given
from parplan.options.record.walk import ask_missing, ask_to_write, walk
from parplan.options.shared import AsOf, MonthOption, PlanOption, Root, exclude
from parplan.options.writing import Confirm, DryRun, carry_out
from parplan.output.terminal.ask import can_ask

Texts = list[str] | None


def record(
    task: Annotated[str | None, Argument()] = None,
    whose: Annotated[Texts, Option("--agency")] = None,
    month: MonthOption = None,
    status: Annotated[str | None, Option("--status")] = None,
    date_: Annotated[str | None, Option("--date")] = None,
    period: Annotated[str | None, Option("--period")] = None,
    figures: Annotated[Texts, Option("--value")] = None,
    result: Annotated[str | None, Option("--result")] = None,
    evidence: Annotated[Texts, Option("--evidence")] = None,
    difficulty: Annotated[str | None, Option("--difficulty")] = None,
    reason: Annotated[str | None, Option("--reason")] = None,
    proposal: Annotated[str | None, Option("--proposal")] = None,
    expected: Annotated[str | None, Option("--expected")] = None,
    received: Annotated[str | None, Option("--received")] = None,
    document: Annotated[str | None, Option("--document")] = None,
    note: Annotated[str | None, Option("--note")] = None,
    nothing: Annotated[bool, Option("--nothing")] = False,
    from_: Annotated[str | None, Option("--from")] = None,
    late: Late = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> None:
    """Write down what was reported."""
    said = say(lang)
    exclude({said("help.metavar.task"): task is not None, "--from": from_ is not None})
    raw = given(
        *(("task", task), ("agency", whose), ("period", period), ("status", status), ("date", date_)),
        *(("value", figures), ("result", result), ("evidence", evidence), ("difficulty", difficulty)),
        *(("reason", reason), ("proposal", proposal), ("expected", expected)),
        *(("received", received), ("document", document), ("note", note)),
    )
    rows = dict(read_rows(from_, raw, said)) if from_ is not None else {}
    opening = partial(open_month, root, plan, month, as_of, said, raw)
    at = opening()
    keep_history(at, late=late)
    raws = list(rows.values()) or _answered(at, raw, nothing=nothing)
    confirm = None if from_ is not None or raws == [raw] else ask_to_write
    _write(opening, at, raws, list(rows), nothing=nothing, dry_run=dry_run, confirm=confirm)


def _write(
    opening: Callable[[], Month],
    at: Month,
    raws: list[Raw],
    numbers: list[int],
    *,
    nothing: bool,
    dry_run: bool,
    confirm: Confirm,
) -> None:
    """Write what was said; where somebody else wrote while the questions were answered, the answers still hold."""
    try:
        made = recorded(at, raws, nothing=nothing, numbers=numbers)
        carry_out(at.loaded, made, "record", at.words, dry_run=dry_run, confirm=confirm)
    except Stop as stop:
        if confirm is None or stop.reason != "file-changed-meanwhile":
            raise
        _write(opening, opening(), raws, numbers, nothing=nothing, dry_run=dry_run, confirm=confirm)


def _answered(month: Month, raw: Raw, *, nothing: bool) -> list[Raw]:
    """What was typed, and what is asked for where somebody answers and something is missing."""
    if can_ask():
        raw = ask_missing(month, raw, nothing=nothing)
        is_report = nothing or "received" in raw or "document" in raw
        return [raw] if "task" in raw or is_report else list(walk(month, raw))
    if "agency" not in raw:
        raise Stop("said-missing-unit")
    if "task" not in raw and not nothing and "received" not in raw and "document" not in raw:
        raise Stop("said-missing-task")
    return [raw]
