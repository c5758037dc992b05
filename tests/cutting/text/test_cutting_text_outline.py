"""Tests of parplan.cutting.text.outline: from the first section that gives work to the words that close it."""

from __future__ import annotations

from parplan.cutting.text.outline import outline
from parplan.spelling import one_line
from workspaces import REPOSITORY

PLAN = [
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "- Nâng cao trách nhiệm.",
    "II. NỘI DUNG",
    "(Chi tiết tại Phụ lục đính kèm)",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Sở Nội vụ",
    "- Chủ trì tổng hợp. Báo cáo hằng tháng.",
    "2. Sở Y tế",
    "Công khai thủ tục.",
    "3. Các đơn vị báo cáo kết quả",
    "Trong quá trình thực hiện, các đơn vị kịp thời phản ánh.",
    "Phản ánh về Sở Nội vụ. Yêu cầu các đơn vị thực hiện./.",
    "Nơi nhận:",
    "- Như trên;",
]


def test_work_is_given_from_a_section_that_says_more_than_where_to_look() -> None:
    found = outline(PLAN)
    assert found.begins == "III. TỔ CHỨC THỰC HIỆN"
    assert found.ends == "Yêu cầu các đơn vị thực hiện./."
    assert [passage.text for passage in found.passages] == [
        "- Chủ trì tổng hợp. Báo cáo hằng tháng.",
        "Công khai thủ tục.",
        "Trong quá trình thực hiện, các đơn vị kịp thời phản ánh.",
        "Phản ánh về Sở Nội vụ.",
    ]


def test_each_passage_stands_under_its_headings() -> None:
    found = outline(PLAN)
    assert [heading.number for heading in found.passages[0].path] == ["III", "1"]
    assert found.passages[1].path[-1].text == "Sở Y tế"


def test_words_after_a_list_are_no_part_of_it() -> None:
    lines = ["I. NHIỆM VỤ", "1. Báo Quảng Nam", "- Đưa tin.", "Các đơn vị kịp thời phản ánh.", "Thực hiện./."]
    after = outline(lines).passages[-1]
    assert (after.text, [heading.number for heading in after.path]) == ("Các đơn vị kịp thời phản ánh.", ["I"])


def test_a_short_numbered_line_with_nothing_below_it_is_work() -> None:
    lines = [
        "I. NHIỆM VỤ",
        "1. Rà soát thủ tục hành chính",
        "2. Công khai kết quả",
        "3. Báo cáo",
        "Hằng tháng.",
        "Hết./.",
    ]
    assert [passage.text for passage in outline(lines).passages] == [
        *("1. Rà soát thủ tục hành chính", "2. Công khai kết quả", "Hằng tháng.")
    ]


def test_a_text_without_sections_is_all_work() -> None:
    found = outline(["- Rà soát thủ tục.", "- Công khai kết quả."])
    assert (found.begins, len(found.passages)) == ("", 2)
    assert outline([]).passages == ()


def test_nothing_of_our_own_plan_is_left_out() -> None:
    text = (REPOSITORY / "data/sources/ke-hoach-2022.txt").read_text("utf-8")
    found = outline([one_line(line) for line in text.splitlines() if line.strip()])
    assert (found.begins, found.ends[:40]) == (
        "III. TỔ CHỨC THỰC HIỆN",
        "Yêu cầu các cơ quan, đơn vị, địa phương ",
    )
    assert len(found.passages) == 25
