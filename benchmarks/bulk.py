r"""Large workspaces, by processor time beside peers and bars, and how time and memory grow with the work.

Must not favour us: what each peer leaves out stands in docs/speed.md; one that is not installed is passed over.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install yamale check-jsonschema yamllint beancount \
        docxtpl pypandoc-binary
    .venv/bin/python benchmarks/bulk.py --peers /tmp/peers/bin --picture docs/pictures/growth.svg
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from html import escape
from math import log10
from pathlib import Path
from typing import Final, NamedTuple

import appendix
import peers
from many_scores import PLACE, scores_workspace
from many_tasks import DISTRICTS, MONTHS, group_workspace, unit_workspace
from timing import PARPLAN, Run, compile_sources, in_turn, megabytes, processor, ratio, run

NOBODY: Final = ("-c", "user.name=a", "-c", "user.email=a@example.org")
DAY: Final = ["--as-of", "2022-11-05"]
SIZES: Final = (30, 100, 300, 1000, 3000)
"""Tasks of forty units in four months each: 4,800 to 480,000 assignments."""

GROWING: Final = {
    "validate": ["validate"],
    "guide": ["guide"],
    "status": ["status", *DAY],
    "status --by agency": ["status", *DAY, "--by", "agency"],
    "status --format json": ["status", *DAY, "--format", "json"],
    "status --format csv": ["status", *DAY, "--format", "csv"],
    "status --agency": ["status", *DAY, "--agency", "ubnd-huyen-dai-loc"],
    "show": ["show", "T.0"],
    "coverage": ["coverage"],
    "remind": ["remind", *DAY],
    "report": ["report", "--month", "10", "--output"],
}


class Bar(NamedTuple):
    """``most``: how many times as long as the other we may take."""

    other: str
    most: float


def told(title: str, made: Mapping[str, list[Run]], bars: Iterable[Bar]) -> None:
    """A line for each command, and one for each bar."""
    print(f"\n{title}")
    for name, runs in made.items():
        wrong = "  it found something wrong" if any(one.code for one in runs) else ""
        print(f"  {name:24} {processor(runs):7.2f} s {megabytes(runs):6.0f} MB{wrong}")
    for bar in bars:
        if bar.other in made:
            times = ratio(made["parplan"], made[bar.other])
            verdict = "met" if times <= bar.most else "not met"
            print(f"  parplan takes {times:.2f} of {bar.other}'s time; bar {bar.most:.2f}: {verdict}")


def validators(folder: Path, tasks: int, found: str | None, around: dict[str, str], bars: Iterable[Bar]) -> None:
    """`validate` beside those who look at the shape alone."""
    made = peers.commands(folder / f"validate-{tasks}", tasks, found)
    least = unit_workspace(folder / f"validate-1-beside-{tasks}", 1)
    made["parplan, a single task"] = [*PARPLAN, "validate", "--root", str(least)]  # start-up, whatever is to do
    told(
        f"validate, {tasks:,} tasks + {tasks * 3:,} updates", in_turn(made, 3 if tasks < 5000 else 1, around), bars
    )


def listings(folder: Path, around: dict[str, str]) -> None:
    """`status` of 10,000 tasks of which nothing has changed, beside `task list`."""
    root = unit_workspace(folder / "listing", 10_000)
    kept = {name: value for name, value in around.items() if name != "PARPLAN_NO_CACHE"}
    made = {"parplan": [*PARPLAN, "status", *DAY, "--root", str(root)]}
    if program := shutil.which("task"):
        rc = folder / "taskrc"
        rc.write_text(
            f"data.location={folder / 'taskdata'}\nconfirmation=off\nverbose=nothing\n", encoding="utf-8"
        )
        tasks = [
            {"description": f"Nhiệm vụ số {n}, nâng cao chất lượng", "due": "20221130T000000Z", "project": "T"}
            for n in range(10_000)
        ]
        (folder / "tasks.json").write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
        (folder / "taskdata").mkdir()
        asked = [program, f"rc:{rc}", "import", str(folder / "tasks.json")]
        subprocess.run(asked, check=True, capture_output=True)
        made["task list"] = [program, f"rc:{rc}", "list"]
    else:
        print("task is not installed: passed over")
    first = run(made["parplan"], around).processor
    told(
        f"status, 10,000 tasks, nothing changed (first run {first:.2f} s)",
        in_turn(made, 5, kept),
        [Bar("task list", 1)],
    )


def reports(folder: Path, found: str | None, around: dict[str, str]) -> None:
    """A Word report of 1,000 rows as a whole process."""
    (folder / "appendix").mkdir()
    appendix.prepared(folder / "appendix", 1000)
    made = {name: drawer.whole for name, drawer in appendix.drawers(folder / "appendix", found).items()}
    told(
        "report of 1,000 rows, a whole process",
        in_turn(made, 6, around),
        [Bar("docxtpl", 0.5), Bar("pandoc", 0.2)],
    )


def changed(folder: Path, around: dict[str, str]) -> None:
    """One changed file of some five hundred: `validate --changed` beside `validate`."""
    root = group_workspace(folder / "changed", 200)
    data = root / "data"
    plan = data / "plan-2022.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("starts: 2022-08", "starts: 2022-01"), encoding="utf-8"
    )
    model = (data / "progress" / MONTHS[0] / f"{DISTRICTS[0]}.yaml").read_text(encoding="utf-8")
    units = re.findall(r"^  - id: ((?:so|ubnd-(?:huyen|thi-xa|thanh-pho))-\S+)", _register(data), re.MULTILINE)
    for month in (f"2022-{number:02}" for number in range(1, 13)):
        (data / "progress" / month).mkdir(exist_ok=True)
        for unit in units:
            text = model.replace(MONTHS[0], month).replace(DISTRICTS[0], unit)
            (data / "progress" / month / f"{unit}.yaml").write_text(text, encoding="utf-8")
    for words in (["init", "-q"], ["add", "."], [*NOBODY, "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    last = data / "progress" / "2022-12" / f"{units[-1]}.yaml"
    last.write_text(last.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    whole = [*PARPLAN, "validate", "--root", str(root)]
    files = sum(1 for _ in data.rglob("*.yaml"))
    made = in_turn({"whole": whole, "parplan": [*whole, "--changed"]}, 3, around)
    told(f"validate --changed, one of {files} files", made, [Bar("whole", 0.2)])


def points(folder: Path, around: dict[str, str]) -> None:
    """What points cost beside reading and checking the files that hold them."""
    asked = ["2024", "--place", PLACE, "--as-of", "2024-11-10"]
    commands = {
        "gap": ["gap", *asked],
        "score": ["score", *asked],
        "compare": ["compare", "2023", *asked[:3], "--against", "all"],
    }
    end = ["--root", str(scores_workspace(folder / "scores"))]
    for name, words in commands.items():
        every = {"validate": [*PARPLAN, "validate", *end], "parplan": [*PARPLAN, *words, *end]}
        told(f"{name}, 22,800 scores of 38 units", in_turn(every, 3, around), [Bar("validate", 2)])


def _register(data: Path) -> str:
    return (data / "agencies.yaml").read_text(encoding="utf-8")


def growth(folder: Path, around: dict[str, str]) -> dict[str, list[Run]]:
    """Every command that reads, on workspaces each about three times as large as the one before."""
    roots = [group_workspace(folder / f"group-{size}", size) for size in SIZES]
    found: dict[str, list[Run]] = {}
    print(
        f"\ngrowth: {SIZES[0] * 160:,} to {SIZES[-1] * 160:,} assignments; from {SIZES[2]} to {SIZES[-1]:,} tasks"
    )
    for name, words in GROWING.items():
        end = [str(folder / "report.docx")] if words[-1] == "--output" else []
        found[name] = [run([*PARPLAN, *words, *end, "--root", str(root)], around) for root in roots]
        few, many = found[name][2], found[name][-1]
        times, memory = many.processor / few.processor, many.megabytes / few.megabytes
        verdict = "met" if max(times, memory) <= 10 else "not met"
        print(
            f"  {name:24} {few.processor:6.2f} -> {many.processor:6.2f} s {times:5.1f} x"
            f"   {few.megabytes:4.0f} -> {many.megabytes:4.0f} MB {memory:5.1f} x   bar 10: {verdict}"
        )
    return found


WIDTH, HEIGHT, LEFT, TOP, FOOT = 760, 420, 60, 20, 50
COLOURS: Final = (
    "#1b6ca8",
    "#c0392b",
    "#2e8b57",
    "#8e44ad",
    "#b9770e",
    "#34495e",
    "#16a085",
    "#7f8c8d",
    "#d35400",
    "#000",
    "#c71585",
)


def picture(found: dict[str, list[Run]], path: Path) -> None:
    """Seconds over assignments, both in powers of ten: no steeper than the dashed line is in proportion."""
    least, most = 0.1, 100.0
    right, low = WIDTH - 190, HEIGHT - FOOT

    def x(size: float) -> float:
        return LEFT + (log10(size) - log10(SIZES[0])) / (log10(SIZES[-1]) - log10(SIZES[0])) * (right - LEFT)

    def y(seconds: float) -> float:
        return low - (log10(seconds) - log10(least)) / (log10(most) - log10(least)) * (low - TOP)

    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for seconds in (0.1, 1.0, 10.0, 100.0):
        parts.append(f'<path d="M{LEFT} {y(seconds):.0f}H{right}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(seconds) + 4:.0f}" text-anchor="end">{seconds:g} s</text>')
    for size in SIZES:
        parts.append(f'<text x="{x(size):.0f}" y="{low + 20}" text-anchor="middle">{size * 160:,}</text>')
    ends = (least * 2, least * 2 * SIZES[-1] / SIZES[0])
    dashed = f"M{x(SIZES[0]):.0f} {y(ends[0]):.0f}L{x(SIZES[-1]):.0f} {y(ends[1]):.0f}"
    parts.append(f'<path d="{dashed}" stroke="#999" stroke-dasharray="5 4" fill="none"/>')
    order = sorted(found, key=lambda name: -found[name][-1].processor)
    at = TOP
    for colour, name in zip(COLOURS, order, strict=False):
        points = " ".join(f"{x(s):.0f},{y(r.processor):.0f}" for s, r in zip(SIZES, found[name], strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        at = max(at + 16, int(y(found[name][-1].processor)) + 4)
        parts.append(f'<text x="{right + 8}" y="{at}" fill="{colour}">{escape(name)}</text>')
    middle = (LEFT + right) // 2
    legend = "assignments; dashed: in proportion"
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{legend}</text>')
    body = "\n".join(parts)
    look = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {look}>'
    path.write_text(f"{head}\n{body}\n</svg>\n", encoding="utf-8")


def main() -> None:
    """Print all rows, and draw how they grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="the folder that holds the peers' programs; else PATH is searched")
    parser.add_argument("--picture", type=Path, help="where to draw the curves")
    asked = parser.parse_args()
    compile_sources()
    around = {name: value for name, value in os.environ.items() if name != "CI"} | {"PARPLAN_NO_CACHE": "1"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        around |= {"XDG_CACHE_HOME": name, "HOME": name}
        validators(folder, 1000, asked.peers, around, [Bar("yamale", 0.6), Bar("check-jsonschema", 0.1)])
        validators(folder, 10_000, asked.peers, around, [Bar("yamale", 1 / 3), Bar("check-jsonschema", 1 / 15)])
        listings(folder, around)
        reports(folder, asked.peers, around)
        changed(folder, around)
        points(folder, around)
        found = growth(folder, around)
    if asked.picture:
        picture(found, asked.picture)


if __name__ == "__main__":
    main()
