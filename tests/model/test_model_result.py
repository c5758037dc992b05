"""Tests of parplan.model.result, as it is read from files."""

from __future__ import annotations

from decimal import Decimal

from workspaces import RESULTS, Builder


def test_places_risen_or_fallen_have_a_sign(w: Builder) -> None:
    w.write(
        RESULTS,
        "results:\n  - {index: PAR, year: 2022, place: quang-nam, mark: read, source: x, "
        "change: {from: 2021, score: -5.67, places: +9}}\n",
    )
    change = w.workspace().results[0].results[0].change
    assert change is not None
    assert (change.from_, change.score, change.places) == (2021, Decimal("-5.67"), 9)
