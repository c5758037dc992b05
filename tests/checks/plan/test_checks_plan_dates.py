"""Tests of parplan.checks.plan.dates."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from parplan.finding import Code
from workspaces import HEAD, PLAN, TASKS, Builder, asked_for


def test_a_plan_does_not_end_before_it_starts(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", HEAD.replace("2022-12-31", "2022-07-31"))
    w.refused(Code.PLAN_DATES_REVERSED, PLAN, "2022-07-31")


def test_a_plan_may_end_in_the_month_it_starts(w: Builder) -> None:
    w.tasks("- {id: C, kind: ongoing, lead: [tat-ca], …}\n", HEAD.replace("2022-12-31", "2022-08-01")).silent()


def test_a_plan_may_end_on_a_leap_day(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("2022-12-31", "2024-02-29"))
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n").silent()


def test_a_plan_that_nobody_lives_to_see_the_end_of_is_not_counted_with(w: Builder) -> None:
    w.tasks(TASKS, HEAD.replace("2022-12-31", "2999-12-31"))
    w.refused(Code.PLAN_TOO_LONG, PLAN, "2999-12-31")
    assert w.load().workspace.plans == {}


MONTHLY = "- {id: A, kind: periodic, lead: [cac-so], deadline: {rule: hằng tháng}, …}\n"


def test_a_start_within_a_month_says_how_much_is_not_owed_for_it(w: Builder) -> None:
    w.tasks(MONTHLY, HEAD.replace("starts: 2022-08", "starts: 2022-09-15"))
    (found,) = (found for found in w.load().findings if found.code is Code.STARTS_MID_MONTH)
    assert (found.values["count"], str(found.values["month"])) == (3, "2022-09")


@pytest.mark.parametrize("start", ["2022-08", "2022-09-01"])
def test_a_start_with_its_month_loses_nothing(w: Builder, start: str) -> None:
    w.tasks(MONTHLY, HEAD.replace("starts: 2022-08", f"starts: {start}"))
    assert Code.STARTS_MID_MONTH not in {found.code for found in w.load().findings}


def test_a_start_within_a_month_loses_the_quarter_that_begins_in_it_and_no_other(w: Builder) -> None:
    quarterly = MONTHLY.replace("hằng tháng", "hằng quý")
    w.tasks(quarterly, HEAD.replace("starts: 2022-08", "starts: 2022-07-15"))
    assert Code.STARTS_MID_MONTH in {found.code for found in w.load().findings}
    w.tasks(quarterly, HEAD.replace("starts: 2022-08", "starts: 2022-08-15"))
    assert Code.STARTS_MID_MONTH not in {found.code for found in w.load().findings}


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
        (Code.RULE_NAMES_KIND, "{id: A, kind: once, lead: [tat-ca], deadline: {rule: kịp thời}, …}", "kịp thời"),
        (
            Code.RULE_SEVERAL,
            "{id: A, kind: periodic, lead: [tat-ca], deadline: {rule: hằng tháng và hằng quý}, …}",
            "hằng tháng và hằng quý",
        ),
        (
            Code.DEADLINE_OUTSIDE_PLAN,
            "{id: A, kind: periodic, lead: [tat-ca], deadline: {rule: giai đoạn 2025-2030}, …}",
            "giai đoạn 2025-2030",
        ),
        (
            Code.DEADLINE_OUTSIDE_PLAN,
            "{id: A, kind: once, lead: [tat-ca], deadline: {rule: sau 15 ngày kể từ ngày 20/12}, …}",
            "sau 15 ngày kể từ ngày 20/12",
        ),
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
        "{id: A, kind: once, lead: [tat-ca], deadline: {rule: năm 2022}, …}",
        "{id: A, kind: once, lead: [tat-ca], deadline: {rule: 01/8/2022}, …}",
        "{id: A, kind: periodic, lead: [tat-ca], deadline: {rule: hằng tháng trước ngày 05 tháng sau}, …}",
        "{id: A, kind: once, lead: [tat-ca], deadline: {words: phải làm}, …}",
    ],
)
def test_a_deadline_that_fits_is_silent(w: Builder, task: str) -> None:
    w.tasks(f"- {task}\n").silent()


def test_a_day_before_the_day_after_the_plan_s_end_is_its_last(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: once, lead: [tat-ca], deadline: {rule: trước ngày 31/12/2022}, …}\n",
        HEAD.replace("2022-12-31", "2022-12-30"),
    ).silent()


CALENDAR = "data/calendar.yaml"
REST_OF_DAY = "name: Ngày, mark: read, source: x"


@pytest.mark.parametrize(
    ("rule", "due", "remind"),
    [
        ("ngày 01/10/2022", date(2022, 10, 1), date(2022, 9, 30)),  # a Saturday
        ("chậm nhất ngày 2022-10-02", date(2022, 10, 2), date(2022, 9, 30)),
        ("trước ngày 03/10/2022", date(2022, 10, 2), date(2022, 9, 30)),  # before a Monday
        ("02/9/2022", date(2022, 9, 2), date(2022, 8, 31)),  # listed, and so is the day before
    ],
)
def test_a_deadline_on_a_day_off_is_told_with_the_day_to_remind_of_it(
    w: Builder, rule: str, due: date, remind: date
) -> None:
    days = [f"  - {{date: 2022-09-0{day}, kind: off, {REST_OF_DAY}}}\n" for day in (1, 2)]
    w.write(CALENDAR, "days:\n" + "".join(days))
    w.tasks(f"- {{id: A, kind: once, lead: [tat-ca], deadline: {{rule: {rule}}}, …}}\n")
    w.refused(Code.DEADLINE_DAY_OFF, PLAN, rule)
    (finding,) = (f for f in w.load().findings if f.code is Code.DEADLINE_DAY_OFF)
    assert finding.values == {"rule": rule, "due": due, "remind": remind}


@pytest.mark.parametrize(
    "rule",
    [
        "trước ngày 01/10/2022",  # before a Saturday: a Friday
        "08/10/2022",  # a Saturday that is worked
        "tháng 12/2022",  # ends on a Saturday, and names no day
        "quý III, IV/2022",
    ],
)
def test_a_deadline_whose_last_day_is_worked_or_not_named_is_silent(w: Builder, rule: str) -> None:
    w.write(CALENDAR, f"days:\n  - {{date: 2022-10-08, kind: working, {REST_OF_DAY}}}\n")
    w.tasks(f"- {{id: A, kind: once, lead: [tat-ca], deadline: {{rule: '{rule}'}}, …}}\n").silent()


def test_without_a_readable_calendar_no_day_is_known_to_be_off(w: Builder) -> None:
    w.write(CALENDAR, "").tasks("- {id: A, kind: once, lead: [tat-ca], deadline: {rule: 01/10/2022}, …}\n")
    assert w.codes() == ["file-empty"]


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


def test_letters_taken_apart_in_a_plan_are_a_warning_and_still_match(w: Builder) -> None:
    w.write(PLAN, unicodedata.normalize("NFD", w.text(PLAN)))
    loaded = w.load()
    assert ([f.code for f in loaded.findings], loaded.errors) == ([Code.TEXT_NOT_NFC], ())


@pytest.mark.parametrize(
    ("kind", "words", "rule", "contradicts"),
    [
        ("once", "trước ngày 30/9/2022", "ngày 30/9/2022", True),
        ("once", "trước ngày 30/9/2022", "trước ngày 30/9/2022", False),
        ("once", "trước ngày 30/9/2022", "trước ngày 29/9/2022", True),
        ("once", "trước ngày 30/9/2022", "tháng 9", True),
        ("once", "ngày 30/9/2022", "trước ngày 30/9/2022", False),  # "before" may be left out
        ("once", "kịp thời", "ngày 30/9/2022", False),  # names no day
        ("periodic", "hằng tháng", "hằng quý", True),
        ("periodic", "hằng tháng", "hằng tháng, trước ngày 25", False),
    ],
)
def test_a_rule_that_comes_to_another_day_or_rhythm_than_the_document_s_words_is_told(
    w: Builder, kind: str, words: str, rule: str, contradicts: bool
) -> None:
    w.tasks(f"- {{id: A, kind: {kind}, lead: [tat-ca], deadline: {{words: '{words}', rule: '{rule}'}}, …}}\n")
    found = [finding for finding in w.load().findings if finding.code is Code.RULE_CONTRADICTS_WORDS]
    assert [finding.values for finding in found] == ([{"words": words, "rule": rule}] if contradicts else [])


GENERAL = "- {id: C, kind: general, lead: [tat-ca], …}\n"


def test_a_plan_of_twenty_years_is_the_longest_that_anybody_means(w: Builder) -> None:
    w.tasks(GENERAL, HEAD.replace("2022-12-31", "2041-12-31")).silent()
    w.tasks(GENERAL, HEAD.replace("2022-12-31", "2042-01-01")).refused(Code.PLAN_TOO_LONG, PLAN, "2042-01-01")


@pytest.mark.parametrize(
    ("task", "starts", "ends", "codes"),
    [
        (MONTHLY, "2022-09-15", "2022-09-14", ["plan-dates-reversed"]),  # a plan of no day loses no month
        (MONTHLY, "2022-09-15", "2022-09-15", []),
        (MONTHLY.replace("cac-so", "cac-soo"), "2022-09-15", "2022-12-31", ["agency-unknown"]),
        (MONTHLY.replace("deadline: {rule: hằng tháng}, ", ""), "2022-09-15", "2022-12-31", ["deadline-needed"]),
        (MONTHLY.replace("periodic", "once"), "2022-09-15", "2022-12-31", ["deadline-needless"]),
    ],
)
def test_a_month_is_lost_only_of_what_is_owed_in_it_by_somebody_who_is_known(
    w: Builder, task: str, starts: str, ends: str, codes: list[str]
) -> None:
    w.tasks(task, HEAD.replace("starts: 2022-08", f"starts: {starts}").replace("2022-12-31", ends))
    assert w.codes() == codes


@pytest.mark.parametrize(
    ("kind", "words", "rule", "contradicts"),
    [
        ("once", "ngày 15/01", "ngày 15/01/2023", False),  # the words name no year: it may be the rule's
        ("once", "trước ngày 15/01", "trước ngày 15/01/2023", False),
        ("once", "ngày 30/9/2022", "trước ngày 29/9/2022", True),
        ("once", "hằng tháng", "ngày 30/9/2022", False),  # a rhythm and a day: of which kind the task is, is told
        ("periodic", "ngày 30/9/2022", "hằng tháng", False),
        ("once", "trong vòng 05 ngày kể từ ngày 12/9/2022", "ngày 30/9/2022", False),
        ("once", "ngày 30/9/2022", "trong vòng 05 ngày kể từ ngày 12/9/2022", False),
        ("periodic", "trong vòng 05 ngày kể từ ngày 12/9/2022", "hằng tháng", False),
        ("once", "hằng tháng", "trong vòng 05 ngày kể từ ngày 12/9/2022", False),
    ],
)
def test_only_two_days_or_two_rhythms_contradict_each_other(
    w: Builder, kind: str, words: str, rule: str, contradicts: bool
) -> None:
    w.tasks(
        f"- {{id: A, kind: {kind}, lead: [tat-ca], deadline: {{words: '{words}', rule: '{rule}'}}, …}}\n",
        HEAD.replace("2022-12-31", "2023-12-31"),
    )
    assert (Code.RULE_CONTRADICTS_WORDS in {finding.code for finding in w.load().findings}) == contradicts


def test_words_are_not_looked_for_in_a_quote_that_is_not_there(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: on-event, lead: [tat-ca], title: V, deadline: {words: kịp thời}, "
        "source: {section: III}}\n"
    )
    assert w.codes() == ["key-missing"]


AFTER = "- {id: A, kind: once, lead: [tat-ca], deadline: {rule: trong vòng N ngày làm việc kể từ ngày D}, …}\n"


def after(days: str, day: str) -> str:
    return AFTER.replace("N ngày", f"{days} ngày").replace("ngày D", f"ngày {day}")


OFF, WORKED = (f"days:\n  - {{date: 2022-10-08, kind: {kind}, {REST_OF_DAY}}}\n" for kind in ("off", "working"))


@pytest.mark.parametrize(
    ("tasks", "calendar", "years"),
    [
        (after("05", "12/9/2022"), "", ["2022"]),
        (after("05", "12/9/2022"), OFF, []),
        (after("05", "12/9/2022"), WORKED, ["2022"]),  # a day worked in exchange is no day off
        (after("05", "12/9/2022").replace(" làm việc", ""), "", []),
        (after("05", "12/9/2022") + after("06", "13/9/2022").replace("id: A", "id: B"), "", ["2022"]),  # once
        (after("10", "26/12/2022"), "", ["2022", "2023"]),  # runs over the turn of the year
        (after("10", "26/12/2022"), OFF, ["2023"]),
        (after("03", "26/12/2022"), "", ["2022"]),
        (MONTHLY.replace("hằng tháng", "'hằng tháng, ngày làm việc cuối cùng'"), "", ["2022", "2023"]),
        (MONTHLY, "", []),
        (GENERAL, "", []),
    ],
)
def test_the_days_off_of_each_year_in_which_working_days_are_counted_are_asked_for_once(
    w: Builder, tasks: str, calendar: str, years: list[str]
) -> None:
    w.tasks(tasks, HEAD.replace("2022-12-31", "2023-12-31"))
    if calendar:
        w.write(CALENDAR, calendar)
    found = [finding for finding in w.load().findings if finding.code is Code.CALENDAR_YEAR_MISSING]
    assert sorted(str(finding.values["year"]) for finding in found) == years
    assert all(finding.where.path[-2:] == ("deadline", "rule") for finding in found)


def test_a_calendar_that_cannot_be_read_lacks_no_year(w: Builder) -> None:
    w.write(CALENDAR, "").tasks(after("05", "12/9/2022"))
    assert w.codes() == ["file-empty"]


def test_a_deadline_is_not_held_against_a_plan_of_no_day(w: Builder) -> None:
    task = "- {id: A, kind: once, lead: [tat-ca], deadline: {rule: ngày 30/9/2022}, …}\n"
    w.tasks(task, HEAD.replace("2022-12-31", "2022-07-31")).refused(Code.PLAN_DATES_REVERSED, PLAN, "2022-07-31")
    w.tasks(task, HEAD.replace("2022-12-31", "2022-08-01"))
    w.refused(Code.DEADLINE_OUTSIDE_PLAN, PLAN, "ngày 30/9/2022")


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("giai đoạn 2025-2030", date(2030, 12, 31)),
        ("năm 2024 và các năm tiếp theo", date(2024, 12, 31)),
        ("ngày 15/3 hằng năm", date(2022, 3, 15)),  # before the plan begins, and again when it is over
    ],
)
def test_a_period_outside_the_plan_is_told_with_its_last_day(w: Builder, rule: str, due: date) -> None:
    w.tasks(f"- {{id: A, kind: periodic, lead: [tat-ca], deadline: {{rule: {rule}}}, …}}\n")
    (found,) = asked_for(w.load())
    assert (found.code, found.values["due"]) == (Code.DEADLINE_OUTSIDE_PLAN, due)


@pytest.mark.parametrize(
    ("line", "is_told"),
    [("1 | Rà soát | kịp thời", False), ("1 | Rà soát | thường xuyên", True), ("Rà soát. Làm kịp thời.", True)],
)
def test_words_may_stand_in_another_cell_of_the_quote_s_row(w: Builder, line: str, is_told: bool) -> None:
    w.write("data/sources/ke-hoach.txt", f"{line}\n\n2 | Công khai | kịp thời\n")
    quoted = "source: {section: III, quote: Rà soát}"
    w.tasks(f"- {{id: A, kind: on-event, lead: [tat-ca], deadline: {{words: kịp thời}}, title: Việc, {quoted}}}\n")
    assert (Code.WORDS_NOT_IN_QUOTE in {found.code for found in w.load().findings}) is is_told
