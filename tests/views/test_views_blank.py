"""Tests of parplan.views.blank: an empty form says whose it is, and leaves all else to be written."""

from __future__ import annotations

from parplan.facts.form import asked_of
from parplan.reading.source import read_yaml
from parplan.views.blank import blank_form
from workspaces import Builder

HEAD = {"plan": "2022", "month": "2022-10", "agency": "so-tu-phap"}


def test_all_that_is_not_known_stands_in_comments(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    standings = w.standings(month="2022-10")
    form = blank_form(HEAD, asked_of(standings, "so-tu-phap"), standings, "so-tu-phap")
    source = read_yaml("f", form.encode()).source
    assert source is not None
    assert source.data == HEAD
    assert form.startswith("# Sở Tư pháp: biểu báo cáo tháng 10/2022.")
    assert "#   # tháng 9/2022 đã báo: Đang thực hiện\n#   - task: A\n#     status:\n" in form
    assert "#   - task: B\n#     period: 2022-10\n#     status:\n" in form
