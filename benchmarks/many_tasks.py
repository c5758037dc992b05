"""Workspaces of any size, to be measured: many tasks of one unit, or many tasks of forty units each.

Must not hold a mistake that the program would tell of: what is measured is the way without detours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "data"
EVERYBODY = "cac-don-vi-dia-phuong"
"""The group of forty units in the shipped register."""

MONTHS = ("2022-09", "2022-10", "2022-11")
DISTRICTS = (
    "ubnd-thanh-pho-tam-ky",
    "ubnd-thanh-pho-hoi-an",
    "ubnd-thi-xa-dien-ban",
    "ubnd-huyen-bac-tra-my",
    "ubnd-huyen-duy-xuyen",
    "ubnd-huyen-dai-loc",
    "ubnd-huyen-dong-giang",
    "ubnd-huyen-hiep-duc",
)
QUOTE = "Tham mưu nâng cao chất lượng thẩm định dự thảo các văn bản quy phạm pháp luật"


def unit_workspace(folder: Path, tasks: int) -> Path:
    """Monthly tasks of one unit, with an update for each in three months."""
    return _workspace(folder, tasks, "so-tu-phap", {"so-tu-phap": "STP"}, every=1)


def group_workspace(folder: Path, tasks: int) -> Path:
    """Monthly tasks of forty units: each task is owed 160 times until the plan's end.

    Eight of the units report in each of three months, on every tenth task.
    """
    return _workspace(folder, tasks, EVERYBODY, dict.fromkeys(DISTRICTS, "UBND"), every=10)


def _workspace(folder: Path, tasks: int, lead: str, symbols: dict[str, str], every: int) -> Path:
    data = folder / "data"
    for name in ("agencies.yaml", "indexes.yaml", "calendar.yaml"):
        _write(data / name, [(SOURCE / name).read_text(encoding="utf-8")])
    _write(data / "plan-2022.yaml", _plan(tasks, lead))
    _write(data / "sources" / "ke-hoach-2022.txt", _document(tasks))
    for position, month in enumerate(MONTHS):
        for unit, symbol in symbols.items():
            updates = _updates(range(0, tasks, every), month, 1 + position * tasks, symbol)
            _write(data / "progress" / month / f"{unit}.yaml", [*_head(unit, month), *updates])
    return folder


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _plan(tasks: int, lead: str) -> Iterator[str]:
    """The shipped plan's head, and tasks of our own."""
    plan = (SOURCE / "plan-2022.yaml").read_text(encoding="utf-8")
    yield plan[: plan.index("\nbaseline:")].replace("task: III.2.3", "task: T.0")
    yield "\ntasks:"
    for number in range(tasks):
        yield f"  - id: T.{number}"
        yield f"    title: Nhiệm vụ số {number}, nâng cao chất lượng thẩm định dự thảo văn bản"
        yield "    kind: periodic"
        yield f"    lead: [{lead}]"
        if number == 0 and lead != EVERYBODY:  # else units and groups that have nothing to do would be told of
            yield f"    with: [{EVERYBODY}]"
        yield "    deadline: {rule: hằng tháng}"
        yield "    product: {what: Báo cáo kết quả thẩm định trong kỳ, by: officer}"
        yield f"    source: {{section: III.3, quote: '{QUOTE}, lần {number}.'}}"


def _document(tasks: int) -> Iterator[str]:
    """The text that the tasks quote, each passage once."""
    yield "III. TỔ CHỨC THỰC HIỆN"
    yield from (f"- {QUOTE}, lần {number}." for number in range(tasks))
    yield "Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện/."


def _head(unit: str, month: str) -> Iterator[str]:
    yield f"sample: true\nplan: 2022\nmonth: {month}\nagency: {unit}\nreceived: {month}-16\nupdates:"


def _updates(tasks: Iterable[int], month: str, first_paper: int, symbol: str) -> Iterator[str]:
    """What a unit says of some tasks, with a paper for each."""
    for number in tasks:
        paper = f"{first_paper + number}/BC-{symbol}"
        yield f"  - task: T.{number}"
        yield f"    period: {month}"
        yield "    status: done"
        yield f"    date: {month}-12"
        yield "    result: Đã thẩm định đúng thời hạn các dự thảo được gửi đến"
        yield f"    evidence: [{{type: document, number: {paper}, date: {month}-12}}]"
