"""One list of formats, each of which tells the same findings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from parplan.output.findings import FORMATS, Format, data, text
from telling import broken, told
from workspaces import AGENCIES, Builder

each_format = pytest.mark.parametrize("format_", list(Format))

COUNTED: dict[Format, Callable[[str], int]] = {
    Format.text: lambda out: len(re.findall(r"(?m)^\S+:\d+:\d+: \w+ \[", out)),
    Format.json: lambda out: len(json.loads(out)["findings"]),
    Format.github: lambda out: len(out.splitlines()),
    Format.gitlab: lambda out: len(json.loads(out)),
    Format.sarif: lambda out: len(json.loads(out)["runs"][0]["results"]),
    Format.markdown: lambda out: max(0, out.count("\n| ") - 2),
}
"""How many findings a text of each format tells."""


def test_every_format_is_made_and_counted() -> None:
    assert list(FORMATS) == list(Format) == list(COUNTED)


@each_format
def test_every_format_tells_every_finding(w: Builder, format_: Format) -> None:
    spoken = told(broken(w))
    assert COUNTED[format_](FORMATS[format_](spoken)) == len(spoken.complaints)


@each_format
def test_every_format_is_silent_of_a_sound_workspace(w: Builder, format_: Format) -> None:
    assert COUNTED[format_](FORMATS[format_](told(w))) == 0


@each_format
def test_what_is_written_ends_with_a_line_end_and_says_the_same_again(w: Builder, format_: Format) -> None:
    spoken = told(broken(w))
    written = FORMATS[format_](spoken)
    assert written.endswith("\n")
    assert FORMATS[format_](spoken) == written


def test_a_person_reads_place_line_and_sentence_without_colours(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    line, column = w.place(AGENCIES, "kind: «tin»}")
    spoken = told(w)
    first, shown, carets, sentence, *_ = text(spoken).splitlines()
    assert first == f"data/agencies.yaml:{line}:{column}: error [agency-kind-unknown]"
    assert shown.endswith("kind: tin}")
    assert carets.endswith("^^^")
    assert sentence == f"  {spoken.complaints[0].message}"


def test_json_is_one_object_in_vietnamese(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    written = data(told(w))
    assert json.loads(written)["schema_version"] == 1
    assert "Không có loại đơn vị" in written
