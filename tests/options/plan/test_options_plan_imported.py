"""Tests of parplan.options.plan.imported: a document becomes files that validate, and a list of decisions."""

from __future__ import annotations

import pytest

from parplan.documents.document import Document, Paragraph, Table
from parplan.documents.values import Value
from parplan.finding import Code, Stop
from parplan.options.plan.imported import Imported, imported
from parplan.output.files.new_workspace import starting_files
from parplan.words import words
from workspaces import AGENCIES, PLAN, Builder

VI = words("vi")
NEW, SOURCE = "data/plan-2023.yaml", "data/sources/ke-hoach-2023.txt"
HEADS: list[Value] = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]


def document(*rows: list[Value]) -> Document:
    return Document((Paragraph("PHỤ LỤC"), Table([HEADS, *rows], number=1)))


def done(w: Builder, *rows: list[Value]) -> Imported:
    return imported(w.load(), document(*rows), "2023", (), VI)


def text_of(found: Imported, file: str) -> str:
    edit = next(edit for edit in found.made.edits if edit.file == file)
    assert edit.after is not None
    return edit.after.decode()


def test_the_files_validate_and_every_passage_is_quoted(w: Builder) -> None:
    found = done(
        w, ["1", "Rà soát", "Sở Nội vụ", "các Sở", "Quý I"], ["2", "Công khai", "Sở Tư pháp", "", "hằng tháng"]
    )
    assert {edit.file for edit in found.made.edits} == {NEW, SOURCE}
    assert found.made.new_errors == ()
    about = {one.where.file for one in found.made.loaded.findings}
    assert not about & {NEW, SOURCE}
    plan = found.made.loaded.workspace.plans[2023]
    assert [(task.id, task.lead, task.partners) for task in plan.tasks] == [
        *(("1", ("so-noi-vu",), ("cac-so",)), ("2", ("so-tu-phap",), None))
    ]


def test_each_decision_points_at_its_line_and_its_cell(w: Builder) -> None:
    found = done(w, ["1", "Rà soát", "", "", "sớm"])
    lines = text_of(found, NEW).splitlines()
    told = {one.doubt.what: one for one in found.decisions if one.file == NEW}
    assert lines[told["lead-missing"].line - 1].strip() == "lead: [chua-ro-chu-tri]"
    assert lines[told["deadline-unknown"].line - 1].strip() == "kind: once"
    place = told["deadline-unknown"].place
    assert place is not None
    assert (place.table, place.row, place.column) == (1, 2, 5)


def test_units_that_nobody_knows_are_proposed_and_open_leads_have_a_stand_in(w: Builder) -> None:
    found = done(w, ["1", "Rà soát", "Công an tỉnh", "các trường", ""], ["2", "Công khai", "", "", ""])
    workspace = found.made.loaded.workspace
    assert found.made.new_errors == ()
    assert workspace.units.agencies["cong-an-tinh"].kind == "chua-xep-khoi"
    assert workspace.units.groups["chua-ro-chu-tri"].members == ("so-noi-vu",)
    assert workspace.units.groups["cac-truong"].members == ("so-noi-vu",)
    lines = text_of(found, AGENCIES).splitlines()
    (new,) = [one for one in found.decisions if one.doubt.what == "unit-new"]
    assert lines[new.line - 1].strip() == "- id: cong-an-tinh"


def test_a_group_by_the_name_of_a_kind_is_all_of_that_kind(w: Builder) -> None:
    w.change(AGENCIES, "{id: huyen, name: Huyện}", "{id: huyen, name: Xã và đặc khu}")
    found = done(w, ["1", "Rà soát", "các xã và đặc khu", "", "Quý I"])
    assert found.made.new_errors == ()
    group = found.made.loaded.workspace.units.groups["cac-xa-va-dac-khu"]
    assert (group.kinds, group.members) == (("huyen",), None)
    (new,) = [one for one in found.decisions if one.doubt.what == "group-of-kind"]
    assert text_of(found, AGENCIES).splitlines()[new.line - 1].strip() == "- id: cac-xa-va-dac-khu"


def test_a_day_outside_the_plan_is_asked_and_its_words_stay(w: Builder) -> None:
    found = done(
        w, ["1", "Rà soát", "Sở Nội vụ", "", "trước ngày 15/12/2021"], ["2", "Xong", "Sở Nội vụ", "", "Quý I"]
    )
    first, second = found.made.loaded.workspace.plans[2023].tasks
    assert first.deadline is not None
    assert (first.deadline.words, first.deadline.rule) == ("trước ngày 15/12/2021", None)
    assert second.deadline is not None
    assert second.deadline.rule == "Quý I"
    assert [one.doubt.what for one in found.decisions if one.place] == ["deadline-unfit"]
    assert found.made.new_errors == ()


def test_a_plan_that_is_there_is_refused(w: Builder) -> None:
    with pytest.raises(Stop, match="import-plan-there"):
        imported(w.load(), document(["1", "Rà soát", "", "", ""]), "2022", (), VI)


def test_what_a_new_workspace_starts_with_is_no_plan_of_anybody_s(w: Builder) -> None:
    for name, content in starting_files("2023", "Quảng Nam", "2023-03").items():
        w.write(name, content)
    w.remove(PLAN).remove("data/sources/ke-hoach.txt")
    found = done(w, ["1", "Rà soát", "Tên đơn vị", "", "Quý I"])
    assert found.made.new_errors == ()
    text = text_of(found, NEW)
    assert "sample" not in text
    assert text.startswith("# yaml-language-server: ")
    assert "1 | Rà soát" in text_of(found, SOURCE)
    w.write(NEW, w.text(NEW).replace("Kế hoạch năm 2023.", "Kế hoạch của tôi."))
    with pytest.raises(Stop, match="import-plan-there"):
        done(w, ["1", "Rà soát", "Tên đơn vị", "", "Quý I"])


def test_another_text_is_never_written_over_and_the_same_one_is_used(w: Builder) -> None:
    w.write(SOURCE, "Văn bản khác.\n")
    assert SOURCE not in {edit.file for edit in done(w, ["1", "Rà soát", "Sở Nội vụ", "", "Quý I"]).made.edits}
    first = done(w, ["1", "Rà soát", "Sở Nội vụ", "", "Quý I"])
    w.write(
        "data/sources/ke-hoach-2023-2.txt",
        text_of(first, "data/sources/ke-hoach-2023-2.txt").replace("\n\n", "\n"),
    )
    assert [edit.file for edit in done(w, ["1", "Rà soát", "Sở Nội vụ", "", "Quý I"]).made.edits] == [NEW]


def test_a_workspace_without_a_plan_gets_a_head_that_is_all_asked(w: Builder) -> None:
    w.remove(PLAN)
    found = done(w, ["1", "Báo cáo", "Sở Tư pháp", "", "hằng tháng"])
    assert found.made.new_errors == ()
    assert found.made.loaded.workspace.plans[2023].plan.coordinator == "so-tu-phap"
    assert [one.doubt.what for one in found.decisions].count("frame-proposed") == 3


@pytest.mark.parametrize("year", ["23", "năm 2023", "3"])
def test_a_year_that_is_none_is_refused(w: Builder, year: str) -> None:
    with pytest.raises(Stop, match="year-invalid"):
        imported(w.load(), document(["1", "Rà soát", "", "", ""]), year, (), VI)


def test_a_quoted_cell_stands_for_its_row(w: Builder) -> None:
    found = done(w, ["1", "Rà soát", "Sở Nội vụ", "", "Quý I"])
    codes = {one.code for one in found.made.loaded.findings}
    assert not codes & {Code.WORDS_NOT_IN_QUOTE, Code.SOURCE_UNCOVERED, Code.QUOTE_NOT_IN_SOURCE}
