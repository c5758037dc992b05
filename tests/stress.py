"""A workspace that strains a report: 2,000 assignments, names of 300 characters, text that formats read as theirs.

Must not be kind: every text that a person may write holds every character that has a meaning somewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

HOSTILE = r"""& < > | {{ x }} {% y %} * _ # 1. ]]> $ % \ " ' ` [a](b) <br> :::"""
UNITS = 40
TASKS = 51
ONGOING = 5
DROPPED = 49


def long(what: str, number: int = 0) -> str:
    """A text of 300 characters that names what it is of."""
    text = f"{what} {number} {HOSTILE} "
    return (text + "rất dài và không có điểm dừng " * 10)[:299].rstrip() + "x"


def typed(what: str, number: int = 0) -> str:
    """That text as a YAML value."""
    return json.dumps(long(what, number), ensure_ascii=False)


def unit(number: int) -> str:
    return f"don-vi-{number}"


def write(root: Path) -> Path:
    """Write the workspace into a folder."""
    files = {
        "agencies.yaml": _agencies(),
        "indexes.yaml": _indexes(),
        "results/2021.yaml": _results(),
        "plan-2022.yaml": _plan(),
        "sources/ke-hoach.txt": (f"Việc phải làm thứ {number}." for number in range(TASKS + ONGOING)),
        "reports/2022-10.yaml": _own_words(),
        "progress/2022-10/decisions.yaml": _decisions(),
    }
    files |= {f"progress/2022-10/{unit(number)}.yaml": _progress(number) for number in range(0, UNITS, 2)}
    for name, lines in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def _agencies() -> Iterator[str]:
    yield f"kinds:\n  - {{id: tren, name: {typed('Cấp trên')}}}\n  - {{id: khoi, name: {typed('Khối')}}}"
    yield "agencies:"
    yield f"  - {{id: cap-tren, name: {typed('Cấp trên')}, kind: tren}}"
    yield f"  - {{id: so, name: {typed('Sở tổng hợp')}, kind: khoi, symbol: SO}}"
    for number in range(UNITS):
        yield f"  - {{id: {unit(number)}, name: {typed('Đơn vị', number)}, kind: khoi, symbol: DV}}"
    members = ", ".join(unit(number) for number in range(UNITS))
    yield f"groups:\n  - {{id: nhom, name: {typed('Nhóm')}, members: [{members}]}}"


def _indexes() -> Iterator[str]:
    yield f"places:\n  - {{id: noi-nay, name: {typed('Nơi này')}}}\nindexes:"
    yield f"  - {{id: I, name: {typed('Chỉ số')}, short: {typed('Chỉ số')}, scale: 100, unit: điểm}}"


def _results() -> Iterator[str]:
    yield "results:\n  - index: I\n    year: 2021\n    place: noi-nay\n    score: 80.5\n    mark: read"
    yield f"    published: 2022-10-01\n    rank: 3\n    ranked: 63\n    source: {typed('Nguồn')}"


def _plan() -> Iterator[str]:
    yield f"plan:\n  id: ke-hoach\n  title: {typed('Kế hoạch')}\n  short: {typed('Kế hoạch')}"
    yield "  issuer: cap-tren\n  place: noi-nay\n  issued: 2022-08"
    yield "  year: 2022\n  starts: 2022-08\n  ends: 2022-12-31"
    yield "  coordinator: so\n  reporting:\n    from: so\n    to: [cap-tren]"
    yield f"    signer:\n      authority: {typed('KT.').upper()}\n      office: {typed('PHÓ').upper()}"
    yield f"      name: {typed('Họ tên')}"
    yield f"    recipients: [{typed('Nơi nhận')}]\n    archive: {typed('VT')}"
    yield "  source: {file: sources/ke-hoach.txt}\ntasks:"
    for number in range(TASKS + ONGOING):
        kind = "once" if number < TASKS else "ongoing"
        yield f"  - id: T{number}\n    title: {typed('Nhiệm vụ', number)}\n    kind: {kind}\n    lead: [nhom]"
        if kind == "once":
            yield f"    deadline: {{rule: ngày {number % 28 + 1}/10/2022}}"
        if number == 0:
            measure = typed("Chỉ tiêu")
            yield f"    targets:\n      - {{id: ty-le, measure: {measure}, unit: '%', at_least: 100}}"
        yield f"    product: {{what: {typed('Sản phẩm', number)}, by: document}}"
        yield f"    source: {{section: III, quote: Việc phải làm thứ {number}.}}"


def _progress(number: int) -> Iterator[str]:
    yield f"plan: 2022\nmonth: 2022-10\nagency: {unit(number)}\nreceived: 2022-10-14\nupdates:"
    for task in range(number % 10, TASKS + ONGOING, 10):
        done = task < 10
        yield f"  - task: T{task}\n    date: 2022-10-{task % 10 + 1:02}"
        yield f"    status: {'done' if done else 'in-progress'}"
        yield f"    result: {typed('Kết quả', task)}"
        if task == 0:
            yield "    values: {ty-le: {done: 1, of: 3}}"
        if done:
            yield f"    evidence:\n      - {{type: document, title: {typed('Văn bản', task)}}}"
        else:
            yield f"    difficulty: {typed('Vướng mắc', task)}\n    reason: {typed('Nguyên nhân', task)}"
            yield f"    proposal: {typed('Đề xuất', task)}"


def _decisions() -> Iterator[str]:
    yield "plan: 2022\nmonth: 2022-10\ndecisions:"
    yield f"  - id: dung\n    kind: drop\n    task: T{DROPPED}\n    from: 2022-10-01"
    yield f"    document: {{number: 1/UBND-NC, date: 2022-10-01, issuer: cap-tren}}\n    reason: {typed('Lý do')}"


def _own_words() -> Iterator[str]:
    yield "plan: 2022\nperiod: 2022-10\npapers:"
    yield "  - number: 9/UBND-NC\n    date: 2022-10-01"
    yield f"    issuer: {typed('Cơ quan')}\n    title: {typed('Trích yếu')}"
    yield f"sections:\n  directing: {typed('Chỉ đạo')}\n  causes: {typed('Nguyên nhân')}"
