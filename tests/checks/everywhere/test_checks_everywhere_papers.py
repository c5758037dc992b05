"""Tests of parplan.checks.everywhere.papers."""

from __future__ import annotations

import pytest

from parplan.checks.everywhere.papers import check_paper_numbers, is_number
from parplan.finding import Code
from parplan.where import Where
from workspaces import AGENCIES, DECISIONS, HEAD, PLAN, REPORT, TASKS, Builder, asked_for

OCTOBER = "data/progress/2022-10/so-tu-phap.yaml"


def cited(w: Builder, paper: str, month: str = "2022-09", agency: str = "so-tu-phap") -> Builder:
    """A report that cites a paper as evidence."""
    return w.report(month, agency, f"- {{task: C, status: done, evidence: [{{type: document, {paper}}}]}}\n")


@pytest.mark.parametrize(
    "number",
    [
        "123/BC-STP",
        "5512/UBND-NC",
        "16-NQ/TU",
        "09/2019/NĐ-CP",
        "45/2019/QH14",
        "352/QĐ-BNV",
        "01/2023/QĐ-UBND",
        "924/SNV-CCHC",
        "37/KH-SNN&PTNT",
        "150/BC-SNgV",
        "12a/TTr-STP",
        "15A/KH-UBND",
        "1021/QĐ-TTg",
        "05/2021/TTLT-BNV-BTC",
        "138/KH-BCĐ389",
        "21-CTr/TU",
        "1/QĐ",
    ],
)
def test_the_number_of_a_paper_is_silent(w: Builder, number: str) -> None:
    cited(w, f"number: {number}").silent()


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("123", None),
        ("BC 123", None),
        ("123/bc-stp", "123/BC-STP"),
        ("so 5", None),
        ("…/KH-UBND", None),
        ("Số 123/BC-STP", "123/BC-STP"),
        ("Số 123/BC-STP\u00a0", "123/BC-STP"),
        ("123 / BC – STP", "123/BC-STP"),
        ("123/BC-", None),
        ("/BC-STP", None),
        ("123/2022", None),
        ("123/BC-STP ngày 12/9/2022", None),
    ],
)
def test_what_is_no_number_of_a_paper_is_told_with_what_was_meant(
    w: Builder, number: str, meant: str | None
) -> None:
    cited(w, f'number: "{number}"').refused(Code.PAPER_NUMBER_INVALID, REPORT, f'"{number}"', meant=meant)


def test_numbers_are_looked_at_wherever_a_paper_is_cited(w: Builder) -> None:
    head = HEAD.replace("issuer:", "number: Q1\n  legal_basis: [{number: Q2}]\n  issuer:", 1)
    w.tasks(TASKS, head).report("2022-09", "so-tu-phap", more="document: {number: Q3}")
    w.decisions("2022-09", "- {id: q, kind: drop, task: A, from: 2022-09-01, document: {number: Q4}}\n")
    w.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\npapers: [{number: Q5}]\n")
    told = {(finding.where.file, finding.values["text"]) for finding in check_paper_numbers(w.workspace())}
    assert told == {
        (PLAN, "Q1"),
        (PLAN, "Q2"),
        (REPORT, "Q3"),
        (DECISIONS, "Q4"),
        ("data/reports/2022-09.yaml", "Q5"),
    }


def test_a_system_s_own_number_is_no_paper_s(w: Builder) -> None:
    evidence = "{type: system, title: Phần mềm Một cửa, number: HS-0012}"
    w.report("2022-09", "so-tu-phap", f"- {{task: C, status: done, evidence: [{evidence}]}}\n").silent()


def test_a_paper_of_two_dates_is_told_at_the_later_citation(w: Builder) -> None:
    cited(w, "number: 12/BC-STP, date: 2022-09-02")
    cited(w, "number: 12/BC-Stp, date: 2022-09-12", "2022-10")
    w.refused(Code.PAPER_DATES_DIFFER, OCTOBER, "2022-09-12")
    (finding,) = asked_for(w.load())
    assert finding.values["first"] == Where(REPORT, ("updates", 0, "evidence", 0, "date"))


def test_a_report_s_own_letter_is_a_paper_too(w: Builder) -> None:
    cited(w, "number: 12/BC-STP, date: 2022-09-02")
    w.report("2022-10", "so-tu-phap", more="document: {number: 12/BC-STP, date: 2022-10-02}")
    w.refused(Code.PAPER_DATES_DIFFER, OCTOBER, "2022-10-02")


@pytest.mark.parametrize(
    ("agency", "paper"),
    [
        ("so-tu-phap", "number: 12/BC-STP, date: 2022-09-02"),
        ("so-tu-phap", "number: 12/KH-STP, date: 2022-09-12"),
        ("so-tu-phap", "number: 12/BC-STP"),
        ("so-tai-chinh", "number: 12/BC-STP, date: 2022-09-12"),  # its own: offices count each for itself
        ("so-tu-phap", "number: 12/BC-STP, date: 2022-09-12, issuer: hoi-an"),
        ("so-tu-phap", "number: 12/BC-STP, date: 2021-09-12"),  # numbers begin anew each year
    ],
)
def test_papers_that_may_have_another_date_are_silent(w: Builder, agency: str, paper: str) -> None:
    cited(w, "number: 12/BC-STP, date: 2022-09-02")
    cited(w, paper, "2022-10", agency).silent()


@pytest.fixture
def s(w: Builder) -> Builder:
    """Units with the symbols they sign with; the two districts share one."""
    for name, symbol in (("Sở Nội vụ", "SNV"), ("Sở Tư pháp", "STP"), ("Hội An", "UBND"), ("Điện Bàn", "UBND")):
        w.change(AGENCIES, f"{name}, kind", f"{name}, symbol: {symbol}, kind")
    return w


@pytest.mark.parametrize("number", ["12/BC-SNV", "12/2022/QĐ-SNV"])
def test_a_paper_with_another_unit_s_symbol_is_told(s: Builder, number: str) -> None:
    cited(s, f"number: {number}").refused(Code.PAPER_SYMBOL_OTHER, REPORT, number)
    (finding,) = asked_for(s.load())
    assert (finding.values["owner"], finding.values["agency_name"]) == ("so-noi-vu", "Sở Tư pháp")


def test_a_report_under_another_unit_s_letter_is_told(s: Builder) -> None:
    s.report("2022-09", "so-tu-phap", more="document: {number: 12/BC-SNV}")
    s.refused(Code.PAPER_SYMBOL_OTHER, REPORT, "12/BC-SNV")


@pytest.mark.parametrize(
    ("agency", "paper"),
    [
        ("so-tu-phap", "number: 12/BC-STP"),
        ("so-tu-phap", "number: 12/BC-SNV, issuer: so-noi-vu"),
        ("so-tu-phap", "number: 12/BC-UBND"),  # eighteen districts sign so
        ("so-tu-phap", "number: 12/SNV-CCHC"),
        ("so-tu-phap", "number: 12/QĐ-BNV"),  # nobody of the register
        ("so-tai-chinh", "number: 12/BC-SNV"),  # its own symbol is not known
    ],
)
def test_a_symbol_that_tells_nothing_is_silent(s: Builder, agency: str, paper: str) -> None:
    cited(s, paper, agency=agency).silent()


@pytest.mark.parametrize(
    ("text", "known"),
    [("5/QĐ-4T", True), ("5/QĐ-4t", True), ("5/QĐ-4", True), ("5/QĐ-ubnd", False), ("5/qđ-UBND", False)],
)
def test_each_part_of_a_symbol_begins_with_a_capital_or_a_figure(text: str, known: bool) -> None:
    assert is_number(text) is known


def test_a_letter_that_reminded_bears_the_number_of_a_paper_too(w: Builder) -> None:
    letter = "{number: SNV 924, date: 2022-10-05, tasks: [{task: A, agencies: [so-tu-phap]}]}"
    w.write("data/reminders/2022.yaml", f"plan: 2022\nreminders:\n  - {letter}\n")
    w.refused(Code.PAPER_NUMBER_INVALID, "data/reminders/2022.yaml", "SNV 924")


@pytest.mark.parametrize(("length", "is_mended"), [(200, True), (201, False)])
def test_what_is_longer_than_any_number_is_not_mended(w: Builder, length: int, is_mended: bool) -> None:
    number = "123 /BC-".ljust(length, "A")
    meant = number.replace(" ", "") if is_mended else None
    cited(w, f'number: "{number}"').refused(Code.PAPER_NUMBER_INVALID, REPORT, f'"{number}"', meant=meant)


def test_a_unit_s_symbol_is_the_last_part_of_a_number(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Nội vụ,", "name: Sở Nội vụ, symbol: SNV,")
    w.change(AGENCIES, "name: Sở Tư pháp,", "name: Sở Tư pháp, symbol: STP,")
    cited(w, "number: 1/BC-VP-SNV").refused(Code.PAPER_SYMBOL_OTHER, REPORT, "1/BC-VP-SNV")
