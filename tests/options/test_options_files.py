"""Tests of parplan.options.files: which files are meant, and by which path a person or a machine is shown them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.options.files import named_files, way_from_the_top, way_to, workspace_in
from workspaces import Builder, build


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace below the top of a repository; the run stands at the top."""
    root = build(tmp_path / "repository" / "tinh").root
    subprocess.run(["git", "init", "-q", str(root.parent)], check=True)
    monkeypatch.chdir(root.parent)
    return root


def test_a_folder_or_a_file_names_what_lies_in_it(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    w.report("2022-09", "so-tu-phap")
    monkeypatch.chdir(w.root)
    named = named_files(w.root, [Path("data/plan-2022.yaml"), Path("data/progress")], None)
    assert named is not None
    asked = ("data/plan-2022.yaml", "data/progress/2022-09/so-tu-phap.yaml", "data/agencies.yaml")
    assert [named(file) for file in asked] == [True, True, False]


def test_a_workspace_as_a_path_names_all_of_it(w: Builder) -> None:
    assert workspace_in([w.root]) == w.root
    assert named_files(w.root, [w.root], None) is None


def test_a_path_elsewhere_is_refused(w: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(w.root)
    with pytest.raises(Stop, match="path-missing"):
        named_files(w.root, [Path("data/none.yaml")], None)
    with pytest.raises(Stop, match="path-outside"):
        named_files(w.root, [Path("/")], None)


def test_links_may_lead_to_the_workspace(w: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "lối tắt"
    link.symlink_to(w.root)
    monkeypatch.chdir(link)  # the system tells where the link leads, an editor and a shell the link
    for root, path in ((w.root, link), (link, w.root), (link, link)):
        named = named_files(root, [path / "data/plan-2022.yaml"], None)
        assert named is not None
        assert [named(file) for file in ("data/plan-2022.yaml", "data/agencies.yaml")] == [True, False]


def test_a_person_is_shown_the_way_from_where_they_stand_and_a_machine_that_from_the_top(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert way_to(inside, from_the_top=False) == way_to(inside, from_the_top=True) == "tinh/"
    monkeypatch.chdir(inside)
    assert (way_to(inside, from_the_top=False), way_to(inside, from_the_top=True)) == ("", "tinh/")


def test_outside_of_any_repository_there_is_no_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert way_from_the_top(tmp_path) is None
    assert way_to(tmp_path, from_the_top=True) == ""
