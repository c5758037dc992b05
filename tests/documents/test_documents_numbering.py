"""Tests of parplan.documents.numbering: numbers that Word counts stand as they are printed."""

from __future__ import annotations

from parplan.documents.document import Paragraph
from parplan.documents.reader import document_of
from word_by_hand import docx, numbered, p, tbl, tc, tr


def level(n: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    """One list with those levels, counted by 1, and by 2 anew."""
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{anew}</w:num>'
    )


THREE = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))


def read(body: str, numbering: str, **parts: str) -> list[str]:
    blocks = document_of(docx(body, numbering=numbering, **parts)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_deeper_level_begins_anew_under_each_number() -> None:
    body = "".join(numbered("x", 1, n) for n in (0, 1, 1, 2, 2, 1, 0, 1))
    said = ["I. x", "1. x", "2. x", "a) x", "b) x", "3. x", "II. x", "1. x"]
    assert read(body, lists(*THREE)) == said


def test_a_number_of_several_levels_is_written_with_all_of_them() -> None:
    legal = (level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert read(numbered("x", 1) + numbered("y", 1, 1), lists(*legal)) == ["I x", "1.1 y"]


def test_a_list_that_is_told_to_begins_anew() -> None:
    body = numbered("x", 1) + numbered("y", 1) + numbered("z", 2) + numbered("t", 2)
    assert read(body, lists(*THREE)) == ["I. x", "II. y", "I. z", "II. t"]


def test_a_bullet_is_a_dash_whatever_sign_it_is() -> None:
    assert read(numbered("x", 1) + numbered("", 1), lists(level(0, "bullet", "\uf0b7"))) == ["- x"]


def test_a_style_may_hold_the_number_and_the_paragraph_may_refuse_it() -> None:
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Muc"><w:basedOn w:val="Base"/></w:style>'
    )
    body = p("x", marks='<w:pStyle w:val="Muc"/>')
    refused = p("y", marks='<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(body + refused, lists(*THREE), styles=styles) == ["I. x", "y"]


def test_a_level_may_belong_to_a_style() -> None:
    levels = (THREE[0], level(1, "decimal", "%2.", '<w:pStyle w:val="Hai"/>'))
    styles = '<w:style w:styleId="Hai"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = numbered("x", 1) + p("y", marks='<w:pStyle w:val="Hai"/>')
    assert read(body, lists(*levels), styles=styles) == ["I. x", "1. y"]


def test_a_number_stands_in_a_cell_without_a_text() -> None:
    rows = (tr(tc(numbered("", 1)), "Việc một"), tr(tc(numbered("", 1)), "Việc hai"))
    numbering = lists(level(0, "decimal", "%1"))
    (table,) = document_of(docx(tbl(*rows), numbering=numbering)).tables
    assert table.rows == [["1", "Việc một"], ["2", "Việc hai"]]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert read(numbered("x", 9), lists(*THREE)) == ["x"]
