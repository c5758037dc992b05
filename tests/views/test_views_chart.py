"""A chart holds one figure of each series for each category, and the same figures written out."""

from __future__ import annotations

from parplan.views.chart import Chart, Series
from parplan.views.table import Column, Row, Table


def test_what_is_unknown_is_none_and_no_zero() -> None:
    table = Table((Column("Năm"), Column("Điểm")), (Row(("2020", "…")), Row(("2021", "86,57"))))
    chart = Chart("Biểu đồ 1", "Đường.", "lines", ("2020", "2021"), (Series("Điểm", (None, 86)),), "Điểm", table)
    assert (chart.series[0].values, chart.decimals) == ((None, 86), 0)
