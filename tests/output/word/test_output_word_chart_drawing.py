"""The drawing of a chart: nothing covers anything, nothing repeats, nothing is left to Word's defaults."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import pytest

from parplan.output.word.chart_drawing import chart_xml, height
from parplan.views.chart import Chart, Kind, Series
from parplan.views.table import Table

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ROOM = 9071
"""Twips: 16 cm, as wide as a portrait page's text."""
PAGE = 14000
"""Twips: nearly 25 cm, as high as its text."""


def view(
    kind: Kind,
    *series: tuple[int | Decimal | None, ...],
    names: tuple[str, ...] = (),
    decimals: int = 0,
    language: str = "vi-VN",
) -> Chart:
    names = names or tuple(f"Sở {n}" for n in range(len(series[0])))
    made = tuple(Series(f"Loạt {n}", values) for n, values in enumerate(series))
    return Chart("Biểu đồ 1", "Mô tả", kind, names, made, "Lượt", Table((), ()), decimals, language)


def drawn(chart: Chart) -> Any:
    return fromstring(chart_xml(chart, ROOM, height(chart, PAGE)).encode())


def left_out(chart: Chart) -> list[list[str]]:
    """For each series the bars that have no figure printed."""
    every = drawn(chart).iter(f"{C}ser")
    return [[one.find(f"{C}idx").get("val") for one in series.iter(f"{C}dLbl")] for series in every]


def places(chart: Chart) -> list[str]:
    """For each line where its figures stand: t above, b below, r right of the point."""
    told = []
    for series in drawn(chart).iter(f"{C}ser"):
        labels = series.find(f"{C}dLbls")
        usual = labels.find(f"{C}dLblPos").get("val")
        own = {
            int(one.find(f"{C}idx").get("val")): one.find(f"{C}dLblPos").get("val")
            for one in labels.iter(f"{C}dLbl")
        }
        told.append("".join(own.get(n, usual) for n in range(len(chart.categories))))
    return told


def test_a_figure_that_would_lie_over_the_next_one_is_left_out_and_the_outer_one_stays() -> None:
    assert left_out(view("bars", (200, 20), (1, 5), (1, 5))) == [[], ["0"], []]


def test_nothing_has_no_figure_that_could_cover_another() -> None:
    assert left_out(view("bars", (200,), (1,), (0,), (None,))) == [[], [], [], []]


@pytest.mark.parametrize(("months", "turned"), [(5, False), (12, True)])
def test_figures_over_many_columns_are_turned(months: int, turned: bool) -> None:
    labels = drawn(view("columns", *[(174,) * months] * 3)).iter(f"{C}dLbls")
    turns = [one.find(f"{C}txPr/{A}bodyPr").get("rot") for one in labels]
    assert turns == ["-5400000" if turned else None] * 3


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_an_axis_of_a_few_is_not_numbered_in_halves(kind: Kind) -> None:
    assert [one.get("val") for one in drawn(view(kind, (1, 2), (1, 1))).iter(f"{C}majorUnit")] == ["1"]
    assert not list(drawn(view(kind, (100, 2), (1, 1))).iter(f"{C}majorUnit"))


def test_columns_begin_at_nothing_and_lines_where_they_are() -> None:
    assert drawn(view("columns", (90, 91))).find(f".//{C}min").get("val") == "0"
    assert drawn(view("lines", (90, 91))).find(f".//{C}min") is None


def test_lines_that_are_many_go_without_figures() -> None:
    many = tuple((Decimal(n), None) for n in range(4))
    assert list(drawn(view("lines", *many[:3])).iter(f"{C}dLbls"))
    assert not list(drawn(view("lines", *many)).iter(f"{C}dLbls"))


def test_the_figures_of_lines_that_come_close_stand_on_different_sides() -> None:
    assert places(view("lines", (1, 5, 3, None), (2, 4, 3, 7))) == ["bttt", "tbbt"]
    assert places(view("lines", (1, 2), (2, 3), (3, 1))) == ["br", "rt", "tb"]


@pytest.mark.parametrize(("language", "code"), [("vi-VN", "[$-42A]"), ("en-GB", "[$-809]"), ("xx-XX", "")])
def test_figures_are_written_as_their_language_does_on_any_machine(language: str, code: str) -> None:
    chart = drawn(view("lines", (Decimal("86.57"),), decimals=2, language=language))
    formats = {one.get("formatCode") for one in chart.iter(f"{C}numFmt")}
    assert formats == {"General", f"{code}#,##0.00", f"{code}#,##0.00;;"}


def test_the_first_three_fills_are_flat_so_that_a_legend_s_swatch_shows_them() -> None:
    three = drawn(view("bars", (1,), (2,), (3,))).iter(f"{C}ser")
    assert [one.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val") for one in three] == [
        "A6A6A6",
        "FFFFFF",
        "000000",
    ]


def test_twenty_lines_and_three_kinds_of_bars_differ_without_colour() -> None:
    twenty = drawn(view("lines", *[(n, n) for n in range(20)])).iter(f"{C}ser")
    looks = {
        (one.find(f".//{A}prstDash").get("val"), one.find(f"{C}marker/{C}symbol").get("val")) for one in twenty
    }
    assert len(looks) == 20
    three = drawn(view("bars", *[(n, n) for n in range(3)])).iter(f"{C}ser")
    assert len({tostring(one.find(f"{C}spPr")) for one in three}) == 3


def test_a_figure_stands_on_its_bar_without_a_fill_of_its_own_in_an_ink_that_shows_there() -> None:
    bars = list(drawn(view("bars", (1,), (2,), (3,))).iter(f"{C}ser"))
    shade = f"{A}solidFill/{A}srgbClr"
    assert all(one.find(f"{C}dLbls/{C}spPr/{A}noFill") is not None for one in bars)
    assert [
        (one.find(f"{C}spPr/{shade}").get("val"), one.find(f"{C}dLbls//{A}defRPr/{shade}").get("val"))
        for one in bars
    ] == [("A6A6A6", "000000"), ("FFFFFF", "000000"), ("000000", "FFFFFF")]


def test_names_get_the_room_they_need_but_not_more_than_half() -> None:
    def left(name: str) -> float:
        return float(drawn(view("bars", (1,), names=(name,))).find(f".//{C}x").get("val"))

    assert left("Sở Y tế") < left("Sở Lao động - Thương binh và Xã hội") < left("dài " * 90) == 0.5


def test_the_first_category_is_on_top_and_the_figures_axis_below() -> None:
    chart = drawn(view("bars", (1, 2)))
    assert chart.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert chart.find(f".//{C}valAx/{C}crosses").get("val") == "max"


def test_bars_get_height_by_their_number_and_no_more_than_the_page_has() -> None:
    one, ten, forty, more = (height(view("bars", (1,) * n), 12000) for n in (1, 10, 40, 400))
    assert one < ten < forty == more == 12000
    assert height(view("bars", (1,) * 40), 9000) == 9000
    assert height(view("lines", (1,)), PAGE) == height(view("columns", (1,) * 40), PAGE)


def test_a_chart_stays_legible_where_the_page_has_no_room_for_it() -> None:
    assert height(view("bars", (1,) * 40), -500) == height(view("lines", (1,)), PAGE)


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_a_chart_of_nothing_is_still_one(kind: Kind) -> None:
    chart = Chart("Biểu đồ", "Mô tả", kind, (), (Series("Không", ()),), "Lượt", Table((), ()))
    assert [one.text for one in drawn(chart).iter(f"{C}f")] == [
        "Sheet1!$B$1",
        "Sheet1!$A$2:$A$2",
        "Sheet1!$B$2:$B$2",
    ]


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_what_word_would_assume_is_written_out(kind: Kind) -> None:
    """Without these Word rounds corners, colours each bar, smooths lines, and prints names beside figures."""
    chart = drawn(view(kind, (1, 2), (3, None)))
    said = {
        "roundedCorners": "0", "varyColors": "0", "autoTitleDeleted": "1", "delete": "0", "overlay": "0",
        "invertIfNegative": "0", "smooth": "0", "showLegendKey": "0", "showSerName": "0", "showCatName": "0",
        "dispBlanksAs": "gap", "autoUpdate": "0", "date1904": "0",
    }  # fmt: skip
    own = {"lines": {"invertIfNegative"}}.get(kind, {"smooth"})
    for name, value in said.items():
        if name not in own:
            assert {one.get("val") for one in chart.iter(f"{C}{name}")} == {value}, name


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_in_a_chart_only_names_figures_and_their_places_are_text(kind: Kind) -> None:
    """Whatever else stood between the elements would be no DrawingML."""
    every = list(drawn(view(kind, (1, 2), (3, None), (4, 5), (6, 7))).iter())
    assert {one.tag for one in every if (one.text or "").strip()} == {
        f"{C}f",
        f"{C}v",
        f"{C}formatCode",
        f"{A}t",
    }
    assert not [one.tag for one in every if (one.tail or "").strip()]


def test_the_bars_fill_the_room_that_names_and_axis_leave() -> None:
    (area,) = drawn(view("bars", (1, 2))).iter(f"{C}manualLayout")
    x, y, w, h = (float(area.find(f"{C}{side}").get("val")) for side in "xywh")
    assert 0 < x < 0.5
    assert 0 < y < y + h < 1
    assert 0.9 < x + w < 1


def test_each_line_has_a_mark_and_a_dash_of_its_own() -> None:
    lines = list(drawn(view("lines", *[(1, 2)] * 5)).iter(f"{C}ser"))
    assert [one.find(f"{C}marker/{C}symbol").get("val") for one in lines] == [
        *("circle", "square", "triangle", "diamond", "x")
    ]
    dashes = [one.find(f"{C}spPr/{A}ln/{A}prstDash").get("val") for one in lines]
    assert dashes == ["solid", "dash", "sysDot", "lgDashDot", "solid"]
