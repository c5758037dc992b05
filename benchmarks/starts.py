"""What a start takes, as processor time beside a bare `python -c pass`: with the bars, and what stands in the way.

Must not look at the clock on the wall: where others work on the machine, processor time alone can be compared.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from timing import BARE, KINDS, NO_PLUGINS, compile_sources, run

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
        # a first round, which fills the caches, is thrown away
        made = [[run(row.command, around | row.around).processor for row in rows] for _ in range(rounds + 1)][1:]
    for position, row in enumerate(rows):
        times = statistics.median(each[position] / each[0] for each in made)
        least = min(each[position] for each in made) * 1000
        bar = f"  bar {row.bar:4.0f}  {'met' if times <= row.bar else 'not met'}" if row.bar else ""
        print(f"{row.title:60} {least:6.0f} ms {times:6.1f} x bare python{bar}")


if __name__ == "__main__":
    main()
