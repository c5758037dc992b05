"""Tests of parplan.editing.field: what the schema wants at an address, whether something stands there or not."""

from __future__ import annotations

from typing import Annotated

import pytest

from parplan.editing.address import NoSuchAddress
from parplan.editing.field import Field, field_at, keys_of, kind_at, marks
from parplan.model.plan import PlanFile, Task
from parplan.model.progress import Measured, Update
from parplan.model.scalar import AgencyId, Refers
from parplan.where import Where
from running import sample
from workspaces import AGENCIES, INDEXES, PLAN, REPORT, RESULTS, Builder

LATER = "data/progress/2022-10/so-y-te.yaml"


def field(file: str, text: str) -> Field:
    return field_at(sample().sources[file], text)


@pytest.mark.parametrize(
    ("file", "text", "shape"),
    [
        (PLAN, "tasks.III.2.3.title", "scalar"),
        (PLAN, "tasks.III.2.3.kind", "scalar"),
        (PLAN, "tasks.III.2.3.lead", "list"),
        (PLAN, "tasks.III.2.3.with", "list"),
        (PLAN, "tasks.III.2.3.lead.0", "scalar"),
        (PLAN, "tasks.III.2.3.criteria", "whole"),
        (PLAN, "tasks.III.2.3.criteria.0", "whole"),
        (PLAN, "tasks.III.2.3.deadline", "whole"),
        (PLAN, "tasks.III.2.3", "whole"),
        (PLAN, "tasks", "whole"),
        (PLAN, "", "whole"),
        (PLAN, "plan.reporting.closes", "scalar"),
        (PLAN, "tasks.III.4c.targets.0.at_least", "scalar"),
        (REPORT, "updates.III.1.1a.values", "whole"),
        (REPORT, "updates.III.1.1a.values.x.y", "scalar"),
        (RESULTS, "results.0.rank", "scalar"),
        (PLAN, "tasks.III.9.3.note", "scalar"),
        (LATER, "updates.III.1.7c.values.ty-le", "whole"),
        (REPORT, "updates.III.1.1a.values.x", "scalar"),
    ],
)
def test_the_model_says_whether_a_field_holds_a_text_a_list_or_more(file: str, text: str, shape: str) -> None:
    assert field(file, text).shape == shape


def test_what_is_not_there_yet_is_led_to_as_far_as_the_schema_goes() -> None:
    found = field(PLAN, "tasks.III.9.3.Deadline.words")
    assert (found.there, found.where.path[-2:], found.above.path) == (
        None,
        ("deadline", "words"),
        found.where.path[:-2],
    )
    assert field(REPORT, "updates.III.1.1a.values.a.b.c").where.path[-1] == "a.b.c"


@pytest.mark.parametrize(
    ("text", "way", "said", "known"),
    [
        ("plan.titel", "plan", "titel", "title"),
        ("plan.reporting.signer.officer", "plan.reporting.signer", "officer", "office"),
        ("tasks.III.9.3.deadline.rules", "tasks.III.9.3.deadline", "rules", "rule"),
        ("tasks.IV.1.title", "tasks", "IV.1.title", "III.2.3"),
        ("tasks.III.2.3.lead.7", "tasks.III.2.3.lead", "7", "0"),
        ("tasks.III.9.3.note.x", "tasks.III.9.3.note", "x", "title"),
        ("signer.nr", "signer", "nr", "office"),
    ],
)
def test_a_wrong_way_tells_how_far_it_led_and_what_there_is(text: str, way: str, said: str, known: str) -> None:
    with pytest.raises(NoSuchAddress) as error:
        field("data/reports/2022-09.yaml" if text.startswith("signer") else PLAN, text)
    assert (error.value.way, error.value.text, known in error.value.known) == (way, said, True)


def test_the_way_into_what_is_not_there_at_all_begins_with_its_own_name(w: Builder) -> None:
    with pytest.raises(NoSuchAddress) as error:
        field_at(w.report("2022-09", "so-tu-phap").load().sources[REPORT], "document.nr")
    assert (error.value.way, error.value.text) == ("document", "nr")


def test_a_field_knows_what_it_names_and_what_is_in_it() -> None:
    assert field(PLAN, "tasks.III.2.3.lead").refers_to == "agency-or-group"
    assert field(PLAN, "tasks.III.2.3.lead.0").refers_to == "agency-or-group"
    assert field(PLAN, "plan.title").refers_to is None
    assert field(PLAN, "plan.reporting.from").refers_to == "agency"
    assert field(AGENCIES, "kinds.so-ban-nganh.superior").refers_to == "agency"
    assert field(INDEXES, "places.ca-nuoc.mean").is_prose
    assert field(PLAN, "plan.reporting.recipients").is_prose
    assert not field(PLAN, "tasks.III.2.3.lead").is_prose
    assert field(PLAN, "plan.source").parts == ("file", "begins", "ends", "note")
    assert field(INDEXES, "indexes").parts[0] == "PAR"
    assert keys_of(kind_at(PlanFile, ("plan", "reporting")))[:2] == ("closes", "units_send")
    assert kind_at(PlanFile, ("plan", "no-such", "x")) is None
    assert keys_of(kind_at(Update, ("values", "x"))) == keys_of(Measured)
    assert field(PLAN, "tasks.III.2.3").parts == keys_of(Task)
    assert next(mark.to for mark in marks(Annotated[AgencyId | None, "x"]) if isinstance(mark, Refers)) == "agency"


def test_what_the_model_does_not_know_is_a_whole_unless_it_is_a_text() -> None:
    where = Where(PLAN, ("plan", "no-such"))
    assert Field(where, None, ["x"], where).shape == "whole"
    assert Field(where, None, "x", where).shape == "scalar"
