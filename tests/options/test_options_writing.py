"""Tests of parplan.options.writing: a change is shown, proven, written, told; or nothing is."""

from __future__ import annotations

import pytest

from parplan.editing.edit import edited
from parplan.editing.text.change import Replace
from parplan.finding import Stop
from parplan.options.writing import carry_out
from parplan.where import Where
from parplan.words import words
from running import snapshot
from workspaces import AGENCIES, Builder

SAID = words("vi")
NAME = Where(AGENCIES, ("agencies", 1, "name"))


def test_a_change_is_told_in_a_sentence_and_in_lines_and_written(
    w: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = w.load()
    carry_out(loaded, edited(loaded, [Replace(NAME, "Sở Mới")]), "set", SAID, dry_run=False)
    out, err = capsys.readouterr()
    assert "Sở Mới" in w.text(AGENCIES)
    assert f"--- a/{AGENCIES}" in out
    assert "Sở Mới" in err.splitlines()[0]
    assert err.splitlines()[-1] == "Đã ghi 01 tệp. Lấy lại như trước: parplan undo."


def test_what_is_only_shown_is_not_written(w: Builder, capsys: pytest.CaptureFixture[str]) -> None:
    loaded, before = w.load(), snapshot(w.root)
    carry_out(loaded, edited(loaded, [Replace(NAME, "Sở Mới")]), "set", SAID, dry_run=True)
    assert "--dry-run" in capsys.readouterr().err
    assert snapshot(w.root) == before


def test_what_would_bring_errors_is_shown_and_not_written(w: Builder, capsys: pytest.CaptureFixture[str]) -> None:
    loaded, before = w.load(), snapshot(w.root)
    made = edited(loaded, [Replace(Where(AGENCIES, ("agencies", 1, "kind")), "khac")])
    with pytest.raises(Stop, match="edit-brings-errors"):
        carry_out(loaded, made, "set", SAID, dry_run=False)
    assert "agency-kind-unknown" in capsys.readouterr().out
    assert snapshot(w.root) == before


def test_no_change_is_said(w: Builder, capsys: pytest.CaptureFixture[str]) -> None:
    loaded, before = w.load(), snapshot(w.root)
    carry_out(loaded, edited(loaded), "set", SAID, dry_run=False)
    assert capsys.readouterr().err == "Không có gì để thay đổi: dữ liệu đã như vậy.\n"
    assert snapshot(w.root) == before
