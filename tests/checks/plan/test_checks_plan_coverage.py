"""Tests of parplan.checks.plan.coverage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parplan.checks.plan.coverage import check_coverage
from parplan.finding import MOST_FINDINGS, Code
from parplan.reading.load import Loaded
from workspaces import HEAD, PLAN, Builder

SOURCE = "data/sources/ke-hoach.txt"
BEGINS = "source: {file: sources/ke-hoach.txt}"
BETWEEN = "source: {file: sources/ke-hoach.txt, begins: TỔ CHỨC THỰC HIỆN, ends: Yêu cầu}"

TEXT = """\
Kế hoạch này căn cứ vào nhiều điều.

III. TỔ CHỨC THỰC HIỆN

1. Các Sở, Ban, ngành

- Rà soát thủ tục hành chính. Công khai kết
quả giải quyết hằng tháng.

2. Sở Nội vụ:

a) Báo cáo hằng quý; kiểm tra công vụ.

Yêu cầu các đơn vị thực hiện./.
"""

QUOTES = (
    "Rà soát thủ tục hành chính.",
    "Công khai kết quả giải quyết hằng tháng.",
    "Báo cáo hằng quý;",
    "kiểm tra công vụ.",
)


def tasks(*quotes: str) -> str:
    every = enumerate(quotes)
    return "".join(
        f"- {{id: T{n}, kind: general, lead: [tat-ca], title: Việc, source: {{section: III, quote: '{quote}'}}}}\n"
        for n, quote in every
    )


def quoting(w: Builder, *quotes: str, text: str = TEXT, source: str = BETWEEN) -> Builder:
    return w.write(SOURCE, text).tasks(tasks(*quotes), HEAD.replace(BEGINS, source))


def passages(w: Builder) -> list[object]:
    return [f.values["passage"] for f in w.load().findings if f.code is Code.SOURCE_UNCOVERED]


def test_where_every_passage_is_quoted_nothing_is_found(w: Builder) -> None:
    quoting(w, *QUOTES).silent()


def test_a_passage_that_no_task_quotes_is_told_at_the_place_where_quotes_begin(w: Builder) -> None:
    quoting(w, *QUOTES[:3]).refused(Code.SOURCE_UNCOVERED, PLAN, "TỔ CHỨC THỰC HIỆN")
    assert passages(w) == ["kiểm tra công vụ."]


def test_a_passage_runs_on_over_a_line(w: Builder) -> None:
    quoting(w, QUOTES[0], *QUOTES[2:])
    assert passages(w) == ["Công khai kết quả giải quyết hằng tháng."]


def test_each_paragraph_is_a_passage_of_its_own(w: Builder) -> None:
    quoting(w, QUOTES[0])
    assert sorted(map(str, passages(w))) == [
        "Công khai kết quả giải quyết hằng tháng.",
        "a) Báo cáo hằng quý; kiểm tra công vụ.",
    ]


def test_without_a_beginning_nothing_is_asked(w: Builder) -> None:
    quoting(w, QUOTES[0], source=BEGINS).silent()


def test_without_an_end_the_whole_rest_is_asked_for(w: Builder) -> None:
    quoting(w, *QUOTES, source=BETWEEN.replace(", ends: Yêu cầu", ""))
    assert passages(w) == ["Yêu cầu các đơn vị thực hiện./."]


@pytest.mark.parametrize(
    "line",
    [
        "3. Sở Tài chính",
        "IV. SỞ TÀI CHÍNH",
        "SỞ TÀI CHÍNH",
        "Các đơn vị sau đây có trách nhiệm:",
        "- ",
        "4.",
        "2.1. Sở Tài chính",
        "***",
    ],
)
def test_headings_and_bullets_need_no_quote(w: Builder, line: str) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", line)).silent()


@pytest.mark.parametrize("line", ["3. Sở Tài chính rà soát.", "Sở Tài chính rà soát", "- Sở Tài chính rà soát"])
def test_what_is_no_heading_needs_one(w: Builder, line: str) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", line))
    assert passages(w) == [line]


def test_a_heading_over_two_lines_is_one(w: Builder) -> None:
    heading = "2. Sở Nội vụ, Ủy ban nhân dân các huyện, thị\nxã, thành phố"
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", heading)).silent()


def test_a_heading_needs_no_empty_line_below_it(w: Builder) -> None:
    quoting(
        w, *QUOTES, text=TEXT.replace("\n\n", "\n").replace("2. Sở Nội vụ:", "2. Sở Nội vụ").replace("a) ", "")
    ).silent()


def test_a_short_quote_does_not_take_the_place_of_the_long_one_it_stands_in(w: Builder) -> None:
    text = TEXT.replace("kiểm tra công vụ.", "kiểm tra công vụ; báo cáo; kiểm tra.")
    quoting(w, "kiểm tra", "kiểm tra công vụ; báo cáo;", *QUOTES[:3], text=text).silent()


def test_a_quote_that_is_not_to_the_letter_is_told_and_its_passage_is_not(w: Builder) -> None:
    for wrong in (
        "Ra soát thủ tục hành chính.",
        "Rà soát thủ tục hành chánh.",
        "Rà soát thủ tục hành chính khác.",
    ):
        quoting(w, wrong, *QUOTES[1:]).refused(Code.QUOTE_NOT_IN_SOURCE, PLAN, f"'{wrong}'")


def test_a_task_with_an_error_still_quotes_its_passage(w: Builder) -> None:
    quoting(w, *QUOTES).change(PLAN, "id: T1, kind: general", "id: T1, kind: generall")
    w.refused(Code.VALUE_UNKNOWN, PLAN, "generall", meant="general")


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("begins: TỔ CHỨC", "begins: TỔ CHỨC VÀ", "TỔ CHỨC VÀ THỰC HIỆN"),
        ("ends: Yêu cầu", "ends: Yêu sách", "Yêu sách"),
        ("ends: Yêu cầu", "ends: Kế hoạch này", "Kế hoạch này"),  # stands before the beginning only
    ],
)
def test_a_place_that_is_not_in_the_document_is_told(w: Builder, old: str, new: str, marked: str) -> None:
    quoting(w, *QUOTES[:1], source=BETWEEN.replace(old, new)).refused(Code.QUOTE_NOT_IN_SOURCE, PLAN, marked)


def test_a_long_passage_is_clipped_at_a_word(w: Builder) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "Rất dài " * 20 + "."))
    assert passages(w) == ["Rất dài " * 9 + "Rất dài…"]


def test_at_most_twenty_passages_are_told(w: Builder) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "".join(f"- Việc thứ {n}.\n" for n in range(30))))
    assert len(passages(w)) == 20


def test_a_plan_for_another_document_is_not_asked_for_each_passage(w: Builder) -> None:
    quoting(w, *(f"Không có câu thứ {n} ở đây" for n in range(21)))
    assert set(w.codes()) == {"quote-not-in-source"}


def test_a_plan_that_is_wrong_all_over_is_not_asked_for_each_passage(w: Builder) -> None:
    count = MOST_FINDINGS + 1
    wrong = "".join(
        f"- {{id: W{n}, kind: x, lead: [tat-ca], title: Nhiệm vụ thứ {n} của kế hoạch, "
        f"source: {{section: III, quote: q}}}}\n"
        for n in range(count)
    )
    w.write(SOURCE, TEXT).tasks(tasks(QUOTES[0]) + wrong, HEAD.replace(BEGINS, BETWEEN))
    assert passages(w) == []


def test_each_quote_taken_out_of_the_shipped_plan_leaves_its_passage(shipped: Loaded) -> None:
    plan = shipped.workspace.plans[2022]
    assert list(check_coverage(shipped.workspace)) == []
    for position in range(len(plan.tasks) - 1):
        tasks_left = plan.tasks[:position] + plan.tasks[position + 1 :]
        without = plan.model_copy(update={"tasks": tasks_left})
        found = list(check_coverage(replace(shipped.workspace, plans={2022: without})))
        quoted = plan.tasks[position].source.quote
        assert found, quoted
        assert all(str(one.values["passage"]).rstrip("…").lstrip("- ") in quoted for one in found)
