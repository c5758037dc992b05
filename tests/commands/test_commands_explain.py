"""parplan explain, whole: one code, all of them, those of a family or of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import check_golden
from parplan.errors import explanation
from parplan.finding import Code, Family
from parplan.words import LANGUAGES
from running import run_in


def explain(folder: Path, *argv: str, columns: int = 80) -> str:
    """What is printed in a folder without a workspace."""
    ran = run_in(folder, "explain", *argv, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def listed(text: str) -> set[str]:
    """The codes in the first column of a list."""
    known = {code.slug for code in Code}
    return {first for line in text.splitlines() if (first := line.partition(" ")[0]) in known}


def ragged(text: str, columns: int) -> list[str]:
    """The lines that are too wide, or end in blanks."""
    return [line for line in text.split("\n") if len(line) > columns or line != line.rstrip()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_explained_as_it_was(language: str, tmp_path: Path) -> None:
    check_golden(f"explain-date-invalid-{language}.txt", explain(tmp_path, "date-invalid", "--lang", language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", list(Family), ids=lambda family: family.value)
def test_every_code_says_all_that_its_folder_does_and_fits(family: Family, language: str, tmp_path: Path) -> None:
    for code in (code for code in Code if code.family is family):
        told = explanation(code, language)
        for columns in (80, 120):
            text = explain(tmp_path, code.slug, "--lang", language, columns=columns)
            printed = "".join(text.split())
            assert "".join(told.prose.split()) in printed, code
            assert "".join(told.output.split()) in printed, code
            assert ragged(text, columns) == [], code


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_code_all_are_listed_and_fit(language: str, columns: int, tmp_path: Path) -> None:
    text = explain(tmp_path, "--lang", language, columns=columns)
    assert listed(text) == {code.slug for code in Code}
    assert ragged(text, columns) == []


def test_a_part_of_a_name_lists_the_codes_that_hold_it(tmp_path: Path) -> None:
    assert listed(explain(tmp_path, "typography")) == {"id-typography"}
    assert listed(explain(tmp_path, "agency")) == {code.slug for code in Code if "agency" in code.slug}


@pytest.mark.parametrize("family", list(Family), ids=lambda family: family.value)
def test_a_family_is_listed_whole(family: Family, tmp_path: Path) -> None:
    codes = listed(explain(tmp_path, family.value))
    assert {code.slug for code in Code if code.family is family} <= codes


def test_capitals_do_not_matter(tmp_path: Path) -> None:
    assert explain(tmp_path, "Date-Invalid") == explain(tmp_path, "date-invalid")


@pytest.mark.parametrize(
    ("language", "asks"), [("vi", "Có phải date-invalid?"), ("en", "Did you mean date-invalid?")]
)
def test_a_typo_is_refused_with_what_was_probably_meant(language: str, asks: str, tmp_path: Path) -> None:
    ran = run_in(tmp_path, "explain", "date-invald", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert "date-invald" in ran.err
    assert asks in ran.err


def test_what_is_like_no_code_is_refused_without_a_guess(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "explain", "xyzzy-plugh")
    assert (ran.code, ran.out) == (2, "")
    assert "Có phải" not in ran.err
