"""Times whole commands against a bare `python -c pass`, in turn, and prints the medians and their ratios.

Must not be part of the tests: machines are noisy, and only ratios from one run can be compared.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
PARPLAN = [sys.executable, "-m", "parplan.cli"]
BARE = [sys.executable, "-c", "pass"]


def timed(command: list[str]) -> float:
    """Wall seconds of one run; what it prints is thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
    return time.perf_counter() - start


def paired(command: list[str]) -> tuple[float, float]:
    """Median seconds of a command, and its median ratio to a bare interpreter run just before it."""
    timed(command)
    pairs = [(timed(BARE), timed(command)) for _ in range(RUNS)]
    return statistics.median(own for _, own in pairs), statistics.median(own / bare for bare, own in pairs)


def large_workspace(folder: Path, tasks: int) -> Path:
    """A workspace with that many tasks and three updates for each: Sở Tư pháp owes them all."""
    source = ROOT / "data"
    data = folder / "data"
    (data / "sources").mkdir(parents=True)
    for name in ("agencies.yaml", "indexes.yaml", "calendar.yaml"):
        (data / name).write_bytes((source / name).read_bytes())
    quote = "Tham mưu nâng cao chất lượng thẩm định dự thảo các văn bản quy phạm pháp luật"
    plan = (source / "plan-2022.yaml").read_text(encoding="utf-8")
    head = plan[: plan.index("\nbaseline:")].replace("task: III.2.3", "task: T.0")
    lines = [head, "\ntasks:"]
    for number in range(tasks):
        lines += [
            f"  - id: T.{number}",
            f"    title: Nhiệm vụ số {number}, nâng cao chất lượng thẩm định dự thảo văn bản",
            "    kind: periodic",
            "    lead: [so-tu-phap]",
            "    deadline: {rule: hằng tháng}",
            "    product: {what: Báo cáo kết quả thẩm định trong kỳ, by: officer}",
            f"    source: {{section: III.3, quote: '{quote}, lần {number}.'}}",
        ]
    (data / "plan-2022.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    quoted = [f"- {quote}, lần {number}." for number in range(tasks)]
    document = [
        "III. TỔ CHỨC THỰC HIỆN",
        *quoted,
        "Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện/.",
    ]
    (data / "sources" / "ke-hoach-2022.txt").write_text("\n".join(document), encoding="utf-8")
    for paper, month in ((1, "2022-09"), (1 + tasks, "2022-10"), (1 + 2 * tasks, "2022-11")):
        progress = data / "progress" / month
        progress.mkdir(parents=True)
        updates = [f"sample: true\nplan: 2022\nmonth: {month}\nagency: so-tu-phap\nreceived: {month}-16\nupdates:"]
        for number in range(tasks):
            updates += [
                f"  - task: T.{number}",
                f"    period: {month}",
                "    status: done",
                f"    date: {month}-12",
                "    result: Đã thẩm định đúng thời hạn các dự thảo được gửi đến",
                f"    evidence: [{{type: document, number: {paper + number}/BC-STP, date: {month}-12}}]",
            ]
        (progress / "so-tu-phap.yaml").write_text("\n".join(updates) + "\n", encoding="utf-8")
    return folder


def main() -> None:
    """Print one line for each command."""
    with tempfile.TemporaryDirectory() as name:
        small, large = (large_workspace(Path(name) / str(size), size) for size in (100, 1000))
        report = str(Path(name) / "report.docx")
        commands = {
            "--version": ["--version"],
            "validate, shipped plan": ["validate"],
            "status, shipped plan": ["status", "--as-of", "2022-09-25"],
            "compare, shipped plan": ["compare"],
            "report, shipped plan": ["report", "--month", "9", "--output", report],
            "report, sample, month 10": [
                "report", "--month", "10", "--root", "examples/quang-nam-2022", "--output", report
            ],
            "validate, 100 tasks, 300 updates": ["validate", "--root", str(small)],
            "validate, 1,000 tasks, 3,000 updates": ["validate", "--root", str(large)],
            "status, 1,000 tasks, 3,000 updates": ["status", "--root", str(large), "--as-of", "2022-11-05"],
        }  # fmt: skip
        for title, arguments in commands.items():
            seconds, ratio = paired(PARPLAN + arguments)
            print(f"{title:40} {seconds * 1000:7.0f} ms  {ratio:6.1f} x bare python")


if __name__ == "__main__":
    main()
