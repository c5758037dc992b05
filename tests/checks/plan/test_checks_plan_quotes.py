"""Tests of parplan.checks.plan.quotes."""

from __future__ import annotations

import unicodedata

import pytest

from parplan.checks.plan.quotes import _but_for_signs, agreeing_words
from parplan.finding import Code
from parplan.where import Where
from workspaces import DOCUMENT, PLAN, REPORT, Builder

SOURCE = "data/sources/ke-hoach.txt"


def task(name: str, quote: str) -> str:
    return f"- {{id: {name}, kind: general, lead: [tat-ca], title: V, source: {{section: III, quote: {quote}}}}}\n"


def test_a_quote_that_differs_by_one_letter_says_how_far_it_agrees(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: general, lead: [tat-ca], title: V, source: {section: III, quote: Việc phải lam hằng}}\n"
    )
    w.refused(Code.QUOTE_NOT_IN_SOURCE, PLAN, "Việc phải lam hằng")
    (finding,) = w.load().findings
    assert finding.values == {"task": "A", "agrees": "Việc phải l"}


def test_line_and_page_breaks_and_letters_taken_apart_do_not_break_a_quote(w: Builder) -> None:
    w.write(
        "data/sources/ke-hoach.txt", unicodedata.normalize("NFD", DOCUMENT.replace("phải làm", "phải\r\n\r\nlàm"))
    )
    w.silent()


def test_a_plan_without_its_document_is_told(w: Builder) -> None:
    w.remove("data/sources/ke-hoach.txt").refused(Code.SOURCE_MISSING, PLAN, "sources/ke-hoach.txt")


def test_a_report_is_no_document_even_where_it_cannot_be_read(w: Builder) -> None:
    w.write(REPORT, "x: [").change(PLAN, "sources/ke-hoach.txt", REPORT.removeprefix("data/"))
    assert sorted(w.codes()) == ["bracket-unclosed", "source-missing"]


def test_a_quote_used_for_a_second_task_is_told_there(w: Builder) -> None:
    w.tasks(task("A", "Việc phải làm thứ 2.") + task("B", "Việc  phải làm thứ 2."))
    w.refused(Code.QUOTE_REPEATED, PLAN, "Việc  phải làm thứ 2.")
    (finding,) = (f for f in w.load().findings if f.code is Code.QUOTE_REPEATED)
    assert finding.values == {"task": "A", "first": Where(PLAN, ("tasks", 0, "source", "quote"))}


def test_a_quote_inside_another_is_not_the_same(w: Builder) -> None:
    w.tasks(task("A", "Việc phải làm thứ 2.") + task("B", "Việc phải làm")).silent()


def test_what_the_document_says_twice_two_tasks_may_quote(w: Builder) -> None:
    w.write(SOURCE, "Sở Nội vụ: Báo cáo hằng quý.\nSở Tài chính: Báo cáo hằng quý.\n")
    w.tasks(task("A", "Báo cáo hằng quý.") + task("B", "Báo cáo hằng quý.")).silent()
    w.tasks("".join(task(name, "Báo cáo hằng quý.") for name in "ABC"))
    w.refused(
        Code.QUOTE_REPEATED,
        PLAN,
        "C, kind: general, lead: [tat-ca], title: V, source: {section: III, quote: «Báo cáo hằng quý.»",
    )


def test_without_its_document_a_quote_used_twice_is_still_told(w: Builder) -> None:
    w.tasks(task("A", "Việc") + task("B", "Việc")).remove(SOURCE)
    assert w.codes() == ["source-missing", "quote-repeated"]


@pytest.mark.parametrize("quote", ["việc phải làm thứ 2", "Việc phảilàm thứ 2", "Việc phải làm; thứ 2"])
def test_a_quote_that_differs_in_signs_alone_is_told_with_the_document_s_own_words(w: Builder, quote: str) -> None:
    w.write(SOURCE, "III. Việc phải làm thứ 2\n").tasks(task("A", quote))
    assert [one.meant for one in w.load().findings if one.code is Code.QUOTE_NOT_IN_SOURCE] == [
        "Việc phải làm thứ 2"
    ]


def test_a_quote_with_another_letter_is_not(w: Builder) -> None:
    w.write(SOURCE, "III. Việc phải làm thứ 2\n").tasks(task("A", "Việc phải lam thứ 2"))
    assert [one.meant for one in w.load().findings if one.code is Code.QUOTE_NOT_IN_SOURCE] == [None]


@pytest.mark.parametrize("raw", [b"K\xd5 ho\xb9ch", b"\xff\xfeK\x00"])
def test_a_document_that_cannot_be_read_is_told_once(w: Builder, raw: bytes) -> None:
    (w.root / "data/sources/ke-hoach.txt").write_bytes(raw)
    assert w.codes() == ["encoding-invalid"]


def test_a_document_that_leads_out_of_the_workspace_is_told_once(w: Builder) -> None:
    (w.root / "data/sources/ke-hoach.txt").unlink()
    (w.root / "data/sources/ke-hoach.txt").symlink_to("/etc/passwd")
    assert w.codes() == ["file-unreadable"]


@pytest.mark.parametrize(
    ("quote", "meant", "agrees"),
    [
        ("VIỆC PHẢI LÀM, HẰNG THÁNG", "Việc phải làm hằng tháng", "V"),
        ("Việc phải làm hằng-tháng", "Việc phải làm hằng tháng", "Việc phải làm hằng"),
        ("“Việc phải làm”", "Việc phải làm", ""),
        ("Việc phải bỏ", None, "Việc phải"),
    ],
)
def test_a_quote_that_differs_by_signs_alone_is_answered_with_the_document_s_own_words(
    quote: str, meant: str | None, agrees: str
) -> None:
    document = "III. Việc phải làm hằng tháng, kịp thời."
    assert (_but_for_signs(quote, document), agreeing_words(quote, document)) == (meant, agrees)


def test_the_first_words_of_the_document_may_be_quoted(w: Builder) -> None:
    w.tasks(task("A", "III. Việc phải làm")).silent()


@pytest.mark.parametrize(
    ("document", "quote", "meant"),
    [
        ("Kịp thời báo cáo.", "kịp thời báo cáo", "Kịp thời báo cáo"),  # the document's first words
        ("Kịp thời. KỊP THỜI.", "kịp thời", "Kịp thời"),  # the first of two places
        ("Kịp thời báo cáo.", "(***)", None),  # there is no letter to look for
        (
            "Tệp ﬁle gửi. Kịp thời.",
            "kịp thời",
            "Kịp thời",
        ),  # one sign that was taken over from a PDF is two letters
        ("Tệp ﬁle gửi.", "ﬁle gửi", "ﬁle gửi"),
    ],
)
def test_the_document_s_own_words_are_looked_for_from_its_first_letter(
    document: str, quote: str, meant: str | None
) -> None:
    assert _but_for_signs(quote, document) == meant
