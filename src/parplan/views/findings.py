"""Findings in words: where, an excerpt, a sentence, and what was probably meant.

Must not decide what is a mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from parplan.finding import Finding, Severity
from parplan.load import Loaded
from parplan.where import Span, Where
from parplan.words import Words

SCHEMA_VERSION: Final = 1
LONGEST_SHOWN: Final = 200
_NAMED: Final = ("feature", "wanted")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One finding as a person reads it. ``excerpt`` is the whole line of the file; ``span`` the part meant."""

    file: str
    span: Span
    severity: Severity
    code: str
    sentence: str
    meant: str
    excerpt: str


def complaints(loaded: Loaded, findings: Iterable[Finding], words: Words) -> tuple[Complaint, ...]:
    """Word each finding."""
    return tuple(_complaint(loaded, finding, words) for finding in findings)


def _complaint(loaded: Loaded, finding: Finding, words: Words) -> Complaint:
    span = loaded.span(finding)
    values = {key: _shown(loaded, finding, value, words) for key, value in finding.values.items()}
    for name in _NAMED:
        if name in values:
            values[f"{name}_name"] = words(f"{name}.{values[name]}")
    key = f"field.{values.get('key')}"
    values["field"] = f" ({words(key)})" if key in words else ""
    return Complaint(
        finding.where.file,
        span,
        finding.code.severity,
        finding.code.slug,
        words(f"finding.{finding.code.slug}", **values),
        _meant(finding, words),
        _line(loaded, finding.where.file, span.line),
    )


def _shown(loaded: Loaded, finding: Finding, value: object, words: Words) -> object:
    """Another address in a sentence is a line; of another file, with its name."""
    if isinstance(value, str) and len(value) > LONGEST_SHOWN:
        return value[:LONGEST_SHOWN] + "…"
    if not isinstance(value, Where):
        return value
    line = loaded.sources[value.file].span(value).line
    return words("line", line=line) if value.file == finding.where.file else f"{value.file}:{line}"


def _meant(finding: Finding, words: Words) -> str:
    if finding.meant is None:
        return ""
    name = finding.values.get("name")
    if name:
        return words("meant.named", meant=finding.meant, name=name)
    key = f"field.{finding.meant}"
    if "key" in finding.values and key in words:
        return words("meant.named", meant=finding.meant, name=words(key))
    return words("meant.bare", meant=finding.meant)


def _line(loaded: Loaded, file: str, number: int) -> str:
    source = loaded.sources.get(file)
    if source is not None:
        return source.line(number)
    lines = loaded.texts.get(file, "").splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def summary(loaded: Loaded, findings: Iterable[Finding], words: Words) -> str:
    """How many files were read and what was found, in one sentence."""
    counted = Counter(finding.code.severity for finding in findings)
    if not counted:
        return words("validate.summary.clean", files=loaded.file_count)
    parts = (words(f"validate.part.{kind.value}", n=counted[kind]) for kind in Severity if counted[kind])
    return words("validate.summary.found", files=loaded.file_count, found=words.listed(parts))


def findings_data(loaded: Loaded, made: Iterable[Complaint]) -> dict[str, Any]:
    """The same for machines. Keys are only ever added."""
    every = list(made)
    counted = Counter(complaint.severity for complaint in every)
    return {
        "schema_version": SCHEMA_VERSION,
        "files": loaded.file_count,
        "counts": {kind.value: counted[kind] for kind in Severity},
        "findings": [
            {
                "file": complaint.file,
                "line": complaint.span.line,
                "column": complaint.span.column,
                "end_line": complaint.span.end_line,
                "end_column": complaint.span.end_column,
                "severity": complaint.severity.value,
                "code": complaint.code,
                "message": complaint.sentence,
                "suggestion": complaint.meant or None,
            }
            for complaint in every
        ],
    }
