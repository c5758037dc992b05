"""A mutation run: break the rooms that decide one line at a time, and see which breaks no test notices.

Must not write anything but its result, build/mutants.json. Needs Linux: every mutant lives in a fork of a process
in which all tests are loaded already, so that a run of thousands takes minutes. docs/mutation.md has the last figures.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, Final

import docx  # noqa: F401 - what the tests import is loaded once, before any fork
import hypothesis
import jinja2  # noqa: F401
import openpyxl  # noqa: F401
import pydantic  # noqa: F401
import pytest
import rich.console  # noqa: F401
import ruamel.yaml  # noqa: F401
import typer.testing  # noqa: F401

from mutations import Mutant, mutants_of

REPOSITORY: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = REPOSITORY / "src" / "parplan"
ROOMS: Final = ("calendar", "editing", "facts", "checks")
BESIDE: Final = ("tests/test_errors.py", "tests/test_docs_assignments.py")
"""Of the tests outside the rooms those that say what each check finds, and what each table of the officer's says."""

RESULT: Final = REPOSITORY / "build" / "mutants.json"
LISTED: Final = REPOSITORY / "docs" / "mutation.md"
KILLED, SURVIVED, TIMEOUT, UNTESTED = "killed", "survived", "timeout", "untested"
AT_IMPORT: Final = ""
"""The test that stands for the loading of all tests."""

SLOW: Final = 1.0
OF_OTHERS: Final = 150
"""So many tests of other rooms, spread evenly: a line is to be held by tests near it."""

Trace = Callable[[FrameType, str, object], Any]


class Tests:
    """Which test runs which line, and how long it takes."""

    def __init__(self, rooms: Sequence[str]) -> None:
        self.selection = (*(f"tests/{room}" for room in rooms), *BESIDE)
        self.seconds: dict[str, float] = {}
        self._traced = tuple(str(PACKAGE / room) + os.sep for room in rooms)
        self.lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._current = AT_IMPORT

    def trace(self, frame: FrameType, event: str, arg: object) -> Trace | None:  # noqa: ARG002 - as sys.settrace asks
        """Note lines of our rooms; other code runs untraced."""
        if not frame.f_code.co_filename.startswith(self._traced):
            return None
        self.lines[frame.f_code.co_filename][frame.f_lineno].add(self._current)
        return self.trace

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        sys.settrace(self.trace)
        yield
        sys.settrace(None)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._current, start = item.nodeid, time.process_time()
        sys.settrace(self.trace)
        yield
        sys.settrace(None)
        self.seconds[item.nodeid] = time.process_time() - start

    def at(self, mutant: Mutant) -> set[str]:
        """All that runs a mutant's line."""
        return self.lines[str(mutant.path)][mutant.place.line]

    def of(self, mutant: Mutant) -> set[str]:
        """The tests that run a mutant's line; of what runs while a module is loaded, those that run anything in it."""
        lines = self.lines[str(mutant.path)]
        at = lines[mutant.place.line] - {AT_IMPORT}
        if mutant.place.function is None or not at and lines[mutant.place.line]:
            return {test for tests in lines.values() for test in tests} - {AT_IMPORT}
        return at


def is_of_import(mutant: Mutant, tests: Tests) -> bool:
    """Whether a mutant's code runs only while its module is loaded, so that the module must be loaded anew."""
    at = tests.lines[str(mutant.path)][mutant.place.line]
    return mutant.place.function is None or at == {AT_IMPORT}


class Forks:
    """The plugin of a run in which nothing is run here: each mutant gets a fork with the loaded tests."""

    def __init__(self, todo: Sequence[Mutant], tests: Tests, verdicts: Verdicts) -> None:
        self.todo, self.tests, self.verdicts = todo, tests, verdicts

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of pytest's own."""
        items = {item.nodeid: item for item in session.items}
        for mutant in self.todo:
            chosen = [items[test] for test in in_order(self.tests, mutant)]
            self.verdicts.fork(mutant, lambda m=mutant, c=chosen: run_here(session, self.tests, m, c))
        self.verdicts.wait()
        return True


class Chosen:
    """The plugin that leaves the chosen tests, in their order."""

    def __init__(self, order: Sequence[str], tests: Tests) -> None:
        self.order, self.tests = {test: index for index, test in enumerate(order)}, tests

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        allow(self.tests.seconds[item.nodeid])

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.order), key=lambda item: self.order[item.nodeid])


def in_order(tests: Tests, mutant: Mutant) -> list[str]:
    """The likeliest killers first: the test file of the module's name, its room's, some of the others, the slow."""
    own, room = own_test(mutant), f"tests/{mutant.path.relative_to(PACKAGE).parts[0]}/"
    every = sorted(tests.of(mutant), key=lambda test: (tests.seconds[test], test))
    quick = [test for test in every if tests.seconds[test] <= SLOW]
    named = [test for test in quick if f"{own}::" in test]
    near = [test for test in quick if room in test and test not in named]
    far = [test for test in quick if room not in test]
    slow = [test for test in every if tests.seconds[test] > SLOW and room in test]
    return [*named, *near, *far[:: len(far) // OF_OTHERS + 1], *slow]


def own_test(mutant: Mutant) -> str:
    """The name of the test file that belongs to the mutant's module."""
    return f"test_{'_'.join(mutant.path.relative_to(PACKAGE).with_suffix('').parts)}.py"


def run_here(session: pytest.Session, tests: Tests, mutant: Mutant, items: Sequence[pytest.Item]) -> int:
    """In a fork: put the mutant's code into the function that is loaded, forget what is remembered, run."""
    code = code_of(mutant)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and _is_same(thing.__code__, code):
            thing.__code__ = code
        elif isinstance(thing, functools._lru_cache_wrapper):
            thing.cache_clear()
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        allow(tests.seconds[item.nodeid])
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def allow(seconds: float) -> None:
    """End this process when the next test takes many times as long as it did: a mutant may loop for ever."""
    signal.setitimer(signal.ITIMER_PROF, 2 + 4 * seconds)


def _is_same(one: CodeType, other: CodeType) -> bool:
    return (one.co_filename, one.co_qualname, one.co_firstlineno) == (
        other.co_filename,
        other.co_qualname,
        other.co_firstlineno,
    )


def code_of(mutant: Mutant) -> CodeType:
    """The code of the mutant's function, found in the compiled module."""
    waiting = [compile(mutant.made(), str(mutant.path), "exec", dont_inherit=True)]
    for code in waiting:
        if code.co_qualname == mutant.place.function and code.co_firstlineno <= mutant.place.line:
            last = max((line for _, _, line in code.co_lines() if line), default=0)
            if mutant.place.line <= max(last, *(_last_line(inner) for inner in (*_inner(code), code))):
                return code
        waiting.extend(_inner(code))
    raise LookupError(mutant.name)


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _last_line(code: CodeType) -> int:
    own = max((line for _, _, line in code.co_lines() if line), default=0)
    return max([own, *(_last_line(inner) for inner in _inner(code))])


def run_anew(tests: Tests, mutant: Mutant, order: Sequence[str]) -> int:
    """In a fork that has loaded nothing of ours: load the mutant instead of its module, and run."""
    module = ".".join(mutant.path.relative_to(PACKAGE.parent).with_suffix("").parts)
    code, real = compile(mutant.made(), str(mutant.path), "exec", dont_inherit=True), SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        return code if name.removesuffix(".__init__") == module else real(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    files = list(dict.fromkeys(test.split("::")[0] for test in order))
    own = [file for file in files if Path(file).name == own_test(mutant)]
    chosen = Chosen(order, tests)
    return (run_pytest(chosen, own, "-x") if own else 0) or run_pytest(chosen, files, "-x")


class Verdicts:
    """Forks, so many at once, and what became of them."""

    def __init__(self, jobs: int, total: int) -> None:
        self.jobs, self.total = jobs, total
        self.of: dict[str, str] = {}
        self._running: dict[int, tuple[Mutant, str]] = {}

    def fork(self, mutant: Mutant, run: Callable[[], int]) -> None:
        """Run in a fork; wait first where enough are running."""
        while len(self._running) >= self.jobs:
            self._reap()
        scratch = tempfile.mkdtemp(prefix="mutant-")
        if pid := os.fork():
            self._running[pid] = (mutant, scratch)
            return
        code = 1
        try:
            _confine(scratch)
            code = run()
        finally:
            os._exit(code)

    def wait(self) -> None:
        """Until all that are running have ended."""
        while self._running:
            self._reap()

    def _reap(self) -> None:
        pid, status = os.wait()
        mutant, scratch = self._running.pop(pid)
        shutil.rmtree(scratch, ignore_errors=True)
        if os.WIFSIGNALED(status):
            verdict = TIMEOUT
        else:
            verdict = SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED
        self.of[mutant.name] = verdict
        if os.environ.get("DEV_TRACE"):
            print(f"{len(self.of)}/{self.total} {time.monotonic():.0f} {verdict} {mutant.name}", file=sys.__stderr__, flush=True)


def _confine(scratch: str) -> None:
    """A mutant may fill the memory, or wait for ever; its files go where no other's are."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    signal.alarm(300)
    allow(20)
    os.environ["PYTEST_DEBUG_TEMPROOT"] = scratch
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def run_pytest(plugin: object, files: Sequence[str], *options: str) -> int:
    """In this process, without anything that remembers a run."""
    quiet = ("-q", "-q", "--capture=sys", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=no", "--disable-warnings")
    return int(pytest.main([*quiet, *options, *files], plugins=[plugin]))


def traced(rooms: Sequence[str]) -> Tests:
    """Run all tests once, in a fork: what they remember must not be known to the mutants."""
    if os.environ.get("DEV_TRACE"):
        tests = Tests(rooms)
        tests.seconds, lines = json.load(open("/tmp/T.json"))
        for file, known in lines.items():
            tests.lines[file].update((int(line), set(of)) for line, of in known.items())
        return tests
    tests, result = Tests(rooms), Path(tempfile.mkstemp(prefix="mutate-")[1])
    if not (pid := os.fork()):
        code = run_pytest(tests, tests.selection)
        lines = {file: {line: sorted(of) for line, of in known.items()} for file, known in tests.lines.items()}
        result.write_text(json.dumps([tests.seconds, lines]), encoding="utf-8")
        os._exit(code)
    if os.waitpid(pid, 0)[1]:
        sys.exit("a test fails before anything is broken")
    tests.seconds, lines = json.loads(result.read_text(encoding="utf-8"))
    for file, known in lines.items():
        tests.lines[file].update((int(line), set(of)) for line, of in known.items())
    result.unlink()
    return tests


def run(todo: Sequence[Mutant], rooms: Sequence[str], jobs: int) -> dict[str, str]:
    """What becomes of each mutant."""
    tests, verdicts = traced(rooms), Verdicts(jobs, len(todo))
    verdicts.of.update((mutant.name, UNTESTED) for mutant in todo if not tests.of(mutant))
    left = [mutant for mutant in todo if mutant.name not in verdicts.of]
    within = [mutant for mutant in left if not is_of_import(mutant, tests)]
    if within:
        result = Path(tempfile.mkstemp(prefix="mutate-")[1])
        if not (pid := os.fork()):
            run_pytest(Forks(within, tests, verdicts), tests.selection)
            result.write_text(json.dumps(verdicts.of), encoding="utf-8")
            os._exit(0)
        os.waitpid(pid, 0)
        verdicts.of.update(json.loads(result.read_text(encoding="utf-8")))
        result.unlink()
    for mutant in left:
        survived = verdicts.of.get(mutant.name, SURVIVED) == SURVIVED
        if survived and (mutant.place.function is None or AT_IMPORT in tests.at(mutant)):
            order = in_order(tests, mutant)
            verdicts.fork(mutant, lambda m=mutant, o=order: run_anew(tests, m, o))
    verdicts.wait()
    return {mutant.name: verdicts.of[mutant.name] for mutant in todo}


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
    return set(re.findall(r"^- `(.+)`$", LISTED.read_text(encoding="utf-8"), re.MULTILINE)) if LISTED.exists() else set()


def main() -> int:
    """Run, write the result, tell the survivors that nobody has explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as 'calendar/*'; all of the rooms without")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=0, help="so many mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="only those that the last run did not kill")
    options = parser.parse_args()
    os.chdir(REPOSITORY)
    sys.path[:0] = [str(REPOSITORY / "tests")]
    hypothesis.settings.register_profile(
        "mutate", derandomize=True, database=None, phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate]
    )
    hypothesis.settings.load_profile("mutate")
    rooms = tuple(dict.fromkeys(pattern.split("/")[0] for pattern in options.modules)) or ROOMS
    todo = wanted(rooms, options.modules, options.sample, options.seed)
    known: dict[str, str] = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    if options.again:
        todo = [mutant for mutant in todo if known.get(mutant.name) not in (KILLED, TIMEOUT)]
    start = time.monotonic()
    verdicts = run(todo, rooms, options.jobs)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(known | verdicts, ensure_ascii=False, indent=0), encoding="utf-8")
    alive = [name for name, verdict in verdicts.items() if verdict in (SURVIVED, UNTESTED)]
    print(*table(verdicts), f"{time.monotonic() - start:.0f} s", sep="\n")
    news = [name for name in alive if name not in explained()]
    print(*(f"{verdicts[name]}: {name}" for name in news), sep="\n")
    return 1 if news else 0


if __name__ == "__main__":
    sys.exit(main())
