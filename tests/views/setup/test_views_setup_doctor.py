"""Tests of parplan.views.setup.doctor: the headline counts what is to be done, each thing has its sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from parplan.commands import doctor as command
from parplan.views.setup.doctor import Check, Verdict, doctor_data, doctor_sheet
from parplan.words import LANGUAGES, Language, words

FINE = Check("git", "is", values={"path": "/usr/bin/git"})
ADVICE = Check("git", "missing", Verdict.advice)
BAD = Check("writing", "unfinished", Verdict.bad, {"command": "record"})


@pytest.mark.parametrize(
    ("checks", "headline"),
    [
        ([FINE], "Mọi thứ sẵn sàng."),
        ([FINE, ADVICE], "Dùng được ngay; có 01 việc nên làm thêm."),
        ([ADVICE, BAD], "Có 01 việc phải sửa trước khi làm tiếp."),
    ],
)
def test_the_headline_counts_the_worst(checks: list[Check], headline: str) -> None:
    assert doctor_sheet(checks, words("vi")).headline == (headline,)


def test_a_row_says_in_words_what_its_colour_says() -> None:
    table = doctor_sheet([FINE, ADVICE, BAD], words("vi")).blocks[0].table
    assert table is not None
    assert [(row.cells[1], row.tone) for row in table.rows] == [
        ("tốt", "plain"),
        ("nên làm", "warn"),
        ("phải sửa", "bad"),
    ]


def test_data_hold_what_was_found_and_its_values() -> None:
    assert doctor_data([BAD])["checks"] == [
        {"name": "writing", "verdict": "bad", "found": "unfinished", "values": {"command": "record"}}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_command_may_find_has_a_sentence(language: Language) -> None:
    said, tree = words(language), ast.parse(Path(str(command.__file__)).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    made = [node.args for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Check"]
    keys = {f"doctor.{name}.{found}" for args in made for name in _texts(args[0]) for found in _texts(args[1])}
    assert len(keys) > 20
    assert [key for key in keys if key not in said] == []


def _texts(node: ast.expr) -> list[str]:
    """What a text in the source may be; nothing of what is not written there."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [str(node.value)] if isinstance(node, ast.Constant) else []
