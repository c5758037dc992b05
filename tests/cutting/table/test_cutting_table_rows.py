"""Tests of parplan.cutting.table.rows: every row is a task or a heading, each once, under its headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.cutting.table.heads import Headed, headed_by
from parplan.cutting.table.rows import Heading, Path, Row, bare_number, entries, form_of, numbered
from parplan.documents.document import Place, Spot, Table
from parplan.documents.values import Value
from tries import tries

HEADS: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


def headed(*rows: list[Value], covered: dict[Spot, Spot] | None = None) -> Headed:
    found = headed_by(Table([HEADS, *rows], number=2, covered=covered or {}))
    assert found is not None
    return found


def read(*rows: list[Value], covered: dict[Spot, Spot] | None = None) -> list[str]:
    """Headings as they are; tasks with the numbers of the headings above them."""
    found = []
    for entry in entries(headed(*rows, covered=covered), Path()):
        if isinstance(entry, Row):
            found.append(f"{'/'.join(one.number for one in entry.path)} {entry.number}: {entry.cells['content']}")
        else:
            found.append(str(entry))
    return found


def across(row: int) -> dict[Spot, Spot]:
    return {(row, column): (row, 0) for column in range(1, 4)}


def test_rows_stand_under_their_headings() -> None:
    rows: list[list[Value]] = [
        ["A. Chung", "", "", ""],
        ["I. Thể chế", "", "", ""],
        ["1", "Rà soát", "Sở Y tế", "Quý I"],
        ["II. Thủ tục", "", "", ""],
        ["1", "Công khai", "Sở Y tế", "Quý I"],
        ["B. Riêng", "", "", ""],
        ["1", "Kiểm tra", "Sở Y tế", "Quý I"],
    ]
    covered = across(1) | across(2) | across(4) | across(6)
    assert read(*rows, covered=covered) == [
        *(
            "A. Chung",
            "I. Thể chế",
            "A/I 1: Rà soát",
            "II. Thủ tục",
            "A/II 1: Công khai",
            "B. Riêng",
            "B 1: Kiểm tra",
        )
    ]


def test_a_heading_may_have_its_number_in_a_cell_of_its_own_with_its_dot() -> None:
    rows: list[list[Value]] = [["I.", "THỂ CHẾ", "", ""], ["1", "Rà soát", "Sở Y tế", "Quý I"]]
    covered = {(1, 2): (1, 1), (1, 3): (1, 1)}
    assert read(*rows, covered=covered) == ["I. THỂ CHẾ", "I 1: Rà soát"]


def test_a_heading_need_not_be_merged() -> None:
    rows: list[list[Value]] = [
        ["I", "THỂ CHẾ", "", ""],
        ["1", "Rà soát", "", ""],
        ["1.1", "Tự rà soát", "Sở Y tế", ""],
    ]
    assert read(*rows) == ["I. THỂ CHẾ", "1. Rà soát", "I/1 1.1: Tự rà soát"]


def test_a_task_that_names_nobody_is_a_task() -> None:
    rows: list[list[Value]] = [
        ["1", "Rà soát", "", ""],
        ["2", "Công khai", "Sở Y tế", ""],
        ["", "Việc thêm", "", ""],
    ]
    assert read(*rows) == [" 1: Rà soát", " 2: Công khai", " : Việc thêm"]


def test_cells_merged_down_are_those_of_each_row() -> None:
    rows: list[list[Value]] = [["1", "Rà soát", "Sở Y tế", "Quý I"], ["", "Công khai", "", ""]]
    covered = {(2, 0): (1, 0), (2, 2): (1, 2), (2, 3): (1, 3)}
    first, second = entries(headed(*rows, covered=covered), Path())
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert second.cells == {"number": "1", "content": "Công khai", "lead": "Sở Y tế", "deadline": "Quý I"}
    assert (first.goes_on, second.goes_on) == (False, True)
    assert second.line == "1 | Công khai | Sở Y tế | Quý I"
    assert second.places["deadline"] == Place(3, 4, table=2)


def test_of_two_columns_of_content_the_second_is_the_task() -> None:
    table = Table([["Nhiệm vụ", "Nội dung thực hiện", "Chủ trì"], ["Thể chế", "Rà soát", "Sở Y tế"]])
    found = headed_by(table)
    assert found is not None
    (row,) = entries(found, Path())
    assert isinstance(row, Row)
    assert (row.cells["content"], row.more) == ("Rà soát", (("Nhiệm vụ", "Thể chế"),))


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("I. Thể chế", "I", "Thể chế"),
        ("1.2. Rà soát", "1.2", "Rà soát"),
        ("a) Rà soát", "a", "Rà soát"),
        ("A- Chung", "A", "Chung"),
        ("Rà soát", "", "Rà soát"),
        ("Y tế cơ sở", "", "Y tế cơ sở"),
        ("5 đơn vị", "", "5 đơn vị"),
        ("đ) Rà soát", "đ", "Rà soát"),
        ("II CẢI CÁCH", "II", "CẢI CÁCH"),
        ("2023", "2023", ""),
    ],
)
def test_a_number_is_told_from_the_words_behind_it(text: str, number: str, rest: str) -> None:
    assert numbered(text) == (number, rest)


def test_forms_of_numbers_stand_one_above_the_other() -> None:
    forms = [form_of(number) for number in ("A", "I", "1", "1.1", "a")]
    assert forms == ["letter", "roman", "digit", "deeper", "small"]
    orders = [Heading(number, "").order for number in ("A", "I", "1", "1.1", "a", "")]
    assert orders == sorted(orders)
    assert [bare_number(cell) for cell in ("1.", "(2)", "-", "", "I")] == ["1", "2", "", "", "I"]


ROWS = st.lists(st.sampled_from(["task", "across", "blank", "head", "counted", "down"]), max_size=25)


@given(ROWS)
@tries(60)
def test_whatever_the_order_of_rows_each_task_is_read_once_and_cell_by_cell(kinds: list[str]) -> None:
    rows: list[list[Value]] = []
    covered: dict[Spot, Spot] = {}
    wanted: list[tuple[str, str, str]] = []
    for at, kind in enumerate(kinds, start=1):
        if kind == "down" and wanted and kinds[at - 2] in ("task", "down"):
            top = covered.get((at - 1, 3), (at - 1, 3))
            rows.append([str(at), f"Việc {at}", f"Sở {at}", ""])
            covered[at, 3] = top
            wanted.append((f"Việc {at}", f"Sở {at}", wanted[-1][2]))
        elif kind in ("task", "down"):
            rows.append([str(at), f"Việc {at}", f"Sở {at}", f"Quý {at}"])
            wanted.append((f"Việc {at}", f"Sở {at}", f"Quý {at}"))
        elif kind == "across":
            rows.append([f"Nhóm {at}", "", "", ""])
            covered |= across(at)
        else:
            others: dict[str, list[Value]] = {
                "blank": [""] * 4,
                "head": HEADS,
                "counted": ["(1)", "(2)", "(3)", "(4)"],
            }
            rows.append(others[kind])
    given_rows = [one for one in entries(headed(*rows, covered=covered), Path()) if isinstance(one, Row)]
    assert [(row.cells["content"], row.cells["lead"], row.cells["deadline"]) for row in given_rows] == wanted


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [["1", "CHỈ ĐẠO, ĐIỀU HÀNH", "9,50", ""], ["1.1", "Kế hoạch", "1", "Sở Y tế"]],
            ["1. CHỈ ĐẠO, ĐIỀU HÀNH", "1/1.1"],
        ),
        ([["", "1. Tiêu chí 2.1", "", ""], ["1.1", "Rà soát", "", "Sở Y tế"]], ["1. Tiêu chí 2.1", "1/1.1"]),
        ([["1", "Tổng số hóa hồ sơ", "", "Sở Y tế"], ["", "Tổng cộng: 05 nhiệm vụ", "", ""]], ["/1", "sum"]),
        ([["", "Tổng cộng", "19,50", "3 nhiệm vụ"]], ["sum"]),
    ],
)
def test_groups_with_scores_and_sums_are_no_tasks(rows: list[list[Value]], said: list[str]) -> None:
    found = headed_by(Table([["TT", "Nhiệm vụ", "Điểm", "Chủ trì"], *rows]))
    assert found is not None
    read_as = []
    for entry in entries(found, Path()):
        if isinstance(entry, Heading):
            read_as.append(str(entry))
        else:
            named = f"{'/'.join(one.number for one in entry.path)}/{entry.number}"
            read_as.append(named if entry.cells.get("content") else "sum")
    assert read_as == said


def test_one_column_of_both_is_cut_at_its_stroke() -> None:
    heads: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì/Phối hợp"]
    found = headed_by(Table([heads, ["1", "Rà soát", "Sở Y tế/Sở Nội vụ, Sở Tư pháp"]]))
    assert found is not None
    (row,) = entries(found, Path())
    assert isinstance(row, Row)
    assert (row.cells["lead"], row.cells["partners"]) == ("Sở Y tế", "Sở Nội vụ, Sở Tư pháp")
