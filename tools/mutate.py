"""A mutation run: break the rooms that decide one line at a time, and see which breaks no test notices.

Must not write anything but its result, build/mutants.json. docs/mutation.md has the figures, and what survives.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from forks import KILLED, PACKAGE, SURVIVED, TIMEOUT, UNTESTED, Lines, make_repeatable, run, traced
from mutations import Mutant, mutants_of

REPOSITORY: Final = Path(__file__).resolve().parents[1]
ROOMS: Final = ("calendar", "editing", "facts", "checks")
RESULT: Final = REPOSITORY / "build" / "mutants.json"
LISTED: Final = REPOSITORY / "docs" / "mutation.md"


def table(verdicts: dict[str, str]) -> Iterator[str]:
    """The figures of docs/mutation.md."""
    yield "| room | mutants | killed | of these by time | survived | untested | killed, % |"
    yield "|---|---|---|---|---|---|---|"
    for room in (*dict.fromkeys(name.split("/")[0] for name in verdicts), ""):
        of = Counter(verdict for name, verdict in verdicts.items() if name.startswith(room))
        if of:
            dead = of[KILLED] + of[TIMEOUT]
            figures = (of.total(), dead, of[TIMEOUT], of[SURVIVED], of[UNTESTED], f"{100 * dead / of.total():.1f}")
            yield f"| {room or 'all'} | {' | '.join(map(str, figures))} |"


def wanted(rooms: Sequence[str], patterns: Sequence[str], sample: int, seed: int) -> list[Mutant]:
    """The mutants of the modules that are named; of each module so many, drawn with a seed."""
    chosen = []
    for path in sorted(path for room in rooms for path in (PACKAGE / room).rglob("*.py")):
        if any(fnmatch(path.relative_to(PACKAGE).as_posix(), pattern) for pattern in patterns or "*"):
            mutants = mutants_of(path, PACKAGE)
            drawn = random.Random(f"{seed} {path.name}").sample(range(len(mutants)), min(sample, len(mutants)))
            chosen += [mutants[index] for index in sorted(drawn)] if sample else mutants
    return chosen


def explained() -> set[str]:
    """The names of survivors that docs/mutation.md gives a reason for."""
    return (
        set(re.findall(r"^- `(.+)`$", LISTED.read_text(encoding="utf-8"), re.MULTILINE))
        if LISTED.exists()
        else set()
    )


def main() -> int:
    """Run, write the result, tell the survivors that nobody has explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as 'calendar/*'; all of the rooms without")
    parser.add_argument("--tests", nargs="*", default=(), help="instead of all tests of the rooms")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=0, help="so many mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="without the tests that take more than a second")
    parser.add_argument("--again", action="store_true", help="only those that the last run did not kill")
    options = parser.parse_args()
    os.chdir(REPOSITORY)
    sys.path[:0] = [str(REPOSITORY / "tests")]
    make_repeatable()
    rooms = tuple(dict.fromkeys(pattern.split("/")[0] for pattern in options.modules)) or ROOMS
    todo = wanted(rooms, options.modules, options.sample, options.seed)
    known: dict[str, str] = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    if options.again:
        todo = [mutant for mutant in todo if known.get(mutant.name) not in (KILLED, TIMEOUT)]
    start = time.monotonic()
    verdicts = run(todo, traced(Lines(rooms, options.tests, quick=options.quick)), options.jobs)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(known | verdicts, ensure_ascii=False, indent=0), encoding="utf-8")
    alive = [name for name, verdict in verdicts.items() if verdict in (SURVIVED, UNTESTED)]
    print(*table(verdicts), f"{time.monotonic() - start:.0f} s", sep="\n")
    news = [name for name in alive if name not in explained()]
    print(*(f"{verdicts[name]}: {name}" for name in news), sep="\n")
    return 1 if news else 0


if __name__ == "__main__":
    sys.exit(main())
