"""Times a report with an appendix of 1,000 rows: ours beside docxtpl with one row loop, and beside pandoc.

Must not favour us: the words are the same, and each peer is given what suits it best. docxtpl fills our own report
in which the appendix has one row, in a loop; pandoc reads our report's Markdown with our letterhead as its
reference. Ours runs without Python's collector, as `parplan report` does (`parplan.cli.main`), which is passed by
here; what that comes to for either side stands in docs/speed.md. One that is not installed is passed over. An
environment of their own, outside the repository:

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install docxtpl pypandoc-binary
    .venv/bin/python benchmarks/appendix.py --peers /tmp/peers/bin
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from many_tasks import unit_workspace
from timing import PARPLAN, ROOT, by_rounds, compile_sources, in_turn, processor, ratio

from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.output.text.markdown import expand
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.reading.load import load
from parplan.views.page import Page
from parplan.views.report.report import report_view
from parplan.views.table import Row, Table
from parplan.words import words

REPORT = "parplan report"
LETTERHEAD = ROOT / "templates" / "letterhead.docx"
MARKDOWN = """\
::: head

# I. KẾT QUẢ THỰC HIỆN

Sở Nội vụ báo cáo kết quả thực hiện các nhiệm vụ, chi tiết tại Phụ lục kèm theo.

::: foot

::: appendix tasks
"""

OURS = """\
import gc, pickle, sys, time
gc.disable()
from pathlib import Path
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
folder = Path(sys.argv[1])
markdown, page, letterhead = pickle.loads((folder / "page.pickle").read_bytes())
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    (folder / "parplan.docx").write_bytes(packed(compose(markdown, page, letterhead)))
    print(time.process_time() - start)
gc.freeze()
"""
DOCXTPL = """\
import json, sys, time
from pathlib import Path
from docxtpl import DocxTemplate
folder = Path(sys.argv[1])
rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    template = DocxTemplate(folder / "template.docx")
    template.render({"rows": rows}, autoescape=True)
    template.save(folder / "docxtpl.docx")
    print(time.process_time() - start)
"""
PANDOC = """\
local path = pandoc.path
for _ = 1, tonumber(arg[2]) do
  local start = os.clock()
  local markdown = io.open(path.join{arg[1], "report.md"}):read("a")
  local options = pandoc.WriterOptions{reference_doc = path.join{arg[1], "letterhead.docx"}}
  local made = pandoc.write(pandoc.read(markdown, "gfm"), "docx", options)
  io.open(path.join{arg[1], "pandoc.docx"}, "wb"):write(made):close()
  print(os.clock() - start)
end
"""


def prepared(folder: Path, rows: int) -> None:
    """The same report for each: as a page, as a template and its rows, and as Markdown."""
    page, table = _page(load(unit_workspace(folder / "workspace", rows)).workspace)
    (folder / "page.pickle").write_bytes(pickle.dumps((MARKDOWN, page, LETTERHEAD)))
    cells = [[cell or "" for cell in row.cells] for row in table.rows]
    (folder / "rows.json").write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    rest = [""] * (len(table.columns) - 1)
    one = [f"{{{{ row[{n}] }}}}" for n in range(len(table.columns))]
    loop = tuple(Row(tuple(line)) for line in (["{%tr for row in rows %}", *rest], one, ["{%tr endfor %}", *rest]))
    template = _with_appendix(page, table._replace(rows=loop))
    (folder / "template.docx").write_bytes(packed(compose(MARKDOWN, template, LETTERHEAD)))
    (folder / "report.md").write_text(expand(MARKDOWN, page), encoding="utf-8")
    shutil.copy(LETTERHEAD, folder / "letterhead.docx")
    print(f"{len(table.rows):,} rows of {len(table.columns)} columns")


def _page(workspace: Workspace) -> tuple[Page, Table]:
    """A real page whose one appendix is the list of tasks, and that list."""
    (plan,) = workspace.plans.values()
    page = report_view(report_facts(workspace, plan, Period.parse("2022-10")), words("vi")).page
    tables = [part for one in page.appendices.values() for part in one.parts if isinstance(part, Table)]
    longest = max(tables, key=lambda table: (len(table.rows), len(table.columns)))
    return _with_appendix(page, longest), longest


def _with_appendix(page: Page, table: Table) -> Page:
    first = next(iter(page.appendices.values()))
    return page._replace(appendices={"tasks": first._replace(parts=(table,))})


@dataclass(frozen=True, slots=True)
class Peer:
    """``whole`` draws the report once and ends; ``work`` draws it twice, and prints the seconds each took."""

    whole: list[str]
    work: list[str]


def drawers(folder: Path, peers: str | None) -> dict[str, Peer]:
    """Each that is there."""
    for name, text in {"by_parplan.py": OURS, "by_docxtpl.py": DOCXTPL, "by_pandoc.lua": PANDOC}.items():
        (folder / name).write_text(text, encoding="utf-8")
    python = shutil.which("python", path=peers) if peers else sys.executable
    made = {"parplan": _script(sys.executable, folder, "parplan")}
    if python and _answer(python, "import docxtpl") is not None:
        made["docxtpl"] = _script(python, folder, "docxtpl")
    bundled = _answer(python, "import pypandoc; print(pypandoc.get_pandoc_path())") if python else None
    pandoc = bundled or shutil.which("pandoc", path=peers)
    if pandoc:
        files = [str(folder / name) for name in ("report.md", "letterhead.docx", "pandoc.docx")]
        whole = [pandoc, files[0], "--from", "gfm", "--reference-doc", files[1], "--output", files[2]]
        made["pandoc"] = Peer(whole, [pandoc, "lua", str(folder / "by_pandoc.lua"), str(folder), "2"])
    for name in sorted({"docxtpl", "pandoc"} - made.keys()):
        print(f"{name} is not installed: passed over")
    return made


def _script(python: str, folder: Path, name: str) -> Peer:
    command = [python, str(folder / f"by_{name}.py"), str(folder)]
    return Peer([*command, "1"], [*command, "2"])


def _answer(python: str, program: str) -> str | None:
    ran = subprocess.run([python, "-c", program], capture_output=True, text=True, check=False)
    return ran.stdout.strip() if ran.returncode == 0 else None


def _last_number(command: list[str]) -> float:
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1])


def rows_in(path: Path) -> int:
    """How many table rows a Word file holds."""
    with ZipFile(path) as package:
        return len(re.findall(rb"<w:tr[ >]", package.read("word/document.xml")))


def main() -> None:
    """Print a line for each, then for the whole command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--peers", help="the folder that holds the peers' programs; else PATH is searched")
    asked = parser.parse_args()
    compile_sources()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared(folder, asked.rows)
        every = drawers(folder, asked.peers)
        command = [*PARPLAN, "report", "--month", "10", "--root", str(folder / "workspace"), "-o", name]
        work = by_rounds([peer.work for peer in every.values()], asked.rounds, _last_number)
        whole = in_turn({title: peer.whole for title, peer in every.items()} | {REPORT: command}, asked.rounds)
        drawn = {title: rows_in(folder / f"{title}.docx") for title in every}
    print("the work alone (processor time, second report in one process) | a whole process with start and imports")
    own, full = whole["parplan"], whole.pop(REPORT)
    for alone, (title, runs) in zip(work, whole.items(), strict=True):
        print(
            f"{title:14} {statistics.median(alone):6.2f} s {_times(alone, work[0]):6.1f} x parplan"
            f" | {processor(runs):6.2f} s {ratio(runs, own):6.1f} x parplan"
        )
        if drawn[title] < asked.rows or any(one.code for one in runs):
            print(f"{title} did not draw the report: its figures say nothing")
    print(f"{REPORT}, which also reads and checks {asked.rows:,} tasks: {processor(full):.2f} s")
    if any(one.code for one in full):
        print("parplan report found something wrong: its figures say nothing")


def _times(numbers: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(numbers, others, strict=True))


if __name__ == "__main__":
    main()
