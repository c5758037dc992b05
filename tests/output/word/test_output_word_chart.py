"""A chart in a Word file: native, with its figures inside, for one toner and for those who can't see it."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from docx.oxml import parse_xml

from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.views.chart import Chart, Kind, Series
from parplan.views.table import Table
from small_report import LETTERHEAD, PAGE, with_charts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NASTY = "Sở <A> & “B” {{ x }} ' \" " + "dài " * 80


def chart(kind: Kind = "bars", **more: tuple[int | Decimal | None, ...]) -> Chart:
    values = more or {"Xong": (3, 0, None), NASTY: (Decimal("1.5"), None, 2)}
    series = tuple(Series(name, figures) for name, figures in values.items())
    names = (NASTY, "UBND", "Sở")
    return Chart("Biểu đồ 1. " + NASTY, "Mô tả " + NASTY, kind, names, series, "Lượt", Table((), ()), 1)


def package(*charts: Chart) -> ZipFile:
    page = with_charts(PAGE, charts)
    markdown = "".join(f"::: chart c{number}\n\n" for number in range(len(charts)))
    document = compose(markdown, page, LETTERHEAD)
    return ZipFile(BytesIO(packed(document)))


def part(opened: ZipFile, name: str) -> Any:
    return parse_xml(opened.read(name))


def test_the_figures_in_the_chart_are_those_of_its_workbook() -> None:
    view = chart()
    opened = package(view)
    drawn = part(opened, "word/charts/chart1.xml")
    (name,) = [name for name in opened.namelist() if name.startswith("word/embeddings/")]
    sheet = openpyxl.load_workbook(BytesIO(opened.read(name)))["Sheet1"]
    for reference in drawn.iter(f"{C}strRef", f"{C}numRef"):
        cells = sheet[reference.find(f"{C}f").text.removeprefix("Sheet1!").replace("$", "")]
        column = [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
        cached = {int(point.get("idx")): point.find(f"{C}v").text for point in reference.iter(f"{C}pt")}
        read = {n: value for n, value in enumerate(column) if value is not None}
        assert {n: str(value) for n, value in read.items()} == {
            n: str(float(text)) if isinstance(read[n], float) else text for n, text in cached.items()
        }
    assert [sheet.cell(2, 2).value, sheet.cell(4, 2).value] == [3, None]


def test_what_is_unknown_leaves_a_gap() -> None:
    drawn = part(package(chart("lines")), "word/charts/chart1.xml")
    assert drawn.find(f".//{C}dispBlanksAs").get("val") == "gap"
    points = [len(cache.findall(f"{C}pt")) for cache in drawn.iter(f"{C}numCache")]
    assert points == [2, 2]


def test_several_charts_have_ids_of_their_own_and_words_for_those_who_cannot_see_them() -> None:
    opened = package(chart(), chart("columns"), chart("lines"))
    text = opened.read("word/document.xml").decode()
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', text))) == 3
    assert all(len(words) > 20 for words in re.findall(r'descr="([^"]*)"', text))
    assert {f"word/charts/chart{n}.xml" for n in (1, 2, 3)} <= set(opened.namelist())


def test_no_colour_is_used() -> None:
    for kind in ("bars", "columns", "lines"):
        drawn = package(chart(kind)).read("word/charts/chart1.xml").decode()
        shades = set(re.findall(r'srgbClr val="(\w{6})"', drawn))
        assert all(shade[:2] == shade[2:4] == shade[4:] for shade in shades)
        assert "schemeClr" not in drawn


def test_a_chart_at_the_end_of_an_appendix_stays_with_its_closing_mark() -> None:
    appendix = PAGE.appendices["second"]._replace(parts=(chart(),))
    page = PAGE._replace(appendices={"charts": appendix._replace(ending="./.")})
    text = parse_xml(compose("::: appendix charts", page, LETTERHEAD).text or b"")
    (drawing,) = text.xpath("//w:p[.//w:drawing]")
    assert drawing.xpath("./w:pPr/w:keepNext")


def test_the_same_figures_give_the_same_bytes() -> None:
    first, second = package(chart()), package(chart())
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }


@pytest.mark.parametrize(
    "reference", ["(Kèm theo Báo cáo)", "(Kèm theo Báo cáo của " + "Sở có tên dài " * 30 + ")"]
)
def test_forty_bars_fit_the_page_under_the_head_of_their_appendix(reference: str) -> None:
    names = tuple(f"UBND huyện {n}" for n in range(40))
    view = Chart("Biểu đồ", "Mô tả", "bars", names, (Series("Xong", (1,) * 40),), "Lượt", Table((), ()))
    appendix = PAGE.appendices["second"]._replace(parts=(view,), reference=reference, landscape=False)
    made = compose("::: appendix a", PAGE._replace(appendices={"a": appendix}), LETTERHEAD)
    (high,) = (int(extent.get("cy")) / 360_000 for extent in parse_xml(made.text or b"").xpath("//wp:extent"))
    lines = 4 + len(reference) * 0.2 / 16  # head and caption; centimetres of a letter and of a line
    assert 13 < high < 25.7 - lines * 0.55
