"""Tests of parplan.views.changes: what a change means, in words."""

from __future__ import annotations

import re

import pytest

from parplan.editing.differences import differences
from parplan.reading.source import read_yaml
from parplan.reading.tree import Tree
from parplan.views.changes import MOST_RECORDS, change_lines
from parplan.words import words
from workspaces import AGENCIES, DECISIONS, INDEXES, PLAN, REPORT, RESULTS, Builder

UPDATES = """\
- {task: A, status: in-progress, date: 2022-09-10, result: Đang làm}
- {task: B, period: 2022-09, status: done, date: 2022-09-01}
"""
DECISION = """\
- id: d1
  kind: extend
  task: A
  to: 2022-10-15
  from: 2022-09-20
  document: {number: 5/QĐ-UBND, issuer: ubnd-tinh}
"""


@pytest.fixture
def told(w: Builder) -> Builder:
    """The smallest workspace, a report of two tasks and a decision."""
    w.report("2022-09", "so-tu-phap", UPDATES, received="2022-09-15")
    return w.decisions("2022-09", DECISION)


def tree(text: str) -> Tree:
    source = read_yaml("x", text.encode()).source
    assert source is not None
    return source.data


def said(w: Builder, file: str, before: str, after: str, language: str = "vi") -> list[str]:
    """What is said of a file in which one text takes another's place."""
    old = w.text(file)
    assert before in old
    found = differences(file, tree(old), tree(old.replace(before, after, 1)))
    return list(change_lines(found, words(language), w.workspace()))


def test_a_field_says_whose_it_is_and_what_it_was_and_is(told: Builder) -> None:
    assert said(told, REPORT, "in-progress, date: 2022-09-10", "done, date: 2022-09-12") == [
        "Sở Tư pháp, tháng 9/2022: A “Việc”: tình trạng “Đang thực hiện” → “Đã hoàn thành”; "
        "ngày 10/9/2022 → 12/9/2022"
    ]
    assert said(told, REPORT, "date: 2022-09-10", "date: 2022-09-12", "en") == [
        "Sở Tư pháp, September 2022: A “Việc”: date 10 September 2022 → 12 September 2022"
    ]


def test_a_record_that_came_is_told_whole_and_one_that_went_by_its_name(told: Builder) -> None:
    new = "updates:\n- {task: C, status: done, date: 2022-09-12, evidence: [{type: document, number: 1/BC-STP}]}\n"
    assert said(told, REPORT, "updates:\n", new) == [
        "Sở Tư pháp, tháng 9/2022: thêm C “Việc”: Đã hoàn thành ngày 12/9/2022; tài liệu kiểm chứng 1/BC-STP"
    ]
    gone = UPDATES.splitlines()[1]
    assert said(told, REPORT, gone, "") == ["Sở Tư pháp, tháng 9/2022: bỏ B “Việc”, tháng 9/2022"]


def test_several_records_of_a_file_stand_below_it(told: Builder) -> None:
    lines = said(
        told,
        REPORT,
        "received: 2022-09-15\nupdates:\n- {task: A, status: in-progress",
        "received: 2022-09-16\nupdates:\n- {task: A, status: done",
    )
    assert lines == [
        "Sở Tư pháp, tháng 9/2022:",
        "- ngày nhận 15/9/2022 → 16/9/2022",
        "- A “Việc”: tình trạng “Đang thực hiện” → “Đã hoàn thành”",
    ]


def test_the_first_records_of_a_list_are_records_that_came(told: Builder) -> None:
    found = differences(REPORT, {"plan": "2022"}, {"plan": "2022", "updates": [{"task": "A", "status": "none"}]})
    lines = list(change_lines(found, words("vi"), told.workspace()))
    assert lines == ["Sở Tư pháp, tháng 9/2022: thêm A “Việc”: Không phát sinh"]


def test_a_decision_goes_by_what_it_decides(told: Builder) -> None:
    assert said(told, DECISIONS, "to: 2022-10-15", "to: 2022-10-31") == [
        "Quyết định ghi trong tháng 9/2022: Điều chỉnh thời hạn: A “Việc”: đến 15/10/2022 → 31/10/2022"
    ]


def test_units_are_named_and_lists_tell_what_came_and_went(told: Builder) -> None:
    assert said(told, PLAN, "lead: [so-tu-phap]", "lead: [so-noi-vu, so-tu-phap]") == [
        "Kế hoạch năm 2022: A “Việc”: cơ quan chủ trì: thêm Sở Nội vụ"
    ]
    assert said(told, AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-huyen, cac-so]") == [
        "Danh sách đơn vị: nhóm “các Sở và địa phương”: thành viên: đổi thứ tự"
    ]


def test_a_criterion_deep_in_its_index_is_reached(told: Builder) -> None:
    assert said(
        told, INDEXES, "{id: cong-bo, name: Công bố, mark: read}", "{id: cong-bo, name: Công khai, mark: read}"
    ) == ["Danh mục Chỉ số: Par Index: bộ tiêu chí 1149: tiêu chí “Công bố”: tên “Công bố” → “Công khai”"]


def test_results_go_by_index_year_and_place(told: Builder) -> None:
    told.write(
        RESULTS, "results:\n- {index: PAR, year: 2022, place: quang-nam, score: 84.2, mark: read, source: x}\n"
    )
    assert said(told, RESULTS, "84.2", "85.1") == [
        "Kết quả Chỉ số năm 2022: Par Index 2022, Quảng Nam: điểm 84,2 → 85,1"
    ]


def test_measured_values_are_figures_of_figures(told: Builder) -> None:
    before = {"updates": [{"task": "A", "status": "done", "values": {"x": {"done": "45", "of": "50"}}}]}
    after = {"updates": [{"task": "A", "status": "done", "values": {"x": {"done": "47", "of": "50"}, "y": "8.5"}}]}
    lines = list(change_lines(differences(REPORT, before, after), words("vi"), told.workspace()))
    assert lines == ["Sở Tư pháp, tháng 9/2022: A “Việc”: số liệu: x: số thực hiện 45 → 47; số liệu: thêm y 8,5"]


def test_long_prose_is_told_from_where_it_parts(told: Builder) -> None:
    long = "Đã rà soát " + "rất nhiều hồ sơ " * 12
    before, after = (
        {"updates": [{"task": "A", "result": long + end}]} for end in ("và 12 việc khác.", "và 13 việc khác.")
    )
    (line,) = change_lines(differences(REPORT, before, after), words("vi"), told.workspace())
    assert "và 12 việc khác.” → “…" in line
    assert len(line) < 250


def test_a_file_that_came_tells_its_head_and_so_many_records(told: Builder) -> None:
    many = [{"task": "C", "period": f"{year}", "status": "none"} for year in range(2000, 2000 + MOST_RECORDS + 2)]
    whole: Tree = {
        "plan": "2022",
        "received": "2022-09-15",
        "document": {"number": "1/BC", "date": "2022-09-15"},
        "updates": many,
    }
    first, *rest = change_lines(differences(REPORT, None, whole), words("vi"), told.workspace())
    assert (
        first
        == "Sở Tư pháp, tháng 9/2022: mới ghi (ngày nhận 15/9/2022; văn bản 1/BC ngày 15/9/2022; 10 nhiệm vụ)"
    )
    assert (len(rest), rest[-1]) == (MOST_RECORDS + 1, "- và còn 02 mục khác")
    assert list(change_lines(differences(REPORT, whole, None), words("vi"), told.workspace())) == [
        "Sở Tư pháp, tháng 9/2022: xóa cả tệp (10 nhiệm vụ)"
    ]


def test_names_that_nobody_knows_stay_ids_and_the_older_workspace_knows_what_went(told: Builder) -> None:
    old = told.workspace()
    new = told.change(AGENCIES, "  - {id: so-tu-phap, name: Sở Tư pháp, kind: so}\n", "").load().workspace
    found = list(differences(REPORT, {"updates": []}, {"updates": [{"task": "Z", "status": "none"}]}))
    assert next(change_lines(found, words("vi"), new)).startswith("so-tu-phap, tháng 9/2022: thêm Z:")
    assert next(change_lines(found, words("vi"), new, old)).startswith("Sở Tư pháp, tháng 9/2022")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_file_of_the_sample_speaks_of_paths_or_ids_of_units(language: str) -> None:
    from running import sample

    loaded = sample()
    for file, source in loaded.sources.items():
        for before, after in ((None, source.data), (source.data, None)):
            text = "\n".join(change_lines(differences(file, before, after), words(language), loaded.workspace))
            assert not re.search(
                r"\.yaml|\b(?:so|ubnd|ban|bao|dai)-[a-z]+-[a-z]+\b(?!\S*/)", re.sub(r"https\S+", "", text)
            ), text


def test_a_day_off_is_told_with_its_name_and_a_plan_s_long_title_is_cut(told: Builder) -> None:
    day: Tree = {"days": [{"date": "2022-09-02", "kind": "off", "name": "Quốc khánh"}]}
    found = differences("data/calendar.yaml", {"days": []}, day)
    assert list(change_lines(found, words("vi"), told.workspace())) == [
        "Ngày nghỉ, ngày làm bù: thêm ngày 02/9/2022: loại “ngày nghỉ”; tên “Quốc khánh”"
    ]
    title = "Rà soát, phân tích, khắc phục các tiêu chí bị mất điểm, nhất là do yếu tố chủ quan của đơn vị"
    told.write(PLAN, told.text(PLAN).replace("title: Việc,", f'title: "{title}",', 1))
    (line,) = said(told, PLAN, "kind: once", "kind: ongoing")
    assert "A “Rà soát, phân tích, khắc phục các tiêu chí bị mất điểm…”: loại" in line
    (line,) = said(told, PLAN, "archive: VT", "archive: VT\n    closes: last")
    assert line == "Kế hoạch năm 2022: Kế hoạch: chế độ báo cáo: thêm ngày chốt số liệu ngày cuối tháng"


def test_a_paper_that_came_is_named_once(w: Builder) -> None:
    paper = "- {task: A, status: done, evidence: [{type: document, number: 1/BC-STP}]}\n"
    w.report("2022-09", "so-tu-phap", paper)
    (line,) = said(w, REPORT, "[{", "[{type: document, number: 2/BC-STP, date: 2022-09-12}, {")
    assert line.endswith(": thêm tài liệu kiểm chứng 2/BC-STP ngày 12/9/2022")
