"""Tests of parplan.editing.mend: what --fix may do without asking."""

from __future__ import annotations

import unicodedata

import pytest

from parplan.editing.edit import edited
from parplan.editing.mend import MENDS, mends
from parplan.editing.text.change import Respell
from parplan.editing.write import write
from parplan.finding import Code, Finding
from parplan.where import Where
from workspaces import AGENCIES, PLAN, REPORT, RESULTS, Builder


def mended(w: Builder) -> list[str]:
    """Mend what can be mended; the codes that are found then."""
    loaded = w.load()
    write(w.root, edited(loaded, mends(loaded.findings)).edits, "test")
    return w.codes()


@pytest.mark.parametrize(
    ("updates", "expected"),
    [
        (
            "- {task: C, status: done, date: 30/8/2022}  # x\n",
            "- {task: C, status: done, date: 2022-08-30}  # x\n",
        ),
        ("- {task: C, status: done, date: '5-9-2022'}\n", "- {task: C, status: done, date: '2022-09-05'}\n"),
        ("- {task: “C”, status: done}\n", "- {task: C, status: done}\n"),
        ("- {task: C\u00a0, status: done}\n", "- {task: C, status: done}\n"),
    ],
)
def test_days_and_ids_are_written_as_they_were_meant(w: Builder, updates: str, expected: str) -> None:
    w.report("2022-09", "so-tu-phap", updates)
    assert mended(w) == []
    assert w.text(REPORT).endswith("updates:\n" + expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("note: Ðã gửi Ɖảng ủy, ðúng hạn", "note: Đã gửi Đảng ủy, đúng hạn"),
        ("note: 'Ðã gửi'  # Ð", "note: 'Đã gửi'  # Ð"),
        ("note: |\n  Ðã gửi\n  UBND", "note: |\n  Đã gửi\n  UBND"),
    ],
)
def test_letters_that_look_like_ours_become_ours_where_they_stand(w: Builder, written: str, expected: str) -> None:
    w.report("2022-09", "so-tu-phap", more=written)
    assert mended(w) == []
    assert expected in w.text(REPORT)


def test_of_two_mistakes_in_one_value_each_has_its_round(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: “C”, status: “ðang làm”}\n")
    mended(w)
    mended(w)
    assert mended(w) == []
    assert w.text(REPORT).endswith("- {task: C, status: in-progress}\n")


def test_decimal_commas_become_points(w: Builder) -> None:
    w.write(
        RESULTS,
        'results:\n  - {index: PAR, year: 2022, place: quang-nam, score: "86,57", mark: read, source: x}\n',
    )
    assert mended(w) == []
    assert 'score: "86.57"' in w.text(RESULTS)


def test_a_month_gets_its_zero(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap").change(REPORT, "month: 2022-09", "month: 9/2022")
    assert mended(w) == []
    assert "month: 2022-09\n" in w.text(REPORT)


def test_letters_are_put_together_and_blanks_at_line_ends_go(w: Builder) -> None:
    before = w.text(PLAN)
    w.write(PLAN, unicodedata.normalize("NFD", before).replace("issued: 2022-08\n", "issued: 2022-08  \n"))
    assert mended(w) == []
    assert w.text(PLAN) == before


def test_everything_at_once_and_a_second_time_nothing(w: Builder) -> None:
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp").change(AGENCIES, "groups:", "groups: ")
    w.report("2022-09", "so-tu-phap", "- {task: C, status: done, date: 30/8/2022}\n", received="16/9/2022")
    assert mended(w) == []
    assert mends(w.load().findings) == ()


def test_what_was_meant_must_be_known() -> None:
    assert mends([Finding(Code.DATE_INVALID, Where("x", ("a",)), {"text": "mai"})]) == ()


def test_what_a_person_has_to_decide_is_left() -> None:
    decided = {Code.AGENCY_UNKNOWN, Code.KEY_UNKNOWN, Code.DATE_IMPOSSIBLE, Code.ID_INVALID}
    assert not decided & set(MENDS)


def test_an_officer_s_word_is_put_right_and_one_that_is_merely_near_is_left_to_be_asked_about(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: C, status: hoàn thành}\n- {task: A, status: don}\n")
    mended(w)
    assert w.text(REPORT).endswith("- {task: C, status: done}\n- {task: A, status: don}\n")


def test_blanks_and_letters_of_one_file_are_mended_in_one_round(w: Builder) -> None:
    w.write(AGENCIES, unicodedata.normalize("NFD", w.text(AGENCIES)).replace("groups:\n", "groups:  \n"))
    assert mended(w) == []


def test_what_nobody_may_mend_is_left_and_of_two_mends_of_one_value_one_is_made_at_a_time() -> None:
    where = Where(REPORT, ("updates", 0, "task"))
    found = [
        Finding(Code.TASK_UNKNOWN, where),
        Finding(Code.LETTER_FOREIGN, where),
        Finding(Code.ID_TYPOGRAPHY, where, meant="C"),
    ]
    assert mends(found) == (Respell(where),)
