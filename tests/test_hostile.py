"""Whatever stands in a file, validate answers: no exception, and every place it names lies in that file."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parplan.editing.edit import edited
from parplan.editing.mend import mends
from parplan.finding import Severity, Stop
from parplan.output.findings import FORMATS
from parplan.reading.load import Loaded, load
from parplan.views.findings import tell
from parplan.words import words
from running import sample
from tries import tries
from workspaces import REPOSITORY

SHIPPED = {file: source.text for file, source in load(REPOSITORY).sources.items() if len(source.text) < 60_000}
"""Every shipped file of a workspace that is quickly read, by name."""

NEW_NAMES = [
    "data/progress/2022-09/so-tu-phap.yaml",
    "data/progress/2022-09/decisions.yaml",
    "data/reports/2022-09.yaml",
    "data/settings.yaml",
]
FROM_SAMPLE = {name: sample().sources[name].text for name in NEW_NAMES if name in sample().sources}
REAL = SHIPPED | FROM_SAMPLE

PIECES = st.sampled_from(
    [
        ": ",
        " #x",
        "#",
        "- ",
        "\n",
        "\r\n",
        "\t",
        "  ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "&a ",
        "*a",
        "|\n",
        ">-\n",
        "---\n",
        "no",
        "08",
        "1.10",
        "12:30",
        "30/9/2022",
        "86,57",
        "“",
        "\xa0",
        "\u200b",
        "ộ",
        "😀",
        "~",
        "",
        "%",
        "@",
        "\\",
    ]
)

slow = tries(35)


def check(loaded: Loaded) -> None:
    """Every finding lies in its file, and can be told in every form and language."""
    for finding in loaded.findings:
        span = loaded.span(finding)
        lines = re.split(r"\r\n|\n|\r", loaded.texts.get(finding.where.file, ""))
        assert 1 <= span.line <= span.end_line <= max(len(lines), 1)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    for language in ("vi", "en"):
        told = tell(loaded, loaded.findings, Severity.HINT, words(language))
        assert told.failed == bool(loaded.findings)
        for form in FORMATS.values():
            assert isinstance(form(told), str)


@given(st.sampled_from(sorted(REAL)), st.binary(max_size=200))
@slow
def test_any_bytes_in_any_file_give_an_answer(file: str, raw: bytes) -> None:
    check(load(REPOSITORY, {file: raw}))


@given(st.sampled_from(sorted(REAL)), st.data())
@slow
def test_a_real_file_that_was_damaged_gives_an_answer(file: str, data: st.DataObject) -> None:
    text = REAL[file]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    loaded = load(REPOSITORY, {file: text.encode()})
    check(loaded)
    try:
        mended = edited(loaded, mends(loaded.findings))
    except Stop:
        return
    check(mended.loaded)
