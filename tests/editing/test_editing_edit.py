"""Tests of parplan.editing.edit: a change changes nothing else, and is written over nothing unseen."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from many_hands import FILES, Hand
from parplan.editing.edit import (
    Edit,
    edit_of,
    edited,
    edited_throughout,
    edited_without_harm,
    joined,
    new_remarks,
)
from parplan.editing.mend import mends
from parplan.editing.text.change import Add, Change, Remove, Replace, Rewrite, changed
from parplan.editing.text.splice import spliced
from parplan.editing.write import write
from parplan.finding import Code, Severity
from parplan.reading.load import Loaded
from parplan.reading.source import Source, read_yaml
from parplan.reading.tree import Tree
from parplan.where import Step, Where
from refusing import refused
from running import SAMPLE, sample, snapshot
from tries import tries
from workspaces import AGENCIES, DECISIONS, HEAD, PLAN, REPORT, Builder

UPDATE = "- {task: A, status: in-progress}  # chờ ý kiến\n- task: C\n  status: done\n"


@pytest.fixture
def reported(w: Builder) -> Builder:
    return w.report("2022-09", "so-tu-phap", UPDATE)


def at(*path: Step, file: str = REPORT) -> Where:
    return Where(file, path)


def test_one_value_changes_and_every_other_byte_stays(reported: Builder) -> None:
    before = reported.text(REPORT)
    made = edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")])
    assert reported.text(REPORT) == before
    write(reported.root, made.edits, "test")
    assert reported.text(REPORT) == before.replace("status: done", "status: in-progress")


def test_marks_and_endings_of_lines_stay(reported: Builder) -> None:
    raw = b"\xef\xbb\xbf" + reported.text(REPORT).replace("\n", "\r\n").encode()
    reported.write(REPORT, raw)
    write(reported.root, edited(reported.load(), [Add(at("updates", 1), "Đã ban hành", "result")]).edits, "test")
    assert (reported.root / REPORT).read_bytes() == raw + "  result: Đã ban hành\r\n".encode()


def test_changes_of_several_files_come_as_one_edit_each(reported: Builder) -> None:
    changes: list[Change] = [
        Replace(at("updates", 1, "status"), "in-progress"),
        Replace(at("agencies", 1, "name", file=AGENCIES), "Sở Nội vụ tỉnh"),
        Add(at("updates", 1), "x", "result"),
    ]
    made = edited(reported.load(), changes)
    assert [edit.file for edit in made.edits] == [AGENCIES, REPORT]
    assert made.new_errors == ()
    assert made.loaded.workspace.agencies.agencies[1].name == "Sở Nội vụ tỉnh"


def test_errors_that_a_change_brings_are_told_and_nothing_is_written(reported: Builder) -> None:
    before = snapshot(reported.root)
    made = edited(reported.load(), [Replace(at("agencies", 2, "id", file=AGENCIES), "so-khac")])
    assert {error.code for error in made.new_errors} == {Code.AGENCY_UNKNOWN}
    assert snapshot(reported.root) == before


def test_an_error_that_was_there_already_is_no_news(reported: Builder) -> None:
    reported.change(AGENCIES, "kind: tinh}", "kind: tin}")
    assert edited(reported.load(), [Replace(at("updates", 1, "status"), "in-progress")]).new_errors == ()


def test_what_a_mended_record_shows_was_in_it_before(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: X, status: done, date: 30/9/2022}\n")
    made = edited(w.load(), [Replace(at("updates", 0, "date"), "2022-09-30")])
    assert [error.code for error in made.loaded.errors] == [Code.TASK_UNKNOWN]
    assert made.new_errors == ()
    w.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: mai}\n")
    made = edited(w.load(), [Remove(at("updates", 0, "date"))])
    assert [error.code for error in made.loaded.errors] == [Code.UPDATE_DATE_MISSING]
    assert made.new_errors == ()


def test_an_error_in_a_file_that_is_not_changed_is_new_whatever_was_wrong_there(w: Builder) -> None:
    w.change(PLAN, "{id: A, kind: once, lead: [so-tu-phap]", "{id: A, kind: onec, lead: [so-khac]")
    w.change(PLAN, "{id: B, kind: periodic, lead: [so-tu-phap]", "{id: B, kind: periodic, lead: [so-noi-vu]")
    w.write("data/progress/2022-10/hoi-an.yaml", "<<<<<<< HEAD\n")
    changes = [Replace(at("agencies", n, "id", file=AGENCIES), f"khac-{n}") for n in (1, 2)]
    told = [(error.code, error.where.file, error.where.path) for error in edited(w.load(), changes).new_errors]
    assert (Code.AGENCY_UNKNOWN, PLAN, ("tasks", 1, "lead", 0)) in told
    assert (Code.AGENCY_UNKNOWN, PLAN, ("tasks", 0, "lead", 0)) not in told
    w.change(PLAN, "lead: [so-khac]", "lead: [so-tu-phap]")
    told = [(error.code, error.where.file, error.where.path) for error in edited(w.load(), changes).new_errors]
    assert (Code.AGENCY_UNKNOWN, PLAN, ("tasks", 0, "lead", 0)) in told


def test_what_is_no_error_and_is_told_now_for_the_first_time(w: Builder) -> None:
    loaded = w.load()
    made = edited(loaded, [Rewrite(at("tasks", n, "lead", file=PLAN), ["so-noi-vu"]) for n in (2, 3)])
    new = {found.code for found in new_remarks(loaded, made.loaded)}
    assert new == {Code.AGENCY_WITHOUT_TASK, Code.GROUP_UNUSED}
    assert new_remarks(made.loaded, made.loaded) == ()
    worse = edited(loaded, [Replace(at("agencies", 2, "id", file=AGENCIES), "so-khac")])
    assert worse.new_errors != ()
    assert all(found.code.severity is not Severity.ERROR for found in new_remarks(loaded, worse.loaded))


def test_files_whose_change_brings_no_error_are_changed_and_the_others_are_named(reported: Builder) -> None:
    changes = [
        Replace(at("agencies", 2, "id", file=AGENCIES), "so-khac"),
        Replace(at("updates", 1, "status"), "in-progress"),
    ]
    made = edited_without_harm(reported.load(), changes)
    assert ([edit.file for edit in made.edits], made.left, made.new_errors) == ([REPORT], (AGENCIES,), ())
    assert made.is_done


def test_files_whose_changes_bring_an_error_only_together_are_all_left(w: Builder) -> None:
    for month in ("2022-09", "2022-10"):
        paper = f"document: {{number: 5/QĐ-UBND, date: {month}-20, issuer: ubnd-tinh}}"
        w.decisions(month, f"- {{id: d-{month}, kind: drop, task: A, from: {month}-21, {paper}}}\n")
    files = [DECISIONS, DECISIONS.replace("09", "10")]
    loaded = w.load()
    made = edited_without_harm(loaded, [Replace(at("decisions", 0, "id", file=file), "d") for file in files])
    assert (made.edits, made.left) == ((), tuple(files))


def test_files_that_are_left_are_told_in_the_order_of_their_names(w: Builder) -> None:
    units = ["so-tu-phap", "hoi-an", "dien-ban", "so-tai-chinh", "so-noi-vu"]
    for unit in units:
        w.report("2022-09", unit, "- {task: C, status: done}\n")
    files = [f"data/progress/2022-09/{unit}.yaml" for unit in units]
    changes = [Replace(at("updates", 7, "status", file=file), "x") for file in files]
    assert edited_without_harm(w.load(), changes).left == tuple(sorted(files))
    assert edited_throughout(w.load(), lambda _: changes).left == tuple(sorted(files))


def test_a_file_that_cannot_be_changed_alone_is_named_and_the_others_are_changed(reported: Builder) -> None:
    changes: list[Change] = [
        Replace(at("updates", 7, "status"), "x"),
        Replace(at("agencies", 0, "name", file=AGENCIES), "UBND"),
    ]
    made = edited_without_harm(reported.load(), changes)
    assert ([edit.file for edit in made.edits], made.left) == ([AGENCIES], (REPORT,))


def test_of_a_file_that_could_not_be_read_every_error_is_an_old_one(w: Builder) -> None:
    w.tasks(
        "- {id: A, kind: once, lead: [so-tu-phapp], …}\n", HEAD.replace("ends: 2022-12-31", "ends: 31/12/2022")
    )
    made = edited(w.load(), [Replace(at("plan", "ends", file=PLAN), "2022-12-31")])
    assert [error.code for error in made.loaded.errors] == [Code.AGENCY_UNKNOWN]
    assert made.new_errors == ()
    w.tasks(
        "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2023}, …}\n",
        HEAD.replace("ends: 2022-12-31", "ends: 31/12/2022"),
    )
    made = edited(w.load(), [Replace(at("plan", "ends", file=PLAN), "2022-12-31")])
    assert [error.code for error in made.loaded.errors] == [Code.DEADLINE_OUTSIDE_PLAN]
    assert made.new_errors == ()


def test_a_file_with_more_mistakes_than_are_told_can_be_mended(w: Builder) -> None:
    tasks = "".join(f"- {{id: T.{n}, kind: ongoing, lead: [so-tu-phap], …}}\n" for n in range(50))
    updates = "".join(f"- {{task: T.{n % 50}, status: done, date: 14/9/2022}}\n" for n in range(700))
    loaded = w.tasks(tasks).report("2022-09", "so-tu-phap", updates).load()
    made = edited_without_harm(loaded, mends(loaded.findings))
    assert made.left == ()
    assert made.edits[0].after is not None
    assert made.edits[0].after.count(b"date: 2022-09-14") == 500
    elsewhere = edited(loaded, [Replace(at("agencies", 1, "id", file=AGENCIES), "so-khac")])
    assert {error.where.file for error in elsewhere.new_errors} == {PLAN}
    whole = edited_throughout(loaded, lambda now: mends(now.findings + now.untold))
    assert whole.is_done
    assert whole.edits[0].after is not None
    assert whole.edits[0].after.count(b"date: 2022-09-14") == 700
    write(w.root, whole.edits, "test")
    assert w.text(REPORT).count("date: 2022-09-14") == 700


@pytest.mark.parametrize(
    "change",
    [
        Replace(at("updates", 7, "status"), "x"),
        Replace(at("updates", 0), "x"),
        Replace(at("no-such-key"), "x"),
        Add(at("plan"), "x", "y"),
        Replace(at("plan", file="data/progress/2022-09/so-noi-vu.yaml"), "x"),
        Replace(at("updates", 1, "status"), "a\x00b"),
        Replace(at("updates", 1, "status"), "So\u031b\u0309"),
        Add(at("updates", 1), "x", "status"),
    ],
    ids=str,
)
def test_a_change_that_cannot_be_proven_is_refused(reported: Builder, change: Change) -> None:
    before = snapshot(reported.root)
    with refused("edit-refused", file=change.where.file):
        edited(reported.load(), [change])
    assert snapshot(reported.root) == before


def test_round_by_round_what_shows_is_changed_and_a_file_that_was_left_once_stays_as_it_is(
    reported: Builder,
) -> None:
    done, gone = Replace(at("updates", 1, "status"), "in-progress"), Replace(at("updates", 7, "status"), "x")
    name = Replace(at("agencies", 0, "name", file=AGENCIES), "UBND")
    rounds: list[list[Change]] = [[gone, name], [done], []]
    made = edited_throughout(reported.load(), lambda _: rounds.pop(0))
    assert ([edit.file for edit in made.edits], made.left, made.is_done) == ([AGENCIES], (REPORT,), True)
    rounds = [[done], [name], [gone], []]
    made = edited_throughout(reported.load(), lambda _: rounds.pop(0))
    assert ([edit.file for edit in made.edits], made.left, made.is_done) == ([AGENCIES, REPORT], (REPORT,), True)


def test_where_changes_never_end_it_is_told_that_there_are_more(
    reported: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parplan.editing.edit._ROUNDS", 2)
    made = edited_throughout(
        reported.load(),
        lambda now: (
            [Add(at("updates", 1, "evidence"), {"type": "link", "title": "x"})]
            if "evidence" in now.texts[REPORT]
            else [Add(at("updates", 1), [{"type": "link", "title": "x"}], "evidence")]
        ),
    )
    assert not made.is_done


def test_no_change_is_no_edit(reported: Builder) -> None:
    assert edited(reported.load(), []).edits == ()
    assert edited(reported.load(), [Replace(at("updates", 1, "status"), "done")]).edits == ()


@pytest.mark.parametrize(
    ("old", "new", "is_one"),
    [
        (b"1\n2\n3\n4\n", b"1\n2\n3\nx\n", True),
        (b"1\n2\n3\n4\n", b"1\n2\nx\ny\n", False),
        (b"1\n2\n", b"1\n2\nv\nw\nx\ny\nz\n", False),
    ],
)
def test_files_are_one_where_more_than_half_of_their_lines_are_alike(old: bytes, new: bytes, is_one: bool) -> None:
    edits = [Edit("data/progress/2022-09/a", old, None), Edit("data/progress/2022-09/b", None, new)]
    assert (len(list(joined(edits))) == 1) == is_one
    apart = [edits[0], Edit("data/progress/2022-10/b", None, new)]
    assert len(list(joined(apart))) == 2


def test_a_file_that_goes_and_one_beside_it_that_comes_are_one_where_most_of_it_is_alike() -> None:
    old, new = b"plan: 2022\nmonth: 2022-09\nagency: a\n", b"plan: 2022\nmonth: 2022-09\nagency: b\n"
    edits = [
        Edit("x/0", old, new),
        Edit("x/a", old, None),
        Edit("x/b", None, new),
        Edit("y/b", None, new),
        Edit("x/c", old, None),
        Edit("x/d", None, b"other\n"),
        Edit("x/e", old, new),
    ]
    assert [(was, edit.file, edit.before, edit.after) for was, edit in joined(edits)] == [
        ("x/0", "x/0", old, new),
        ("x/a", "x/b", old, new),
        ("y/b", "y/b", None, new),
        ("x/c", "x/c", old, None),
        ("x/d", "x/d", None, b"other\n"),
        ("x/e", "x/e", old, new),
    ]


# --- there and back ------------------------------------------------------------------------------------------


def scalars(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[tuple[Step, ...], str]]:
    """Every scalar of a tree, with its path."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in scalars(value, (*path, key))]
    if isinstance(data, list):
        return [found for position, value in enumerate(data) for found in scalars(value, (*path, position))]
    return [(path, data)]


REAL = [sample().sources[name] for name in sorted(sample().sources) if len(sample().sources[name].text) < 20_000]
TEXT = st.text("aế Đ:#,[]{}\"'|>&*!%@-?0\\\u00a0😀", min_size=1, max_size=12)


@given(st.sampled_from(REAL), TEXT, st.data())
@tries(150)
def test_a_value_goes_there_and_back_to_the_same_bytes(source: Source, text: str, data: st.DataObject) -> None:
    path, old = data.draw(st.sampled_from(scalars(source.data)))
    where = Where(source.file, path)
    there = again(source, [Replace(where, text)])
    assert there.data == changed(source.data, [Replace(where, text)])
    back = again(there, [Replace(where, old)])
    assert back.data == source.data
    start = source.mark(where).start
    if (
        source.text[start] not in "|>\"'"
        and "\n" not in source.text[start : source.mark(where).end]
        and plain(there, where)
    ):
        assert back.text == source.text


@given(st.sampled_from(REAL), TEXT, st.data())
@tries(100)
def test_what_is_added_leaves_all_that_was_there(source: Source, text: str, data: st.DataObject) -> None:
    records = sorted({path[:-1] for path, _ in scalars(source.data) if isinstance(path[-1], str)}, key=str)
    where = Where(source.file, data.draw(st.sampled_from(records)))
    made = again(source, [Add(where, text, "zz")])
    assert made.data == changed(source.data, [Add(where, text, "zz")])
    lines = iter(made.text.splitlines())
    assert all(line in lines for line in source.text.splitlines()) or made.text.count("\n") == source.text.count(
        "\n"
    )


def again(source: Source, changes: list[Change]) -> Source:
    read = read_yaml(source.file, spliced(source, changes).encode()).source
    assert read is not None
    return read


def plain(source: Source, where: Where) -> bool:
    return source.text[source.mark(where).start] not in "\"'"


def test_the_sample_can_be_edited_everywhere() -> None:
    """One value of each file at once: nothing of the sample is written in a way that the proof refuses."""
    loaded: Loaded = sample()
    before = snapshot(SAMPLE)
    changes = [
        Replace(Where(file, path), text + " sửa")
        for file, source in loaded.sources.items()
        for path, text in scalars(source.data)
        if path[-1] in ("result", "title", "name", "note")
    ]
    made = edited(loaded, changes)
    assert len(made.edits) > 90
    assert snapshot(SAMPLE) == before


def test_what_a_sound_record_then_shows_anywhere_in_it_is_held_against_the_change(reported: Builder) -> None:
    made = edited(reported.load(), [Replace(at("updates", 1, "task"), "B")])
    assert {error.where.path[:2] for error in made.new_errors} == {("updates", 1)}


def test_a_new_file_is_written_and_the_errors_it_brings_are_told(reported: Builder) -> None:
    name = "data/progress/2022-10/so-tu-phap.yaml"
    head: dict[str, Tree] = {"plan": "2022", "month": "2022-10", "agency": "so-tu-phap"}
    reported.change(AGENCIES, "kind: tinh}", "kind: tin}")
    made = edited(reported.load(), (), {name: {**head, "updates": [{"task": "X", "status": "done"}]}})
    assert [(error.code, error.where.file) for error in made.new_errors] == [(Code.TASK_UNKNOWN, name)]
    write(reported.root, made.edits, "test")
    assert reported.text(name).startswith(
        "plan: 2022\nmonth: 2022-10\nagency: so-tu-phap\nupdates:\n  - task: X\n"
    )
    assert (
        edited(
            reported.load(), (), {"data/progress/2022-11/so-tu-phap.yaml": head | {"month": "2022-11"}}
        ).new_errors
        == ()
    )


def test_a_new_file_takes_no_other_s_place(reported: Builder) -> None:
    with refused("edit-refused", file=REPORT):
        edited(reported.load(), (), {REPORT: {"plan": "2022"}})


@pytest.mark.parametrize("text", ["a\x00b", "So\u031b\u0309"])
def test_a_new_file_that_would_not_be_read_back_is_refused(reported: Builder, text: str) -> None:
    name = "data/progress/2022-10/so-tu-phap.yaml"
    with refused("edit-refused", file=name):
        edited(reported.load(), (), {name: {"plan": "2022", "note": text}})


@pytest.mark.parametrize("path", [("updates", 7, "status"), ("updates", 1)])
def test_a_change_of_what_is_not_there_or_is_no_value_names_the_file(
    reported: Builder, path: tuple[Step, ...]
) -> None:
    with refused("edit-refused", file=REPORT):
        edited(reported.load(), [Replace(at(*path), "x")])


@pytest.mark.parametrize(
    "written",
    [
        "a: [{b: x, c: d}]\n",
        "a: [{c: [], b: x}]\n",
        "a: [{b: x, c: {}}]\n",
        "a: [{b: x, c: [",
    ],
    ids=["another value", "another order", "another kind of nothing", "no YAML"],
)
def test_a_change_that_would_not_be_read_back_as_it_was_meant_is_refused(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, change = read_back(b"a: [{b: x, c: d}]\n"), Rewrite(at("a", 0, "c", file="x.yaml"), [])
    assert edit_of(source, "x.yaml", [change]).after == b"a: [{b: x, c: []}]\n"
    monkeypatch.setattr("parplan.editing.edit.spliced", lambda *_: written)
    with refused("edit-refused", file="x.yaml"):
        edit_of(source, "x.yaml", [change])


# --- as many hands write it ----------------------------------------------------------------------------------


def nodes(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """The path of everything in a tree, the whole too."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for step, value in inner for found in nodes(value, (*path, step)))]


def collections(data: Any) -> list[tuple[Step, ...]]:
    return [path for path in nodes(data) if not isinstance(at_path(data, path), str)]


def at_path(data: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def read_back(raw: bytes) -> Source:
    source = read_yaml("x.yaml", raw).source
    assert source is not None
    return source


def made(source: Source, *changes: Change) -> Source:
    """The file with some changes, as it is to be written; it says what it must, in the order that it must."""
    edit = edit_of(source, source.file, list(changes))
    assert edit.after is not None
    return read_back(edit.after)


MANY = tries(60)


@given(FILES, st.sampled_from(["nữa", "x", "«"]), st.data())
@MANY
def test_any_value_changes_on_its_own_lines_and_back_to_the_same_bytes(
    raw: bytes, more: str, data: st.DataObject
) -> None:
    source = read_back(raw)
    path, old = data.draw(st.sampled_from(scalars(source.data)))
    words = old.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    new = " ".join([*words[:at], words[at] + more, *words[at + 1 :]])
    where = Where(source.file, path)
    there = made(source, Replace(where, new))
    mark = source.mark(where)
    assert there.text[: mark.start] == source.text[: mark.start]
    assert there.text.endswith(source.text[mark.end :])
    assert there.text.count("\n") == source.text.count("\n")
    assert made(there, Replace(where, old)).raw == raw


@given(FILES, st.data())
@MANY
def test_what_goes_leaves_every_other_line(raw: bytes, data: st.DataObject) -> None:
    source = read_back(raw)
    some = [path for path in nodes(source.data) if path and len(at_path(source.data, path[:-1])) > 1]
    if not some:
        return
    there = made(source, Remove(Where(source.file, data.draw(st.sampled_from(some)))))
    assert there.text.endswith("\n") == source.text.endswith("\n")
    written_anew = Counter(there.text.splitlines()) - Counter(source.text.splitlines())
    assert written_anew.total() <= 1  # in brackets, and behind a dash
    assert there.had_bom == source.had_bom


@given(FILES, st.data())
@MANY
def test_several_go_at_once(raw: bytes, data: st.DataObject) -> None:
    source = read_back(raw)
    holders = [path for path in collections(source.data) if len(at_path(source.data, path)) > 2]
    if not holders:
        return
    holder = data.draw(st.sampled_from(holders))
    inner = at_path(source.data, holder)
    steps = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
    gone = data.draw(st.sets(st.sampled_from(steps), min_size=1, max_size=len(steps) - 1))
    made(source, *(Remove(Where(source.file, (*holder, step))) for step in sorted(gone)))


@given(FILES, st.randoms(use_true_random=False), st.data())
@MANY
def test_anything_is_written_anew_as_anything(raw: bytes, by: Random, data: st.DataObject) -> None:
    source = read_back(raw)
    path = data.draw(st.sampled_from(nodes(source.data)))
    value = Hand(by).tree(2) if path else {"k0": Hand(by).tree(2)}
    there = made(source, Rewrite(Where(source.file, path), value))
    assert there.text.endswith("\n") == source.text.endswith("\n")
    assert ("\r\n" in there.text) <= ("\r\n" in source.text)


@given(FILES, st.randoms(use_true_random=False), st.data())
@MANY
def test_what_is_added_anywhere_goes_without_a_trace(raw: bytes, by: Random, data: st.DataObject) -> None:
    source = read_back(raw)
    path = data.draw(st.sampled_from(collections(source.data)))
    holder, where = at_path(source.data, path), Where(source.file, path)
    if isinstance(holder, list):
        there = made(source, Add(where, Hand(by).tree(2)))
        back = made(there, Remove(where.at(len(holder))))
        assert said_lines(back) == said_lines(source)  # an empty line may stay, where nobody knows whose it was
    else:
        before = data.draw(st.sampled_from([None, *holder]))
        there = made(source, Add(where, Hand(by).tree(2), "mới", before))
        assert made(there, Remove(where.at("mới"))).raw == raw


def said_lines(source: Source) -> list[str]:
    return [line for line in source.text.splitlines() if line.strip()]
