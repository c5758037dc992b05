"""Tests of parplan.commands.write.publish: a published result, with its source."""

from __future__ import annotations

import pytest

from running import run_in, snapshot
from workspaces import RESULTS, Builder

SOURCE = ("--source", "Công văn số 1/BNV-CCHC")


def test_a_result_is_written_as_it_was_published(w: Builder) -> None:
    typed = ("--score", "86,57", "--rank", "33/63", "--change", "-1,5", "--places", "+4", "--date", "19/4/2023")
    assert run_in(w.root, "publish", "par index", "2022", *typed, *SOURCE).code == 0
    assert w.text(RESULTS) == (
        "results:\n  - index: PAR\n    year: 2022\n    place: quang-nam\n    score: 86.57\n    rank: 33\n"
        "    ranked: 63\n    change:\n      from: 2021\n      score: -1.5\n      places: 4\n"
        "    published: 2023-04-19\n    mark: read\n    source: Công văn số 1/BNV-CCHC\n"
    )
    assert run_in(w.root, "validate").code == 0


def test_a_result_that_is_there_is_changed_and_another_is_added(w: Builder) -> None:
    run_in(w.root, "publish", "PAR", "2022", "--score", "86,57", *SOURCE)
    argv = ("publish", "PAR", "2022", "--score", "86,58", *SOURCE)
    again = run_in(w.root, *argv)
    assert (again.code, "--replace" in again.err) == (1, True)
    assert run_in(w.root, *argv, "--replace").code == 0
    assert "score: 86.58\n" in w.text(RESULTS)
    assert run_in(w.root, "publish", "PAR", "2022", "--place", "Cả nước", "--score", "84", *SOURCE).code == 0
    assert w.text(RESULTS).count("- index: PAR") == 2


def test_a_result_may_be_that_of_a_unit(w: Builder) -> None:
    argv = ("publish", "PAR", "2022", "--place", "Sở Tư pháp", "--score", "86,57", *SOURCE)
    assert run_in(w.root, *argv).code == 0
    assert "place: so-tu-phap\n" in w.text(RESULTS)


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (["PAR", "2022", "--score", "86"], 2, "--source"),
        (["PAR", "2022", *SOURCE], 2, "điểm"),
        (["PAR", "2022", "--score", "86", "--date", "1/1/2999", *SOURCE], 2, "sau hôm nay"),
        (["PAPI", "2022", "--score", "86", *SOURCE], 2, "“PAPI”"),
        (["PAR", "2022", "--place", "Huế", *SOURCE], 2, "“Huế”"),
        (["PAR", "2022", "--score", "tám", *SOURCE], 2, "“tám”"),
        (["PAR", "2022", "--score", "186", *SOURCE], 1, "lỗi"),
        (["PAR", "2022", "--rank", "64/63", *SOURCE], 1, "lỗi"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(w: Builder, argv: list[str], code: int, told: str) -> None:
    before = snapshot(w.root)
    ran = run_in(w.root, "publish", *argv)
    assert (ran.code, told in ran.err) == (code, True)
    assert snapshot(w.root) == before
