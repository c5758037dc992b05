from __future__ import annotations

from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.output.templates.shipped import CHECKOUT, shipped_files, template_path


def test_the_shipped_letterhead_is_found_without_a_workspace() -> None:
    assert template_path("letterhead.docx", None) == CHECKOUT / "templates" / "letterhead.docx"


def test_a_template_of_the_workspace_wins_over_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "letterhead.docx"
    own.parent.mkdir()
    own.write_bytes(b"")
    assert template_path("letterhead.docx", tmp_path) == own


def test_a_workspace_without_templates_gets_the_shipped_one(tmp_path: Path) -> None:
    assert template_path("letterhead.docx", tmp_path) == template_path("letterhead.docx", None)


@pytest.mark.parametrize("name", ["nowhere.j2", "../pyproject.toml", ""])
def test_what_is_no_template_is_refused_by_name(name: str) -> None:
    with pytest.raises(Stop) as stop:
        template_path(name, None)
    assert stop.value.reason == "template-missing"
    assert stop.value.values["name"] == name


def test_a_folder_that_we_ship_is_found_with_what_is_hidden_in_it() -> None:
    files = shipped_files("templates/workspace")
    assert {".gitignore", "README.md", "data/plan-YEAR.yaml"} <= set(files)
    assert list(files) == sorted(files)
