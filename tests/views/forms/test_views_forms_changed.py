"""Tests of parplan.views.forms.changed: a row for each field that becomes another, and for no other."""

from __future__ import annotations

from filling import TASKS
from parplan.reading.tree import Tree
from parplan.views.forms.changed import Written, changed_table
from parplan.views.phrases.known import Known
from parplan.words import words
from workspaces import REPORT, Builder

BEFORE: dict[str, Tree] = {
    "plan": "2022",
    "updates": [
        {"task": "A", "status": "in-progress", "result": "Một nửa", "values": {"lan": {"value": "1"}}},
        {"task": "B", "period": "2022-09", "status": "in-progress"},
    ],
}
A: Tree = {
    "task": "A",
    "status": "done",
    "date": "2022-09-12",
    "values": {"ty-le": {"done": "47", "of": "50"}, "lan": {"value": "1"}},
    "result": "Một nửa",
    "evidence": [{"type": "document", "number": "1/BC-STP", "date": "2022-09-12"}],
}
B: Tree = {"task": "B", "period": "2022-09", "status": "done", "date": "2022-09-10"}


def rows(w: Builder, before: Tree | None, after: Tree, language: str = "vi") -> list[tuple[str | None, ...]]:
    w.tasks(TASKS)
    known = Known(words(language), w.workspace())
    return [row.cells for row in changed_table([Written(REPORT, "so-tu-phap", before, after)], known).rows]


def test_each_field_that_changes_says_what_it_was_and_will_be(w: Builder) -> None:
    assert rows(w, BEFORE, {**BEFORE, "updates": [A, B]}) == [
        ("Sở Tư pháp", "", "", ""),
        ("A", "Tình trạng", "Đang thực hiện", "Đã hoàn thành"),
        ("", "Ngày", "", "12/9/2022"),
        ("", "Tỷ lệ", "", "47/50"),
        ("", "Tài liệu kiểm chứng", "", "1/BC-STP ngày 12/9/2022"),
        ("B\ntháng\u00a09/2022", "Tình trạng", "Đang thực hiện", "Đã hoàn thành"),
        ("", "Ngày", "", "10/9/2022"),
    ]


def test_a_file_that_is_new_says_all_its_own_head_too(w: Builder) -> None:
    after: Tree = {"plan": "2022", "received": "2022-09-15", "updates": [{"task": "C", "status": "none"}]}
    assert rows(w, None, after, "en") == [
        ("Sở Tư pháp", "", "", ""),
        ("Report", "Day received", "", "15 September 2022"),
        ("C", "Status", "", "Nothing arose"),
    ]


def test_long_texts_are_shown_from_where_they_part(w: Builder) -> None:
    long = "Đã ban hành văn bản triển khai đến các phòng, đơn vị trực thuộc và đôn đốc thực hiện từng nội dung"
    before: Tree = {"updates": [{"task": "C", "status": "done", "result": f"{long} một"}]}
    after: Tree = {"updates": [{"task": "C", "status": "done", "result": f"{long} hai"}]}
    (_, (_, _, was, now)) = rows(w, before, after)
    assert was is not None
    assert now is not None
    assert was.startswith("… ")
    assert (was[-3:], now[-3:]) == ("một", "hai")


def test_nothing_that_stays_is_shown(w: Builder) -> None:
    assert rows(w, BEFORE, BEFORE) == [("Sở Tư pháp", "", "", "")]
