"""Tests of parplan.checks.progress.evidence."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import REPORT, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
"""


@pytest.fixture
def p(w: Builder) -> Builder:
    return w.tasks(TASKS)


@pytest.mark.parametrize("which", ["task: A", "task: B, period: 2022-09"])
def test_what_is_done_without_evidence_is_told(p: Builder, which: str) -> None:
    p.report("2022-09", "so-tu-phap", f"- {{{which}, status: done, date: 2022-09-10}}\n")
    p.refused(Code.EVIDENCE_MISSING, REPORT, "done")


@pytest.mark.parametrize(
    "update",
    [
        "{task: A, status: done, date: 2022-09-10, evidence: [{type: document, number: 1/BC}]}",
        "{task: A, status: in-progress, date: 2022-09-10}",
        "{task: C, status: done, date: 2022-09-10}",  # no due day, never counted
    ],
)
def test_what_is_proved_or_needs_no_proof_is_silent(p: Builder, update: str) -> None:
    p.report("2022-09", "so-tu-phap", f"- {update}\n").silent()


def proved(p: Builder, evidence: str) -> Builder:
    return p.report("2022-09", "so-tu-phap", f"- {{task: C, status: done, evidence: [{evidence}]}}\n")


@pytest.mark.parametrize(
    ("evidence", "key"),
    [
        ("{type: document, date: 2022-09-10, title: Báo cáo}", "number"),
        ("{type: link, title: Trang tin}", "link"),
        ("{type: system, date: 2022-09-10}", "title"),
    ],
)
def test_evidence_that_nobody_could_find_again_is_told(p: Builder, evidence: str, key: str) -> None:
    proved(p, evidence).refused(Code.EVIDENCE_INCOMPLETE, REPORT, evidence)
    (finding,) = (f for f in p.load().findings if f.code is Code.EVIDENCE_INCOMPLETE)
    assert finding.values["key"] == key


@pytest.mark.parametrize(
    "evidence",
    [
        "{type: document, number: 1/BC}",
        "{type: link, link: 'https://x.vn'}",
        "{type: system, title: Phần mềm Một cửa}",
        "{type: system, link: 'https://x.vn'}",
        "{type: system, number: 12A}",
    ],
)
def test_evidence_that_can_be_found_is_silent(p: Builder, evidence: str) -> None:
    proved(p, evidence).silent()


@pytest.mark.parametrize(
    "link",
    [
        "x.vn/trang-tin",
        "www.quangnam.gov.vn",
        "htps://quangnam.gov.vn",
        "https:/quangnam.gov.vn",
        "https://",
        "https:///trang-tin",
        "https://quangnam.gov.vn/trang tin",
        "ftp://quangnam.gov.vn",
        "Cổng thông tin điện tử tỉnh",
    ],
)
def test_what_no_browser_opens_is_told(p: Builder, link: str) -> None:
    proved(p, f"{{type: link, link: '{link}'}}").refused(Code.LINK_INVALID, REPORT, f"'{link}'")


@pytest.mark.parametrize(
    "link",
    [
        "http://x.vn",
        "HTTPS://quangnam.gov.vn/a?b=c&d=%20#e",
        "https://sở-tư-pháp.vn/tin",
        "http://10.0.0.1:8080/a",
        "http://[::1]/a",
    ],
)
def test_what_a_browser_opens_is_silent(p: Builder, link: str) -> None:
    proved(p, f"{{type: link, link: '{link}'}}").silent()
