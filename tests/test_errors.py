"""Every code has its folder: a smallest mistake, a near miss that stays silent, and what is said of it.

Must not know any code by name, but for the few whose mistake no small file can show.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from parplan.errors import FOLDER, explanation
from parplan.finding import Code
from parplan.words import LANGUAGES
from running import run_in
from workspaces import REPOSITORY

NOT_SMALL = {Code.FILE_TOO_LARGE: "no file of 16 MB belongs into a repository; test_load makes one"}
NOT_ALONE = {Code.FINDINGS_MANY: "it is told after five hundred others"}

SMALL = [code for code in Code if code not in NOT_SMALL]
each_small_code = pytest.mark.parametrize("code", SMALL, ids=lambda code: code.slug)


def lay(code: Code, part: str, into: Path) -> Path:
    """The smallest sound workspace with what a part of a code's folder puts in the place of its files."""
    shutil.copytree(FOLDER / "sound", into, dirs_exist_ok=True)
    over = FOLDER / code.slug / part
    assert over.is_dir(), f"no {over.relative_to(REPOSITORY)}"
    without = over / "without.txt"
    for name in without.read_text(encoding="utf-8").split() if without.is_file() else ():
        (into / name).unlink()
    if (over / "data").is_dir():
        shutil.copytree(over / "data", into / "data", dirs_exist_ok=True)
    return into


def kept(path: Path, text: str) -> None:
    """Assert that a text is the one kept in a code's folder; UPDATE_GOLDEN=1 writes it."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes(text.encode())
    assert path.is_file(), f"no {path.relative_to(REPOSITORY)}; make it with UPDATE_GOLDEN=1 and read it"
    assert text == path.read_bytes().decode()


def found(root: Path) -> list[str]:
    told = json.loads(run_in(root, "validate", "--format", "json").out)
    return [one["code"] for one in told["findings"]]


def test_the_sound_workspace_is_sound(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "sound", tmp_path, dirs_exist_ok=True)
    assert found(tmp_path) == []


WAYS = {"vi.txt": ("--lang", "vi"), "en.txt": ("--lang", "en"), "github.txt": ("--format", "github")}


@each_small_code
def test_the_mistake_is_found_and_nothing_else_and_said_as_it_was(code: Code, tmp_path: Path) -> None:
    codes = set(found(lay(code, "mistake", tmp_path)))
    assert codes == {code.slug} if code not in NOT_ALONE else code.slug in codes
    for file, argv in WAYS.items():
        ran = run_in(tmp_path, "validate", "--select", code.slug, *argv, columns=80)
        kept(FOLDER / code.slug / file, ran.out)


@each_small_code
def test_the_near_miss_is_silent(code: Code, tmp_path: Path) -> None:
    assert found(lay(code, "near-miss", tmp_path)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_explained(language: str) -> None:
    """The first paragraph says what it means, the next how to mend it."""
    prose = {code.slug: explanation(code, language).prose for code in Code}
    assert [code for code, said in prose.items() if not said.endswith("\n")] == []
    parts = {code: said.strip().split("\n\n") for code, said in prose.items()}
    assert {code: part for code, part in parts.items() if len(part[0]) <= 40 or len(part) < 2} == {}


def test_every_folder_belongs_to_a_code() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {code.slug for code in Code} | {"sound"}
