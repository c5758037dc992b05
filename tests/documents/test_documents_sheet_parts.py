"""Tests of parplan.documents.sheet_parts: sheets stand in the workbook's order."""

from __future__ import annotations

from parplan.documents.sheet_parts import sheet_parts

BOOK = b'<sheets><sheet name="B" r:id="rId2"/><sheet name="A" r:id="rId1"/><sheet r:id="x"/></sheets>'
RELATIONS = (
    b'<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Target="/xl/worksheets/b.xml" Id="rId2"/>'
)


def test_sheets_come_in_the_order_of_the_workbook() -> None:
    parts = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS}
    assert list(sheet_parts(parts)) == ["xl/worksheets/b.xml", "xl/worksheets/sheet1.xml", ""]
    assert list(sheet_parts({})) == []
