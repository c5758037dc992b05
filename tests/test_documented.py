"""Nothing is undocumented: no command, option, field, code or key of JSON, and no sentence is left untranslated.

Must not look at what has a test of its own: keys of JSON (tests/views/test_views_answers.py), fields
(tests/test_handbook.py, tests/views/test_views_schema.py), codes (tests/test_errors.py), refusals
(tests/test_lists.py).
"""

from __future__ import annotations

import re

import pytest

from engineer_pages import PAGES
from parplan.cli import COMMANDS
from parplan.completion.candidates import command_line
from parplan.words import LANGUAGES, explanations, words
from workspaces import REPOSITORY

SAME = {
    "doctor.name.libreoffice",
    "doctor.name.git",
    "doctor.program.is",
    "init.province",
    "log.git",
    "finding.rule-unknown",
}
"""Names of programs, and what is written into Vietnamese data: whole, or as ways to write a deadline."""

BY_EXAMPLE = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\d+/[\w-]+(?:-…)? ngày [\d/]+|trước ngày [\d/]+|hoàn thành|the Vietnamese .|looks like ."
)
"""Vietnamese that an English sentence quotes."""

OF_DATA = ("called.", "help.example.")
"""Words by which names in Vietnamese data are taken apart, and what is typed: the same whoever reads."""

LETTERS = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def page(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_stands_in_the_readme_and_on_the_page_of_commands(command: str) -> None:
    assert f"`{command}`" in page("README.md")
    assert re.search(rf"\b{re.escape(command)}\b", page("docs/commands.md"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_says_what_it_does(language: str) -> None:
    silent = [
        (name, option["names"])
        for name, command in command_line()["commands"].items()
        for option in command["options"]
        if not option["help"].get(language)
    ]
    assert silent == []


def test_every_option_stands_on_the_page_of_options() -> None:
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page("docs/options.md"), re.MULTILINE | re.DOTALL))
    assert set(sections) == set(COMMANDS)
    asked = {
        (name, option["names"][0]) for name in COMMANDS for option in command_line()["commands"][name]["options"]
    }
    assert {
        one for one in asked if not re.search(rf"(?<![\w-]){re.escape(one[1])}(?![\w-])", sections[one[0]])
    } == set()


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set[str](), ["README.md"]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        folder = (REPOSITORY / name).parent
        for link in re.findall(r"\]\(([^)#:]+\.md)[)#]", page(name)):
            there = (folder / link).resolve()
            assert there.is_file(), f"{name}: {link}"
            waiting.append(there.relative_to(REPOSITORY).as_posix())
    assert set(PAGES) - reached == set()


def test_no_sentence_is_left_untranslated() -> None:
    vi, en = words("vi").sentences, words("en").sentences
    plain = [key for key in vi if not key.startswith(OF_DATA)]
    same = {
        key for key in plain if vi[key] == en[key] and re.search(r"[^\W\d_]{3}", re.sub(r"\{[^}]*\}", "", vi[key]))
    }
    assert same <= SAME
    assert {key for key in plain if LETTERS.search(BY_EXAMPLE.sub("", en[key]))} - SAME == set()
    ours, theirs = explanations("vi"), explanations("en")
    assert [key for key in ours if ours[key] == theirs[key]] == []
