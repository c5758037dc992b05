"""What Word and Excel refuse and LibreOffice forgives.

Must not know what a file says. ``package_faults`` asks an independent validator, a port of the checks that
Microsoft's Open XML SDK makes; the two others are quick readings of our own: children out of order after ECMA-376,
part 1, Annex A (wml.xsd, transitional), and rows that don't fill their table's grid, which no schema knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from openxml_audit import OpenXmlValidator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
        tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
        textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
        vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark headers cellIns cellDel cellMerge tcPrChange""",
    "trPr": """cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc
        hidden ins del trPrChange""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
        printerSettings sectPrChange""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
        locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}
# A section may have several references to headers and footers, in any order among themselves.
_RANKS = {
    parent: {name: rank for rank, name in enumerate(names.split())} | {"footerReference": 0}
    for parent, names in _ORDERS.items()
}


def package_faults(path: Path) -> list[str]:
    """Everything that the validator finds, parts that have no type, and drawings that share an id."""
    found = [f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(path).errors]
    with ZipFile(path) as package:
        types = package.read("[Content_Types].xml").decode()
        known = {name for name in package.namelist() if f'PartName="/{name}"' in types}
        defaults = set(re.findall(r'<Default[^>]* Extension="([^"]+)"', types))
        for name in package.namelist():
            # parts of our kinds are named one by one: a default for .xml says nothing of what a part is
            if name.endswith(".xml") and name != "[Content_Types].xml" and name not in known:
                found.append(f"{name}: has no type")
            if name.rpartition(".")[2] not in {"xml", *defaults} and name not in known:
                found.append(f"{name}: has no type")
            ids = re.findall(rb'<wp:docPr id="(\d+)"', package.read(name))
            found += [
                f"{name}: two drawings of id {number.decode()}" for number in {i for i in ids if ids.count(i) > 1}
            ]
    return found


def order_faults(path: Path) -> list[str]:
    """Every child that stands where the schema doesn't allow it, in all parts of the file."""
    return [
        f"{name}: {fault}"
        for name, root in _parts(path)
        for element in root.iter()
        for fault in _misplaced(element)
    ]


def grid_faults(path: Path) -> list[str]:
    """Every row that doesn't fill its table's grid, and every merged cell that continues nothing."""
    tables = (table for _, root in _parts(path) for table in root.iter(f"{_W}tbl"))
    return [fault for table in tables for fault in _grid(table)]


def _parts(path: Path) -> Iterator[tuple[str, Element]]:
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, ElementTree.fromstring(package.read(name))


def _misplaced(element: Element) -> Iterator[str]:
    parent = element.tag.removeprefix(_W)
    ranks = _RANKS.get(parent)
    reached = -1
    for child in element if ranks else ():
        name = child.tag.removeprefix(_W)
        if ranks is None or name not in ranks:
            yield f"{name} does not belong in {parent}"
        elif ranks[name] < reached:
            yield f"{name} comes too late in {parent}"
        else:
            reached = ranks[name]


def _grid(table: Element) -> Iterator[str]:
    wide = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    open_merges: set[tuple[int, int]] = set()
    for number, row in enumerate(table.iter(f"{_W}tr"), start=1):
        at, merges = 0, set()
        for cell in row.findall(f"{_W}tc"):
            span = _value(cell, "gridSpan", "1")
            place = (at, int(span))
            merge = _value(cell, "vMerge", "continue")
            if cell.find(f"{_W}tcPr/{_W}vMerge") is not None:
                merges.add(place)
                if merge == "continue" and place not in open_merges:
                    yield f"row {number}: the cell at {at} continues no cell"
            if not len(cell) or cell[-1].tag != f"{_W}p":
                yield f"row {number}: the cell at {at} does not end in a paragraph"
            at += int(span)
        if at != wide:
            yield f"row {number}: its cells span {at} of {wide} columns"
        open_merges = merges


def _value(cell: Element, name: str, default: str) -> str:
    found = cell.find(f"{_W}tcPr/{_W}{name}")
    return default if found is None else found.get(f"{_W}val", default)
