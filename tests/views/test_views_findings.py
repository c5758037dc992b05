"""Findings in words."""

from __future__ import annotations

from parplan.views.findings import Complaint, complaints, findings_data, summary
from parplan.words import words
from workspaces import AGENCIES, PLAN, Builder


def told(w: Builder) -> tuple[Complaint, ...]:
    loaded = w.load()
    return complaints(loaded, loaded.findings, words("vi"))


def test_a_finding_shows_its_line_and_what_was_probably_meant(w: Builder) -> None:
    w.change(AGENCIES, "{id: so-tai-chinh, name", "{id: so-tai-chinh, nam")
    missing, unknown = told(w)
    assert missing.sentence == "Thiếu trường bắt buộc `name` (tên)."
    assert (unknown.sentence, unknown.meant) == ("Không có trường `nam`.", "Có phải “name” (tên)?")
    assert unknown.excerpt == w.text(AGENCIES).splitlines()[unknown.span.line - 1]


def test_another_address_in_the_same_file_is_a_line(w: Builder) -> None:
    w.change(PLAN, "id: B,", "id: A,")
    (finding,) = (one for one in told(w) if one.code == "id-duplicate")
    assert "đã dùng ở dòng " in finding.sentence


def test_a_summary_counts_by_weight(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    loaded = w.load()
    assert summary(loaded, loaded.findings, words("vi")).endswith(" 01 lỗi.")
    assert summary(loaded, (), words("vi")).endswith("không có lỗi.")


def test_for_machines_a_finding_has_its_place(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    found = findings_data(w.load(), told(w))
    assert found["counts"] == {"error": 1, "warning": 0, "hint": 0}
    (one,) = found["findings"]
    assert (one["file"], one["code"]) == (AGENCIES, "agency-kind-unknown")
    assert (one["line"], one["column"]) == w.place(AGENCIES, "kind: «tin»}")
