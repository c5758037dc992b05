"""A chart as the DrawingML of its part: every look in black, white and grey, every default of Word's written out.

Must not choose what is drawn, or use a colour: an office prints on one toner.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from locale import windows_locale
from math import inf
from string import ascii_uppercase
from typing import Final

from parplan.output.text.typography import printable, width
from parplan.views.chart import Chart, Series

MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_BAR: Final = 300  # twips of height for a bar of text size, with its gap
_ABOVE: Final = 100  # twips over the bars
_BELOW: Final = 1900  # twips for the axis, its title and the legend
_BESIDE: Final = 300  # twips for half of the axis' last number
_TALL: Final = 4600  # twips: columns and lines
_TEXT: Final = 10  # points
_FIGURE: Final = 9  # points
_APART: Final = 3  # lines whose figures don't cover each other
_FEW: Final = 10  # below so many Word would number the axis in halves
_FONT: Final = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
_BLACK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_WHITE: Final = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_GREY: Final = '<a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill>'
_LINE: Final = f'<a:ln w="9525">{_BLACK}</a:ln>'
_THIN: Final = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>'
_NO_LINE: Final = "<a:ln><a:noFill/></a:ln>"
_NO_LABEL: Final = '<c:delete val="1"/>'


# Flat, for a pattern is lost in a small swatch and on a bad copy. No chart has more kinds of bars than these.
_FILLS: Final = (_GREY, _WHITE, _BLACK)
_INKS: Final = (_BLACK, _BLACK, _WHITE)  # for a figure on each of them
_DASHES: Final = ("solid", "dash", "sysDot", "lgDashDot")
# One more than dashes, so that the two come together again only after twenty lines.
_MARKERS: Final = (
    ("circle", _BLACK),
    ("square", _WHITE),
    ("triangle", _BLACK),
    ("diamond", _WHITE),
    ("x", _BLACK),
)


def height(view: Chart, tallest: int) -> int:
    """How high the chart stands, in twips: bars by their number, as far as a page has room for them."""
    wanted = max(len(view.categories), 1) * _BAR + _ABOVE + _BELOW if view.kind == "bars" else _TALL
    # a page that is full before it begins is no reason for a chart that can't be read
    return min(wanted, max(tallest, _TALL))


def chart_xml(view: Chart, room: int, tall: int) -> str:
    """The chart part, ``room`` wide and ``tall`` high (twips).

    The workbook's figures stand in it too, so that it shows without opening that.
    """
    match view.kind:
        case "bars":
            area = _bars(view, room, tall)
        case "columns":
            area = _columns(view, room)
        case "lines":
            area = _lines(view)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{_RELATIONSHIPS}">'
        f'<c:date1904 val="0"/><c:lang val="{view.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{area}</c:plotArea>'
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{_text(11)}"  # a watermark shows through
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _bars(view: Chart, room: int, tall: int) -> str:
    # Word would give the names less room than they need and break them; here they get up to half of it.
    names = max((width(name, _TEXT) * 20 for name in view.categories), default=0) + 2 * _ABOVE
    left = min(names, room / 2)
    plot = room - left - _BESIDE
    crowded = _crowded(view, plot / 20)
    labels = (
        _labels(view, "ctr", single=dict.fromkeys(sorted(crowded[n]), _NO_LABEL), ink=_INKS[n % len(_INKS)])
        for n in range(len(view.series))
    )
    series = "".join(
        _bar_series(view, n, one, beside) for n, (one, beside) in enumerate(zip(view.series, labels, strict=True))
    )
    top = max((sum(figures) for figures in _stacks(view)), default=0)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left / room:.4f}"/><c:y val="{_ABOVE / tall:.4f}"/>'
        f'<c:w val="{plot / room:.4f}"/><c:h val="{(tall - _ABOVE - _BELOW) / tall:.4f}"/>'
        '</c:manualLayout></c:layout><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="35"/><c:overlap val="100"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        + _categories(position="l", reverse=True)
        # the categories run downwards: the far end of their axis is the bottom
        + _values(view, "b", top, crosses="max")
    )


def _columns(view: Chart, room: int) -> str:
    column = room / 20 / max(len(view.categories) * (len(view.series) + 1), 1)
    figures = [figure for stack in _stacks(view) for figure in stack]
    turned = any(width(_printed(view, figure), _FIGURE) > column for figure in figures)
    labels = _labels(view, "outEnd", turned=turned)
    series = "".join(_bar_series(view, n, one, labels) for n, one in enumerate(view.series))
    return (
        f'<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        + _categories(position="b")
        + _values(view, "l", max(figures, default=0))
    )


def _lines(view: Chart) -> str:
    series = "".join(
        _line_series(view, n, one, places)
        for n, (one, places) in enumerate(zip(view.series, _apart(view), strict=True))
    )
    return (
        f'<c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        + _categories(position="b")
        + _values(view, "l", None)
    )


def _stacks(view: Chart) -> list[list[float]]:
    """The figures of each category, in the order of the series; nothing for what is unknown."""
    return [[float(one.values[n] or 0) for one in view.series] for n in range(len(view.categories))]


def _crowded(view: Chart, plot: float) -> list[set[int]]:
    """For each series the bars whose figure would lie over the next one; ``plot``: points for the longest bar."""
    crowded: list[set[int]] = [set() for _ in view.series]
    stacks = _stacks(view)
    scale = plot / (max(map(sum, stacks), default=0) or 1)
    for n, figures in enumerate(stacks):
        end, taken = sum(figures), inf
        for number, figure in reversed(list(enumerate(figures))):
            middle, half = (end - figure / 2) * scale, width(_printed(view, figure), _FIGURE) / 2
            end -= figure
            if figure and middle + half > taken:
                crowded[number].add(n)
            elif figure:
                taken = middle - half
    return crowded


def _apart(view: Chart) -> list[dict[int, str]]:
    """For each line the points whose figure stands elsewhere than above: the lowest of a category has it below."""
    places: list[dict[int, str]] = [{} for _ in view.series]
    for n in range(len(view.categories)):
        known = [(value, -m) for m, one in enumerate(view.series) if (value := one.values[n]) is not None]
        upwards = [-m for _, m in sorted(known)]
        for between in upwards[1:-1]:
            places[between][n] = "r"
        if len(upwards) > 1:
            places[upwards[0]][n] = "b"
    return places


def _bar_series(view: Chart, number: int, series: Series, labels: str) -> str:
    fill = _FILLS[number % len(_FILLS)]
    return (
        f"<c:ser>{_named(number, series)}<c:spPr>{fill}{_LINE}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{labels}{_figures(view, number, series)}</c:ser>'
    )


def _line_series(view: Chart, number: int, series: Series, places: Mapping[int, str]) -> str:
    symbol, fill = _MARKERS[number % len(_MARKERS)]
    dash = _DASHES[number % len(_DASHES)]
    single = {n: _label(view, place) for n, place in sorted(places.items())}
    labels = _labels(view, "t", single=single) if len(view.series) <= _APART else ""
    line = f'<a:ln w="19050">{_BLACK}<a:prstDash val="{dash}"/></a:ln>'
    marker = f'<c:marker><c:symbol val="{symbol}"/><c:size val="7"/><c:spPr>{fill}{_LINE}</c:spPr></c:marker>'
    return (
        f"<c:ser>{_named(number, series)}<c:spPr>{line}</c:spPr>{marker}"
        f'{labels}{_figures(view, number, series)}<c:smooth val="0"/></c:ser>'
    )


def _named(number: int, series: Series) -> str:
    cell = f"Sheet1!${_letter(number)}$1"
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{cell}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{_clean(series.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def _labels(
    view: Chart, position: str, *, single: Mapping[int, str] | None = None, turned: bool = False, ink: str = _BLACK
) -> str:
    """The figure beside each point; ``single`` has what is said instead of some points' labels, by number."""
    singly = "".join(f'<c:dLbl><c:idx val="{n}"/>{label}</c:dLbl>' for n, label in (single or {}).items())
    return f"<c:dLbls>{singly}{_label(view, position, turned=turned, ink=ink)}</c:dLbls>"


def _label(view: Chart, position: str, *, turned: bool = False, ink: str = _BLACK) -> str:
    """Nothing is written for nothing. No fill: Word's own margins would spread it over the bars beside."""
    return (
        f'<c:numFmt formatCode="{_format(view)};;" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{_text(_FIGURE, turned=turned, ink=ink)}"
        f'<c:dLblPos val="{position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _figures(view: Chart, number: int, series: Series) -> str:
    last = max(len(view.categories), 1) + 1
    names = "".join(
        f'<c:pt idx="{n}"><c:v>{_clean(category)}</c:v></c:pt>' for n, category in enumerate(view.categories)
    )
    values = "".join(
        f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(series.values) if value is not None
    )
    count = f'<c:ptCount val="{len(view.categories)}"/>'
    letter = _letter(number)
    return (
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val>"
    )


def _categories(position: str, *, reverse: bool = False) -> str:
    orientation = "maxMin" if reverse else "minMax"
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_LINE}</c:spPr>{_text(_TEXT)}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(view: Chart, position: str, top: float | None, *, crosses: str = "autoZero") -> str:
    """The axis of the figures: from nothing to ``top``, or from about the least to the largest if that is None."""
    least = "" if top is None else '<c:min val="0"/>'
    step = '<c:majorUnit val="1"/>' if top is not None and top < _FEW and not view.decimals else ""
    title = (
        f"<c:title><c:tx><c:rich>{_body(turned=position == 'l')}<a:p><a:pPr>{_manner(_TEXT)}</a:pPr>"
        f'<a:r><a:rPr b="0" sz="{_TEXT}00">{_FONT}</a:rPr><a:t>{_clean(view.axis)}</a:t></a:r></a:p>'
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:majorGridlines><c:spPr>{_THIN}</c:spPr></c:majorGridlines>{title}'
        f'<c:numFmt formatCode="{_format(view)}" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_LINE}</c:spPr>{_text(_TEXT)}'
        f'<c:crossAx val="1"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _format(view: Chart) -> str:
    """With the language's number: without it LibreOffice writes the figures as its own machine does."""
    named = (
        f"[$-{number:X}]" for number, name in windows_locale.items() if name == view.language.replace("-", "_")
    )
    return next(named, "") + "#,##0" + ("." + "0" * view.decimals if view.decimals else "")


def _printed(view: Chart, figure: float) -> str:
    return f"{figure:,.{view.decimals}f}"


def _text(points: int, *, turned: bool = False, ink: str = _BLACK) -> str:
    manner = f"<a:pPr>{_manner(points, ink)}</a:pPr>"
    return f"<c:txPr>{_body(turned=turned)}<a:p>{manner}<a:endParaRPr/></a:p></c:txPr>"


def _body(*, turned: bool) -> str:
    return '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else "<a:bodyPr/>"


def _manner(points: int, ink: str = _BLACK) -> str:
    return f'<a:defRPr sz="{points * 100}" b="0">{ink}{_FONT}</a:defRPr>'


def _letter(number: int) -> str:
    return ascii_uppercase[number + 1]


def _clean(text: str) -> str:
    return escape(printable(text), quote=False)
