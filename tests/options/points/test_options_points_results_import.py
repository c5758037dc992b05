"""What a table comes to in the results that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from parplan.documents.document import Document
from parplan.documents.reader import document_of
from parplan.finding import Stop
from parplan.options.points.results_import import Wanted, read_kind, results_read
from parplan.reading.load import Loaded, load
from running import POINTS

EXAMPLE = load(POINTS)
INDEXES = {index.id: index for index in EXAMPLE.workspace.indexes.indexes}
SCORES = "Mã;Tiêu chí;Điểm\n1.1.1;Ban hành kế hoạch trong quý I;{}\n"


def csv(text: str) -> Document:
    return document_of(text.encode(), ".csv")


def wanted(**more: object) -> Wanted:
    head = {"index": INDEXES["CCHC"], "year": 2025, "place": "gia-dinh-thu", "source": "Báo cáo"}
    return Wanted(**{**head, **more})  # type: ignore[arg-type]


def after(loaded: Loaded, text: str, **more: object) -> str:
    (edit,) = results_read(loaded, csv(text), wanted(**more)).made.edits
    assert edit.after is not None
    return edit.after.decode()


def test_a_new_year_is_a_new_file() -> None:
    text = after(EXAMPLE, SCORES.format("0,5"))
    assert "  - index: CCHC\n    year: 2025\n    place: gia-dinh-thu\n    set: bo-moi\n" in text
    assert "criterion: CCHC/bo-moi/1.1.1\n        kind: appraised\n        score: 0.5\n" in text


def test_what_is_there_already_changes_nothing() -> None:
    found = results_read(EXAMPLE, csv(SCORES.format("0,50")), wanted(year=2023, source=None))
    assert (found.made.edits, found.count) == ((), 1)


def test_another_figure_is_put_in_its_place_only_by_who_says_so() -> None:
    with pytest.raises(Stop) as stop:
        results_read(EXAMPLE, csv(SCORES.format("0,25")), wanted(year=2023))
    assert stop.value.reason == "publish-there"
    text = after(EXAMPLE, SCORES.format("0,25"), year=2023, replace=True, source=None)
    before = (POINTS / "data/results/2023.yaml").read_text(encoding="utf-8")
    differ = [new for old, new in zip(before.split("\n"), text.split("\n"), strict=True) if old != new]
    assert differ == ["      - {criterion: CCHC/bo-moi/1.1.1, kind: appraised, score: 0.25}"]


def test_another_round_is_added_beside_what_is_there() -> None:
    text = after(EXAMPLE, SCORES.format("0,25"), year=2023, kind="self", source=None)
    assert text.count("CCHC/bo-moi/1.1.1") == 2


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"source": None}, "publish-source-missing"),
        ({"set": "bo-la"}, "table-set-unknown"),
        ({"year": 1999}, "table-set-needed"),
        ({"table": 7}, "table-no-such"),
    ],
)
def test_what_is_missing_is_asked_for(more: dict[str, object], reason: str) -> None:
    with pytest.raises(Stop) as stop:
        results_read(EXAMPLE, csv(SCORES.format("0,5")), wanted(**more))
    assert stop.value.reason == reason


def test_a_table_of_nothing_of_the_kind_is_refused() -> None:
    with pytest.raises(Stop) as stop:
        results_read(EXAMPLE, csv("Ngày;Việc\n1;Họp\n"), wanted())
    assert stop.value.reason == "table-no-results"


def test_ranks_of_many_places_are_results_of_each() -> None:
    ranking = "STT;Cơ quan, đơn vị;Tổng điểm;Xếp hạng;Xếp loại\n1;Sở Tư pháp;90,5;1;T\n2;Sở Nội vụ;;2;\n"
    text = after(EXAMPLE, ranking, index=INDEXES["NB"])
    assert "place: so-tu-phap\n    score: 90.5\n    rank: 1\n    ranked: 38\n    group: T\n" in text
    assert "place: so-noi-vu\n    rank: 2\n" in text


def test_a_published_composition_of_another_province_goes_in_and_comes_out(tmp_path: Path) -> None:
    """Four parts of a hundred, by name alone."""
    shipped = load(Path(__file__).parents[3])
    index = shipped.workspace.indexes.indexes[0]
    table = (
        "Nội dung;Điểm tối đa;Điểm\nĐiểm thẩm định của Bộ Nội vụ;61,5;55,21\nĐiểm Chỉ số hài lòng (Sipas);10;8,2\n"
        "Điểm khảo sát lãnh đạo, quản lý;22;18,4\nĐiểm tác động đến phát triển kinh tế - xã hội;6,5;5\n"
        "Tổng;100;86,81\n"
    )
    found = results_read(shipped, csv(table), wanted(index=index, year=2022, place="thua-thien-hue"))
    assert (found.count, found.faults, found.made.new_errors) == (4, (), ())
    (result,) = (
        r for r in found.made.loaded.workspace.all_results if (r.place, r.year) == ("thua-thien-hue", 2022)
    )
    assert str(result.score) == "86.81"
    assert [str(part.score) for part in result.parts] == ["55.21", "8.2", "18.4", "5"]


def test_who_scored_goes_by_its_word() -> None:
    assert read_kind("self") == "self"
    with pytest.raises(Stop):
        read_kind("máy")


PROVEN = 'Mã;Tiêu chí;Tự chấm;Thẩm định;Tài liệu kiểm chứng\n1.1.1;Ban hành kế hoạch trong quý I;0,5;0,5;"{}"\n'


def test_what_proves_a_score_of_ones_own_is_its_evidence_and_other_words_are_a_note() -> None:
    text = after(EXAMPLE, PROVEN.format("Kế hoạch\n- 12/KH-UBND ngày 5/1/2025"))
    assert text.count("evidence:") == 1
    assert "number: 12/KH-UBND\n            date: 2025-01-05\n" in text
    assert text.count("note: Kế hoạch\n") == 1


def test_evidence_is_added_to_a_score_that_is_there() -> None:
    table = "Mã;Tiêu chí;Điểm;Minh chứng\n1.1.1;Ban hành kế hoạch trong quý I;0,50;12/KH-UBND\n"
    text = after(EXAMPLE, table, year=2023, source=None)
    assert "{type: document, number: 12/KH-UBND}" in text


def test_a_paper_of_nobody_is_told_at_its_cell() -> None:
    found = results_read(EXAMPLE, csv(PROVEN.format("12/KH-UBND ngày 40/1/2025")), wanted())
    assert [(fault.place.row, fault.place.column) for fault in found.faults] == [(2, 5)]
