"""Forms filled in by LibreOffice and saved by it: what was typed in all of a month's is in the data, all of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from itertools import cycle
from pathlib import Path
from shutil import copytree
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from filling import AT, TITLED, sent_out
from parplan.reading.source import read_yaml
from parplan.views.forms.marks import FIELDS, KEYS
from running import SAMPLE, run_in
from workspaces import REPORT, REPOSITORY, Builder

TYPIST = REPOSITORY / "tests" / "typed_in_libreoffice.py"
NOVEMBER = ("--month", "11", "--as-of", "2022-11-16")
UNITS = 40 if os.environ.get("CI") else 8
"""All of a month in CI, where nobody waits; some of them else."""

DAYS = cycle((("10/11/2022", "2022-11-10"), ("10-11-22", "2022-11-10"), ("ngày 9 tháng 11", "2022-11-09")))


@cache
def typist() -> str | None:
    """A Python that can talk with LibreOffice: the system's own, where its bridge is installed."""
    if shutil.which("soffice") is None:
        return None
    for python in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        if (
            Path(python).exists()
            and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
        ):
            return python
    return None


needs_a_typist = pytest.mark.skipif(typist() is None, reason="LibreOffice or its bridge (python3-uno) is not here")


def type_in(folder: Path, orders: list[dict[str, Any]]) -> None:
    """Let LibreOffice fill in forms."""
    python = typist()
    assert python is not None
    (folder / "orders.json").write_text(json.dumps(orders), encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [python, str(TYPIST), str(folder / "orders.json")]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)


def done(number: int) -> tuple[dict[str, str], dict[str, Any]]:
    """What is typed of work that is done, and what is then in the data."""
    text, day = next(DAYS)
    cells = {"status": "Đã hoàn thành", "date": text, "result": f"Đã ban hành văn bản thứ {number};\n=1+1, 47/50."}
    cells |= {"number": f"{number}/BC-ABC", "dated": text}
    paper = {"type": "document", "number": f"{number}/BC-ABC", "date": day}
    return cells, {"status": "done", "date": day, "result": cells["result"], "evidence": [paper]}


def doing(number: int) -> tuple[dict[str, str], dict[str, Any]]:
    """The same of work that is not."""
    fields = {"difficulty": "Thiếu người", "reason": f"Chưa giao, lần {number}", "proposal": "Bổ sung biên chế"}
    cells = {
        "status": "Đang thực hiện",
        "expected": "30/11/2022",
        "link": f"https://example.org/{number}",
        **fields,
    }
    link = {"type": "link", "link": cells["link"]}
    return cells, {"status": "in-progress", **fields, "expected": "2022-11-30", "evidence": [link]}


def filled(path: Path) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Every third thing that a form asks about: what is typed, by cells, and the updates that this comes to."""
    sheet = load_workbook(path)["Biểu"]
    top = next(cell.row for cell in sheet["A"] if cell.value == KEYS)
    columns = {cell.value: cell.column_letter for cell in sheet[top] if cell.value in FIELDS}
    rows = [cell for cell in sheet["A"][top:] if str(cell.value).count("|") == 2]
    heads = [cell for cell in rows if sheet[f"{columns['status']}{cell.row}"].protection.locked is False]
    cells: dict[str, str] = {}
    updates: list[dict[str, Any]] = []
    for number, head in enumerate(heads):
        if number % 3 == 2:
            continue
        typed, update = (done, doing)[number % 3](number)
        task, period, _ = str(head.value).split("|")
        cells |= {f"{columns[key]}{head.row}": text for key, text in typed.items()}
        figures = [row for row in rows if str(row.value).startswith(f"{task}|{period}|")]
        values = {}
        for row in figures:
            place = f"{columns.get('done')}{row.row}"
            if "done" in columns and sheet[place].protection.locked is False and number % 3 == 0:
                cells |= {place: "1.047", f"{columns['of']}{row.row}": "1047"}
                values[str(row.value).split("|")[2]] = {"done": "1047", "of": "1047"}
        update = {"task": task, **({"period": period} if period else {}), **update}
        updates.append({**update, **({"values": values} if values else {})})
    return cells, updates


@needs_a_typist
def test_what_was_typed_in_the_forms_of_a_month_is_in_the_data(tmp_path: Path) -> None:
    root, back = tmp_path / "w", tmp_path / "back"
    copytree(SAMPLE, root)
    back.mkdir()
    run_in(root, "forms", "export", *NOVEMBER)
    orders, wanted = [], {}
    every = sorted((root / "bao-cao").glob("*.xlsx"))
    assert len(every) == 40
    for path in every[:UNITS]:
        cells, updates = filled(path)
        wanted[path.stem.removeprefix("bieu-thang-11-2022-")] = updates
        orders.append({"form": str(path), "cells": cells, "saved": str(back / path.name)})
    type_in(tmp_path, orders)
    ran = run_in(root, "forms", "import", str(back), *NOVEMBER)
    assert (ran.code, "ô " in ran.err.partition("tháng 11/2022: mới ghi")[0]) == (0, False), ran.err[:2000]
    assert {agency: written(root, agency) for agency in wanted} == {
        agency: sorted(updates, key=str) for agency, updates in wanted.items()
    }


def written(root: Path, agency: str) -> list[dict[str, Any]]:
    name = f"data/progress/2022-11/{agency}.yaml"
    source = read_yaml(name, (root / name).read_bytes()).source
    assert source is not None
    data: Any = source.data
    return sorted(data["updates"], key=str)


@needs_a_typist
@pytest.mark.parametrize("ending", [".xls", ".ods"])
def test_other_forms_of_workbooks_are_read_as_well(w: Builder, ending: str) -> None:
    form = sent_out(w, TITLED)
    cells = {form.cell("A||ty-le", "status").coordinate: "Đang thực hiện"}
    cells |= {form.cell("A||ty-le", "expected").coordinate: "30/9/2022"}
    order = {"form": str(form.path), "cells": cells, "saved": str(w.root / f"tra{ending}")}
    type_in(w.root, [order])
    ran = run_in(w.root, "forms", "import", f"tra{ending}", *AT)
    assert ran.code == 0, ran.err
    assert "- task: A\n    status: in-progress\n    expected: 2022-09-30\n" in w.text(REPORT)


@needs_a_typist
def test_a_password_is_told(w: Builder) -> None:
    form = sent_out(w, TITLED)
    order = {"form": str(form.path), "cells": {}, "saved": str(w.root / "khoa.xlsx"), "password": "bí mật"}
    type_in(w.root, [order])
    ran = run_in(w.root, "forms", "import", "khoa.xlsx", *AT)
    assert ran.code == 1
    assert ran.err.startswith("khoa.xlsx: Tệp có mật khẩu")


@needs_a_typist
def test_a_form_in_word_is_still_known_when_it_was_saved_anew(w: Builder) -> None:
    w.tasks(TITLED)
    run_in(w.root, "forms", "export", *AT, "--agency", "so-tu-phap", "--format", "docx")
    document = docx.Document(str(w.root / "bao-cao/bieu-thang-09-2022-so-tu-phap.docx"))
    (row,) = (row for row in document.tables[0].rows if row.cells[0].text == "A||ty-le")
    for column, text in {2: "Đang thực hiện", 10: "30/9/2022"}.items():
        row.cells[column].text = text
    document.save(str(w.root / "tp.docx"))
    type_in(w.root, [{"form": str(w.root / "tp.docx"), "cells": {}, "saved": str(w.root / "lai.docx")}])
    assert run_in(w.root, "forms", "import", "lai.docx", *AT).code == 0
    assert "- task: A\n    status: in-progress\n    expected: 2022-09-30\n" in w.text(REPORT)
