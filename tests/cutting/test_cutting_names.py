"""Tests of parplan.cutting.names: the units of a cell, several in one, whatever stands between them."""

from __future__ import annotations

from functools import cache

import pytest

from parplan.cutting.names import Register, by_role, is_ditto
from parplan.reading.load import load
from workspaces import REPOSITORY, Builder


@cache
def register() -> Register:
    return Register(load(REPOSITORY).workspace.units, ("tỉnh Quảng Nam", "Quảng Nam"))


ALL = "cac-so-ban-nganh-dia-phuong"


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Sở Nội vụ", ["so-noi-vu"]),
        ("Sở Nội vụ; Sở Tài chính", ["so-noi-vu", "so-tai-chinh"]),
        ("Sở Nội vụ, Sở Tài chính và Sở Y tế", ["so-noi-vu", "so-tai-chinh", "so-y-te"]),
        ("- Sở Nội vụ;\n- Sở Y tế.", ["so-noi-vu", "so-y-te"]),
        ("Sở Nội vụ\nSở Y tế", ["so-noi-vu", "so-y-te"]),
        ("Sở Kế hoạch và\nĐầu tư", ["so-ke-hoach-va-dau-tu"]),
        ("Sở Kế hoạch & Đầu tư/Sở Y tế", ["so-ke-hoach-va-dau-tu", "so-y-te"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", ["so-van-hoa-the-thao-va-du-lich", "so-y-te"]),
        ("Sở Lao động - Thương binh và Xã hội", ["so-lao-dong-thuong-binh-va-xa-hoi"]),
        ("STTTT, SNN&PTNT", ["so-thong-tin-va-truyen-thong", "so-nong-nghiep-va-phat-trien-nong-thon"]),
        ("SO NOI VU TINH QUANG NAM", ["so-noi-vu"]),
        ("Sở Nội vụ tỉnh", ["so-noi-vu"]),
        ("VP UBND tỉnh; UBND TP. Hội An", ["van-phong-ubnd", "ubnd-thanh-pho-hoi-an"]),
        ("Ủy ban nhân dân huyện Nam Giang", ["ubnd-huyen-nam-giang"]),
        ("các sở, ban, ngành", ["cac-so-ban-nganh"]),
        ("Các Sở, Ban, ngành; UBND các huyện, thị xã, thành phố", [ALL]),
        ("các sở, ban, ngành và UBND cấp huyện", [ALL]),
        ("Sở Nội vụ, Sở Nội vụ", ["so-noi-vu"]),
        ("Các Sở: Nội vụ, Tư pháp, Y tế", ["so-noi-vu", "so-tu-phap", "so-y-te"]),
        ("Sở Nội vụ, Tư pháp và Tài chính", ["so-noi-vu", "so-tu-phap", "so-tai-chinh"]),
        ("UBND các huyện: Núi Thành, Phú Ninh", ["ubnd-huyen-nui-thanh", "ubnd-huyen-phu-ninh"]),
        (
            "UBND các huyện Nam Giang, Tây Giang; Sở Y tế",
            ["ubnd-huyen-nam-giang", "ubnd-huyen-tay-giang", "so-y-te"],
        ),
        ("các Sở: TN&MT, GTVT", ["so-tai-nguyen-va-moi-truong", "so-giao-thong-van-tai"]),
        ("1. Thanh tra tỉnh\n2. Ban Dân tộc", ["thanh-tra-tinh", "ban-dan-toc"]),
        ("Đài PT-TH Quảng Nam", ["dai-phat-thanh-truyen-hinh"]),
        ("Sở LĐ-TB&XH, Sở VH, TT&DL", ["so-lao-dong-thuong-binh-va-xa-hoi", "so-van-hoa-the-thao-va-du-lich"]),
    ],
)
def test_every_unit_of_a_cell_is_known(cell: str, ids: list[str]) -> None:
    named = register().read(cell)
    assert (named.ids, named.new, named.vague, named.near) == (ids, [], [], [])


@pytest.mark.parametrize(
    ("cell", "new", "vague"),
    [
        ("Công an tỉnh, Cục Thuế tỉnh", ["Công an tỉnh", "Cục Thuế tỉnh"], []),
        ("Sở Dân tộc, Tôn giáo và Tín ngưỡng", ["Sở Dân tộc, Tôn giáo và Tín ngưỡng"], []),
        ("Các sở, ngành", ["Các sở, ngành"], []),
        ("các cơ quan, đơn vị có liên quan", [], ["các cơ quan, đơn vị có liên quan"]),
        ("các sở, ngành liên quan; Công an tỉnh", ["Công an tỉnh"], ["các sở, ngành liên quan"]),
        ("22 đơn vị (các Sở, Ban, ngành, Trường)", [], ["22 đơn vị (các Sở, Ban, ngành, Trường)"]),
        ("Ban", [], ["Ban"]),
        ("Thực hiện theo Quyết định số 5", [], ["Thực hiện theo Quyết định số 5"]),
        ("Công an tỉnh; Công an tỉnh", ["Công an tỉnh"], []),
    ],
)
def test_a_new_name_is_proposed_and_a_vague_one_kept(cell: str, new: list[str], vague: list[str]) -> None:
    named = register().read(cell)
    assert (named.ids, named.new, named.vague) == ([], new, vague)


def test_a_slip_is_asked_and_not_taken() -> None:
    named = register().read("Sở Nội vuu")
    assert (named.ids, named.new, named.near) == ([], [], [("Sở Nội vuu", "so-noi-vu")])


def test_units_beside_unknown_ones_are_taken() -> None:
    named = register().read("Sở Nội vụ, các đơn vị liên quan, Sở Y tế")
    assert (named.ids, named.vague) == (["so-noi-vu", "so-y-te"], ["các đơn vị liên quan"])


def test_a_district_is_no_slip_of_another() -> None:
    assert register().read("UBND huyện Nam Đông").near == []


@pytest.mark.parametrize(
    ("cell", "lead", "partners"),
    [
        ("Sở Nội vụ", "Sở Nội vụ", ""),
        ("Chủ trì: Sở Nội vụ; Phối hợp: Sở Y tế", "Sở Nội vụ", "Sở Y tế"),
        ("Sở Nội vụ chủ trì, phối hợp với Sở Y tế", "Sở Nội vụ", "Sở Y tế"),
        ("Sở Nội vụ (chủ trì)\nSở Y tế", "Sở Nội vụ", "Sở Y tế"),
        ("Sở Nội vụ (chủ trì), Sở Y tế; Sở Tư pháp (phối hợp)", "Sở Nội vụ", "Sở Y tế; Sở Tư pháp"),
    ],
)
def test_a_cell_may_say_itself_who_leads(cell: str, lead: str, partners: str) -> None:
    assert by_role(cell) == (lead, partners)


@pytest.mark.parametrize(
    ("cell", "says"),
    [("nt", True), ("-nt-", True), ("〃", True), ('"', True), ("Như trên", True), ("", False), ("-", False)],
)
def test_a_cell_may_say_that_it_is_as_the_one_above(cell: str, says: bool) -> None:
    assert is_ditto(cell) is says


def test_what_stands_in_brackets_behind_a_unit_is_kept() -> None:
    named = register().read("Sở Nội vụ (Phòng Cải cách hành chính), Sở Y tế")
    assert (named.ids, named.beside, named.new) == (
        ["so-noi-vu", "so-y-te"],
        ["Sở Nội vụ (Phòng Cải cách hành chính)"],
        [],
    )


def test_a_unit_is_known_by_the_initials_of_its_name_where_no_other_has_them(w: Builder) -> None:
    w.write(
        "data/agencies.yaml",
        """
        kinds: [{id: so, name: "Sở, ban, ngành"}]
        agencies:
          - {id: so-khoa-hoc, name: Sở Khoa học và Công nghệ, kind: so}
          - {id: khong-ten, name: "--", kind: so}
          - {id: so-noi-vu, name: Sở Nội vụ, kind: so}
          - {id: so-ngoai-vu, name: Sở Ngoại vụ, kind: so}
        """,
    )
    known = Register(w.load().workspace.units)
    names = ["Sở KH&CN", "Sở KHCN", "sở KH-CN", "Sở NV", "Sở Khcn", "Ban KHCN"]
    assert [known.known(name) for name in names] == ["so-khoa-hoc"] * 3 + [None] * 3


def test_several_units_may_be_those_of_a_kind() -> None:
    names = ["các sở, ban, ngành", "Các Sở, Ban, Ngành", "UBND cấp huyện", "các trường học", "Sở Nội vụ"]
    kinds = ["so-ban-nganh", "so-ban-nganh", "cap-huyen", None, None]
    assert [register().kind(name) for name in names] == kinds
