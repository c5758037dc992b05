"""The templates in both languages: of the same names, for what one may say the other may."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from workspaces import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
OF_REPORTS = ("report", "own-report")


def names(path: Path) -> set[str]:
    """Every value that a template and its frame ask for, and what they ask of it."""
    frame = path.with_name(f"frame.{path.name.partition('.')[2]}")
    text = path.read_text(encoding="utf-8") + frame.read_text(encoding="utf-8")
    tree = Environment(autoescape=True, extensions=[]).parse(text)
    asked = {node.attr for node in tree.find_all(nodes.Getattr) if node.attr not in {"last", "index"}}
    return meta.find_undeclared_variables(tree) | asked


def directives(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        line for line in lines if line.startswith(":::") or (line.startswith("#") and not line.startswith("#}"))
    ]


@pytest.mark.parametrize("name", OF_REPORTS)
def test_both_languages_use_the_same_names(name: str) -> None:
    assert names(TEMPLATES / f"{name}.vi.md.j2") == names(TEMPLATES / f"{name}.en.md.j2")


@pytest.mark.parametrize("name", OF_REPORTS)
def test_both_languages_have_the_same_sections_and_directives(name: str) -> None:
    vietnamese, english = (directives(TEMPLATES / f"{name}.{language}.md.j2") for language in ("vi", "en"))
    assert [line.split()[0] for line in vietnamese] == [line.split()[0] for line in english]
    called = [[line for line in lines if line.startswith(":::")] for lines in (vietnamese, english)]
    assert called[0] == called[1]


FRAME = ("frame.vi.md.j2", "frame.en.md.j2")


def test_what_the_frame_says_no_template_says_again() -> None:
    shared = [
        line for name in FRAME for line in (TEMPLATES / name).read_text("utf-8").splitlines() if "{% macro" in line
    ]
    assert len(shared) > 8
    for path in TEMPLATES.glob("*.j2"):
        if path.name not in FRAME:
            text = path.read_text(encoding="utf-8")
            assert "::: foot" not in text
            for line in shared:
                said = line.partition("%}")[2].removesuffix("{% endmacro %}")
                assert not said or said not in text, path.name
