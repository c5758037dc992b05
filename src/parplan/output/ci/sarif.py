"""Findings for a code scanner: SARIF 2.1.0.

Must not choose or word a finding; what a rule means is told by its explanation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from parplan import __version__
from parplan.errors import explanation
from parplan.finding import Code, Severity
from parplan.output.ci.annotations import fingerprints
from parplan.output.text.json import indented
from parplan.views.findings import Complaint, Told

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT: Final = "%SRCROOT%"
"""What a code scanner calls the top of the repository."""

LONGEST_DESCRIPTION: Final = 1024
"""GitHub refuses a rule that is described at greater length."""

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_IN_MESSAGE: Final = str.maketrans({"{": "{{", "}": "}}"})
_RULES: Final = {code.slug: position for position, code in enumerate(Code)}


def sarif(told: Told) -> str:
    """A log of one run. All rules are named, whatever was found: scanners keep them from run to run."""
    marks = fingerprints(told.complaints)
    run = {
        "tool": {
            "driver": {
                "name": "parplan",
                "version": __version__,
                "language": told.language,
                "rules": [_rule(code, told.language) for code in Code],
            }
        },
        "language": told.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(*pair) for pair in zip(told.complaints, marks, strict=True)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return indented(log)


def _rule(code: Code, language: str) -> dict[str, Any]:
    prose = explanation(code, language).prose.strip()
    what = " ".join(prose.split("\n\n")[0].split())
    first, stop, _ = what.partition(". ")
    return {
        "id": code.slug,
        "name": "".join(part.capitalize() for part in code.slug.split("-")),
        "shortDescription": {"text": _clipped(first + stop.rstrip())},
        "fullDescription": {"text": _clipped(what)},
        "help": {"text": prose, "markdown": prose},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [code.family.value]},
    }


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_DESCRIPTION else text[: LONGEST_DESCRIPTION - 1] + "…"


def _message(complaint: Complaint) -> str:
    """The sentence in which braces are no places to fill and brackets no link, as section 3.11 has it."""
    return complaint.message.translate(_IN_MESSAGE).replace("](", "\\](")


def _result(complaint: Complaint, mark: str) -> dict[str, Any]:
    span = complaint.span
    return {
        "ruleId": complaint.code,
        "ruleIndex": _RULES[complaint.code],
        "level": _LEVELS[complaint.severity],
        "message": {"text": _message(complaint)},
        "locations": [
            {
                "physicalLocation": {
                    # names of files may hold bytes that are no UTF-8
                    "artifactLocation": _artifact(complaint.path),
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"parplan/v1": mark},
    }


def _artifact(path: str) -> dict[str, str]:
    """Where a file lies: from the checkout's root, unless it lies elsewhere."""
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": ROOT}
