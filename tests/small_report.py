"""A small report with everything a report can hold, for the tests of its writers.

Must not hold an assertion.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject

from parplan.output.files.save import save
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.views.chart import Chart
from parplan.views.page import Appendix, Foot, Head, Page, Properties
from parplan.views.table import Column, Row, Table

LETTERHEAD = Path(__file__).parents[1] / "templates" / "letterhead.docx"

OVERALL = Table(
    columns=(
        Column("Nhóm nhiệm vụ", share=3),
        Column("Đúng hạn", group="Đã hoàn thành", align="center", key="on-time"),
        Column("Quá hạn", group="Đã hoàn thành", align="center", key="late"),
        Column("Tỷ lệ (%)", formula="{on-time}/{late}", align="right"),
    ),
    rows=(
        Row(("Nhiệm vụ giao chung", "500", "12", "67,4")),
        Row(("Tổng cộng", "530", "13", "67,9"), kind="total"),
    ),
    caption="Bảng 1. Tổng hợp",
    note="Ghi chú: mỗi nhiệm vụ là 01 lượt.",
    numbered=True,
)
MERGED = Table(
    columns=tuple(Column(f"Cột {n}") for n in range(1, 10)),
    rows=(
        Row(("A. Sở, ban, ngành",), kind="block"),
        Row(("1", "Rà soát thủ tục", *["x"] * 7)),
        Row((None, None, *["y"] * 7)),
        Row(("2", "Công bố danh mục", *["z"] * 7)),
        Row(("B. UBND cấp huyện",), kind="block"),
        Row((None, "Dưới tên khối", *["t"] * 7)),
    ),
    numbered=True,
)
EMPTY = Table(columns=(Column("TT"), Column("Chỉ tiêu")), rows=(), empty="Chưa có số liệu.")

HEAD = Head(
    superior="UBND TỈNH QUẢNG NAM",
    issuer=("SỞ NỘI VỤ",),
    number="Số:          /BC-SNV",
    nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    place_and_date="Quảng Nam, ngày       tháng 10 năm 2022",
    kind="BÁO CÁO",
    subject=("Tình hình, kết quả thực hiện Kế hoạch cải thiện và nâng cao", "Chỉ số Par Index của tỉnh"),
    addressing="Kính gửi:",
    addressees=("Ủy ban nhân dân tỉnh",),
)
FOOT = Foot(
    heading="Nơi nhận:",
    recipients=("Như trên", "Các sở, ban, ngành", "Lưu: VT, CCHC"),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Nguyễn Văn A",
)
REFERENCE = "(Kèm theo Báo cáo số       /BC-SNV của Sở Nội vụ)"
PAGE = Page(
    head=HEAD,
    foot=FOOT,
    properties=Properties("Báo cáo tháng 9", "Sở Nội vụ", date(2022, 10, 5)),
    tables={"overall": OVERALL, "merged": MERGED, "empty": EMPTY},
    appendices={
        "first": Appendix("Phụ lục I", "DANH MỤC", REFERENCE, (MERGED,), "./."),
        "second": Appendix("Phụ lục II", "TỔNG HỢP", REFERENCE, (OVERALL,), landscape=False),
    },
    places={"causes": "[Nguyên nhân]"},
)
LETTER = PAGE._replace(
    head=HEAD._replace(
        number="Số:          /SNV-CCHC",
        kind="",
        subject=("V/v đôn đốc thực hiện nhiệm vụ", "tại Kế hoạch số 15/KH-UBND (lần 2)"),
        addressees=("Sở Tài chính", "Ủy ban nhân dân huyện Núi Thành"),
    ),
)
STAMPED = PAGE._replace(watermark="SỐ LIỆU MINH HỌA", head=HEAD._replace(draft="DỰ THẢO"))

MARKDOWN = """\
::: head

Thực hiện Kế hoạch số 16-NQ/TU ngày 30 tháng 9 năm 2022, khoản 1 mục III, điểm a, Phụ lục II.

# I. KẾT QUẢ

## 1. Kết quả chung

### a) Trong kỳ

- Việc **rất** *cần*;

::: table overall

::: table empty

::: place causes

Trên đây là Báo cáo của Sở Nội vụ./.

::: foot

::: appendix first

::: appendix second
"""


def written(page: Page, folder: Path, markdown: str = MARKDOWN) -> Path:
    """The page as a Word file in that folder."""
    return save(packed(compose(markdown, page, LETTERHEAD)), folder / "report.docx").path


def opened(path: Path) -> Any:
    """The Word file as python-docx sees it."""
    return Document(str(path))


def texts(document: Any, style: str) -> list[str]:
    """The texts of all paragraphs of the style of that id, also within tables."""
    paragraphs = document.element.xpath(f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    return [paragraph.text for paragraph in paragraphs]


def with_charts(page: Page, charts: Sequence[Chart]) -> Page:
    """The page with charts named c0, c1 …"""
    return page._replace(charts={f"c{number}": chart for number, chart in enumerate(charts)})


def composed(letterhead: DocumentObject, folder: Path) -> DocumentObject:
    """The stamped report on a letterhead of the test's own, as it was saved and opened again."""
    letterhead.save(str(folder / "letterhead.docx"))
    report = compose(MARKDOWN, STAMPED, folder / "letterhead.docx")
    made: DocumentObject = opened(save(packed(report), folder / "report.docx").path)
    return made
