"""Tests of parplan.words: the two catalogues against each other, and against the code that speaks from them."""

from __future__ import annotations

import ast
import errno
import importlib
import pkgutil
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

import parplan.model
from own_source import PACKAGE, SOURCES, every, name_of, tree
from page_files import REPOSITORY
from parplan.calendar.period import Moment, Period
from parplan.finding import Code
from parplan.model.record import Record
from parplan.options.parameters import METAVARS
from parplan.reading.source import read_yaml
from parplan.system.windows import CAUSES
from parplan.views.findings import NAMED
from parplan.views.phrases.stated import CHOICES
from parplan.words import LANGUAGES, Sections, Words, cut, flatten, words

VI, EN = words("vi"), words("en")

SPEAKING = (*SOURCES, REPOSITORY / "tools" / "help_table.py")
"""Every module of the program, and the one that writes its help pages ahead."""

FILLED_BY_WORDS = ("date.", "period.")
"""Filled by the catalogue itself, which offers every hole to each language; each takes those it needs."""

NAMED_IN_CODE = (
    *("feature.", "wanted.", "usage.", "what.", "reads.", "day-kind.", "bound.", "markup."),
    *("years.", "band.", "sign.", "size.", "remedy.", "fate."),
)
"""Families whose every name is a word of the code, though no f-string spells the key out."""

BY_NUMBER = ("month.",)
HELD_ELSEWHERE = ("finding.", "field.", "cause.", "next.", "change.label.", "change.record.")
"""Families that have a test of their own: here below, of ``next``, and of ``stated``."""

OF_CLOSED_LISTS = tuple(f"{family}." for family in CHOICES.values() if family.startswith("change."))
"""Families that say what a word of the model's closed lists means; a test of ``stated`` holds them."""

AS_THE_WORLD_HAS_THEM = {
    "paper-kind.": "the symbols of papers, of which a document may bear any",
    "called.body.": "the short names of bodies that are also written in full",
    "called.unit.": "the units in which an index may be counted",
    "change.plain.": "values that are no words of ours: true, false, the last day",
}
"""Families that are asked for what they hold, with what comes where they hold nothing."""

NOT_SPELT_OUT = (*NAMED_IN_CODE, *BY_NUMBER, *HELD_ELSEWHERE, *OF_CLOSED_LISTS, *AS_THE_WORLD_HAS_THEM)
"""Keys whose first part no f-string spells out: each family is held by some other test, or open."""

CALLERS = ("words", "said")

INPUT = (
    *("calendar/deadline_grammar.py", "calendar/deadline_rules.py", "calendar/deadline_words.py"),
    *("reading/plain.py", "spelling.py"),
)
"""Where Vietnamese is what is read, or how its letters sort, and not what is said."""


# --- the two catalogues --------------------------------------------------------------------------------------


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_catalogues_have_the_same_keys_in_the_same_order() -> None:
    """Read anew: what was read stands in the order in which it was asked for."""
    assert list(Sections("vi.yaml")) == list(Sections("en.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    """The last one would be said wherever either is meant: so it came when two branches met."""
    read = read_yaml(language, (PACKAGE / "words" / f"{language}.yaml").read_bytes())
    assert [found.values["key"] for found in read.findings if found.code is Code.KEY_DUPLICATE] == []


@pytest.mark.parametrize("file", ["vi.yaml", "en.yaml", "schema.vi.yaml", "schema.en.yaml"])
def test_sections_read_one_by_one_are_the_whole(file: str) -> None:
    reading = read_yaml(file, (PACKAGE / "words" / file).read_bytes())
    assert reading.source is not None
    whole: dict[str, str] = {}
    flatten("", reading.source.data, whole)
    by_sections, last = Sections(file), [*whole][-1]
    assert by_sections[last] == whole[last]
    assert "no.such" not in by_sections
    assert list(by_sections.items()) == list(whole.items())


def test_both_catalogues_have_the_same_holes() -> None:
    different = {
        key: (VI.sentences[key], EN.sentences[key])
        for key in VI.sentences
        if not key.startswith(FILLED_BY_WORDS) and _holes_with_manner(VI, key) != _holes_with_manner(EN, key)
    }
    assert different == {}


def _holes_with_manner(catalogue: Words, key: str) -> set[tuple[str, str | None]]:
    parsed = string.Formatter().parse(catalogue.sentences[key])
    return {(name, manner) for _, name, manner, _ in parsed if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_periods_use_only_the_holes_that_are_offered(language: str) -> None:
    sentences = (VI if language == "vi" else EN).sentences
    dated = {"day", "day2", "month", "month2", "name", "year"}
    days = [key for key in sentences if key.startswith("date.") and key != "date.moment"]
    assert all(holes(sentences[key]) <= dated for key in days)
    assert holes(sentences["date.moment"]) == {"day", "time"}
    named = {"number", "number2", "roman", "name", "year"}
    assert all(holes(sentences[key]) <= named for key in sentences if key.startswith("period."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_composed(language: str) -> None:
    # the file itself: what is read of it has been composed on the way
    written = (PACKAGE / "words" / f"{language}.yaml").read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if not unicodedata.is_normalized("NFC", line)] == []


@pytest.mark.parametrize("catalogue", [VI, EN], ids=LANGUAGES)
def test_no_sentence_shouts(catalogue: Words) -> None:
    shouts = {key for key, text in catalogue.sentences.items() if "!" in text}
    assert shouts == {"feature.tag"}  # YAML's own sign for a tag


@pytest.mark.parametrize("catalogue", [VI, EN], ids=LANGUAGES)
def test_no_sentence_is_empty_or_ends_in_a_stray_space(catalogue: Words) -> None:
    joining = {"list.comma", "list.semicolon", "help.frame.usage"}
    ragged = [key for key, text in catalogue.sentences.items() if not text.strip() or text != text.rstrip()]
    assert set(ragged) == joining


# --- numbers, counts, dates and periods ----------------------------------------------------------------------


def test_vietnamese_counts_under_ten_have_a_leading_zero() -> None:
    assert [VI.count(n) for n in (0, 7, 10, 1234)] == ["00", "07", "10", "1.234"]


def test_english_counts_have_none() -> None:
    assert [EN.count(n) for n in (0, 7, 10, 1234)] == ["0", "7", "10", "1,234"]


def test_a_hole_takes_a_count_a_score_or_a_rate() -> None:
    catalogue = Words("vi", {**VI.sentences, "x": "{n:count} {n:score} {n:rate}"})
    assert catalogue("x", n=7) == "07 7,00 7,0"


@pytest.mark.parametrize(
    ("figure", "vietnamese", "english"),
    [("1234.50", "1.234,50", "1,234.50"), ("-5.67", "−5,67", "−5.67"), ("0", "0", "0"), ("100", "100", "100")],
)
def test_figures_keep_the_decimals_they_were_given_with(figure: str, vietnamese: str, english: str) -> None:
    assert (VI.show(Decimal(figure)), EN.show(Decimal(figure))) == (vietnamese, english)


def test_figures_are_rounded_to_the_decimals_asked_for() -> None:
    assert (VI.number(Decimal("94"), 1), EN.number(Decimal("1234.567"), 2)) == ("94,0", "1,234.57")


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [(1, 16, "6,3"), (5, 16, "31,3"), (9, 16, "56,3"), (13, 16, "81,3"), (1, 3, "33,3"), (2, 3, "66,7")],
)
def test_rates_are_rounded_half_up_as_offices_and_their_spreadsheets_do(part: int, whole: int, rate: str) -> None:
    assert VI.number(Decimal(part * 100) / whole, 1) == rate


def test_a_fall_is_rounded_like_a_rise() -> None:
    assert [VI.number(Decimal(text), 1) for text in ("-0.25", "0.25", "-2.35")] == ["−0,3", "0,3", "−2,4"]


def test_a_share_that_is_cut_says_so() -> None:
    figures = [Fraction(94), Fraction(89999, 1000), Fraction(-1, 3), Fraction(0)]
    assert [cut(figure, 2) for figure in figures] == [
        (Decimal("94.00"), False),
        (Decimal("89.99"), True),
        (Decimal("-0.34"), True),
        (Decimal("0.00"), False),
    ]


OTHER_ROUNDING = re.compile(r"(?<!def )\bround\(|:\.\d[fg]\b|%\.\d[fg]|\bquantize\(|ROUND_")
DRAWS = ("output/", "checks/progress/figures.py", "words/__init__.py", "reading/hygiene.py")
"""Where lengths on paper are rounded, a figure is cut to be compared, or read: none of it is a figure printed."""


def test_figures_are_rounded_in_one_place() -> None:
    files = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    others = [file for file in files if not file.startswith(DRAWS)]
    assert "views/phrases/phrases.py" in others
    assert [file for file in others if OTHER_ROUNDING.search((PACKAGE / file).read_text("utf-8"))] == []
    templates = PACKAGE.parent.parent / "templates"
    assert [
        path.name for path in templates.glob("*.j2") if re.search(r"\|\s*round\b", path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (date(2022, 9, 5), "05/9/2022", "5 September 2022"),
        (date(2022, 2, 15), "15/02/2022", "15 February 2022"),
        (date(2022, 1, 1), "01/01/2022", "1 January 2022"),
        (date(2022, 9, 30), "30/9/2022", "30 September 2022"),
        (date(2022, 12, 31), "31/12/2022", "31 December 2022"),
    ],
)
def test_days_are_padded_as_the_decree_does(day: date, vietnamese: str, english: str) -> None:
    assert (VI.show(day), EN.show(day)) == (vietnamese, english)


def test_long_days() -> None:
    day = date(2022, 9, 5)
    assert (VI.long_day(day), EN.long_day(day)) == ("ngày 05 tháng 9 năm 2022", "5 September 2022")
    assert VI.long_day(date(2022, 2, 15)) == "ngày 15 tháng 02 năm 2022"


def test_the_month_of_a_day_that_is_left_to_the_hand() -> None:
    february, september = Period.parse("2022-02"), Period.parse("2022-09")
    assert [VI.month_of_day(month) for month in (february, september)] == ["tháng 02 năm 2022", "tháng 9 năm 2022"]
    assert EN.month_of_day(february) == "February 2022"


@pytest.mark.parametrize(
    ("period", "vietnamese", "english"),
    [
        ("2022-02", "tháng 02/2022", "February 2022"),
        ("2022-Q3", "quý III/2022", "Q3 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "H2 2022"),
        ("2022", "năm 2022", "2022"),
    ],
)
def test_periods(period: str, vietnamese: str, english: str) -> None:
    assert (VI.show(Period.parse(period)), EN.show(Period.parse(period))) == (vietnamese, english)


def test_a_moment_is_a_day_or_the_month_of_a_day_left_blank() -> None:
    month = Period.parse("2022-08")
    assert (VI.show(Moment(month)), EN.show(Moment(month))) == ("tháng 8/2022", "August 2022")
    assert VI.show(Moment(month, date(2022, 8, 15))) == "15/8/2022"


def test_text_and_plain_numbers_are_left_as_they_are() -> None:
    assert (VI.show("III.1.1a"), VI.show(2022)) == ("III.1.1a", "2022")


@pytest.mark.parametrize("catalogue", [VI, EN], ids=LANGUAGES)
def test_names_are_listed_with_commas(catalogue: Words) -> None:
    assert catalogue.listed(["A", "B", "C"]) == "A, B, C"


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        EN("no.such-key")
    with pytest.raises(KeyError):
        EN("finding.file-missing")
    assert "no.such-key" not in EN


# --- findings and fields -------------------------------------------------------------------------------------


def keys_under(prefix: str) -> set[str]:
    return {key.removeprefix(prefix) for key in VI.sentences if key.startswith(prefix)}


def test_every_finding_has_a_sentence_and_every_sentence_a_finding() -> None:
    assert keys_under("finding.") == {code.slug for code in Code}


def test_a_finding_fills_the_holes_of_its_sentence() -> None:
    unfilled = {
        code.slug: missing
        for code in Code
        if (missing := holes(VI.sentences[f"finding.{code.slug}"]) - given_to(code))
    }
    assert unfilled == {}


def given_to(code: Code) -> set[str]:
    """Every name of a value that stands where this code is found; more than one finding gives, but no less."""
    given = {"field"}
    for scopes in modules_as_scopes():
        # in a function where there is one; a code in a table of the module may meet any value of the module
        inside = [scope for scope in scopes[1:] if scope.speaks_of(code)]
        for scope in inside or ([scopes[0]] if scopes[0].speaks_of(code) else []):
            given |= scope.values
            given |= {value for other in scopes[1:] if other.name in scope.called for value in other.values}
    return given | {f"{name}_name" for name in given & set(NAMED)}


@dataclass(frozen=True)
class Scope:
    """A module or function: what it speaks of, the names of the values it makes, the functions it calls."""

    name: str
    attributes: set[str]
    strings: set[str]
    values: set[str]
    called: set[str]

    def speaks_of(self, code: Code) -> bool:
        """By name, or as an error type of pydantic's."""
        return code.name in self.attributes or code.slug.replace("-", "_") in self.strings


def scope_of(tree: ast.Module | ast.FunctionDef, nodes: Sequence[ast.AST]) -> Scope:
    keys = {key for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
    keywords = {word.arg for node in nodes if isinstance(node, ast.Call) for word in node.keywords if word.arg}
    functions = (node.func for node in nodes if isinstance(node, ast.Call))
    return Scope(
        tree.name if isinstance(tree, ast.FunctionDef) else "",
        {node.attr for node in nodes if isinstance(node, ast.Attribute)},
        {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)},
        {str(key.value) for key in keys if isinstance(key, ast.Constant)} | keywords,
        {function.id for function in functions if isinstance(function, ast.Name)},
    )


@cache
def modules_as_scopes() -> list[list[Scope]]:
    """Each module, itself first and then its functions."""
    return [
        [
            scope_of(tree(source), every(ast.AST, source)),
            *(scope_of(function, list(ast.walk(function))) for function in every(ast.FunctionDef, source)),
        ]
        for source in SPEAKING
    ]


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    assert keys_under("field.") == set(field_keys())


def field_keys() -> Iterator[str]:
    """Every key of every record, as it is typed in a file."""
    for module in pkgutil.iter_modules(parplan.model.__path__):
        importlib.import_module(f"parplan.model.{module.name}")
    for record in _below(Record):
        for name, info in record.model_fields.items():
            yield info.alias or name


def _below(model: type[Record]) -> Iterator[type[Record]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("parplan."):
            yield child
            yield from _below(child)


# --- the code that speaks ------------------------------------------------------------------------------------


def spoken() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """Where a catalogue is asked for a sentence: the module, the call, and each expression its key may be."""
    for source in SPEAKING:
        for call in every(ast.Call, source):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            # words("vi") opens a catalogue, it does not speak from it
            if name in CALLERS and call.args and not (isinstance(call.func, ast.Name) and _opens(call)):
                for key in _alternatives(call.args[0]):
                    yield name_of(source), call, key


def _opens(call: ast.Call) -> bool:
    only = call.args[0]
    return isinstance(only, ast.Constant) and only.value in LANGUAGES


def _alternatives(key: ast.expr) -> Iterator[ast.expr]:
    if isinstance(key, ast.IfExp):
        yield from _alternatives(key.body)
        yield from _alternatives(key.orelse)
    else:
        yield key


def pattern(key: ast.JoinedStr) -> str:
    """An f-string as a regular expression: a group for each of its holes."""
    return "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else "(.+)" for p in key.values)


def test_every_key_that_is_spoken_is_in_the_catalogue() -> None:
    literal = {(file, str(key.value)) for file, _, key in spoken() if isinstance(key, ast.Constant)}
    assert len(literal) > 100  # else this test has lost sight of the calls
    assert {(file, key) for file, key in literal if key not in VI} == set()


def test_every_prefix_that_is_spoken_is_in_the_catalogue() -> None:
    prefixed = {(file, pattern(key)) for file, _, key in spoken() if isinstance(key, ast.JoinedStr)}
    prefixed = {(file, key) for file, key in prefixed if not key.startswith("(.+)")}
    assert len(prefixed) > 10
    assert {(file, p) for file, p in prefixed if not any(re.fullmatch(p, key) for key in VI.sentences)} == set()


def test_a_call_fills_the_holes_of_its_sentence() -> None:
    unfilled = {
        (file, key.value, missing)
        for file, call, key in spoken()
        if isinstance(key, ast.Constant) and all(word.arg for word in call.keywords)
        for missing in holes(VI.sentences[str(key.value)]) - {word.arg for word in call.keywords}
    }
    assert unfilled == set()


def stops() -> Iterator[tuple[str, set[str]]]:
    """Every reason for which the program stops, and what it tells of it."""
    for source in SPEAKING:
        for call in every(ast.Call, source):
            if isinstance(call.func, ast.Name) and call.func.id == "Stop":
                (reason,) = call.args
                assert isinstance(reason, ast.Constant)
                yield str(reason.value), {word.arg for word in call.keywords if word.arg}


def test_every_stop_has_a_sentence_and_fills_its_holes() -> None:
    unfilled = {
        (reason, missing)
        for reason, given in stops()
        for missing in holes(VI.sentences.get(f"stop.{reason}", f"{{no sentence for {reason}}}")) - given
    }
    assert unfilled == set()


def test_every_stop_sentence_has_a_stop() -> None:
    assert keys_under("stop.") - {reason for reason, _ in stops()} == {"meant", "output-full"}


def test_every_key_is_used() -> None:
    """By a literal, or by an f-string each hole of which can be filled with something the code names."""
    literals = {str(node.value) for node in constants()}
    patterns = {pattern(node) for source in SPEAKING for node in every(ast.JoinedStr, source)}
    whole = [p for p in patterns if re.match(r"[a-z\\-]+\\\.", p)]
    pieces = [p for p in patterns if "." not in re.sub(r"\(\.\+\)", "", p) and not p.startswith("(.+)")]
    fillings = literals | parameter_names()

    def can_fill(part: str) -> bool:
        return part in fillings or any(re.fullmatch(piece, part) for piece in pieces)

    def is_used(key: str) -> bool:
        if key in literals:
            return True
        matches = (re.fullmatch(p, key) for p in whole)
        return any(match is not None and all(map(can_fill, match.groups())) for match in matches)

    assert [key for key in VI.sentences if not key.startswith(NOT_SPELT_OUT) and not is_used(key)] == []


@pytest.mark.parametrize("prefix", NAMED_IN_CODE)
def test_every_key_of_the_small_families_is_used(prefix: str) -> None:
    literals = {str(node.value) for node in constants()}
    assert {name for name in keys_under(prefix) if not {name, prefix + name} & literals} == set()


def test_a_family_of_the_open_is_asked_whether_it_knows() -> None:
    asked = {pattern(node) for source in SPEAKING for node in every(ast.JoinedStr, source)}
    unasked = [family for family in AS_THE_WORLD_HAS_THEM if re.escape(family) + "(.+)" not in asked]
    assert unasked == []


def test_every_month_has_its_name() -> None:
    assert keys_under("month.") == {str(number) for number in range(1, 13)}


def test_every_metavar_is_used() -> None:
    assert keys_under("help.metavar.") == set(METAVARS.values())


def parameter_names() -> set[str]:
    """Options are named after the parameters of their command; one that Python needs for itself ends in "_"."""
    return {node.arg.rstrip("_") for source in SPEAKING for node in every(ast.arg, source)}


@cache
def constants() -> tuple[ast.Constant, ...]:
    return tuple(node for source in SPEAKING for node in _strings(source))


def _strings(source: Path) -> Iterator[ast.Constant]:
    """Every string but docstrings, of attributes too: those are statements of their own."""
    documenting = {id(node.value) for node in every(ast.Expr, source)}
    for node in every(ast.Constant, source):
        if isinstance(node.value, str) and id(node) not in documenting:
            yield node


def test_no_vietnamese_stands_in_code() -> None:
    """The grammar of deadlines is input; typesetting knows "đ" as a letter of lists ("đ)"), not as a word."""
    found = {
        (file, node.value)
        for file, source in zip(map(name_of, SPEAKING), SPEAKING, strict=True)
        if file not in INPUT
        for node in _strings(source)
        if _has_vietnamese_letter(str(node.value), allowed="đĐ" if file.startswith("output/") else "")
    }
    assert found == set()


def _has_vietnamese_letter(text: str, allowed: Iterable[str]) -> bool:
    letters = (letter for letter in unicodedata.normalize("NFD", text) if letter not in allowed)
    return any(letter in "đĐ" or unicodedata.combining(letter) for letter in letters)


def test_causes_are_named_after_what_the_system_calls_them() -> None:
    known = {f"cause.{name}" for name in (*errno.errorcode.values(), *CAUSES)}
    assert {key for key in VI.sentences if key.startswith("cause.")} <= known


def test_an_error_of_the_system_is_said_in_the_language() -> None:
    assert VI.show(OSError(errno.ENOSPC, "No space left on device")) == "đĩa đã đầy"
    assert VI.show(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
