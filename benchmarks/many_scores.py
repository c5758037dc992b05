"""A workspace of a province's own index: 100 sub-criteria, 38 units, three years, all of it scored.

Must not hold an error: what is measured is the way without detours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chi-so" / "data"
YEARS = (2022, 2023, 2024)
PLACE = "so-tu-phap"
AREAS, CRITERIA, PARTS = 10, 5, 2
UNITS = 38

RULES = (
    "yes-no",
    "{tiers: [{at_least: 100, points: 1}, {at_least: 90, points: 0.75}, {at_least: 75, points: 0.5}]}",
    "{ratio: {floor: 50}}",
    "{count: {each: 0.25}}",
    "{deduction: {each: 0.25}}",
)
DECLARED = ("{holds: true}", "{done: 47, of: 50}", "{done: 41, of: 50}", "{value: 3}", "{value: 1}")
SCORES = ("1.00", "0.75", "0.82", "0.75", "0.75")
"""What each rule gives for what is declared."""


def scores_workspace(folder: Path) -> Path:
    """Every unit scored itself and was appraised in each year; a task that all owe serves each criterion."""
    data = folder / "data"
    for name in ("agencies.yaml", "calendar.yaml"):
        _write(data / name, [(EXAMPLE / name).read_text(encoding="utf-8")])
    _write(data / "indexes.yaml", _indexes())
    _write(data / "sources" / "ke-hoach-2024.txt", ["II. NHIỆM VỤ", *map(_quote, _codes())])
    _write(data / "plan-2024.yaml", _plan())
    for year in YEARS:
        _write(data / "results" / f"{year}.yaml", _results(year))
    return folder


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _codes() -> list[str]:
    return [
        f"{area}.{criterion}.{part}"
        for area in range(1, AREAS + 1)
        for criterion in range(1, CRITERIA + 1)
        for part in range(1, PARTS + 1)
    ]


def _quote(code: str) -> str:
    return f"Sở Tư pháp thực hiện nội dung số {code} của kế hoạch trong quý III năm 2024."


def _indexes() -> Iterator[str]:
    yield "places:\n  - {id: gia-dinh-thu, name: Giả Định, formal: tỉnh Giả Định}\nindexes:"
    yield "  - id: NB\n    name: Chỉ số nội bộ\n    scale: 100\n    unit: điểm\n    ranked_among: đơn vị"
    yield f"    ranked: {UNITS}\n    sets:"
    yield "      - id: nb\n        first: 2022\n        mark: memory\n        criteria:"
    row = "          - {{id: '{0}', code: '{0}', name: Nội dung {0}, {1}max: {2}, {3}mark: memory}}"
    for area in range(1, AREAS + 1):
        yield row.format(area, "", CRITERIA * PARTS, "")
        for criterion in range(1, CRITERIA + 1):
            yield row.format(f"{area}.{criterion}", f"parent: '{area}', ", PARTS, "")
    for number, code in enumerate(_codes()):
        parent = f"parent: '{code.rpartition('.')[0]}', "
        rule = f"scoring: {RULES[number % len(RULES)]}, evidence: [Báo cáo], "
        yield row.format(code, parent, 1, rule)


def _plan() -> Iterator[str]:
    head = (EXAMPLE / "plan-2024.yaml").read_text(encoding="utf-8")
    yield head[: head.index("\ntasks:")].replace("    task: II.9a\n", "")
    yield "\ntasks:"
    for number, code in enumerate(_codes()):
        yield f"  - id: T.{number}\n    title: Thực hiện nội dung {code}\n    kind: once\n    lead: [cac-don-vi]"
        yield "    deadline: {rule: quý III/2024}"
        yield f"    criteria: [{{ref: NB/nb/{code}, by: officer}}]"
        yield f"    source: {{section: II, quote: '{_quote(code)}'}}"


def _results(year: int) -> Iterator[str]:
    """Each unit's scores, of itself and appraised."""
    units = [line.split("id: ")[1].split(",")[0] for line in _units()]
    yield "sample: true\nresults:"
    for unit in units:
        yield f"  - index: NB\n    year: {year}\n    place: {unit}\n    set: nb"
        yield "    mark: memory\n    source: Số liệu minh họa\n    parts:"
        for number, code in enumerate(_codes()):
            n = number % len(RULES)
            paper = f"evidence: [{{type: document, number: {number + 1}/BC, date: {year}-12-01}}]"
            said = f"score: {SCORES[n]}, declared: {DECLARED[n]}, {paper}"
            yield f"      - {{criterion: NB/nb/{code}, kind: self, {said}}}"
        for number, code in enumerate(_codes()):
            yield f"      - {{criterion: NB/nb/{code}, kind: appraised, score: {0.5 + number % 2 / 4:.2f}}}"


def _units() -> list[str]:
    """The lines of the example's register that hold a unit which is ranked."""
    lines = (EXAMPLE / "agencies.yaml").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "kind: so}" in line or "kind: huyen}" in line]
