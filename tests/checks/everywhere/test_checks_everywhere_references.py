"""Tests of parplan.checks.everywhere.references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from parplan.checks.everywhere.references import (
    MOST_MEANT,
    check_references,
    check_target_references,
    names,
    untold,
)
from parplan.finding import Code, Family
from parplan.model.progress import Measured
from parplan.model.workspace import Workspace
from parplan.spelling import Folded, closest
from workspaces import (
    AGENCIES,
    DECISIONS,
    HEAD,
    INDEXES,
    PLAN,
    REPORT,
    RESULTS,
    TASKS,
    Builder,
    asked_for,
)

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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The unknown names of which it is looked up what was meant."""
    asked: list[str] = []

    class Listening(Folded):
        def closest(self, text: str) -> str | None:
            asked.append(text)
            return super().closest(text)

    monkeypatch.setattr("parplan.checks.everywhere.references.Folded", Listening)
    return asked


def test_of_very_many_unknown_names_in_a_file_only_the_first_are_held_against_all_that_are_known(
    w: Builder, asked: list[str]
) -> None:
    names = ", ".join(f"khong-co-{number}" for number in range(MOST_MEANT + 50))
    w.tasks(f"- {{id: A, kind: once, lead: [{names}], deadline: {{rule: ngày 30/9/2022}}, …}}\n")
    w.report("2022-09", "so-tu-phap", "- {task: khong-co, status: done}\n")
    assert len([code for code in w.codes() if code == "agency-unknown"]) == MOST_MEANT + 50
    assert len(asked) == MOST_MEANT + 1


def test_what_was_meant_is_a_task_of_the_file_s_own_plan(w: Builder) -> None:
    w.next_plan().change("data/plan-2023.yaml", "id: B,", "id: khac,")
    w.report("2022-09", "so-tu-phap", "- {task: BB, period: 2022-09, status: in-progress}\n")
    later = "data/progress/2023-09/so-tu-phap.yaml"
    w.write(later, w.text(REPORT).replace("2022", "2023"))
    found = {one.where.file: one.meant for one in asked_for(w.load()) if one.code is Code.TASK_UNKNOWN}
    assert found == {REPORT: None, later: None}
    w.change(PLAN, "id: B,", "id: BBB,").change("data/plan-2023.yaml", "id: C,", "id: BBx,")
    found = {one.where.file: one.meant for one in asked_for(w.load()) if one.code is Code.TASK_UNKNOWN}
    assert found == {REPORT: "BBB", later: "BBx"}


@pytest.mark.parametrize(
    ("old", "new", "named", "meant"),
    [
        ("name: Sở Tư pháp,", "name: Sở Tư pháp, short: VPTP,", "vptp", "so-tu-phap"),
        ("name: Sở Tư pháp,", "name: Sở Tư pháp, aliases: [Ngành tư pháp],", "nganh-tu-phap", "so-tu-phap"),
        ("name: UBND cấp huyện,", "name: UBND cấp huyện, aliases: [Địa phương],", "dia-phuong", "cac-huyen"),
    ],
)
def test_a_unit_or_group_named_instead_of_its_id_is_what_was_meant(
    w: Builder, old: str, new: str, named: str, meant: str
) -> None:
    w.change(AGENCIES, old, new).tasks(f"- {{id: A, kind: general, lead: [{named}], …}}\n")
    w.refused(Code.AGENCY_UNKNOWN, PLAN, named, meant=meant)


@pytest.mark.parametrize(
    ("file", "hidden"),
    [
        (AGENCIES, {"agency", "agency-or-group", "agency-kind", "ranked"}),
        (INDEXES, {"index", "place", "criterion", "ranked"}),
        (PLAN, {"plan"}),
        ("data/", {"agency", "agency-or-group", "agency-kind", "index", "place", "criterion", "plan", "ranked"}),
        ("data/results/2022.yaml", set()),
        ("data/results/", set()),
    ],
)
def test_of_a_file_that_cannot_be_read_nobody_can_tell_what_there_is(
    w: Builder, file: str, hidden: set[str]
) -> None:
    assert untold(replace(w.workspace(), unread=frozenset({file}))) == hidden
    assert untold(replace(w.workspace(), unread=frozenset({file, "data/results/2021.yaml"}))) == hidden


def unknown(workspace: Workspace) -> list[object]:
    return [finding.values["id"] for finding in check_references(workspace)]


def without(workspace: Workspace, *, left_out: Iterable[str] = (), unread: Iterable[str] = ()) -> Workspace:
    """The workspace without its units and criteria, of which these could not be read."""
    agencies = workspace.agencies.model_copy(update={"agencies": ()})
    indexes = workspace.indexes.model_copy(update={"indexes": ()})
    gone = replace(workspace, agencies=agencies, indexes=indexes)
    return replace(gone, left_out=frozenset(left_out), unread=frozenset(unread))


def test_what_has_an_error_of_its_own_is_not_told_as_unknown_where_it_is_named(w: Builder) -> None:
    w.tasks("- {id: A, kind: general, lead: [hoi-an], criteria: [{ref: PAR/876/cong-bo, by: officer}], …}\n")
    read = w.workspace()
    assert {"hoi-an", "PAR/876/cong-bo"} <= set(unknown(without(read)))
    assert "hoi-an" not in unknown(without(read, left_out=["hoi-an"]))
    assert "PAR/876/cong-bo" not in unknown(without(read, left_out=["cong-bo"]))
    assert "PAR/876/cong-bo" in unknown(without(read, left_out=["876/cong-bo", "PAR", "876"]))
    assert unknown(without(read, unread=[AGENCIES, INDEXES])) == []


def test_an_unknown_name_that_is_near_to_none_is_told_without_one(w: Builder) -> None:
    w.tasks("- {id: A, kind: general, lead: [bo-quoc-phong, hoi-ann], …}\n")
    told = [f.values for f in w.load().findings if f.code is Code.AGENCY_UNKNOWN]
    assert told == [
        {"id": "bo-quoc-phong", "name": ""},
        {"id": "hoi-ann", "name": "UBND thành phố Hội An"},
    ]


def test_an_index_is_meant_by_its_short_name_too(w: Builder) -> None:
    w.write(RESULTS, "results:\n  - {index: Par-Index, year: 2022, place: quang-nam, mark: read, source: x}\n")
    w.refused(Code.INDEX_UNKNOWN, RESULTS, "Par-Index", meant="PAR")
    w.change(INDEXES, "    short: Par Index\n", "")
    w.refused(Code.INDEX_UNKNOWN, RESULTS, "Par-Index")


def test_a_task_of_another_plan_is_unknown_in_a_month_of_this_one(w: Builder) -> None:
    w.next_plan().change("data/plan-2023.yaml", "id: C,", "id: Z9,")
    w.report("2022-09", "so-tu-phap", "- {task: Z9, status: in-progress}\n")
    w.refused(Code.TASK_UNKNOWN, REPORT, "Z9")


def test_settings_may_name_codes_and_families_and_nothing_else(w: Builder) -> None:
    known = f"{Code.TASK_UNKNOWN.slug}, {Family.SCHEMA.value}"
    w.write("data/settings.yaml", f"findings: {{ignore: [{known}]}}\n").silent()
    w.write("data/settings.yaml", "findings: {ignore: [task-unknownn]}\n")
    w.refused(Code.CODE_UNKNOWN, "data/settings.yaml", "task-unknownn", meant="task-unknown")


def test_what_there_is_to_refer_to_has_a_name_where_it_can_have_one(w: Builder) -> None:
    known = names(w.workspace())
    assert known["task"] == dict.fromkeys("ABCD", "Việc")
    assert known["agency-or-group"]["cac-so"] == "các Sở"
    assert set(known["code"].values()) == {""}


def test_a_name_that_is_wrong_all_over_a_file_is_looked_for_once(w: Builder, asked: list[str]) -> None:
    w.tasks("".join(f"- {{id: {task}, kind: general, lead: [khong-co], …}}\n" for task in "ABC"))
    assert (w.codes(), asked) == (["agency-unknown"] * 3, ["khong-co"])


@pytest.mark.parametrize(
    ("left_out", "targets", "told"),
    [
        ([], True, ["x"]),
        (["x"], True, []),  # the target is there, with an error of its own
        (["C"], True, ["x"]),  # the task's targets could be read
        (["C"], False, []),  # nobody knows which targets the task has
        ([], False, ["x"]),
    ],
)
def test_a_figure_is_not_told_as_another_target_s_while_the_target_may_be_there(
    w: Builder, left_out: list[str], targets: bool, told: list[str]
) -> None:
    w.tasks(f"- {{id: C, kind: ongoing, lead: [tat-ca], {TARGETS if targets else 'note: x'}, …}}\n")
    w.report("2022-09", "so-tu-phap", "- {task: C, status: in-progress}\n")
    read = w.workspace()
    update = read.progress[0].updates[0].model_copy(update={"values": {"x": Measured(value="1")}})
    file = read.progress[0].model_copy(update={"updates": (update,)})
    found = [*check_target_references(replace(read, progress=(file,), left_out=frozenset(left_out)))]
    assert [finding.values["id"] for finding in found] == told
    assert all(finding.values["name"] == "" for finding in found)
