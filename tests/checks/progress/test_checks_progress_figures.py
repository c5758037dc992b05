"""Tests of parplan.checks.progress.figures."""

from __future__ import annotations

import pytest

from parplan.finding import Code, Severity
from parplan.views.findings import tell
from parplan.words import words
from workspaces import PLAN, REPORT, Builder, asked_for

TARGET = "{id: t, measure: Tỷ lệ, unit: '%', at_least: 80}"
PROVED = "evidence: [{type: document, number: 1/BC}]"


def reported(w: Builder, figure: str, status: str = "in-progress", target: str = TARGET) -> Builder:
    w.tasks(f"- {{id: A, kind: once, lead: [so-tu-phap], targets: [{target}], …}}\n")
    update = f"{{task: A, status: {status}, date: 2022-09-10, values: {{t: {figure}}}, {PROVED}}}"
    return w.report("2022-09", "so-tu-phap", f"- {update}\n")


@pytest.mark.parametrize(("figure", "marked"), [("{of: 50}", "{of: 50}"), ("{}", "{}")])
def test_a_figure_that_says_nothing_is_told(w: Builder, figure: str, marked: str) -> None:
    reported(w, figure).refused(Code.VALUE_INCOMPLETE, REPORT, marked)


@pytest.mark.parametrize("figure", ["94", "{value: 94}", "{done: 47, of: 50}", "{done: 21}", "{done: 0, of: 0}"])
def test_a_figure_that_can_be_used_is_silent(w: Builder, figure: str) -> None:
    reported(w, figure).silent()


AT_MOST = TARGET.replace("at_least: 80", "at_most: 5")
MORE = "{id: t, measure: Số đơn vị, unit: đơn vị, more_than: 20}"
SINCE = "{id: t, measure: Số đơn vị, unit: đơn vị, more_than: {year: 2021}}"


@pytest.mark.parametrize(
    ("figure", "target", "said"),
    [
        ("79.99", TARGET, "79,99%; chỉ tiêu từ 80% trở lên"),
        ("{value: 78, of: 50}", TARGET, "78%; chỉ tiêu từ 80% trở lên"),
        ("{done: 39, of: 50}", TARGET, "78% (39/50); chỉ tiêu từ 80% trở lên"),
        ("{done: 79999, of: 100000}", TARGET, "79,99% (79999/100000); chỉ tiêu từ 80% trở lên"),
        ("{done: 50001, of: 1000000}", AT_MOST, "5,01% (50001/1000000); chỉ tiêu không quá 5%"),
        ("20", MORE, "20 đơn vị; chỉ tiêu trên 20 đơn vị"),
    ],
)
def test_what_is_done_without_reaching_its_target_is_told_with_both_figures(
    w: Builder, figure: str, target: str, said: str
) -> None:
    reported(w, figure, "done", target).refused(Code.TARGET_MISSED, REPORT, f"values: {{t: «{figure}»")
    loaded = w.load()
    told = tell(loaded, [f for f in loaded.findings if f.code is Code.TARGET_MISSED], Severity.ERROR, words("vi"))
    assert said in told.complaints[0].sentence


@pytest.mark.parametrize(
    ("figure", "status", "target"),
    [
        ("80", "done", TARGET),
        ("{done: 40, of: 50}", "done", TARGET),
        ("50", "in-progress", TARGET),  # not done yet, so nothing is missed
        ("{done: 0, of: 0}", "done", TARGET),
        ("5", "done", AT_MOST),
        ("20.01", "done", MORE),
        ("1", "done", SINCE),  # nobody wrote down what was reached in 2021
    ],
)
def test_a_target_that_was_reached_or_cannot_be_judged_is_silent(
    w: Builder, figure: str, status: str, target: str
) -> None:
    reported(w, figure, status, target).silent()


COUNT = "{id: t, measure: Số hồ sơ, unit: hồ sơ, at_least: 1}"


@pytest.mark.parametrize(
    ("figure", "bound"),
    [
        ("-0.01", {"bound": "least", "ge": 0}),
        ("-50", {"bound": "least", "ge": 0}),
        ("100.01", {"bound": "most", "le": 100}),
        ("865.7", {"bound": "most", "le": 100}),
    ],
)
def test_a_share_lies_between_nothing_and_all(w: Builder, figure: str, bound: dict[str, object]) -> None:
    reported(w, f"{{value: {figure}}}").refused(Code.VALUE_OUT_OF_RANGE, REPORT, f"value: «{figure}»")
    (found,) = asked_for(w.load())
    assert found.values == bound


@pytest.mark.parametrize(
    ("figure", "target"),
    [
        ("0", TARGET),
        ("0.5", TARGET),
        ("100", TARGET),
        ("1.082", TARGET),  # no share is a thousand and more
        ("-5", COUNT),  # what is counted has no such bounds
        ("150", COUNT),
        ("0.999", COUNT),
        ("1000.000", COUNT),
        ("1.08", COUNT),
        ("{done: 0.999, of: 5}", TARGET),
        ("{done: 1082, of: 1083}", TARGET),
    ],
)
def test_a_figure_that_can_be_read_in_one_way_only_is_silent(w: Builder, figure: str, target: str) -> None:
    reported(w, figure, target=target).silent()


@pytest.mark.parametrize(
    ("figure", "target", "text"),
    [
        ("1.000", COUNT, "1.000"),
        ("1.082", COUNT, "1.082"),
        ("999.999", COUNT, "999.999"),
        ("-1.082", COUNT, "-1.082"),
        ("{done: 1.082, of: 2000}", TARGET, "1.082"),
        ("{done: 1, of: 1.082}", TARGET, "1.082"),
    ],
)
def test_a_figure_that_may_be_thousands_is_told_with_what_it_would_be(
    w: Builder, figure: str, target: str, text: str
) -> None:
    reported(w, figure, target=target).refused(Code.THOUSANDS_DOT, REPORT, f"«{text}»" if "," in figure else text)
    (found,) = asked_for(w.load())
    assert found.values == {"text": text, "whole": text.replace(".", "")}


@pytest.mark.parametrize(
    ("target", "code", "marked"),
    [
        (TARGET.replace("80", "101"), Code.VALUE_OUT_OF_RANGE, "101"),
        (TARGET.replace("at_least: 80", "at_most: -1"), Code.VALUE_OUT_OF_RANGE, "at_most: «-1»"),
        (COUNT.replace("at_least: 1", "more_than: 1.500"), Code.THOUSANDS_DOT, "1.500"),
        (COUNT.replace("at_least: 1", "more_than: {value: 1.500}"), Code.THOUSANDS_DOT, "1.500"),
    ],
)
def test_a_target_that_nobody_can_reach_or_read_is_told_in_the_plan(
    w: Builder, target: str, code: Code, marked: str
) -> None:
    w.tasks(f"- {{id: A, kind: once, lead: [so-tu-phap], targets: [{target}], …}}\n").refused(code, PLAN, marked)


@pytest.mark.parametrize("target", [TARGET, TARGET.replace("80", "100"), TARGET.replace("80", "0"), SINCE])
def test_a_target_that_can_be_reached_is_silent(w: Builder, target: str) -> None:
    w.tasks(f"- {{id: A, kind: once, lead: [so-tu-phap], targets: [{target}], …}}\n").silent()


def test_a_count_without_its_whole_is_told_without_it(w: Builder) -> None:
    reported(w, "{done: 0}", "done", COUNT)
    (found,) = asked_for(w.load())
    assert (found.code, found.values["rest"]) == (Code.TARGET_MISSED, " hồ sơ")
