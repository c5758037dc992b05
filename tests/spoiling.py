"""A workbook's parts changed by hand: as other programs would have written them, or a damage that no library does.

Must not assert anything.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

Parts = dict[str, bytes]
SHEET = "xl/worksheets/sheet1.xml"


def repacked(content: bytes, change: Callable[[Parts], object]) -> bytes:
    """The package with its parts changed."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def repack(path: Path, change: Callable[[Parts], object]) -> None:
    """The same in its place."""
    path.write_bytes(repacked(path.read_bytes(), change))


def cell_put(address: str, held: str, about: str = "") -> Callable[[Parts], None]:
    """A cell of the first sheet with other content: a formula with the value that it had when it was saved."""

    def change(parts: Parts) -> None:
        cell = re.compile(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
        made, n = cell.subn(f'<c r="{address}"{about}>{held}</c>', parts[SHEET].decode())
        assert n == 1, address
        parts[SHEET] = made.encode()

    return change


def _without(parts: Parts, *names: str) -> None:
    """Without some parts, and whatever leads to them."""
    for name in [part for part in parts if part.startswith(names)]:
        del parts[name]
    for part in [part for part in parts if part.endswith(".rels") or part == "[Content_Types].xml"]:
        for name in names:
            ending = name.removeprefix("xl/").encode()
            parts[part] = re.sub(rb"<(?:Override|Relationship) [^>]*" + ending + rb"[^>]*/>", b"", parts[part])


def shared_to_inline(parts: Parts) -> None:
    """Every text in its cell, as libraries of other programs write it, and no table of texts."""
    table = parts.get("xl/sharedStrings.xml", b"").decode()
    texts = [
        "".join(re.findall(r"<t[^>]*>(.*?)</t>", one, re.DOTALL))
        for one in re.findall(r"<si>(.*?)</si>", table, re.DOTALL)
    ]
    shared = re.compile(r'<c r="(\w+)"([^>]*?) t="s"([^>]*)><v>(\d+)</v></c>')
    for name in [part for part in parts if part.startswith("xl/worksheets/sheet")]:
        parts[name] = shared.sub(
            lambda cell: f'<c r="{cell[1]}"{cell[2]} t="inlineStr"><is><t>{texts[int(cell[4])]}</t></is></c>',
            parts[name].decode(),
        ).encode()
    _without(parts, "xl/sharedStrings")


def bare_package(parts: Parts) -> None:
    """As Google's Sheets give it out: nothing said of the program, and targets from the package's root."""
    _without(parts, "docProps")
    parts["xl/_rels/workbook.xml.rels"] = re.sub(
        rb'Target="(?!/)', b'Target="/xl/', parts["xl/_rels/workbook.xml.rels"]
    )


def without_styles(parts: Parts) -> None:
    """Nothing of how cells look."""
    _without(parts, "xl/styles")
    parts[SHEET] = re.sub(rb' s="\d+"', b"", parts[SHEET])


def without_addresses(parts: Parts) -> None:
    """Cells and rows that do not say where they are: they follow one another."""
    parts[SHEET] = re.sub(rb'<(c|row) r="\w+"', rb"<\1", _every_cell(parts[SHEET].decode()).encode())


def _every_cell(sheet: str) -> str:
    """Each row with an empty cell for each that is left out."""

    def row(found: re.Match[str]) -> str:
        cells = {
            _column(address): whole
            for whole, address in re.findall(r'(<c r="([A-Z]+)\d+".*?(?:/>|</c>))', found[2], re.DOTALL)
        }
        last = max(cells, default=0)
        return found[1] + "".join(cells.get(n, "<c/>") for n in range(1, last + 1)) + "</row>"

    return re.sub(r"(<row [^>]*(?<!/)>)(.*?)</row>", row, sheet, flags=re.DOTALL)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def as_wps(parts: Parts) -> None:
    """As WPS Office signs it, with a namespace before every name of the sheet."""
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"Microsoft Excel", b"WPS Office")
    names = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", parts[SHEET])
    parts[SHEET] = names.replace(
        b'xmlns="http://schemas.openxmlformats.org/spread', b'xmlns:x="http://schemas.openxmlformats.org/spread'
    )


def strict(parts: Parts) -> None:
    """As Excel saves it where «Strict Open XML» is chosen."""
    said = "http://schemas.openxmlformats.org/"
    for name in parts:
        for old, new in (
            ("spreadsheetml/2006/main", "spreadsheetml/main"),
            ("officeDocument/2006/relationships", "officeDocument/relationships"),
        ):
            parts[name] = parts[name].replace(
                f"{said}{old}".encode(), f"http://purl.oclc.org/ooxml/{new}".encode()
            )


MANY_ROWS = 150_000
"""Far more than are read; the million that a sheet has takes as much longer."""


def many_empty_rows(parts: Parts) -> None:
    """Dragged down and down, with nothing in it but a border."""
    rows = "".join(f'<row r="{n}"><c r="B{n}" s="1"/><c r="G{n}" s="1"/></row>' for n in range(100, MANY_ROWS))
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows.encode() + b"</sheetData>")


def as_text(path: Path, separator: str, encoding: str) -> Path:
    """The first sheet as Excel saves it as CSV: every cell that is not shown too."""
    rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    target = StringIO()
    written = csv.writer(target, delimiter=separator, lineterminator="\r\n")
    written.writerows(["" if cell is None else cell for cell in row] for row in rows)
    made = path.with_suffix(".csv")
    made.write_bytes(cp1258(target.getvalue()) if encoding == "cp1258" else target.getvalue().encode(encoding))
    return made


def cp1258(text: str) -> bytes:
    """As a Vietnamese Windows writes it: hats and horns in their letters, tones as signs of their own."""
    letters = normalize("NFD", text).replace("\u2026", "...")
    for shape, taken in {"\u0302": "aeoAEO", "\u0306": "aA", "\u031b": "ouOU"}.items():
        for letter in taken:
            whole = normalize("NFC", letter + shape)
            letters = letters.replace(letter + shape, whole).replace(letter + "\u0323" + shape, whole + "\u0323")
    return letters.encode("cp1258", "replace")
