"""Which report is asked for: refused where the unit has none to make, and the same gist however one looks."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.finding import Stop
from parplan.model.report_time import report_period
from parplan.options.report import ReportAsked, asked_unit
from parplan.words import words
from running import sample

DAY = date(2022, 11, 1)


def asked(
    period: str = "2022-10", unit: str | None = None, *, charts: bool = False, gap: bool = False
) -> ReportAsked:
    return ReportAsked(sample(), sample().workspace.plans[2022], report_period(period), unit, DAY, charts, gap)


def test_a_unit_is_asked_for_by_any_of_its_names_and_never_a_group() -> None:
    assert {asked_unit(sample(), text, words("vi")) for text in ("so-tai-chinh", "Sở Tài chính")} == {
        "so-tai-chinh"
    }
    group = sample().workspace.agencies.groups[0].id
    with pytest.raises(Stop, match="own-report-group"):
        asked_unit(sample(), group, words("vi"))


def test_who_makes_the_report_of_all_has_none_of_its_own() -> None:
    with pytest.raises(Stop, match="own-report-office"):
        _ = asked(unit="so-noi-vu").gist


def test_an_own_report_has_another_gist_than_the_office_s() -> None:
    own = asked(unit="so-tai-chinh")
    assert [part for part in own.gist if part.startswith("work/")] == ["work/so-tai-chinh"]
    assert own.gist["work/so-tai-chinh"] != asked().gist["work/so-tai-chinh"]


def test_charts_add_the_months_and_longer_periods_have_them_unasked() -> None:
    assert [("months" in asked(*way).gist) for way in (("2022-10",), ("2022-Q4",))] == [False, True]
    assert asked(charts=True).gist.keys() - asked().gist.keys() == {"months"}


def test_lost_points_are_a_part_of_their_own() -> None:
    assert asked(gap=True).gist.keys() - asked().gist.keys() == {"gap"}


def test_a_list_tells_of_one_unit_what_it_tells_of_it_among_all() -> None:
    one, every = asked(unit="so-tai-chinh").list_gist, asked().list_gist
    assert one["work/so-tai-chinh"] == every["work/so-tai-chinh"]
    assert len(every) > len(one)
