"""What a table of criteria comes to in the indexes that are there."""

from __future__ import annotations

import pytest

from parplan.documents.reader import document_of
from parplan.finding import Stop
from parplan.options.points.criteria_import import NewSet, criteria_in, with_set
from parplan.reading.load import load
from running import POINTS

EXAMPLE = load(POINTS)
INDEX = EXAMPLE.workspace.indexes.indexes[0]
TABLE = "TT;Tiêu chí;Điểm tối đa;Cách chấm;Tài liệu kiểm chứng\n1;Thể chế;0,5;Đúng hạn: 0,5;Kế hoạch\n"


def after(text: str, id_: str = "2024") -> str:
    found = criteria_in(document_of(text.encode(), ".csv"), None)
    (edit,) = with_set(EXAMPLE, found, NewSet(INDEX, id_, "9/QĐ-THỬ", 2025)).edits
    assert edit.after is not None
    return edit.after.decode()


def test_a_new_set_stands_at_the_end_of_its_index_with_the_rule_as_a_note() -> None:
    text = after(TABLE)
    head = "        decision: 9/QĐ-THỬ\n        first: 2025\n        mark: read\n        criteria:\n"
    start = text.index(head)
    assert text.index("id: bo-moi") < start < text.index("  - id: NB")
    said = text[start : text.index("  - id: NB")]
    assert "scoring" not in said
    assert ("max: 0.5" in said, '"Đúng hạn: 0,5"' in said, "- Kế hoạch" in said) == (True, True, True)


@pytest.mark.parametrize(("id_", "reason"), [("bo-cu", "table-set-there"), ("Bộ 1", "table-id-unread")])
def test_a_set_that_is_there_and_an_id_that_is_none_are_refused(id_: str, reason: str) -> None:
    with pytest.raises(Stop) as stop:
        after(TABLE, id_)
    assert stop.value.reason == reason


def test_what_holds_no_criteria_is_refused() -> None:
    with pytest.raises(Stop) as stop:
        criteria_in(document_of(b"a;b\n1;2\n", ".csv"), None)
    assert stop.value.reason == "table-no-criteria"
