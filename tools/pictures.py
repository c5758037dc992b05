"""Draws the pictures of the sample's reports in docs/pictures. Holds no figure: the reports are made anew.

    make pictures

It needs LibreOffice and poppler: apt install libreoffice-writer poppler-utils fonts-liberation
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = REPOSITORY / "examples" / "quang-nam-2022"
PICTURES: Final = REPOSITORY / "docs" / "pictures"
DOTS: Final = "80"  # to the inch: a page of which every word can be read is then some 100 kB

MONTH: Final = ("--month", "10")
QUARTER: Final = ("--quarter", "4")
DRAWN: Final = {
    "report.png": (MONTH, "Kính gửi"),
    "report-tables.png": (MONTH, "Bảng 1"),
    "report-units.png": (MONTH, "TỔNG HỢP KẾT QUẢ THEO"),
    "report-chart-units.png": (QUARTER, "Biểu đồ 1"),
    "report-charts.png": (QUARTER, "Biểu đồ 2"),
    "report-own.png": ((*MONTH, "--agency", "so-tai-chinh"), "Kính gửi"),
}
"""Each picture: the report it is of, and words that stand first on its page."""


def main() -> None:
    """Draw each of them."""
    missing = [program for program in ("soffice", "pdftoppm", "pdftotext") if shutil.which(program) is None]
    if missing:
        sys.exit(f"not found: {', '.join(missing)}. apt install libreoffice-writer poppler-utils fonts-liberation")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made: dict[tuple[str, ...], Path] = {}
        for name, (period, words) in DRAWN.items():
            pdf = made.setdefault(period, Path(folder) / f"{len(made)}.pdf")
            if not pdf.exists():
                _make(period, pdf)
            _draw(pdf, _page(pdf, words), PICTURES / name)


def _make(period: tuple[str, ...], pdf: Path) -> None:
    program = [sys.executable, "-m", "parplan.cli", "report", "--root", str(SAMPLE)]
    subprocess.run([*program, *period, "-o", str(pdf)], check=True)


def _page(pdf: Path, words: str) -> int:
    """The first page on which the words stand, counted from 1."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    return next(number for number, page in enumerate(text.split("\f"), start=1) if words in page)


def _draw(pdf: Path, page: int, picture: Path) -> None:
    only = ["-f", str(page), "-l", str(page), "-singlefile", "-gray", "-png", "-r", DOTS]
    subprocess.run(["pdftoppm", *only, str(pdf), str(picture.with_suffix(""))], check=True)


if __name__ == "__main__":
    main()
