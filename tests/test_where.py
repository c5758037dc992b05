"""Tests of parplan.where."""

from __future__ import annotations

from parplan.where import NOWHERE, Where


def test_an_address_goes_deeper_without_changing() -> None:
    top = Where("data/plan-2022.yaml")
    deep = top.at("tasks", 0).at("lead")
    assert (top.path, deep.path) == ((), ("tasks", 0, "lead"))
    assert not deep.on_key


def test_an_address_may_point_at_a_key() -> None:
    assert Where("f").key("a", "b") == Where("f", ("a", "b"), on_key=True)
    assert Where("f").key("a").at("b") == Where("f", ("a", "b"))


def test_an_address_is_written_file_and_path() -> None:
    assert str(Where("f.yaml", ("tasks", 0, "id"))) == "f.yaml:tasks.0.id"
    assert str(Where("f.yaml")) == "f.yaml"
    assert str(NOWHERE) == ""
