"""Times `parplan validate` beside what checks the same files, or as many records in a form of its own.

Must not favour us: of our files the peers read the plan and the reports alone, and are asked for the shape alone
(or for clean YAML), no reference or sum. One that is not installed is passed over. An environment of their own,
outside the repository; hledger is a program by itself:

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install yamale check-jsonschema yamllint beancount
    .venv/bin/python benchmarks/peers.py --peers /tmp/peers/bin
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from many_tasks import unit_workspace
from timing import BARE, PARPLAN, compile_sources, in_turn, megabytes, processor, ratio

YAMALE = """\
plan: any(int(), include('plan'))
tasks: list(include('task'), required=False)
sample: bool(required=False)
month: regex('^[12][0-9]{3}-[01][0-9]$', required=False)
agency: str(required=False)
received: day(required=False)
updates: list(include('update'), required=False)
---
plan:
  id: str()
  title: str()
  short: str()
  issuer: str()
  place: str()
  issued: str()
  year: int()
  starts: str()
  ends: day()
  coordinator: str()
  legal_basis: list(include('citation'))
  reporting: include('reporting')
  source: map(str(), key=str())
citation:
  number: str()
  date: day()
  issuer: str()
  title: str()
reporting:
  closes: int(min=1, max=28)
  units_send: int(min=1, max=28)
  office_sends: int(min=1, max=28)
  due_soon_days: int(min=1, max=92)
  from: str()
  to: list(str(), min=1)
  task: str()
  signer: map(str(), key=str())
  recipients: list(str(), min=1)
  archive: str()
task:
  id: regex('^[A-Za-z0-9.-]+$')
  title: str()
  kind: enum('once', 'periodic', 'ongoing', 'on-event', 'general')
  lead: list(str(), min=1)
  with: list(str(), min=1, required=False)
  deadline: include('deadline')
  product: include('product')
  source: include('quoted')
deadline:
  words: str(required=False)
  rule: str(required=False)
product:
  what: str()
  by: enum('document', 'officer')
quoted:
  section: str()
  quote: str()
update:
  task: str()
  period: regex('^[12][0-9]{3}(-[01][0-9])?$', required=False)
  status: enum('done', 'in-progress', 'not-started', 'none')
  date: day(required=False)
  result: str(required=False)
  evidence: list(include('evidence'), min=1, required=False)
evidence:
  type: enum('document', 'link', 'system')
  number: str(required=False)
  date: day(required=False)
"""


def json_schema(root: Path) -> dict[str, Any]:
    """Our own schemas of a plan and of a report in one; the ids that references may name are left out."""
    made: dict[str, Any] = {}
    for name in ("plan", "progress"):
        asked = [*PARPLAN, "schema", name, "--root", str(root)]
        text = subprocess.run(asked, capture_output=True, check=True).stdout.decode()
        made[name] = json.loads(text.replace('"#/$defs/', f'"#/$defs/{name}/$defs/'))
        for known in made[name]["$defs"].values():
            known.pop("enum", None)
    tells_plans, plan, progress = {"required": ["tasks"]}, {"$ref": "#/$defs/plan"}, {"$ref": "#/$defs/progress"}
    draft = made["plan"]["$schema"]
    return {"$schema": draft, "if": tells_plans, "then": plan, "else": progress, "$defs": made}


def commands(folder: Path, tasks: int, peers: str | None) -> dict[str, list[str]]:
    """Every validator that is there, on one workspace."""
    root = unit_workspace(folder / "workspace", tasks)
    (folder / "schema.yaml").write_text(YAMALE, encoding="utf-8")
    (folder / "schema.json").write_text(json.dumps(json_schema(root), ensure_ascii=False), encoding="utf-8")
    files = [str(path) for path in sorted((root / "data").rglob("*.yaml")) if _is_read_by_peers(path)]
    size = sum(Path(file).stat().st_size for file in files) / 1e6
    print(f"{tasks:,} tasks, {len(files)} files for the peers, {size:.1f} MB")
    made = {"parplan": [*PARPLAN, "validate", "--root", str(root)]}
    _write_journals(folder, tasks)
    arguments = {
        "yamale": ["--cpu-num", "1", "--schema", str(folder / "schema.yaml"), *files],
        "check-jsonschema": ["--schemafile", str(folder / "schema.json"), *files],
        "yamllint": ["-d", "{extends: relaxed, rules: {line-length: disable}}", *files],
        "bean-check": ["--no-cache", str(folder / "journal.beancount")],
        "hledger": ["check", "--strict", "-f", str(folder / "journal.hledger")],
    }
    for name, words in arguments.items():
        program = shutil.which(name, path=peers) or shutil.which(name)
        if program is None:
            print(f"{name} is not installed: passed over")
        else:
            made[name] = [program, *words]
    return made


def _write_journals(folder: Path, tasks: int) -> None:
    """As many records for those who keep accounts: an account for each task, and its updates as transactions."""
    accounts = [f"Assets:T{number}" for number in range(tasks)]
    said = "Đã thẩm định đúng thời hạn các dự thảo được gửi đến"
    opened = [f"2022-01-01 open {account}" for account in ["Income:Units", *accounts]]
    paid = [f'2022-{m:02}-12 * "{said}"\n  {a}  1 VND\n  Income:Units\n' for m in (9, 10, 11) for a in accounts]
    (folder / "journal.beancount").write_text("\n".join([*opened, *paid]), encoding="utf-8")
    known = [f"account {account}" for account in ["Income:Units", *accounts]]
    moved = [f"2022-{m:02}-12 * {said}\n  {a}  1 VND\n  Income:Units\n" for m in (9, 10, 11) for a in accounts]
    (folder / "journal.hledger").write_text("\n".join(["commodity 1. VND", *known, *moved]), encoding="utf-8")


def _is_read_by_peers(path: Path) -> bool:
    return path.name.startswith("plan-") or "progress" in path.parts


def main() -> None:
    """Print a line for each validator."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", help="the folder that holds the peers' programs; else PATH is searched")
    asked = parser.parse_args()
    compile_sources()
    with tempfile.TemporaryDirectory() as name:
        every = commands(Path(name), asked.tasks, asked.peers)
        made = in_turn({"bare": BARE, **every}, asked.rounds)
    bare, own = made.pop("bare"), made["parplan"]
    for title, runs in made.items():
        print(
            f"{title:20} {processor(runs):7.2f} s  {megabytes(runs):5.0f} MB  {ratio(runs, own):5.1f} x parplan"
            f"  {ratio(runs, bare):6.1f} x bare python"
        )
        if any(one.code for one in runs):
            print(f"{title} found something wrong: its figures say nothing")


if __name__ == "__main__":
    main()
