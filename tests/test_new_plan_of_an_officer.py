"""A new plan, in docs/vi/lap-ke-hoach.md: from an empty folder, and out of its document; every line runs."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from officer_pages import run_page
from running import SAMPLE
from workspaces import REPOSITORY

PAGE = (REPOSITORY / "docs" / "vi" / "lap-ke-hoach.md").read_text("utf-8")
BEGINNING, MARK, CUTTING = PAGE.partition("## Tách Kế hoạch: xem trước")
UNITS = """\
Tên đơn vị,Viết tắt,Khối
UBND tỉnh,UBND tỉnh,UBND
Sở Nội vụ,SNV,Sở
Sở Tư pháp,STP,Sở
Sở Tài chính,STC,Sở
"""
TASKS = """\
Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn
Rà soát thủ tục hành chính,Sở Tư pháp,Trước ngày 30/6/2024
Báo cáo tình hình thực hiện Kế hoạch,Sở Nội vụ,Hằng tháng
Tuyên truyền cải cách hành chính,các đơn vị có liên quan,Thường xuyên
"""


def test_the_page_goes_from_an_empty_folder_to_the_first_month(tmp_path: Path) -> None:
    begin, _, rest = BEGINNING.partition("parplan import agencies don-vi.csv")
    assert run_page(begin + "```\n", tmp_path) > 3
    folder = tmp_path / "kh-2024"
    (folder / "don-vi.csv").write_text(UNITS, "utf-8")
    (folder / "ke-hoach.csv").write_text(TASKS, "utf-8")
    assert run_page("```sh\nparplan import agencies don-vi.csv" + rest, folder) > 25


def test_every_line_on_cutting_runs_and_answers_what_the_page_says(tmp_path: Path) -> None:
    assert MARK
    assert run_page(CUTTING, Path(copytree(SAMPLE, tmp_path / "w"))) > 10
