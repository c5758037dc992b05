"""What tests read again and again is read once: the samples hold a hundred files, and most tests change none.

So it is with the options of a command's function, with what the checks find in the same files and how things stand
by them, a report's facts, the columns of the same table, and the page of each code.
Must not change what is read or found: what is kept is frozen, and what it was made from is its key.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import typer.main

from parplan import cli_frame
from parplan.facts.report.report import ReportFacts
from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.finding import Finding
from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace
from parplan.options import report
from parplan.output.ci import sarif
from parplan.output.word import table_layout
from parplan.reading import files, load
from parplan.reading.files import Reader

MOST = 4096
"""So many answers are kept; then it begins anew."""


def keep() -> None:
    """From now on, in this process: the same bytes under the same name are read once, and held to a model once."""
    used = vars(files)
    check_text = used["check_text"]
    used["read_yaml"] = lru_cache(maxsize=MOST // 4)(used["read_yaml"])
    used["validated"] = _kept(used["validated"])
    used["check_text"] = _kept(lambda model, source: tuple(check_text(model, source)))
    parser, frame = vars(typer.main), vars(cli_frame)
    parser["get_params_from_function"] = lru_cache(maxsize=MOST)(parser["get_params_from_function"])
    frame["_declared"] = lru_cache(maxsize=MOST)(frame["_declared"])  # the parser knows again what it was given


def keep_found() -> None:
    """From now on: the same records are checked once, the same cells given their columns, each code's page read.

    Not where mutants are judged: there each test is to run the lines that it holds.
    """
    used, drawn, told = vars(load), vars(table_layout), vars(sarif)
    used["_checked"] = _checked_once(used["_checked"])
    drawn["lowest"] = _given_once(drawn["lowest"])
    told["explanation"] = lru_cache(maxsize=MOST)(told["explanation"])
    Standings.__init__ = _stood_once(Standings.__init__)  # type: ignore[method-assign]
    asked = vars(report)
    asked["report_facts"] = _drawn_once(asked["report_facts"])
    asked["gist"] = _drawn_once(asked["gist"])


def _same(told: Any) -> Any:
    """By what an argument is known again: records by identity, as below."""
    match told:
        case Workspace():
            texts = tuple(told.texts.items())
            return tuple(map(id, told.files)), told.left_out, told.unread, texts
        case PlanFile() | ReportFacts():
            return id(told)
    return told


def _drawn_once(draw: Callable[..., Any]) -> Callable[..., Any]:
    """What follows from the records and from what was asked for."""
    known: dict[Any, tuple[Any, Any]] = {}

    def drawn(*given: Any, **more: Any) -> Any:
        key = (*map(_same, given), *more.items())
        if key not in known:
            if len(known) >= MOST // 16:
                known.clear()
            known[key] = (given, draw(*given, **more))
        return known[key][1]

    return drawn


def _stood_once(begin: Callable[..., None]) -> Callable[..., None]:
    """How things stand hangs on the records, by identity as below, and on the viewpoint."""
    known: dict[Any, Standings] = {}

    def once(self: Standings, workspace: Workspace, plan: PlanFile, view: Viewpoint, other: Any = None) -> None:
        key = (_same(workspace), _same(plan), view)
        if (same := known.get(key)) is None:
            begin(self, workspace, plan, view, other)
            if len(known) >= MOST // 8:
                known.clear()
            known[key] = self
        else:
            vars(self).update(vars(same), workspace=workspace)

    return once


class _Checked:
    """What is found hangs on the records that were made of the files, and on the names of what was not."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        # the records themselves are the same ones, for they are kept too; whoever is asked about keeps them alive
        self._known = (
            tuple(map(id, (*reader.either[0], *reader.either[1]))),
            tuple(reader.documents.items()),
            frozenset(reader.faulty),
            frozenset(reader.unclear),
            tuple((finding.code, finding.where, str(finding.values)) for finding in reader.findings),
        )

    def __hash__(self) -> int:
        return hash(self._known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Checked) and self._known == other._known


def _checked_once(checked: Callable[[Reader], list[Finding]]) -> Callable[[Reader], list[Finding]]:
    @lru_cache(maxsize=MOST // 16)
    def found(one: _Checked) -> tuple[Finding, ...]:
        return tuple(checked(one.reader))

    return lambda reader: list(found(_Checked(reader)))


def _given_once(lowest: Callable[..., list[float]]) -> Callable[..., list[float]]:
    @lru_cache(maxsize=MOST // 16)
    def given(needs: tuple[float, ...], rows: tuple[tuple[float, ...], ...], *more: float) -> tuple[float, ...]:
        return tuple(lowest(needs, rows, *more))

    return lambda needs, rows, *more: list(given(tuple(needs), tuple(map(tuple, rows)), *more))


def _kept(made: Callable[..., Any]) -> Callable[..., Any]:
    """By the identity of the source, which is kept beside the answer: no other takes its place."""
    known: dict[tuple[Any, ...], tuple[Any, Any]] = {}

    def answer(model: Any, source: Any, *more: Any) -> Any:
        key = (model, id(source), *more)
        if key not in known:
            if len(known) >= MOST:
                known.clear()
            known[key] = (source, made(model, source, *more))
        return known[key][1]

    return answer
