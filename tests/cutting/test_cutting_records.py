"""Tests of parplan.cutting.records: a task becomes a record of the schema, with nothing of it lost."""

from __future__ import annotations

from parplan.cutting.drafts import Draft
from parplan.cutting.records import task_record
from parplan.editing.records import in_order
from parplan.model.plan import Task


def test_every_field_has_its_key_in_the_order_of_the_schema() -> None:
    draft = Draft(
        *(
            "I.1",
            "Rà soát",
            "I",
            "Rà soát",
            "once",
            ["so-noi-vu"],
            ["so-tu-phap"],
            "Quý I",
            "Quý I/2023",
            "Kế hoạch",
        ),
        criteria=["PAR/876/x"],
        notes=[("lead", "các đơn vị"), ("Ghi chú", "gấp"), ("", "Theo Quyết định")],
    )
    record = task_record(draft, {"lead": "Cơ quan chủ trì"})
    assert record == {
        "id": "I.1",
        "title": "Rà soát",
        "kind": "once",
        "lead": ["so-noi-vu"],
        "with": ["so-tu-phap"],
        "deadline": {"words": "Quý I", "rule": "Quý I/2023"},
        "product": {"what": "Kế hoạch", "by": "document"},
        "criteria": [{"ref": "PAR/876/x", "by": "document"}],
        "source": {"section": "I", "quote": "Rà soát"},
        "note": "Cơ quan chủ trì: các đơn vị; Ghi chú: gấp; Theo Quyết định",
    }
    assert list(record) == list(in_order(Task, record))


def test_what_nobody_leads_stands_with_those_of_whom_it_is_asked() -> None:
    record = task_record(Draft("I.1", "Rà soát", "I", "Rà soát"), {})
    assert record["lead"] == ["chua-ro-chu-tri"]
    assert {"with", "deadline", "product", "criteria", "note"} & record.keys() == set()
