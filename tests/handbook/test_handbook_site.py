"""The site's search finds sections with and without diacritics, and its frame speaks Vietnamese."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import which

import pytest

pytest.importorskip("sphinx", reason="the extra named docs is not installed")

from docutils import nodes
from docutils.core import publish_doctree
from myst_parser.parsers.docutils_ import Parser

from handbook.site import SITE, sections, speak_vietnamese

PAGE = """\
# Cách ghi thời hạn

Ghi **đúng** như `văn bản`.

## Một lần

| Ghi | Ngày |
|---|---|
| tháng 9 | 30/9 |

### Đặc biệt

Gia hạn.
"""


def doctree(text: str) -> nodes.document:
    quiet = {"report_level": 5, "doctitle_xform": False}
    return publish_doctree(text, parser=Parser(), settings_overrides=quiet)


def test_each_section_is_found_by_itself_with_its_own_words() -> None:
    found = [[heading, page, text] for _, heading, page, text in sections("thoi-han", doctree(PAGE))]
    assert found == [
        ["Cách ghi thời hạn", "Cách ghi thời hạn", "Ghi đúng như văn bản."],
        ["Một lần", "Cách ghi thời hạn", "Ghi Ngày tháng 9 30/9"],
        ["Đặc biệt", "Cách ghi thời hạn", "Gia hạn."],
    ]


def test_a_heading_over_nothing_is_left_out() -> None:
    assert [heading for _, heading, *_ in sections("p", doctree("# A\n\n## B\n\ntext\n"))] == ["B"]


SECTIONS = [
    ["a.html#a", "Từng trường dữ liệu", "Từng trường dữ liệu", "Mỗi trường; thời hạn ghi ở rule."],
    ["b.html#b", "Cách ghi thời hạn", "Cách ghi thời hạn", "Ghi như văn bản."],
    ["c.html#c", "Thanh tra", "Thanh tra", "Hằng năm. Đôn đốc."],
    ["d.html#d", "Gia hạn", "Hỏi đáp", "Thời gian còn lại, quá hạn."],
]


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    node = which("node")
    if node is None:
        pytest.skip("there is no node to run the site's search")
    asked = ["thời hạn", "thoi han", "THOI HAN", "han", "don doc", "khong co", "", "tru"]
    script = (SITE / "static" / "search.js").read_text(encoding="utf-8")
    program = (
        f"const SECTIONS = {json.dumps(SECTIONS)};{script}\n"
        f"const found = {json.dumps(asked)}.map((q) => [q, find(q).map((one) => one.address[0])]);"
        "found.push(['excerpt', excerpt(SECTIONS[0][3], 'thoi han')]);"
        "console.log(JSON.stringify(Object.fromEntries(found)))"
    )
    ran = subprocess.run([node, "-"], input=program, capture_output=True, encoding="utf-8", check=True)
    answers: dict[str, list[str]] = json.loads(ran.stdout)
    return answers


def test_diacritics_and_capitals_make_no_difference(found: dict[str, list[str]]) -> None:
    assert found["thời hạn"] == found["thoi han"] == found["THOI HAN"]


def test_a_heading_comes_before_a_text_and_a_phrase_before_its_words(found: dict[str, list[str]]) -> None:
    assert found["thoi han"] == ["b", "a", "d"]


def test_a_word_is_found_whole(found: dict[str, list[str]]) -> None:
    assert found["han"] == ["b", "d", "a"]
    assert found["don doc"] == ["c"]


def test_the_beginning_of_a_word_will_do_where_nothing_else_is_found(found: dict[str, list[str]]) -> None:
    assert found["tru"] == ["a"]


def test_what_is_not_there_is_not_found(found: dict[str, list[str]]) -> None:
    assert found["khong co"] == found[""] == []


def test_what_was_found_is_shown_as_it_is_written(found: dict[str, list[str]]) -> None:
    assert found["excerpt"] == ["Mỗi trường; ", "thời hạn", " ghi ở rule."]


def test_the_themes_words_are_put_into_vietnamese_and_missed_where_they_are_gone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<span>Next</span>", encoding="utf-8")
    missed = speak_vietnamese(tmp_path)
    assert page.read_text(encoding="utf-8") == "<span>Trang sau</span>"
    assert "On this page" in missed
    assert "<span>Next</span>" not in missed
