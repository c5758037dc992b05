"""Counts what a command takes from a cold start, each in a process of its own: modules, libraries, calls of ours.

Must not time anything: counts are the same on every machine. A comprehension is a call in Python 3.11 and none
later, so that nothing without a name of its own is counted; neither is what a library calls inside itself.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

LIBRARIES = frozenset(
    (
        *("docx", "filelock", "jinja2", "lxml", "markdown_it", "pydantic"),
        *("python_calamine", "rich", "ruamel", "typer", "xlsxwriter"),
    )
)

OURS = f"{os.sep}parplan{os.sep}"


def counted(argv: list[str]) -> dict[str, Any]:
    """What a run came to. Nothing of ours may have been imported before."""
    calls = 0

    def note(frame: Any, event: str, _: object) -> None:
        nonlocal calls
        if event == "call":
            code = frame.f_code
            calls += OURS in code.co_filename and code.co_name[0] != "<"

    before = set(sys.modules)
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.setprofile(note)
    from parplan.cli import run

    run(argv)
    sys.setprofile(None)
    came = set(sys.modules) - before
    return {
        "modules": sum(name.partition(".")[0] == "parplan" for name in came),
        "libraries": sorted({name.partition(".")[0] for name in came} & LIBRARIES),
        "calls": calls,
    }


def main() -> None:
    """Count each command line of standard input, all at once; print what each came to, in their order."""
    waiting = []
    for argv in json.load(sys.stdin):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.write(writing, json.dumps(counted(argv)).encode())
            os._exit(0)
        os.close(writing)
        waiting.append(reading)
    answers = [json.loads(open(reading, "rb").read()) for reading in waiting]  # noqa: PTH123, SIM115
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
