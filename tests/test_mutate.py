"""Tests of tools/mutations.py, forks.py and mutate.py: what ``make mutate`` breaks, and how it counts."""

from __future__ import annotations

from pathlib import Path
from types import FunctionType

import pytest

from forks import KILLED, OF_ROOM, SURVIVED, TIMEOUT, Lines, code_of, in_order
from mutate import table
from mutations import Mutant, mutants_of

SOURCE = '''"""A module."""
FEW = 3


def first(names: list[str], most: int = FEW) -> list[str]:
    """The first of some names."""
    if not names:
        raise ValueError("nobody")
    return sorted(name for name in names if len(name) < most)[:most]
'''


def broken(folder: Path, source: str = SOURCE) -> list[Mutant]:
    path = folder / "names.py"
    path.write_text(source, encoding="utf-8")
    return mutants_of(path, folder)


def test_each_line_that_decides_is_broken_in_each_way_and_what_only_says_something_is_left(tmp_path: Path) -> None:
    assert [mutant.name.removeprefix("names.py ") for mutant in broken(tmp_path)] == [
        "-: constant: 3 → 4",
        "first: condition: not names → True",
        "first: condition: not names → False",
        "first: negation: not names → names",
        "first: statement: raise ValueError('nobody') → pass",
        "first: constant: 'nobody' → 'XXnobody'",
        "first: return: return sorted((name for name in names if len(name) < most))[:most] → return None",
        "first: call: sorted((name for name in names if len(name) < most)) → "
        "list((name for name in names if len(name) < most))",
        "first: filter: for name in names if len(name) < most → no len(name) < most",
        "first: operator: len(name) < most → len(name) <= most",
        "first: slice: :most → no end",
    ]


def test_a_mutant_s_code_is_its_function_s_and_differs_by_the_one_change(tmp_path: Path) -> None:
    made = next(mutant for mutant in broken(tmp_path) if "<=" in mutant.name)
    function = FunctionType(code_of(made), {"__builtins__": __builtins__}, argdefs=(3,))
    assert function(["ba", "năm", "bốn nghìn"]) == ["ba", "năm"]


def test_the_code_of_the_import_is_no_function_s(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        code_of(next(mutant for mutant in broken(tmp_path) if mutant.place.function is None))


def test_the_tests_of_a_mutant_are_those_that_run_its_line_the_nearest_and_quickest_first() -> None:
    package = Path(__file__).parents[1] / "src" / "parplan"
    made = next(
        m for m in mutants_of(package / "calendar" / "period.py", package) if m.place.function == "add_months"
    )
    tests = Lines(["calendar"], ())
    known = {
        "tests/facts/test_facts_since.py::far": 0.1,
        "tests/calendar/test_calendar_due_days.py::near": 0.2,
        "tests/calendar/test_calendar_period.py::own": 0.3,
        "tests/calendar/test_calendar_due_days.py::slow": 5.0,
        "tests/calendar/test_calendar_period.py::elsewhere": 0.1,
    }
    tests.seconds = known
    tests.lines[str(made.path)][made.place.line] = {name for name in known if "elsewhere" not in name}
    assert [name.split("::")[1] for name in in_order(tests, made)] == ["own", "near", "far", "slow"]


def test_what_runs_at_import_is_held_against_every_test_of_its_room_that_runs_its_module() -> None:
    package = Path(__file__).parents[1] / "src" / "parplan"
    made = next(m for m in mutants_of(package / "calendar" / "period.py", package) if m.place.function is None)
    tests = Lines(["calendar"], ())
    tests.seconds = {f"tests/calendar/test_calendar_due_days.py::{n}": 0.1 for n in range(2 * OF_ROOM)}
    tests.lines[str(made.path)][1] = set(tests.seconds)
    assert len(in_order(tests, made)) == 2 * OF_ROOM


def test_what_became_of_mutants_is_told_by_room() -> None:
    verdicts = {"facts/a.py f: 1": KILLED, "facts/a.py f: 2": TIMEOUT, "facts/b.py g: 3": SURVIVED}
    assert list(table(verdicts | {"checks/c.py h: 4": KILLED}))[2:] == [
        "| facts | 3 | 2 | 1 | 1 | 0 | 66.7 |",
        "| checks | 1 | 1 | 0 | 0 | 0 | 100.0 |",
        "| all | 4 | 3 | 1 | 1 | 0 | 75.0 |",
    ]
