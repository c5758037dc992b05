"""A glance at a workspace: ids and names as they stand in its files, read in no time.

Must not check anything, or raise for what a person wrote: what is not understood is passed over.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from parplan.spelling import one_line
from parplan.system import cache
from parplan.system.folder import leading_out, read

AGENCIES: Final = "data/agencies.yaml"
INDEXES: Final = "data/indexes.yaml"
MOST: Final = 16 << 20
"""As in ``reading.source``, which imports the parser."""

_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_MONTH = re.compile(r"(?:19|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2])")
_PLAN = re.compile(r"plan-([0-9]{4})\.yaml")


class Candidate(NamedTuple):
    """A value, what it is in a few words, and the names by which it is known besides."""

    value: str
    told: str = ""
    names: tuple[str, ...] = ()


class Glance:
    """The workspace that a command would take, in the folder ``place`` on that day.

    ``options`` holds what the line says so far: the values of ``--root``, ``--plan`` and ``--year`` count.
    """

    def __init__(self, place: Path, options: dict[str, str], day: date) -> None:
        self.place = place
        self.options = options
        self.day = day.isoformat()

    def agencies(self) -> Iterator[Candidate]:
        """Units, then groups, in the register's order."""
        register = self._read(AGENCIES)
        yield from _named(_records(register, "agencies"), "name", "short", "aliases")
        yield from _named(_records(register, "groups"), "name", "aliases")

    def tasks(self) -> Iterator[Candidate]:
        """The tasks of the plan that the command would take."""
        yield from _named(_records(self._plan(), "tasks"), "title")

    def indexes(self) -> Iterator[Candidate]:
        """The indexes, by their ids."""
        yield from _named(_records(self._read(INDEXES), "indexes"), "name", "short")

    def ids(self) -> Iterator[Candidate]:
        """What can be renamed, the commonest kinds of it."""
        yield from self.agencies()
        yield from self.tasks()

    def months(self) -> Iterator[Candidate]:
        """The months for which that plan reports."""
        return self._periods(1)

    def quarters(self) -> Iterator[Candidate]:
        """The quarters that hold any of them."""
        return self._periods(3)

    def halves(self) -> Iterator[Candidate]:
        """Likewise the half-years."""
        return self._periods(6)

    def _periods(self, months: int) -> Iterator[Candidate]:
        from parplan.calendar.period import Period

        head = _record(self._plan(), "plan")
        starts, ends = (_MONTH.match(_text(head, key)) for key in ("starts", "ends"))
        if not (starts and ends):
            return
        first, last = (Period.around(Period.parse(found[0]).first, months) for found in (starts, ends))
        while first <= last:
            yield Candidate(str(first))
            first = first.next()

    def plans(self) -> Iterator[Candidate]:
        """The years of the plans."""
        for year, file in self._plan_files().items():
            yield Candidate(year, one_line(_text(_record(self._read(file), "plan"), "short")))

    def years(self) -> Iterator[Candidate]:
        """The years of which results are known."""
        found = {path.stem for path in (self._root() / "data" / "results").glob("[0-9][0-9][0-9][0-9].yaml")}
        for file in self._plan_files().values():
            found |= {_text(result, "year") for result in _records(self._read(file), "baseline")}
        yield from (Candidate(year) for year in sorted(found) if re.fullmatch(r"[0-9]{4}", year))

    def _root(self) -> Path:
        asked = self.options.get("--root")
        if asked is not None:
            return self.place / Path(asked).expanduser()
        above = (self.place, *self.place.parents)
        return next((folder for folder in above if (folder / AGENCIES).is_file()), self.place)

    def _plan_files(self) -> dict[str, str]:
        names = sorted(path.name for path in (self._root() / "data").glob("plan-*.yaml"))
        return {match[1]: f"data/{name}" for name in names if (match := _PLAN.fullmatch(name))}

    def _plan(self) -> dict[str, Any]:
        """The plan of the year asked for; else the one whose time holds the day; else the newest."""
        files = self._plan_files()
        asked = self.options.get("--plan") or self.options.get("--year")
        if asked is not None:
            return self._read(files[asked]) if asked in files else {}
        plan: dict[str, Any] = {}
        for file in files.values():
            plan = self._read(file)
            head = _record(plan, "plan")
            if _text(head, "starts") <= self.day <= _text(head, "ends"):
                break
        return plan

    def _read(self, file: str) -> dict[str, Any]:
        """A file's content; nothing where it is missing or cannot be understood."""
        root = self._root()
        try:
            raw = b"" if leading_out(root, root / file) else read(root / file, MOST)
        except OSError:
            return {}
        key = cache.digest(b"tree", cache.program(), raw)
        if cache.is_on() and (kept := cache.kept(key)) is not None:
            with suppress(EOFError, TypeError, ValueError):  # nobody but a forger seals that
                return dict(marshal.loads(kept))
        tree = _tree(file, raw)
        if cache.is_on():
            cache.keep(key, marshal.dumps(tree))
        return tree


def _tree(file: str, raw: bytes) -> dict[str, Any]:
    """The parser is imported only where it is needed: it takes longer than all else at the Tab key."""
    from parplan.reading.source import read_yaml

    source = read_yaml(file, raw).source
    return source.data if source and isinstance(source.data, dict) else {}


def _named(records: Iterable[dict[str, Any]], told: str, *others: str) -> Iterator[Candidate]:
    """Records as candidates. An id that is none would be put onto somebody's command line as it is."""
    for record in records:
        if _ID.fullmatch(_text(record, "id")):
            fields = (record.get(key) for key in (told, *others))
            names = (name for field in fields for name in (field if isinstance(field, list) else [field]))
            written = tuple(name for name in names if isinstance(name, str))
            yield Candidate(record["id"], one_line(_text(record, told)), written)


def _records(tree: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = tree.get(key)
    return [record for record in found if isinstance(record, dict)] if isinstance(found, list) else []


def _record(tree: dict[str, Any], key: str) -> dict[str, Any]:
    found = tree.get(key)
    return found if isinstance(found, dict) else {}


def _text(tree: dict[str, Any], key: str) -> str:
    found = tree.get(key)
    return found if isinstance(found, str) else ""
