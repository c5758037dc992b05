"""Tests of parplan.options.forms.made: of which units a form lies in a folder."""

from __future__ import annotations

from filling import AT
from parplan.options.forms.made import made_for
from parplan.options.record.month import open_month
from parplan.words import words
from running import run_in
from workspaces import Builder


def made(w: Builder, month: str = "9") -> frozenset[str]:
    return made_for(open_month(w.root, None, month, "2022-09-16", words("vi")), w.root / "bao-cao")


def test_only_forms_of_the_month_count_by_their_marks(w: Builder) -> None:
    assert made(w) == frozenset()
    run_in(w.root, "forms", "export", *AT, "--agency", "so-tu-phap")
    w.write("bao-cao/khac.xlsx", b"khong phai")
    (w.root / "bao-cao/bieu-thang-09-2022-so-tu-phap.xlsx").rename(w.root / "bao-cao/a.xlsx")
    assert made(w) == {"so-tu-phap"}
    assert made(w, "10") == frozenset()


def test_one_workbook_stands_for_all_units_in_it(w: Builder) -> None:
    run_in(w.root, "forms", "export", *AT, "--all-in-one", "--agency", "so-tu-phap", "--agency", "hoi-an")
    assert made(w) == {"so-tu-phap", "hoi-an"}
