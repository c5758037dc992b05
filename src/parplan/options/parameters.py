"""How parameters are declared, and what each takes: the word for it on help pages, and what completion offers.

Must not know a command: a parameter of one name takes the same kind of value in all of them. Must not import the
parser: whoever types a command's name alone has nothing to be parsed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final


class Option:
    """What typer's own says of an option, until the parser asks for it: its names, and what holds of its value."""

    def __init__(self, *names: str, **more: Any) -> None:
        self.names = names
        self.more = more


class Argument(Option):
    """Likewise of an argument, which has no names."""


class Example(StrEnum):
    """The workspaces that come with the program, by their folders."""

    quang_nam_2022 = "quang-nam-2022"
    chi_so = "chi-so"
    minh_hoa_2023 = "minh-hoa-2023"


METAVARS: Final = {
    "example": "name",
    "as_of": "date",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "plan",
    "years": "year",
    "against": "text",
    "assumed": "text",
    "done_tasks": "task",
    "scenario": "file",
    "target": "text",
    "depth": "count",
    "plan": "plan",
    "agency": "agency",
    "whose": "agency",
    "unit": "agency",
    "task": "task",
    "paths": "file",
    "forms": "file",
    "plan_document": "file",
    "plan_year": "year",
    "tables": "count",
    "output": "file",
    "paper": "file",
    "check": "file",
    "root": "folder",
    "folder": "folder",
    "made_in": "folder",
    "form_format": "format",
    "into": "folder",
    "into_folder": "folder",
    "name": "name",
    "answering": "command",
    "lang": "language",
    "format_": "format",
    "fail_on": "weight",
    "fail_under": "percent",
    "changed": "ref",
    "shell": "shell",
    "since": "date",
    "limit": "count",
    "code": "code",
    "select": "code",
    "ignore": "code",
    "state": "state",
    "search": "text",
    "due_within": "days",
    "reply_by": "date",
    "sent": "number",
    "dated": "date",
    "by": "name",
    "sort": "name",
    "province": "text",
    "starts": "month",
    "kind": "kind",
    "to": "date",
    "from_day": "date",
    "of_paper": "number",
    "issuer": "agency",
    "reason": "text",
    "index": "index",
    "score_table": "file",
    "criteria_table": "file",
    "new_set": "new-id",
    "by_decision": "number",
    "first_year": "year",
    "unit_list": "file",
    "of_set": "text",
    "score_kind": "text",
    "agency_kind": "text",
    "table": "count",
    "index_year": "year",
    "place": "text",
    "score": "figure",
    "rank": "figure",
    "change": "figure",
    "places": "figure",
    "mark": "text",
    "published": "date",
    "from_source": "text",
    "status": "status",
    "date_": "date",
    "period": "text",
    "value": "value",
    "result": "text",
    "evidence": "text",
    "difficulty": "text",
    "note": "text",
    "proposal": "text",
    "expected": "date",
    "received": "date",
    "document": "number",
    "from_": "file",
    "where": "place",
    "old": "old-id",
    "new": "new-id",
    "figures": "text",
    "decided": "decision",
}
"""The kind of value that each parameter takes: what help pages call it, and what ``completion`` offers for it."""
