"""The program's own rules about itself: floors, docstrings, sizes, a test for every module."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from workspaces import REPOSITORY

PACKAGE = REPOSITORY / "src" / "parplan"
TESTS = REPOSITORY / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 320
LONGEST_FUNCTION = 45

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_a_module_imports_only_from_below(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(REPOSITORY / "src"))
    code = lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), cache_dir=str(tmp_path))
    assert code == 0, capsys.readouterr().out


ROOMS = {
    "Only source and its tree read YAML": {"source", "tree", "syntax"},
    "Only render knows Word, Excel, Markdown and templates": {"render"},
    "Only the top knows the terminal": {"cli", "cli_frame", "commands", "render"},
    "Only lock knows the locks of a system": {"lock"},
}
"""Who may import each heavy library; to everybody else it is forbidden."""


def test_a_heavy_library_stays_in_its_room() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    forbidden = {c["name"]: set(c["source_modules"]) for c in contracts["contracts"] if c["type"] == "forbidden"}
    every = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.parent.name for path in PACKAGE.glob("*/__init__.py")
    }
    every -= {"__init__", "__main__"}
    assert forbidden == {name: {f"parplan.{m}" for m in every - allowed} for name, allowed in ROOMS.items()}


@each_module
def test_a_module_says_what_it_is_and_what_it_must_not_do(path: Path) -> None:
    tree = tree_of(path)
    said = ast.get_docstring(tree)
    if len(tree.body) <= 1 and path.name == "__init__.py" and said is None:
        pytest.fail("even an empty package says what it holds")
    assert said is not None
    first, *later = said.split("\n")
    assert first.endswith((".", "?"))
    if path != PACKAGE / "__init__.py":
        assert "Must not" in "\n".join(later)


@each_module
def test_a_module_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = {
        function.name: length
        for function in functions(tree_of(path))
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


@each_module
def test_a_module_has_a_test_file_of_its_name(path: Path) -> None:
    if path.name == "__init__.py" and len(tree_of(path).body) <= 1:
        return
    name = path.parent.name if path.name == "__init__.py" else path.stem.strip("_")
    if path == PACKAGE / "__init__.py":
        name = "cli"
    files = [file for file in TESTS.rglob("test_*.py") if name in file.stem or f"{name}s" in file.stem]
    assert files, f"no tests/**/test_*{name}*.py"


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in TESTS.rglob("*.py")]
    assert sorted(names) == sorted(set(names))
