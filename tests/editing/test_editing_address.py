"""Tests of parplan.editing.address: what people call a place in a file, and the place itself."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.address import NoSuchAddress, find, name_of, named
from parplan.where import Step, Where
from running import sample

DATA: Any = {
    "plan": {"year": "2022"},
    "tasks": [{"id": "III.2", "title": "a"}, {"id": "III.2.3", "title": "b"}],
    "updates": [
        {"task": "A", "status": "done"},
        {"task": "B", "period": "2022-09", "status": "done"},
        {"task": "B", "period": "2022-10", "status": "done"},
    ],
    "evidence": [{"type": "link"}, {"type": "link"}],
}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("plan.year", ("plan", "year")),
        ("tasks.III.2.3.title", ("tasks", 1, "title")),
        ("tasks.III.2.title", ("tasks", 0, "title")),
        ("tasks.iii.2.3", ("tasks", 1)),
        ("tasks.1.title", ("tasks", 1, "title")),
        ("updates.A.status", ("updates", 0, "status")),
        ("updates.B@2022-10.status", ("updates", 2, "status")),
        ("evidence.1.type", ("evidence", 1, "type")),
        ("", ()),
    ],
)
def test_a_place_goes_by_names_or_positions(text: str, path: tuple[Step, ...]) -> None:
    assert find("f", DATA, text) == Where("f", path)


@pytest.mark.parametrize(
    ("text", "way", "rest"),
    [
        ("tasks.III.9.title", "tasks", "III.9.title"),
        ("updates.B.status", "updates", "B.status"),  # which of the two?
        ("plan.no", "plan", "no"),
        ("plan.year.x", "plan.year", "x"),
    ],
)
def test_what_is_not_there_is_told_with_the_way_that_leads_on(text: str, way: str, rest: str) -> None:
    with pytest.raises(NoSuchAddress) as told:
        find("f", DATA, text)
    assert (told.value.way, told.value.text) == (way, rest)


def test_a_key_may_be_new_and_a_record_may_not() -> None:
    assert find("f", DATA, "tasks.III.2.note", may_be_new=True) == Where("f", ("tasks", 0, "note"))
    with pytest.raises(NoSuchAddress):
        find("f", DATA, "tasks.note", may_be_new=True)


def test_every_record_of_the_sample_is_found_again_by_its_name() -> None:
    for file, source in sample().sources.items():
        for path in records(source.data):
            assert find(file, source.data, ".".join(named(source.data, path))).path == path


def test_a_record_without_a_name_has_none() -> None:
    assert name_of({"type": "link"}) is None
    assert named(DATA, ("evidence", 1, "type")) == ("evidence", "1", "type")


def records(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    inner: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for step, value in inner for found in records(value, (*path, step)))]
