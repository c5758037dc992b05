"""Tests of parplan.views.forms.form: all that a unit is asked, what is known of it, and what it may fill in."""

from __future__ import annotations

from datetime import date

from parplan.facts.form import asked_of, known_on
from parplan.views.forms.form import FormRow, UnitForm, unit_form
from parplan.views.forms.marks import DOCUMENT, NOTHING, form_mark
from parplan.words import words
from workspaces import Builder

AIMS = (
    '[{id: ty-le, measure: Tỷ lệ đúng hạn, unit: "%", at_least: 95}, '
    "{id: so-lan, measure: Số lần, unit: lần, at_most: 3}]"
)
DAY = "{rule: trước ngày 25/9/2022}"
MONTHLY = '{words: hằng tháng, rule: "hằng tháng, trước ngày 25"}'
SOURCE = '{section: III, quote: "Việc phải làm hằng tháng"}'
PRODUCT = "product: {what: Báo cáo rà soát, by: document}"
TARGETS = f"""\
- {{id: A, kind: once, lead: [so-tu-phap], deadline: {DAY}, {PRODUCT}, targets: {AIMS}, …}}
- {{id: B, kind: periodic, lead: [so-tu-phap], deadline: {MONTHLY}, title: Việc, source: {SOURCE}}}
"""


def made(w: Builder, agency: str = "so-tu-phap", day: str = "2022-09-10", month: str = "2022-09") -> UnitForm:
    standings = w.standings(month=month)
    now = known_on(standings, date.fromisoformat(day))
    return unit_form(asked_of(standings, agency), now, agency, words("vi"))


def row(form: UnitForm, mark: str) -> FormRow:
    return next(row for row in form.rows if row.mark == mark)


def test_its_head_says_whose_it_is_for_when_and_until_when(w: Builder) -> None:
    form = made(w)
    assert form.title == "BIỂU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 9 NĂM 2022"
    assert form.lines[:3] == (
        "Đơn vị báo cáo: Sở Tư pháp",
        "Thực hiện Kế hoạch",
        "Số liệu từ ngày 15/8/2022 đến ngày 14/9/2022. Gửi về Sở Nội vụ chậm nhất ngày 17/9/2022. "
        "Tình trạng đến nay: tính đến ngày 10/9/2022.",
    )
    mark = form_mark(form.mark)
    assert mark is not None
    assert (mark.plan, mark.month, mark.agency) == (2022, "2022-09", "so-tu-phap")


def test_what_has_a_day_comes_first_and_the_tick_stands_before_standing_duties(w: Builder) -> None:
    assert [row.mark for row in made(w).rows] == [DOCUMENT, "", "A||", "B|2022-09|", "", NOTHING, "C||"]
    assert [row.mark for row in made(w, "hoi-an").rows] == [DOCUMENT, "", NOTHING, "C||"]


def test_only_a_standing_duty_may_have_nothing_to_tell(w: Builder) -> None:
    form = made(w)
    assert row(form, "A||").choices == ("Đã hoàn thành", "Đang thực hiện", "Chưa triển khai")
    assert row(form, "C||").choices[-1] == "Không phát sinh"
    assert row(form, NOTHING).choices == ("Không phát sinh",)


def test_a_deadline_is_told_as_written_with_the_day_that_it_does_not_name(w: Builder) -> None:
    form = made(w.tasks(TARGETS))
    assert row(form, "A||ty-le").known[2] == "trước ngày 25/9/2022"
    assert row(form, "B|2022-09|").known[2] == "hằng tháng\n(trước ngày 25/9/2022)"


def test_each_target_has_a_row_and_only_the_first_asks_for_words(w: Builder) -> None:
    form = made(w.tasks(TARGETS))
    first, second = row(form, "A||ty-le"), row(form, "A||so-lan")
    assert first.known[1] == "Việc\nSản phẩm: Báo cáo rà soát\nChỉ tiêu: Tỷ lệ đúng hạn: từ 95% trở lên"
    assert second.open == {"done", "of"} < first.open
    assert "done" not in row(form, "B|2022-09|").open


def test_without_targets_nobody_is_asked_for_figures(w: Builder) -> None:
    assert {"done", "of"}.isdisjoint(column.key for column in made(w).filled)


def test_what_was_said_stands_there_the_months_own_words_before_older_ones(w: Builder) -> None:
    w.report("2022-08", "so-tu-phap", "- {task: A, status: in-progress, result: Đang lấy ý kiến.}\n")
    assert row(made(w), "A||").known[3:] == (
        "Đang thực hiện - trong hạn",
        "tháng 8/2022: Đang thực hiện; Đang lấy ý kiến",
    )
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-05}\n")
    form = made(w)
    assert row(form, "A||").known[4] == "Kỳ này đã ghi: Đã hoàn thành"
    assert row(form, "C||").known[4] == ""


def test_a_long_story_is_cut_between_words(w: Builder) -> None:
    w.report("2022-08", "so-tu-phap", f"- {{task: A, status: in-progress, result: {'dài ' * 60}}}\n")
    told = row(made(w), "A||").known[4]
    assert told.endswith("dài…")
    assert len(told) <= 111


def test_the_state_is_that_of_the_day_on_which_the_form_is_made(w: Builder) -> None:
    w.tasks(TARGETS.replace("25/9/2022", "12/9/2022"))
    assert row(made(w, day="2022-09-10"), "A||ty-le").known[3].startswith("Chưa có thông tin - trong hạn")
    assert row(made(w, day="2022-09-14"), "A||ty-le").known[3] == "Quá hạn, chưa có báo cáo kết quả"
    assert made(w, day="2022-10-30").mark == made(w, day="2022-09-14").mark


def test_a_sample_says_so_on_its_head_and_every_page(w: Builder) -> None:
    assert made(w).watermark == ""
    w.report("2022-09", "so-tu-phap", more="sample: true")
    assert made(w).lines[0] == made(w).watermark == "SỐ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
