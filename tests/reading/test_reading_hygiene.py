"""Tests of parplan.reading.hygiene: what Word, the web and other programs do to a file."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from parplan.finding import Code
from workspaces import AGENCIES, INDEXES, PLAN, REPORT, Builder

NAME = "{id: so-tai-chinh, name: Sở Tài chính, kind: so}"


def agency(w: Builder, line: str) -> Builder:
    return w.change(AGENCIES, NAME, line)


def test_letters_taken_apart_are_told_once_at_the_first(w: Builder) -> None:
    name = unicodedata.normalize("NFD", "Sở Tài chính")
    agency(w, NAME.replace("Sở Tài chính", name)).refused(
        Code.TEXT_NOT_NFC, AGENCIES, f"S«o\u031b\u0309» {name[5:]}"
    )
    w.write(AGENCIES, unicodedata.normalize("NFD", w.text(AGENCIES)))
    assert w.codes() == ["text-not-nfc"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_blanks_at_the_ends_of_lines_are_told_once_and_counted(w: Builder, ending: str) -> None:
    text = w.text(AGENCIES).replace("groups:\n", "groups: \t\n") + "# chú thích  \n  "
    w.write(AGENCIES, text.replace("\n", ending))
    loaded = w.load()
    (finding,) = loaded.findings
    assert (finding.code, finding.values) == (Code.SPACE_TRAILING, {"lines": 3})
    assert loaded.span(finding).line == text[: text.index("groups:")].count("\n") + 1


def test_blanks_inside_a_block_of_text_are_content(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", more="note: |\n  dòng một  \n  dòng hai\n").silent()


def test_a_character_that_nobody_sees_is_told(w: Builder) -> None:
    agency(w, NAME.replace("Sở Tài", "Sở\u200b Tài")).refused(Code.CHARACTER_INVISIBLE, AGENCIES, "«\u200b» Tài")


@pytest.mark.parametrize("letter", ["Ð", "Ɖ"])
def test_a_letter_that_looks_like_ours_is_told_with_its_word(w: Builder, letter: str) -> None:
    agency(w, NAME.replace("Tài chính", f"{letter}iện lực")).refused(
        Code.LETTER_FOREIGN, AGENCIES, f"«{letter}iện» lực", "Điện"
    )


def test_in_a_quote_a_letter_that_looks_like_ours_is_its_document_s(w: Builder) -> None:
    w.write("data/sources/ke-hoach.txt", w.text("data/sources/ke-hoach.txt") + "\nÐiện lực.")
    w.tasks(
        "- {id: C, kind: ongoing, lead: [tat-ca], title: Việc, source: {section: III, quote: Ðiện lực.}}\n"
    ).silent()


def test_a_quote_repeats_its_document_whatever_its_letters(w: Builder) -> None:
    w.write("data/sources/ke-hoach.txt", w.text("data/sources/ke-hoach.txt") + "\nMột\u00adviệc khác.")
    w.tasks(
        "- {id: C, kind: ongoing, lead: [tat-ca], title: Việc, "
        "source: {section: III, quote: Một\u00adviệc khác.}}\n"
    ).silent()


@pytest.mark.parametrize(
    ("value", "marked"),
    [("Kế hoạch số #5", "«#»5"), ("Kế hoạch  #3441/QĐ", "«#»3441"), ("Kế hoạch \t#x", "«#»x")],
)
def test_a_number_sign_that_cuts_a_sentence_is_told(w: Builder, value: str, marked: str) -> None:
    w.report("2022-09", "so-tu-phap", more=f"note: {value}").refused(Code.COMMENT_CUTS_TEXT, REPORT, marked)


@pytest.mark.parametrize(
    "more",
    ["note: Kế hoạch  # chú thích", "note: 'Kế hoạch #5'", "note: Kế hoạch#5", "received: 2022-09-16 #chú thích"],
)
def test_a_comment_that_is_one_is_silent(w: Builder, more: str) -> None:
    w.report("2022-09", "so-tu-phap", more=more).silent()


@pytest.mark.parametrize(
    ("code", "reads", "value"),
    [
        ("1.10", "number", "1.1"),
        ("08", "number", "8"),
        ("02353861327", "number", "2353861327"),
        ("1.5e3", "number", "1500"),
        ("0x1F", "number", "31"),
        ("1_000", "number", "1000"),
        ("no", "flag", ""),
        ("Yes", "flag", ""),
        ("~", "nothing", ""),
        ("12:30", "time", "750"),
        ("-12:30", "time", "750"),
    ],
)
def test_a_text_that_other_programs_misread_is_told(w: Builder, code: str, reads: str, value: str) -> None:
    number = Decimal(value) if value else None
    w.change(INDEXES, 'id: "1149"\n', f'id: "1149"\n        note: {code}\n')
    w.refused(Code.QUOTES_NEEDED, INDEXES, f"note: «{code}»\n")
    (finding,) = w.load().findings
    assert finding.values == {"text": code, "reads": reads, "value": number}


@pytest.mark.parametrize("note", ["1.2.3e4", "...e5", "0x" + "F" * 5000, "0" + "1" * 5000, "1" * 5000 + ":30"])
def test_what_only_begins_like_a_number_is_a_text(w: Builder, note: str) -> None:
    w.change(INDEXES, 'id: "1149"\n', f'id: "1149"\n        note: {note}\n').silent()


@pytest.mark.parametrize("note", ["'1.10'", '"no"', "7", "1.5", "2022-09-30", "không", "10/10", "12h30"])
def test_a_text_that_everybody_reads_alike_is_silent(w: Builder, note: str) -> None:
    w.change(INDEXES, 'id: "1149"\n', f'id: "1149"\n        note: {note}\n').silent()


def test_numbers_and_flags_where_they_belong_are_silent(w: Builder) -> None:
    w.change(INDEXES, "scale: 100\n", "scale: 100.0\n")
    w.change(PLAN, "plan:\n", "sample: true\nplan:\n").silent()


def test_a_comma_in_braces_that_cuts_a_name_is_told_and_not_as_a_key(w: Builder) -> None:
    agency(w, NAME.replace("Tài chính", "Văn hóa, Thể thao và Du lịch"))
    w.refused(Code.COMMA_CUTS_TEXT, AGENCIES, "«Thể thao và Du lịch»")


@pytest.mark.parametrize("name", ['"Sở Văn hóa, Thể thao"', "Sở Văn hóa"])
def test_a_name_in_quotes_may_hold_commas(w: Builder, name: str) -> None:
    agency(w, NAME.replace("Sở Tài chính", name)).silent()
