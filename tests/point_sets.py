"""Criteria sets and results for the tests of points, made in one line each.

Must not assert anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parplan.model.index import CriteriaSet, Index
from parplan.model.result import Result


def criteria_set(id_: str, *criteria: str, maps: Any = None) -> dict[str, Any]:
    """A set of criteria, each "code max" or "code max under": ``1.2 5 1`` lies in ``1``."""
    listed = []
    for one in criteria:
        code, most, *under = one.split()
        made: dict[str, Any] = {"id": code, "code": code, "name": f"Tiêu chí {code}", "mark": "read"}
        made |= {} if most == "?" else {"max": most}
        listed.append(made | ({"parent": under[0]} if under else {}))
    return {"id": id_, "mark": "read", "criteria": listed} | ({"maps": maps} if maps else {})


def index(*sets: Mapping[str, Any], scale: str = "100", **more: Any) -> Index:
    """An index I with these sets."""
    return Index.model_validate(
        {"id": "I", "name": "Chỉ số", "scale": scale, "unit": "điểm", "sets": list(sets), **more}
    )


def result(of: str, scores: Mapping[str, str], *, kind: str = "appraised", **more: Any) -> Result:
    """A result measured by a set, with the scores of criteria by code."""
    parts = [{"criterion": f"I/{of}/{code}", "kind": kind, "score": score} for code, score in scores.items()]
    head = {"index": "I", "year": "2024", "place": "x", "set": of, "mark": "read", "source": "nguồn"}
    return Result.model_validate(head | {"parts": parts} | more)


def way(from_: str, to: str, *rows: str) -> dict[str, Any]:
    """A map in rows such as ``split 1.1 > 1.1 1.2``, or with weights: ``split 1.1 > 1.1 1.2 : 0.3 0.7``."""
    made = []
    for row in rows:
        text, _, weights = row.partition(" : ")
        left, _, right = text.partition(">")
        kind, *old = left.split()
        one: dict[str, Any] = {"kind": kind}
        one |= {"old": [f"I/{from_}/{code}" for code in old]} if old else {}
        one |= {"new": [f"I/{to}/{code}" for code in right.split()]} if right.split() else {}
        made.append(one | ({"weights": weights.split()} if weights else {}))
    return {"from": from_, "mark": "read", "criteria": made}


def only_set(of: Index) -> CriteriaSet:
    """The first set of an index."""
    return of.sets[0]
