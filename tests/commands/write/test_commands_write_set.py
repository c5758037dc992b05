"""Tests of parplan.commands.write.set: one field takes a value as people write it, and nothing else changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parplan.editing.past.journal import JOURNAL
from parplan.reading.load import load
from running import SAMPLE, Ran, run_in, snapshot
from workspaces import AGENCIES, PLAN, REPORT, Builder

UPDATE = """\
- task: A  # chờ ý kiến
  status: in-progress
  date: 2022-09-14
- {task: C, status: done, date: 2022-09-14}
"""


@pytest.fixture
def reported(w: Builder) -> Builder:
    return w.report("2022-09", "so-tu-phap", UPDATE)


def put(w: Builder, where: str, value: str, *more: str) -> Ran:
    return run_in(w.root, "set", where, value, *more)


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("updates.A.date", "13/9/2022", "date: 2022-09-14\n-", "date: 2022-09-13\n-"),
        ("updates.0.status", "Đang triển khai", "status: in-progress", "status: in-progress"),
        ("updates.A.status", "đã hoàn thành", "status: in-progress", "status: done"),
        ("updates.C.status", "none", "status: done", "status: none"),
        ("updates.A.result", "Ghi: có", "  date: 2022-09-14\n-", '  date: 2022-09-14\n  result: "Ghi: có"\n-'),
        ("received", "20/9/2022", "updates:", "received: 2022-09-20\nupdates:"),
        ("document.number", "12/BC-STP", "updates:", "document:\n  number: 12/BC-STP\nupdates:"),
    ],
)
def test_a_field_takes_a_value_as_people_write_it(
    reported: Builder, field: str, value: str, old: str, new: str
) -> None:
    before = reported.text(REPORT)
    made = put(reported, f"progress/2022-09/so-tu-phap:{field}", value, "--dry-run")
    assert (made.code, reported.text(REPORT)) == (0, before)
    assert put(reported, f"progress/2022-09/so-tu-phap:{field}", value).code == 0
    assert reported.text(REPORT) == before.replace(old, new)


@pytest.mark.parametrize(
    "file",
    [
        REPORT,
        "progress/2022-09/so-tu-phap",
        r"data\progress\2022-09\so-tu-phap.yaml",
        "./data/PROGRESS/2022-09/so-tu-phap",
    ],
)
def test_the_file_may_be_named_as_one_types_it(reported: Builder, file: str) -> None:
    assert put(reported, f"{file}:updates.A.status", "done").code == 0
    assert "status: done\n" in reported.text(REPORT)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("so-tu-phap, so-noi-vu", "lead: [so-tu-phap, so-noi-vu]"),
        ("Sở Nội vụ", "lead: [so-noi-vu]"),
        ("các sở; hoi-an", "lead: [cac-so, hoi-an]"),
    ],
)
def test_a_list_of_ids_is_typed_with_commas_and_units_by_their_names(w: Builder, value: str, line: str) -> None:
    assert put(w, "plan-2022:tasks.A.lead", value).code == 0
    assert line in w.text(PLAN)


def test_items_of_prose_are_parted_by_semicolons(w: Builder) -> None:
    assert put(w, "plan-2022:plan.reporting.recipients", "Như trên; Lưu: VT, CCHC").code == 0
    assert 'recipients: [Như trên, "Lưu: VT, CCHC"]' in w.text(PLAN)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("plan-2022:tasks.A.titel", ("không có “titel”", "Có phải title?", "deadline")),
        ("plan-2022:tasks.A.deadline.rules", ("plan-2022.yaml:tasks.A.deadline", "Có phải rule?")),
        ("plan-2022:tasks.E.title", ("plan-2022.yaml:tasks không có “E.title”", "A, B, C, D")),
        ("plan-2022:task.A.title", ("plan-2022.yaml không có “task”", "Có phải tasks?")),
        ("plan-2022:tasks.A.title.x", ("không có “x”",)),
        ("plan-2023:tasks.A.title", ("không có tệp “plan-2023”", "Có phải plan-2022?")),
        ("tasks.A.title", ("chưa chỉ ra trường nào", "plan-2022:tasks.III.2.3.title")),
        ("plan-2022:tasks.A", ("gồm nhiều trường", "title, kind")),
        ("plan-2022:tasks", ("gồm nhiều trường", "A, B, C, D")),
        ("plan-2022:tasks.A.targets", ("chưa có mục nào",)),
        ("plan-2022:", ("gồm nhiều trường", "tasks")),
        ("plan-2022:tasks.A.product", ("gồm nhiều trường", "what, by")),
    ],
)
def test_a_wrong_address_is_told_with_how_far_it_led_and_what_is_there(
    w: Builder, where: str, said: tuple[str, ...]
) -> None:
    before = snapshot(w.root)
    ran = put(w, where, "x")
    assert (ran.code, [part for part in said if part not in ran.err]) == (2, [])
    assert snapshot(w.root) == before


def test_an_error_that_it_would_bring_anywhere_is_shown_and_nothing_is_written(reported: Builder) -> None:
    before = snapshot(reported.root)
    ran = put(reported, "agencies:agencies.so-tu-phap.id", "so-khac")
    assert (ran.code, "[agency-unknown]" in ran.out, "Không ghi" in ran.err) == (1, True, True)
    assert put(reported, "progress/2022-09/so-tu-phap:month", "2022-10").code == 1
    assert snapshot(reported.root) == before


def test_what_already_is_so_is_said(reported: Builder) -> None:
    before = snapshot(reported.root)
    for value in ("2022-09-14", "14/9/2022"):
        ran = put(reported, f"{REPORT}:updates.A.date", value)
        assert (ran.code, ran.err) == (0, "Không có gì để thay đổi: dữ liệu đã như vậy.\n")
    assert snapshot(reported.root) == before


def test_a_file_with_errors_of_its_own_is_left_to_a_person(w: Builder) -> None:
    w.write(AGENCIES, w.text(AGENCIES).replace("kinds:", "kinds: *x"))
    ran = put(w, "agencies:agencies.so-tu-phap.name", "x")
    assert (ran.code, f"parplan validate {AGENCIES}" in ran.err) == (2, True)


def test_undo_gives_the_old_bytes_back(reported: Builder) -> None:
    raw = b"\xef\xbb\xbf" + reported.text(REPORT).replace("\n", "\r\n").encode()
    reported.write(REPORT, raw)
    before = snapshot(reported.root)
    assert put(reported, f"{REPORT}:updates.A.status", "đã hoàn thành").code == 0
    assert put(reported, f"{REPORT}:updates.C.result", "Đã xong").code == 0
    assert [run_in(reported.root, "undo").code for _ in range(2)] == [0, 0]
    assert {file: text for file, text in snapshot(reported.root).items() if file != JOURNAL} == before


def test_a_figure_is_put_where_there_was_none_in_the_short_form(w: Builder) -> None:
    target = "targets: [{id: ty-le, measure: Tỷ lệ, unit: điểm, at_least: 80}]"
    w.tasks(f"- {{id: A, kind: ongoing, lead: [so-tu-phap], {target}, …}}\n").report(
        "2022-09", "so-tu-phap", UPDATE.partition("- {")[0]
    )
    assert put(w, f"{REPORT}:updates.A.values.ty-le", "86,57").code == 0
    assert "  values:\n    ty-le: 86.57\n" in w.text(REPORT)
    assert put(w, "plan-2022:tasks.A.targets.ty-le.at_least", "82,5").code == 0
    assert "at_least: 82.5}" in w.text(PLAN)
    assert put(w, f"{REPORT}:updates.A.values.ty-le.done", "3").code == 2


def test_a_field_stands_where_the_schema_has_it(w: Builder) -> None:
    assert put(w, "plan-2022:tasks.C.note", "Ghi chú").code == 0
    assert put(w, "plan-2022:tasks.C.deadline.words", "kịp thời").code == 1  # its quote does not say so
    assert put(w, "plan-2022:plan.number", "1/KH").code == 0
    assert "place: quang-nam\n  number: 1/KH\n  issued:" in w.text(PLAN)


def test_a_word_of_a_quote_changes_on_its_own_line(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "x")
    field = "progress/2022-09/so-tu-phap:updates.III.1.1a.result"
    old = load(tmp_path / "x").sources[REPORT].data["updates"][0]["result"]  # type: ignore[index, call-overload]
    ran = run_in(tmp_path / "x", "set", field, old.replace("Tiếp tục", "Đã"))
    lines = [line for line in ran.out.splitlines() if line.startswith(("- ", "+ "))]
    assert (ran.code, [line.split()[1] for line in lines]) == (0, ["Tiếp", "Đã"])


def test_a_report_s_number_begins_the_file_of_its_month_and_is_taken_back_whole(w: Builder) -> None:
    before = snapshot(w.root)
    assert put(w, "reports/2022-09:number", "12/BC-SNV", "--dry-run").code == 0
    assert snapshot(w.root) == before
    assert put(w, "reports/2022-09:number", "12/BC-SNV").code == 0
    assert put(w, "reports/2022-09:date", "20/9/2022").code == 0
    text = "plan: 2022\nperiod: 2022-09\nnumber: 12/BC-SNV\ndate: 2022-09-20\n"
    assert w.text("data/reports/2022-09.yaml") == text
    assert [run_in(w.root, "undo").code for _ in range(2)] == [0, 0]
    assert not (w.root / "data/reports/2022-09.yaml").exists()


@pytest.mark.parametrize("where", ["reports/2025-01:number", "reports/2022-9:number", "reports/2022-09:so"])
def test_a_month_outside_the_plan_or_a_field_of_none_begins_no_file(w: Builder, where: str) -> None:
    assert put(w, where, "12/BC-SNV").code != 0
    assert not (w.root / "data/reports").exists()
