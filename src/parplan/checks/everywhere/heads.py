"""A file's name and folder say what its head says.

Must not check anything below the head.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.finding import Code, Finding
from parplan.model.plan import PlanFile
from parplan.model.progress import DecisionsFile, ProgressFile
from parplan.model.reminder import RemindersFile
from parplan.model.report import ReportFile
from parplan.model.result import ResultsFile
from parplan.model.shared import File
from parplan.model.workspace import Workspace, kind_of
from parplan.where import Where

Claim = tuple[str, str, Where]
"""A named part of the file's name, what the head says of it, and where."""


def check_heads(workspace: Workspace) -> Iterator[Finding]:
    """Compare the named parts of each file's name with what stands inside."""
    for file in workspace.files:
        named = _named_parts(file.where.file)
        for part, said, where in _claims(file):
            if part in named and named[part] != said:
                yield Finding(Code.FILE_CONTRADICTS_HEAD, where, {"named": named[part], "said": said})


def _named_parts(name: str) -> dict[str, str]:
    kind = kind_of(name)
    match = kind.pattern.fullmatch(name) if kind else None
    return match.groupdict() if match else {}


def _claims(file: File) -> Iterator[Claim]:
    match file:
        case PlanFile():
            yield "year", str(file.plan.year), file.plan.at("year")
        case ProgressFile():
            yield "month", str(file.month), file.at("month")
            yield "agency", file.agency, file.at("agency")
        case DecisionsFile():
            yield "month", str(file.month), file.at("month")
        case ReportFile():
            yield "period", str(file.period), file.at("period")
        case RemindersFile():
            yield "year", str(file.plan), file.at("plan")
        case ResultsFile():
            for result in file.results:
                yield "year", str(result.year), result.at("year")
