"""Every field of the shipped data and of both samples can be changed alone, and back to the same bytes."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from parplan.editing.text.change import Replace, changed
from parplan.editing.text.splice import spliced
from parplan.editing.text.stretch import end_of_line, line_start
from parplan.reading.source import Source, read_yaml
from parplan.where import Step, Where
from running import OTHER, SAMPLE
from workspaces import REPOSITORY

EVERY = "PARPLAN_EVERY_FIELD" in os.environ
"""All of them take half a minute: else a few of each file, others every day."""

FEW = 4
MANY = 24
"""So many of a file: the larger ones are the plans."""


def files() -> list[Path]:
    """Each content once: the samples share what the plan says."""
    every = [path for root in (REPOSITORY, SAMPLE, OTHER) for path in sorted((root / "data").rglob("*.yaml"))]
    return list({path.read_bytes(): path for path in every}.values())


def scalars(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[tuple[Step, ...], str]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if inner is None:
        return [(path, data)]
    return [found for step, value in inner for found in scalars(value, (*path, step))]


def some(source: Source) -> list[tuple[tuple[Step, ...], str]]:
    """The fields that are tried today."""
    every = scalars(source.data)
    most = MANY if len(source.text) > 20_000 else FEW
    return every if EVERY or len(every) <= most else Random(date.today().toordinal()).sample(every, most)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_field_changes_on_its_own_lines_and_back_to_the_same_bytes(path: Path) -> None:
    source = read_yaml(path.name, path.read_bytes()).source
    assert source is not None
    for steps, old in some(source):
        where = Where(source.file, steps)
        words = old.split(" ")
        words[len(words) // 2] += "x"
        change = Replace(where, " ".join(words))
        made = spliced(source, [change])
        mark = source.mark(where)
        start, end = line_start(source.text, mark.start), end_of_line(source.text, max(mark.start, mark.end - 1))
        assert made.startswith(source.text[:start]), where
        assert made.endswith(source.text[end:]), where
        there = read_yaml(path.name, made.encode()).source
        assert there is not None, where
        assert there.data == changed(source.data, [change]), where
        assert spliced(there, [Replace(where, old)]) == source.text, where
