"""Tests of parplan.model.plan."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from parplan.model.plan import Target, Task, Threshold
from workspaces import PLAN, Builder

TASK = {"id": "A", "title": "Việc", "kind": "once", "lead": ["x"], "source": {"section": "III", "quote": "Việc"}}
TARGET = {"id": "t", "measure": "m", "unit": "%"}


def refused(model: Any, data: object) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as error:
        model.model_validate(data)
    return [(".".join(map(str, d["loc"])), d["type"]) for d in error.value.errors()]


def test_a_task_s_partners_are_written_with() -> None:
    assert Task.model_validate(TASK | {"with": ["y"]}).partners == ("y",)
    assert refused(Task, TASK | {"partners": ["y"]}) == [("partners", "extra_forbidden")]


@pytest.mark.parametrize("key", ["with", "criteria", "targets", "lead"])
def test_a_list_of_a_task_is_not_empty(key: str) -> None:
    assert refused(Task, TASK | {key: []}) == [(key, "too_short")]


def test_a_rule_out_of_the_closed_list_is_refused() -> None:
    assert refused(Task, TASK | {"deadline": {"rule": "sớm"}}) == [("deadline.rule", "rule_unknown")]
    assert refused(Task, TASK | {"deadline": {"rule": ["a"]}}) == [("deadline.rule", "type_wrong")]
    assert refused(Task, TASK | {"deadline": {"rule": "kịp thời"}}) == [("deadline.rule", "rule_names_kind")]
    assert refused(Task, TASK | {"deadline": {"rule": "hằng quý, năm"}}) == [("deadline.rule", "rule_several")]


def test_a_threshold_is_a_number_or_a_year() -> None:
    at_least = Target.model_validate(TARGET | {"at_least": "80"}).at_least
    assert at_least == Threshold.model_validate({"value": "80"})
    assert (
        refused(Threshold, {}) == refused(Threshold, {"value": "1", "year": "2021"}) == [("", "choice_ambiguous")]
    )


def test_a_target_has_one_threshold() -> None:
    assert refused(Target, TARGET) == [("", "choice_ambiguous")]
    assert refused(Target, TARGET | {"at_least": "1", "more_than": "1"}) == [("", "choice_ambiguous")]


def test_days_of_the_month_have_their_usual_values(w: Builder) -> None:
    reporting = w.plan().plan.reporting
    assert (reporting.closes, reporting.units_send, reporting.office_sends, reporting.due_soon_days) == (
        14,
        17,
        20,
        7,
    )


def test_the_plan_knows_where_its_parts_stand(w: Builder) -> None:
    task = w.plan().tasks[1]
    assert str(task.at("lead", 0)) == f"{PLAN}:tasks.1.lead.0"
    assert task.deadline is not None
    assert str(task.deadline.where) == f"{PLAN}:tasks.1.deadline"
