"""Tests of parplan.commands.write.import_plan: documents of offices become plans that validate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from openpyxl import Workbook

from parplan.documents.reader import open_document
from parplan.model.plan import Task
from parplan.reading.load import load
from plan_documents import HEADS, add_appendix, add_table, plan_document, save
from running import SAMPLE, Ran, run_in, snapshot
from tries import few
from word_by_hand import DOWN, ON, SPAN, docx, numbered, p, tbl, tc, tr
from workspaces import REPOSITORY, Builder

ROWS = (
    ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",),
    ("1", "Ban hành Kế hoạch năm 2023", "Sở Nội vụ", "Các sở, ban, ngành", "Quý I/2023", "Kế hoạch", ""),
    (
        "2",
        "Kiểm tra công vụ",
        "Sở Nội vụ; Thanh tra tỉnh",
        "các cơ quan có liên quan",
        "Tháng 5 - 10/2023",
        "",
        "30%",
    ),
    ("II. CẢI CÁCH THỂ CHẾ",),
    ("1", "Rà soát văn bản", "Sở Tư pháp", "Công an tỉnh", "Thường xuyên", "Quyết định", ""),
    ("2", "Báo cáo kết quả", "", "", "Định kỳ hằng quý", "Báo cáo", ""),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The shipped data, with the plan of 2022."""
    copytree(REPOSITORY / "data", tmp_path / "w" / "data")
    return tmp_path / "w"


def word(folder: Path, rows: Sequence[Sequence[str]] = ROWS) -> str:
    made = plan_document()
    add_appendix(made)
    add_table(made, rows)
    return str(save(made, folder / "ke-hoach.docx"))


def take(root: Path, document: str, *more: str) -> Ran:
    return run_in(root, "import", "plan", document, "--year", "2023", *more)


def tasks(root: Path, year: int = 2023) -> tuple[Task, ...]:
    loaded = load(root)
    assert loaded.errors == ()
    return loaded.workspace.plans[year].tasks


def lines(tasks: tuple[Task, ...]) -> list[tuple[Any, ...]]:
    return [
        (one.id, one.source.quote, one.kind, one.lead, one.partners, one.deadline and one.deadline.rule)
        for one in tasks
    ]


def test_a_word_appendix_becomes_a_plan_that_validates(data: Path) -> None:
    ran = take(data, word(data))
    assert ran.code == 0, ran.err
    assert lines(tasks(data)) == [
        ("I.1", "Ban hành Kế hoạch năm 2023", "once", ("so-noi-vu",), ("cac-so-ban-nganh",), "Quý I/2023"),
        ("I.2", "Kiểm tra công vụ", "once", ("so-noi-vu", "thanh-tra-tinh"), None, "Tháng 5 - 10/2023"),
        ("II.1", "Rà soát văn bản", "ongoing", ("so-tu-phap",), ("cong-an-tinh",), None),
        ("II.2", "Báo cáo kết quả", "periodic", ("chua-ro-chu-tri",), None, "Định kỳ hằng quý"),
    ]
    plan = load(data).workspace.plans[2023].plan
    assert (plan.number, str(plan.issued)) == ("121/KH-UBND", "2023-01-10")
    assert run_in(data, "validate").code == 0
    assert "source-uncovered" not in run_in(data, "validate").out


def test_every_decision_is_told_with_its_line_and_stands_there(data: Path) -> None:
    ran = take(data, word(data))
    told = ran.err.partition("Cần người quyết định")[2]
    for what in ("Công an tỉnh", "các cơ quan có liên quan", "không nêu cơ quan chủ trì"):
        (line,) = [one for one in told.splitlines() if what in one]
        file, numbers, _ = line.split(":", 2)
        text = (data / file).read_text("utf-8").splitlines()
        assert any(what in row for row in text[int(numbers) - 3 : int(numbers) + 1]), line
    assert "(bảng 2, dòng 7, cột 3)" in told


def test_undo_takes_it_all_back(data: Path) -> None:
    before = snapshot(data / "data")
    take(data, word(data))
    assert snapshot(data / "data") != before
    assert run_in(data, "undo").code == 0
    assert snapshot(data / "data") == before


def test_what_is_only_to_be_shown_is_shown_and_not_written(data: Path) -> None:
    document = word(data)
    before = snapshot(data)
    ran = take(data, document, "--dry-run")
    assert ran.code == 0
    assert "+  - id: II.2" in ran.out
    assert "Cần người quyết định" in ran.err
    assert snapshot(data) == before


def test_a_plan_is_never_written_over(data: Path) -> None:
    document = word(data)
    take(data, document)
    before = snapshot(data)
    ran = take(data, document)
    assert (ran.code, snapshot(data) == before) == (1, True)
    assert ran.err.startswith("Đã có data/plan-2023.yaml.")


def test_a_sheet_of_excel_with_merged_cells_and_days_is_read_as_one_of_word(data: Path) -> None:
    from datetime import datetime

    book = Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    for row in (["DANH MỤC NHIỆM VỤ"], [], list(HEADS)):
        sheet.append(row)
    sheet.append(["I", "THỂ CHẾ"])
    sheet.append([1, "Rà soát", "Sở Tư pháp", "", datetime(2023, 9, 30), "", ""])
    sheet.append([2, "Công bố", "", "", "", "", ""])
    sheet.merge_cells("C5:C6")
    sheet.append([3, "Báo cáo", "Sở Nội vu", "", "sớm", "", ""])
    book.save(data / "a.xlsx")
    ran = take(data, "a.xlsx")
    assert ran.code == 0, ran.err
    assert [(one[0], one[3], one[5]) for one in lines(tasks(data))] == [
        ("I.1", ("so-tu-phap",), "30/9/2023"),
        ("I.2", ("so-tu-phap",), None),
        ("I.3", ("so-noi-vu",), None),
    ]
    assert "(trang “Phụ lục”, ô E7)" in ran.err


@pytest.mark.parametrize(("sign", "encoding"), [(";", "utf-8-sig"), (",", "utf-16"), ("\t", "utf-8")])
def test_a_text_in_columns_is_read(data: Path, sign: str, encoding: str) -> None:
    rows = [HEADS, *[row for row in ROWS if len(row) > 1]]
    text = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    (data / "a.csv").write_bytes(text.encode(encoding))
    assert take(data, "a.csv").code == 0
    assert [one.source.quote for one in tasks(data)] == [row[1] for row in rows[1:]]


LEVEL = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVEL}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)
NOTE = f'<w:footnote w:id="2">{p("Theo Quyết định số 5")}</w:footnote>'
SIX = HEADS[:6]


def spoilt() -> bytes:
    """All that offices do to an appendix, in one."""
    counted = tc(numbered("", 1))
    head = tr(*SIX, marks="<w:tblHeader/>")
    who = 'w:id="9" w:author="A" w:date="2023-01-05T08:00:00Z"'
    put_in = f"<w:ins {who}><w:r><w:t>Kế hoạch</w:t></w:r></w:ins>"
    taken_out = f"<w:del {who}><w:r><w:delText>Quyết định</w:delText></w:r></w:del>"
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    gone = tc(p(f"<w:del {who}><w:r><w:delText>Việc đã xóa</w:delText></w:r></w:del>"))
    first = tbl(
        head,
        tr(tc("A. CHUNG", SPAN.format(6))),
        tr(
            counted,
            tc(p("Ban hành ", taken_out, put_in, call)),
            "So\u031b\u0309 Tu\u031b pháp",
            "Sở\u00a0Y tế",
            tc("Quý II/2023", DOWN),
            "",
        ),
        tr(counted, "Tổ chức thực hiện", "Sở Tư pháp", "", tc("", ON), "Báo cáo"),
        tr(counted, gone, gone, "", "", "", marks=f"<w:del {who}/>"),
    )
    again = tbl(head, tr(counted, tc(p("Công khai:") + p("- Trên Cổng;")), "Sở Y tế", "", "Hằng tháng", ""))
    torn = tbl(tr(counted, "Kiểm tra", "nt", "", "TX", ""))
    other = tbl(tr("Chỉ tiêu", "Mục tiêu"), tr("Tỷ lệ", "100"))
    body = (
        p("KẾ HOẠCH")
        + p("Cải cách hành chính")
        + other
        + p("PHỤ LỤC")
        + tbl(tr(tc(first + p(""))))
        + p("")
        + again
        + p("")
        + torn
    )
    return docx(body + p("Ghi chú: hết."), numbering=NUMBERING, footnotes=NOTE)


def test_every_row_of_a_spoilt_appendix_is_in_once(data: Path) -> None:
    (data / "a.docx").write_bytes(spoilt())
    ran = take(data, "a.docx")
    assert ran.code == 0, ran.err
    assert lines(tasks(data)) == [
        ("A.1", "Ban hành Kế hoạch", "once", ("so-tu-phap",), ("so-y-te",), "Quý II/2023"),
        ("A.2", "Tổ chức thực hiện", "once", ("so-tu-phap",), None, "Quý II/2023"),
        ("A.3", "Công khai: - Trên Cổng;", "periodic", ("so-y-te",), None, "Hằng tháng"),
        ("A.4", "Kiểm tra", "ongoing", ("so-y-te",), None, None),
    ]
    assert tasks(data)[0].note == "Theo Quyết định số 5"
    assert "05 chỗ theo dõi thay đổi" in " ".join(ran.err.split())
    assert run_in(data, "validate").out == ""


def test_the_text_of_our_own_plan_imported_anew_quotes_every_passage(tmp_path: Path) -> None:
    copytree(REPOSITORY / "data", tmp_path / "data")
    ours = load(tmp_path).workspace.plans[2022].tasks
    (tmp_path / "data/plan-2022.yaml").unlink()
    ran = run_in(tmp_path, "import", "plan", "data/sources/ke-hoach-2022.txt", "--year", "2022")
    assert ran.code == 0, ran.err
    made = tasks(tmp_path, 2022)
    quotes = [" ".join(task.source.quote.split()) for task in made]
    for task in ours:
        said = " ".join(task.source.quote.split())
        assert any(said in quote for quote in quotes) or said.startswith("Yêu cầu các cơ quan"), said
    assert len(made) == 42
    sections = {
        section: {t.lead for t in ours if t.source.section == section}
        for section in {t.source.section for t in ours}
    }
    same = [task for task in made if task.lead in sections.get(task.source.section, ())]
    assert len(same) >= 40
    assert "source-uncovered" not in run_in(tmp_path, "validate").out


def test_a_document_that_cannot_be_read_is_named_with_what_to_do(data: Path) -> None:
    (data / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"))
    ran = take(data, "a.doc")
    assert ran.code == 2
    assert ran.err == "Không mở được a.doc. Tệp Word kiểu cũ (.doc). Mở trong Word rồi lưu lại ở dạng .docx.\n"
    ran = take(data, "khong-co.docx")
    assert ran.err.startswith("Không mở được khong-co.docx. Không đọc được tệp:")


def test_a_document_without_tasks_is_refused(data: Path) -> None:
    (data / "a.docx").write_bytes(docx(p("Kính gửi: Sở Nội vụ") + tbl(tr("a", "b"))))
    before = snapshot(data)
    ran = take(data, "a.docx")
    assert ran.code == 2
    assert ran.err.startswith("Không thấy nhiệm vụ nào trong văn bản")
    assert snapshot(data) == before


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its report of a month, and the list of all that is owed."""
    root = tmp_path_factory.mktemp("reported")
    copytree(SAMPLE, root, dirs_exist_ok=True)
    assert run_in(root, "report", "--month", "10", "--full").code == 0
    assert run_in(root, "status", "--as-of", "2022-10-14", "-o", "danh-muc.csv").code == 0
    return root


def test_what_a_report_tells_of_each_task_is_that_task_again(reported: Path, data: Path) -> None:
    assert take(data, str(reported / "bao-cao/bao-cao-thang-10-2022.docx")).code == 0
    ours = [task for task in load(reported).workspace.plans[2022].tasks if task.kind != "general"]
    made = tasks(data)
    assert [task.title for task in made] == [task.title for task in ours]
    assert [task.lead for task in made] == [task.lead for task in ours]
    assert [task.kind for task in made] == [task.kind for task in ours]


@pytest.mark.parametrize("name", few(["bao-cao/bao-cao-thang-10-2022.xlsx", "danh-muc.csv"], ["danh-muc.csv"]))
def test_a_list_of_all_that_is_owed_comes_to_the_same_tasks(reported: Path, data: Path, name: str) -> None:
    assert take(data, str(reported / name)).code == 0
    loaded = load(reported)
    ours = {task.id: task for task in loaded.workspace.plans[2022].tasks if task.kind != "general"}
    made = {task.id: task for task in tasks(data)}
    assert {*made} <= {*ours}
    assert len(made) >= 50
    units = loaded.workspace.units
    (table,) = open_document(reported / name).tables
    listed: dict[str, set[str]] = {}
    for row in table.rows:
        listed.setdefault(str(row[0]), set()).add(str(row[3]))
    for known, task in made.items():
        assert (task.title, task.source.section) == (ours[known].title, ours[known].source.section)
        owing = units.reached(task.lead) & units.agencies.keys()
        assert {units.name(unit) for unit in owing} == listed[known]
        assert (task.kind == "periodic") is (ours[known].kind == "periodic"), known


def test_the_folder_may_be_named_and_the_language_chosen(
    w: Builder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("x")
    word(elsewhere, [("1", "Rà soát", "Sở Nội vụ", "", "Quý I", "", "")])
    ran = take(elsewhere, "ke-hoach.docx", "--root", str(w.root), "--lang", "en")
    assert ran.code == 0, ran.err
    assert "Plan for 2023: 1 task" in ran.err
    assert (w.root / "data/plan-2023.yaml").is_file()
