"""Tests of parplan.options.forms.papers: every paper that a cell lists, each with its day, and none dropped."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.finding import Stop
from parplan.options.days import Days
from parplan.options.forms.papers import papers_of, with_day

READ = Days(date(2022, 9, 16), date(2022, 9, 16)).read
ONE, OTHER = "123/BC-STP", "45/2022/QĐ-UBND"


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}; {OTHER}",
        f"{ONE}\n{OTHER}",
        f"{ONE}, {OTHER}",
        f"{ONE} và {OTHER}",
        f"{ONE}, và {OTHER}",
        f"{ONE};\n{OTHER};",
    ],
)
def test_papers_may_be_listed_in_any_way(text: str) -> None:
    assert papers_of(text) == [ONE, OTHER]


@pytest.mark.parametrize("joint", ["; ", ", ", " và ", "\n"])
def test_each_keeps_its_day(joint: str) -> None:
    dated = [f"{ONE} ngày 12/9/2022", f"{OTHER} ngày 13/9/2022"]
    assert papers_of(joint.join(dated)) == dated


@pytest.mark.parametrize(
    "text", [f"Báo cáo số {ONE}", "Phần mềm Một cửa điện tử, tháng 9", f"{ONE} ngày 12/9/2022 của UBND tỉnh", ""]
)
def test_one_paper_or_none_stays_as_it_is_written(text: str) -> None:
    assert papers_of(text) == ([text] if text else [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("123", "form-paper-bare"),
        (f"{ONE} của UBND tỉnh, gửi kèm {OTHER}", "form-papers-joined"),
        (f"{ONE}, {OTHER} của UBND tỉnh", "form-papers-joined"),
    ],
)
def test_what_would_lose_a_word_is_refused(text: str, why: str) -> None:
    with pytest.raises(Stop) as told:
        papers_of(text)
    assert told.value.reason == why


def test_the_day_beside_it_goes_behind_the_only_one_that_has_none() -> None:
    assert with_day([ONE], "2022-09-12", READ) == [f"{ONE} 2022-09-12"]
    assert with_day([ONE, OTHER], "", READ) == [ONE, OTHER]
    for own in ("ngày 12/9/2022", "ngày 12 tháng 9 năm 2022", "12.9.2022 của UBND tỉnh"):
        assert with_day([f"{ONE} {own}"], "2022-09-12", READ) == [f"{ONE} {own}"]


@pytest.mark.parametrize(
    ("papers", "why"),
    [
        ([], "form-paper-missing"),
        ([ONE, OTHER], "form-days-several"),
        ([f"{ONE} ngày 13/9/2022"], "form-days-differ"),
    ],
)
def test_a_day_that_is_nobodys_or_another_is_refused(papers: list[str], why: str) -> None:
    with pytest.raises(Stop) as told:
        with_day(papers, "2022-09-12", READ)
    assert told.value.reason == why
