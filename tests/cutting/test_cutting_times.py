"""Tests of parplan.cutting.times: a cell of time is a kind and a rule, or is asked."""

from __future__ import annotations

import pytest

from parplan.cutting.times import Time, leading_time, read_time


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("Quý I/2023", Time("once", "Quý I/2023", "Quý I/2023")),
        ("trước ngày\n15/12.", Time("once", "trước ngày 15/12", "trước ngày 15/12")),
        ("15/10/2023 (đã điều chỉnh)", Time("once", "15/10/2023 (đã điều chỉnh)", "15/10/2023")),
        ("T6/2023", Time("once", "T6/2023", "tháng 6/2023")),
        ("6/2023", Time("once", "6/2023", "tháng 6/2023")),
        ("III/2023", Time("once", "III/2023", "quý III/2023")),
        ("2023", Time("once", "2023", "năm 2023")),
        ("Hàng tháng", Time("periodic", "Hàng tháng", "Hàng tháng")),
        ("Hằng quý, trước ngày 20", Time("periodic", "Hằng quý, trước ngày 20", "Hằng quý, trước ngày 20")),
        ("Thường xuyên", Time("ongoing", "Thường xuyên")),
        ("TX", Time("ongoing", "TX")),
        ("Thường xuyên trong năm 2023", Time("ongoing", "Thường xuyên trong năm 2023")),
        ("theo phát sinh", Time("on-event", "theo phát sinh")),
        ("Theo kế hoạch", Time("on-event", "Theo kế hoạch")),
        ("không quy định; tính đến 31/12/2022", Time("once")),
    ],
)
def test_a_cell_comes_to_a_kind_and_a_rule(cell: str, time: Time) -> None:
    assert read_time(cell, 2023) == time


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("", Time("once", doubt="deadline-missing")),
        (" - ", Time("once", doubt="deadline-missing")),
        ("không quy định", Time("ongoing", doubt="kind-proposed")),
        ("khoảng giữa tháng 9", Time("once", "khoảng giữa tháng 9", doubt="deadline-unknown")),
        ("30/2/2023", Time("once", "30/2/2023", doubt="deadline-unknown")),
        (
            "Định kỳ quý, 6 tháng, năm",
            Time("periodic", "Định kỳ quý, 6 tháng, năm", "Định kỳ quý", "deadline-several"),
        ),
    ],
)
def test_what_is_not_clear_is_asked_and_no_day_is_made_of_it(cell: str, time: Time) -> None:
    assert read_time(cell, 2023) == time


def test_a_sentence_tells_its_time_only_where_it_begins_with_it() -> None:
    monthly = leading_time("Định kỳ hằng tháng tổng hợp, báo cáo", 2022)
    assert monthly == Time("periodic", "Định kỳ hằng tháng", "Định kỳ hằng tháng")
    assert leading_time("Thường xuyên rà soát", 2022) == Time("ongoing", "Thường xuyên")
    assert leading_time("Khảo sát hằng năm sự hài lòng", 2022) is None
    assert leading_time("", 2022) is None
