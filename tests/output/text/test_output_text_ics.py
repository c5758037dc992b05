"""Calendar files: read back by another program, and line by line as RFC 5545 wants them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from golden import check_golden
from parplan.output.text.ics import ics_text
from parplan.views.status.calendar import DueDay, due_days
from parplan.words import words
from sample_status import DAY, sample_facts

ENTRY = DueDay(
    uid="2022_A@parplan",
    moved=2,
    told=date(2022, 10, 1),
    day=date(2022, 10, 27),
    summary="Việc, trước ngày 28/10/2022: Sở Tư pháp",
    description="Nhiệm vụ A;\nSở Tư pháp",
    remind=date(2022, 10, 20),
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n,;\\:"đặ'), max_size=200)


def read(text: str) -> list[icalendar.cal.Component]:
    return list(icalendar.Calendar.from_ical(text.encode()).walk("VEVENT"))


def test_an_entry_lasts_the_whole_of_its_day() -> None:
    (event,) = read(ics_text([ENTRY]))
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2022, 10, 27), date(2022, 10, 28))
    assert (str(event["UID"]), event["SEQUENCE"]) == (ENTRY.uid, 2)
    assert event.decoded("DTSTAMP").isoformat() == "2022-10-01T00:00:00+00:00"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_reminder_goes_off_at_eight_in_the_morning_of_its_day() -> None:
    (event,) = read(ics_text([ENTRY]))
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm.decoded("TRIGGER") == timedelta(days=-7, hours=8)
    assert str(alarm["DESCRIPTION"]) == ENTRY.summary


def test_a_reminder_on_the_day_itself_comes_after_its_midnight() -> None:
    (event,) = read(ics_text([replace(ENTRY, remind=ENTRY.day)]))
    assert event.walk("VALARM")[0].decoded("TRIGGER") == timedelta(hours=8)


def test_what_is_past_reminds_nobody() -> None:
    assert "VALARM" not in ics_text([replace(ENTRY, remind=None)])


@given(TEXT, TEXT)
@example("a\\nb, c; d", "một\nhai\\\n;")
@example("ặ" * 100, " " * 80)
def test_any_text_is_read_back(summary: str, description: str) -> None:
    (event,) = read(ics_text([replace(ENTRY, summary=summary, description=description)]))
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (summary, description)


@given(TEXT)
def test_no_line_is_longer_than_the_standard_allows_and_no_letter_is_cut(summary: str) -> None:
    text = ics_text([replace(ENTRY, summary=summary)])
    lines = text.encode().removesuffix(b"\r\n").split(b"\r\n")
    assert all(0 < len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in lines)
    assert [line.decode() for line in lines]  # each by itself


@pytest.mark.parametrize(("typed", "read_back"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\x00\x07b", "ab")])
def test_what_no_calendar_can_hold_is_left_out(typed: str, read_back: str) -> None:
    (event,) = read(ics_text([replace(ENTRY, summary=typed)]))
    assert str(event["SUMMARY"]) == read_back


def test_nobody_is_invited_and_the_same_entries_give_the_same_text() -> None:
    assert "METHOD" not in ics_text([ENTRY])
    assert ics_text([ENTRY]) == ics_text([ENTRY])


def test_a_calendar_without_entries_is_still_one() -> None:
    assert read(ics_text([])) == []
    assert ics_text([]).startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")


def test_the_due_days_of_the_sample() -> None:
    entries = due_days(sample_facts(), words("vi"))
    text = ics_text(entries)
    assert [str(event["SUMMARY"]) for event in read(text)] == [entry.summary for entry in entries]
    check_golden(f"status-sample-{DAY}.ics", text)
