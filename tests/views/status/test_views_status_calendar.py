"""Due days as entries of a calendar: which there are, what they say, when they remind."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.facts.status.selection import Selection
from parplan.facts.status.status import StatusFacts
from parplan.views.status.calendar import DueDay, due_days
from parplan.words import words
from sample_status import sample_facts
from workspaces import Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: trước ngày 28/10/2022}, …}
- {id: B, kind: once, lead: [cac-huyen], deadline: {rule: ngày 15/10/2022}, …}
- {id: C, kind: ongoing, lead: [so-tu-phap], …}
"""
HEARD = "- {task: C, status: in-progress, date: 2022-09-05}\n"
DONE = "- {task: B, status: done, date: 2022-09-05, evidence: [{type: link, link: x}]}\n"


def entries(w: Builder, day: str, *agencies: str, only_overdue: bool = False) -> list[DueDay]:
    selection = Selection(agencies=frozenset(agencies) or None, overdue=only_overdue)
    return list(due_days(StatusFacts(w.standings(day=day), selection), words("vi")))


def heard(w: Builder) -> Builder:
    return w.tasks(TASKS).report("2022-09", "so-tu-phap", HEARD, received="2022-09-14")


def test_every_day_on_which_something_falls_due_has_an_entry(w: Builder) -> None:
    assert [(entry.day, entry.summary) for entry in entries(heard(w), "2022-10-01")] == [
        (
            date(2022, 10, 15),
            "Việc: chưa có đơn vị nào hoàn thành (của 02 đơn vị): UBND thành phố Hội An, UBND thị xã Điện Bàn",
        ),
        (date(2022, 10, 27), "Việc, trước ngày 28/10/2022: Sở Tư pháp"),
    ]


def test_what_is_done_is_counted_and_no_longer_named(w: Builder) -> None:
    heard(w).report("2022-09", "hoi-an", DONE, received="2022-09-14")
    first, _ = entries(w, "2022-10-01")
    assert first.summary == "Việc: 01/02 đơn vị hoàn thành; chưa: UBND thị xã Điện Bàn"
    w.report("2022-09", "dien-ban", DONE, received="2022-09-14")
    assert [entry.day for entry in entries(w, "2022-10-01")] == [date(2022, 10, 27)]


def test_one_unit_alone_sees_its_name_only(w: Builder) -> None:
    (entry,) = entries(heard(w), "2022-10-01", "hoi-an")
    assert entry.summary == "Việc: UBND thành phố Hội An"


def test_before_anybody_was_heard_units_are_only_counted(w: Builder) -> None:
    first, _ = entries(w.tasks(TASKS), "2022-10-20")
    assert first.summary == "Việc: 02 đơn vị"
    assert first.description == (
        "Nhiệm vụ B, mục III. Thời hạn: ngày 15/10/2022.\nUBND thành phố Hội An, UBND thị xã Điện Bàn"
    )


def test_units_that_stand_alike_are_told_in_one_line(w: Builder) -> None:
    heard(w).report(
        "2022-10",
        "hoi-an",
        "- {task: B, status: in-progress, date: 2022-10-14, difficulty: Thiếu người.}\n",
        received="2022-10-14",
    )
    first, _ = entries(w, "2022-10-14")
    assert first.description == (
        "Nhiệm vụ B, mục III. Thời hạn: ngày 15/10/2022.\n"
        "Hạn rơi vào ngày nghỉ; nên xong trong ngày 14/10/2022.\n"
        "Tình hình tính đến ngày 14/10/2022\n"
        "- Đang thực hiện - trong hạn; Vướng mắc: Thiếu người: UBND thành phố Hội An\n"
        "- Chưa có thông tin - trong hạn: UBND thị xã Điện Bàn"
    )


def test_a_reminder_comes_as_many_days_before_as_status_calls_it_due_soon(w: Builder) -> None:
    # 27 October is a Thursday; the fifteenth a Saturday, the last working day before it the fourteenth
    assert [entry.remind for entry in entries(heard(w), "2022-10-01")] == [date(2022, 10, 7), date(2022, 10, 20)]


def test_a_reminder_never_comes_on_a_day_off(w: Builder) -> None:
    w.write(
        "data/calendar.yaml",
        "days:\n- {date: 2022-10-20, kind: 'off', name: Nghỉ, mark: read, source: x}\n",
    )
    assert entries(heard(w), "2022-10-01")[1].remind == date(2022, 10, 19)


def test_nobody_is_reminded_of_what_is_past(w: Builder) -> None:
    made = entries(heard(w), "2022-10-20")
    assert [entry.remind for entry in made] == [None, date(2022, 10, 20)]
    assert [entry.day for entry in entries(w, "2022-10-20", only_overdue=True)] == [date(2022, 10, 15)]


def extension(unit: str, to: str, day: str = "2022-09-20", task: str = "B") -> str:
    """A decision that moves a day: of a unit, or of all for none."""
    agencies, name = (
        f" agencies: [{unit}]," if unit else "",
        "-".join(["x", *unit.split(", "), to]).replace("--", "-"),
    )
    return (
        f"- {{id: {name}, kind: extend, task: {task},{agencies} to: {to}, from: {day},"
        f" document: {{number: 1/UBND-NC, date: {day}, issuer: ubnd-tinh}}}}\n"
    )


def test_units_that_were_given_another_day_have_an_entry_of_their_own(w: Builder) -> None:
    heard(w).decisions("2022-09", extension("hoi-an", "2022-10-31"))
    made = {entry.uid: (entry.day, entry.summary) for entry in entries(w, "2022-10-01")}
    assert made["ke-hoach_B@parplan"] == (
        date(2022, 10, 15),
        "Việc: chưa có đơn vị nào hoàn thành (của 02 đơn vị): UBND thị xã Điện Bàn",
    )
    assert made["ke-hoach_B_hoi-an@parplan"] == (date(2022, 10, 31), "Việc: UBND thành phố Hội An")


A, COMMON, HOI_AN, DIEN_BAN = (
    f"ke-hoach_{name}@parplan" for name in ("A_so-tu-phap", "B", "B_hoi-an", "B_dien-ban")
)


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        ("", {A: (0, "10-27"), COMMON: (0, "10-15")}),
        (extension("so-tu-phap", "2022-11-30", task="A"), {A: (1, "11-30"), COMMON: (0, "10-15")}),
        (extension("", "2022-11-30", task="A"), {A: (1, "11-30"), COMMON: (0, "10-15")}),
        (
            extension("so-tu-phap", "2022-11-10", task="A") + extension("", "2022-11-30", "2022-09-25", task="A"),
            {A: (2, "11-30"), COMMON: (0, "10-15")},
        ),
        (extension("", "2022-11-30"), {A: (0, "10-27"), COMMON: (1, "11-30")}),
        (extension("hoi-an, dien-ban", "2022-11-30"), {A: (0, "10-27"), COMMON: (1, "11-30")}),
        (extension("hoi-an", "2022-11-30"), {A: (0, "10-27"), COMMON: (0, "10-15"), HOI_AN: (1, "11-30")}),
        (
            extension("hoi-an", "2022-11-10") + extension("", "2022-11-30", "2022-09-25"),
            {A: (0, "10-27"), COMMON: (1, "11-30"), HOI_AN: (2, "11-30")},
        ),
        (
            extension("hoi-an", "2022-11-10") + extension("dien-ban", "2022-11-30", "2022-09-25"),
            {A: (0, "10-27"), HOI_AN: (1, "11-10"), DIEN_BAN: (1, "11-30")},
        ),
    ],
)
def test_an_extension_moves_an_entry_and_counts(
    decided: str, told: dict[str, tuple[int, str]], w: Builder
) -> None:
    heard(w)
    if decided:
        w.decisions("2022-09", decided)
    made = entries(w, "2022-10-01")
    assert {entry.uid: (entry.moved, f"{entry.day:%m-%d}") for entry in made} == told
    assert len(made) == len(told)


def test_the_same_name_before_and_after_a_day_was_set(w: Builder) -> None:
    """A task without a day runs to the plan's end; when the plan is told to set one, its entry moves there."""
    without = "- {id: A, kind: once, lead: [so-tu-phap], …}\n- {id: B, kind: once, lead: [cac-huyen], …}\n"
    rules = ("ngày 30/10/2022", "trước ngày 30/10/2022")
    made = [entries(w.tasks(without), "2022-09-20")]
    made += [
        entries(w.tasks(without.replace(", …", f", deadline: {{rule: {rule}}}, …")), "2022-09-20")
        for rule in rules
    ]
    assert [{entry.uid for entry in each} for each in made] == [{A, COMMON}] * 3
    assert [{entry.day for entry in each} for each in made] == [
        {date(2022, 12, 31)},
        {date(2022, 10, 30)},
        {date(2022, 10, 29)},
    ]


def test_an_entry_keeps_its_name_whenever_it_is_made(w: Builder) -> None:
    assert [entry.uid for entry in entries(heard(w), "2022-09-20")] == [COMMON, A]
    assert [entry.uid for entry in entries(w, "2022-11-20")] == [COMMON, A]
    assert {entry.told for entry in entries(w, "2022-11-20")} == {date(2022, 11, 20)}


def test_the_sample_has_an_entry_for_all_that_is_not_done_and_no_name_twice() -> None:
    facts = sample_facts()
    made = due_days(facts, words("vi"))
    open_ = {
        (
            s.assignment.task.id,
            s.assignment.period,
            s.assignment.agency if s.assignment.extended or not s.assignment.common else None,
        )
        for s in facts.shown
        if not s.state.is_done
    }
    assert len({entry.uid for entry in made}) == len(made) == len(open_)
    assert [entry.day for entry in made] == sorted(entry.day for entry in made)
    assert all(entry.description.startswith("SỐ LIỆU MINH HỌA") for entry in made)


def test_a_unit_s_own_has_the_same_name_in_every_calendar_and_another_in_every_plan(w: Builder) -> None:
    def names(*asked: str) -> set[str]:
        facts = StatusFacts(w.standings(day="2022-10-01"), Selection(frozenset(asked) or None), asked)
        return {entry.uid for entry in due_days(facts, words("vi"))}

    heard(w)
    assert names() == {A, COMMON}
    assert (names("so-tu-phap"), names("hoi-an"), names("dien-ban")) == ({A}, {HOI_AN}, {DIEN_BAN})
    assert names("hoi-an", "so-tu-phap") == {A, "ke-hoach_B_hoi-an_so-tu-phap@parplan"}
    w.decisions("2022-09", extension("hoi-an", "2022-11-30"))
    assert names("hoi-an") == {HOI_AN} < names()
    before = names()
    w.change("data/plan-2022.yaml", "id: ke-hoach\n", "id: ke-hoach-khac\n")
    assert before.isdisjoint(names())
