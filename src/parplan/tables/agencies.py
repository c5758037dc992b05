"""A list of units: each row a unit, under the heading of its kind where the list has such.

Must not decide what a unit is called by others, or give it an id that another has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from parplan.documents.document import Place
from parplan.finding import Stop
from parplan.model.scalar import is_slug
from parplan.spelling import bare, fold
from parplan.tables.cells import Fault
from parplan.tables.heads import Headed, is_total

TEXTS: Final = ("short", "symbol", "place", "note")
CONTACT: Final = {"contact": "name", "phone": "phone", "email": "email"}
_SEVERAL: Final = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit of a list: its name and kind, the ``heading`` above it, and what else its row says."""

    id: str
    name: str
    kind: str
    heading: str
    texts: dict[str, str]
    aliases: tuple[str, ...]
    contact: dict[str, str]
    at: Place


@dataclass
class Units:
    """What a list says, and what is wrong."""

    rows: list[Listed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_agencies(headed: Headed, known: Callable[[str], str | None], kind: str) -> Units:
    """The units of a list; ``known`` gives the id that a unit has already, ``kind`` is used where none is told."""
    found, heading = Units(), kind
    first: dict[str, Place] = {}
    for row in headed.rows():
        name = headed.text(row, "name")
        if _is_heading(headed, row):
            heading = _heading(headed, row)
            continue
        if not name or is_total(name):
            continue
        own = headed.text(row, "id")
        id_ = own or known(name) or slug_of(name)
        at = headed.place(row, "id" if own else "name")
        if not is_slug(id_):
            found.faults.append(Fault(at, Stop("table-id-unread", text=id_)))
        elif id_ in first:
            found.faults.append(Fault(at, Stop("table-row-twice", text=name, first=first[id_].row)))
        else:
            first[id_] = at
            found.rows.append(_listed(headed, row, id_, name, heading))
    return found


def slug_of(text: str) -> str:
    """A name as an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _listed(headed: Headed, row: int, id_: str, name: str, heading: str) -> Listed:
    texts = {field: text for field in TEXTS if (text := headed.text(row, field))}
    contact = {key: text for field, key in CONTACT.items() if (text := headed.text(row, field))}
    column = headed.column("aliases")
    said = headed.table.text(row, column) if column is not None else ""
    others = tuple(other for other in _SEVERAL.split(said) if other and bare(other) != bare(name))
    at = headed.place(row, "name")
    return Listed(id_, name, headed.text(row, "kind"), heading, texts, others, contact, at)


def _is_heading(headed: Headed, row: int) -> bool:
    """Whether a row is one text over the columns, or one beside a number that no unit has: "I. Các sở"."""
    texts = [headed.table.text(row, column) for column in range(headed.table.width)]
    origins = {headed.table.origin(row, column) for column in range(headed.table.width)}
    said = {text for text in texts if text}
    if len(said) == 1 and (len(origins) == 1 or len(texts) > 1):
        return (
            len([text for text in texts if text]) > 1
            or re.match(r"[IVXLCA-Z]+[.)]\s", next(iter(said))) is not None
        )
    number = headed.text(row, "number")
    return len(said) == 2 and bool(re.fullmatch(r"[IVXLC]+|[A-Z]", number.rstrip(".")))


def _heading(headed: Headed, row: int) -> str:
    """A heading without its number."""
    texts = dict.fromkeys(headed.table.text(row, column) for column in range(headed.table.width))
    longest = max(texts, key=len)
    return re.sub(r"^[IVXLCA-Z]+[.)]\s+", "", " ".join(longest.split()))
