"""Tests of parplan.cutting.drafts: a doubt is placed at the cell that it is about."""

from __future__ import annotations

from parplan.cutting.drafts import Doubt, Draft
from parplan.documents.document import Place


def test_a_doubt_stands_at_the_cell_of_its_field_else_at_the_row() -> None:
    places = {"": Place(5), "deadline": Place(5, 4), "partners": Place(5, 3)}
    draft = Draft("I.1", "Việc", "I", "Việc", places=places)
    assert draft.place(Doubt("x", ("kind",))) == Place(5, 4)
    assert draft.place(Doubt("x", ("with",))) == Place(5, 3)
    assert draft.place(Doubt("x", ("lead",))) == Place(5)
    assert Draft("1", "Việc", "I", "Việc").place(Doubt("x", ("lead",))) is None
