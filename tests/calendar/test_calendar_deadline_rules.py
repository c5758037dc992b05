"""Tests of parplan.calendar.deadline_rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.calendar import deadline_rules as deadline
from parplan.calendar.deadline_grammar import ANY_YEAR
from parplan.calendar.deadline_rules import LONGEST, Refusal
from parplan.calendar.due_days import Due, Every, Once, Rule, Within, WorkingCalendar
from parplan.calendar.period import Moment, Period
from parplan.spelling import fold

CALENDAR = WorkingCalendar.of(off=[date(2022, 9, 1), date(2022, 9, 2)], working=[date(2022, 9, 10)])


def parse(text: str, year: int = 2022) -> Rule:
    return deadline.parse(text, year)


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
    ("Quý 3/2022", "2022-09-30", "2022-09-30"),
    ("Q3/2022", "2022-09-30", "2022-09-30"),
    ("quý 3", "2022-09-30", "2022-09-30"),
    ("đến hết quý 3", "2022-09-30", "2022-09-30"),
    ("quý 3-4", "2022-12-31", "2022-12-31"),
    ("quý 3 và quý 4/2022", "2022-12-31", "2022-12-31"),
    ("hoàn thành trong quý III", "2022-09-30", "2022-09-30"),
    ("xong trong tháng 9", "2022-09-30", "2022-09-30"),
    ("trước hết tháng 9", "2022-09-30", "2022-09-30"),
    ("chậm nhất cuối tháng 9", "2022-09-30", "2022-09-30"),
    ("tháng 9, 10/2022", "2022-10-31", "2022-10-31"),
    ("từ tháng 11/2022 đến tháng 02/2023", "2023-02-28", "2023-02-28"),
    ("30/11/22", "2022-11-30", "2022-11-30"),
    ("ngày 30.11.2022", "2022-11-30", "2022-11-30"),
    ("không quá ngày 30/11", "2022-11-30", "2022-11-30"),
    ("chậm nhất vào ngày 30/11", "2022-11-30", "2022-11-30"),
    ("muộn nhất là ngày 30/11", "2022-11-30", "2022-11-30"),
    ("hạn cuối: ngày 30/11", "2022-11-30", "2022-11-30"),
    ("hoàn thành chậm nhất ngày 30/11.", "2022-11-30", "2022-11-30"),
    ("trong ngày 30/11", "2022-11-30", "2022-11-30"),
    ("từ ngày 15/8 đến ngày 30/9", "2022-09-30", "2022-09-30"),
    ("từ ngày 15/12/2022 đến hết ngày 15/01/2023", "2023-01-15", "2023-01-15"),
    ("trước tháng 12", "2022-11-30", "2022-12-01"),
    ("trước quý IV", "2022-09-30", "2022-10-01"),
    ("hoàn thành trước năm 2023", "2022-12-31", "2023-01-01"),
    ("đến trước ngày 30/9", "2022-09-29", "2022-09-30"),
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
    ("trước ngày 30 tháng 9 năm 2022", "2022-09-29", "2022-09-30"),
    ("hoàn thành trước ngày 30/9/2022", "2022-09-29", "2022-09-30"),
    ("xong trước 17 giờ ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("trước 17h00 ngày 30/9/2022", "2022-09-30", "2022-09-30"),
    ("tháng 9 năm 2022", "2022-09-30", "2022-09-30"),
    ("quý III năm 2022", "2022-09-30", "2022-09-30"),
    ("tháng 9–12/2022", "2022-12-31", "2022-12-31"),
    ("quý III–IV/2022", "2022-12-31", "2022-12-31"),
    ("06 tháng cuối năm 2022", "2022-12-31", "2022-12-31"),
    ("cuối quý III/2022", "2022-09-30", "2022-09-30"),
]

OF_THE_PLAN_S_YEAR = [
    ("trước 30/9", "2022-09-29", "2022-09-30"),
    ("trước ngày 30/9", "2022-09-29", "2022-09-30"),
    ("ngày 30/9", "2022-09-30", "2022-09-30"),
    ("chậm nhất ngày 30 tháng 9", "2022-09-30", "2022-09-30"),
    ("trước 17 giờ ngày 30/9", "2022-09-30", "2022-09-30"),
    ("trước ngày 01/3", "2022-02-28", "2022-03-01"),
    ("trước ngày 01/01", "2021-12-31", "2022-01-01"),
    ("tháng 9", "2022-09-30", "2022-09-30"),
    ("trong tháng 9", "2022-09-30", "2022-09-30"),
    ("cuối tháng 9", "2022-09-30", "2022-09-30"),
    ("hết tháng 9", "2022-09-30", "2022-09-30"),
    ("từ tháng 8 đến tháng 12", "2022-12-31", "2022-12-31"),
    ("tháng 9 - 11", "2022-11-30", "2022-11-30"),
    ("quý III", "2022-09-30", "2022-09-30"),
    ("trong quý III", "2022-09-30", "2022-09-30"),
    ("hết quý III", "2022-09-30", "2022-09-30"),
    ("quý III, IV", "2022-12-31", "2022-12-31"),
    ("quý III và quý IV", "2022-12-31", "2022-12-31"),
    ("6 tháng đầu năm", "2022-06-30", "2022-06-30"),
    ("6 tháng cuối năm", "2022-12-31", "2022-12-31"),
    ("cả năm", "2022-12-31", "2022-12-31"),
    ("trong năm", "2022-12-31", "2022-12-31"),
    ("đến hết năm", "2022-12-31", "2022-12-31"),
]
"""What names no year speaks of the plan's."""

WITHIN = [
    ("trong vòng 05 ngày làm việc kể từ ngày 12/9/2022", "2022-09-19"),
    ("trong vòng 5 ngày làm việc, kể từ ngày 12/9", "2022-09-19"),
    ("chậm nhất 05 ngày làm việc kể từ ngày 30/8/2022", "2022-09-08"),  # 1, 2 September off, 3, 4 a weekend
    ("chậm nhất là 06 ngày làm việc kể từ ngày 05/9/2022", "2022-09-12"),  # the 10th, a Saturday, is worked
    ("sau 01 ngày làm việc kể từ ngày 09/9/2022", "2022-09-10"),
    ("sau 15 ngày kể từ ngày 12/9/2022", "2022-09-27"),
    ("trong 10 ngày kể từ ngày 24/8/2022", "2022-09-03"),  # a Saturday: calendar days move nothing
    ("trong thời hạn 30 ngày kể từ ngày 30/01/2024", "2024-02-29"),
    ("trong vòng 1 ngày kể từ ngày 31/12/2022", "2023-01-01"),
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
    ("định kỳ quý", "2022-Q3", "2022-09-30", "2022-09-30"),
    ("6 tháng", "2022-H1", "2022-06-30", "2022-06-30"),
    ("định kỳ 06 tháng", "2022-H2", "2022-12-31", "2022-12-31"),
    ("trước ngày 25 hằng tháng", "2022-09", "2022-09-24", "2022-09-25"),
    ("hằng tháng, ngày 05 tháng sau", "2022-09", "2022-10-05", "2022-10-05"),
    ("hằng tháng, trước ngày 05 của tháng sau", "2022-12", "2023-01-04", "2023-01-05"),
    ("hằng quý, trước ngày 20 của tháng cuối quý", "2022-Q3", "2022-09-19", "2022-09-20"),
    ("hằng quý, ngày 05 tháng đầu quý sau", "2022-Q4", "2023-01-05", "2023-01-05"),
    ("hằng quý, trước ngày 05 của tháng đầu quý sau", "2022-Q3", "2022-10-04", "2022-10-05"),
    ("6 tháng, trước ngày 15 tháng cuối kỳ", "2022-H1", "2022-06-14", "2022-06-15"),
    ("hằng năm, chậm nhất ngày 15 tháng sau", "2022", "2023-01-15", "2023-01-15"),
    ("hằng tháng, ngày làm việc cuối cùng", "2022-09", "2022-09-30", "2022-09-30"),
    ("hằng tháng, ngày làm việc cuối cùng của tháng", "2022-12", "2022-12-30", "2022-12-30"),
    ("ngày làm việc cuối cùng hằng tháng", "2022-10", "2022-10-31", "2022-10-31"),
    ("hằng tháng, trước ngày làm việc cuối cùng", "2022-12", "2022-12-29", "2022-12-30"),
    ("hằng quý, ngày làm việc cuối cùng của quý", "2022-Q4", "2022-12-30", "2022-12-30"),
    ("trước ngày 15/12 hằng năm", "2022", "2022-12-14", "2022-12-15"),
    ("hằng năm, trước ngày 15 tháng 12", "2022", "2022-12-14", "2022-12-15"),
    ("chậm nhất ngày 20/11 hằng năm", "2022", "2022-11-20", "2022-11-20"),
    ("chậm nhất là ngày 31/1, định kỳ hằng năm", "2023", "2023-01-31", "2023-01-31"),
    ("Định kỳ hằng năm, đến hết ngày 29/2", "2023", "2023-02-28", "2023-02-28"),
    ("hằng năm ngày 29/2", "2024", "2024-02-29", "2024-02-29"),
    ("hằng năm, ngày làm việc cuối cùng", "2022", "2022-12-30", "2022-12-30"),
    ("trước ngày 20 tháng cuối quý", "2022-Q3", "2022-09-19", "2022-09-20"),
    ("hoàn thành trước ngày 20 của tháng cuối quý", "2022-Q3", "2022-09-19", "2022-09-20"),
    ("chậm nhất ngày 01 tháng đầu quý sau", "2022-Q3", "2022-10-01", "2022-10-01"),
    ("ngày 31 tháng cuối quý", "2022-Q1", "2022-03-31", "2022-03-31"),
    ("ngày 31 tháng cuối quý", "2022-Q2", "2022-06-30", "2022-06-30"),
    ("ngày 20 tháng cuối mỗi quý", "2022-Q3", "2022-09-20", "2022-09-20"),
    ("ngày 05 tháng đầu quý sau, hằng quý", "2022-Q3", "2022-10-05", "2022-10-05"),
    ("ngày làm việc cuối cùng của tháng cuối quý", "2022-Q4", "2022-12-30", "2022-12-30"),
    ("hoàn thành trước ngày 25 hằng tháng", "2022-09", "2022-09-24", "2022-09-25"),
    ("hằng tháng, hoàn thành trước ngày 05 tháng tiếp theo", "2022-09", "2022-10-04", "2022-10-05"),
    ("hằng tháng, ngày 20 của tháng", "2022-09", "2022-09-20", "2022-09-20"),
    ("hằng quý, ngày 20 tháng cuối", "2022-Q3", "2022-09-20", "2022-09-20"),
    ("hằng quý, ngày 20 tháng cuối kỳ", "2022-Q3", "2022-09-20", "2022-09-20"),
    ("hằng 6 tháng, ngày 05 tháng đầu kỳ sau", "2022-H2", "2023-01-05", "2023-01-05"),
    ("06 tháng, ngày 05 tháng đầu kỳ sau", "2022-H1", "2022-07-05", "2022-07-05"),
    ("ngày 05 tháng đầu mỗi quý sau", "2022-Q3", "2022-10-05", "2022-10-05"),
    ("6 tháng, ngày làm việc cuối cùng của kỳ", "2022-H1", "2022-06-30", "2022-06-30"),
    ("hằng năm, ngày 15 tháng cuối năm", "2022", "2022-12-15", "2022-12-15"),
    ("hằng năm, ngày 15 tháng đầu năm sau", "2022", "2023-01-15", "2023-01-15"),
    ("giai đoạn 2022-2022", "2022", "2022-12-31", "2022-12-31"),
    ("năm 2022 và các năm tiếp theo", "2023", "2023-12-31", "2023-12-31"),
    ("giai đoạn 2022-2025", "2024", "2024-12-31", "2024-12-31"),
    ("giai đoạn 2022 – 2025", "2025", "2025-12-31", "2025-12-31"),
]

KINDS = [
    ("thường xuyên", "ongoing"),
    ("Thường xuyên, liên tục", "ongoing"),
    ("định kỳ", "ongoing"),
    ("thường xuyên; kịp thời", "ongoing"),
    ("kịp thời", "on-event"),
    ("kip thoi", "on-event"),
    ("ngay sau khi có hướng dẫn", "on-event"),
    ("khi phát sinh", "on-event"),
    ("khi có phát sinh", "on-event"),
    ("nếu có phát sinh", "on-event"),
    ("kịp thời; nếu có phát sinh", "on-event"),
    ("khi có yêu cầu", "on-event"),
    ("khi có yêu cầu và hướng dẫn của Bộ Nội vụ", "on-event"),
    ("theo hướng dẫn của Bộ Nội vụ", "on-event"),
    ("theo yêu cầu của Bộ Nội vụ", "on-event"),
    ("theo quy định", "on-event"),
    ("theo đúng quy định", "on-event"),
    ("đúng thời gian yêu cầu", "on-event"),
    ("đúng thời gian quy định", "on-event"),
    ("đúng hạn", "on-event"),
    ("theo kế hoạch", "on-event"),
    ("theo tiến độ dự án", "on-event"),
    ("theo lộ trình", "on-event"),
    ("trước kỳ họp cuối năm của HĐND tỉnh", "on-event"),
    ("trước khi tự chấm điểm", "on-event"),
]

SEVERAL = [
    ("định kỳ quý, 6 tháng, năm", 3),
    ("hằng tháng, quý, năm", 3),
    ("hằng quý và hằng năm", 2),
    ("định kỳ quý, 6 tháng, 9 tháng, năm", 4),
    ("ngày 30/9/2022 và ngày 1/10/2022", 2),
    ("tháng 9, tháng 12/2022", 2),
    ("quý I; quý II; quý IV", 3),
    ("hằng 9 tháng, hằng quý", 2),  # a rhythm, though none that can be read
]


def test_a_rule_of_one_day_or_stretch_comes_to_its_day() -> None:
    dues = {text: getattr(parse(text), "due", None) for text, _, _ in ONCE}
    assert dues == {text: Due(date.fromisoformat(last), date.fromisoformat(named)) for text, last, named in ONCE}
    assert {type(parse(text)) for text, _, _ in ONCE} == {Once}


def test_a_recurring_rule_comes_to_its_day_in_each_period() -> None:
    for text, period, last, named in EVERY:
        rule = parse(text)
        assert isinstance(rule, Every), text
        due = rule.due(Period.parse(period), CALENDAR)
        assert due == Due(date.fromisoformat(last), date.fromisoformat(named)), (text, period)
        assert rule.months == Period.parse(period).months, (text, period)


@pytest.mark.parametrize(("text", "last", "named"), OF_THE_PLAN_S_YEAR)
def test_a_rule_without_a_year_speaks_of_the_plan_s(text: str, last: str, named: str) -> None:
    rule, next_year = parse(text), parse(text, 2023)
    assert isinstance(rule, Once)
    assert isinstance(next_year, Once)
    assert rule.due == Due(date.fromisoformat(last), date.fromisoformat(named))
    assert next_year.due.named.year == rule.due.named.year + 1


@pytest.mark.parametrize(("text", "last"), WITHIN)
def test_some_days_after_a_day_count_from_the_morrow(text: str, last: str) -> None:
    rule = parse(text)
    assert isinstance(rule, Within)
    assert rule.settled(CALENDAR) == Once(Due.on(date.fromisoformat(last)), rule.start)


@pytest.mark.parametrize(
    ("text", "starts", "ends", "years"),
    [
        ("năm 2022 và các năm tiếp theo", "2022-08", date(2024, 12, 31), ["2022", "2023", "2024"]),
        ("giai đoạn 2022-2023", "2022-08", date(2024, 12, 31), ["2022", "2023"]),
        ("giai đoạn 2021-2025", "2022-08", date(2024, 12, 31), ["2022", "2023", "2024"]),
        ("giai đoạn 2023-2025", "2022-08", date(2024, 12, 31), ["2023", "2024"]),
        ("giai đoạn 2022-2025", "2022-08", date(2022, 12, 31), ["2022"]),
        ("giai đoạn 2026-2030", "2022-08", date(2024, 12, 31), []),
        ("hằng năm", "2022-08", date(2024, 12, 31), ["2023", "2024"]),
        ("trước ngày 15/12 hằng năm", "2022-08", date(2024, 6, 30), ["2022", "2023"]),
        ("trước ngày 31/01 hằng năm", "2022-08", date(2024, 6, 30), ["2023", "2024"]),
        ("trước ngày 31/01 hằng năm", "2022-08", date(2022, 12, 31), []),
        ("hằng năm", "2022-08", date(2022, 12, 31), ["2022"]),
    ],
)
def test_years_that_are_named_are_owed_while_the_plan_runs(
    text: str, starts: str, ends: date, years: list[str]
) -> None:
    rule = parse(text)
    assert isinstance(rule, Every)
    assert [str(period) for period in rule.periods(Moment(Period.parse(starts)), ends)] == years


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_words_that_name_a_kind_and_no_day_say_which_kind(text: str, kind: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert (refused.value.kind, refused.value.several) == (kind, 0)


@pytest.mark.parametrize(("text", "count"), SEVERAL)
def test_several_rules_in_one_cell_are_counted(text: str, count: int) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert (refused.value.kind, refused.value.several) == (None, count)


@pytest.mark.parametrize(
    "text",
    [
        "đầu tháng 9",
        "giữa tháng 9",
        "khoảng giữa tháng 9",
        "hằng tuần",
        "theo quy định, trước ngày 30/9/2022",
        "thường xuyên, hằng tháng",
        "hằng tháng, trước ngày 30/9/2022",
        "chi thường xuyên",
        "kể từ ngày ban hành",
        "năm",
        "quý",
        "tháng",
    ],
)
def test_what_is_neither_is_not_understood(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert (refused.value.kind, refused.value.several) == (None, 0)


def test_what_is_longer_than_any_rule_is_refused_unread() -> None:
    long = "hằng tháng, " * 20
    assert len(long) > LONGEST
    with pytest.raises(Refusal) as refused:
        parse(long)
    assert (str(refused.value), refused.value.kind, refused.value.several) == (long, None, 0)


READ = [row[0] for row in (*ONCE, *OF_THE_PLAN_S_YEAR, *WITHIN, *EVERY)]


def test_case_and_diacritics_do_not_matter() -> None:
    ways = {text: [parse(way) for way in (text.upper(), fold(text), f" {text}\n")] for text in READ}
    assert ways == {text: [parse(text)] * 3 for text in READ}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "hằng ngày",
        "hằng tuần",
        "quý V/2022",
        "quý 5/2022",
        "tháng 13/2022",
        "tháng 0/2022",
        "ngày 31/9/2022",
        "ngày 29/2/2023",
        "ngày 31/9",
        "ngày 29/2",
        "tháng 13",
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
        "ngày 0 tháng cuối quý",
        "ngày 32 tháng cuối quý",
        "ngày 30/2 hằng năm",
        "từ ngày 30/9 đến ngày 15/8",
        "tháng 9,11",  # two deadlines
        "tháng 9, 11/2022",
        "tháng 9 và tháng 11",
        "hằng tháng, ngày 20 tháng cuối",
        "trước 0 giờ ngày 30/9/2022",
        "trước 25 giờ ngày 30/9/2022",
        "hằng tháng, trước ngày 20 của tháng cuối quý",
        "hằng quý, trước ngày 20 của quý",
        "hằng quý, ngày làm việc cuối cùng của tháng",
        "trong vòng 0 ngày kể từ ngày 12/9/2022",
        "trong vòng 05 ngày làm việc",
        "giai đoạn 2025-2022",
        "năm " + "2022" * 100,
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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("quý III, IV/2022", "2022-07-01"),
        ("tháng 9 - 12/2022", "2022-09-01"),
        ("tháng 9 - 12/2023", "2023-09-01"),
        ("quý III, IV/2023", "2023-07-01"),
        ("6 tháng đầu năm 2022", "2022-01-01"),
        ("6 tháng cuối năm", "2022-07-01"),
        ("năm 2023", "2023-01-01"),
        ("từ ngày 15/8 đến ngày 30/9", "2022-08-15"),
        ("từ ngày 15/8 đến ngày 30/9/2023", "2023-08-15"),
        ("từ ngày 30/9 đến ngày 30/9", "2022-09-30"),
    ],
)
def test_a_stretch_opens_on_its_first_day_in_the_year_of_its_end(text: str, start: str) -> None:
    rule = parse(text)
    assert isinstance(rule, Once)
    assert rule.start == date.fromisoformat(start)


def test_a_day_alone_opens_no_stretch() -> None:
    rule = parse("ngày 30/9/2022")
    assert isinstance(rule, Once)
    assert rule.start is None


def test_two_hundred_characters_may_be_a_rule_and_one_more_is_none() -> None:
    longest = "ngày 30/9/2022".ljust(200)
    assert parse(longest) == parse("ngày 30/9/2022")
    with pytest.raises(Refusal):
        parse(longest + " ")


def test_the_29th_of_february_is_asked_for_with_its_year_even_in_a_plan_of_a_leap_year() -> None:
    with pytest.raises(Refusal):
        parse("ngày 29/2", 2024)
    assert parse("ngày 29/2/2024", 2022) == Once(Due.on(date(2024, 2, 29)))


@pytest.mark.parametrize(
    ("text", "is_day"), [("30/9", True), ("ngày 30/9/2022", True), ("trước ngày 30/9", False)]
)
def test_a_day_alone_is_told_from_a_rule_about_a_day(text: str, is_day: bool) -> None:
    assert deadline.names_day(text) is is_day


_PIECES = ["hằng ", "tháng ", "trước ", "ngày ", "sau", "quý ", "III", "IV", "năm ", "6 ", "đến ", "/", "-", ", "]
_PIECES += ["làm việc cuối cùng", "kể từ ", "giai đoạn ", "kịp thời", "; ", "2024", "05 "]
_PIECES += ["2022", "9999", "0001", "0000", "31", "02", "29", "0", "cuối ", "chậm nhất ", "xong ", "17 giờ "]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)))
def test_reading_a_rule_raises_nothing_but_value_error(text: str) -> None:
    try:
        rule = parse(text)
    except ValueError:
        return
    if isinstance(rule, Every):
        due = rule.due(Period.parse("2022-Q3" if rule.months == 3 else "2022"), CALENDAR)
    else:
        due = rule.settled(CALENDAR).due
    assert 0 <= (due.named - due.last).days <= 1


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), st.integers(1900, 2999))
def test_whether_a_rule_is_understood_does_not_hang_on_the_year(text: str, year: int) -> None:
    def is_read(in_year: int) -> bool:
        try:
            parse(text, in_year)
        except ValueError:
            return False
        return True

    assert is_read(year) == is_read(ANY_YEAR)


def test_folding_keeps_words_apart_and_drops_marks() -> None:
    assert fold("  Đến   HẾT\tngày ") == "den het ngay"
    assert fold("Đ\u0061\u0301") == "da"


@pytest.mark.parametrize(
    ("text", "day"), [("31/9/2022", "31/9/2022"), ("trước ngày 30/2", "30/2"), ("ngày 1/13", "1/13")]
)
def test_a_day_that_no_calendar_holds_is_named(text: str, day: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert refused.value.impossible == day
