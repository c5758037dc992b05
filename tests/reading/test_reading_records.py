"""A file's content as its model: what is sound stays, what is not becomes a finding at its place."""

from __future__ import annotations

from parplan.finding import Code, Finding
from parplan.model.agency import AgenciesFile
from parplan.model.shared import File
from parplan.reading.records import validated
from parplan.reading.source import read_yaml

TWO_UNITS = """\
kinds:
  - {id: so, name: Sở}
agencies:
  - {id: so-y-te, name: Sở Y tế, knd: so}
  - {id: so-noi-vu, name: Sở Nội vụ, kind: so}
"""


def shaped(text: str) -> tuple[File | None, list[Finding], set[str]]:
    source = read_yaml("data/agencies.yaml", text.encode()).source
    assert source is not None
    made = validated(AgenciesFile, source)
    return made.sound, list(made.findings), set(made.left_out)


def test_a_record_with_an_error_is_left_out_and_the_rest_stays() -> None:
    made, findings, left_out = shaped(TWO_UNITS)
    assert isinstance(made, AgenciesFile)
    assert [agency.id for agency in made.agencies] == ["so-noi-vu"]
    assert left_out == {"so-y-te"}
    assert {finding.code for finding in findings} == {Code.KEY_UNKNOWN}


def test_what_stands_in_a_record_that_was_left_out_is_still_said() -> None:
    made, _, _ = shaped(TWO_UNITS)
    assert isinstance(made, AgenciesFile)
    assert made.left_out_texts == {"so-y-te", "Sở Y tế", "so"}


def test_a_record_that_stays_keeps_its_place_in_the_file() -> None:
    made, _, _ = shaped(TWO_UNITS)
    assert isinstance(made, AgenciesFile)
    assert made.agencies[0].where.path == ("agencies", 1)


def test_a_misspelt_key_is_told_with_the_right_one() -> None:
    _, findings, _ = shaped(TWO_UNITS)
    (unknown,) = (finding for finding in findings if finding.code is Code.KEY_UNKNOWN)
    assert (unknown.where.path, unknown.where.on_key, unknown.meant) == (("agencies", 0, "knd"), True, "kind")


def test_a_file_without_its_lists_comes_to_nothing() -> None:
    made, findings, _ = shaped("sample: true\n")
    assert made is None
    assert [finding.values["key"] for finding in findings] == ["kinds", "agencies"]
