"""Tests of parplan.facts.target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.facts.target import Reached, Verdict, figure_of, targets
from parplan.model.progress import Measured
from workspaces import Builder


def reached(w: Builder, threshold: str = "at_least: 80", **figures: str) -> Reached:
    """What three offices reached: each figure stands in its own report."""
    target = f"{{id: ty-le, measure: Tỷ lệ, unit: '%', {threshold}}}"
    w.tasks(f"- {{id: C, kind: ongoing, lead: [cac-so], targets: [{target}], …}}\n")
    for agency, figure in figures.items():
        name = agency.replace("_", "-")
        w.report("2022-09", name, f"- {{task: C, status: in-progress, values: {{ty-le: {figure}}}}}\n")
    (found,) = targets(w.standings("2022-12-31"))
    return found


def test_numerators_and_denominators_are_summed_over_units(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 47, of: 50}", so_noi_vu="{done: 10, of: 50}")
    assert (found.done, found.of, found.value) == (Decimal(57), Decimal(100), Decimal(57))
    assert (found.units, found.asked, found.verdict) == (("so-noi-vu", "so-tu-phap"), 3, Verdict.MISSED)


def test_bare_percentages_of_several_units_are_never_summed_or_averaged(w: Builder) -> None:
    found = reached(w, so_tu_phap="90", so_noi_vu="80")
    assert (found.value, found.done, found.of, found.verdict) == (None, None, None, Verdict.UNKNOWN)
    assert (found.units, found.apart) == ((), ("so-noi-vu", "so-tu-phap"))


def test_a_bare_figure_does_not_enter_the_sum_of_others(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="100")
    assert (found.done, found.of, found.value) == (Decimal(1), Decimal(2), Decimal(50))
    assert (found.units, found.apart) == (("so-tu-phap",), ("so-noi-vu",))


def test_who_falls_short_is_found_in_a_sum_that_does_not(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="{done: 98, of: 100}")
    assert (found.verdict, found.missed) == (Verdict.REACHED, ("so-tu-phap",))


def test_one_unit_s_bare_figure_is_the_figure(w: Builder) -> None:
    found = reached(w, so_tu_phap="80.0")
    assert (found.value, found.verdict) == (Decimal("80.0"), Verdict.REACHED)


def test_nothing_of_nothing_is_no_figure(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 0, of: 0}")
    assert (found.value, found.verdict) == (None, Verdict.UNKNOWN)


def test_a_numerator_alone_is_a_number_and_a_denominator_alone_is_none(w: Builder) -> None:
    assert reached(w, so_tu_phap="{done: 5}").value == 5
    assert figure_of(Measured.model_validate({"of": "5"})) is None


def test_without_a_report_a_target_is_unknown(w: Builder) -> None:
    found = reached(w)
    assert (found.value, found.units, found.asked, found.verdict) == (None, (), 3, Verdict.UNKNOWN)


@pytest.mark.parametrize(
    ("threshold", "figure", "verdict"),
    [
        ("at_least: 80", "79.99", Verdict.MISSED),
        ("at_least: 80", "80", Verdict.REACHED),
        ("at_most: 80", "80", Verdict.REACHED),
        ("at_most: 80", "80.01", Verdict.MISSED),
        ("more_than: 80", "80", Verdict.MISSED),
        ("more_than: 80", "80.01", Verdict.REACHED),
        ("more_than: {value: 80}", "81", Verdict.REACHED),
        ("more_than: {year: 2021}", "99", Verdict.INCOMPARABLE),
    ],
)
def test_a_figure_is_held_against_its_threshold(w: Builder, threshold: str, figure: str, verdict: Verdict) -> None:
    assert reached(w, threshold, so_tu_phap=figure).verdict is verdict


def test_the_newest_figure_of_a_unit_counts(w: Builder) -> None:
    reached(w, so_tu_phap="{done: 1, of: 50}")
    w.report("2022-10", "so-tu-phap", "- {task: C, status: in-progress, values: {ty-le: {done: 40, of: 50}}}\n")
    w.report("2022-11", "so-tu-phap", "- {task: C, status: in-progress}\n")
    assert [t.done for day in ("2022-09-30", "2022-12-31") for t in targets(w.standings(day))] == [1, 40]
    assert [t.done for t in targets(w.standings(month="2022-09"))] == [1]


def test_a_unit_whose_one_figure_is_no_figure_is_not_in_the_value(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 0, of: 0}")
    assert (found.units, found.apart) == ((), ())
    assert reached(w, so_tu_phap="{done: 5}").units == ("so-tu-phap",)
    assert reached(w, so_tu_phap="80").apart == ()


def test_a_numerator_without_its_total_stands_apart_from_the_sum(w: Builder) -> None:
    found = reached(w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="{done: 5}")
    assert (found.done, found.of, found.apart) == (Decimal(1), Decimal(2), ("so-noi-vu",))


def test_of_two_figures_of_one_day_the_later_in_the_file_counts(w: Builder) -> None:
    target = "{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}"
    w.tasks(
        "- {id: C, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, "
        f"targets: [{target}], …}}\n"
    )
    updates = "".join(
        f"- {{task: C, period: 2022-{month:02}, status: in-progress, values: {{ty-le: {month}}}}}\n"
        for month in (9, 10)
    )
    w.report("2022-10", "so-tu-phap", updates)
    assert [found.value for found in targets(w.standings("2022-12-31"))] == [10]


def test_verdicts_are_named_as_machines_and_templates_read_them() -> None:
    assert [verdict.value for verdict in Verdict] == ["reached", "missed", "unknown", "incomparable"]


def test_a_value_is_of_some_until_all_who_owe_it_are_in_it(w: Builder) -> None:
    some = reached(w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="{done: 1, of: 2}")
    assert (some.is_of_some, some.key) == (True, ("C", "ty-le"))
    whole = reached(
        w, so_tu_phap="{done: 1, of: 2}", so_noi_vu="{done: 1, of: 2}", so_tai_chinh="{done: 2, of: 4}"
    )
    assert (whole.is_of_some, whole.value) == (False, Decimal(50))


def test_the_figure_of_the_newest_month_counts_of_whatever_period_it_speaks(w: Builder) -> None:
    target = "{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}"
    w.tasks(
        f"- {{id: C, kind: periodic, lead: [cac-so], deadline: {{rule: hằng tháng}}, targets: [{target}], …}}\n"
    )
    for month, period, value in (("09", "09", 30), ("10", "10", 40), ("11", "09", 50)):
        update = f"{{task: C, period: 2022-{period}, status: in-progress, values: {{ty-le: {value}}}}}"
        w.report(f"2022-{month}", "so-tu-phap", f"- {update}\n")
    assert [found.value for found in targets(w.standings("2022-12-31"))] == [50]


def test_a_denominator_without_its_numerator_stands_apart_from_the_sum(w: Builder) -> None:
    w.tasks(
        "- {id: C, kind: ongoing, lead: [cac-so], "
        "targets: [{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 80}], …}\n"
    )
    w.report("2022-09", "so-tu-phap", "- {task: C, status: in-progress, values: {ty-le: {value: 40, of: 50}}}\n")
    w.report("2022-09", "so-noi-vu", "- {task: C, status: in-progress, values: {ty-le: {done: 1, of: 2}}}\n")
    (found,) = targets(w.standings("2022-12-31"))
    assert (found.value, found.of, found.apart) == (Decimal(50), Decimal(2), ("so-tu-phap",))
