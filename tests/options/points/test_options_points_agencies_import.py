"""What a list of units comes to in the register that is there."""

from __future__ import annotations

import pytest

from parplan.documents.reader import document_of
from parplan.finding import Stop
from parplan.options.points.agencies_import import UnitsRead, agencies_read
from parplan.reading.load import load
from running import POINTS

EXAMPLE = load(POINTS)


def read(text: str, *, kind: str | None = None, replace: bool = False) -> UnitsRead:
    document = document_of(f"STT;Tên đơn vị;Ký hiệu;Điện thoại\n{text}".encode(), ".csv")
    return agencies_read(EXAMPLE, document, kind=kind, table=None, replace=replace)


def after(found: UnitsRead) -> str:
    (edit,) = found.made.edits
    assert edit.after is not None
    return edit.after.decode()


def test_a_new_unit_stands_under_its_kind_which_may_be_new() -> None:
    text = after(read("I;Các trung tâm;;\n1;Trung tâm Dữ liệu;TTDL;0123\n"))
    assert "  - id: cac-trung-tam\n    name: Các trung tâm\n" in text
    assert (
        "  - id: trung-tam-du-lieu\n    name: Trung tâm Dữ liệu\n    symbol: TTDL\n    kind: cac-trung-tam\n"
        in text
    )
    assert '      phone: "0123"\n' in text


def test_a_unit_without_a_kind_is_asked_back() -> None:
    found = read("1;Trung tâm Dữ liệu;;\n")
    assert [fault.stop.reason for fault in found.faults] == ["table-kind-needed"]
    assert "kind: so\n" in after(read("1;Trung tâm Dữ liệu;;\n", kind="Cơ quan cấp tỉnh"))


def test_a_unit_that_is_there_is_told_more_of_and_nothing_else() -> None:
    found = read("1;Sở Tư pháp;STP;0456\n")
    assert (found.new, found.known) == (0, 1)
    assert '{id: so-tu-phap, name: Sở Tư pháp, symbol: STP, kind: so, contact: {phone: "0456"}}' in after(found)
    assert read("1;Sở Tư pháp;STP;\n").made.edits == ()


def test_what_contradicts_is_told_and_written_only_for_who_says_so() -> None:
    assert [fault.stop.reason for fault in read("1;Sở Tư pháp;SƠTP;\n").faults] == ["table-unit-other"]
    assert "symbol: SƠTP" in after(read("1;Sở Tư pháp;SƠTP;\n", replace=True))


def test_what_is_no_list_of_units_is_refused() -> None:
    with pytest.raises(Stop) as stop:
        agencies_read(EXAMPLE, document_of(b"a;b\n1;2\n", ".csv"), kind=None, table=None, replace=False)
    assert stop.value.reason == "table-no-agencies"
