"""Tests of parplan.cutting.table.together: rows of one id are one task of many units; others stay apart."""

from __future__ import annotations

from parplan.cutting.drafts import Draft
from parplan.cutting.table.rows import Row
from parplan.cutting.table.together import put_together
from parplan.documents.document import Place
from workspaces import Builder


def pair(own: str, lead: str, period: str = "") -> tuple[Draft, Row]:
    cells = {"content": "Việc", "id": own, "period": period}
    return Draft(own or "x", "Việc", "I", "Việc", lead=[lead]), Row("", cells, (), (), {"": Place(1)})


def test_rows_of_one_id_are_one_task_of_all_their_units(w: Builder) -> None:
    found = [
        pair("I.1", "so-noi-vu"),
        pair("I.1", "so-tu-phap"),
        pair("I.1", "so-noi-vu"),
        pair("I.2", "so-noi-vu"),
    ]
    made = put_together(found, w.workspace())
    assert [(draft.id, draft.lead) for draft in made] == [
        ("I.1", ["so-noi-vu", "so-tu-phap"]),
        ("I.2", ["so-noi-vu"]),
    ]


def test_units_that_are_all_of_a_group_are_the_group(w: Builder) -> None:
    every = [pair("I.1", unit) for unit in ("so-noi-vu", "so-tu-phap", "so-tai-chinh")]
    assert put_together(every, w.workspace())[0].lead == ["cac-so"]


def test_rows_of_periods_have_their_rhythm_and_the_day_is_asked(w: Builder) -> None:
    for period, rule in {"tháng 9/2022": "hằng tháng", "quý III/2022": "hằng quý", "năm 2022": "hằng năm"}.items():
        (draft,) = put_together([pair("I.1", "so-noi-vu", period)], w.workspace())
        assert (draft.kind, draft.rule) == ("periodic", rule)
        assert [doubt.what for doubt in draft.doubts] == ["rhythm-of-period"]


def test_rows_without_ids_are_tasks_of_their_own(w: Builder) -> None:
    first, second = pair("", "so-noi-vu"), pair("", "so-tu-phap")
    second[0].id = "y"
    assert [draft.id for draft in put_together([first, second], w.workspace())] == ["x", "y"]
