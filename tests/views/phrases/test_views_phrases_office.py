"""Tests of parplan.views.phrases.office."""

from __future__ import annotations

from datetime import date

import pytest

from parplan.calendar.period import Moment, Period
from parplan.model.shared import Signer
from parplan.views.phrases.office import Office
from parplan.words import words
from workspaces import AGENCIES, HEAD, TASKS, Builder


def office(w: Builder, head: str = HEAD) -> Office:
    w.change(AGENCIES, "{id: so-noi-vu, name: Sở Nội vụ,", "{id: so-noi-vu, name: Sở Nội vụ, symbol: SNV,")
    workspace = w.tasks(TASKS, head).workspace()
    return Office(words("vi"), workspace, workspace.plans[2022].plan)


@pytest.mark.parametrize(
    ("archive", "symbol"), [("VT, CCHC", "SNV-CCHC"), ("VT", "SNV"), ('"VT, CCHC (3b), NVA"', "SNV-CCHC,")[:2]]
)
def test_a_letter_s_symbol_names_the_room_that_drafts(w: Builder, archive: str, symbol: str) -> None:
    made = office(w, HEAD.replace("archive: VT", f"archive: {archive}"))
    assert (made.symbol, made.letter_symbol) == ("SNV", symbol.rstrip(","))


def test_a_day_that_is_not_known_is_left_to_the_clerk(w: Builder) -> None:
    made = office(w)
    blank = made.head("Số: 1", None, Period.parse("2022-02"), subject="a\nb", addressees=())
    assert blank.place_and_date == "Quảng Nam, ngày       tháng 02 năm 2022"
    assert (blank.subject, blank.kind) == (("a", "b"), "")
    dated = made.head("Số: 1", date(2022, 9, 5), Period.parse("2022-09"), subject="a", addressees=())
    assert dated.place_and_date == "Quảng Nam, ngày 05 tháng 9 năm 2022"


def test_who_signs_for_another_writes_whose_power_it_is(w: Builder) -> None:
    made = office(w)
    assert made.foot(("Như trên",)).authority == ("GIÁM ĐỐC",)
    foot = made.foot(("Như trên",), Signer(authority="KT. GIÁM ĐỐC", office="PHÓ GIÁM ĐỐC"))
    assert (foot.authority, foot.recipients) == (
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("- Như trên;", "- Lưu: VT."),
    )


def test_a_plan_is_cited_with_what_is_known_of_it(w: Builder) -> None:
    cited = office(w).cited_plan()
    assert (cited["number"], cited["date"]) == ("số …", "ngày … tháng 8 năm 2022")


def test_the_blank_for_a_plans_number_ends_in_its_issuers_symbol(w: Builder) -> None:
    w.change(AGENCIES, "name: UBND tỉnh, ", "name: UBND tỉnh, symbol: UBND, ")
    assert office(w).cited_plan()["number"] == "số …/KH-UBND"


def test_a_plan_is_cited_in_full_where_number_and_day_are_known(w: Builder) -> None:
    head = HEAD.replace("  issued: 2022-08\n", "  issued: 2022-08-15\n  number: 15/KH-UBND\n")
    cited = office(w, head).cited_plan()
    assert (cited["number"], cited["date"]) == ("số 15/KH-UBND", "ngày 15/8/2022")


def test_a_plan_is_cited_by_its_issuer_and_what_it_is_about(w: Builder) -> None:
    cited = office(w, HEAD.replace("title: Kế hoạch", "title: Kế hoạch cải thiện Chỉ số")).cited_plan()
    assert (cited["issuer"], cited["about"]) == ("Ủy ban nhân dân tỉnh", "về cải thiện Chỉ số")


def test_a_title_that_is_nothing_but_plan_says_nothing_more(w: Builder) -> None:
    assert office(w).cited_plan()["about"] == ""


def test_what_the_data_do_not_know_is_left_for_the_hand(w: Builder) -> None:
    made = office(w)
    assert made.left(made.foot([])) == ("plan", "signer")
    whole = made.plan.model_copy(
        update={"number": "1/KH-UBND", "issued": Moment(Period.parse("2022-08"), date(2022, 8, 10))}
    )
    made = Office(words("vi"), w.workspace(), whole)
    assert made.left(made.foot([], Signer(office="GIÁM ĐỐC", name="Nguyễn Văn A"))) == ()


@pytest.mark.parametrize(
    ("unit", "kind", "own", "authority"),
    [
        ("dien-ban", "signer: {authority: TM. UBND, office: CHỦ TỊCH}", "", ("TM. UBND", "CHỦ TỊCH")),
        ("dien-ban", "signer: {office: CHỦ TỊCH}", "signer: {office: PHÓ CHỦ TỊCH}", ("PHÓ CHỦ TỊCH",)),
        ("dien-ban", "", "", ()),
    ],
)
def test_a_unit_s_papers_are_signed_by_whom_the_register_names(
    w: Builder, unit: str, kind: str, own: str, authority: tuple[str, ...]
) -> None:
    w.change(AGENCIES, "{id: huyen, ", f"{{id: huyen, {kind + ', ' if kind else ''}")
    w.change(AGENCIES, f"{{id: {unit}, ", f"{{id: {unit}, {own + ', ' if own else ''}")
    workspace = w.tasks(TASKS).workspace()
    made = Office(words("vi"), workspace, workspace.plans[2022].plan, unit)
    foot = made.foot(())
    assert foot.authority == authority
    assert bool(foot.place) is not bool(authority)
    assert "signer" in made.left(foot)  # nobody's name is known


def test_a_symbol_that_nobody_knows_is_marked_in_the_number_and_counted(w: Builder) -> None:
    workspace = w.tasks(TASKS).workspace()
    made = Office(words("vi"), workspace, workspace.plans[2022].plan, "dien-ban")
    head = made.head(made.report_number(None), None, Period.parse("2022-09"), subject="a", addressees=())
    assert head.open_symbol
    assert head.number.endswith(head.open_symbol)
    assert "symbol" in made.left(made.foot(()))
