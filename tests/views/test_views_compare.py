"""Changes in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parplan.facts.change import changes
from parplan.reading.load import Loaded
from parplan.views.compare import ChangeWords, compare_data, compare_view
from parplan.words import words
from workspaces import REPOSITORY

SAID = ChangeWords(words("vi"))


@pytest.mark.parametrize(
    ("change", "said"),
    [("3.64", "tăng 3,64"), ("-5.66", "giảm 5,66"), ("0", "không đổi"), (None, "chưa có số liệu")],
)
def test_a_change_of_score_is_said_in_words(change: str | None, said: str) -> None:
    assert SAID.score(Decimal(change) if change else None) == said


@pytest.mark.parametrize(("change", "said"), [(9, "tăng 09 bậc"), (-4, "giảm 04 bậc"), (None, "chưa có số liệu")])
def test_a_change_of_rank_is_said_in_places(change: int | None, said: str) -> None:
    assert SAID.places(change) == said


def test_an_unknown_figure_is_never_a_number(shipped: Loaded) -> None:
    assert (SAID.figure(None), SAID.rank(None), SAID.against(None)) == ("chưa có số liệu",) * 3
    assert SAID.figure(Decimal("86.5")) == "86,50"
    found = compare_data(changes(shipped.workspace, "quang-nam", 2020, 2021), "quang-nam", 2020, 2021)
    assert found["indexes"][0]["before"]["score"] is None


def test_every_source_is_named_once(shipped: Loaded) -> None:
    made = compare_view(changes(shipped.workspace, "quang-nam", 2021, 2022), "Quảng Nam", 2021, 2022, words("vi"))
    assert len(made.sources) == len(set(made.sources)) > 0
    assert (REPOSITORY / "data" / "results" / "2022.yaml").is_file()


def test_what_was_measured_alike_needs_no_note(shipped: Loaded) -> None:
    made = compare_view(changes(shipped.workspace, "quang-nam", 2020, 2021), "Quảng Nam", 2020, 2021, words("vi"))
    assert made.notes == ()
