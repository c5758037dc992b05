"""Tests of parplan.checks.everywhere.identity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parplan.checks.everywhere.identity import check_group_use
from parplan.finding import Code
from parplan.where import Where
from workspaces import AGENCIES, DECISIONS, INDEXES, PLAN, Builder, asked_for


@pytest.mark.parametrize(
    ("file", "old", "new", "marked"),
    [
        (AGENCIES, "name: Huyện}", "name: Huyện}\n  - {id: so, name: Lại}", "{id: «so», name: Lại"),
        (AGENCIES, "{id: so-tai-chinh, ", "{id: so-tu-phap, ", "{id: «so-tu-phap», name: Sở Tài"),
        (AGENCIES, "{id: cac-so, ", "{id: dien-ban, ", "{id: «dien-ban», name: các"),
        (INDEXES, "{id: ca-nuoc, ", "{id: quang-nam, ", "{id: «quang-nam», name: Cả"),
        (INDEXES, "{id: SIPAS, ", "{id: PAR, ", "{id: «PAR»"),
        (INDEXES, 'id: "876"', 'id: "1149" #', '«"1149"» #'),
    ],
)
def test_an_id_used_twice_is_told_where_it_is_used_again(
    w: Builder, file: str, old: str, new: str, marked: str
) -> None:
    w.tasks("- {id: D, kind: general, lead: [hoi-an], …}\n")
    if "cac-so" in old:
        w.change(AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-huyen]")
    w.change(file, old, new).refused(Code.ID_DUPLICATE, file, marked)


def test_two_tasks_do_not_share_an_id(w: Builder) -> None:
    w.tasks("- {id: A, kind: general, lead: [tat-ca], …}\n- {id: A, kind: ongoing, lead: [tat-ca], …}\n")
    w.refused(Code.ID_DUPLICATE, PLAN, "{id: «A», kind: ongoing")


def test_two_targets_of_a_task_do_not_share_an_id(w: Builder) -> None:
    target = "{id: t, measure: m, unit: u, at_least: 1}"
    w.tasks(f"- {{id: A, kind: ongoing, lead: [tat-ca], targets: [{target}, {target.replace('1', '2')}], …}}\n")
    w.refused(Code.ID_DUPLICATE, PLAN, "{id: «t», measure: m, unit: u, at_least: 2}")


def test_targets_of_two_tasks_may_share_an_id(w: Builder) -> None:
    targets = "targets: [{id: t, measure: m, unit: u, at_least: 1}]"
    w.tasks("".join(f"- {{id: {task}, kind: ongoing, lead: [tat-ca], {targets}, …}}\n" for task in "AB")).silent()


def test_decisions_of_all_months_are_one_family(w: Builder) -> None:
    decision = "- {id: q, kind: drop, task: A, from: 2022-09-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}\n"
    w.decisions("2022-08", decision).decisions("2022-09", decision)
    w.refused(Code.ID_DUPLICATE, DECISIONS, "{id: «q»")


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("{id: cac-so, name: các Sở, kinds: [so]}", "{id: cac-so, name: các Sở, members: [«cac-so»]}", "cac-so"),
        (
            "{id: cac-so, name: các Sở, kinds: [so]}",
            "{id: cac-so, name: các Sở, members: [so-noi-vu, «tat-ca»]}",
            "tat-ca",
        ),
    ],
)
def test_a_group_that_holds_itself_is_told_at_the_member(w: Builder, old: str, new: str, marked: str) -> None:
    w.change(AGENCIES, old, new.replace("«", "").replace("»", ""))
    loaded = w.load()
    assert {f.code for f in loaded.findings} == {Code.GROUP_CIRCULAR}
    places = [(loaded.span(f).line, loaded.span(f).column) for f in loaded.findings]
    assert w.place(AGENCIES, new) in places


def test_groups_that_overlap_are_no_circle(w: Builder) -> None:
    w.change(AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-so, so-noi-vu, cac-huyen, cac-huyen]")
    w.silent()


def test_a_group_of_nobody_is_told(w: Builder) -> None:
    w.change(AGENCIES, "{id: cac-huyen, name: UBND cấp huyện, kinds: [huyen]}", "{id: cac-huyen, name: x}")
    w.refused(Code.GROUP_EMPTY, AGENCIES, "{id: cac-huyen, name: x}")


@pytest.mark.parametrize(
    ("file", "old", "new", "marked"),
    [
        (AGENCIES, "{id: so-tai-chinh, ", "{id: So-Tu-Phap, ", "So-Tu-Phap"),
        (
            AGENCIES,
            "{id: cac-so, name: các Sở, kinds: [so]}",
            "{id: Dien-Ban, name: các Sở, kinds: [so]}",
            "Dien-Ban",
        ),
        (INDEXES, "{id: SIPAS, ", "{id: Par, ", "{id: «Par»"),
        (INDEXES, "{id: ca-nuoc, ", "{id: Quang-Nam, ", "Quang-Nam"),
    ],
)
def test_ids_that_differ_by_case_alone_are_told_at_the_later(
    w: Builder, file: str, old: str, new: str, marked: str
) -> None:
    w.tasks("- {id: D, kind: general, lead: [hoi-an], …}\n")
    if "cac-so" in old:
        w.change(AGENCIES, "members: [cac-so, cac-huyen]", "members: [cac-huyen]")
    w.change(file, old, new).refused(Code.ID_DIFFERS_BY_CASE, file, marked)


def test_tasks_whose_ids_differ_by_case_alone_are_told(w: Builder) -> None:
    w.tasks("- {id: III.1a, kind: general, lead: [tat-ca], …}\n- {id: III.1A, kind: general, lead: [tat-ca], …}\n")
    w.refused(Code.ID_DIFFERS_BY_CASE, PLAN, "III.1A")


def test_an_id_used_twice_is_not_also_told_to_differ_by_case(w: Builder) -> None:
    tasks = "".join(f"- {{id: {name}, kind: general, lead: [tat-ca], …}}\n" for name in ("Ba", "BA", "Ba"))
    w.tasks(tasks)
    assert w.codes() == ["id-differs-by-case", "id-duplicate"]


def test_ids_of_two_families_may_differ_by_case_alone(w: Builder) -> None:
    w.tasks("- {id: HOI-AN, kind: general, lead: [tat-ca], …}\n").silent()


GROUP = "groups:\n"


def test_a_group_that_nothing_names_is_told(w: Builder) -> None:
    w.change(AGENCIES, GROUP, GROUP + "  - {id: cac-ban, name: các Ban, members: [so-noi-vu]}\n")
    w.refused(Code.GROUP_UNUSED, AGENCIES, "cac-ban")


def test_groups_that_only_an_unused_group_names_are_unused(w: Builder) -> None:
    w.tasks("- {id: D, kind: general, lead: [cac-huyen], …}\n")
    unused = [f.values["group"] for f in w.load().findings if f.code is Code.GROUP_UNUSED]
    assert unused == ["cac-so", "tat-ca"]


@pytest.mark.parametrize(
    "task",
    [
        "lead: [tat-ca]",  # and so its members
        "lead: [hoi-an], with: [tat-ca]",
        "lead: [cac-so], with: [cac-huyen, tat-ca]",
        "lead: [cac-so], with: [cac-huyen, tat-ca], kindd: x",  # left out for its error, and yet it names them
        "lead: tat-ca",  # no list: nothing of it can be read but that it names them
    ],
)
def test_a_group_that_a_task_names_is_silent(w: Builder, task: str) -> None:
    w.tasks(f"- {{id: D, kind: general, {task}, …}}\n")
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


def test_a_group_that_a_decision_names_is_silent(w: Builder) -> None:
    w.tasks("- {id: D, kind: ongoing, lead: [hoi-an], …}\n")
    w.decisions(
        "2022-09",
        "- {id: q, kind: assign, task: D, agencies: [tat-ca], from: 2022-09-01, "
        "document: {number: 1/QĐ-UBND, issuer: ubnd-tinh}}\n",
    )
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


def test_a_group_named_with_a_typing_error_is_not_told_as_unused_too(w: Builder) -> None:
    w.tasks("- {id: D, kind: general, lead: [tat-caa], …}\n").change(
        AGENCIES, "[cac-so, cac-huyen]", "[cac-so, cac-huyenn]"
    )
    assert w.codes() == ["agency-unknown", "agency-unknown"]
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


@pytest.mark.parametrize("file", [PLAN, DECISIONS])
def test_where_a_file_that_may_name_groups_cannot_be_read_none_is_unused(w: Builder, file: str) -> None:
    w.tasks("- {id: D, kind: general, lead: [hoi-an], …}\n").write(file, "")
    assert w.codes() == ["file-empty"]
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


def test_without_a_plan_no_group_is_unused(w: Builder) -> None:
    w.remove(PLAN)
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


@pytest.mark.parametrize("name", ["aux", "NUL", "com1", "lpt9", "con.x"])
def test_an_id_that_can_be_no_file_s_name_on_windows_is_told(w: Builder, name: str) -> None:
    text = w.text(AGENCIES).replace("id: dien-ban", f"id: {name}")
    w.write(AGENCIES, text).refused(Code.ID_RESERVED, AGENCIES, f"«{name}», name")


@pytest.mark.parametrize("name", ["com", "com10", "con-dao", "so-nul"])
def test_other_ids_are_names_of_files(w: Builder, name: str) -> None:
    w.write(AGENCIES, w.text(AGENCIES).replace("id: dien-ban", f"id: {name}")).silent()


def test_decisions_under_two_plans_are_two_families(w: Builder) -> None:
    decision = "- {id: q, kind: drop, task: A, from: 2022-09-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}\n"
    w.next_plan().decisions("2022-09", decision).decisions("2023-09", decision.replace("2022", "2023"))
    w.change("data/progress/2023-09/decisions.yaml", "plan: 2022", "plan: 2023").silent()


def test_what_bears_an_id_already_is_told_where_it_stands(w: Builder) -> None:
    w.tasks("- {id: a, kind: general, lead: [tat-ca], …}\n- {id: A, kind: general, lead: [tat-ca], …}\n")
    (found,) = asked_for(w.load())
    assert found.values == {"id": "A", "first": Where(PLAN, ("tasks", 0, "id"))}
    w.tasks("- {id: A, kind: general, lead: [tat-ca], …}\n- {id: A, kind: general, lead: [tat-ca], …}\n")
    (found,) = asked_for(w.load())
    assert found.values == {"id": "A", "first": Where(PLAN, ("tasks", 0, "id"))}


def test_a_group_that_holds_itself_through_two_others_is_told_at_each(w: Builder) -> None:
    circle = [("nhom-a", "nhom-b"), ("nhom-b", "nhom-c"), ("nhom-c", "nhom-a")]
    lines = "".join(f"  - {{id: {one}, name: {one}, members: [{other}]}}\n" for one, other in circle)
    w.change(AGENCIES, GROUP, GROUP + lines)
    assert w.codes() == ["group-circular"] * 3


def test_a_unit_whose_id_is_like_a_group_s_does_not_use_the_group(w: Builder) -> None:
    w.change(AGENCIES, GROUP, GROUP + "  - {id: hoi-ann, name: các phường, members: [hoi-an]}\n")
    w.tasks("- {id: D, kind: general, lead: [tat-ca, hoi-an], …}\n")
    assert [f.values["group"] for f in w.load().findings if f.code is Code.GROUP_UNUSED] == ["hoi-ann"]


def test_a_group_named_under_a_misspelt_key_is_not_told_as_unused(w: Builder) -> None:
    w.tasks("- {id: D, kind: general, lead: [cac-so], withh: [tat-ca], …}\n")
    assert not [f for f in w.load().findings if f.code is Code.GROUP_UNUSED]


@pytest.mark.parametrize(
    ("unread", "told"),
    [
        ("data/plan-2023.yaml", False),
        ("data/progress/2022-09/decisions.yaml", False),
        ("data/progress/2022-09/", False),
        ("data/results/2022.yaml", True),
    ],
)
def test_a_group_may_be_named_in_a_plan_or_decision_that_is_unread(w: Builder, unread: str, told: bool) -> None:
    w.tasks("- {id: D, kind: general, lead: [hoi-an], …}\n")
    assert bool([*check_group_use(replace(w.workspace(), unread=frozenset({unread})))]) == told
