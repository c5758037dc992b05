"""Tests of parplan.options.record.rows: tables from standard input, as people and programs write them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from parplan.finding import Stop
from parplan.options.record.rows import read_rows
from parplan.words import words

VI = words("vi")


def rows(monkeypatch: pytest.MonkeyPatch, text: str, **common: list[str]) -> list[dict[str, Any]]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return [{name: list(texts) for name, texts in row.items()} for _, row in read_rows("-", common, VI)]


WANTED = [
    {"task": ["III.1.4"], "agency": ["stp"], "status": ["hoàn thành"], "date": ["12/9/2022"]},
    {"task": ["III.2"], "agency": ["snv"], "status": ["none"]},
]


@pytest.mark.parametrize(
    "text",
    [
        "task,agency,status,date\nIII.1.4,stp,hoàn thành,12/9/2022\nIII.2,snv,none,\n",
        "\ufeffNhiệm vụ;Đơn vị;Tình trạng;Ngày\r\nIII.1.4;stp;hoàn thành;12/9/2022\r\nIII.2;snv;none;\r\n",
        "nhiem vu\tdon vi\tstatus\tdate\nIII.1.4\tstp\thoàn thành\t12/9/2022\n\nIII.2\tsnv\tnone\t\n",
        '[{"task":"III.1.4","agency":"stp","status":"hoàn thành","date":"12/9/2022"},'
        '{"task":"III.2","agency":["snv"],"status":"none","date":null}]',
    ],
    ids=["comma", "semicolon, Vietnamese", "tab", "json"],
)
def test_a_row_is_what_could_have_been_typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert rows(monkeypatch, text) == WANTED


def test_what_was_typed_beside_it_holds_for_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows(monkeypatch, "task,status\nA,done\n", agency=["stp"], status=["none"])
    assert found == [{"agency": ["stp"], "task": ["A"], "status": ["done"]}]


def test_a_cell_that_says_that_there_is_nothing_is_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = rows(monkeypatch, "task,status,difficulty,expected,evidence\nA,không có,không,-,1/BC; …\n")
    assert found == {"task": ["A"], "status": ["không có"], "evidence": ["1/BC"]}


def test_several_papers_stand_in_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = rows(monkeypatch, "task,evidence\nA,1/BC; 2/BC\n")
    assert found["evidence"] == ["1/BC", "2/BC"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "rows-empty"),
        ("task,status\n", "rows-empty"),
        ("abc", "rows-column-unknown"),
        ("task,colour\nA,red\n", "rows-column-unknown"),
        ("task,status\nA,done,more\n", "rows-too-wide"),
        ("[1]", "rows-no-row"),
        ("[{", "rows-not-json"),
        ('[{"task": {"id": "A"}}]', "rows-cell-nested"),
        ('[{"task": true}]', "rows-cell-nested"),
    ],
)
def test_what_is_no_table_is_told(monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:
    with pytest.raises(Stop, match=reason):
        rows(monkeypatch, text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_may_be_a_file_as_excel_saves_it(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "bang.csv"
    table.write_bytes("sep=;\r\nNhiệm vụ;Tình trạng\r\nA;xong\r\n".encode(encoding))
    assert list(read_rows(str(table), {}, VI)) == [(2, {"task": ["A"], "status": ["xong"]})]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="rows-unreadable"):
        list(read_rows(str(tmp_path / "no.csv"), {}, VI))
    (tmp_path / "cp.csv").write_bytes("Nhiệm vụ".encode("cp1258", errors="replace") + b"\xff")
    with pytest.raises(Stop, match="rows-not-utf8"):
        list(read_rows(str(tmp_path / "cp.csv"), {}, VI))


def test_rows_are_counted_as_excel_shows_them(tmp_path: Path) -> None:
    table = tmp_path / "so.csv"
    table.write_text('sep=;\ntask;result\nA;"một\nhai"\n;\nB;ba\n', encoding="utf-8")
    assert [(number, row["task"]) for number, row in read_rows(str(table), {}, VI)] == [(2, ["A"]), (4, ["B"])]
