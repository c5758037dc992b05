"""Tests of parplan.cutting.tasks: a row or a sentence is a task, and what is open in it is asked."""

from __future__ import annotations

from parplan.cutting.criteria import Criteria
from parplan.cutting.drafts import Draft
from parplan.cutting.names import Register
from parplan.cutting.table.rows import Heading, Row
from parplan.cutting.tasks import Tasks
from parplan.cutting.text.outline import Passage
from parplan.documents.document import Place
from workspaces import Builder


def tasks(w: Builder) -> Tasks:
    workspace = w.workspace()
    return Tasks(Register(workspace.units), Criteria(workspace.indexes), 2023)


def row(number: str = "1", content: str = "Rà soát", **cells: str) -> Row:
    return Row(number, {"content": content, **cells}, (), (), {"": Place(3)}, path=(Heading("I", "Thể chế"),))


def doubts(draft: Draft) -> list[str]:
    return [doubt.what for doubt in draft.doubts]


def test_a_row_gives_a_task_cell_by_cell(w: Builder) -> None:
    draft = tasks(w).of_row(
        row(lead="Sở Nội vụ", partners="Sở Tư pháp, Sở Nội vụ", deadline="Quý I/2023", product="Kế hoạch"),
        "",
        None,
    )
    assert (draft.id, draft.section, draft.quote) == ("I.1", "I", "Rà soát")
    assert (draft.lead, draft.partners) == (["so-noi-vu"], ["so-tu-phap"])
    assert (draft.kind, draft.words, draft.rule, draft.product) == ("once", "Quý I/2023", "Quý I/2023", "Kế hoạch")
    assert doubts(draft) == []


def test_what_a_row_leaves_open_is_asked(w: Builder) -> None:
    draft = tasks(w).of_row(row(partners="các đơn vị liên quan", criteria="Tiêu chí lạ"), "", None)
    assert draft.lead == []
    assert doubts(draft) == ["lead-missing", "units-vague", "deadline-missing", "criteria-unknown"]
    assert draft.notes == [("with", "các đơn vị liên quan"), ("criteria", "Tiêu chí lạ")]


def test_a_lead_that_is_no_unit_is_asked_once(w: Builder) -> None:
    draft = tasks(w).of_row(row(lead="Đã xong", deadline="Quý I"), "", None)
    assert doubts(draft) == ["lead-unknown"]


def test_a_cell_like_the_one_above_is_the_one_above(w: Builder) -> None:
    made = tasks(w)
    first = made.of_row(row(lead="Sở Nội vụ", partners="Sở Tư pháp"), "", None)
    second = made.of_row(row("2", lead="nt", partners='"'), "", first)
    assert (second.lead, second.partners) == (["so-noi-vu"], ["so-tu-phap"])


def test_one_new_unit_is_proposed_for_one_name(w: Builder) -> None:
    made = tasks(w)
    first = made.of_row(row(lead="Công an tỉnh"), "", None)
    second = made.of_row(row("2", lead="CÔNG AN TỈNH; các trường"), "", first)
    assert (first.lead, second.lead) == (["cong-an-tinh"], ["cong-an-tinh", "cac-truong"])
    proposed = [(unit.id, unit.name, unit.is_group) for unit in made.new.values()]
    assert proposed == [("cong-an-tinh", "Công an tỉnh", False), ("cac-truong", "các trường", True)]


def test_a_section_is_the_heading_s_number_its_words_or_the_table_s_title(w: Builder) -> None:
    made = tasks(w)
    no_path = Row("1", {"content": "Rà soát"}, (), (), {"": Place(3)})
    named = Row("1", {"content": "Rà soát"}, (), (), {"": Place(3)}, path=(Heading("", "Thể chế"),))
    assert [made.of_row(one, "PHỤ LỤC", None).section for one in (no_path, named)] == ["PHỤ LỤC", "Thể chế"]


def test_sentences_of_a_bullet_are_tasks_of_their_own(w: Builder) -> None:
    path = (Heading("III", "TỔ CHỨC"), Heading("1", "Sở Nội vụ"))
    passages = [
        Passage("- Tổng hợp. Hằng tháng báo cáo.", path, is_bullet=True),
        Passage("- Rà soát.", path, is_bullet=True),
    ]
    drafts = list(tasks(w).of_passages(passages))
    assert [(draft.id, draft.quote, draft.kind) for draft in drafts] == [
        *(
            ("III.1.1a", "Tổng hợp.", "once"),
            ("III.1.1b", "Hằng tháng báo cáo.", "periodic"),
            ("III.1.2", "Rà soát.", "once"),
        )
    ]
    assert {tuple(draft.lead) for draft in drafts} == {("so-noi-vu",)}
    assert [doubts(draft) for draft in drafts] == [["kind-proposed"], [], ["kind-proposed"]]


def test_the_one_paragraph_of_a_section_has_the_section_s_number(w: Builder) -> None:
    path = (Heading("III", "TỔ CHỨC"), Heading("6", "Sở Nội vụ"))
    assert [one.id for one in tasks(w).of_passages([Passage("Rà soát. Công khai.", path)])] == ["III.6a", "III.6b"]


def test_a_sentence_that_begins_with_a_unit_is_that_unit_s(w: Builder) -> None:
    path = (Heading("III", "NHIỆM VỤ"),)
    passages = [Passage("Giao Sở Tư pháp chủ trì rà soát.", path), Passage("Sở Nội vụ báo cáo kết quả.", path)]
    assert [one.lead for one in tasks(w).of_passages(passages)] == [["so-tu-phap"], ["so-noi-vu"]]


def test_a_heading_that_names_no_unit_gives_the_work_to_nobody(w: Builder) -> None:
    (draft,) = tasks(w).of_passages(
        [Passage("Rà soát.", (Heading("III", "TỔ CHỨC"), Heading("1", "Cải cách thể chế")))]
    )
    assert (draft.lead, doubts(draft)) == ([], ["kind-proposed", "lead-missing"])


def test_a_heading_may_name_a_unit_that_nobody_knows(w: Builder) -> None:
    made = tasks(w)
    (draft,) = made.of_passages([Passage("Rà soát.", (Heading("III", "TỔ CHỨC"), Heading("1", "Công an tỉnh")))])
    assert draft.lead == ["cong-an-tinh"]


def test_the_number_of_a_paragraph_is_its_id_and_not_of_its_words(w: Builder) -> None:
    path = (Heading("III", "TỔ CHỨC"), Heading("2", "Sở Nội vụ"))
    passages = [Passage("a) Tổng hợp; báo cáo;", path, "a"), Passage("b) Rà soát. Công khai.", path, "b")]
    assert [(one.id, one.quote) for one in tasks(w).of_passages(passages)] == [
        *(("III.2a", "Tổng hợp; báo cáo;"), ("III.2b.1", "Rà soát."), ("III.2b.2", "Công khai."))
    ]


def test_signs_for_the_same_go_on_from_row_to_row_in_every_column(w: Builder) -> None:
    made = tasks(w)
    made.of_row(row(lead="Sở Nội vụ", deadline="Quý I", product="Kế hoạch"), "", None)
    made.of_row(row("2", lead="nt", deadline="nt", product="-nt-"), "", None)
    third = made.of_row(row("3", lead="〃", deadline='"', product="nt"), "", None)
    assert (third.lead, third.words, third.rule, third.product) == (["so-noi-vu"], "", "Quý I", "Kế hoạch")


def test_rows_of_a_group_that_names_a_unit_are_that_unit_s_to_be_looked_at(w: Builder) -> None:
    given = Row("1", {"content": "Rà soát"}, (), (), {"": Place(3)}, path=(Heading("I", "SỞ NỘI VỤ"),))
    draft = tasks(w).of_row(given, "", None)
    assert draft.lead == ["so-noi-vu"]
    assert doubts(draft)[0] == "lead-of-heading"


def test_a_row_that_only_goes_on_with_a_sentence_is_asked(w: Builder) -> None:
    made = tasks(w)
    first = made.of_row(row(content="Rà soát, công khai", lead="Sở Nội vụ"), "", None)
    assert "row-goes-on" in doubts(made.of_row(row("", content="và niêm yết thủ tục"), "", first))


def test_a_day_in_a_sentence_is_named_and_not_taken(w: Builder) -> None:
    path = (Heading("III", "TỔ CHỨC"), Heading("1", "Sở Nội vụ"))
    (draft,) = tasks(w).of_passages([Passage("Gửi Kế hoạch ngày 10/5/2021 trước ngày 15/02/2023.", path)])
    (doubt,) = draft.doubts
    assert (draft.rule, doubt.what, doubt.values) == ("", "time-said", {"text": "trước ngày 15/02/2023"})


def test_a_row_that_nobody_sees_is_asked(w: Builder) -> None:
    hidden = Row("1", {"content": "Rà soát", "lead": "Sở Nội vụ"}, (), (), {"": Place(3)}, is_hidden=True)
    assert "row-hidden" in doubts(tasks(w).of_row(hidden, "", None))
