"""Tests of parplan.commands.write.rename: an id and every reference to it change in one go, or nothing does."""

from __future__ import annotations

import subprocess

import pytest

from parplan.editing.past.journal import JOURNAL
from running import Ran, run_in, snapshot
from workspaces import AGENCIES, HEAD, INDEXES, PLAN, REPORT, Builder

UPDATE = "- task: A\n  status: in-progress\n  date: 2022-09-14\n  result: Sở so-tu-phap làm A\n"


@pytest.fixture
def reported(w: Builder) -> Builder:
    return w.report("2022-09", "so-tu-phap", UPDATE)


def rename(w: Builder, *argv: str) -> Ran:
    return run_in(w.root, "rename", *argv)


def test_a_unit_is_renamed_everywhere_and_its_files_with_it(reported: Builder) -> None:
    before = {name: raw.decode() for name, raw in snapshot(reported.root).items()}
    ran = rename(reported, "so-tu-phap", "stp")
    assert (ran.code, "mã so-tu-phap → stp" in ran.err) == (0, True)
    after = {name: raw.decode() for name, raw in snapshot(reported.root).items() if name != JOURNAL}
    assert after.pop("data/progress/2022-09/stp.yaml") == before.pop(REPORT).replace(
        "agency: so-tu-phap", "agency: stp"
    )
    assert after == {name: text.replace("so-tu-phap", "stp") for name, text in before.items()}
    assert reported.load().errors == ()


def test_a_task_is_renamed_with_what_was_reported_of_it_but_not_in_sentences(reported: Builder) -> None:
    assert rename(reported, "A", "III.9").code == 0
    assert "- {id: III.9, kind: once" in reported.text(PLAN)
    assert reported.text(REPORT).endswith(UPDATE.replace("task: A", "task: III.9"))


def test_a_criterion_is_named_within_its_set(w: Builder) -> None:
    set_876 = '- id: "876"\n        mark: read\n        criteria:\n'
    w.change(INDEXES, set_876, set_876 + "          - {id: con, name: Con, parent: cong-bo, mark: read}\n")
    links = "[{ref: PAR/1149/cong-bo, by: officer}, {ref: PAR/876/cong-bo, by: officer}]"
    w.tasks(f"- {{id: A, kind: ongoing, lead: [cac-so], criteria: {links}, …}}\n")
    several = rename(w, "cong-bo", "cb")
    assert (several.code, "PAR/1149/cong-bo, PAR/876/cong-bo" in several.err) == (2, True)
    assert rename(w, "PAR/876/cong-bo", "PAR/876/cb").code == 0
    assert "[{ref: PAR/1149/cong-bo, by: officer}, {ref: PAR/876/cb, by: officer}]" in w.text(PLAN)
    assert "parent: cb" in w.text(INDEXES)
    assert w.text(INDEXES).count("id: cong-bo") == 1


def test_an_index_takes_its_criteria_along_and_a_place_its_results(w: Builder) -> None:
    w.tasks("- {id: A, kind: ongoing, lead: [cac-so], criteria: [{ref: PAR/1149/cong-bo, by: officer}], …}\n")
    w.write(
        "data/results/2022.yaml",
        "results:\n- {index: PAR, year: 2022, place: quang-nam, score: 80, mark: read, source: x}\n",
    )
    assert rename(w, "PAR", "PAR-INDEX").code == 0
    assert rename(w, "quang-nam", "qn").code == 0
    assert "ref: PAR-INDEX/1149/cong-bo" in w.text(PLAN)
    assert "place: qn" in w.text(PLAN)
    assert "{index: PAR-INDEX, year: 2022, place: qn," in w.text("data/results/2022.yaml")


def test_an_id_of_two_kinds_asks_which(w: Builder) -> None:
    w.change(AGENCIES, "{id: hoi-an,", "{id: quang-nam,")
    ran = rename(w, "quang-nam", "qn")
    assert (ran.code, "agency, place" in ran.err) == (2, True)
    assert rename(w, "quang-nam", "qn", "--kind", "agency").code == 0
    assert "{id: quang-nam," in w.text(INDEXES)


def test_a_task_of_several_plans_asks_of_which(w: Builder) -> None:
    head = HEAD.replace("2022", "2023").replace("id: ke-hoach", "id: ke-hoach-moi")
    w.write("data/plan-2023.yaml", head + w.text(PLAN).partition(HEAD)[2].replace("2022", "2023"))
    assert w.load().errors == ()
    ran = rename(w, "A", "X")
    assert (ran.code, "2022, 2023" in ran.err) == (2, True)
    assert rename(w, "A", "X", "--plan", "2023").code == 0
    assert ("id: X" in w.text("data/plan-2023.yaml"), "id: X" in w.text(PLAN)) == (True, False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("so-tu-phapp", "x", "Có phải so-tu-phap?"),
        ("zzz", "x", "Không có mã “zzz”"),
        ("so-tu-phap", "so-noi-vu", "đã được dùng"),
        ("so-tu-phap", "cac-so", "đã được dùng"),
        ("so-tu-phap", "So-Tu-Phap", "chữ hoa"),
        ("so-tu-phap", "sở tư pháp", "chữ không dấu"),
        ("so-tu-phap", "CON", "dành tên tệp"),
        ("so-tu-phap", "decisions", "dành tên tệp"),
        ("A", "B", "đã được dùng"),
        ("A", "b", "chữ hoa"),
    ],
)
def test_an_id_that_cannot_be_is_refused(reported: Builder, old: str, new: str, said: str) -> None:
    before = snapshot(reported.root)
    ran = rename(reported, old, new)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert snapshot(reported.root) == before


def test_the_same_id_is_nothing_to_change(reported: Builder) -> None:
    before = snapshot(reported.root)
    assert rename(reported, "so-tu-phap", "so-tu-phap").err.startswith("Không có gì để thay đổi")
    assert snapshot(reported.root) == before


def test_no_record_with_an_error_is_left_behind(reported: Builder) -> None:
    reported.change(REPORT, "date: 2022-09-14", "date: 14/9/2022")
    before = snapshot(reported.root)
    ran = rename(reported, "so-tu-phap", "stp")
    assert (ran.code, "parplan validate" in ran.err) == (1, True)
    assert snapshot(reported.root) == before


def test_undo_gives_the_old_bytes_back_in_all_files(reported: Builder) -> None:
    raw = b"\xef\xbb\xbf" + reported.text(REPORT).replace("\n", "\r\n").encode()
    reported.write(REPORT, raw)
    before = snapshot(reported.root)
    assert rename(reported, "so-tu-phap", "stp").code == 0
    assert rename(reported, "A", "III.9").code == 0
    assert [run_in(reported.root, "undo").code for _ in range(2)] == [0, 0]
    assert {file: text for file, text in snapshot(reported.root).items() if file != JOURNAL} == before


def test_the_patch_that_is_shown_is_one_that_git_applies(reported: Builder) -> None:
    shown = rename(reported, "so-tu-phap", "stp", "--dry-run")
    assert "rename to data/progress/2022-09/stp.yaml\n" in shown.out
    subprocess.run(["git", "apply", "-"], input=shown.out.encode(), cwd=reported.root, check=True)
    assert reported.load().errors == ()
    assert "agency: stp" in reported.text("data/progress/2022-09/stp.yaml")
