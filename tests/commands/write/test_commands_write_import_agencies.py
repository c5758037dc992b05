"""parplan import agencies, whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from parplan.reading.load import load
from running import POINTS, run_in


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(POINTS / "data", tmp_path / "data")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("STT", "Tên đơn vị", "Ký hiệu", "Điện thoại"),
        ("I", "UBND cấp xã", None, None),
        (1, "UBND xã Thử Một", "UBND", "0235.111"),
        (2, "UBND xã Thử Hai", "UBND", None),
        (3, "Sở Tư pháp", "STP", None),
    ):
        sheet.append(row)
    book.save(tmp_path / "don-vi.xlsx")
    return tmp_path


def test_a_list_goes_in_and_a_second_time_changes_nothing(copy: Path) -> None:
    ran = run_in(copy, "import", "agencies", "don-vi.xlsx")
    assert ran.code == 0
    assert "Đọc được 02 đơn vị mới, 01 đơn vị đã có trong danh sách." in ran.err
    units = load(copy).workspace.units
    assert units.find("UBND xã Thử Một") == "ubnd-xa-thu-mot"
    assert units.agencies["ubnd-xa-thu-hai"].kind == "ubnd-cap-xa"
    again = run_in(copy, "import", "agencies", "don-vi.xlsx")
    assert (again.code, "Không có gì để thay đổi" in again.err) == (0, True)


def test_it_is_taken_back_like_any_other_change(copy: Path) -> None:
    before = (copy / "data/agencies.yaml").read_bytes()
    run_in(copy, "import", "agencies", "don-vi.xlsx")
    assert run_in(copy, "undo").code == 0
    assert (copy / "data/agencies.yaml").read_bytes() == before
