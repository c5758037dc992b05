"""parplan decide KIND TASK: what was decided after the plan, in the month's decisions.

Must not let anybody but the plan's issuer extend: the checks refuse it, and nothing is written.
"""

from __future__ import annotations

from typing import Annotated

from parplan.editing.decisions import DECISIONS, KNOWN_BY, decisions_file, new_id
from parplan.editing.edit import Edited
from parplan.editing.records import with_record
from parplan.finding import Stop
from parplan.model.progress import Decision
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.record.month import Late, Month, head_of, keep_history, open_month
from parplan.options.record.said import read_kind, read_paper, read_period
from parplan.options.shared import AsOf, MonthOption, PlanOption, Root, find_members, find_task
from parplan.options.writing import DryRun, carry_out
from parplan.reading.tree import Tree
from parplan.views.setup.next import Then, typed


def decide(
    decided: Annotated[str, Argument()],
    task: Annotated[str, Argument()],
    whose: Annotated[list[str] | None, Option("--agency")] = None,
    to: Annotated[str | None, Option("--to")] = None,
    from_day: Annotated[str | None, Option("--from")] = None,
    of_paper: Annotated[str | None, Option("--paper")] = None,
    issuer: Annotated[str | None, Option("--issuer")] = None,
    period: Annotated[str | None, Option("--period")] = None,
    reason: Annotated[str | None, Option("--reason")] = None,
    month: MonthOption = None,
    late: Late = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
    plan: PlanOption = None,
) -> Then:
    """Write down a decision."""
    said = say(lang)
    at = open_month(root, plan, month, as_of, said, {"kind": [decided], "task": [task], "agency": whose})
    keep_history(at, late=late, is_work=False)
    given = {"to": to, "from": from_day, "paper": of_paper, "issuer": issuer, "period": period, "reason": reason}
    made = _decided(at, decided, task, whose or [], given)
    carry_out(at.loaded, made, "decide", said, dry_run=dry_run)
    return Then("show", typed(task))


def _decided(at: Month, kind: str, task: str, agencies: list[str], typed: dict[str, str | None]) -> Edited:
    """The decision as a record, in the month's file."""
    workspace = at.loaded.workspace
    decided = read_kind(kind)
    found = find_task(at.plan, task, at.words, workspace.left_out)
    if (decided == "extend") is (typed["to"] is None):
        raise Stop("decide-to-missing") if typed["to"] is None else Stop("decide-to-needless")
    if decided in ("assign", "exempt") and not agencies:
        raise Stop("said-missing-unit")
    paper = _paper(at, typed)
    fields: dict[str, Tree] = {"id": new_id(workspace, decided, found.id), "kind": decided, "task": found.id}
    if agencies:
        fields["agencies"] = [str(find_members(at.loaded, text, at.words)[0]) for text in agencies]
    if period := typed["period"]:
        owed = (run.first for run in at.standings.counted.runs)
        known = [one.assignment.period for one in owed if one.assignment.task.id == found.id]
        fields["period"] = str(read_period(period, [p for p in dict.fromkeys(known) if p], at.words))
    if to := typed["to"]:
        fields["to"] = at.days.read(to).isoformat()
    since = typed["from"]
    fields["from"] = at.days.read(since).isoformat() if since else str(paper["date"])
    fields["document"] = paper
    if reason := typed["reason"]:
        fields["reason"] = reason
    file = decisions_file(at.period)
    return with_record(at.loaded, file, head_of(at), DECISIONS, Decision, KNOWN_BY, fields)


def _paper(at: Month, typed: dict[str, str | None]) -> dict[str, Tree]:
    """The paper that decides, with its day; of the plan's issuer, unless another is named."""
    if typed["paper"] is None:
        raise Stop("decide-paper-missing")
    paper = read_paper(typed["paper"], at.days)
    if "date" not in paper:
        raise Stop("decide-day-missing", text=typed["paper"])
    named = find_members(at.loaded, typed["issuer"], at.words)[0]
    return {**paper, "issuer": named or at.plan.plan.issuer}
