"""What damaged and overgrown files cost: a file or a folder a thousand times the real one's size, or worse.

Must not judge: the bars (5 s and 500 MB, or refused with a limit that is said) stand beside the figures.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from timing import PARPLAN, ROOT, run

BASE = ROOT / "src/parplan/errors/sound"
HEAD = "plan: 2022\nmonth: 2022-10\nagency: so-tu-phap\nreceived: 2022-10-14\n"


def _report(root: Path, text: str) -> None:
    file = root / "data/progress/2022-10/so-tu-phap.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + text, encoding="utf-8")


def _files(root: Path) -> None:
    folder = root / "data/progress/2022-10"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(20_000):
        (folder / f"x{number}.yaml").write_text("plan: 2022\nmonth: 2022-9\n", encoding="utf-8")


def _plan(root: Path, old: str, new: str) -> None:
    file = root / "data/plan-2022.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _units(root: Path, number: int) -> None:
    file = root / "data/agencies.yaml"
    row = "  - {{id: xa-{0}, name: UBND xã {0}, symbol: UBND, kind: huyen}}\n"
    units = "".join(row.format(n) for n in range(number))
    file.write_text(file.read_text(encoding="utf-8").replace("groups:\n", f"{units}groups:\n"), encoding="utf-8")


def _groups_of_all(root: Path) -> None:
    _units(root, 3_000)
    file = root / "data/agencies.yaml"
    groups = "".join(f"  - {{id: g{n}, name: Nhóm {n}, kinds: [huyen]}}\n" for n in range(3_000))
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{groups}", encoding="utf-8")


def _groups(root: Path) -> None:
    file = root / "data/agencies.yaml"
    chain = "".join(f"  - {{id: g{n}, name: Nhóm {n}, members: [g{n + 1}]}}\n" for n in range(3_000))
    last = "  - {id: g3000, name: Nhóm cuối, members: [so-tu-phap]}\n"
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{chain}{last}", encoding="utf-8")


VALIDATE = ("validate",)
LETTER = ("remind", "--as-of", "2022-10-20", "--anyway")
UPDATE = "- {task: III.2, period: 2022-09, status: in-progress, date: 2022-10-07}\n"
CASES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "200,000 marks on a letter": (
        lambda r: _report(r, f"note: a{(chr(0x301) + chr(0x323)) * 100_000}\n"),
        VALIDATE,
    ),
    "20,000 misspelt ids": (
        lambda r: _report(
            r, "updates:\n" + "".join(f"- {{task: III.x{n}, status: none}}\n" for n in range(20_000))
        ),
        VALIDATE,
    ),
    "10,000 bad references in a list": (
        lambda r: _plan(r, "lead: [cac-don-vi]", f"lead: [{','.join(f'so-x{n}' for n in range(10_000))}]"),
        VALIDATE,
    ),
    "100,000 trailing blanks, --diff": (
        lambda r: _report(r, "note: |\n" + "  abc   \n" * 100_000),
        ("validate", "--diff"),
    ),
    "2 MB of [y,y,...]": (lambda r: _report(r, f"updates: [{'y,' * 1_000_000}]\n"), VALIDATE),
    "a value of 2 MB, 600 unknown keys": (
        lambda r: _report(r, f"note: {'x' * 2_000_000}\n" + "".join(f"key{n}: a\n" for n in range(600))),
        VALIDATE,
    ),
    "500,000 duplicate keys": (lambda r: _report(r, "note: a\n" * 500_000), VALIDATE),
    "200,000 records": (lambda r: _report(r, "updates:\n" + UPDATE * 200_000), VALIDATE),
    "15 MB of - a": (lambda r: _report(r, "- a\n" * 3_750_000), VALIDATE),
    "20,000 files that are wrong": (_files, VALIDATE),
    "3,000 groups in a chain": (_groups, VALIDATE),
    "a plan up to 2999": (lambda r: _plan(r, "ends: 2022-12-31", "ends: 2999-12-31"), VALIDATE),
    "3,000 groups, each of 3,000 units": (_groups_of_all, VALIDATE),
    "2,000 units, messages": (lambda r: _units(r, 2_000), (*LETTER, "--format", "text")),
    "5,000 units, messages": (lambda r: _units(r, 5_000), (*LETTER, "--format", "text")),
    "5,000 units, a letter": (lambda r: _units(r, 5_000), LETTER),
    "5,000 units, a report and its list": (lambda r: _units(r, 5_000), ("report", "--month", "10", "--full")),
}


def main() -> None:
    """Make and time each case once."""
    for name, (spoil, (command, *options)) in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "workspace"
            shutil.copytree(BASE, root)
            spoil(root)
            ran = run([*PARPLAN, command, "--root", str(root), *options])
        print(f"{name:36} {ran.seconds:6.1f} s {ran.megabytes:6.0f} MB  exit {ran.code}", flush=True)


if __name__ == "__main__":
    main()
