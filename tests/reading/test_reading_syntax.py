"""What the parser complains of, as the mistake that was made: each has its own code and place."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from parplan.reading.source import read_yaml

MISTAKES: dict[str, tuple[Code, str]] = {
    "a colon in a sentence": (Code.COLON_IN_TEXT, "a:\n  title: Báo cáo«:» kết quả\n"),
    "a colon in a sentence in braces": (Code.COLON_IN_TEXT, "a: {title: Báo cáo«:» kết quả, b: c}\n"),
    "an address of the web in braces": (Code.COLON_IN_TEXT, "a: {b: link, link: https«:»//x.vn/a}\n"),
    "an hour in braces": (Code.COLON_IN_TEXT, "a: {t: 12«:»30}\n"),
    "a colon in a list": (Code.COLON_IN_TEXT, "- a: Ban hành«:» x\n"),
    "double quotes never closed": (Code.QUOTE_UNCLOSED, 'a: «"»Báo cáo\nb: c\n'),
    "single quotes never closed": (Code.QUOTE_UNCLOSED, "a: «'»Báo cáo\nb: c\n"),
    "quotes never closed in braces": (Code.QUOTE_UNCLOSED, 'a: {b: «"»x\nc: d}\n'),
    "braces never closed": (Code.BRACKET_UNCLOSED, "a: «{»b: c\nd: e\n"),
    "braces never closed at the end": (Code.BRACKET_UNCLOSED, "a: «{»b: c"),
    "a list that has only begun": (Code.BRACKET_UNCLOSED, "a: «[»"),
    "a bracket that begins the file": (Code.BRACKET_UNCLOSED, "«[»"),
    "braces that have only begun": (Code.BRACKET_UNCLOSED, "a:\n  - «{»b: c,\n"),
    "a list never closed": (Code.BRACKET_UNCLOSED, "a: «[»b, c\nd: e\n"),
    "no comma between two": (Code.BRACKET_UNCLOSED, 'a: «{»b: "c" d: e}\n'),
    "no colon after a name": (Code.COLON_MISSING, "a: b\n«c»\nd: e\n"),
    "no colon after the first name": (Code.COLON_MISSING, "«a»\nb: c\n"),
    "no blank after a colon": (Code.COLON_MISSING, "c: d\n«a»:b\n"),
    "a sentence that runs on at the margin": (Code.COLON_MISSING, "a: một câu\n«k»éo dài\nb: c\n"),
    "a key too deep": (Code.INDENTATION_WRONG, "a:\n  b: c\n   «d»: e\n"),
    "a key between two depths": (Code.INDENTATION_WRONG, "a:\n    b: c\n  «d»: e\n"),
    "a key of an item not under the others": (Code.INDENTATION_WRONG, "a:\n  - b: c\n    d: e\n   «f»: g\n"),
    "a list under a value": (Code.INDENTATION_WRONG, "a: b\n«-» c\n"),
    "a block of text that steps back": (Code.INDENTATION_WRONG, "a: |\n    x\n  «y»\nb: c\n"),
    "a value that begins with @": (Code.VALUE_START_INVALID, "a: «@»x\n"),
    "a value that begins with %": (Code.VALUE_START_INVALID, "a: 50%\nb: «%»\n"),
    "a value that begins with a bracket": (Code.VALUE_START_INVALID, "a: «[»Dự thảo] Báo cáo\n"),
    "a value that begins with quotes": (Code.VALUE_START_INVALID, 'a: «"»Hiến kế" và x\n'),
    "a value that begins with a dash": (Code.VALUE_START_INVALID, "a: «-» b\n"),
    "a value that begins with >": (Code.VALUE_START_INVALID, "a: «>» 80%\n"),
    "a value that begins with &": (Code.VALUE_START_INVALID, "a: «&» b\n"),
    "a value in asterisks": (Code.VALUE_START_INVALID, "a: «*»quan trọng*\n"),
    "an item in asterisks": (Code.VALUE_START_INVALID, "- «*»quan trọng*\n"),
    "a backslash in quotes": (Code.ESCAPE_INVALID, 'a: "C:«\\»du-lieu"\n'),
    "a tab as indentation": (Code.TAB_FOUND, "a:\n«\t»b: c\n"),
    "a tab after blanks": (Code.TAB_FOUND, "a:\n  b: c\n«\t»d: e\n"),
    "a version nobody knows": (Code.SYNTAX_INVALID, "«%»YAML 3.0\n---\na: b\n"),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("code", "marked"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_a_code_of_its_own_at_its_own_place(code: Code, marked: str, ending: str) -> None:
    before, rest = marked.split("«")
    text = (before + rest.replace("»", "", 1)).replace("\n", ending)
    (finding,) = read_yaml("x.yaml", text.encode()).findings
    assert finding.span is not None
    line = before.count("\n") + 1
    assert (finding.code, finding.span.line, finding.span.column) == (code, line, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "title: Báo cáo (quý III): kết quả".replace("): ", "):"),
        "title: 'Báo cáo: kết quả'\n",
        "a: {b: 'c, d', e: f}\n",
        "a: b]\n",
        "a: 50% kết quả\n",
        "a: x * y & z\n",
        "a: câu một\n  kéo dài\n",
        "a: [b,\n  c]\n",
        'a: "C:\\\\du-lieu"\n',
    ],
)
def test_what_only_looks_like_a_mistake_is_read(text: str) -> None:
    reading = read_yaml("x.yaml", text.encode())
    assert reading.source is not None
    assert reading.findings == ()


def test_of_a_value_that_cannot_begin_so_its_first_sign_is_told() -> None:
    (finding,) = read_yaml("x.yaml", "a: @tên\n".encode()).findings
    assert finding.values == {"character": "@"}
