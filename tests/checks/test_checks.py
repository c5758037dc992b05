"""Tests of parplan.checks as a whole."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import parplan.checks
from parplan.checks import ACROSS_REPORTS, CHECKS, Check
from parplan.errors import FOLDER
from parplan.finding import Code, Family, Finding
from parplan.model.progress import ProgressFile
from parplan.model.workspace import Workspace
from parplan.reading.files import Reader
from parplan.system.folder import entries
from test_errors import lay

TOLD_BY_READING = (Family.FILE, Family.SCHEMA)
OF_REPORTS = [
    code
    for code in Code
    if code.family not in TOLD_BY_READING and any((FOLDER / code.slug).glob("*/data/progress/*/so-*.yaml"))
]


def test_every_check_that_is_written_is_run() -> None:
    written = {
        getattr(module, name)
        for info in pkgutil.walk_packages(parplan.checks.__path__, "parplan.checks.")
        for module in [importlib.import_module(info.name)]
        for name in vars(module)
        if name.startswith("check_")
    }
    assert written == set(CHECKS)
    assert len(CHECKS) == len(set(CHECKS))


@pytest.mark.parametrize("part", ["mistake", "near-miss"])
def test_a_check_that_holds_reports_against_each_other_says_what_they_share(part: str, tmp_path: Path) -> None:
    undeclared = set[tuple[str, str]]()
    for code in OF_REPORTS:
        whole = to_check(_told_again(lay(code, part, tmp_path / code.slug)))
        for check in CHECKS:
            if Counter(map(str, check(whole))) != Counter(map(str, _one_by_one(check, whole))):
                undeclared.add((check.__name__, code.slug))
    assert undeclared == set(), "ACROSS_REPORTS is to say what reports share that such a check joins"


def _told_again(root: Path) -> Path:
    """With each report once more, of the next month and of another unit: they may contradict each other."""
    for path in sorted(root.glob("data/progress/2022-09/so-*.yaml")):
        for old, new in ((b"2022-09", b"2022-10"), (b"so-tu-phap", b"so-noi-vu")):
            again = Path(str(path).replace(old.decode(), new.decode()))
            again.parent.mkdir(exist_ok=True)
            if not again.exists():
                again.write_bytes(path.read_bytes().replace(old, new))
    return root


def to_check(root: Path) -> Workspace:
    """All that a check is given of a folder."""
    reader = Reader(root, {})
    for entry in sorted(entries(root, "data")):
        reader.take(entry)
    return reader.to_check(0)


def _one_by_one(check: Check, whole: Workspace) -> Iterator[Finding]:
    """What a check finds in each report beside those that share something with it, and in all else without any."""
    reports = {file.where.file: file for file in whole.progress}
    yield from (one for one in check(replace(whole, progress=())) if one.where.file not in reports)
    for name, report in reports.items():
        beside = tuple(file for file in whole.progress if file is report or _share(check, file, report))
        yield from (one for one in check(replace(whole, progress=beside)) if one.where.file == name)


def _share(check: Check, one: ProgressFile, other: ProgressFile) -> bool:
    if check not in ACROSS_REPORTS:
        return False
    first, second = ({str(texts).casefold() for texts in ACROSS_REPORTS[check](file)} for file in (one, other))
    return bool(first & second)
