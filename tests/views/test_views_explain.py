"""A code explained, and the list of codes."""

from __future__ import annotations

import pytest

from parplan.errors import Explanation
from parplan.finding import Code
from parplan.views.explain import code_list, code_page
from parplan.words import LANGUAGES, words

PROSE = "Ngày ghi sai dạng.\nMục có lỗi\nkhông được tính.\n\nGhi `2022-09-16`.\n"


def test_a_page_has_name_weight_and_family_for_its_heading() -> None:
    page = code_page(Explanation(Code.DATE_INVALID, PROSE, ""), words("vi"))
    assert page.heading == "date-invalid: lỗi (Trường và giá trị)"


def test_a_paragraph_is_one_line_however_its_file_is_wrapped() -> None:
    page = code_page(Explanation(Code.DATE_INVALID, PROSE, ""), words("vi"))
    assert page.paragraphs == ("Ngày ghi sai dạng. Mục có lỗi không được tính.", "Ghi `2022-09-16`.")


@pytest.mark.parametrize(("output", "title"), [("a.yaml:1:1: error\n", "Ví dụ"), ("", "")])
def test_an_example_has_a_title_and_none_has_none(output: str, title: str) -> None:
    page = code_page(Explanation(Code.DATE_INVALID, PROSE, output), words("vi"))
    assert (page.example, page.example_title) == (output, title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_goes_by_family_and_gives_each_code_its_first_sentence(language: str) -> None:
    said = words(language)
    table = code_list((Code.TAB_FOUND, Code.DATE_INVALID, Code.DATE_IMPOSSIBLE), said)
    assert [(row.kind, row.cells[0]) for row in table.rows] == [
        ("block", said("family.file")),
        ("row", "tab-found"),
        ("block", said("family.schema")),
        ("row", "date-invalid"),
        ("row", "date-impossible"),
    ]
    weights = {row.cells[1] for row in table.rows if row.kind == "row"}
    assert weights == {said("severity.error")}
    sentences = [str(row.cells[2]) for row in table.rows if row.kind == "row"]
    assert all(sentence.endswith(".") and ". " not in sentence for sentence in sentences)
