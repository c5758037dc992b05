"""Papers are cited in full the first time, by kind and number after that."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from parplan.views.phrases.citing import Citing
from parplan.words import words

LETTER = ("5432/UBND-NC", date(2022, 9, 8))


def test_the_first_time_in_full_and_then_short() -> None:
    citing = Citing(words("vi"))
    assert citing.cite(*LETTER, "UBND tỉnh", "về việc đôn đốc") == (
        "Công văn số 5432/UBND-NC ngày 08/9/2022 của UBND tỉnh về việc đôn đốc"
    )
    assert citing.cite(*LETTER, "UBND tỉnh") == "Công văn số 5432/UBND-NC"


def test_the_same_number_of_another_day_is_another_paper() -> None:
    citing = Citing(words("vi"))
    citing.cite(*LETTER)
    assert citing.cite("5432/UBND-NC", date(2023, 9, 8)).endswith("ngày 08/9/2023")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("3441/QĐ-UBND", "Quyết định"),
        ("16-NQ/TU", "Nghị quyết"),
        ("138/BC-STC", "Báo cáo"),
        ("59/2012/NĐ-CP", "Nghị định"),
        ("76/2021/NQ-CP", "Nghị quyết"),
        ("45/TTr-TTT", "Tờ trình"),
        ("1559/SNV-VP", "Công văn"),
        ("88/BB-VP", "Biên bản"),
        ("7/GM-UBND", "Giấy mời"),
        ("12/CV-UBND", "Công văn"),
        ("12/XX-SNV", "Văn bản"),
        ("15/2012/QH13", "Văn bản"),
        ("3/2022/XYZ-CP", "Văn bản"),
        ("không số", "Văn bản"),
    ],
)
def test_the_number_tells_the_kind(number: str, kind: str) -> None:
    assert Citing(words("vi")).cite(number, None) == f"{kind} số {number}"


def test_english_cites_likewise() -> None:
    assert Citing(words("en")).cite(*LETTER) == "Letter No. 5432/UBND-NC of 8 September 2022"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_that_has_a_name_is_found_by_its_symbol(language: Literal["vi", "en"]) -> None:
    said = words(language)
    for symbol in (key.removeprefix("paper-kind.") for key in said.sentences if key.startswith("paper-kind.")):
        number = {"letter": "1/UBND-NC", "unknown": "1"}.get(symbol, f"1/{symbol}-UBND")
        assert Citing(said).cite(number, None).startswith(said(f"paper-kind.{symbol}"))
