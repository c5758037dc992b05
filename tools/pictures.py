"""Draws the pictures in docs/pictures: pages of the sample's reports, and what commands print on a terminal.

Must not hold a figure: reports and screens are made anew.

    make pictures

Screens need nothing; pages LibreOffice and poppler: apt install libreoffice-writer poppler-utils fonts-liberation
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from unittest import mock
from zipfile import ZipFile

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

from parplan.cli import run

REPOSITORY: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = REPOSITORY / "examples" / "quang-nam-2022"
PICTURES: Final = REPOSITORY / "docs" / "pictures"
MADE_FROM: Final = PICTURES / "made-from.txt"
"""The digest of the report that each page was drawn from, as ``sha256sum`` lists them.

By it a stale picture is known without drawing it.
"""

DOTS: Final = "80"  # to the inch: a page of which every word can be read is then some 100 kB

MONTH: Final = ("--month", "10")
QUARTER: Final = ("--quarter", "4")
OWN: Final = (*MONTH, "--agency", "so-tai-chinh")
DRAWN: Final = {
    "report.png": (MONTH, "Kính gửi"),
    "report-tables.png": (MONTH, "Bảng 1"),
    "report-units.png": (MONTH, "TỔNG HỢP KẾT QUẢ THEO"),
    "report-chart-units.png": (QUARTER, "Biểu đồ 1"),
    "report-charts.png": (QUARTER, "Biểu đồ 2"),
    "report-own.png": (OWN, "Kính gửi"),
}
"""Each page: the report it is of, and words that stand first on it."""


@dataclass(frozen=True)
class Screen:
    """What is typed at the top of the repository, and how many lines of the answer are shown.

    ``mistake``: a file of the shipped data, and what is written in it instead of what.
    """

    typed: str
    lines: int
    mistake: tuple[str, str, str] | None = None


SCREENS: Final = {
    "status.svg": Screen("parplan status --root examples/quang-nam-2022 --as-of 2022-10-20 --lang en", 30),
    "validate.svg": Screen(
        "parplan validate --lang en", 12, ("data/plan-2022.yaml", "lead: [so-noi-vu]", "lead: [so-noi-vuu]")
    ),
    "gap.svg": Screen("parplan gap 2023 --root examples/chi-so --as-of 2024-10-01 --lang en", 24),
}
COLUMNS: Final = 100

FRAME: Final = """\
<svg class="{unique_id}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""
"""The library's own, without a font from elsewhere: nobody's picture asks the net for anything."""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def main() -> None:
    """Draw each of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in SCREENS:
        (PICTURES / name).write_text(screen(name), encoding="utf-8", newline="\n")
    missing = [program for program in ("soffice", "pdftoppm", "pdftotext") if shutil.which(program) is None]
    if missing:
        sys.exit(f"not found: {', '.join(missing)}. apt install libreoffice-writer poppler-utils fonts-liberation")
    with tempfile.TemporaryDirectory() as folder:
        made: dict[tuple[str, ...], Path] = {}
        for name, (period, words) in DRAWN.items():
            pdf = made.setdefault(period, Path(folder) / f"{len(made)}.pdf")
            if not pdf.exists():
                _said("report", "--root", str(SAMPLE), *period, "-o", str(pdf))
            _draw(pdf, _page(pdf, words), PICTURES / name)
    digests = {period: digest(period) for period, _ in DRAWN.values()}
    lines = (f"{digests[period]}  {name}\n" for name, (period, _) in DRAWN.items())
    MADE_FROM.write_text("".join(lines), encoding="utf-8", newline="\n")


# --- screens ---------------------------------------------------------------------------------------------------


def screen(name: str) -> str:
    """A terminal with what was typed and what it answered, as SVG."""
    wanted = SCREENS[name]
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) if wanted.mistake else REPOSITORY
        if wanted.mistake:
            _spoil(where, *wanted.mistake)
        with chdir(where):
            answer = _said(*shlex.split(wanted.typed)[1:]).rstrip().splitlines()
    cut = ["…"] if len(answer) > wanted.lines else []
    page = Console(width=COLUMNS, record=True, file=io.StringIO(), color_system="standard", force_terminal=True)
    page.print(Text(f"$ {wanted.typed}", style="bold"))
    page.print(Text.from_ansi("\n".join([*answer[: wanted.lines], *cut])), soft_wrap=True)
    drawn = page.export_svg(
        title="", theme=DEFAULT_TERMINAL_THEME, code_format=FRAME, unique_id=name.partition(".")[0]
    )
    return drawn.replace("rgba(255,255,255,0.35)", "#d0d7de")


def _spoil(folder: Path, file: str, old: str, new: str) -> None:
    shutil.copytree(REPOSITORY / "data", folder / "data")
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _said(*argv: str) -> str:
    """What a command prints on a terminal of our own."""
    out, settings = _Terminal(), {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "PATH": os.environ["PATH"]}
    home = {name: value for name, value in os.environ.items() if name in ("HOME", "TMPDIR")}
    with mock.patch.dict(os.environ, settings | home, clear=True), redirect_stdout(out), redirect_stderr(out):
        run(list(argv))
    return out.getvalue()


# --- pages -----------------------------------------------------------------------------------------------------


def digest(period: tuple[str, ...]) -> str:
    """That of a report as it is now: of its words, its layout and its charts, not of what it says of itself."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "report.docx"
        _said("report", "--root", str(SAMPLE), *period, "-o", str(document))
        with ZipFile(document) as package:
            parts = {name: package.read(name) for name in sorted(package.namelist()) if "docProps" not in name}
    sums = "".join(f"{name} {sha256(part).hexdigest()}\n" for name, part in parts.items())
    return sha256(sums.encode()).hexdigest()


def _page(pdf: Path, words: str) -> int:
    """The first page on which the words stand, counted from 1."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    return next(number for number, page in enumerate(text.split("\f"), start=1) if words in page)


def _draw(pdf: Path, page: int, picture: Path) -> None:
    only = ["-f", str(page), "-l", str(page), "-singlefile", "-gray", "-png", "-r", DOTS]
    subprocess.run(["pdftoppm", *only, str(pdf), str(picture.with_suffix(""))], check=True)


if __name__ == "__main__":
    main()
