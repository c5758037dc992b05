"""Tests of parplan.cutting.proposal: a document becomes tasks by its table, else by its sentences."""

from __future__ import annotations

import pytest

from parplan.cutting.proposal import propose
from parplan.documents.document import Block, Document, Paragraph, Place, Table
from parplan.documents.values import Value
from parplan.finding import Stop
from workspaces import Builder

HEADS: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


def table(*rows: list[Value], number: int = 1) -> Table:
    return Table([HEADS, *rows], number=number)


def ids(w: Builder, *blocks: Block, tables: tuple[int, ...] = ()) -> list[str]:
    return [draft.id for draft in propose(Document(blocks), w.workspace(), 2022, tables).drafts]


def test_headings_go_on_from_table_to_table_of_one_appendix_and_no_further(w: Builder) -> None:
    first = table(["I", "CHUNG", "", ""], ["1", "Rà soát", "Sở Nội vụ", "Quý I"])
    second = table(["2", "Công khai", "Sở Nội vụ", "Quý I"], number=2)
    third = table(["1", "Kiểm tra", "Sở Nội vụ", "Quý I"], number=3)
    assert ids(w, Paragraph("PHỤ LỤC I"), first, second, Paragraph("PHỤ LỤC II"), third) == ["I.1", "I.2", "1"]


def test_what_frames_the_tasks_is_the_heads_and_the_words_after_the_last_row(w: Builder) -> None:
    found = propose(Document((table(["1", "Rà soát", "", ""]), Paragraph("Ghi chú: hết."))), w.workspace(), 2022)
    assert (found.begins, found.ends) == ("TT | Nhiệm vụ | Chủ trì | Thời gian", "Ghi chú: hết.")


def test_a_row_that_names_no_task_is_told(w: Builder) -> None:
    found = propose(Document((table(["1", "Rà soát", "", ""], ["", "", "Sở Nội vụ", ""]),)), w.workspace(), 2022)
    assert (len(found.drafts), found.rows_left) == (1, ((Place(3, table=1), "Sở Nội vụ"),))


def test_a_text_without_a_table_is_cut_into_sentences(w: Builder) -> None:
    lines = ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Rà soát. Công khai.", "Yêu cầu thực hiện./.")
    assert ids(w, *map(Paragraph, lines)) == ["III.1.1a", "III.1.1b"]


def test_the_table_that_is_asked_for_is_taken(w: Builder) -> None:
    other = Table([["TT", "Nhiệm vụ", "Thời hạn"], ["7", "Việc", "Quý I"]], number=2)
    assert ids(w, table(["1", "Rà soát", "", ""]), other, tables=(2,)) == ["7"]
    with pytest.raises(Stop, match="import-no-such-table"):
        ids(w, other, tables=(9,))


def test_a_document_that_gives_nobody_work_is_refused(w: Builder) -> None:
    with pytest.raises(Stop, match="import-nothing"):
        ids(w, Table([["a", "b"]], number=1))


def test_of_a_plan_with_a_table_and_sentences_the_sentences_are_named_or_taken(w: Builder) -> None:
    said = ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Tổng hợp. Báo cáo.", "Yêu cầu thực hiện./.")
    document = Document((*map(Paragraph, said), Paragraph("PHỤ LỤC"), table(["1", "Rà soát", "", ""])))
    found = propose(document, w.workspace(), 2022)
    assert ([draft.id for draft in found.drafts], found.text_left) == (["1"], "III. TỔ CHỨC THỰC HIỆN")
    both = propose(document, w.workspace(), 2022, with_text=True)
    assert ([draft.id for draft in both.drafts], both.text_left) == (["1", "III.1.1a", "III.1.1b"], "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "import-no-text"),
        ("Néi dung cña ®Ò ¸n ®−îc thùc hiÖn, nhiÖm vô", "import-old-letters"),
        ("Kính gửi", "import-nothing"),
    ],
)
def test_why_a_document_gives_no_task_is_told(w: Builder, text: str, reason: str) -> None:
    with pytest.raises(Stop) as told:
        ids(w, Paragraph(text))
    assert told.value.reason == reason


def test_a_table_of_tasks_without_any_is_refused(w: Builder) -> None:
    with pytest.raises(Stop, match="import-nothing"):
        ids(w, table(["", "", "", ""]))


def test_who_signs_stands_behind_the_sentences_that_give_work(w: Builder) -> None:
    signed = Table([["Nơi nhận: Như trên", "CHỦ TỊCH"]], number=1)
    said = map(Paragraph, ("III. TỔ CHỨC THỰC HIỆN", "Sở Nội vụ theo dõi, đôn đốc./."))
    assert propose(Document((*said, signed)), w.workspace(), 2022).ends == "Nơi nhận: Như trên | CHỦ TỊCH"
