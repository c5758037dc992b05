"""Tests of parplan.views.phrases.known: names in the place of ids."""

from __future__ import annotations

import pytest

from parplan.model.plan import Task
from parplan.model.progress import Update
from parplan.views.phrases.known import Known, shortened, written
from parplan.words import words
from workspaces import PLAN, REPORT, Builder


def test_an_id_stands_for_its_name_and_an_unknown_one_for_itself(w: Builder) -> None:
    known = Known(words("vi"), w.workspace())
    assert known.named("agency", "so-tu-phap", REPORT) == "Sở Tư pháp"
    assert known.named("index", "PAR", REPORT) == "Par Index"
    assert known.named("task", "A", REPORT) == "A “Việc”"
    assert [known.named(kind, "x", REPORT) for kind in ("agency", "task", "plan", "code")] == ["x"] * 4


def test_a_period_is_one_of_the_values_that_a_record_holds_and_a_list_is_not() -> None:
    update = Update.model_validate(
        {"task": "A", "period": "2022-Q3", "status": "done", "evidence": [{"type": "document"}]}
    )
    assert written(update) == {"task": "A", "period": "2022-Q3", "status": "done"}


def test_a_record_is_found_by_names(w: Builder) -> None:
    known = Known(words("vi"), w.workspace())
    found = known.record(PLAN, ("tasks", "B"))
    assert isinstance(found, Task)
    assert found.id == "B"
    assert known.record(PLAN, ("tasks", "Z")) is None


@pytest.mark.parametrize(
    ("text", "short"), [("một hai", "một hai"), ("một hai, ba bốn", "một hai…"), ("x" * 12, "x" * 10 + "…")]
)
def test_a_long_text_is_cut_between_words(text: str, short: str) -> None:
    assert shortened(text, 10) == short
