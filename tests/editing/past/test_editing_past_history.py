"""Tests of parplan.editing.past.history: who changed what, from git, the journal, or the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parplan.editing.edit import Edit, edited
from parplan.editing.past.history import Deed, Origin, Story, story
from parplan.editing.past.journal import JOURNAL, Entry
from parplan.editing.past.sought import Sought
from parplan.editing.past.undo import Fate, next_undone
from parplan.editing.text.change import Replace
from parplan.editing.write import write
from parplan.where import Where
from repositories import committed, git, started
from workspaces import AGENCIES, DECISIONS, REPORT, Builder

PAGE = "data/sources/ke-hoach.txt"
PAPER = "document: {number: 5/QĐ-UBND, date: 2022-09-20, issuer: ubnd-tinh}"
DECISION = f"- {{id: d, kind: drop, task: A, from: 2022-09-21, {PAPER}}}\n"
UPDATE = "- {task: A, status: in-progress, date: 2022-09-10}\n"


@pytest.fixture
def told(w: Builder) -> Builder:
    """A workspace in which one unit has reported."""
    return w.report("2022-09", "so-tu-phap", UPDATE, received="2022-09-15")


def of(w: Builder, sought: Sought | None = None, most: int = 20, since: date | None = None) -> Story:
    return story(w.load(), sought or Sought(), most, since)


def files(deed: Deed) -> list[str]:
    return [change.file for change in deed.changes]


def renamed(w: Builder, name: str, command: str = "set") -> None:
    """A change that parplan writes."""
    loaded = w.load()
    write(w.root, edited(loaded, [Replace(Where(AGENCIES, ("agencies", 2, "name")), name)]).edits, command)


def test_machines_are_told_by_these_names_from_where_it_is_known() -> None:
    assert [origin.value for origin in Origin] == ["git", "open", "journal", "data"]


def test_commits_are_told_newest_first_with_what_they_mean(told: Builder) -> None:
    started(told.root)
    told.change(REPORT, "in-progress", "done")
    committed(told.root, "Sửa", "Hùng")
    newest, first = of(told).deeds
    assert (newest.origin, newest.who, newest.subject) == (Origin.GIT, "Hùng", "Sửa")
    assert [(one.path, one.before, one.after) for one in newest.changes] == [
        (("updates", "A", "status"), "in-progress", "done")
    ]
    assert newest.reshaped == ()
    assert REPORT in files(first)
    assert (of(told).refused, of(told).torn, of(told).is_shallow) == (None, 0, False)


def test_what_no_commit_holds_comes_first_and_the_journal_knows_who_wrote_it(told: Builder) -> None:
    started(told.root)
    (told.root / ".gitignore").write_text(".parplan*\n")
    renamed(told, "Sở Mới")
    told.change(REPORT, "in-progress", "done")
    by_parplan, by_hand, _ = of(told).deeds
    assert (by_parplan.mark, files(by_parplan), by_parplan.when is None) == ("set", [AGENCIES], False)
    assert (by_hand.mark, by_hand.who, by_hand.when, files(by_hand)) == ("", "", None, [REPORT])
    assert {by_hand.origin, by_parplan.origin} == {Origin.OPEN}
    assert (by_hand.subject, by_hand.fate) == ("", None)
    assert of(told, since=date(2022, 9, 17)).deeds == (by_parplan,)  # nobody knows when the other was


def test_of_what_no_commit_holds_what_was_written_last_comes_first(told: Builder) -> None:
    started(told.root)
    (told.root / ".gitignore").write_text(".parplan*\n")
    renamed(told, "Sở Mới")
    write(told.root, edited(told.load(), [Replace(Where(REPORT, ("received",)), "2022-09-16")]).edits, "record")
    assert [deed.mark for deed in of(told).deeds[:2]] == ["record", "set"]


def test_a_journal_that_cannot_be_read_takes_nothing_from_what_git_tells(told: Builder) -> None:
    started(told.root)
    told.change(REPORT, "in-progress", "done")
    (told.root / JOURNAL).mkdir()
    (by_hand, _) = of(told).deeds
    assert files(by_hand) == [REPORT]


def test_what_was_taken_away_is_told_as_gone(told: Builder) -> None:
    started(told.root)
    told.remove(REPORT).remove(PAGE)
    (gone, _) = of(told).deeds
    assert [(one.file, one.path, one.after) for one in gone.changes] == [(REPORT, (), None), (PAGE, (), None)]


def test_of_a_page_of_prose_only_that_it_changed_is_told(told: Builder) -> None:
    started(told.root)
    told.write(PAGE, told.text(PAGE) + "Dòng mới.\n")
    (there,) = of(told).deeds[0].changes
    committed(told.root, "Sửa văn bản")
    (changed,) = of(told).deeds[0].changes
    assert there == changed
    assert (changed.file, changed.path, changed.before != changed.after) == (PAGE, (), True)


def test_what_is_no_data_is_nobody_s_deed(told: Builder) -> None:
    started(told.root)
    told.write("data/ghi-chu.md", "x\n")
    committed(told.root, "Ghi chú")
    assert [deed.subject for deed in of(told).deeds] == ["Bắt đầu"]


def test_a_file_that_no_reader_knows_and_one_that_cannot_be_read_are_told_without_what_they_say(
    told: Builder,
) -> None:
    started(told.root)
    told.change(REPORT, "month: 2022-09", "month: mai").write("data/khac.yaml", "a: 1\n")
    (there, _) = of(told).deeds
    assert (there.changes, there.unclear) == ((), ("data/khac.yaml", REPORT))
    assert [deed.subject for deed in of(told, Sought(month="2022-10")).deeds] == []


def test_a_file_that_is_too_long_to_be_read_is_not_told_as_new(
    told: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(told.root)
    told.write(REPORT, "# dài\n" * 200 + told.text(REPORT))
    committed(told.root, "Dài")
    monkeypatch.setattr("parplan.editing.past.history.MAX_BYTES", 1000)
    long = of(told).deeds[0]
    assert (long.changes, long.unclear) == ((), (REPORT,))


def test_a_long_history_is_told_commit_by_commit_however_many_are_read_at_once(
    told: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(told.root)
    for day in ("16", "17", "18", "19"):
        told.report("2022-09", "so-tu-phap", UPDATE, received=f"2022-09-{day}")
        committed(told.root, day)
    monkeypatch.setattr("parplan.editing.past.history._AT_ONCE", 2)
    assert [deed.subject for deed in of(told).deeds] == ["19", "18", "17", "16", "Bắt đầu"]


def test_what_was_unreadable_is_not_told_as_gone_and_new_lines_are_no_change(told: Builder) -> None:
    started(told.root)
    whole = told.text(REPORT)
    told.write(REPORT, whole + "<<<<<<< HEAD\n")
    committed(told.root, "Hỏng")
    told.write(REPORT, "# chú thích\n" + whole)
    committed(told.root, "Sửa")
    told.write(REPORT, whole)
    spaced, mended, broken, _ = of(told).deeds
    assert (mended.changes, mended.unclear, broken.unclear) == ((), (REPORT,), (REPORT,))
    assert (spaced.origin, spaced.changes, spaced.reshaped) == (Origin.OPEN, (), (REPORT,))
    assert len(of(told, Sought(task="A")).deeds) == 1


def test_so_many_are_told_and_that_there_are_more(told: Builder) -> None:
    started(told.root)
    for number in range(3):
        told.write(REPORT, told.text(REPORT).replace("2022-09-15", f"2022-09-2{number}"))
        committed(told.root, "Sửa", at=f"2022-09-2{number}T08:00:00+07:00")
        told.write(REPORT, told.text(REPORT).replace(f"2022-09-2{number}", "2022-09-15"))
        committed(told.root, "Sửa lại", at=f"2022-09-2{number}T09:00:00+07:00")
    found = of(told, most=2)
    assert (len(found.deeds), found.has_more) == (2, True)
    assert (len(of(told, since=date(2022, 9, 21)).deeds), len(of(told, most=7).deeds)) == (4, 7)
    assert not of(told, most=7).has_more


def test_a_shallow_clone_says_so_and_its_oldest_commit_did_not_make_everything(
    told: Builder, tmp_path: Path
) -> None:
    started(told.root)
    told.change(REPORT, "in-progress", "done")
    committed(told.root, "Sửa")
    target = tmp_path.with_name(f"{tmp_path.name}-clone")
    git(told.root, "clone", "--quiet", "--depth=1", f"file://{told.root}", str(target))
    found = of(Builder(target))
    assert (found.is_shallow, found.deeds) == (True, ())


def test_of_a_shallow_clone_the_commits_after_the_oldest_are_told(told: Builder, tmp_path: Path) -> None:
    started(told.root)
    for status, subject in (("done", "Hai"), ("not-started", "Ba")):
        told.report("2022-09", "so-tu-phap", UPDATE.replace("in-progress", status))
        committed(told.root, subject)
    target = tmp_path.with_name(f"{tmp_path.name}-clone")
    git(told.root, "clone", "--quiet", "--depth=2", f"file://{told.root}", str(target))
    assert [deed.subject for deed in of(Builder(target)).deeds] == ["Ba"]


def test_without_git_the_journal_tells_and_marks_what_was_taken_back(told: Builder) -> None:
    renamed(told, "Sở Một")
    renamed(told, "Sở Hai")
    entry, back = next_undone(told.root)
    write(told.root, back, "undo", entry.at)
    found = of(told)
    assert (found.origin, [deed.mark for deed in found.deeds]) == (Origin.JOURNAL, ["undo", "set", "set"])
    assert [deed.fate for deed in found.deeds] == [Fate.HOLDS, Fate.UNDONE, Fate.HOLDS]
    assert [(deed.subject, deed.reshaped) for deed in found.deeds] == [("", ())] * 3
    assert (found.refused, found.torn, found.is_shallow) == (None, 0, False)
    assert of(told, Sought(agencies=frozenset({"so-tu-phap"}))).deeds == found.deeds
    assert of(told, Sought(agencies=frozenset({"hoi-an"}))).deeds == ()


def test_a_change_that_never_came_to_be_is_not_told(told: Builder) -> None:
    renamed(told, "Sở Một")
    with (told.root / JOURNAL).open("ab") as file:
        file.write(
            Entry.of([Edit(AGENCIES, told.text(AGENCIES).encode(), b"agencies: []\n")], "set").line() + b"\n"
        )
    assert [files(deed) for deed in of(told).deeds] == [[AGENCIES]]


def test_a_change_of_lines_alone_is_told_to_whoever_asks_for_all(told: Builder) -> None:
    before = told.text(REPORT).encode()
    write(told.root, [Edit(REPORT, before, b"# x\n" + before)], "validate --fix")
    (deed,) = of(told).deeds
    assert (deed.changes, deed.reshaped) == ((), (REPORT,))
    assert of(told, Sought(task="A")).deeds == ()


def test_a_decision_s_new_day_is_told_of_the_task_that_it_names_while_its_file_is_there(told: Builder) -> None:
    told.decisions("2022-09", DECISION)
    change = Replace(Where(DECISIONS, ("decisions", 0, "from")), "2022-09-22")
    write(told.root, edited(told.load(), [change]).edits, "set")
    about = Sought(task="A", year=2022)
    assert [files(deed) for deed in of(told, about).deeds] == [[DECISIONS]]
    told.remove(DECISIONS)
    assert of(told, about).deeds == ()


def test_lines_of_the_journal_that_are_torn_are_counted(told: Builder) -> None:
    renamed(told, "Sở Một")
    with (told.root / JOURNAL).open("ab") as file:
        file.write(b'{"at": "x"\n')
    found = of(told)
    assert (len(found.deeds), found.torn) == (1, 1)


def test_where_the_journal_can_be_read_nowhere_the_data_tell_and_that_is_said(told: Builder) -> None:
    (told.root / JOURNAL).write_bytes(b"x\ny\n")
    found = of(told)
    assert (found.origin, found.torn, found.refused) == (Origin.DATA, 2, None)


def test_without_either_the_data_tell_by_the_day_they_came_in(told: Builder) -> None:
    told.report("2022-10", "hoi-an", UPDATE.replace("09-10", "10-10"), received="2022-10-14")
    told.decisions("2022-09", DECISION)
    found = of(told)
    assert found.origin is Origin.DATA
    assert [deed.when for deed in found.deeds] == [date(2022, 10, 14), date(2022, 9, 20), date(2022, 9, 15)]
    assert {(deed.who, deed.mark) for deed in found.deeds} == {("", "")}
    assert len(of(told, Sought(month="2022-10")).deeds) == 1
    assert len(of(told, since=date(2022, 9, 20)).deeds) == 2


def test_what_has_no_day_of_its_own_is_told_in_its_month_s_place_and_decisions_by_their_last_day(
    w: Builder,
) -> None:
    w.report("2022-08", "so-tu-phap", UPDATE.replace("09", "08")).report(
        "2022-08", "hoi-an", UPDATE.replace("09", "08")
    )
    without = DECISION.replace("id: d", "id: e").replace("kind: drop, task: A", "kind: drop, task: B")
    w.decisions("2022-09", DECISION + without.replace(", date: 2022-09-20", ""))
    w.write("data/progress/2022-10/decisions.yaml", "plan: 2022\nmonth: 2022-10\ndecisions: []\n")
    assert [(deed.when, files(deed)) for deed in of(w).deeds] == [
        (None, ["data/progress/2022-10/decisions.yaml"]),
        (date(2022, 9, 21), [DECISIONS]),
        (None, ["data/progress/2022-08/hoi-an.yaml"]),
        (None, ["data/progress/2022-08/so-tu-phap.yaml"]),
    ]


def test_where_git_cannot_be_asked_it_is_told_and_the_journal_answers(
    told: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(told.root)
    renamed(told, "Sở Một")
    monkeypatch.setenv("PATH", str(told.root))
    found = of(told)
    assert found.refused is not None
    assert (found.refused.reason, found.origin, len(found.deeds)) == ("git-missing", Origin.JOURNAL, 1)
    (told.root / JOURNAL).unlink()
    found = of(told)
    assert (found.origin, found.refused is None) == (Origin.DATA, False)
