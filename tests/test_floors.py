"""The program's own rules about itself: floors, docstrings, sizes, a test for every module."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from own_source import PACKAGE, SOURCES, every, name_of, text, tree
from workspaces import REPOSITORY

TESTS = REPOSITORY / "tests"
LONGEST_MODULE = 320
LONGEST_FUNCTION = 45


def functions(source: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [*every(ast.FunctionDef, source), *every(ast.AsyncFunctionDef, source)]


def imported(source: Path) -> Iterator[str]:
    """The names of all modules that a module imports, wherever in it."""
    for plain in every(ast.Import, source):
        yield from (alias.name for alias in plain.names)
    for taken in every(ast.ImportFrom, source):
        yield taken.module or ""


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
        (library.split(".")[0], ".".join(source.relative_to(PACKAGE).with_suffix("").parts))
        for source in SOURCES
        for library in imported(source)
    }
    astray = {
        (library, module)
        for library, module in known
        if library not in {*sys.stdlib_module_names, "parplan"}
        if not any(f"{module}.".startswith(f"{room}.") for room in LIBRARIES.get(library, ()))
    }
    assert astray == set()


def test_a_module_says_what_it_is_and_what_it_must_not_do() -> None:
    """Even an empty package says what it holds."""
    said = {source: (ast.get_docstring(tree(source)) or "").partition("\n") for source in SOURCES}
    assert [name_of(source) for source, (first, _, _) in said.items() if not first.endswith((".", "?"))] == []
    assert [name_of(source) for source, (_, _, later) in said.items() if "Must not" not in later] == []


def test_a_module_can_be_read_at_one_sitting() -> None:
    lines = {name_of(source): len(text(source).splitlines()) for source in SOURCES}
    assert {name: number for name, number in lines.items() if number > LONGEST_MODULE} == {}


def test_a_function_fits_on_a_screen() -> None:
    long = {
        (name_of(source), function.name): length
        for source in SOURCES
        for function in functions(source)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_a_module_has_a_test_file_of_its_name_in_the_same_room() -> None:
    assert [name_of(source) for source in SOURCES if not has_test_file(source)] == []


def has_test_file(source: Path) -> bool:
    """Or needs none: a package that holds nothing but its docstring."""
    if source.name == "__init__.py" and len(tree(source).body) <= 1:
        return True
    parts = source.relative_to(PACKAGE).with_suffix("").parts
    parts = tuple(part.strip("_") for part in parts if part != "__init__") or ("cli",)
    name = f"test_{'_'.join(parts)}.py"
    return any((room / name).is_file() for room in (TESTS.joinpath(*parts[:-1]), TESTS.joinpath(*parts)))


MOST_IN_A_ROOM = 15
MOST_LOOSE = 8


def test_a_room_can_be_taken_in_at_a_glance() -> None:
    rooms = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in SOURCES if path.name != "__init__.py")
    assert rooms.pop(".") <= MOST_LOOSE
    assert {room: n for room, n in rooms.items() if n > MOST_IN_A_ROOM} == {}
    assert max(room.count("/") for room in rooms) <= 1, "a room within a room within a room"


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in TESTS.rglob("*.py")]
    assert sorted(names) == sorted(set(names))
