"""Tests of parplan.model.progress, as it is read from files."""

from __future__ import annotations

from decimal import Decimal

from parplan.finding import Code
from workspaces import DECISIONS, REPORT, Builder


def test_a_figure_is_a_bare_number_or_a_count_of_a_total(w: Builder) -> None:
    w.tasks(
        "- {id: C, kind: ongoing, lead: [cac-so], "
        "targets: [{id: a, measure: m, unit: u, at_least: 1}, {id: b, measure: m, unit: u, at_least: 1}], …}\n"
    )
    w.report("2022-09", "so-tu-phap", "- {task: C, status: done, values: {a: 94.5, b: {done: 47, of: 50}}}\n")
    values = w.workspace().progress[0].updates[0].values
    assert (values["a"].value, values["b"].value, values["b"].of) == (Decimal("94.5"), None, Decimal(50))


def test_a_report_may_hold_no_updates(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap").silent()
    assert w.workspace().progress[0].updates == ()


def test_evidence_is_of_a_known_type(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: C, status: done, evidence: [{type: photo}]}\n")
    w.refused(Code.VALUE_UNKNOWN, REPORT, "photo")


def test_a_decision_needs_its_paper(w: Builder) -> None:
    w.decisions("2022-09", "- {id: q, kind: drop, task: A, from: 2022-09-01}\n")
    w.refused(Code.KEY_MISSING, DECISIONS, "{id: q, kind: drop, task: A, from: 2022-09-01}")
