"""Tests of parplan.commands.write.new_month: forms for units that owe a report, which speak for none."""

from __future__ import annotations

from running import run_in, snapshot
from workspaces import REPORT, Builder

WHEN = ("--as-of", "2022-09-16")


def test_each_unit_that_owes_a_report_has_a_form_that_counts_as_none(w: Builder) -> None:
    before = run_in(w.root, "status", "--silent", "--month", "9").out
    ran = run_in(w.root, "new-month", *WHEN)
    assert ran.code == 0
    assert ran.err.startswith("Biểu báo cáo trống tháng 9/2022: 04 đơn vị.")
    assert run_in(w.root, "validate").err.endswith("không có lỗi.\n")
    assert run_in(w.root, "status", "--silent", "--month", "9").out == before


def test_a_form_holds_what_is_asked_with_its_periods_and_is_valid_when_it_is_filled_in(w: Builder) -> None:
    run_in(w.root, "new-month", "9", "--agency", "so-tu-phap", *WHEN)
    form = w.text(REPORT)
    assert [line for line in form.splitlines() if "task:" in line] == [f"#   - task: {task}" for task in "ABC"]
    assert "#   - task: B\n#     period: 2022-09\n#     status:\n" in form
    _, head, asked = form.partition("plan: 2022\n")
    filled = [line[2:] for line in asked.splitlines() if line.startswith("# ") and "document" not in line]
    text = "\n".join(line for line in filled if not line.startswith("received")).replace(
        "status:", "status: in-progress"
    )
    w.write(REPORT, f"{head}month: 2022-09\nagency: so-tu-phap\n{text}\n")
    assert run_in(w.root, "validate").err.endswith("không có lỗi.\n")


def test_a_file_that_is_there_is_left_as_it_is_and_forms_are_taken_back_together(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: C, status: none}\n")
    before = snapshot(w.root)
    assert "03 đơn vị" in run_in(w.root, "new-month", *WHEN).err
    assert run_in(w.root, "new-month", *WHEN).err == "Không có gì để thay đổi: dữ liệu đã như vậy.\n"
    assert run_in(w.root, "undo").code == 0
    assert {name: text for name, text in snapshot(w.root).items() if "journal" not in name} == before
