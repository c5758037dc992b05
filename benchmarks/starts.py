"""What a start takes, as processor time beside a bare `python -c pass`: with the bars, and what stands in the way.

Must not look at the clock on the wall: where others work on the machine, processor time alone can be compared.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from timing import BARE, KINDS, NO_PLUGINS, Run, by_rounds, compile_sources, ratio, run

PARPLAN: Final = [sys.executable, "-m", "parplan"]
OFF: Final = {"PARPLAN_NO_CACHE": "1"}
RICH: Final = ("rich.console", "rich.padding")
PYDANTIC: Final = ("pydantic.main", "pydantic.fields", "pydantic.plugin._loader")
"""What a single class of one field imports, though it need no plug-ins."""

MODELS: Final = f"""
from parplan.model.workspace import LAYOUT
for kind in LAYOUT:
    if kind.name in {KINDS}:
        kind.model.model_rebuild()
"""
FIRST_RUN: Final = 14


RECORD: Final = ("record", "III.1.4", "--agency", "so-tu-phap", "--status", "xong", "--date", "12/9")
FOLDER: Final = "FOLDER"
"""In a command: a folder that is gone afterwards."""


class Row(NamedTuple):
    """A command; ``bar`` is how many times as long as a bare start it may take."""

    title: str
    command: list[str]
    bar: float | None = None
    around: dict[str, str] = {}  # noqa: RUF012 - never changed


def _own(title: str, *argv: str, bar: float | None = None) -> Row:
    return Row(title, [*PARPLAN, *argv], bar, OFF if "first run" in title else {})


def _floor(title: str, *modules: str, bar: float | None = None, then: str = "") -> Row:
    """What is imported before a line of ours does anything; ``then`` as much of ours as must come after it."""
    code = f"import gc\ngc.disable()\nimport {', '.join(modules)}{then}"
    return Row(title, [sys.executable, "-c", code], bar, NO_PLUGINS)


ROWS: Final = (
    _own("--version", "--version"),
    _own("status --help", "status", "--help", bar=8),
    _own("status, first run", "status", bar=FIRST_RUN),
    _own("status --as-of, first run", "status", "--as-of", "2022-09-25"),
    _own("validate, first run", "validate"),
    _own("compare, first run", "compare"),
    _own("report, shipped plan", "report", "--month", "9", "--output", f"{FOLDER}/report.docx"),
    _own("record", *RECORD, "--as-of", "2022-09-16", "--dry-run"),
    _own("status, nothing changed", "status", bar=6),
    _own("show III.1.4, nothing changed", "show", "III.1.4", bar=6),
    _own("validate, nothing changed", "validate"),
    _own("completion, nothing changed", "complete", "3", "status", "--agency", "", bar=6),
    _floor("library: typer", "typer"),
    _floor("library: ruamel.yaml", "ruamel.yaml"),
    _floor("library: rich, as far as it is used", *RICH),
    _floor("library: pydantic, as far as it is used", *PYDANTIC),
    _floor("floor of a first run: all its libraries", *PYDANTIC, "ruamel.yaml", *RICH, bar=FIRST_RUN),
    _floor(
        "the same, with the models' classes and five cores",
        *PYDANTIC,
        "ruamel.yaml",
        *RICH,
        bar=FIRST_RUN,
        then=MODELS,
    ),
    _floor("all libraries, where there is something to parse", *PYDANTIC, "ruamel.yaml", *RICH, "typer"),
)


def _run(row: Row, around: dict[str, str], folder: str) -> Run:
    return run([word.replace(FOLDER, folder) for word in row.command], around | row.around)


def main() -> None:
    """Print a line for each row: its least processor time, and the median of its ratios to the bare start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each command is run, in turn")
    rounds = parser.parse_args().rounds
    compile_sources()
    with tempfile.TemporaryDirectory() as folder:
        around = {name: value for name, value in os.environ.items() if name not in ("CI", *OFF)}
        around |= {"XDG_CACHE_HOME": folder, "LOCALAPPDATA": str(Path(folder)), "HOME": folder}
        rows = [Row("python -c pass", BARE), *ROWS]
        made = by_rounds(rows, rounds + 1, lambda row: _run(row, around, folder))
    bare, *_ = made = [every[1:] for every in made]  # the first round fills the caches
    for row, every in zip(rows, made, strict=True):
        times = ratio(every, bare)
        least = min(one.processor for one in every) * 1000
        bar = f"  bar {row.bar:4.0f}  {'met' if times <= row.bar else 'not met'}" if row.bar else ""
        print(f"{row.title:60} {least:6.0f} ms {times:6.1f} x bare python{bar}")


if __name__ == "__main__":
    main()
