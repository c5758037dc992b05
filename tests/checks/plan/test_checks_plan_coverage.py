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


def left(w: Builder) -> list[object]:
    """The passages that nobody quotes, in the document's order."""
    return [f.values["passage"] for f in check_coverage(w.load().workspace) if f.code is Code.SOURCE_UNCOVERED]


def listed(*lines: str) -> str:
    """The document with these lines in the place of its own."""
    return "\n".join(
        ("Kế hoạch này có nhiều điều.", "", "TỔ CHỨC THỰC HIỆN", "", *lines, "", "Yêu cầu thực hiện.", "")
    )


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


@pytest.mark.parametrize(
    "line",
    [
        "3. Sở Tài chính rà soát.",
        "3. Sở Tài chính rà soát;",
        "3. Sở Tài chính rà soát,",
        "Sở Tài chính rà soát",
        "- Sở Tài chính rà soát",
    ],
)
def test_what_is_no_heading_needs_one(w: Builder, line: str) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", line))
    assert passages(w) == [line]


@pytest.mark.parametrize(("length", "is_heading"), [(120, True), (121, False)])
def test_a_numbered_paragraph_of_more_than_120_characters_is_no_heading(
    w: Builder, length: int, is_heading: bool
) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "2. Sở Nội vụ ".ljust(length, "x")))
    assert len(passages(w)) == (0 if is_heading else 1)


def test_what_a_task_quotes_half_is_no_heading(w: Builder) -> None:
    quoting(w, *QUOTES, "Sở Nội vụ rà soát;", text=TEXT.replace("2. Sở Nội vụ:", "2. Sở Nội vụ rà soát; báo cáo"))
    assert passages(w) == ["báo cáo"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        *(
            (f"Rà soát{mark}", "công khai", [f"Rà soát{mark}", "công khai"] if mark != ":" else ["công khai"])
            for mark in ".;:!?…"
        ),
        ("Rà soát", "công khai", ["Rà soát công khai"]),
        ("Rà soát của", "Sở Nội vụ", ["Rà soát của Sở Nội vụ"]),  # a name at the beginning of a line
        ("Rà soát", "4. Công khai.", ["Rà soát", "4. Công khai."]),
        ("Rà soát", "b) Công khai.", ["Rà soát", "b) Công khai."]),
        ("Rà soát", "- Công khai.", ["Rà soát", "- Công khai."]),
        ("4. Rà soát", "Công khai.", ["Công khai."]),  # a heading, and what stands below it
        ("4. Rà soát", "công khai.", ["4. Rà soát công khai."]),
    ],
)
def test_a_paragraph_ends_with_its_sentence_and_before_a_number_or_a_bullet(
    w: Builder, first: str, second: str, found: list[str]
) -> None:
    quoting(w, text=listed("Yêu sách", "", first, second)).tasks(tasks("Yêu sách"), HEAD.replace(BEGINS, BETWEEN))
    assert left(w) == found


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


@pytest.mark.parametrize(
    ("quotes", "found"),
    [
        (["Báo cáo."], ["- Rà soát một.", "- Báo cáo.", "- Rà soát hai.", "- Báo cáo."]),
        (["Rà soát một.", "Báo cáo."], ["- Báo cáo.", "- Rà soát hai.", "- Báo cáo."]),
        (["Rà soát một.", "Báo cáo.", "Báo cáo."], ["- Báo cáo.", "- Rà soát hai."]),
        (["Rà soát hai.", "Báo cáo."], ["- Báo cáo.", "- Rà soát một.", "- Báo cáo."]),
        (["Báo cáo.", "Rà soát hai.", "Báo cáo.", "Báo cáo."], ["- Rà soát một."]),
    ],
)
def test_of_words_that_stand_in_several_places_those_after_the_quote_before_are_taken(
    w: Builder, quotes: list[str], found: list[str]
) -> None:
    lines = ["- Báo cáo.", "- Rà soát một.", "- Báo cáo.", "- Rà soát hai.", "- Báo cáo."]
    quoting(w, *quotes, text=listed(*lines))
    assert left(w) == found


def test_words_that_are_nowhere_do_not_change_where_the_next_ones_are_looked_for(w: Builder) -> None:
    lines = ["- Báo cáo một.", "- Rà soát hai.", "- Báo cáo ba."]
    quoting(w, "Rà soát hai.", "Không ai viết câu này", "Báo cáo", text=listed(*lines))
    assert sorted(map(str, passages(w))) == ["- Báo cáo một.", "ba."]


def test_words_that_stand_only_before_the_last_quote_are_taken_from_the_first_place(w: Builder) -> None:
    quoting(w, "Rà soát hai.", "Báo cáo", text=listed("- Báo cáo một.", "- Báo cáo ba.", "- Rà soát hai."))
    assert left(w) == ["một.", "- Báo cáo ba."]


def test_words_after_the_last_quote_are_taken_before_those_in_front_of_it(w: Builder) -> None:
    quoting(
        w, "Rà soát hai.", "Báo cáo.", text=listed("- Báo cáo.", "- Rà soát một.", "- Rà soát hai.", "- Báo cáo.")
    )
    assert left(w) == ["- Báo cáo.", "- Rà soát một."]


def test_a_short_quote_finds_the_next_place_that_is_free(w: Builder) -> None:
    lines = ["- Báo cáo ngay.", "- Báo cáo", "- Báo cáo", "- Rà soát."]
    quoting(w, "Báo cáo", "Báo cáo ngay.", text=listed(*lines))
    assert left(w) == ["- Báo cáo", "- Rà soát."]
    lines = ["- Báo cáo ngay.", "- Báo cáo một.", "- Rà soát.", "- Báo cáo hai."]
    quoting(w, "Báo cáo", "Báo cáo ngay.", text=listed(*lines))
    assert left(w) == ["một.", "- Rà soát.", "- Báo cáo hai."]


def test_a_short_quote_that_has_no_place_of_its_own_takes_none_away(w: Builder) -> None:
    quoting(w, *QUOTES, "kiểm tra", source=BETWEEN.replace(", ends: Yêu cầu", ""))
    assert passages(w) == ["Yêu cầu các đơn vị thực hiện./."]


def test_the_first_words_of_a_document_may_be_quoted(w: Builder) -> None:
    source = BETWEEN.replace("TỔ CHỨC THỰC HIỆN, ends: Yêu cầu", "Sở")
    quoting(w, "Sở Nội vụ báo cáo.", text="Sở Nội vụ báo cáo. Rà soát ngay.\n", source=source)
    assert left(w) == ["Rà soát ngay."]
    quoting(w, "Sở Nội vụ", "Sở Nội vụ báo cáo.", text="Sở Nội vụ báo cáo.\n- Sở Nội vụ\n", source=source).silent()


def test_quotes_are_asked_for_between_the_first_places_that_hold_the_words(w: Builder) -> None:
    text = "TỔ CHỨC THỰC HIỆN\n\n- Một.\n\nTỔ CHỨC THỰC HIỆN\n\n- Hai.\n\nYêu cầu.\n\n- Ba.\n\nYêu cầu.\n"
    quoting(w, text=text).tasks(tasks("Hai."), HEAD.replace(BEGINS, BETWEEN))
    assert left(w) == ["- Một."]


def test_without_the_document_no_passage_is_asked_for(w: Builder) -> None:
    quoting(w, *QUOTES).remove(SOURCE).refused(Code.SOURCE_MISSING, PLAN, "sources/ke-hoach.txt")


def test_a_quote_that_is_not_to_the_letter_is_told_and_its_passage_is_not(w: Builder) -> None:
    for wrong in (
        "Ra soát thủ tục hành chính.",
        "Rà soát thủ tục hành chánh.",
        "Rà soát thủ tục hành chính khác.",
    ):
        quoting(w, wrong, *QUOTES[1:]).refused(Code.QUOTE_NOT_IN_SOURCE, PLAN, f"'{wrong}'")


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("Rà soát thủ tục ngay", ["- Hai.", "- Một."]),
        ("Sà soát thủ tục hành chính.", ["- Hai.", "- Một."]),
        (".Rà soát thủ tục hành chính.", ["- Hai.", "- Một."]),
        ("Rà soát thủ tục hành chính.;", ["- Hai.", "- Một."]),  # ends where the next paragraph begins
        ("Rà soát thêm", ["- Hai.", "- Một."]),  # ten characters are the document's
        ("Rà soát tất cả", ["- Hai.", "- Một.", "Rà soát thủ tục hành chính."]),  # nine are not enough to know it
    ],
)
def test_a_quote_that_is_not_to_the_letter_takes_its_own_paragraph_and_no_other(
    w: Builder, wrong: str, found: list[str]
) -> None:
    quoting(w, wrong, text=listed("- Một.", "", "Rà soát thủ tục hành chính.", "- Hai."))
    assert sorted(map(str, passages(w))) == found


def test_of_two_paragraphs_that_begin_like_a_wrong_quote_the_first_is_taken(w: Builder) -> None:
    quoting(w, "Rà soát thủ tục ngay", text=listed("- Rà soát thủ tục một.", "- Rà soát thủ tục hai."))
    assert passages(w) == ["- Rà soát thủ tục hai."]


@pytest.mark.parametrize(("quote", "found"), [("Đi họp sớm", []), ("Đi họp về", ["- Đi họp về"] * 3)])
def test_words_of_a_task_whose_quote_is_under_a_misspelt_key_are_quoted_if_they_are_long_enough(
    w: Builder, quote: str, found: list[str]
) -> None:
    text = listed("- Một.", f"- {quote}", f"- {quote}", f"- {quote}")
    quoting(w, "Một.", quote, text=text).change(PLAN, f"quote: '{quote}'", f"quotee: '{quote}'")
    assert passages(w) == found[:1]
    assert Code.KEY_UNKNOWN in {finding.code for finding in w.load().findings}


def test_a_task_with_an_error_still_quotes_its_passage(w: Builder) -> None:
    quoting(w, *QUOTES).change(PLAN, "id: T1, kind: general", "id: T1, kind: generall")
    w.refused(Code.VALUE_UNKNOWN, PLAN, "generall", meant="general")


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("begins: TỔ CHỨC", "begins: TỔ CHỨC VÀ", "TỔ CHỨC VÀ THỰC HIỆN"),
        ("ends: Yêu cầu", "ends: Yêu sách", "Yêu sách"),
        ("ends: Yêu cầu", "ends: Kế hoạch này", "Kế hoạch này"),  # stands before the beginning only
        ("TỔ CHỨC THỰC HIỆN, ends: Yêu cầu", "Kế hoạch, ends: Yêu sách", "Yêu sách"),  # begins with the document
    ],
)
def test_a_place_that_is_not_in_the_document_is_told(w: Builder, old: str, new: str, marked: str) -> None:
    quoting(w, *QUOTES[:1], source=BETWEEN.replace(old, new)).refused(Code.QUOTE_NOT_IN_SOURCE, PLAN, marked)


def test_of_a_place_that_is_not_in_the_document_the_words_that_are_there_are_told(w: Builder) -> None:
    quoting(w, QUOTES[0], source=BETWEEN.replace("TỔ CHỨC THỰC", "TỔ CHỨC VÀ THỰC"))
    (found,) = w.load().findings
    assert found.values == {"agrees": "TỔ CHỨC"}


def test_a_long_passage_is_clipped_at_a_word(w: Builder) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "Rất dài " * 20 + "."))
    assert passages(w) == ["Rất dài " * 9 + "Rất dài…"]


@pytest.mark.parametrize(("length", "shown"), [(80, 80), (81, 10)])
def test_a_passage_of_eighty_characters_is_shown_whole(w: Builder, length: int, shown: int) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "Thực hiện " + "x" * (length - 11) + "."))
    (passage,) = passages(w)
    assert (len(str(passage)), str(passage).endswith("…")) == (shown, shown != length)


def test_at_most_twenty_passages_are_told(w: Builder) -> None:
    quoting(w, *QUOTES, text=TEXT.replace("2. Sở Nội vụ:", "".join(f"- Việc thứ {n}.\n" for n in range(30))))
    assert len(passages(w)) == 20


def test_twenty_quotes_that_are_nowhere_leave_the_passages_to_be_told(w: Builder) -> None:
    quoting(w, *(f"Không có câu thứ {n} ở đây" for n in range(20)))
    assert len(passages(w)) == 2


def test_a_plan_for_another_document_is_not_asked_for_each_passage(w: Builder) -> None:
    quoting(w, *(f"Không có câu thứ {n} ở đây" for n in range(21)))
    assert set(w.codes()) == {"quote-not-in-source"}


@pytest.mark.parametrize(("count", "told"), [(MOST_FINDINGS, True), (MOST_FINDINGS + 1, False)])
def test_a_plan_that_is_wrong_all_over_is_not_asked_for_each_passage(w: Builder, count: int, told: bool) -> None:
    wrong = "".join(
        f"- {{id: W{n}, kind: x, lead: [tat-ca], title: Nhiệm vụ thứ {n} của kế hoạch, "
        f"source: {{section: III, quote: q}}}}\n"
        for n in range(count)
    )
    w.write(SOURCE, TEXT).tasks(tasks(QUOTES[0]) + wrong, HEAD.replace(BEGINS, BETWEEN))
    assert bool(passages(w)) == told


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


ROWS = """\
Việc đã nêu: Rà soát

TT | Nhiệm vụ | Chủ trì

1 | Rà soát | Sở Nội vụ

2 | Công khai. Báo cáo. | Sở Y tế
"""
BEHIND_HEADS = "source: {file: sources/ke-hoach.txt, begins: TT | Nhiệm vụ | Chủ trì}"


@pytest.mark.parametrize(
    ("quotes", "left"),
    [
        (("Rà soát", "Công khai. Báo cáo."), []),
        (("Rà soát", "Công khai.", "Báo cáo."), []),
        (("Rà soát", "Công khai."), ["Báo cáo."]),
        (("Công khai. Báo cáo.",), ["1 | Rà soát | Sở Nội vụ"]),
    ],
)
def test_a_quoted_cell_stands_for_its_row_but_a_part_of_it_not_for_the_cell(
    w: Builder, quotes: tuple[str, ...], left: list[str]
) -> None:
    w.write(SOURCE, ROWS).tasks(tasks(*quotes), HEAD.replace(BEGINS, BEHIND_HEADS))
    assert [found.values["passage"] for found in check_coverage(w.load().workspace)] == left
