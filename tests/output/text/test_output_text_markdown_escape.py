from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parplan.output.text.markdown import Directive, Heading, Paragraph, read
from parplan.output.text.markdown_escape import escape, neutral
from parplan.output.text.typography import printable

TROUBLE = st.text(st.one_of(st.characters(), st.sampled_from("\\`*_[]<>&|#~=:-+1.)aiđ \t\n!;{}%")), min_size=1)


def text_of(markdown: str) -> str:
    blocks = read(markdown)
    assert all(isinstance(block, Paragraph) for block in blocks)
    return "".join(run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs)


def without_space(text: str) -> str:
    return "".join(printable(" ".join(text.splitlines())).split())


@given(TROUBLE)
@example("1. một")
@example("- hai")
@example("# ba ##")
@example("::: head")
@example("đ) bốn\\")
@example("&amp; <b> **năm** [sáu](bảy) ~~tám~~")
def test_any_value_comes_out_of_the_reader_as_it_was_typed(value: str) -> None:
    assert without_space(text_of(escape(value))) == without_space(value)


@given(TROUBLE)
def test_any_value_within_a_line_comes_out_as_it_was_typed(value: str) -> None:
    assert without_space(text_of(f"Xin **chào** {escape(value)} đó")) == without_space(f"Xin chào {value} đó")


@given(TROUBLE)
def test_no_value_opens_a_block_in_the_middle_of_a_paragraph(value: str) -> None:
    assert len(read(f"Một\n{escape(value + 'x')}\nhai")) == 1


@given(TROUBLE)
def test_no_prose_commands_the_writer_or_makes_a_heading_of_the_reports_own(prose: str) -> None:
    for block in read(neutral(prose)):
        assert not isinstance(block, Directive)
        assert not isinstance(block, Heading) or block.level == 3


@pytest.mark.parametrize(
    "value",
    ["30/9/2022", "86,57", "93,3%", "III.1", "(9) = (5)/(3)", "A & B", "< 5", "16-NQ/TU", "04 bậc", "a.b"],
)
def test_ordinary_text_gets_no_backslash(value: str) -> None:
    assert escape(value) == value
