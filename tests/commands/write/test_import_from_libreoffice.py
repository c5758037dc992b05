"""Plans made or saved by LibreOffice: every row in, none twice, cell by cell."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import Workbook
from test_commands_write_import_plan import ROWS, lines, spoilt, take, tasks

from libreoffice import needs_libreoffice, saved_as
from plan_documents import HEADS, add_appendix, add_table, plan_document, save
from running import run_in
from workspaces import REPOSITORY

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{OFFICE}:{where}:1.0"'
    for name, where in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)


def cell(text: str, across: int = 1, down: int = 1) -> str:
    spans = f'table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    said = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {spans}>{said}</table:table-cell>" + "<table:covered-table-cell/>" * (across - 1)


UNDER = "<table:covered-table-cell/>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(c if c.startswith('<') else cell(c) for c in cells)}</table:table-row>"


ITEM = "<text:list-item><text:p/></text:list-item>"
LIST = f'<text:list text:style-name="L1" text:continue-numbering="true">{ITEM}</text:list>'
COUNTED = f"<table:table-cell>{LIST}</table:table-cell>"
STYLE = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    "</text:list-style>"
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Theo Quyết định</text:p></text:note-body></text:note>"
)


def table(*rows: str) -> str:
    return f'<table:table><table:table-column table:number-columns-repeated="5"/>{"".join(rows)}</table:table>'


def flat(*, headed: bool) -> str:
    """A document of Writer: heads over two rows, cells merged both ways, numbers counted, a note, a table torn."""
    units = cell("Đơn vị thực hiện", 2)
    head = row(cell("STT", 1, 2), cell("Nhiệm vụ, giải pháp", 1, 2), units, cell("Thời hạn", 1, 2))
    head += row(UNDER, UNDER, "Chủ trì", "Phối hợp", UNDER)
    heads = f"<table:table-header-rows>{head}</table:table-header-rows>"
    told = f"<table:table-cell><text:p>Rà soát{NOTE} văn<text:s/>bản</text:p></table:table-cell>"
    first = table(
        heads,
        row(cell("I. THỂ CHẾ", 5)),
        row(COUNTED, told, "Sở Tư pháp", "Sở Y tế,\nSở Nội vụ", cell("Quý I/2023", 1, 2)),
        row(COUNTED, "Công bố<text:line-break/>danh mục", "Sở Tư pháp", "", UNDER),
    )
    second = table(heads if headed else "", row(COUNTED, "Kiểm tra", "Thanh tra tỉnh", "", "Hằng quý"))
    body = f"<text:p>KẾ HOẠCH</text:p><text:p>PHỤ LỤC</text:p>{first}{second}<text:p>Hết.</text:p>"
    return (
        f'<?xml version="1.0"?><office:document {SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{STYLE}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("libreoffice")
    made = plan_document()
    add_appendix(made)
    add_table(made, ROWS)
    save(made, folder / "appendix.docx")
    (folder / "spoilt.docx").write_bytes(spoilt())
    for name, headed in {"writer": True, "torn": False}.items():
        (folder / f"{name}.fodt").write_text(flat(headed=headed), "utf-8")
    every = [folder / name for name in ("appendix.docx", "spoilt.docx", "writer.fodt", "torn.fodt")]
    book = Workbook()
    for one in (HEADS, *ROWS):
        book.active.append(list(one))
        if len(one) == 1:
            book.active.merge_cells(
                start_row=book.active.max_row, end_row=book.active.max_row, end_column=7, start_column=1
            )
    book.save(folder / "book.xlsx")
    found = {path.stem: path for path in saved_as("docx", folder, *every)}
    found |= {form: saved_as(form, folder, folder / "book.xlsx")[0] for form in ("ods",)}
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    copytree(REPOSITORY / "data", tmp_path / "data")
    return tmp_path


@needs_libreoffice
def test_an_appendix_that_libreoffice_saved_is_the_appendix(saved: dict[str, Path], data: Path) -> None:
    assert take(data, str(saved["appendix"])).code == 0
    assert [one[:2] for one in lines(tasks(data))] == [
        ("I.1", "Ban hành Kế hoạch năm 2023"),
        ("I.2", "Kiểm tra công vụ"),
        ("II.1", "Rà soát văn bản"),
        ("II.2", "Báo cáo kết quả"),
    ]


@needs_libreoffice
def test_a_spoilt_appendix_stays_what_it_says(saved: dict[str, Path], data: Path) -> None:
    assert take(data, str(saved["spoilt"])).code == 0  # LibreOffice keeps a deleted row, without what stood in it
    assert [(one[1], one[3], one[5]) for one in lines(tasks(data))] == [
        ("Ban hành Kế hoạch", ("so-tu-phap",), "Quý II/2023"),
        ("Tổ chức thực hiện", ("so-tu-phap",), "Quý II/2023"),
        ("Công khai: - Trên Cổng;", ("so-y-te",), "Hằng tháng"),
        ("Kiểm tra", ("so-y-te",), None),
    ]


@needs_libreoffice
@pytest.mark.parametrize("name", ["writer", "torn"])
def test_a_table_of_writer_is_read_cell_by_cell(saved: dict[str, Path], data: Path, name: str) -> None:
    ran = take(data, str(saved[name]))
    assert ran.code == 0, ran.err
    assert lines(tasks(data)) == [
        ("I.1", "Rà soát văn bản", "once", ("so-tu-phap",), ("so-y-te", "so-noi-vu"), "Quý I/2023"),
        ("I.2", "Công bố danh mục", "once", ("so-tu-phap",), None, "Quý I/2023"),
        ("I.3", "Kiểm tra", "periodic", ("thanh-tra-tinh",), None, "Hằng quý"),
    ]
    assert tasks(data)[0].note == "Theo Quyết định"
    assert "source-uncovered" not in run_in(data, "validate").out


@needs_libreoffice
@pytest.mark.parametrize("form", ["ods"])
def test_a_sheet_that_libreoffice_saved_is_read(saved: dict[str, Path], data: Path, form: str) -> None:
    assert take(data, str(saved[form])).code == 0
    assert [(one.id, one.source.quote) for one in tasks(data)] == [
        *(("I.1", "Ban hành Kế hoạch năm 2023"), ("I.2", "Kiểm tra công vụ")),
        *(("II.1", "Rà soát văn bản"), ("II.2", "Báo cáo kết quả")),
    ]
