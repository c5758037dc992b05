"""Tests of parplan.reading.files: what it keeps of one file after another."""

from __future__ import annotations

from parplan.finding import Code
from parplan.reading.files import Reader
from parplan.system.folder import Entry
from workspaces import AGENCIES, PLAN, Builder


def take(w: Builder, *names: str) -> Reader:
    reader = Reader(w.root, {})
    for name in names:
        reader.take(Entry(w.root / name))
    reader.tell_missing()
    return reader


def test_what_is_sound_is_kept_whatever_else_is_wrong(w: Builder) -> None:
    w.change(PLAN, "rule: ngày 30/9/2022", "rule: sớm")
    reader = take(w, AGENCIES, PLAN)
    assert [finding.code for finding in reader.findings if finding.where.file == PLAN] == [Code.RULE_UNKNOWN]
    assert [type(file).__name__ for file in reader.files] == ["AgenciesFile", "PlanFile"]
    assert reader.left_out


def test_a_register_that_is_missing_counts_as_unread(w: Builder) -> None:
    assert AGENCIES in take(w, PLAN).unread


def test_what_stands_in_the_place_of_a_file_is_read_and_not_the_disk(w: Builder) -> None:
    reader = Reader(w.root, {PLAN: b"plan: [\n"})
    reader.take(Entry(w.root / PLAN))
    assert PLAN in reader.unread
    assert reader.texts[PLAN] == "plan: [\n"


def test_a_name_that_says_nothing_is_told_and_not_read(w: Builder) -> None:
    w.write("data/ghi-chu.docx", "x")
    reader = take(w, AGENCIES, "data/ghi-chu.docx")
    assert Code.FILE_UNKNOWN in {finding.code for finding in reader.findings}
    assert reader.texts["data/ghi-chu.docx"] == ""
