"""Tests of parplan.model.agency, as it is read from files."""

from __future__ import annotations

from datetime import date

from parplan.finding import Code
from workspaces import AGENCIES, Builder


def test_a_unit_has_its_span_and_its_contact(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, from: 2020-01-01, contact: {phone: '0235'}")
    agency = w.workspace().agencies.agencies[4]
    assert (agency.from_, agency.until) == (date(2020, 1, 1), None)
    assert agency.contact is not None
    assert agency.contact.phone == "0235"


def test_an_empty_list_of_aliases_is_a_mistake(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, aliases: []")
    w.refused(Code.VALUE_EMPTY, AGENCIES, "[]")


def test_the_body_above_a_kind_of_units_is_one_that_is_known(w: Builder) -> None:
    w.change(AGENCIES, "{id: so, name: Sở}", "{id: so, name: Sở, superior: khong-co}")
    w.refused(Code.AGENCY_UNKNOWN, AGENCIES, "khong-co")


def test_a_unit_may_date_its_papers_from_a_place_of_its_own(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, place: Hội An")
    assert [agency.place for agency in w.workspace().agencies.agencies[3:]] == [None, "Hội An", None]
