"""The templates in both languages: of the same names, for what one may say the other may."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from workspaces import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
OF_REPORTS = ("report", "own-report")


def names(path: Path) -> set[str]:
    """Every value that a template asks for, and what it asks of it."""
    tree = Environment(autoescape=True, extensions=[]).parse(path.read_text(encoding="utf-8"))
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
