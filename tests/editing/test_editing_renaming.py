"""Tests of parplan.editing.renaming: every reference that the model marks follows, and nothing else does."""

from __future__ import annotations

from collections import Counter

import pytest

from parplan.checks.everywhere.references import names
from parplan.editing.edit import Edited
from parplan.editing.renaming import Thing, renamed, things
from parplan.reading.load import Loaded
from refusing import refused
from running import sample
from workspaces import AGENCIES, DECISIONS, INDEXES, PLAN, REPORT, RESULTS, Builder


def test_all_that_others_refer_to_can_be_renamed() -> None:
    workspace = sample().workspace
    refs = Counter((thing.kind, thing.ref) for thing in things(workspace))
    for kind in ("task", "index", "place", "criterion"):
        assert {ref for found, ref in refs if found == kind} == names(workspace)[kind].keys()
    assert {ref for found, ref in refs if found == "agency"} == names(workspace)["agency-or-group"].keys()
    assert set(refs.values()) == {1}


@pytest.mark.parametrize(
    ("kind", "ref"), [("agency", "so-noi-vu"), ("task", "III.1.5d"), ("index", "PAR"), ("place", "quang-nam")]
)
def test_the_workspace_stands_as_before_under_the_new_id_and_back(kind: str, ref: str) -> None:
    loaded = sample()
    there = renamed(loaded, found(loaded, kind, ref), "ten-moi")
    assert there.new_errors == ()
    assert len(there.loaded.findings) == len(loaded.findings)
    back = renamed(there.loaded, found(there.loaded, kind, "ten-moi"), ref)
    first = {edit.file: edit.before for edit in there.edits if edit.before is not None}
    last = {edit.file: edit.after for edit in back.edits if edit.after is not None}
    assert last == first


def found(loaded: Loaded, kind: str, ref: str) -> Thing:
    return next(thing for thing in things(loaded.workspace) if (thing.kind, thing.ref) == (kind, ref))


def test_a_file_that_stands_in_the_way_is_not_written_over(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap").write("data/progress/2022-09/stp.yaml", "plan: 2022\n")
    loaded = w.load()
    with refused("rename-errors", exit_code=1, n=len(loaded.errors)):
        renamed(loaded, found(loaded, "agency", "so-tu-phap"), "stp")


def test_a_group_shares_its_ids_with_units_and_moves_no_file(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap")
    loaded = w.load()
    with refused("rename-taken", text="so-tu-phap"):
        renamed(loaded, found(loaded, "agency", "cac-so"), "so-tu-phap")
    made = renamed(loaded, found(loaded, "agency", "cac-so"), "so-nganh")
    assert [edit.file for edit in made.edits] == [AGENCIES]


def text_of(made: Edited, file: str) -> str:
    (edit,) = (edit for edit in made.edits if edit.file == file)
    assert edit.after is not None
    return edit.after.decode()


@pytest.mark.parametrize(
    ("ref", "new", "reason"),
    [
        ("so-tu-phap", "sở tư pháp", "rename-malformed"),
        ("so-tu-phap", "So-Noi-Vu", "rename-alike"),  # on some drives the files of both would be one
        ("so-tu-phap", "So-Tu-Phap", "rename-alike"),
        ("so-tu-phap", "con", "rename-reserved"),
        ("so-tu-phap", "Decisions", "rename-reserved"),
    ],
)
def test_an_id_that_cannot_be_a_unit_s_is_refused(w: Builder, ref: str, new: str, reason: str) -> None:
    loaded = w.load()
    with refused(reason, text=new):
        renamed(loaded, found(loaded, "agency", ref), new)


def test_what_has_no_file_of_its_own_may_have_any_id_that_no_other_reads_as(w: Builder) -> None:
    loaded = w.load()
    for new in ("a", "con", "decisions"):
        assert f"id: {new}," in text_of(renamed(loaded, found(loaded, "task", "A"), new), PLAN)
    with refused("rename-alike", text="b"):
        renamed(loaded, found(loaded, "task", "A"), "b")


def test_its_own_id_is_no_other_id(w: Builder) -> None:
    loaded = w.report("2022-09", "so-tu-phap").load()
    assert renamed(loaded, found(loaded, "agency", "so-tu-phap"), "so-tu-phap").edits == ()


def test_a_criterion_is_followed_by_those_below_it_in_its_set_and_by_those_who_name_it(w: Builder) -> None:
    below = "          - {id: thanh-phan, name: Thành phần, parent: cong-bo, mark: read}\n"
    beside = "          - {id: xep-loai, name: Xếp loại, parent: thanh-phan, mark: read}\n"
    line = "          - {id: cong-bo, name: Công bố, mark: read}\n"
    w.write(INDEXES, w.text(INDEXES).replace(line, line + below + beside))
    refers = "criteria: [{ref: PAR/1149/cong-bo, by: officer}, {ref: PAR/876/cong-bo, by: officer}]"
    w.tasks(f"- {{id: A, kind: ongoing, lead: [tat-ca], {refers}, …}}\n")
    loaded = w.load()
    for new in ("cong-khai", "PAR/1149/cong-khai"):
        made = renamed(loaded, found(loaded, "criterion", "PAR/1149/cong-bo"), new)
        first, mark, other = w.text(INDEXES).partition('      - id: "876"')
        said = first.replace("id: cong-bo", "id: cong-khai").replace("parent: cong-bo", "parent: cong-khai")
        assert text_of(made, INDEXES) == said + mark + other
        assert text_of(made, PLAN) == w.text(PLAN).replace("PAR/1149/cong-bo", "PAR/1149/cong-khai")


def test_an_index_is_followed_in_the_names_of_its_criteria_and_what_bears_its_id_otherwise_is_not(
    w: Builder,
) -> None:
    w.change(INDEXES, "{id: quang-nam,", "{id: PAR, name: Par}\n  - {id: quang-nam,")
    refers = "criteria: [{ref: PAR/1149/cong-bo, by: officer}]"
    w.tasks(f"- {{id: PAR, kind: ongoing, lead: [tat-ca], {refers}, …}}\n")
    w.report("2022-09", "so-tu-phap", "- {task: PAR, status: done}\n")
    loaded = w.load()
    made = renamed(loaded, found(loaded, "index", "PAR"), "PARX")
    assert [edit.file for edit in made.edits] == [INDEXES, PLAN]
    assert text_of(made, INDEXES) == w.text(INDEXES).replace("- id: PAR\n", "- id: PARX\n")
    assert text_of(made, PLAN) == w.text(PLAN).replace("PAR/1149", "PARX/1149")
    place = renamed(loaded, found(loaded, "place", "PAR"), "x")
    assert [edit.file for edit in place.edits] == [INDEXES]
    other = renamed(loaded, found(loaded, "index", "SIPAS"), "x")
    assert [edit.file for edit in other.edits] == [INDEXES]


@pytest.mark.parametrize(("kind", "ref"), [("agency", "hoi-an"), ("place", "quang-nam")])
def test_whoever_was_ranked_is_followed_in_its_results_be_it_a_unit_or_a_place(
    w: Builder, kind: str, ref: str
) -> None:
    result = f"- {{index: SIPAS, year: 2022, place: {ref}, score: 80, mark: read, source: x}}\n"
    loaded = w.write(RESULTS, f"results:\n{result}").load()
    made = renamed(loaded, found(loaded, kind, ref), "ten-moi")
    assert text_of(made, RESULTS) == w.text(RESULTS).replace(ref, "ten-moi")


def test_a_task_is_followed_in_what_is_said_of_its_own_plan(w: Builder) -> None:
    w.change(PLAN, "    archive: VT\n", "    archive: VT\n    task: A\n").next_plan()
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    w.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-10}\n")
    paper = "document: {number: 5/QĐ-UBND, date: 2022-09-20, issuer: ubnd-tinh}"
    w.decisions("2022-09", f"- {{id: d, kind: drop, task: A, from: 2022-09-21, {paper}}}\n")
    later = "data/progress/2023-09/so-tu-phap.yaml"
    w.write(later, w.text(REPORT).replace("2022", "2023"))
    loaded = w.load()
    made = renamed(loaded, found(loaded, "task", "A"), "III.1")
    assert [edit.file for edit in made.edits] == [
        PLAN,
        DECISIONS,
        REPORT,
        "data/progress/2022-10/so-tu-phap.yaml",
    ]
    assert "    task: III.1\n" in text_of(made, PLAN)
    assert made.new_errors == ()


def test_the_file_of_decisions_names_units_and_is_none_of_theirs(w: Builder) -> None:
    paper = "document: {number: 5/QĐ-UBND, date: 2022-09-20, issuer: ubnd-tinh}"
    w.decisions("2022-09", f"- {{id: d, kind: drop, task: A, from: 2022-09-21, {paper}}}\n")
    loaded = w.load()
    made = renamed(loaded, found(loaded, "agency", "ubnd-tinh"), "uy-ban")
    assert text_of(made, DECISIONS) == w.text(DECISIONS).replace("ubnd-tinh", "uy-ban")


def test_only_a_unit_s_own_reports_move_with_it(w: Builder) -> None:
    w.tasks("- {id: so-tu-phap, kind: ongoing, lead: [hoi-an, so-tu-phap], …}\n")
    w.change(AGENCIES, "{id: hoi-an,", "{id: '2022',").change(PLAN, "[hoi-an,", "['2022',")
    w.report("2022-09", "so-tu-phap", "- {task: so-tu-phap, status: done}\n")
    letters = "data/reminders/2022.yaml"
    told = "{number: 1/CV, date: 2022-10-12, tasks: [{task: so-tu-phap, agencies: ['2022']}]}"
    w.write(letters, f"plan: 2022\nreminders:\n  - {told}\n")
    loaded = w.load()
    assert loaded.errors == ()
    unit = renamed(loaded, found(loaded, "agency", "2022"), "hoi-an")
    assert [edit.file for edit in unit.edits] == [AGENCIES, PLAN, letters]
    task = renamed(loaded, found(loaded, "task", "so-tu-phap"), "A")
    assert [(edit.file, edit.before is None, edit.after is None) for edit in task.edits] == [
        (PLAN, False, False),
        (REPORT, False, False),
        (letters, False, False),
    ]
