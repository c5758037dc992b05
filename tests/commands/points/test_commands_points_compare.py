"""parplan compare, whole: the figures of the real results, and what is not known of them."""

from __future__ import annotations

import json

import pytest

from golden import check_golden
from running import run_in
from workspaces import REPOSITORY, RESULTS, Builder


def compare(*years: str, columns: int = 100) -> str:
    ran = run_in(REPOSITORY, "compare", *years, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def lines_of(text: str) -> list[str]:
    """The lines, runs of blanks made one."""
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("years", [(), ("2020", "2021")], ids=["newest", "2020-2021"])
def test_two_years_are_told_as_they_were(years: tuple[str, ...], columns: int) -> None:
    name = "-".join(years) or "newest"
    check_golden(f"compare-{name}-{columns}.txt", compare(*years, columns=columns))


def test_par_index_rose_nine_places_though_its_score_of_2020_is_not_known() -> None:
    lines = lines_of(compare("2020", "2021"))
    assert "Điểm chưa có số liệu 86,57 chưa có số liệu" in lines
    assert "Xếp hạng 42/63 33/63, nhóm B tăng 09 bậc" in lines


def test_sipas_rose_in_score_and_fell_four_places() -> None:
    lines = lines_of(compare("2020", "2021"))
    assert "Điểm 80,60 84,24 tăng 3,64" in lines
    assert "Xếp hạng 53/63 57/63 giảm 04 bậc" in lines


def test_the_published_change_stands_beside_the_computed_one() -> None:
    text = " ".join(compare("2021", "2022", columns=200).split())
    assert "86,57 80,91 công bố: giảm 5,67; tính từ điểm đã công bố: giảm 5,66" in text


def test_years_measured_by_different_sets_are_said_to_be() -> None:
    text = " ".join(compare("2021", "2022", columns=200).split())
    assert "Quyết định số 1149/QĐ-BNV" in text
    assert "Quyết định số 876/QĐ-BNV" in text
    assert "không so sánh được" in text


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_one_year_is_compared_with_the_year_before(year: str) -> None:
    assert compare(year) == compare(str(int(year) - 1), year)


@pytest.mark.parametrize(("years", "marked"), [(("2020", "2021"), False), (("2021", "2022"), True)])
def test_a_footnote_has_its_mark_and_a_mark_its_footnote(years: tuple[str, str], marked: bool) -> None:
    lines = compare(*years, columns=200).splitlines()
    assert any(line.startswith("* ") for line in lines) is any(line.endswith(" *") for line in lines) is marked


def test_a_file_of_results_with_an_error_is_named(w: Builder) -> None:
    w.write(RESULTS, "year: 2022\nresults:\n  - {index: PAR, place: quang-nam, score: nhiều}\n")
    ran = run_in(w.root, "compare", "2021", "2022")
    assert (ran.code, ran.out) == (1, "")
    assert RESULTS in ran.err
    assert "kết quả: ." not in ran.err


def test_for_machines_figures_stay_as_published() -> None:
    found = json.loads(run_in(REPOSITORY, "compare", "2021", "2022", "--format", "json").out)
    assert (found["schema_version"], found["from"], found["to"]) == (1, 2021, 2022)
    par = next(index for index in found["indexes"] if index["index"] == "PAR")
    assert (par["before"]["score"], par["after"]["score"]) == ("86.57", "80.91")
    assert (par["change"]["published_score"], par["change"]["score"]) == ("-5.67", "-5.66")
    assert par["change"]["sets_differ"] is True
    sipas = next(index for index in found["indexes"] if index["index"] == "SIPAS")
    assert sipas["after"] is None or sipas["after"]["score"] is None


def test_years_of_which_nothing_is_known_are_refused_with_the_known_ones() -> None:
    ran = run_in(REPOSITORY, "compare", "1998", "1999")
    assert (ran.code, ran.out) == (1, "")
    assert "Các năm có kết quả: " in ran.err


def test_where_no_result_is_known_at_all_it_says_so(w: Builder) -> None:
    ran = run_in(w.root, "compare")
    assert (ran.code, ran.out) == (1, "")
    assert "Chưa có kết quả nào" in ran.err
