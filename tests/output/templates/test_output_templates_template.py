from __future__ import annotations

from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.output.templates.template import Prose, render
from parplan.output.text.markdown import read


def rendered(template: str, tmp_path: Path, **values: object) -> str:
    folder = tmp_path / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "t.md.j2").write_text(template, encoding="utf-8")
    return render("t.md.j2", values, tmp_path)


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
    assert "\\::: foot" in rendered("{{ words }}", tmp_path, words=prose)


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
