"""Where the first `parplan status` of a day spends its time: part by part, as processor time in one process.

Must not be added up to a whole run without Python's own start; a part includes what earlier ones had not imported.
"""

from __future__ import annotations

import gc
import io
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from time import thread_time

from timing import KINDS, NO_PLUGINS, ROOT, compile_sources

ROUNDS = 9


def parts() -> Iterator[tuple[str, Callable[[], object]]]:
    """Each part of a run, in the order in which they come; libraries alone are what we cannot go below."""
    yield "library: ruamel.yaml", lambda: import_module("ruamel.yaml")
    yield "library: pydantic", lambda: [import_module(f"pydantic.{name}") for name in ("main", "fields")]
    yield "library: pydantic's look for plugins", lambda: import_module("pydantic.plugin._loader")
    yield "library: rich", lambda: [import_module(f"rich.{name}") for name in ("console", "padding")]
    yield "frame, catalogue's module", lambda: import_module("parplan.words")
    yield "models: classes", lambda: import_module("parplan.model.workspace")
    yield "reading and checks: modules", lambda: import_module("parplan.reading.load")
    yield "facts, views, command: modules", lambda: import_module("parplan.commands.status")
    yield "models: cores of five kinds of file", _cores
    yield "reading and checking ten files", lambda: import_module("parplan.reading.load").load(ROOT)
    yield "the same again, with facts, words and drawing", _status


def _cores() -> None:
    layout = import_module("parplan.model.workspace").LAYOUT
    for kind in layout:
        if kind.name in KINDS:
            kind.model.model_rebuild(force=True)


def _status() -> None:
    with redirect_stdout(io.StringIO()):
        import_module("parplan.commands.status").status(root=Path(ROOT))


def measure() -> None:
    """Print the milliseconds of each part, in a process that has imported nothing yet."""
    gc.disable()
    for _, act in parts():
        start = thread_time()
        act()
        print((thread_time() - start) * 1000)


def main() -> None:
    """Print each part's median of some processes."""
    compile_sources()
    environment = os.environ | NO_PLUGINS | {"PARPLAN_NO_CACHE": "1"}
    ran = [
        subprocess.run([sys.executable, __file__, "once"], capture_output=True, check=True, env=environment)
        for _ in range(ROUNDS)
    ]
    for position, (name, _) in enumerate(parts()):
        middle = statistics.median(float(one.stdout.split()[position]) for one in ran)
        print(f"{name:48} {middle:6.1f} ms")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["once"] else main()
