"""Tests of parplan.reading.related: what is told of some files is what reading all would tell of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parplan.checks import ACROSS_REPORTS, Check
from parplan.checks.everywhere.papers import check_paper_dates
from parplan.checks.progress.updates import check_undone
from parplan.errors import FOLDER
from parplan.finding import Code
from parplan.model.workspace import month_file_name
from parplan.reading import related
from parplan.reading.load import Loaded, load
from tries import tries
from workspaces import AGENCIES, PLAN, Builder

SOUND: Final = FOLDER / "sound"
SEPTEMBER, OCTOBER = (month_file_name(month, "so-tu-phap") for month in ("2022-09", "2022-10"))
OTHERS: Final = month_file_name("2022-09", "so-noi-vu")


def report(
    file: str, *, agency: str = "", status: str = "done", day: str = "", paper: str = ""
) -> dict[str, bytes]:
    """A report of the unit and month in the file's name, unless its head says else, and a paper that it cites."""
    month, unit = file.removesuffix(".yaml").split("/")[-2:]
    update = f"  - task: III.1\n    status: {status}\n    date: {month}-05\n"
    if paper:
        update += f"    evidence:\n      - type: document\n        date: {day or f'{month}-05'}\n        {paper}\n"
    return {file: f"plan: 2022\nmonth: {month}\nagency: {agency or unit}\nupdates:\n{update}".encode()}


def told(loaded: Loaded, file: str) -> list[tuple[object, ...]]:
    found = [one for one in (*loaded.findings, *loaded.untold) if one.where.file == file]
    return [(one.code, one.where, str(one.values), one.meant, loaded.span(one)) for one in found]


def asked_about(file: str, written: Mapping[str, bytes]) -> tuple[Loaded, set[Code]]:
    """What was read for a file, and the codes told of it, which are those that reading all tells."""
    whole, part = load(SOUND, written), load(SOUND, written, about={file}.__contains__)
    assert told(part, file) == told(whole, file)
    assert part.file_count + part.passed_over == whole.file_count
    return part, {one.code for one in part.findings}


# --- which reports are read ----------------------------------------------------------------------------------


def test_beside_a_report_those_of_its_unit_are_read_and_those_that_cite_its_papers() -> None:
    citing = month_file_name("2022-09", "hoi-an")
    written = {
        **report(OCTOBER, status="in-progress"),
        **report(SEPTEMBER),
        **report(OTHERS, paper="number: 1/BC-SNV"),
        **report(citing, paper="number: 1/BC-STP\n        issuer: so-tu-phap"),
    }
    part, codes = asked_about(OCTOBER, written)
    assert {file for file in part.texts if "/progress/" in file} == {OCTOBER, SEPTEMBER, citing}
    assert (codes, part.passed_over) == ({Code.DONE_UNDONE}, 1)


@pytest.mark.parametrize("file", [PLAN, AGENCIES, "data/reports/2022-09.yaml", "data/gone.yaml", "README.md"])
def test_for_what_is_no_report_none_is_read(file: str) -> None:
    written = {**report(OCTOBER), **report(SEPTEMBER), "data/reports/2022-09.yaml": b"plan: x\n"}
    assert asked_about(file, written)[0].passed_over == 2


def test_only_what_was_asked_for_is_told() -> None:
    part, _ = asked_about(OCTOBER, {**report(OCTOBER), **report(SEPTEMBER, status="xong")})
    assert SEPTEMBER in part.texts
    assert {one.where.file for one in part.findings} <= {OCTOBER}


def test_where_so_much_is_shared_that_looking_for_it_does_not_pay_all_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = {**report(OCTOBER), **report(OTHERS)}
    assert asked_about(OCTOBER, written)[0].passed_over == 1
    monkeypatch.setattr(related, "MOST_SOUGHT", 0)
    assert asked_about(OCTOBER, written)[0].passed_over == 0


def test_a_report_into_which_nobody_can_look_is_not_passed_over(w: Builder) -> None:
    w.report("2022-10", "so-tu-phap")
    (w.root / OTHERS).mkdir(parents=True)
    assert OTHERS in load(w.root, about={OCTOBER}.__contains__).texts


# --- however it is written -----------------------------------------------------------------------------------

PAPER: Final = "number: 12/BC-KSỞ 3"
CITED: Final = {
    "as it is": PAPER,
    "in another case": "number: 12/bc-ksở 3",
    "with a letter that becomes another": "number: 12/BC-\u212aSỞ 3",
    "in quotes": "number: '12/BC-KSỞ 3'",
    "escaped": 'number: "12/BC-\\x4bSỞ 3"',
    "broken in quotes": 'number: "12/BC\\\n          -KSỞ 3"',
    "on two lines": "number: 12/BC-KSỞ\n          3",
    "in a block": "number: >-\n          12/BC-KSỞ\n          3",
    "taken apart": unicodedata.normalize("NFD", PAPER),
    "in a merge": f"\n<<<<<<< A\n        {PAPER}\n=======\n        number: 4\n>>>>>>> B",
    "behind a blank of Word's": "number:\u00a012/BC-KSỞ 3",
}
NOT_CITED: Final = ("number: “12/BC-KSỞ 3”", "nmber: 12/BC-KSỞ 3", "number: []", "number: 12/BC-SỞ 3")


def citing(file: str, day: str, paper: str = PAPER) -> dict[str, bytes]:
    return report(file, day=day, paper=f"{paper}\n        issuer: hoi-an")


@pytest.mark.parametrize("how", CITED)
def test_another_that_cites_the_paper_is_found_however_it_writes_it(how: str) -> None:
    written = {**citing(OCTOBER, "2022-09-05"), **citing(OTHERS, "2022-09-04", CITED[how])}
    assert Code.PAPER_DATES_DIFFER in asked_about(OCTOBER, written)[1]


@pytest.mark.parametrize("agency", ["so-tu-phap", '"so-tu\\x2dphap"', "'so-tu-phap'"])
def test_a_head_may_name_another_unit_than_the_file_s_name(agency: str) -> None:
    written = {**report(OCTOBER, status="in-progress"), **report(OTHERS, agency=agency)}
    assert asked_about(OCTOBER, written)[1] == {Code.DONE_UNDONE}


AGAINST: Final[Mapping[Check, dict[str, bytes]]] = {
    check_undone: {**report(OCTOBER, status="in-progress"), **report(SEPTEMBER)},
    check_paper_dates: {**citing(OCTOBER, "2022-09-05"), **citing(OTHERS, "2022-09-04")},
}


@pytest.mark.parametrize("check", ACROSS_REPORTS, ids=lambda check: check.__name__)
def test_whatever_reports_share_is_looked_for(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_about(OCTOBER, AGAINST[check])
    rest = {one: share for one, share in ACROSS_REPORTS.items() if one is not check}
    monkeypatch.setattr(related, "ACROSS_REPORTS", rest)
    with pytest.raises(AssertionError):
        asked_about(OCTOBER, AGAINST[check])


# --- whatever is in them -------------------------------------------------------------------------------------

UNITS: Final = ("so-tu-phap", "so-noi-vu")
HEADS: Final = (*UNITS, *UNITS, "so-tu-phapp", "cac-don-vi", '"so\\x2dtu-phap"', "", "[x]", "x: y")
SPOILT: Final = (
    (b"plan: 2022", b"plan: 2023"),
    (b"month: 2022-09", b"month: 2022-12"),
    (b"plan: 2022\n", b""),
    (b"task: III.1", b"task: III.9\n    id: III.9"),
    (b"III.1", b"III.9"),
    (b"agency:", "agency：".encode()),
    (b"status", b"sta\n  tus"),
    (b"status", b"\xff"),
)
Drawn = tuple[str, str, str, str, str, tuple[bytes, bytes]]

reports = st.dictionaries(
    st.builds(month_file_name, st.sampled_from(("2022-09", "2022-10", "2022-11")), st.sampled_from(UNITS)),
    st.tuples(
        st.sampled_from(HEADS),
        st.sampled_from(("done", "in-progress", "xong")),
        st.sampled_from(("2022-09-04", "2022-09-05", "5/9/2022")),
        st.sampled_from((*CITED.values(), *NOT_CITED)),
        st.sampled_from(("", "\n        issuer: so-tu-phap", "\n        isuer: so-noi-vu")),
        st.sampled_from((*[(b"", b"")] * len(SPOILT), *SPOILT)),
    ),
    min_size=2,
    max_size=5,
)


@tries(60)
@given(reports)
def test_of_every_file_the_same_is_told_whatever_is_in_the_others(drawn: dict[str, Drawn]) -> None:
    written = dict[str, bytes]()
    for file, (agency, status, day, paper, issuer, (old, new)) in drawn.items():
        made = report(file, agency=agency, status=status, day=day, paper=paper + issuer)
        written[file] = made[file].replace(old, new) if old else made[file]
    for file in (PLAN, *written):
        asked_about(file, written)
