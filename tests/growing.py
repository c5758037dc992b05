"""One workspace at any size: as many tasks, criteria and records as asked for, units as they are.

Must not hold an error: what is counted is the way without detours.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workspaces import AGENCIES, AGENCIES_TEXT, HEAD, INDEXES, PLAN, Builder

MONTHS = ("2022-09", "2022-10")
UNITS = ("so-tu-phap", "so-tai-chinh", "hoi-an")
YEARS = (2021, 2022)
SCALE = 80


def growing(folder: Path, size: int, mark: str) -> Path:
    """Each task is owed by every unit each month, serves a criterion, and is reported on by some.

    ``mark`` stands in the words of every file, for in the tests the same words are read, and judged, once.
    """
    w = Builder(folder).write(AGENCIES, AGENCIES_TEXT)
    w.write(INDEXES, "".join(_indexes(size, mark)))
    w.write(PLAN, f"{HEAD}tasks:\n{''.join(_task(n, mark) for n in range(size))}")
    w.write("data/sources/ke-hoach.txt", "\n- ".join(["III. VIỆC", *(_quote(n, mark) for n in range(size))]))
    for month in MONTHS:
        for unit in UNITS:
            said = "".join(_update(n, month, mark) for n in range(0, size, 2))
            w.write(f"data/progress/{month}/{unit}.yaml", _report(month, unit, said))
    for year in YEARS:
        w.write(f"data/results/{year}.yaml", "".join(_results(year, size, mark)))
    for name, rows in TABLES.items():
        w.write(name, "\n".join(rows(size, mark)) + "\n")
    return folder


def _task(n: int, mark: str) -> str:
    return (
        f"  - id: T.{n}\n    title: Việc {n} {mark}\n    kind: periodic\n    lead: [tat-ca]\n"
        f"    deadline: {{rule: hằng tháng}}\n    criteria: [{{ref: PAR/876/c{n}, by: officer}}]\n"
        f"    source: {{section: III, quote: {_quote(n, mark)}}}\n"
    )


def _quote(n: int, mark: str) -> str:
    return f"Việc phải làm thứ {n} {mark}."


def _update(n: int, month: str, mark: str) -> str:
    return f"  - task: T.{n}\n    period: {month}\n    status: in-progress\n    difficulty: Thiếu người {mark}\n"


def _report(month: str, unit: str, said: str) -> str:
    return f"plan: 2022\nmonth: {month}\nagency: {unit}\nupdates:\n{said}"


def _indexes(size: int, mark: str) -> Iterator[str]:
    yield "places:\n  - {id: quang-nam, name: Quảng Nam}\nindexes:\n  - id: PAR\n    name: Chỉ số cải cách\n"
    yield f"    scale: {SCALE}\n    unit: điểm\n    sets:\n      - id: '876'\n        first: 2021\n"
    yield "        mark: read\n        criteria:\n"
    for n in range(size):
        known = f"id: c{n}, code: '{n + 1}', name: Nội dung {n} {mark}, max: {SCALE / size}, mark: read"
        yield f"          - {{{known}}}\n"


def _results(year: int, size: int, mark: str) -> Iterator[str]:
    yield f"results:\n  - index: PAR\n    year: {year}\n    place: quang-nam\n    set: '876'\n"
    yield "    mark: read\n    source: Báo cáo {mark}\n    parts:\n"
    for kind in ("self", "appraised"):
        for n in range(size):
            yield f"      - {{criterion: PAR/876/c{n}, kind: {kind}, score: 0.5}}\n"


def _plan_rows(size: int, mark: str) -> Iterator[str]:
    yield "STT;Nội dung nhiệm vụ;Cơ quan chủ trì;Thời gian hoàn thành;Sản phẩm"
    yield from (f"{n + 1};Xây dựng báo cáo số {n} {mark};Sở Tư pháp;Tháng 9/2023;Báo cáo" for n in range(size))


def _criteria_rows(size: int, mark: str) -> Iterator[str]:
    yield "TT;Tiêu chí;Điểm tối đa"
    yield from (f"{n + 1};Nội dung {n} {mark};{SCALE / size}".replace(".", ",") for n in range(size))


def _results_rows(size: int, mark: str) -> Iterator[str]:
    yield "TT;Tiêu chí;Điểm"
    yield from (f"{n + 1};Nội dung {n} {mark};0,5" for n in range(size))


def _agencies_rows(size: int, mark: str) -> Iterator[str]:
    yield "STT;Tên đơn vị"
    yield from (f"{n + 1};UBND xã {mark} {n}" for n in range(size))


TABLES = {
    "plan.csv": _plan_rows,
    "criteria.csv": _criteria_rows,
    "results.csv": _results_rows,
    "agencies.csv": _agencies_rows,
}
"""What another office sends, of the size of the workspace."""
