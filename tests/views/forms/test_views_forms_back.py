"""Tests of parplan.views.forms.back: what is shown of what came back, and to whom a message goes."""

from __future__ import annotations

from datetime import date

from parplan.facts.status.sent_back import sent_back
from parplan.views.forms.back import MOST_LISTED, Back, ahead_texts, awaited, back_data, back_list, back_table
from parplan.words import words
from workspaces import Builder

UNITS = ("so-noi-vu", "so-tu-phap")
MANY = "".join(f"- {{id: T{n}, kind: ongoing, lead: [cac-so], …}}\n" for n in range(MOST_LISTED + 2))


def back(w: Builder, made: frozenset[str] = frozenset()) -> Back:
    standings = w.standings(month="2022-09")
    return Back(standings, sent_back(standings, UNITS), made, "bao-cao")


def test_of_much_that_is_open_a_page_shows_the_first_and_counts_the_rest(w: Builder) -> None:
    w.tasks(MANY).report("2022-09", "so-tu-phap", "- {task: T0, status: done}\n")
    made = back(w)
    listing = back_list(made, words("vi"), date(2022, 9, 16))
    assert back_table(made, words("vi")).rows[1].cells[-1] == "T1, T2, T3 và 02 nội dung khác"
    assert listing.rows[1] == ("Sở Tư pháp", "chưa lập", "đã gửi, chưa rõ ngày", 6, 1, "T1, T2, T3, T4, T5")


def test_below_it_stands_how_far_what_is_known_of_forms_goes(w: Builder) -> None:
    assert "không biết biểu đã được gửi đi" in back_table(back(w, frozenset(UNITS)), words("vi")).note
    assert "(còn 01 đơn vị" in back_table(back(w, frozenset(UNITS[:1])), words("vi")).note


def test_the_office_that_asks_is_not_written_to(w: Builder) -> None:
    assert list(awaited(back(w))) == ["so-tu-phap"]
    (text,) = ahead_texts(back(w), ["so-tu-phap"], words("vi"))
    assert text.startswith("Sở Nội vụ đề nghị Sở Tư pháp ghi kết quả tháng 9/2022 thực hiện Kế hoạch")


def test_machines_are_told_which_forms_were_made(w: Builder) -> None:
    made = {unit["agency"]: unit["form_made"] for unit in back_data(back(w, frozenset(UNITS[:1])))["units"]}
    assert made == {"so-noi-vu": True, "so-tu-phap": False}
