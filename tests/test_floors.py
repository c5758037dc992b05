"""The program's own rules about itself: floors, docstrings, sizes, a test for every module."""

from __future__ import annotations

import ast
import sys
from collections import Counter
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


def imported(tree: ast.Module) -> Iterator[str]:
    """The names of all modules that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_a_module_imports_only_from_below(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(REPOSITORY / "src"))
    code = lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), cache_dir=str(tmp_path))
    assert code == 0, capsys.readouterr().out


LIBRARIES = {
    "pydantic": {"model", "reading", "views.schema"},
    "pydantic_core": {"model", "reading"},
    "ruamel": {"reading"},
    "filelock": {"system.lock"},
    "jinja2": {"output.templates"},
    "markupsafe": {"output.templates"},
    "markdown_it": {"output.text.markdown"},
    "docx": {"output.word"},
    "lxml": {"output.word"},
    "xlsxwriter": {"output.excel"},
    "python_calamine": {"documents.workbook"},
    "rich": {"output.terminal"},
    "typer": {"cli_frame", "cli_usage", "commands", "options"},
}
"""Which rooms may know which library: whoever takes in a new one says where."""


def test_a_library_stays_in_its_room() -> None:
    known = {
        (library.split(".")[0], ".".join(path.relative_to(PACKAGE).with_suffix("").parts))
        for path in MODULES
        for library in imported(tree_of(path))
    }
    astray = {
        (library, module)
        for library, module in known
        if library not in {*sys.stdlib_module_names, "parplan"}
        if not any(f"{module}.".startswith(f"{room}.") for room in LIBRARIES.get(library, ()))
    }
    assert astray == set()


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
def test_a_module_has_a_test_file_of_its_name_in_the_same_room(path: Path) -> None:
    if path.name == "__init__.py" and len(tree_of(path).body) <= 1:
        return
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    parts = tuple(part.strip("_") for part in parts if part != "__init__") or ("cli",)
    assert (TESTS.joinpath(*parts[:-1]) / f"test_{'_'.join(parts)}.py").is_file() or (
        TESTS.joinpath(*parts) / f"test_{'_'.join(parts)}.py"
    ).is_file()


MOST_IN_A_ROOM = 15
MOST_LOOSE = 8


def test_a_room_can_be_taken_in_at_a_glance() -> None:
    rooms = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in MODULES if path.name != "__init__.py")
    assert rooms.pop(".") <= MOST_LOOSE
    assert {room: n for room, n in rooms.items() if n > MOST_IN_A_ROOM} == {}
    assert max(room.count("/") for room in rooms) <= 1, "a room within a room within a room"


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in TESTS.rglob("*.py")]
    assert sorted(names) == sorted(set(names))
