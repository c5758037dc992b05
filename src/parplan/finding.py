"""A mistake as a value: what kind, where, and with which names and figures.

Must not hold a sentence (words do) or a line number that a path can tell (Source does).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from parplan.where import Span, Where

MOST_FINDINGS: Final = 500
"""So many are told of one file; a file with more is wrong as a whole, and reading on would take minutes."""


class Severity(Enum):
    """How much a finding weighs. Only an error leaves a fact undefined and makes ``validate`` fail."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Code(Enum):
    """Every kind of mistake: its slug (subject, then trouble) and severity. Never renamed, only retired."""

    # the file itself
    FILE_UNKNOWN = ("file-unknown", Severity.ERROR)
    FILE_MISSING = ("file-missing", Severity.ERROR)
    FILE_UNREADABLE = ("file-unreadable", Severity.ERROR)
    FILE_TOO_LARGE = ("file-too-large", Severity.ERROR)
    ENCODING_INVALID = ("encoding-invalid", Severity.ERROR)
    CHARACTER_INVALID = ("character-invalid", Severity.ERROR)
    TAB_FOUND = ("tab-found", Severity.ERROR)
    SYNTAX_INVALID = ("syntax-invalid", Severity.ERROR)
    NESTING_TOO_DEEP = ("nesting-too-deep", Severity.ERROR)
    DOCUMENTS_SEVERAL = ("documents-several", Severity.ERROR)
    FILE_EMPTY = ("file-empty", Severity.ERROR)
    YAML_FEATURE = ("yaml-feature", Severity.ERROR)
    KEY_DUPLICATE = ("key-duplicate", Severity.ERROR)
    FINDINGS_MANY = ("findings-many", Severity.ERROR)
    TEXT_NOT_NFC = ("text-not-nfc", Severity.WARNING)

    # the shape of a record
    KEY_MISSING = ("key-missing", Severity.ERROR)
    KEY_UNKNOWN = ("key-unknown", Severity.ERROR)
    TYPE_WRONG = ("type-wrong", Severity.ERROR)
    VALUE_EMPTY = ("value-empty", Severity.ERROR)
    VALUE_UNKNOWN = ("value-unknown", Severity.ERROR)
    ID_INVALID = ("id-invalid", Severity.ERROR)
    NUMBER_INVALID = ("number-invalid", Severity.ERROR)
    DATE_INVALID = ("date-invalid", Severity.ERROR)
    PERIOD_INVALID = ("period-invalid", Severity.ERROR)
    FLAG_INVALID = ("flag-invalid", Severity.ERROR)
    RULE_UNKNOWN = ("rule-unknown", Severity.ERROR)
    CHOICE_AMBIGUOUS = ("choice-ambiguous", Severity.ERROR)
    VALUE_OUT_OF_RANGE = ("value-out-of-range", Severity.ERROR)

    # names
    ID_DUPLICATE = ("id-duplicate", Severity.ERROR)
    AGENCY_UNKNOWN = ("agency-unknown", Severity.ERROR)
    AGENCY_NOT_GROUP = ("agency-not-group", Severity.ERROR)
    AGENCY_KIND_UNKNOWN = ("agency-kind-unknown", Severity.ERROR)
    GROUP_CIRCULAR = ("group-circular", Severity.ERROR)
    GROUP_EMPTY = ("group-empty", Severity.ERROR)
    TASK_UNKNOWN = ("task-unknown", Severity.ERROR)
    CRITERION_UNKNOWN = ("criterion-unknown", Severity.ERROR)
    TARGET_UNKNOWN = ("target-unknown", Severity.ERROR)
    INDEX_UNKNOWN = ("index-unknown", Severity.ERROR)
    SET_UNKNOWN = ("set-unknown", Severity.ERROR)
    PLACE_UNKNOWN = ("place-unknown", Severity.ERROR)
    PLAN_UNKNOWN = ("plan-unknown", Severity.ERROR)
    FILE_CONTRADICTS_HEAD = ("file-contradicts-head", Severity.ERROR)

    # the plan
    DEADLINE_NEEDED = ("deadline-needed", Severity.ERROR)
    DEADLINE_NEEDLESS = ("deadline-needless", Severity.ERROR)
    DEADLINE_OUTSIDE_PLAN = ("deadline-outside-plan", Severity.ERROR)
    PLAN_DATES_REVERSED = ("plan-dates-reversed", Severity.ERROR)
    WORDS_NOT_IN_QUOTE = ("words-not-in-quote", Severity.ERROR)
    QUOTE_NOT_IN_SOURCE = ("quote-not-in-source", Severity.ERROR)
    SOURCE_MISSING = ("source-missing", Severity.ERROR)

    # progress and decisions
    UPDATE_NOT_OWED = ("update-not-owed", Severity.ERROR)
    UPDATE_DUPLICATE = ("update-duplicate", Severity.ERROR)
    PERIOD_MISSING = ("period-missing", Severity.ERROR)
    PERIOD_NEEDLESS = ("period-needless", Severity.ERROR)
    PERIOD_UNKNOWN = ("period-unknown", Severity.ERROR)
    UPDATE_DATE_MISSING = ("update-date-missing", Severity.ERROR)
    STATUS_UNFIT = ("status-unfit", Severity.ERROR)
    COUNT_OVER_TOTAL = ("count-over-total", Severity.ERROR)
    EXTENSION_DATE_MISSING = ("extension-date-missing", Severity.ERROR)
    EXTENSION_NOT_BY_ISSUER = ("extension-not-by-issuer", Severity.ERROR)

    # results
    RANK_OVER_RANKED = ("rank-over-ranked", Severity.ERROR)
    SCORE_OVER_SCALE = ("score-over-scale", Severity.ERROR)
    RESULT_DUPLICATE = ("result-duplicate", Severity.ERROR)

    def __init__(self, slug: str, severity: Severity) -> None:
        self.slug = slug
        self.severity = severity

    @classmethod
    def of(cls, slug: str) -> Code:
        """The code with that slug. Raises KeyError."""
        return _BY_SLUG[slug]


_BY_SLUG = {code.slug: code for code in Code}


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. ``values`` fill the holes of its sentence; ``meant`` is what was probably meant.

    ``span`` is set only where no path can lead: a file that could not be read as YAML.
    """

    code: Code
    where: Where
    values: Mapping[str, object] = field(default_factory=dict)
    meant: str | None = None
    span: Span | None = None


class Stop(Exception):  # noqa: N818 - a refusal, not an error of ours
    """Why we refuse to go on: the key of a sentence in words under ``stop.`` and what fills its holes."""

    def __init__(self, reason: str, *, exit_code: int = 2, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.exit_code = exit_code
        self.values = values
