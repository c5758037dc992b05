"""Tests of parplan.checks.results.rounds."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import INDEXES, RESULTS, Builder

CRITERION = "          - {id: cong-bo, name: Công bố, max: 100, mark: read}\n  - {id: SIPAS"


def sent(w: Builder, total: str, score: str) -> Builder:
    w.change(INDEXES, CRITERION.replace("max: 100, ", ""), CRITERION)
    head = "results:\n  - {index: PAR, year: 2022, place: quang-nam, set: '876', mark: read, source: x,\n"
    rounds = f"    rounds: [{{kind: self, locked: 2022-12-20{total}}}],\n"
    return w.write(RESULTS, f"{head}{rounds}    parts: [{{criterion: PAR/876/cong-bo, kind: self{score}}}]}}\n")


def test_a_locked_round_that_changed_is_told_at_its_total(w: Builder) -> None:
    sent(w, ", total: 80", ", score: 81").refused(Code.LOCKED_CHANGED, RESULTS, "total: «80»")


def test_a_score_taken_out_is_told_at_the_number_that_was_sent(w: Builder) -> None:
    sent(w, ", total: 80, scored: 2", ", score: 80").refused(Code.LOCKED_COUNT, RESULTS, "scored: «2»")


@pytest.mark.parametrize(
    ("total", "score"), [(", total: 80", ", score: 80.0"), ("", ", score: 81"), (", total: 80", "")]
)
def test_what_is_as_it_was_or_not_known_is_no_mistake(w: Builder, total: str, score: str) -> None:
    assert "locked-changed" not in sent(w, total, score).codes()


def test_a_round_of_an_unknown_index_is_told_as_that(w: Builder) -> None:
    sent(w, ", total: 80", ", score: 81").change(RESULTS, "index: PAR", "index: LA")
    assert "locked-changed" not in w.codes()
