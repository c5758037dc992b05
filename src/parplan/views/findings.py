"""Findings in words: where, an excerpt, a sentence, and what was probably meant.

Must not decide what is a mistake.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from parplan.finding import Code, Finding, Severity
from parplan.reading.lines import LINE_END
from parplan.reading.load import Loaded
from parplan.views.columns import Heading, columns
from parplan.views.table import Row, Table
from parplan.where import Span, Where
from parplan.words import Language, Words

SCHEMA_VERSION: Final = 1
LONGEST_SHOWN: Final = 200
MOST_TOLD: Final = 2000
"""Findings that one run words: of thousands of files that are all wrong, nobody reads the rest either."""

MOST_LISTED: Final = 100
"""Rows of a listing: a page of a pull request holds no more than a person reads."""
NAMED: Final = {
    "feature": "feature",
    "wanted": "wanted",
    "what": "what",
    "sign": "sign",
    "reads": "reads",
    "status": "status-word",
    "list": "field",
    "day_kind": "day-kind",
    "fate": "fate",
    "aim": "aim",
    "years": "years",
    "band": "band",
    "bound": "bound",
    "markup": "markup",
    "size": "size",
    "remedy": "remedy",
}
"""Values that are the last part of a key of the catalogue: a hole \"{what_name}\" takes its words."""


class Complaint(NamedTuple):
    """One finding as a person reads it. ``excerpt`` is the whole line of the file; ``span`` the part meant.

    ``file`` is relative to the workspace, ``path`` to where the person stands. ``mark`` stays the same when lines
    or records above are added or taken away.
    """

    file: str
    path: str
    span: Span
    severity: Severity
    code: str
    sentence: str
    meant: str
    excerpt: str
    mark: str

    @property
    def message(self) -> str:
        """The sentence, and what was probably meant."""
        return f"{self.sentence} {self.meant}".rstrip()


class Told(NamedTuple):
    """What one run tells: its first findings, how many there are of each code, and the sentences that sum it up.

    ``listing`` is the findings as a table, not longer than a person reads.
    """

    complaints: tuple[Complaint, ...]
    files: int
    failed: bool
    title: str
    summary: str
    statistics: tuple[tuple[str, int], ...]
    listing: Table
    language: Language

    @property
    def worst(self) -> str:
        """The code of the first finding that is as grave as any."""
        return min(self.complaints, key=lambda complaint: list(Severity).index(complaint.severity)).code


def tell(
    loaded: Loaded, chosen: Iterable[Finding], bar: Severity, words: Words, *, prefix: str = "", others: int = 0
) -> Told:
    """Word a choice of a workspace's findings.

    ``prefix`` leads from where the person stands to the workspace; ``others`` counts the files in it that were not
    asked about, whether they were read or not.
    """
    findings = tuple(chosen)
    failed = any(finding.code.severity.reaches(bar) for finding in findings)
    counted = Counter(finding.code.slug for finding in findings)
    complaints = tuple(_complaint(loaded, finding, words, prefix) for finding in findings[:MOST_TOLD])
    rest = len(findings) - len(complaints)
    more = [words("validate.first", n=len(complaints), rest=rest)] if rest else []
    more += [words("validate.others", n=others)] if others else []
    asked = loaded.file_count + loaded.passed_over - others
    return Told(
        complaints,
        loaded.file_count,
        failed,
        words("validate.verdict.failed" if failed else "validate.verdict.passed"),
        "".join((summary(asked, findings, words), *more)),
        tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        _listing(complaints, words),
        words.language,
    )


def _complaint(loaded: Loaded, finding: Finding, words: Words, prefix: str) -> Complaint:
    span = loaded.span(finding)
    values = {key: _shown(loaded, finding, value, words) for key, value in finding.values.items()}
    for name, family in NAMED.items():
        if (key := f"{family}.{values.get(name)}") in words:
            values[f"{name}_name"] = words(key, **values)
    key = f"field.{values.get('key')}"
    values["field"] = f" ({words(key)})" if key in words else ""
    return Complaint(
        finding.where.file,
        prefix + finding.where.file,
        span,
        finding.code.severity,
        finding.code.slug,
        words(f"finding.{finding.code.slug}", **values),
        _meant(finding, words),
        loaded.line(finding.where.file, span.line),
        _mark(loaded, finding),
    )


def _mark(loaded: Loaded, finding: Finding) -> str:
    """What a finding is known by from one run to the next: no line and no count, which change with the rest."""
    values = {
        key: _landmarks(loaded, value) if isinstance(value, Where) else value
        for key, value in finding.values.items()
        if not isinstance(value, int)
    }
    return f"{finding.code.slug} {_landmarks(loaded, finding.where)} {sorted(map(str, values.items()))}"


def _landmarks(loaded: Loaded, where: Where) -> str:
    """An address in which a member of a list goes by what it says first (mostly an id), not by its position."""
    source = loaded.sources.get(where.file)
    tree: Any = source.data if source else None
    steps: list[str] = []
    for step in where.path:
        inside = isinstance(step, int) and isinstance(tree, list) and step < len(tree)
        tree = tree[step] if inside else tree.get(step) if isinstance(tree, dict) else None
        said = next(iter(tree.values()), None) if isinstance(tree, dict) else tree
        steps.append(said if inside and isinstance(said, str) else str(step))
    return f"{where.file}:{steps}"


def _shown(loaded: Loaded, finding: Finding, value: object, words: Words) -> object:
    """Another address in a sentence is a line, of another file with its name; a text is short, and on one line."""
    if isinstance(value, str):
        shown = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"
        return " ".join(LINE_END.split(shown))  # a sentence stays one, whatever it speaks of
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


def summary(files: int, findings: Iterable[Finding], words: Words) -> str:
    """How many files were checked and what was found, in one sentence."""
    counted = Counter(finding.code.severity for finding in findings)
    if not counted:
        return words("validate.summary.clean" if files else "validate.summary.none", files=files)
    parts = (words(f"validate.part.{kind.value}", n=counted[kind]) for kind in Severity if counted[kind])
    return words("validate.summary.found", files=files, found=words.listed(parts))


_LISTED: Final = tuple(Heading(key, align="left") for key in ("place", "weight", "code", "message"))


def _listing(complaints: tuple[Complaint, ...], words: Words) -> Table:
    rows = (
        Row((f"{one.path}:{one.span.line}", words(f"severity.{one.severity.value}"), one.code, one.message))
        for one in complaints[:MOST_LISTED]
    )
    more = len(complaints) - MOST_LISTED
    return Table(columns(words, _LISTED), tuple(rows), note=words("validate.rest", n=more) if more > 0 else "")


_COUNTS: Final = (Heading("count", align="right"), Heading("code", align="left"), Heading("weight", align="left"))


def statistics(told: Told, words: Words) -> Table:
    """How often each code was found, the most frequent first."""
    rows = (
        Row((str(count), slug, words(f"severity.{Code.of(slug).severity.value}")))
        for slug, count in told.statistics
    )
    return Table(columns(words, _COUNTS), tuple(rows), empty=words("validate.nothing"))


def findings_data(told: Told) -> dict[str, Any]:
    """The same for machines. Keys are only ever added."""
    counted = Counter(complaint.severity for complaint in told.complaints)
    return {
        "schema_version": SCHEMA_VERSION,
        "files": told.files,
        "failed": told.failed,
        "counts": {kind.value: counted[kind] for kind in Severity},
        "statistics": dict(told.statistics),
        "findings": [
            {
                "file": complaint.file,
                "path": complaint.path,
                "line": complaint.span.line,
                "column": complaint.span.column,
                "end_line": complaint.span.end_line,
                "end_column": complaint.span.end_column,
                "severity": complaint.severity.value,
                "code": complaint.code,
                "message": complaint.sentence,
                "suggestion": complaint.meant or None,
            }
            for complaint in told.complaints
        ],
    }
