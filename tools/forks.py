"""How a mutant is judged: in a fork of a process that has loaded all tests, so that thousands take minutes.

Must not choose mutants, or count what became of them. Needs Linux.
"""

from __future__ import annotations

import ast
import functools
import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
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

from mutations import Mutant

PACKAGE: Final = Path(__file__).resolve().parents[1] / "src" / "parplan"
BESIDE: Final = ("tests/test_errors.py", "tests/test_docs_assignments.py")
"""Of the tests outside the rooms those that hold what each check finds, and each table of docs/assignments.md."""

KILLED, SURVIVED, TIMEOUT, UNTESTED = "killed", "survived", "timeout", "untested"
BROKEN: Final = 70
"""The exit of a fork that failed by itself: its mutant is neither killed nor alive."""

AT_IMPORT: Final = ""
"""The test that stands for the loading of all tests."""

SLOW: Final = 1.0
OF_ROOM, OF_OTHERS = 300, 60
"""So many other tests of the module's room and of other rooms, spread evenly: a line is to be held near it."""

REACH: Final = 20
"""A statement of more lines is not looked for."""

Trace = Callable[[FrameType, str, object], Any]


class Lines:
    """Which test runs which line, and how long it takes."""

    def __init__(self, rooms: Sequence[str], selection: Sequence[str] = (), *, quick: bool = False) -> None:
        self.selection = selection or (*(f"tests/{room}" for room in rooms), *BESIDE)
        self.quick = quick
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
        lines, place = self.lines[str(mutant.path)], mutant.place
        # of an "elif" that is written over several lines, only those of its condition are run
        line = place.node.test.lineno if isinstance(place.node, ast.If | ast.While) else place.line
        # a line within a statement is told of as the one it began on
        return next((lines[n] for n in range(line, max(line - REACH, 0), -1) if lines[n]), set())

    def of(self, mutant: Mutant) -> set[str]:
        """The tests that run a mutant's line; of what runs only while its module is loaded, all that run that."""
        if is_of_import(mutant, self):
            every = self.lines[str(mutant.path)].values()
            own, room = f"{own_test(mutant)}::", f"tests/{mutant.path.relative_to(PACKAGE).parts[0]}/"
            within = {test for tests in every for test in tests} - {AT_IMPORT}
            # a constant is read by tests that run no line of its module: where nothing else is there, by any
            near = own if within else room
            return within | {test for test in self.seconds if near in test}
        return self.at(mutant) - {AT_IMPORT}


def is_of_import(mutant: Mutant, tests: Lines) -> bool:
    """Whether a mutant's code runs only while its module is loaded, so that the module must be loaded anew."""
    return mutant.place.function is None or tests.at(mutant) == {AT_IMPORT}


def in_order(tests: Lines, mutant: Mutant) -> list[str]:
    """The likeliest killers first: the test file of the module's name, its room's, some others, the slow."""
    own, room = own_test(mutant), f"tests/{mutant.path.relative_to(PACKAGE).parts[0]}/"
    every = sorted(tests.of(mutant), key=lambda test: (tests.seconds[test], test))
    quick = [test for test in every if tests.seconds[test] <= SLOW]
    named = [test for test in quick if f"{own}::" in test]
    near = [test for test in quick if room in test and test not in named]
    far = [test for test in quick if room not in test]
    slow = [test for test in every if tests.seconds[test] > SLOW and room in test] if not tests.quick else []
    # what runs while a module is loaded, such as one word of a grammar, may be held by one case of many
    beside = near if is_of_import(mutant, tests) else _spread(near, OF_ROOM)
    return [*named, *beside, *_spread(far, OF_OTHERS), *slow]


def _spread(tests: Sequence[str], most: int) -> Sequence[str]:
    return tests[:: len(tests) // most + 1]


def own_test(mutant: Mutant) -> str:
    """The name of the test file that belongs to the mutant's module."""
    return f"test_{'_'.join(mutant.path.relative_to(PACKAGE).with_suffix('').parts)}.py"


class Chosen:
    """The plugin that leaves the chosen tests, in their order."""

    def __init__(self, order: Sequence[str], tests: Lines) -> None:
        self.order, self.tests = {test: index for index, test in enumerate(order)}, tests

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        allow(self.tests.seconds[item.nodeid])

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.order), key=lambda item: self.order[item.nodeid])


class Forks:
    """The plugin of a run in which nothing is run here: each mutant gets a fork with the loaded tests."""

    def __init__(self, todo: Sequence[Mutant], tests: Lines, verdicts: Verdicts) -> None:
        self.todo, self.tests, self.verdicts = todo, tests, verdicts

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of pytest's own."""
        self.items = {item.nodeid: item for item in session.items}
        things = gc.get_objects()
        self.caches = [thing for thing in things if isinstance(thing, functools._lru_cache_wrapper)]
        self.functions = [
            thing
            for thing in things
            if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(str(PACKAGE))
        ]
        gc.freeze()  # a fork that looks at all objects copies all of them
        for mutant in self.todo:
            self.verdicts.fork(mutant, partial(self._run_here, session, mutant))
        self.verdicts.wait()
        return True

    def _run_here(self, session: pytest.Session, mutant: Mutant) -> int:
        """In a fork: put the mutant's code into the function that is loaded, forget what is remembered, run."""
        code = code_of(mutant)
        for function in self.functions:
            if _is_same(function.__code__, code):
                function.__code__ = code
        for cache in self.caches:
            cache.cache_clear()
        order = [self.items[test] for test in in_order(self.tests, mutant)]
        for item, following in zip(order, [*order[1:], None], strict=True):
            allow(self.tests.seconds[item.nodeid])
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return 1
        return 0


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


def run_anew(tests: Lines, mutant: Mutant, order: Sequence[str]) -> int:
    """In a fork that has loaded nothing of ours: load the mutant instead of its module, and run."""
    module = ".".join(mutant.path.relative_to(PACKAGE.parent).with_suffix("").parts)
    code, real = compile(mutant.made(), str(mutant.path), "exec", dont_inherit=True), SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        return code if name.removesuffix(".__init__") == module else real(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]
    files = list(dict.fromkeys(test.split("::")[0] for test in order))
    own = [file for file in files if Path(file).name == own_test(mutant)]
    chosen = Chosen(order, tests)
    return (run_pytest(chosen, own, "-x") if own else 0) or run_pytest(chosen, files, "-x")


def allow(seconds: float) -> None:
    """End this process when the next test takes many times as long as it did: a mutant may loop for ever."""
    signal.setitimer(signal.ITIMER_PROF, 2 + 4 * seconds)


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
        code = BROKEN
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
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN:
            raise RuntimeError(f"not judged: {mutant.name}")
        ended = SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED
        verdict = TIMEOUT if os.WIFSIGNALED(status) else ended
        self.of[mutant.name] = verdict
        if verdict == SURVIVED or len(self.of) % 100 == 0:
            print(f"{len(self.of)}/{self.total} {verdict} {mutant.name}", file=sys.__stderr__, flush=True)


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
    quiet = ("-qq", "--capture=sys", "-pno:cacheprovider", "-pno:xdist", "--tb=no", "--disable-warnings")
    return int(pytest.main([*quiet, *options, *files], plugins=[plugin]))


def make_repeatable() -> None:
    """The same random cases for every mutant, none made small that fails, and none that fails for being slow."""
    hypothesis.settings.register_profile(
        "mutate",
        derandomize=True,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )
    hypothesis.settings.load_profile("mutate")


def traced(tests: Lines) -> Lines:
    """Run all tests once, in a fork: what they remember must not be known to the mutants."""
    result = Path(tempfile.mkstemp(prefix="mutate-")[1])
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


def run(todo: Sequence[Mutant], tests: Lines, jobs: int) -> dict[str, str]:
    """What becomes of each mutant."""
    verdicts = Verdicts(jobs, len(todo))
    verdicts.of.update((mutant.name, UNTESTED) for mutant in todo if not tests.of(mutant))
    left = [mutant for mutant in todo if mutant.name not in verdicts.of]
    within = [mutant for mutant in left if not is_of_import(mutant, tests)]
    if within:
        result = Path(tempfile.mkstemp(prefix="mutate-")[1])
        if not (pid := os.fork()):
            run_pytest(Forks(within, tests, verdicts), tests.selection)
            result.write_text(json.dumps(verdicts.of), encoding="utf-8")
            os._exit(0)
        if os.waitpid(pid, 0)[1]:
            sys.exit("the run broke off")
        verdicts.of.update(json.loads(result.read_text(encoding="utf-8")))
        result.unlink()
    for mutant in left:
        survived = verdicts.of.get(mutant.name, SURVIVED) == SURVIVED
        if survived and (mutant.place.function is None or AT_IMPORT in tests.at(mutant)):
            order = in_order(tests, mutant)
            verdicts.fork(mutant, partial(run_anew, tests, mutant, order))
    verdicts.wait()
    return {mutant.name: verdicts.of[mutant.name] for mutant in todo}
