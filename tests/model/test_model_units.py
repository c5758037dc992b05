"""Tests of parplan.model.units."""

from __future__ import annotations

from datetime import date

from parplan.model.units import Units
from workspaces import AGENCIES, Builder

DAY = date(2022, 9, 1)
ALL = ("so-noi-vu", "so-tu-phap", "so-tai-chinh", "hoi-an", "dien-ban")


def units(w: Builder) -> Units:
    return Units(w.load().workspace.agencies)


def test_a_group_of_groups_comes_to_its_units_in_the_register_s_order(w: Builder) -> None:
    assert units(w).members(["tat-ca"], DAY) == ALL
    assert units(w).members(["cac-huyen", "so-tu-phap"], DAY) == ("so-tu-phap", "hoi-an", "dien-ban")


def test_a_unit_in_several_groups_comes_once(w: Builder) -> None:
    assert units(w).members(["tat-ca", "cac-so", "so-tu-phap"], DAY) == ALL


def test_members_and_kinds_add_up(w: Builder) -> None:
    w.change(AGENCIES, "kinds: [huyen]", "kinds: [huyen], members: [ubnd-tinh]")
    assert units(w).members(["cac-huyen"], DAY) == ("ubnd-tinh", "hoi-an", "dien-ban")


def test_a_group_that_holds_itself_ends(w: Builder) -> None:
    w.change(
        AGENCIES, "{id: cac-so, name: các Sở, kinds: [so]}", "{id: cac-so, name: x, members: [tat-ca, so-noi-vu]}"
    )
    assert units(w).members(["tat-ca"], DAY) == ("so-noi-vu", "hoi-an", "dien-ban")


def test_a_unit_is_there_from_its_first_to_its_last_day(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, from: 2022-09-02, until: 2022-10-31")
    days = [date(2022, 9, 1), date(2022, 9, 2), date(2022, 10, 31), date(2022, 11, 1)]
    assert ["hoi-an" in units(w).members(["tat-ca"], day) for day in days] == [False, True, True, False]


def test_a_unit_is_found_by_any_of_its_names_whatever_case_and_marks(w: Builder) -> None:
    found = units(w)
    assert [found.find(text) for text in ("so-tu-phap", "Sở Tư pháp", "SO TU PHAP", "sở gì")] == [
        "so-tu-phap"
    ] * 3 + [None]
    assert (found.nearest("So Tu Phat"), found.nearest("zzz")) == ("so-tu-phap", None)


def test_a_name_that_alone_begins_with_the_words_typed_or_holds_them_is_the_nearest(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind", "Thông tin và Truyền thông, kind")
    found = units(w)
    assert [found.nearest(text) for text in ("Thông tin", "truyen thong", "Sở Tư", "Sở")] == [
        *("hoi-an", "hoi-an", "so-tu-phap"),
        None,
    ]


def test_an_id_that_is_mistyped_finds_its_unit_as_a_name_does(w: Builder) -> None:
    found = units(w)
    assert [found.nearest(text) for text in ("so-noi-vi", "so-tu-phat", "hoi-am")] == [
        "so-noi-vu",
        "so-tu-phap",
        "hoi-an",
    ]


def test_a_name_nobody_bears_comes_to_nobody(w: Builder) -> None:
    assert units(w).members(["khong-co"], DAY) == ()
    assert units(w).in_order(["dien-ban", "khong-co", "so-noi-vu", "dien-ban"]) == (
        "so-noi-vu",
        "dien-ban",
        "khong-co",
    )
    assert (units(w).is_group("tat-ca"), units(w).is_group("hoi-an")) == (True, False)


def test_names_reach_every_name_that_their_groups_hold(w: Builder) -> None:
    w.change(AGENCIES, "Hội An, kind: huyen", "Hội An, kind: huyen, until: 2020-12-31")  # on whatever day
    assert units(w).reached(["cac-huyen"]) == {"cac-huyen", "hoi-an", "dien-ban"}
    assert units(w).reached(["tat-ca", "khong-co"]) == {"tat-ca", "cac-so", "cac-huyen", "khong-co", *ALL}


def test_names_are_clear_while_nothing_in_them_is_unknown(w: Builder) -> None:
    assert units(w).are_clear(["tat-ca", "ubnd-tinh"])
    assert not units(w).are_clear(["hoi-an", "khong-co"])
    w.change(AGENCIES, "kinds: [so]", "kinds: [soo]")
    assert (units(w).are_clear(["tat-ca"]), units(w).are_clear(["cac-huyen"])) == (False, True)
    w.change(AGENCIES, ", kinds: [soo]", "")
    assert not units(w).are_clear(["cac-so"])


def test_units_stand_in_the_blocks_of_their_kinds_in_the_order_given(w: Builder) -> None:
    blocks = [(kind.id, members) for kind, members in units(w).blocks(("dien-ban", "so-tu-phap", "hoi-an"))]
    assert blocks == [("so", ("so-tu-phap",)), ("huyen", ("dien-ban", "hoi-an"))]
