"""Tests of parplan.checks.everywhere.references."""

from __future__ import annotations

import pytest

from parplan.checks.everywhere.references import MOST_MEANT
from parplan.finding import Code
from parplan.spelling import closest
from workspaces import AGENCIES, DECISIONS, HEAD, PLAN, REPORT, RESULTS, TASKS, Builder

TARGETS = "targets: [{id: ty-le, measure: m, unit: '%', at_least: 100}]"


@pytest.mark.parametrize(
    ("code", "task", "marked", "meant"),
    [
        (Code.AGENCY_UNKNOWN, "lead: [so-tu-phapp]", "so-tu-phapp", "so-tu-phap"),
        (Code.AGENCY_UNKNOWN, "lead: [So-Tu-Phap]", "So-Tu-Phap", "so-tu-phap"),
        (Code.AGENCY_UNKNOWN, "lead: [cac-soo]", "cac-soo", "cac-so"),
        (Code.AGENCY_UNKNOWN, "lead: [bo-quoc-phong]", "bo-quoc-phong", None),
        (Code.AGENCY_UNKNOWN, "lead: [tat-ca], with: [so-noi-vu, xyz]", "xyz", None),
        (
            Code.CRITERION_UNKNOWN,
            "lead: [tat-ca], criteria: [{ref: PAR/1149/cong-bo-x, by: officer}]",
            "PAR/1149/cong-bo-x",
            "PAR/1149/cong-bo",
        ),
        (
            Code.CRITERION_UNKNOWN,
            "lead: [tat-ca], criteria: [{ref: cong-bo, by: officer}]",
            "cong-bo",
            "PAR/1149/cong-bo",
        ),
    ],
)
def test_a_task_that_refers_to_nothing_is_told_with_what_was_meant(
    w: Builder, code: Code, task: str, marked: str, meant: str | None
) -> None:
    w.tasks(f"- {{id: A, kind: ongoing, {task}, …}}\n").refused(code, PLAN, marked, meant=meant)


def test_references_to_units_groups_and_criteria_are_silent(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: ongoing, lead: [so-tu-phap, cac-huyen], with: [tat-ca], "
        "criteria: [{ref: PAR/876/cong-bo, by: officer}], …}\n"
    ).silent()


@pytest.mark.parametrize(
    ("code", "old", "new", "marked", "meant"),
    [
        (Code.AGENCY_UNKNOWN, "issuer: ubnd-tinh", "issuer: ubnd-tin", "«ubnd-tin»\n", "ubnd-tinh"),
        (Code.AGENCY_UNKNOWN, "to: [ubnd-tinh]", "to: [ubnd-tinh, ubnd]", "[ubnd-tinh, «ubnd»]", None),
        (Code.AGENCY_NOT_GROUP, "coordinator: so-noi-vu", "coordinator: cac-so", "cac-so", None),
        (Code.PLACE_UNKNOWN, "place: quang-nam", "place: quang-name", "quang-name", "quang-nam"),
        (Code.TASK_UNKNOWN, "archive: VT", "archive: VT\n    task: III.2.3", "III.2.3", None),
    ],
)
def test_a_plan_s_head_that_refers_to_nothing_is_told(
    w: Builder, code: Code, old: str, new: str, marked: str, meant: str | None
) -> None:
    head = HEAD.replace(old, new)
    w.tasks("- {id: D, kind: general, lead: [hoi-an], …}\n", head).refused(code, PLAN, marked, meant=meant)


@pytest.mark.parametrize(
    ("code", "old", "new", "marked", "meant"),
    [
        (Code.AGENCY_KIND_UNKNOWN, "Sở Tài chính, kind: so", "Sở Tài chính, kind: soo", "soo", "so"),
        (Code.AGENCY_KIND_UNKNOWN, "kinds: [huyen]", "kinds: [huyenn]", "huyenn", "huyen"),
        (Code.AGENCY_UNKNOWN, "[cac-so, cac-huyen]", "[cac-so, cac-huyenn]", "cac-huyenn", "cac-huyen"),
    ],
)
def test_a_register_that_refers_to_nothing_is_told(
    w: Builder, code: Code, old: str, new: str, marked: str, meant: str | None
) -> None:
    w.change(AGENCIES, old, new).refused(code, AGENCIES, marked, meant=meant)


@pytest.mark.parametrize(
    ("code", "result", "marked", "meant"),
    [
        (Code.INDEX_UNKNOWN, "index: PARR, place: quang-nam", "PARR", "PAR"),
        (Code.PLACE_UNKNOWN, "index: PAR, place: quangnam", "quangnam", "quang-nam"),
        (
            Code.CRITERION_UNKNOWN,
            "index: PAR, place: quang-nam, parts: [{criterion: PAR/1/x, kind: self, score: 1}]",
            "PAR/1/x",
            None,
        ),
    ],
)
def test_a_result_that_refers_to_nothing_is_told(
    w: Builder, code: Code, result: str, marked: str, meant: str | None
) -> None:
    w.write(RESULTS, f"results:\n  - {{{result}, year: 2022, mark: read, source: x}}\n")
    w.refused(code, RESULTS, marked, meant=meant)


def test_an_update_of_an_unknown_task_suggests_the_near_one(w: Builder) -> None:
    w.tasks("- {id: III.5.1a, kind: ongoing, lead: [tat-ca], …}\n")
    w.report("2022-09", "so-tu-phap", "- {task: III.5.1.a, status: done}\n")
    w.refused(Code.TASK_UNKNOWN, REPORT, "III.5.1.a", meant="III.5.1a")


def test_evidence_by_an_unknown_unit_is_told(w: Builder) -> None:
    w.report(
        "2022-09",
        "so-tu-phap",
        "- {task: C, status: done, evidence: [{type: document, number: 1/BC, issuer: so-x-y-z}]}\n",
    ).refused(Code.AGENCY_UNKNOWN, REPORT, "so-x-y-z")


def test_a_group_does_not_report(w: Builder) -> None:
    w.write("data/progress/2022-09/cac-so.yaml", "plan: 2022\nmonth: 2022-09\nagency: cac-so\n")
    w.refused(Code.AGENCY_NOT_GROUP, "data/progress/2022-09/cac-so.yaml", "cac-so")


def test_a_decision_of_an_unknown_unit_is_told(w: Builder) -> None:
    w.decisions(
        "2022-09",
        "- {id: q, kind: exempt, task: A, agencies: [xyz], from: 2022-09-01, document: {number: 1/QĐ}}\n",
    )
    w.refused(Code.AGENCY_UNKNOWN, DECISIONS, "xyz")


@pytest.mark.parametrize(
    ("code", "values", "marked", "meant"),
    [
        (Code.TARGET_UNKNOWN, "{ty-lee: 1}", "ty-lee", "ty-le"),
        (Code.TARGET_UNKNOWN, "{xyz: {done: 1, of: 2}}", "xyz", None),
        (Code.COUNT_OVER_TOTAL, "{ty-le: {done: 51, of: 50}}", "51", None),
        (Code.NUMBER_INVALID, "{ty-le: '94,5'}", "'94,5'", "94.5"),
        (Code.ID_INVALID, "{tỷ lệ: 1}", "tỷ lệ", "ty-le"),
    ],
)
def test_a_figure_that_does_not_fit_its_target_is_told(
    w: Builder, code: Code, values: str, marked: str, meant: str | None
) -> None:
    w.tasks(f"- {{id: C, kind: ongoing, lead: [tat-ca], {TARGETS}, …}}\n")
    w.report("2022-09", "so-tu-phap", f"- {{task: C, status: in-progress, values: {values}}}\n")
    w.refused(code, REPORT, marked, meant=meant)


@pytest.mark.parametrize(
    "values", ["{ty-le: {done: 50, of: 50}}", "{ty-le: 94.5}", "{ty-le: {done: 0, of: 0}}", "{}"]
)
def test_a_figure_that_fits_is_silent(w: Builder, values: str) -> None:
    w.tasks(f"- {{id: C, kind: ongoing, lead: [tat-ca], {TARGETS}, …}}\n")
    w.report("2022-09", "so-tu-phap", f"- {{task: C, status: in-progress, values: {values}}}\n").silent()


def test_a_figure_for_a_task_without_targets_is_told(w: Builder) -> None:
    w.tasks(TASKS).report("2022-09", "so-tu-phap", "- {task: C, status: done, values: {x: 1}}\n")
    w.refused(Code.TARGET_UNKNOWN, REPORT, "«x»: 1")


def test_a_name_longer_than_any_is_not_compared() -> None:
    assert closest("so-noi-vu" * 1_000, ["so-noi-vu"]) is None
    assert closest("SO-NOI-VU", ["so-noi-vu"]) == "so-noi-vu"
    assert closest("xyz", []) is None


def test_of_very_many_unknown_names_only_the_first_are_held_against_all_that_are_known(
    w: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("parplan.checks.everywhere.references.closest", lambda name, _: asked.append(name))
    names = ", ".join(f"khong-co-{number}" for number in range(MOST_MEANT + 50))
    w.tasks(f"- {{id: A, kind: once, lead: [{names}], deadline: {{rule: ngày 30/9/2022}}, …}}\n")
    assert len([code for code in w.codes() if code == "agency-unknown"]) == MOST_MEANT + 50
    assert len(asked) == MOST_MEANT
