"""Tests of parplan.output.text.json."""

from __future__ import annotations

import json

from parplan.output.text.json import indented, listed, pieces


def test_json_is_vietnamese_and_one_object() -> None:
    assert listed({"tên": "Sở"}) == '{\n  "tên": "Sở"\n}\n'


def test_what_acts_on_a_terminal_or_a_runner_is_escaped_and_means_the_same() -> None:
    data = {"a": ["##[error]", "\u202e\x9b"], "b": {"##vso[x]": "\u2028"}}
    for text in (listed(data), indented(data)):
        assert json.loads(text) == data
        assert "##" not in text
        assert text.isascii()


def test_a_long_list_comes_in_pieces_that_make_the_whole() -> None:
    data = {"a": [{"b": 1}, {"b": 2}], "c": [], "d": "e", "f": {"g": ["h"]}}
    assert (
        listed(data)
        == '{\n  "a": [\n    {"b": 1},\n    {"b": 2}\n  ],\n  "c": [],\n  "d": "e",\n  "f": {"g": ["h"]}\n}\n'
    )
    assert max(piece.count("\n") for piece in pieces(data)) <= 3
