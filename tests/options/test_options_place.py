"""Tests of parplan.options.place: a place as people type it, and what is said of one that is not there."""

from __future__ import annotations

import pytest

from parplan.finding import Stop
from parplan.options.place import find_field, find_file, listed, short
from running import SAMPLE, sample
from workspaces import PLAN, REPORT, Builder


@pytest.mark.parametrize(
    "name",
    [
        REPORT,
        "progress/2022-09/so-tu-phap",
        "Progress\\2022-09\\So-Tu-Phap.yaml",
        f"{SAMPLE}/{REPORT}",
        "./data/progress/2022-09/so-tu-phap",
    ],
)
def test_a_file_goes_by_any_name_that_leads_to_it(name: str) -> None:
    assert find_file(sample(), name) == REPORT
    assert short(REPORT) == "progress/2022-09/so-tu-phap"


def test_the_last_part_of_an_address_may_have_points_and_colons() -> None:
    assert find_field(sample(), "plan-2022:tasks.III.2.3.title").where.file == PLAN
    assert find_field(sample(), f"{REPORT}:updates.III.1.1a.values.a.b:c").where.path[-1] == "a.b:c"


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        ("plan-2022", "field-unclear", None),
        ("plan-2023:tasks", "field-no-file", "plan-2022"),
        ("plan-2022:tasks.III.2.33.title", "field-unknown", "III.2.3"),
        ("plan-2022:tasks.III.2.3.tittle", "field-unknown", "title"),
        ("plan-2022:zzz", "field-unknown", None),
    ],
)
def test_what_is_not_there_is_refused_with_what_was_meant(text: str, reason: str, near: str | None) -> None:
    with pytest.raises(Stop) as stop:
        find_field(sample(), text)
    assert (stop.value.reason, stop.value.near) == (reason, near)


def test_a_file_that_could_not_be_read_is_refused(w: Builder) -> None:
    w.write(PLAN, "plan: *x\n")
    with pytest.raises(Stop, match=r"^field-broken"):
        find_file(w.load(), "plan-2022")


def test_only_some_of_much_is_named() -> None:
    assert listed(("a", "b")) == "a, b"
    assert listed(tuple(map(str, range(20)))).endswith("11, …")
