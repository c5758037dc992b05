"""Tests of parplan.options.forms.work: a row as if it had been typed, each bad cell by its address."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from filling import faults, read, sent_out
from workspaces import Builder

DONE = "Đã hoàn thành"
DOING = "Đang thực hiện"


def test_a_row_is_what_was_typed_in_it(w: Builder) -> None:
    form = sent_out(w).fill(
        A={
            "status": DONE,
            "date": "12/9/2022",
            "done": "47",
            "of": "50",
            "result": "Xong.",
            "number": "123/BC-STP",
        },
        B={"status": DOING, "expected": "ngày 30 tháng 9", "difficulty": "Thiếu người", "link": "https://a.vn"},
        document={"number": "9/BC-STP", "dated": datetime(2022, 9, 15)},
    )
    form.cell("A||ty-le", "dated").value = 44816
    head, first, second = read(w, form.save()).raws
    assert head == {"agency": ["so-tu-phap"], "document": ["9/BC-STP 2022-09-15"]}
    assert first == {
        "agency": ["so-tu-phap"],
        "task": ["A"],
        "status": ["done"],
        "date": ["2022-09-12"],
        "result": ["Xong."],
        "evidence": ["123/BC-STP 2022-09-12"],
        "value": ["ty-le=47/50"],
    }
    assert (second["period"], second["expected"], second["evidence"]) == (
        ["2022-09"],
        ["2022-09-30"],
        ["https://a.vn"],
    )


def test_figures_of_other_targets_have_rows_of_their_own(w: Builder) -> None:
    form = sent_out(w).fill(A={"status": DOING, "done": "97,6%"})
    form.cell("A||lan", "done").value = 2
    (raw,) = read(w, form.save()).raws
    assert raw["value"] == ["ty-le=97,6%", "lan=2"]


def test_a_row_may_add_to_what_was_said_already(w: Builder) -> None:
    w.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    (raw,) = read(w, sent_out(w).fill(A={"result": "Xong một nửa"}).save()).raws
    assert raw == {"agency": ["so-tu-phap"], "task": ["A"], "result": ["Xong một nửa"]}


BAD = {
    "no state": ({"result": "Xong"}, [("A.status", "form-status-missing")]),
    "a state that is none": ({"status": "tốt"}, [("A.status", "status-unknown")]),
    "nothing arose of what has a day": ({"status": "Không phát sinh"}, [("A.status", "form-status-unfit")]),
    "done without a day": ({"status": DONE}, [("A.date", "form-date-missing")]),
    "a day that is none": ({"status": DONE, "date": "31/9/2022"}, [("A.date", "date-invalid")]),
    "a day that has not come": ({"status": DONE, "date": "9/12/2022"}, [("A.date", "day-ahead")]),
    "a figure that became a day": ({"status": DOING, "done": date(2022, 3, 12)}, [("A.done", "form-figure-day")]),
    "one of what": ({"status": DOING, "done": 1}, [("A.done", "form-figure-share")]),
    "no number": ({"status": DOING, "done": "nhiều"}, [("A.done", "number-invalid")]),
    "a total alone": ({"status": DOING, "of": "50"}, [("A.done", "form-figure-missing")]),
    "a fraction and a total": ({"status": DOING, "done": "47/50", "of": "50"}, [("A.done", "number-invalid")]),
    "a day of several papers": (
        {"status": DOING, "number": "1/BC-STP; 2/BC-STP", "dated": "1/9/2022"},
        [("A.dated", "form-days-several")],
    ),
    "a day of no paper": ({"status": DOING, "dated": "1/9/2022"}, [("A.dated", "form-paper-missing")]),
    "no page": ({"status": DOING, "link": "trang web sở"}, [("A.link", "form-link-wrong")]),
    "several at once": (
        {"status": "tốt", "expected": "sớm", "of": "x"},
        [
            ("A.status", "status-unknown"),
            ("A.expected", "date-invalid"),
            ("A.of", "number-invalid"),
            ("A.done", "form-figure-missing"),
        ],
    ),
}


@pytest.mark.parametrize(("cells", "found"), BAD.values(), ids=BAD)
def test_a_bad_cell_is_named_and_no_other(
    cells: dict[str, object], found: list[tuple[str, str]], w: Builder
) -> None:
    assert faults(w, sent_out(w).fill(A=cells, B={"status": DOING})) == found
