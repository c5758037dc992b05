"""Tests of parplan.finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parplan.finding import Code, Family, Finding, Severity, Stop
from parplan.where import Where

HERE = Path(__file__).parent


def test_slugs_are_unique_and_say_what_the_name_says() -> None:
    slugs = [code.slug for code in Code]
    assert len(set(slugs)) == len(slugs)
    assert slugs == [code.name.lower().replace("_", "-") for code in Code]
    assert [Code.of(slug) for slug in slugs] == list(Code)


def test_an_unknown_slug_is_refused() -> None:
    with pytest.raises(KeyError):
        Code.of("no-such-code")


def test_a_code_stands_with_its_family() -> None:
    families = [code.family for code in Code]
    assert families == sorted(families, key=list(Family).index)


@pytest.mark.parametrize("family", [Family.FILE, Family.SCHEMA])
def test_what_leaves_a_fact_undefined_is_an_error(family: Family) -> None:
    """What cannot be read, or is not of the shape, is; text that is read but perhaps not as meant is not."""
    lighter = {code for code in Code if code.family is family and code.severity is not Severity.ERROR}
    assert lighter <= {Code.COMMENT_CUTS_TEXT, Code.QUOTES_NEEDED}


def test_text_hygiene_never_leaves_a_fact_undefined() -> None:
    assert all(code.severity is not Severity.ERROR for code in Code if code.family is Family.TEXT)


def test_findings_are_values() -> None:
    assert Finding(Code.FILE_EMPTY, Where("x")) == Finding(Code.FILE_EMPTY, Where("x"))


def test_a_stop_carries_its_reason_and_figures() -> None:
    stop = Stop("workspace-missing", exit_code=2, folder="x")
    assert (str(stop), stop.exit_code, stop.values) == ("workspace-missing", 2, {"folder": "x"})


def test_every_code_is_raised_by_some_test() -> None:
    """A code that no test names, as ``Code.NAME`` or by its slug, is one that nobody has seen raised."""
    written = "\n".join(path.read_text() for path in HERE.rglob("test_*.py") if path != Path(__file__))
    named = set(re.findall(r"Code\.([A-Z_]+)", written)) | {
        slug.upper().replace("-", "_") for slug in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', written)
    }
    assert [code.slug for code in Code if code.name not in named] == []
