"""Tests of parplan.deadline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.deadline import Due, Every, Once, WorkingCalendar, fold, parse
from parplan.period import Period

ONCE = [
    ("30/9/2022", "2022-09-30", "2022-09-30"),
    ("ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("Ngày 30/09/2022", "2022-09-30", "2022-09-30"),
    ("NGÀY 05/01/2022", "2022-01-05", "2022-01-05"),
    ("2022-09-30", "2022-09-30", "2022-09-30"),
    ("đến ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("đến hết ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("den het ngay 30/9/2022", "2022-09-30", "2022-09-30"),
    ("chậm nhất ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("chậm nhất là ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("hoàn thành ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("trước 17 giờ ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("trước ngày 30/9/2022", "2022-09-29", "2022-09-30"),
    ("TRƯỚC NGÀY 30/9/2022", "2022-09-29", "2022-09-30"),
    ("truoc ngay 30/9/2022", "2022-09-29", "2022-09-30"),
    ("xong trước ngày 30/9/2022", "2022-09-29", "2022-09-30"),
    ("trước 30/9/2022", "2022-09-29", "2022-09-30"),
    ("trước ngày 01/01/2023", "2022-12-31", "2023-01-01"),
    ("trước ngày 01/3/2024", "2024-02-29", "2024-03-01"),
    ("trước ngày 01/3/2023", "2023-02-28", "2023-03-01"),
    ("tháng 9/2022", "2022-09-30", "2022-09-30"),
    ("tháng 09/2022", "2022-09-30", "2022-09-30"),
    ("thang 2/2024", "2024-02-29", "2024-02-29"),
    ("trong tháng 10/2022", "2022-10-31", "2022-10-31"),
    ("hết tháng 9/2022", "2022-09-30", "2022-09-30"),
    ("cuối tháng 9/2022", "2022-09-30", "2022-09-30"),
    ("tháng 9 - 12/2022", "2022-12-31", "2022-12-31"),
    ("tháng 9-11/2022", "2022-11-30", "2022-11-30"),
    ("từ tháng 8 đến tháng 12/2022", "2022-12-31", "2022-12-31"),
    ("quý III/2022", "2022-09-30", "2022-09-30"),
    ("QUÝ iii/2022", "2022-09-30", "2022-09-30"),
    ("trong quý IV/2022", "2022-12-31", "2022-12-31"),
    ("hết quý II/2022", "2022-06-30", "2022-06-30"),
    ("quý III, IV/2022", "2022-12-31", "2022-12-31"),
    ("quý III-IV/2022", "2022-12-31", "2022-12-31"),
    ("quý III và quý IV/2022", "2022-12-31", "2022-12-31"),
    ("6 tháng đầu năm 2022", "2022-06-30", "2022-06-30"),
    ("6 tháng cuối năm 2022", "2022-12-31", "2022-12-31"),
    ("năm 2022", "2022-12-31", "2022-12-31"),
    ("trong năm 2022", "2022-12-31", "2022-12-31"),
    ("đến hết năm 2022", "2022-12-31", "2022-12-31"),
    ("  năm   2022 ", "2022-12-31", "2022-12-31"),
]

EVERY = [
    ("hằng tháng", "2022-09", "2022-09-30", "2022-09-30"),
    ("hàng tháng", "2022-09", "2022-09-30", "2022-09-30"),
    ("hang thang", "2022-09", "2022-09-30", "2022-09-30"),
    ("Định kỳ hằng tháng", "2022-12", "2022-12-31", "2022-12-31"),
    ("hằng tháng, trước ngày 25", "2022-09", "2022-09-24", "2022-09-25"),
    ("hằng tháng trước ngày 05 tháng sau", "2022-09", "2022-10-04", "2022-10-05"),
    ("hằng tháng trước ngày 05 tháng sau", "2022-12", "2023-01-04", "2023-01-05"),
    ("hằng tháng trước ngày 01 tháng sau", "2022-02", "2022-02-28", "2022-03-01"),
    ("hằng tháng trước ngày 1 tháng sau", "2024-02", "2024-02-29", "2024-03-01"),
    ("hằng tháng, chậm nhất ngày 25", "2022-09", "2022-09-25", "2022-09-25"),
    ("hằng tháng đến ngày 31", "2022-09", "2022-09-30", "2022-09-30"),
    ("hằng tháng đến ngày 30", "2024-02", "2024-02-29", "2024-02-29"),
    ("hằng tháng đến ngày 30 tháng sau", "2023-01", "2023-02-28", "2023-02-28"),
    ("hằng tháng trước ngày 30", "2023-02", "2023-02-28", "2023-02-28"),
    ("hằng tháng trước ngày 31", "2022-09", "2022-09-30", "2022-09-30"),
    ("hằng tháng trước ngày 30", "2022-09", "2022-09-29", "2022-09-30"),
    ("hằng quý", "2022-Q4", "2022-12-31", "2022-12-31"),
    ("hằng quý, trước ngày 20", "2022-Q3", "2022-09-19", "2022-09-20"),
    ("hằng quý trước ngày 05 tháng sau", "2022-Q4", "2023-01-04", "2023-01-05"),
    ("hằng 6 tháng", "2022-H2", "2022-12-31", "2022-12-31"),
    ("hằng năm", "2022", "2022-12-31", "2022-12-31"),
    ("định kỳ hằng năm", "2022", "2022-12-31", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "last", "named"), ONCE)
def test_a_rule_of_one_day_or_stretch_comes_to_its_day(text: str, last: str, named: str) -> None:
    rule = parse(text)
    assert isinstance(rule, Once)
    assert rule.due == Due(date.fromisoformat(last), date.fromisoformat(named))


@pytest.mark.parametrize(("text", "period", "last", "named"), EVERY)
def test_a_recurring_rule_comes_to_its_day_in_each_period(text: str, period: str, last: str, named: str) -> None:
    rule = parse(text)
    assert isinstance(rule, Every)
    due = rule.due(Period.parse(period))
    assert due == Due(date.fromisoformat(last), date.fromisoformat(named))
    assert rule.months == Period.parse(period).months


@pytest.mark.parametrize("text", [row[0] for row in ONCE] + [row[0] for row in EVERY])
def test_case_and_diacritics_do_not_matter(text: str) -> None:
    assert parse(text) == parse(text.upper()) == parse(fold(text)) == parse(f" {text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "kịp thời",
        "thường xuyên",
        "theo quy định",
        "hằng ngày",
        "hằng tuần",
        "quý V/2022",
        "quý 3/2022",
        "tháng 13/2022",
        "tháng 0/2022",
        "ngày 31/9/2022",
        "ngày 29/2/2023",
        "ngày 30/9",
        "tháng 9",
        "năm nay",
        "tháng 12-9/2022",
        "quý IV, III/2022",
        "hằng tháng trước ngày 0",
        "hằng tháng trước ngày 32",
        "ngày 2022",
        "trước ngày 1/1/0001",
        "năm 0000",
        "năm 9999",
        "tháng 12/9999",
        "ngày ٣٠/٩/٢٠٢٢",
        "chi thường xuyên 2022",
        "đầu tháng 9/2022",
        "giữa tháng 9/2022",
        "trước ngày",
        "ngày 30/9/2022 và ngày 1/10/2022",
        "0",
        "2022",
    ],
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text or " ")


@pytest.mark.parametrize("text", ["ngày 01/10/2022", "ngày 2/10/2022"])
def test_a_due_day_on_a_weekend_stays(text: str) -> None:
    rule = parse(text)
    assert isinstance(rule, Once)
    assert rule.due.last.weekday() >= 5
    assert rule.due.last == rule.due.named


def test_days_late_count_from_the_day_that_is_written() -> None:
    rule = parse("trước ngày 25/9/2022")
    assert isinstance(rule, Once)
    assert [rule.due.days_late(date(2022, 9, day)) for day in (24, 25, 26)] == [0, 0, 1]
    assert rule.due.last == date(2022, 9, 24)


def test_days_late_are_calendar_days_over_a_year_end() -> None:
    assert Due.on(date(2022, 12, 31)).days_late(date(2023, 1, 2)) == 2


def test_a_stretch_remembers_its_start() -> None:
    starts = {text: parse(text) for text in ("quý III, IV/2022", "tháng 9 - 12/2022", "ngày 30/9/2022")}
    assert [rule.start for rule in starts.values() if isinstance(rule, Once)] == [
        date(2022, 7, 1),
        date(2022, 9, 1),
        None,
    ]


_PIECES = ["hằng ", "tháng ", "trước ", "ngày ", "sau", "quý ", "III", "IV", "năm ", "6 ", "đến ", "/", "-", ", "]
_PIECES += ["2022", "9999", "0001", "0000", "31", "02", "29", "0", "cuối ", "chậm nhất ", "xong ", "17 giờ "]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)))
def test_reading_a_rule_raises_nothing_but_value_error(text: str) -> None:
    try:
        rule = parse(text)
    except ValueError:
        return
    due = rule.due if isinstance(rule, Once) else rule.due(Period.parse("2022-Q3" if rule.months == 3 else "2022"))
    assert 0 <= (due.named - due.last).days <= 1


@given(
    st.sampled_from([1, 3, 6, 12]),
    st.integers(1, 31),
    st.booleans(),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_a_recurring_due_day_lies_in_the_month_it_names(
    months: int, day: int, before: bool, next_month: bool, around: date
) -> None:
    period = Period.around(around, months)
    due = Every(months, day, before, next_month).due(period)
    month = Period.around(period.last).next(1 if next_month else 0)
    assert due.named in month
    assert due.named.day == min(day, month.last.day)


def test_weekends_and_listed_days_are_off_but_for_swapped_ones() -> None:
    calendar = WorkingCalendar.of([date(2022, 9, 1), date(2022, 9, 2)], [date(2022, 9, 10)])
    off = [day for day in range(1, 13) if calendar.is_off(date(2022, 9, day))]
    assert off == [1, 2, 3, 4, 11]
    assert calendar.last_working_day(date(2022, 9, 4)) == date(2022, 8, 31)
    assert calendar.last_working_day(date(2022, 9, 5)) == date(2022, 9, 5)


def test_folding_keeps_words_apart_and_drops_marks() -> None:
    assert fold("  Đến   HẾT\tngày ") == "den het ngay"
    assert fold("Đ\u0061\u0301") == "da"
