"""Findings in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parplan.finding import Severity
from parplan.views.findings import MOST_LISTED, findings_data, statistics, summary, tell
from parplan.words import words
from telling import told
from workspaces import AGENCIES, PLAN, REPORT, Builder


def test_a_finding_shows_its_line_and_what_was_probably_meant(w: Builder) -> None:
    w.change(AGENCIES, "{id: so-tai-chinh, name", "{id: so-tai-chinh, nam")
    (unknown,) = told(w).complaints
    assert (unknown.sentence, unknown.meant) == ("Không có trường `nam`.", "Có phải “name” (tên)?")
    assert unknown.message == "Không có trường `nam`. Có phải “name” (tên)?"
    assert unknown.excerpt == w.text(AGENCIES).splitlines()[unknown.span.line - 1]


def test_another_address_in_the_same_file_is_a_line(w: Builder) -> None:
    w.change(PLAN, "id: B,", "id: A,")
    (finding,) = (one for one in told(w).complaints if one.code == "id-duplicate")
    assert "đã dùng ở dòng " in finding.sentence


def test_a_summary_counts_by_weight(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    assert summary(3, w.load().findings, words("vi")) == "Đã kiểm tra 03 tệp: 01 lỗi."
    assert summary(3, (), words("vi")) == "Đã kiểm tra 03 tệp: không có lỗi."
    assert summary(0, (), words("vi")) == "Không có tệp dữ liệu nào để kiểm tra."


def test_a_run_fails_from_the_bar_upward(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp")
    loaded = w.load()
    verdicts = {bar: tell(loaded, loaded.findings, bar, words("en")) for bar in Severity}
    assert {bar.value: told.failed for bar, told in verdicts.items()} == {
        "error": False,
        "warning": True,
        "hint": True,
    }
    assert (verdicts[Severity.ERROR].title, verdicts[Severity.HINT].title) == (
        "Data check: PASSED",
        "Data check: FAILED",
    )


def test_of_more_findings_than_anybody_reads_the_first_are_told_and_the_rest_counted(
    w: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parplan.views.findings.MOST_TOLD", 1)
    w.change(AGENCIES, "kind: tinh}", "kind: tin}").change(PLAN, "rule: ngày 30/9/2022", "rule: sớm")
    seen = told(w)
    every = sum(number for _, number in seen.statistics)
    assert (len(seen.complaints), seen.failed) == (1, True)
    assert seen.summary.endswith(words(seen.language)("validate.first", n=1, rest=every - 1))


def test_files_that_were_not_asked_about_are_counted_whether_they_were_read_or_not(w: Builder) -> None:
    loaded = replace(w.load(), passed_over=40)
    assert tell(loaded, (), Severity.ERROR, words("en"), others=42).summary == (
        "Files checked: 2; no errors. Other files not checked: 42. To check all: parplan validate"
    )


def test_a_path_leads_from_where_the_person_stands(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    (finding,) = told(w, prefix="../tinh/").complaints
    assert (finding.file, finding.path) == (AGENCIES, f"../tinh/{AGENCIES}")


def test_codes_are_counted_the_most_frequent_first(w: Builder) -> None:
    w.report(
        "2022-09", "so-tu-phap", "- {task: X, status: done}\n- {task: Y, status: done}\n- {task: A, status: x}\n"
    )
    spoken = told(w)
    assert spoken.statistics[0] == ("task-unknown", 2)
    assert statistics(spoken, words("en")).rows[0].cells[:2] == ("2", "task-unknown")


def test_for_machines_a_finding_has_its_place(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    found = findings_data(told(w))
    assert found["counts"] == {"error": 1, "warning": 0, "hint": 0}
    (one,) = found["findings"]
    assert (one["file"], one["code"]) == (AGENCIES, "agency-kind-unknown")
    assert (one["line"], one["column"]) == w.place(AGENCIES, "kind: «tin»}")


def test_a_listing_has_a_row_for_each_finding(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    listing = told(w, "en", prefix="x/").listing
    line = w.place(AGENCIES, "kind: «tin»}").line
    assert [column.title for column in listing.columns] == ["Place", "Weight", "Code", "Message"]
    (row,) = listing.rows
    assert row.cells[:3] == (f"x/{AGENCIES}:{line}", "error", "agency-kind-unknown")
    assert listing.note == ""


def test_a_long_listing_says_how_much_is_left(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "".join(f"- {{task: X{n}, status: done}}\n" for n in range(MOST_LISTED + 2)))
    spoken = told(w, "en")
    assert len(spoken.listing.rows) == MOST_LISTED
    assert spoken.listing.note == f"{len(spoken.complaints) - MOST_LISTED} more to look at."


def marks(w: Builder) -> set[str]:
    return {one.mark for one in told(w).complaints}


def test_a_mark_stays_when_a_record_is_put_in_above(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    before = marks(w)
    w.change(AGENCIES, "agencies:\n", "agencies:\n  - {id: so-y-te, name: Sở Y tế, kind: so}\n")
    assert marks(w) == before


def test_a_mark_knows_other_addresses_by_what_stands_there(w: Builder) -> None:
    w.change(PLAN, "id: B,", "id: A,")
    before = marks(w)
    w.change(PLAN, "tasks:\n", "tasks:\n- {id: Z, kind: general, lead: [tat-ca], title: Việc,"
             " source: {section: III, quote: Việc phải làm thứ 40.}}\n")  # fmt: skip
    assert marks(w) == before


def test_a_mark_tells_members_of_a_list_apart(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: X, status: done}\n- {task: Y, status: done}\n")
    found = [one.mark for one in told(w).complaints if one.file == REPORT]
    assert len(set(found)) == len(found)
