"""Tests of parplan.options.codes."""

from __future__ import annotations

import pytest

from parplan.finding import Code, Family, Finding, Severity, Stop
from parplan.model.settings import Telling
from parplan.options.codes import choose, codes_named, slugs
from parplan.where import Where


def test_without_a_wish_everything_is_told_and_errors_fail() -> None:
    choice = choose(None, (), (), None)
    assert (choice.codes, choice.bar) == (frozenset(Code), Severity.ERROR)


def test_codes_and_families_are_named_one_by_one_or_with_commas() -> None:
    assert codes_named(["agency-unknown", "task-unknown, id-invalid"]) == {
        Code.AGENCY_UNKNOWN,
        Code.TASK_UNKNOWN,
        Code.ID_INVALID,
    }
    assert {code.family for code in codes_named(["progress"])} == {Family.PROGRESS}


def test_what_is_ignored_is_not_told_though_selected() -> None:
    choice = choose(None, ["text"], ["tone-mixed"], "hint")
    assert choice.codes == codes_named(["text"]) - {Code.TONE_MIXED}
    assert choice.bar is Severity.HINT
    told = [Finding(Code.TONE_MIXED, Where("x")), Finding(Code.TEXT_NOT_NFC, Where("x"))]
    assert choice.of(told) == (told[1],)


def test_the_workspace_s_settings_stand_where_nothing_else_was_asked_for() -> None:
    own = Telling(select=("file", "schema"), ignore=("key-unknown", "no-such-code"), fail_on="warning")
    choice = choose(own, (), (), None)
    assert choice.codes == codes_named(["file", "schema"]) - {Code.KEY_UNKNOWN}
    assert choice.bar is Severity.WARNING
    asked = choose(own, ["text"], ["tone-mixed"], "error")
    assert (asked.codes, asked.bar) == (codes_named(["text"]) - {Code.TONE_MIXED}, Severity.ERROR)


def test_a_code_that_is_asked_for_by_name_is_told_though_the_settings_pass_it_over() -> None:
    own = Telling(ignore=("evidence-missing",))
    assert choose(own, ["evidence-missing"], (), None).codes == {Code.EVIDENCE_MISSING}
    assert Code.EVIDENCE_MISSING not in choose(own, (), (), None).codes


def test_a_name_that_is_none_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(Stop) as stopped:
        codes_named(["agency-unknwon"])
    assert (stopped.value.reason, stopped.value.near) == ("code-unknown", "agency-unknown")


@pytest.mark.parametrize("bar", list(Severity))
def test_a_weight_reaches_itself_and_all_below(bar: Severity) -> None:
    order = list(Severity)
    assert [weight for weight in order if weight.reaches(bar)] == order[: order.index(bar) + 1]


def test_slugs_are_those_of_the_catalogue() -> None:
    assert slugs() == tuple(code.slug for code in Code)
