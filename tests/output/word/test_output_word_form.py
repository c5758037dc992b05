"""Tests of parplan.output.word.form: the form in Word, read back by a library of others and by our reader."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from shutil import copyfile
from typing import Any

import docx
import pytest

from filling import AT, TITLED
from ooxml import package_faults
from parplan.documents.reader import document_of
from parplan.views.forms.marks import form_mark
from running import run_in
from workspaces import REPORT, Builder

MADE = "bao-cao/bieu-thang-09-2022-so-tu-phap.docx"


@pytest.fixture
def made(w: Builder) -> Builder:
    w.tasks(TITLED)
    ran = run_in(w.root, "forms", "export", *AT, "--agency", "so-tu-phap", "--format", "docx")
    assert "một tệp .docx" in ran.err
    return w


def opened(w: Builder) -> tuple[Any, dict[str, Any]]:
    """The document, and the rows of its table by their marks."""
    document = docx.Document(str(w.root / MADE))
    return document, {row.cells[0].text: row.cells for row in document.tables[0].rows}


def test_it_is_one_table_across_a4_with_its_heads_on_every_page(made: Builder) -> None:
    document, rows = opened(made)
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    table = document.tables[0]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert form_mark(table.rows[0].cells[0].text) is not None
    assert list(rows)[3:5] == ["A||ty-le", "A||lan"]


def test_what_is_known_stands_beside_the_title_and_a_state_is_chosen_from_a_list(made: Builder) -> None:
    _, rows = opened(made)
    known = rows["A||ty-le"][1].text.split("\n")
    assert known[0] == "Rà soát"
    assert any(line.startswith("Thời hạn: ") for line in known)
    xml = rows["A||ty-le"][2]._tc.xml
    assert 'w:displayText="Đang thực hiện"' in xml
    assert "w:dropDownList" not in rows["A||lan"][2]._tc.xml


def test_microsofts_own_rules_find_nothing_and_our_reader_reads_it(made: Builder, tmp_path: Path) -> None:
    copyfile(made.root / MADE, tmp_path / "f.docx")
    assert package_faults(tmp_path / "f.docx") == []
    (table,) = document_of((made.root / MADE).read_bytes(), ".docx").tables
    assert table.rows[3][0] == "A||ty-le"


def test_the_same_form_has_the_same_bytes_and_says_how_it_is_filled_in(made: Builder) -> None:
    first = (made.root / MADE).read_bytes()
    run_in(made.root, "forms", "export", *AT, "--agency", "so-tu-phap", "--format", "docx")
    assert (made.root / MADE).read_bytes() == first
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(first)).paragraphs]
    assert texts[0].startswith("BIỂU BÁO CÁO KẾT QUẢ")
    assert "Word (.docx)" in texts[-1]
    assert not any("khóa" in text for text in texts)


def test_what_was_filled_in_is_in_the_data_and_a_bad_cell_is_named_by_row_and_column(made: Builder) -> None:
    document, rows = opened(made)
    for column, text in {2: "Đã hoàn thành", 3: "12/9/2022", 4: "50", 5: "50", 6: "Đã trình"}.items():
        rows["A||ty-le"][column].text = text
    rows["B|2022-09|"][2].text = "tốt"
    document.save(str(made.root / "tp.docx"))
    ran = run_in(made.root, "forms", "import", "tp.docx", *AT, "--partial")
    assert ran.err.startswith("tp.docx, bảng 1, dòng 6, cột 3: Không rõ tình trạng “tốt”.")
    text = made.text(REPORT)
    assert "date: 2022-09-12\n" in text
    assert "done: 50\n" in text
    assert "result: Đã trình\n" in text
    assert "task: B" not in text


def test_an_untouched_one_says_nothing(made: Builder) -> None:
    assert "đơn vị chưa ghi gì" in run_in(made.root, "forms", "import", MADE, *AT).err


def test_in_word_each_unit_has_a_file_of_its_own(made: Builder) -> None:
    ran = run_in(made.root, "forms", "export", *AT, "--format", "docx", "--all-in-one")
    assert ran.code == 2
    assert "--all-in-one" in ran.err
