"""Findings on the lines of a merge request: GitHub's workflow commands, GitLab's code quality report.

Must not choose or word a finding, or make its path: ``options.files`` says from where it begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from parplan.finding import Severity
from parplan.output.text.json import indented
from parplan.views.findings import Complaint, Told
from parplan.where import Span

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}

_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def github(told: Told) -> str:
    """A workflow command a line: the runner takes each from the job's log and shows it on the line it names."""
    return "".join(f"{_command(complaint)}\n" for complaint in told.complaints)


def _command(complaint: Complaint) -> str:
    span = complaint.span
    if span.line == span.end_line:
        # the end is exclusive there as here, and may equal the start but not precede it
        place = f"line={span.line},col={span.column},endLine={span.line},endColumn={span.end_column}"
    else:
        # the runner drops columns that lie on two lines, and grumbles
        place = f"line={span.line},endLine={_last_line(span)}"
    file = complaint.path.translate(_IN_PROPERTY)
    message = complaint.message.translate(_IN_MESSAGE)
    return f"::{_COMMANDS[complaint.severity]} file={file},{place},title={complaint.code}::{message}"


def gitlab(told: Told) -> str:
    """The array that GitLab compares with the target branch's, by fingerprint."""
    report = [
        {
            "description": complaint.message,
            "check_name": complaint.code,
            "fingerprint": fingerprint,
            "severity": _GITLAB[complaint.severity],
            "location": {
                "path": complaint.path,
                "lines": {"begin": complaint.span.line, "end": _last_line(complaint.span)},
            },
        }
        for complaint, fingerprint in zip(told.complaints, fingerprints(told.complaints), strict=True)
    ]
    return indented(report)


def fingerprints(complaints: Iterable[Complaint]) -> list[str]:
    """What each finding is known by in later runs; findings that nothing tells apart are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for complaint in complaints:
        known_by = (complaint.path, complaint.mark)
        seen[known_by] += 1
        # names of files may hold bytes that are no UTF-8
        text = "\n".join((*known_by, str(seen[known_by]))).encode(errors="surrogateescape")
        made.append(sha256(text).hexdigest()[:32])
    return made


def _last_line(span: Span) -> int:
    """The last line of which anything is meant: an end before the first column is the end of the line above."""
    return span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
