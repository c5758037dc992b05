"""Tests of parplan.checks.plan."""

from __future__ import annotations

import unicodedata

import pytest

from parplan.checks.plan import one_line
from parplan.finding import Code
from workspaces import DOCUMENT, HEAD, PLAN, TASKS, Builder


def test_a_plan_does_not_end_before_it_starts(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", HEAD.replace("2022-12-31", "2022-07-31"))
    w.refused(Code.PLAN_DATES_REVERSED, PLAN, "2022-07-31")


def test_a_plan_may_end_in_the_month_it_starts(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", HEAD.replace("2022-12-31", "2022-08-01")).silent()


def test_a_plan_may_end_on_a_leap_day(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("2022-12-31", "2024-02-29"))
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n").silent()


@pytest.mark.parametrize(
    ("code", "task", "marked"),
    [
        (Code.DEADLINE_NEEDED, "{id: A, kind: periodic, lead: [tat-ca], …}", "periodic"),
        (
            Code.DEADLINE_NEEDED,
            "{id: A, kind: periodic, lead: [tat-ca], deadline: {rule: tháng 9/2022}, …}",
            "tháng 9/2022",
        ),
        (Code.DEADLINE_NEEDLESS, "{id: A, kind: once, lead: [tat-ca], deadline: {rule: hằng năm}, …}", "hằng năm"),
        (
            Code.DEADLINE_NEEDLESS,
            "{id: A, kind: ongoing, lead: [tat-ca], deadline: {rule: hằng năm}, …}",
            "hằng năm",
        ),
        (
            Code.DEADLINE_NEEDLESS,
            "{id: A, kind: general, lead: [tat-ca], deadline: {rule: năm 2022}, …}",
            "năm 2022",
        ),
        (
            Code.DEADLINE_OUTSIDE_PLAN,
            "{id: A, kind: once, lead: [tat-ca], deadline: {rule: năm 2021}, …}",
            "năm 2021",
        ),
        (
            Code.DEADLINE_OUTSIDE_PLAN,
            "{id: A, kind: once, lead: [tat-ca], deadline: {rule: trước ngày 01/8/2022}, …}",
            "trước ngày 01/8/2022",
        ),
        (
            Code.DEADLINE_OUTSIDE_PLAN,
            "{id: A, kind: once, lead: [tat-ca], deadline: {rule: 1/1/2023}, …}",
            "1/1/2023",
        ),
        (Code.RULE_UNKNOWN, "{id: A, kind: once, lead: [tat-ca], deadline: {rule: sớm nhất}, …}", "sớm nhất"),
        (Code.VALUE_EMPTY, "{id: A, kind: once, lead: [tat-ca], deadline: {rule: ' '}, …}", "' '"),
        (
            Code.WORDS_NOT_IN_QUOTE,
            "{id: A, kind: on-event, lead: [tat-ca], deadline: {words: kịp thời}, …}",
            "kịp thời",
        ),
    ],
)
def test_a_deadline_that_does_not_fit_is_told(w: Builder, code: Code, task: str, marked: str) -> None:
    w.tasks(f"- {task}\n").refused(code, PLAN, marked)


@pytest.mark.parametrize(
    "task",
    [
        "{id: A, kind: once, lead: [tat-ca], …}",
        "{id: A, kind: once, lead: [tat-ca], deadline: {rule: trước ngày 01/01/2023}, …}",
        "{id: A, kind: once, lead: [tat-ca], deadline: {rule: 01/8/2022}, …}",
        "{id: A, kind: periodic, lead: [tat-ca], deadline: {rule: hằng tháng trước ngày 05 tháng sau}, …}",
        "{id: A, kind: once, lead: [tat-ca], deadline: {words: phải làm}, …}",
    ],
)
def test_a_deadline_that_fits_is_silent(w: Builder, task: str) -> None:
    w.tasks(f"- {task}\n").silent()


def test_words_may_be_parted_by_a_line_of_the_quote(w: Builder) -> None:
    w.write(
        PLAN,
        HEAD
        + """\
tasks:
  - id: A
    title: Việc
    kind: on-event
    lead: [tat-ca]
    deadline: {words: hằng tháng}
    source:
      section: III
      quote: |-
        Việc phải làm hằng
        tháng
""",
    ).silent()


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


def test_letters_taken_apart_in_a_plan_are_a_warning_and_still_match(w: Builder) -> None:
    w.write(PLAN, unicodedata.normalize("NFD", w.text(PLAN)))
    loaded = w.load()
    assert ([f.code for f in loaded.findings], loaded.errors) == ([Code.TEXT_NOT_NFC], ())


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a \n\n b\u00a0c\t") == "a b c"
