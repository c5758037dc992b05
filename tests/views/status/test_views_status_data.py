"""A status for machines: keys that stay, figures that agree."""

from __future__ import annotations

import json

from parplan.calendar.period import Period
from parplan.facts.standing import Standings
from parplan.facts.status.status import StatusFacts
from parplan.facts.viewpoint import end_of_month_report
from parplan.output.text.json import listed
from parplan.views.status.data import status_data
from running import sample
from workspaces import Builder

KEYS = [
    "schema_version",
    "plan",
    "as_of",
    "month",
    "sample",
    "has_reports",
    "errors_left_out",
    "tally",
    "units",
    "overdue",
    "due_soon",
    "silent",
    "difficulties",
]
STANDING_KEYS = [
    "task",
    "title",
    "agency",
    "period",
    "common",
    "due",
    "state",
    "days_late",
    "days_left",
    "marks",
    "status",
    "date",
    "difficulty",
]


def test_keys_are_only_ever_added() -> None:
    workspace = sample().workspace
    plan = workspace.plans[2022]
    view = end_of_month_report(plan.plan, Period.parse("2022-10"))
    found = status_data(StatusFacts(Standings(workspace, plan, view)))
    assert [key for key in KEYS if key not in found] == []
    assert [key for key in STANDING_KEYS if key not in found["overdue"][0]] == []
    assert (found["as_of"], found["month"], found["sample"]) == ("2022-10-14", "2022-10", True)
    assert json.loads(listed(found))["plan"] == 2022


def test_days_are_written_as_machines_read_them(w: Builder) -> None:
    w.report("2022-10", "so-tu-phap", received="2022-10-01")
    found = status_data(StatusFacts(w.standings(day="2022-10-05")))
    one = next(row for row in found["overdue"] if row["task"] == "A")
    assert (one["due"], one["days_late"], one["state"]) == ("2022-09-30", 5, "overdue")
    assert found["sample"] is False
