from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parplan.finding import Stop
from parplan.render.escape import escape, neutral
from parplan.render.markdown import Directive, Heading, Paragraph, read
from parplan.render.template import Prose, render
from parplan.render.typography import printable

TROUBLE = st.text(st.one_of(st.characters(), st.sampled_from("\\`*_[]<>&|#~=:-+1.)aiđ \t\n!;{}%")), min_size=1)


def rendered(template: str, tmp_path: Path, **values: object) -> str:
    folder = tmp_path / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "t.md.j2").write_text(template, encoding="utf-8")
    return render("t.md.j2", values, tmp_path)


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


def test_values_are_escaped_and_the_templates_own_markdown_is_not(tmp_path: Path) -> None:
    assert rendered("**{{ name }}** *x*\n", tmp_path, name="a*b") == "**a\\*b** *x*\n"


def test_literals_are_data_too_and_no_html(tmp_path: Path) -> None:
    assert rendered('{{ "a & b < c*" }}', tmp_path) == "a & b < c\\*"


def test_a_macro_is_not_escaped_twice(tmp_path: Path) -> None:
    macro = "{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold(name) }}"
    assert rendered(macro, tmp_path, name="a*") == "**a\\***"


def test_prose_keeps_its_emphasis_and_loses_its_directives_and_headings(tmp_path: Path) -> None:
    prose = Prose("**Rất** cần\n::: foot\n# Lớn\n- một\n- hai")
    blocks = read(rendered("{{ words }}", tmp_path, words=prose))
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Heading", "Paragraph", "Paragraph"]
    assert "::: foot" in text_of(rendered("{{ words }}", tmp_path, words=Prose("x\n::: foot")))


def test_the_filter_marks_a_value_as_prose(tmp_path: Path) -> None:
    assert rendered("{{ words | prose }}", tmp_path, words="**a**") == "**a**"


@pytest.mark.parametrize(
    "template",
    [
        "một\n{{ missing }}\n",
        "một\n{{ a.b.c }}\n",
        "một\n{% if %}\n",
        "một\n{{ 1 / 0 }}\n",
        "một\n{{ ''.__class__.__mro__ }}\n",
        "một\n{{ none }}\n",
        "một\n{{ [].append(1) }}\n",
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_file_and_line(template: str, tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        rendered(template, tmp_path, a={"b": {}})
    assert stop.value.reason == "template-invalid"
    assert stop.value.values["file"] == str(tmp_path / "templates" / "t.md.j2")
    assert stop.value.values["line"] == 2
    assert stop.value.values["text"]


def test_a_template_that_includes_a_missing_one_names_it(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        rendered('{% include "other.j2" %}', tmp_path)
    assert stop.value.reason == "template-missing"
    assert stop.value.values["name"] == "other.j2"


def test_a_mistake_in_an_included_template_is_told_where_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "part.md.j2").write_text("\n\n{{ missing }}", encoding="utf-8")
    with pytest.raises(Stop) as stop:
        rendered('{% include "part.md.j2" %}', tmp_path)
    assert (stop.value.values["file"], stop.value.values["line"]) == (str(folder / "part.md.j2"), 3)
