"""A mistake as a value: what kind, where, and with which names and figures.

Must not hold a sentence (words do) or a line number that a path can tell (Source does).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Final, NamedTuple

from parplan.where import Span, Where

MOST_FINDINGS: Final = 500
"""So many are told of one file; a file with more is wrong as a whole, and reading on would take minutes."""


class Severity(Enum):
    """How much a finding weighs, the heaviest first. Only an error leaves a fact undefined."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    def reaches(self, bar: Severity) -> bool:
        """Whether this weighs as much as the bar, or more."""
        order = list(Severity)
        return order.index(self) <= order.index(bar)


class Family(Enum):
    """What a kind of mistake is about."""

    FILE = "file"
    SCHEMA = "schema"
    REFERENCES = "references"
    DATES = "dates"
    ASSIGNMENTS = "assignments"
    PROGRESS = "progress"
    RESULTS = "results"
    SOURCES = "sources"
    TEXT = "text"


class Code(Enum):
    """Every kind of mistake: slug (subject, then trouble), severity, family. Never renamed, only retired."""

    # the file itself and its YAML
    FILE_UNKNOWN = ("file-unknown", Severity.ERROR, Family.FILE)
    FILE_MISSING = ("file-missing", Severity.ERROR, Family.FILE)
    FILE_UNREADABLE = ("file-unreadable", Severity.ERROR, Family.FILE)
    FILE_TOO_LARGE = ("file-too-large", Severity.ERROR, Family.FILE)
    FILE_EMPTY = ("file-empty", Severity.ERROR, Family.FILE)
    FINDINGS_MANY = ("findings-many", Severity.ERROR, Family.FILE)
    ENCODING_INVALID = ("encoding-invalid", Severity.ERROR, Family.FILE)
    CHARACTER_INVALID = ("character-invalid", Severity.ERROR, Family.FILE)
    CHARACTER_MISTAKEN = ("character-mistaken", Severity.ERROR, Family.FILE)
    MERGE_UNRESOLVED = ("merge-unresolved", Severity.ERROR, Family.FILE)
    TAB_FOUND = ("tab-found", Severity.ERROR, Family.FILE)
    QUOTE_UNCLOSED = ("quote-unclosed", Severity.ERROR, Family.FILE)
    BRACKET_UNCLOSED = ("bracket-unclosed", Severity.ERROR, Family.FILE)
    COLON_IN_TEXT = ("colon-in-text", Severity.ERROR, Family.FILE)
    COLON_MISSING = ("colon-missing", Severity.ERROR, Family.FILE)
    INDENTATION_WRONG = ("indentation-wrong", Severity.ERROR, Family.FILE)
    VALUE_START_INVALID = ("value-start-invalid", Severity.ERROR, Family.FILE)
    ESCAPE_INVALID = ("escape-invalid", Severity.ERROR, Family.FILE)
    SYNTAX_INVALID = ("syntax-invalid", Severity.ERROR, Family.FILE)
    NESTING_TOO_DEEP = ("nesting-too-deep", Severity.ERROR, Family.FILE)
    DOCUMENTS_SEVERAL = ("documents-several", Severity.ERROR, Family.FILE)
    YAML_FEATURE = ("yaml-feature", Severity.ERROR, Family.FILE)
    KEY_DUPLICATE = ("key-duplicate", Severity.ERROR, Family.FILE)

    # the shape of a record
    KEY_MISSING = ("key-missing", Severity.ERROR, Family.SCHEMA)
    KEY_UNKNOWN = ("key-unknown", Severity.ERROR, Family.SCHEMA)
    SHAPE_OLD = ("shape-old", Severity.ERROR, Family.SCHEMA)
    TYPE_WRONG = ("type-wrong", Severity.ERROR, Family.SCHEMA)
    VALUE_EMPTY = ("value-empty", Severity.ERROR, Family.SCHEMA)
    VALUE_UNKNOWN = ("value-unknown", Severity.ERROR, Family.SCHEMA)
    VALUE_OUT_OF_RANGE = ("value-out-of-range", Severity.ERROR, Family.SCHEMA)
    CHOICE_AMBIGUOUS = ("choice-ambiguous", Severity.ERROR, Family.SCHEMA)
    ID_INVALID = ("id-invalid", Severity.ERROR, Family.SCHEMA)
    ID_TYPOGRAPHY = ("id-typography", Severity.ERROR, Family.SCHEMA)
    NUMBER_INVALID = ("number-invalid", Severity.ERROR, Family.SCHEMA)
    DATE_INVALID = ("date-invalid", Severity.ERROR, Family.SCHEMA)
    DATE_IMPOSSIBLE = ("date-impossible", Severity.ERROR, Family.SCHEMA)
    PERIOD_INVALID = ("period-invalid", Severity.ERROR, Family.SCHEMA)
    FLAG_INVALID = ("flag-invalid", Severity.ERROR, Family.SCHEMA)
    RULE_UNKNOWN = ("rule-unknown", Severity.ERROR, Family.SCHEMA)
    RULE_NAMES_KIND = ("rule-names-kind", Severity.ERROR, Family.SCHEMA)
    RULE_SEVERAL = ("rule-several", Severity.ERROR, Family.SCHEMA)
    COMMA_CUTS_TEXT = ("comma-cuts-text", Severity.ERROR, Family.SCHEMA)
    COMMENT_CUTS_TEXT = ("comment-cuts-text", Severity.WARNING, Family.SCHEMA)
    QUOTES_NEEDED = ("quotes-needed", Severity.HINT, Family.SCHEMA)

    # names, and what refers to them
    FILE_CONTRADICTS_HEAD = ("file-contradicts-head", Severity.ERROR, Family.REFERENCES)
    ID_DUPLICATE = ("id-duplicate", Severity.ERROR, Family.REFERENCES)
    ID_RESERVED = ("id-reserved", Severity.WARNING, Family.REFERENCES)
    ID_DIFFERS_BY_CASE = ("id-differs-by-case", Severity.WARNING, Family.REFERENCES)
    ALIAS_SHARED = ("alias-shared", Severity.WARNING, Family.REFERENCES)
    AGENCY_UNKNOWN = ("agency-unknown", Severity.ERROR, Family.REFERENCES)
    AGENCY_NOT_GROUP = ("agency-not-group", Severity.ERROR, Family.REFERENCES)
    AGENCY_KIND_UNKNOWN = ("agency-kind-unknown", Severity.ERROR, Family.REFERENCES)
    GROUP_CIRCULAR = ("group-circular", Severity.ERROR, Family.REFERENCES)
    GROUP_EMPTY = ("group-empty", Severity.ERROR, Family.REFERENCES)
    GROUP_UNUSED = ("group-unused", Severity.HINT, Family.REFERENCES)
    TASK_UNKNOWN = ("task-unknown", Severity.ERROR, Family.REFERENCES)
    TARGET_UNKNOWN = ("target-unknown", Severity.ERROR, Family.REFERENCES)
    CRITERION_UNKNOWN = ("criterion-unknown", Severity.ERROR, Family.REFERENCES)
    PARENT_UNKNOWN = ("parent-unknown", Severity.ERROR, Family.REFERENCES)
    PARENT_CIRCULAR = ("parent-circular", Severity.ERROR, Family.REFERENCES)
    INDEX_UNKNOWN = ("index-unknown", Severity.ERROR, Family.REFERENCES)
    SET_UNKNOWN = ("set-unknown", Severity.ERROR, Family.REFERENCES)
    SCORE_GROUP_UNKNOWN = ("score-group-unknown", Severity.ERROR, Family.REFERENCES)
    PLACE_UNKNOWN = ("place-unknown", Severity.ERROR, Family.REFERENCES)
    PLAN_UNKNOWN = ("plan-unknown", Severity.ERROR, Family.REFERENCES)
    CODE_UNKNOWN = ("code-unknown", Severity.ERROR, Family.REFERENCES)

    # days and deadlines
    PLAN_DATES_REVERSED = ("plan-dates-reversed", Severity.ERROR, Family.DATES)
    PLAN_TOO_LONG = ("plan-too-long", Severity.ERROR, Family.DATES)
    STARTS_MID_MONTH = ("starts-mid-month", Severity.HINT, Family.DATES)
    DATES_REVERSED = ("dates-reversed", Severity.ERROR, Family.DATES)
    DEADLINE_NEEDED = ("deadline-needed", Severity.ERROR, Family.DATES)
    DEADLINE_NEEDLESS = ("deadline-needless", Severity.ERROR, Family.DATES)
    RULE_CONTRADICTS_WORDS = ("rule-contradicts-words", Severity.ERROR, Family.DATES)
    CALENDAR_YEAR_MISSING = ("calendar-year-missing", Severity.WARNING, Family.DATES)
    DEADLINE_OUTSIDE_PLAN = ("deadline-outside-plan", Severity.ERROR, Family.DATES)
    DEADLINE_DAY_OFF = ("deadline-day-off", Severity.HINT, Family.DATES)
    CALENDAR_DUPLICATE = ("calendar-duplicate", Severity.ERROR, Family.DATES)
    CALENDAR_NEEDLESS = ("calendar-needless", Severity.HINT, Family.DATES)

    # who owes what, and what was decided about it
    AGENCY_WITHOUT_TASK = ("agency-without-task", Severity.WARNING, Family.ASSIGNMENTS)
    LEAD_REPEATED = ("lead-repeated", Severity.WARNING, Family.ASSIGNMENTS)
    EXTENSION_DATE_MISSING = ("extension-date-missing", Severity.ERROR, Family.ASSIGNMENTS)
    EXTENSION_NOT_BY_ISSUER = ("extension-not-by-issuer", Severity.ERROR, Family.ASSIGNMENTS)
    EXTENSION_NOT_LATER = ("extension-not-later", Severity.ERROR, Family.ASSIGNMENTS)
    EXTENSION_WITHOUT_DUE = ("extension-without-due", Severity.WARNING, Family.ASSIGNMENTS)
    EXEMPTION_NOT_OWED = ("exemption-not-owed", Severity.WARNING, Family.ASSIGNMENTS)
    ASSIGNMENT_NOBODY = ("assignment-nobody", Severity.ERROR, Family.ASSIGNMENTS)
    ASSIGNMENT_ALREADY_OWED = ("assignment-already-owed", Severity.WARNING, Family.ASSIGNMENTS)
    REMINDER_TOO_EARLY = ("reminder-too-early", Severity.WARNING, Family.ASSIGNMENTS)
    REMINDER_AHEAD = ("reminder-ahead", Severity.WARNING, Family.ASSIGNMENTS)
    DECISION_OUTSIDE_PLAN = ("decision-outside-plan", Severity.WARNING, Family.ASSIGNMENTS)

    # what units reported
    MONTH_OUTSIDE_PLAN = ("month-outside-plan", Severity.WARNING, Family.PROGRESS)
    AGENCY_NOT_THERE = ("agency-not-there", Severity.WARNING, Family.PROGRESS)
    RECEIVED_BEFORE_MONTH = ("received-before-month", Severity.WARNING, Family.PROGRESS)
    REPORT_LATE = ("report-late", Severity.HINT, Family.PROGRESS)
    UPDATE_NOT_OWED = ("update-not-owed", Severity.ERROR, Family.PROGRESS)
    UPDATE_DUPLICATE = ("update-duplicate", Severity.ERROR, Family.PROGRESS)
    UPDATE_DATE_MISSING = ("update-date-missing", Severity.ERROR, Family.PROGRESS)
    STATUS_UNFIT = ("status-unfit", Severity.ERROR, Family.PROGRESS)
    PERIOD_MISSING = ("period-missing", Severity.ERROR, Family.PROGRESS)
    PERIOD_NEEDLESS = ("period-needless", Severity.ERROR, Family.PROGRESS)
    PERIOD_UNKNOWN = ("period-unknown", Severity.ERROR, Family.PROGRESS)
    PERIOD_NOT_BEGUN = ("period-not-begun", Severity.WARNING, Family.PROGRESS)
    DATE_BEFORE_PLAN = ("date-before-plan", Severity.WARNING, Family.PROGRESS)
    DATE_AFTER_RECEIVED = ("date-after-received", Severity.WARNING, Family.PROGRESS)
    DATE_AFTER_CLOSING = ("date-after-closing", Severity.HINT, Family.PROGRESS)
    COUNT_OVER_TOTAL = ("count-over-total", Severity.ERROR, Family.PROGRESS)
    THOUSANDS_DOT = ("thousands-dot", Severity.ERROR, Family.PROGRESS)
    VALUE_INCOMPLETE = ("value-incomplete", Severity.ERROR, Family.PROGRESS)
    TARGET_MISSED = ("target-missed", Severity.WARNING, Family.PROGRESS)
    DONE_UNDONE = ("done-undone", Severity.WARNING, Family.PROGRESS)

    # published results
    RANK_OVER_RANKED = ("rank-over-ranked", Severity.ERROR, Family.RESULTS)
    SCORE_OVER_SCALE = ("score-over-scale", Severity.ERROR, Family.RESULTS)
    RESULT_DUPLICATE = ("result-duplicate", Severity.ERROR, Family.RESULTS)
    PART_DUPLICATE = ("part-duplicate", Severity.ERROR, Family.RESULTS)
    PART_OVER_MAX = ("part-over-max", Severity.ERROR, Family.RESULTS)
    PART_OF_OTHER_SET = ("part-of-other-set", Severity.WARNING, Family.RESULTS)
    PARTS_NOT_SUM = ("parts-not-sum", Severity.WARNING, Family.RESULTS)
    LOCKED_COUNT = ("locked-count", Severity.WARNING, Family.RESULTS)
    LOCKED_CHANGED = ("locked-changed", Severity.WARNING, Family.RESULTS)
    MAXIMA_NOT_SUM = ("maxima-not-sum", Severity.WARNING, Family.RESULTS)
    MAP_OF_OTHER_SET = ("map-of-other-set", Severity.ERROR, Family.RESULTS)
    MAP_REPEATED = ("map-repeated", Severity.ERROR, Family.RESULTS)
    MAP_KIND_UNFIT = ("map-kind-unfit", Severity.ERROR, Family.RESULTS)
    MAP_WEIGHTS_NOT_SUM = ("map-weights-not-sum", Severity.ERROR, Family.RESULTS)
    RULE_OVER_MAX = ("rule-over-max", Severity.WARNING, Family.RESULTS)
    SURVEY_SELF_SCORED = ("survey-self-scored", Severity.WARNING, Family.RESULTS)
    SCORE_BREAKS_RULE = ("score-breaks-rule", Severity.WARNING, Family.RESULTS)
    SCORE_UNPROVEN = ("score-unproven", Severity.HINT, Family.RESULTS)
    SET_NOT_OF_YEAR = ("set-not-of-year", Severity.WARNING, Family.RESULTS)
    CHANGE_NOT_EARLIER = ("change-not-earlier", Severity.ERROR, Family.RESULTS)
    CHANGE_CONTRADICTS = ("change-contradicts", Severity.WARNING, Family.RESULTS)
    RANK_CONTRADICTS_SCORE = ("rank-contradicts-score", Severity.WARNING, Family.RESULTS)
    GROUP_CONTRADICTS_SCORE = ("group-contradicts-score", Severity.WARNING, Family.RESULTS)

    # the document, and papers that prove things
    SOURCE_MISSING = ("source-missing", Severity.ERROR, Family.SOURCES)
    QUOTE_NOT_IN_SOURCE = ("quote-not-in-source", Severity.ERROR, Family.SOURCES)
    QUOTE_REPEATED = ("quote-repeated", Severity.WARNING, Family.SOURCES)
    SOURCE_UNCOVERED = ("source-uncovered", Severity.HINT, Family.SOURCES)
    WORDS_NOT_IN_QUOTE = ("words-not-in-quote", Severity.ERROR, Family.SOURCES)
    EVIDENCE_MISSING = ("evidence-missing", Severity.WARNING, Family.SOURCES)
    EVIDENCE_INCOMPLETE = ("evidence-incomplete", Severity.WARNING, Family.SOURCES)
    PAPER_NUMBER_INVALID = ("paper-number-invalid", Severity.WARNING, Family.SOURCES)
    PAPER_DATES_DIFFER = ("paper-dates-differ", Severity.WARNING, Family.SOURCES)
    PAPER_SYMBOL_OTHER = ("paper-symbol-other", Severity.HINT, Family.SOURCES)
    LINK_INVALID = ("link-invalid", Severity.WARNING, Family.SOURCES)

    # text hygiene
    TEXT_NOT_NFC = ("text-not-nfc", Severity.WARNING, Family.TEXT)
    SPACE_TRAILING = ("space-trailing", Severity.HINT, Family.TEXT)
    CHARACTER_INVISIBLE = ("character-invisible", Severity.WARNING, Family.TEXT)
    LETTER_FOREIGN = ("letter-foreign", Severity.WARNING, Family.TEXT)
    MARKUP_UNDRAWN = ("markup-undrawn", Severity.WARNING, Family.TEXT)
    TONE_MIXED = ("tone-mixed", Severity.HINT, Family.TEXT)

    def __init__(self, slug: str, severity: Severity, family: Family) -> None:
        self.slug = slug
        self.severity = severity
        self.family = family

    @classmethod
    def of(cls, slug: str) -> Code:
        """The code with that slug. Raises KeyError."""
        return _BY_SLUG[slug]


_BY_SLUG = {code.slug: code for code in Code}


class Finding(NamedTuple):
    """One mistake. ``values`` fill the holes of its sentence; ``meant`` is what was probably meant.

    ``span`` is set only where no path can lead: a file that could not be read as YAML.
    """

    code: Code
    where: Where
    values: Mapping[str, object] = {}
    meant: str | None = None
    span: Span | None = None


class Stop(Exception):  # noqa: N818 - a refusal, not an error of ours
    """Why we refuse to go on: the key of a sentence in words under ``stop.`` and what fills its holes.

    ``near`` is what was probably meant.
    """

    def __init__(self, reason: str, *, exit_code: int = 2, near: str | None = None, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.exit_code = exit_code
        self.near = near
        self.values = values
        self.beside: tuple[Stop, ...] = ()


class Stops:
    """Refusals of one thing, found one by one: the first is raised, the others beside it."""

    def __init__(self) -> None:
        self.found: list[Stop] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """What is refused within is kept."""
        try:
            yield
        except Stop as stop:
            self.found += [stop, *stop.beside]

    def raise_any(self) -> None:
        if self.found:
            first, *others = self.found
            first.beside = tuple(others)
            raise first
