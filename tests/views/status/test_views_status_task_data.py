"""One task for machines: the document's words, figures as text, what was reported in its order."""

from __future__ import annotations

from typing import Any

from parplan.views.status.task_data import task_data
from workspaces import Builder

TARGET = "{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 90}"
TASK = f"- {{id: A, kind: once, lead: [cac-so], deadline: {{rule: ngày 30/9/2022}}, targets: [{TARGET}], …}}"


def data(w: Builder, agencies: frozenset[str] | None = None) -> dict[str, Any]:
    w.tasks(TASK)
    said = "status: done, date: 2022-09-0{}, values: {{ty-le: {{done: {}, of: 10}}}}"
    w.report("2022-10", "so-noi-vu", f"- {{task: A, {said.format(2, 9)}}}")
    w.report(
        "2022-09",
        "so-tu-phap",
        f"- {{task: A, {said.format(5, 8)}, evidence: [{{type: document, number: 1/BC}}]}}",
    )
    standings = w.standings("2022-11-01")
    return task_data(standings, standings.plan.tasks[0], agencies)


def test_the_document_s_words_and_the_rule_stand_apart(w: Builder) -> None:
    made = data(w)
    assert (made["quote"], made["deadline"]) == ("Việc phải làm", {"words": None, "rule": "ngày 30/9/2022"})
    assert (made["criteria"], made["product"], made["sample"]) == ([], None, False)


def test_figures_are_text_and_their_sum_says_whose_it_is(w: Builder) -> None:
    (target,) = data(w)["targets"]
    assert (target["done"], target["of"], target["value"]) == ("17", "20", "85")
    assert (target["units"], target["asked"], target["verdict"]) == (["so-noi-vu", "so-tu-phap"], 3, "missed")


def test_what_was_reported_stands_in_its_order(w: Builder) -> None:
    first, second = data(w)["updates"]
    assert (first["month"], first["agency"], first["values"]["ty-le"]["done"]) == ("2022-09", "so-tu-phap", "8")
    assert first["evidence"][0]["number"] == "1/BC"
    assert (second["agency"], second["evidence"]) == ("so-noi-vu", [])


def test_of_some_units_only_theirs_is_told(w: Builder) -> None:
    made = data(w, frozenset({"so-tu-phap"}))
    assert [one["agency"] for one in made["assignments"]] == ["so-tu-phap"]
    assert [one["agency"] for one in made["updates"]] == ["so-tu-phap"]
