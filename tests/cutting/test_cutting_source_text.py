"""Tests of parplan.cutting.source_text: the text holds every paragraph and every row, heads once."""

from __future__ import annotations

from parplan.cutting.source_text import head_line, source_lines
from parplan.cutting.table.heads import task_tables
from parplan.documents.document import Document, Paragraph, Table
from parplan.documents.values import Value

HEADS: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


def test_a_row_is_a_line_and_heads_stand_once() -> None:
    first = Table(
        [HEADS, ["I. Chung", "", "", ""], ["1", "Rà\nsoát", "Sở Y tế", ""], HEADS],
        number=2,
        covered={(1, n): (1, 0) for n in (1, 2, 3)},
    )
    second = Table([HEADS, ["2", "Công khai", "", "Quý I"]], number=3)
    layout = Table([["Nơi nhận", "CHỦ TỊCH"]], number=4)
    document = Document((Paragraph("PHỤ LỤC"), first, second, layout))
    taken, _ = task_tables(document)
    assert head_line(taken[0]) == "TT | Nhiệm vụ | Chủ trì | Thời gian"
    assert source_lines(document, taken) == [
        *("PHỤ LỤC", "TT | Nhiệm vụ | Chủ trì | Thời gian", "I. Chung", "1 | Rà soát | Sở Y tế | "),
        *("2 | Công khai |  | Quý I", "Nơi nhận | CHỦ TỊCH"),
    ]


def test_a_table_inside_another_stands_in_its_place() -> None:
    inner = Table([HEADS, ["1", "Rà soát", "", ""]], number=2)
    document = Document((Table([["…"]], number=1, inner=(inner,)),))
    taken, _ = task_tables(document)
    assert source_lines(document, taken)[1:] == ["1 | Rà soát |  | "]
