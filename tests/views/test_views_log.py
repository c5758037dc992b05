"""Tests of parplan.views.log: changes as rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from parplan.editing.differences import differences
from parplan.editing.edit import Edit
from parplan.editing.past.history import Deed, Origin, Story
from parplan.editing.past.journal import Entry
from parplan.editing.past.sought import Sought
from parplan.editing.past.undo import Fate, Told
from parplan.views.log import MOST_LINES, log_data, log_sheet, undo_table
from parplan.views.sheet import Block
from parplan.words import Language, words
from workspaces import AGENCIES, REPORT, Builder


def test_each_change_says_when_who_what_and_whether_it_holds(w: Builder) -> None:
    entry = Entry.of([Edit("data/x.yaml", b"a: 1\n", b"a: 2\n")], "set")
    (row,) = undo_table([Told(entry, Fate.HOLDS)], words("vi"), w.workspace(), 20).rows
    assert row.cells[2:] == ("set", "data/x.yaml: a 1 → 2", "Lấy lại được")


def deed(origin: Origin, **more: Any) -> Deed:
    moment = datetime(2022, 9, 16, 8, 30, tzinfo=UTC).astimezone()
    found = tuple(differences(REPORT, {"updates": []}, {"updates": [{"task": "A", "status": "none"}]}))
    values: dict[str, Any] = {"when": moment, "who": "Lan", "mark": "0123456789ab", "changes": found}
    return Deed(origin, **(values | more))


def blocks(w: Builder, *deeds: Deed, language: Language = "vi") -> list[Block]:
    story = Story(Origin.GIT, deeds, has_more=False)
    return list(log_sheet(story, Sought(), None, 20, words(language), w.workspace()).blocks)


def test_a_heading_says_when_who_and_how_it_is_known(w: Builder) -> None:
    when = words("vi").moment(datetime(2022, 9, 16, 8, 30, tzinfo=UTC).astimezone())
    deeds = (
        deed(Origin.GIT, subject="Sửa"),
        deed(Origin.OPEN, mark="set"),
        deed(Origin.OPEN, when=None),
        deed(Origin.JOURNAL, mark="set", who="", fate=Fate.UNDONE),
        deed(Origin.DATA, when=date(2022, 9, 15)),
    )
    assert [block.title for block in blocks(w, *deeds)] == [
        f"{when}, Lan (git 01234567): Sửa",
        f"{when}, Lan (lệnh set), chưa đưa vào git",
        "Chưa đưa vào git, chưa rõ ai sửa, sửa lúc nào",
        f"{when}, chưa rõ ai (lệnh set): đã lấy lại",
        "15/9/2022",
    ]


def test_below_it_stands_what_changed_in_sentences(w: Builder) -> None:
    (block,) = blocks(w, deed(Origin.GIT, unclear=(REPORT,), reshaped=(AGENCIES,) * 4))
    assert block.lines == (
        "Sở Tư pháp, tháng 9/2022: thêm A “Việc”: Không phát sinh",
        "Sở Tư pháp, tháng 9/2022: có lần tệp này không đọc được nên không rõ nội dung thay đổi",
        "Chỉ sửa cách trình bày, chú thích: " + "Danh sách đơn vị; " * 3 + "và còn 01 mục khác",
    )


def test_of_very_much_the_rest_is_counted(w: Builder) -> None:
    (block,) = blocks(w, deed(Origin.GIT, unclear=(REPORT,) * (MOST_LINES + 4)))
    assert (len(block.lines), "05 dòng khác" in block.lines[-1]) == (MOST_LINES + 1, True)


def test_no_change_is_said(w: Builder) -> None:
    assert blocks(w)[0].lines == ("Không có thay đổi nào.",)


def test_machines_get_all_of_it(w: Builder) -> None:
    story = Story(Origin.GIT, (deed(Origin.GIT),), has_more=True)
    told = log_data(story, words("vi"), w.workspace())
    assert (told["has_more"], told["changes"][0]["mark"], told["sample"]) == (True, "0123456789ab", False)
