"""parplan import criteria, whole: a set of the example out of Excel, Word and text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from criteria_tables import excel, set_rows, text, word
from parplan.model.index import CriteriaSet
from parplan.reading.load import load
from running import POINTS, run_in, snapshot

ASKED = ("--index", "CCHC", "--set", "2024")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(POINTS / "data", tmp_path / "data")
    return tmp_path


def of(folder: Path, index: str, id_: str) -> CriteriaSet:
    (known,) = (one for one in load(folder).workspace.indexes.indexes if one.id == index)
    return next(one for one in known.sets if one.id == id_)


def said(known: CriteriaSet) -> dict[str | None, tuple[object, ...]]:
    """What a table can say of a set."""
    return {
        one.code: (
            *(one.name, one.parent, one.max, one.evidence),
            one.scoring is not None and one.scoring.way == "yes-no",
        )
        for one in known.criteria
    }


@pytest.mark.parametrize(("index", "id_"), [("CCHC", "bo-cu"), ("CCHC", "bo-moi"), ("NB", "nb")])
@pytest.mark.parametrize(("name", "make"), [("b.xlsx", excel), ("b.docx", word), ("b.csv", text)])
def test_a_set_that_was_printed_comes_back_and_a_second_time_changes_nothing(
    index: str, id_: str, name: str, make: Callable[..., None], copy: Path
) -> None:
    make(copy / name, set_rows(index, id_))
    asked = ("--index", index, "--set", "2024", "--decision", "01/QĐ-THỬ", "--first", "2024")
    before = snapshot(copy)
    ran = run_in(copy, "import", "criteria", name, *asked)
    assert ran.code == 0, ran.err
    made = of(copy, index, "2024")
    assert said(made) == said(of(copy, index, id_))
    assert (made.decision, made.first) == ("01/QĐ-THỬ", 2024)
    assert "dấu nháy" not in ran.err  # 1.10 is no figure
    assert run_in(copy, "validate").code == 0
    written = snapshot(copy)
    again = run_in(copy, "import", "criteria", name, *asked)
    assert (again.code, "Không có gì để thay đổi" in again.err) == (0, True)
    assert snapshot(copy) == written
    assert run_in(copy, "undo").code == 0
    assert snapshot(copy)["data/indexes.yaml"] == before["data/indexes.yaml"]


def test_what_was_read_is_told_before_its_lines(copy: Path) -> None:
    text(copy / "b.csv", set_rows("CCHC", "bo-cu"))
    before = snapshot(copy)
    ran = run_in(copy, "import", "criteria", "b.csv", *ASKED, "--dry-run")
    assert (ran.code, snapshot(copy)) == (0, before)
    assert "bộ tiêu chí 2024: đọc được" in ran.err
    assert "cộng 100 điểm" in ran.err
    assert "\n  1.1 Kế hoạch cải cách hành chính " in ran.out[: ran.out.index("+++ b/data/indexes.yaml")]
    assert '+      - id: "2024"' in ran.out


def test_a_set_that_is_there_is_never_written_over(copy: Path) -> None:
    text(copy / "b.csv", set_rows("CCHC", "bo-moi"))
    before = snapshot(copy)
    ran = run_in(copy, "import", "criteria", "b.csv", "--index", "CCHC", "--set", "bo-cu")
    assert (ran.code, snapshot(copy)) == (1, before)
    assert "đã có bộ tiêu chí bo-cu" in ran.err


def test_a_bad_cell_is_named_as_its_office_sees_it_and_nothing_is_written(copy: Path) -> None:
    rows = [list(row) for row in set_rows("CCHC", "bo-cu")]
    rows[2][2] = "nửa điểm"
    excel(copy / "b.xlsx", rows)
    before = snapshot(copy)
    ran = run_in(copy, "import", "criteria", "b.xlsx", *ASKED)
    assert (ran.code, snapshot(copy)) == (1, before)
    assert "b.xlsx, trang “Tiêu chí”, ô C5: “nửa điểm” không đọc được thành số." in ran.err


def test_maxima_that_do_not_add_up_are_told_and_kept(copy: Path) -> None:
    text(copy / "b.csv", [("1", "Thể chế", "60", "", "", ""), ("1.1", "Ban hành", "50,5", "", "", "")])
    ran = run_in(copy, "import", "criteria", "b.csv", *ASKED)
    assert ran.code == 0, ran.err
    assert "Điểm tối đa của “Thể chế” là 60, các tiêu chí con cộng lại là 50,5." in ran.err
    assert [one.max for one in of(copy, "CCHC", "2024").criteria] == [Decimal(60), Decimal("50.5")]


def test_an_index_without_sets_gets_its_first(copy: Path) -> None:
    file = copy / "data/indexes.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "  - {id: MOI, name: Chỉ số mới, scale: 10, unit: điểm}\n", "utf-8"
    )
    text(copy / "b.csv", [("1", "Thể chế", "10", "Có/không", "", "")])
    assert run_in(copy, "import", "criteria", "b.csv", "--index", "MOI", "--set", "x").code == 0
    assert [one.name for one in of(copy, "MOI", "x").criteria] == ["Thể chế"]


def test_what_holds_no_criteria_is_refused(copy: Path) -> None:
    text(copy / "b.csv", [], ("Ngày", "Việc"))
    assert run_in(copy, "import", "criteria", "b.csv", *ASKED).code == 1
