"""Each kind of what a director strikes out is found where it stands: one that finds nothing would hold nothing."""

from __future__ import annotations

import pytest

from prose import KINDS, Paper, Rows, of_markdown, of_messages, struck_out

UNITS = tuple(f"Sở {letter}" for letter in "ABCDEGHIKLMNOP")
ROWS: Rows = [["TT", "Kết quả"], ["1", "Đã xong"]]

SPECIMENS: dict[str, tuple[str | Rows, ...]] = {
    "zero is a word": ("Có 00 lượt quá hạn.",),
    "no part as large as the whole": ("Còn 01 lượt nhiệm vụ quá hạn, trong đó 01 lượt chưa có báo cáo.",),
    "nothing is denied of one alone": ("Trong 01 nhiệm vụ thường xuyên, chưa có nhiệm vụ nào được báo cáo.",),
    "one bracket, not two": ("Công khai tiến độ (tháng 9/2022) (UBND huyện A).",),
    "no table of figures in a bracket": (f"Có 06 chỉ tiêu (đạt: {'tỷ lệ hồ sơ giải quyết đúng hẹn 95%; ' * 6}).",),
    "no address in running text": ("Đã đăng tại https://example.org.",),
    "no full stop twice": ("Đã hoàn thành..",),
    "no hole in a sentence": ("Báo cáo của , gửi sau.",),
    "none of two is the main one": ("Kỳ tới có 02 nhiệm vụ đến hạn, trọng tâm là công khai tiến độ.",),
    "what was denied is not counted next": ("Tính đến nay, chưa có lượt nào đến hạn. Ngoài ra, 38 lượt đã xong.",),
    "months 1 and 2 have a zero, and days below ten": ("Báo cáo tháng 1 năm 2023.",),
    "no requirement of a peer": ("Sở Nội vụ yêu cầu các đơn vị gửi báo cáo.",),
    "one day in a clause": ("Tính đến ngày 14/9/2022, đến hết ngày 17/9/2022 còn 07 lượt.".lower(),),
    "nobody's name stands in a letter that lists them in an appendix": ("Các đơn vị có tên trong Công văn này.",),
    "no name of the program's own": ("Nhiệm vụ III.1.5d của so-y-te.",),
    "no word of another language": ("Có 02 lượt overdue.",),
    "a paper has its kind before its number": ("Gia hạn theo 5678/UBND-NC ngày 29/9/2022.",),
    "neighbouring paragraphs do not name the same units": ("Sở A, Sở B, Sở C chưa gửi.", "Sở C, Sở A, Sở B trễ."),
    "no sentence names more units than one reads": (", ".join(UNITS),),
    "nothing is said twice": ("Các cơ quan, đơn vị, địa phương gửi báo cáo đúng hạn.",) * 2,
    "a rest is left of something": ("Có 03 lượt.", "02 lượt còn lại chưa đến hạn."),
    "a colon has something behind it": ("Mở đầu.", "Các văn bản được ban hành gồm:", "II. KẾT QUẢ"),
    "one thing alone is no list": ("Các văn bản được ban hành gồm:", "- Công văn số 1/SNV.", "Hết."),
    "every column of a table says something": ([["TT", "Kỳ trước"], ["1", "…"]], "(…): chưa có số liệu."),
    "the cells of a column begin alike": ([["TT", "Đơn vị"], ["1", "các sở"], ["2", "Các huyện"]],),
    "no table is of zeros": ([["Nhóm", "Đến hạn"], ["Giao chung", "0"], ["Giao riêng", "0"]],),
    "what is explained stands there": (ROWS, "(…): chưa có số liệu."),
    "what stands there is explained": ([["TT", "Kỳ trước"], ["1", "…"], ["2", "5"]], "Hết."),
    "a rate is worded in one way": ("Tỷ lệ hoàn thành = a/b.", "Tỷ lệ hoàn thành = b/c."),
    "a paper in a cell has its kind": ([["TT", "Ghi chú"], ["1", "Dừng (5790/UBND-KSTT)"]],),
}


@pytest.mark.parametrize("reason", KINDS)
def test_what_is_struck_out_is_found(reason: str) -> None:
    assert reason in struck_out(Paper(SPECIMENS[reason], frozenset(UNITS)))


def test_a_paper_as_it_should_be_is_left_alone() -> None:
    said = "Tính đến ngày 14/10/2022, còn 07 lượt nhiệm vụ quá hạn, trong đó 03 lượt chưa có báo cáo kết quả."
    several = ("Sở Nội vụ đề nghị các đơn vị:", "1. Hoàn thành nhiệm vụ.", "2. Gửi số, ký hiệu văn bản.")
    assert struck_out(Paper((said, *several, ROWS, "Hết."), frozenset(UNITS))) == {}


def test_what_is_still_to_be_written_may_be_open() -> None:
    table: Rows = [["TT", "Kết quả"], ["1", "…"]]
    head = "**DỰ THẢO**\n\nThực hiện Kế hoạch, Sở A báo cáo như sau:\n\n| TT | Kết quả |\n| --- | --- |\n"
    made = of_markdown(f"{head}| 1 | … |\n\n(…): chưa có số liệu.\n\n***Nơi nhận:***")
    assert made.tables == [table]
    assert struck_out(made) == {}


def test_messages_are_read_one_by_one() -> None:
    assert [len(message.paragraphs) for message in of_messages("Một\nHai\n\nBa\n")] == [2, 1]
