"""Tests of parplan.views.plan.told: places as an office sees them, and every decision at its line."""

from __future__ import annotations

import pytest

from parplan.cutting.drafts import Doubt, Draft, Head, NewUnit, Proposal
from parplan.documents.document import Place, Table
from parplan.views.plan.told import Decision, decision_lines, place_words, summary
from parplan.words import words

VI = words("vi")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(14, 3, table=2), "bảng 2, dòng 14, cột 3"),
        (Place(14, table=2), "bảng 2, dòng 14"),
        (Place(7, 5, table=1, tab="Biểu"), "trang “Biểu”, ô E7"),
        (Place(7, table=1, tab="Biểu"), "trang “Biểu”, dòng 7"),
        (Place(7, 5), "dòng 7, cột 5"),
    ],
)
def test_a_place_is_told_as_whoever_opens_the_document_sees_it(place: Place, said: str) -> None:
    assert place_words(place, VI) == said


def test_decisions_that_say_the_same_stand_together_and_none_is_left_out() -> None:
    same = [Decision("a.yaml", line, Doubt("kind-proposed")) for line in (3, 9)]
    one = Decision("a.yaml", 5, Doubt("unit-near", (), {"text": "Sở Y", "near": "Sở Y tế"}), Place(4, 5, table=2))
    assert list(decision_lines([*same, one], VI)) == [
        "Cần người quyết định: 03 chỗ. Trong tệp kế hoạch, ngay trên mỗi chỗ có một dòng #.",
        "a.yaml:3, 9: Loại nhiệm vụ (kind) là đề xuất. Xem lại.",
        "a.yaml:5: Không có đơn vị “Sở Y”. Có phải Sở Y tế? (bảng 2, dòng 4, cột 5)",
    ]
    assert list(decision_lines([], VI)) == []


def test_what_was_found_and_what_was_not_taken_is_told() -> None:
    drafts = (Draft("1", "a", "I", "a"), Draft("2", "b", "I", "b", kind="periodic"))
    proposal = Proposal(
        *(Head(), "", "", "", drafts, (NewUnit("cong-an", "Công an tỉnh", False),)),
        left=(Table([["a"]], number=3), Table([["a"]], "Trang 2", 2)),
        rows_left=(Place(9, table=1),),
    )
    assert list(summary(proposal, "data/plan-2023.yaml", "2023", VI)) == [
        "Kế hoạch năm 2023: 02 nhiệm vụ (01 một lần, 01 định kỳ), ghi vào data/plan-2023.yaml.",
        "Đề xuất thêm 01 đơn vị, nhóm vào data/agencies.yaml: Công an tỉnh.",
        "Bảng 3 (1 dòng) cũng có nội dung nhiệm vụ nhưng khác đầu cột nên không lấy. Nếu cần: --table 3.",
        "Trang “Trang 2” (1 dòng) cũng có nội dung nhiệm vụ nhưng khác đầu cột nên không lấy. Nếu cần: --table 2.",
        "Không có nội dung nhiệm vụ nên không lấy: bảng 1, dòng 9.",
    ]
