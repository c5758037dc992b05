"""tools/folder/program.py: the first step of the program of one folder, as a process of its own would take it."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from parplan.documents.workbook import CHILD
from workspaces import REPOSITORY


@pytest.fixture
def program() -> ModuleType:
    spec = spec_from_file_location("program", REPOSITORY / "tools" / "folder" / "program.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_it_is_parplan(program: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr("parplan.__main__.main", lambda: ran.append("parplan"))
    monkeypatch.setattr(sys, "argv", ["parplan.exe", "status"])
    program.main()
    assert ran == ["parplan"]


def test_it_reads_a_workbook_for_itself_as_python_would(
    program: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr("parplan.documents.workbook.answer", lambda: read.append("a workbook"))
    monkeypatch.setattr(sys, "argv", ["parplan.exe", "-P", "-c", CHILD])
    program.main()
    assert read == ["a workbook"]


def test_it_is_no_python_for_anything_else(program: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr("parplan.__main__.main", lambda: ran.append("parplan, which refuses it"))
    monkeypatch.setattr(sys, "argv", ["parplan.exe", "-P", "-c", "print('anything')"])
    program.main()
    assert ran == ["parplan, which refuses it"]
