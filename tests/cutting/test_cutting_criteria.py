"""Tests of parplan.cutting.criteria: a criterion is known by its name or its id, and no other is taken for it."""

from __future__ import annotations

import pytest

from parplan.cutting.criteria import Criteria
from workspaces import Builder


@pytest.mark.parametrize(
    ("cell", "found", "left"),
    [
        ("Công khai thủ tục", ["PAR/1149/cong-khai"], False),
        ("- cong khai thu tuc;\n- Việc khác", ["PAR/1149/cong-khai"], True),
        ("PAR/1149/cong-khai", ["PAR/1149/cong-khai"], False),
        ("Công bố", [], True),
        ("Tiêu chí 1.2", [], True),
    ],
)
def test_a_cell_names_criteria_or_is_left(w: Builder, cell: str, found: list[str], left: bool) -> None:
    known = "          - {id: cong-bo, name: Công bố, mark: read}\n"
    more = known.replace("cong-bo", "cong-khai").replace("Công bố", "Công khai thủ tục")
    first, second = w.text("data/indexes.yaml").split(known, 1)
    w.write("data/indexes.yaml", first + known + more + second)
    assert Criteria(w.workspace().indexes).read(cell) == (found, left)
