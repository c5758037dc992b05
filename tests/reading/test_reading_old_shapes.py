"""Tests of parplan.reading.old_shapes: what is old is known by where it stands, and is no longer taken."""

from __future__ import annotations

import pytest
from packaging.version import Version

from parplan import __version__
from parplan.finding import Code
from parplan.model.agency import Agency
from parplan.model.plan import Task
from parplan.reading.old_shapes import OLD_SHAPES, OldShape, old_field, old_word
from parplan.reading.stand_in import field_of
from workspaces import PLAN, Builder


@pytest.mark.parametrize("shape", OLD_SHAPES, ids=lambda shape: shape.old)
def test_the_schema_takes_the_new_and_not_the_old(shape: OldShape) -> None:
    named = shape.field or shape.new
    assert field_of(shape.model, named)
    assert not (shape.field is None and field_of(shape.model, shape.old))
    assert Version(shape.last) < Version(__version__)


def test_a_name_is_old_only_in_its_own_record() -> None:
    assert old_field(Task, "partners")
    assert old_field(Agency, "partners") is None
    assert old_field(None, "partners") is None
    assert old_word(Task, "kind", "one-off")
    assert old_word(Task, "title", "one-off") is None


def test_what_is_old_is_told_where_it_stands_and_nothing_is_told_to_be_missing(w: Builder) -> None:
    w.change(PLAN, "kind: general, lead", "kind: general, partners: [so-noi-vu], lead")
    w.refused(Code.SHAPE_OLD, PLAN, "kind: general, «partners»")


def test_a_near_word_is_asked_about_as_before(w: Builder) -> None:
    w.change(PLAN, "{id: A, kind: once", "{id: A, kind: one-of")
    assert w.codes() == ["value-unknown"]
