"""Tests of parplan.editing.past.history: who changed what, from git, the journal, or the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parplan.editing.edit import edited
from parplan.editing.past.history import Deed, Origin, Story, story
from parplan.editing.past.journal import JOURNAL
from parplan.editing.past.sought import Sought
from parplan.editing.past.undo import Fate, next_undone
from parplan.editing.text.change import Replace
from parplan.editing.write import write
from parplan.where import Where
from repositories import committed, git, started
from workspaces import AGENCIES, REPORT, Builder

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


def test_commits_are_told_newest_first_with_what_they_mean(told: Builder) -> None:
    started(told.root)
    told.change(REPORT, "in-progress", "done")
    committed(told.root, "Sửa", "Hùng")
    newest, first = of(told).deeds
    assert (newest.origin, newest.who, newest.subject) == (Origin.GIT, "Hùng", "Sửa")
    assert [(one.path, one.before, one.after) for one in newest.changes] == [
        (("updates", "A", "status"), "in-progress", "done")
    ]
    assert REPORT in files(first)


def test_what_no_commit_holds_comes_first_and_the_journal_knows_who_wrote_it(told: Builder) -> None:
    started(told.root)
    (told.root / ".gitignore").write_text(".parplan*\n")
    renamed(told, "Sở Mới")
    told.change(REPORT, "in-progress", "done")
    by_parplan, by_hand, _ = of(told).deeds
    assert (by_parplan.mark, files(by_parplan), by_parplan.when is None) == ("set", [AGENCIES], False)
    assert (by_hand.mark, by_hand.who, by_hand.when, files(by_hand)) == ("", "", None, [REPORT])
    assert {by_hand.origin, by_parplan.origin} == {Origin.OPEN}


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


def test_without_git_the_journal_tells_and_marks_what_was_taken_back(told: Builder) -> None:
    renamed(told, "Sở Một")
    renamed(told, "Sở Hai")
    entry, back = next_undone(told.root)
    write(told.root, back, "undo", entry.at)
    found = of(told)
    assert (found.origin, [deed.mark for deed in found.deeds]) == (Origin.JOURNAL, ["undo", "set", "set"])
    assert [deed.fate for deed in found.deeds] == [Fate.HOLDS, Fate.UNDONE, Fate.HOLDS]
    assert of(told, Sought(agencies=frozenset({"so-tu-phap"}))).deeds == found.deeds
    assert of(told, Sought(agencies=frozenset({"hoi-an"}))).deeds == ()


def test_lines_of_the_journal_that_are_torn_are_counted(told: Builder) -> None:
    renamed(told, "Sở Một")
    with (told.root / JOURNAL).open("ab") as file:
        file.write(b'{"at": "x"\n')
    found = of(told)
    assert (len(found.deeds), found.torn) == (1, 1)


def test_without_either_the_data_tell_by_the_day_they_came_in(told: Builder) -> None:
    told.report("2022-10", "hoi-an", UPDATE.replace("09-10", "10-10"), received="2022-10-14")
    paper = "document: {number: 5/QĐ-UBND, date: 2022-09-20, issuer: ubnd-tinh}"
    told.decisions("2022-09", f"- {{id: d, kind: drop, task: A, from: 2022-09-21, {paper}}}\n")
    found = of(told)
    assert found.origin is Origin.DATA
    assert [deed.when for deed in found.deeds] == [date(2022, 10, 14), date(2022, 9, 20), date(2022, 9, 15)]
    assert {deed.who for deed in found.deeds} == {""}
    assert len(of(told, Sought(month="2022-10")).deeds) == 1


def test_where_git_cannot_be_asked_it_is_told_and_the_journal_answers(
    told: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(told.root)
    renamed(told, "Sở Một")
    monkeypatch.setenv("PATH", str(told.root))
    found = of(told)
    assert found.refused is not None
    assert (found.refused.reason, found.origin, len(found.deeds)) == ("git-missing", Origin.JOURNAL, 1)
