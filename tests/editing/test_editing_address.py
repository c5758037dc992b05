"""Tests of parplan.editing.address: what people call a place in a file, and the place itself."""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.address import NoSuchAddress, find, name_of, named
from parplan.reading.tree import Tree
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
    "criteria": [{"id": "1.2.3"}, {"id": "1.2"}],
    "results": [{"index": "PAR", "year": "2022", "place": "x"}, {"index": "SIPAS", "year": "2022"}],
    "decisions": [{"id": "d"}, {"id": "d"}],
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
        ("criteria.1.2.3.id", ("criteria", 0, "id")),
        ("results.PAR@2022@x.year", ("results", 0, "year")),
        ("results.PAR.year", ("results", 0, "year")),  # there is no other of that index
        ("decisions.1", ("decisions", 1)),
        ("", ()),
    ],
)
def test_a_place_goes_by_names_or_positions(text: str, path: tuple[Step, ...]) -> None:
    assert find("f", DATA, text) == Where("f", path)


@pytest.mark.parametrize(
    ("text", "way", "rest", "known"),
    [
        ("tasks.III.9.title", "tasks", "III.9.title", ("III.2", "III.2.3")),
        ("updates.B.status", "updates", "B.status", ("A", "B@2022-09", "B@2022-10")),  # which of the two?
        ("decisions.d", "decisions", "d", ("0", "1")),
        ("plan.no", "plan", "no", ("year",)),
        ("plan.year.x", "plan.year", "x", ()),
        ("plan.year.0", "plan.year", "0", ()),
    ],
)
def test_what_is_not_there_is_told_with_the_way_that_leads_on_and_what_is(
    text: str, way: str, rest: str, known: tuple[str, ...]
) -> None:
    with pytest.raises(NoSuchAddress) as told:
        find("f", DATA, text)
    assert (told.value.way, told.value.text, told.value.known) == (way, rest, known)
    assert str(told.value) == rest


def test_a_key_may_be_new_and_a_record_may_not() -> None:
    assert find("f", DATA, "tasks.III.2.note", may_be_new=True) == Where("f", ("tasks", 0, "note"))
    with pytest.raises(NoSuchAddress):
        find("f", DATA, "tasks.note", may_be_new=True)
    with pytest.raises(NoSuchAddress):
        find("f", DATA, "tasks.III.2.note.more", may_be_new=True)


def test_every_record_of_the_sample_is_found_again_by_its_name() -> None:
    for file, source in sample().sources.items():
        for path in records(source.data):
            assert find(file, source.data, ".".join(named(source.data, path))).path == path


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ({"index": "PAR", "year": "2022", "place": "quang-nam", "score": "1"}, "PAR@2022@quang-nam"),
        ({"criterion": "PAR/1149/x", "kind": "direct", "note": "y"}, "PAR/1149/x@direct"),
        ({"title": "x", "ref": "PAR/1149"}, "PAR/1149"),
        ({"to": "x", "number": "5/CV"}, "5/CV"),
        ({"closes": "25", "month": "2022-09"}, "2022-09"),
        ({"note": "x", "date": "2022-09-02"}, "2022-09-02"),
    ],
)
def test_a_record_goes_by_what_tells_it_from_its_kind(record: dict[str, Tree], name: str) -> None:
    assert name_of(record) == name


@pytest.mark.parametrize(
    "path", [("plan", 0), ("plan", "year", "x", "y"), ("tasks", "x"), ("tasks", 2), ("no", 0, "x")]
)
def test_a_path_that_leads_nowhere_stays_as_it_is(path: tuple[Step, ...]) -> None:
    assert named(DATA, path) == tuple(map(str, path))


def test_a_record_without_a_name_has_none() -> None:
    assert name_of({"type": "link"}) is None
    assert named(DATA, ("evidence", 1, "type")) == ("evidence", "1", "type")


def records(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    inner: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for step, value in inner for found in records(value, (*path, step)))]
