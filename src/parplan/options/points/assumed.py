"""What is assumed of scores, as it is typed or written in a scenario: ``PAR/1.3.2=0.75``, tasks that are done.

Must not ask whether it is likely.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from parplan.facts.gap import Gap
from parplan.facts.points.tree import Tree
from parplan.finding import Stop
from parplan.model.scalar import number_meant
from parplan.reading.source import read_yaml
from parplan.spelling import bare, closest


@dataclass
class Scenario:
    """Scores by criterion as they were typed, and the tasks that are done."""

    scores: dict[str, str] = field(default_factory=dict)
    tasks: list[str] = field(default_factory=list)


def read_scenario(assumed: Sequence[str], done: Sequence[str], file: Path | None) -> Scenario:
    """What a file says, and over it what was typed."""
    scenario = _of_file(file) if file is not None else Scenario()
    for text in assumed:
        name, sign, figure = text.partition("=")
        if not sign or not name.strip() or not figure.strip():
            raise Stop("assumed-unread", text=text)
        scenario.scores[name.strip()] = figure.strip()
    scenario.tasks += done
    return scenario


def _of_file(file: Path) -> Scenario:
    """A file such as ``set: {PAR/1.3.2: 0.75}`` and ``done: [III.3.1a]``."""
    try:
        reading = read_yaml(file.name, file.read_bytes())
    except OSError as error:
        raise Stop("scenario-unreadable", file=str(file), why=error) from None
    data: Any = reading.source.data if reading.source is not None else None
    if not isinstance(data, dict) or not data.keys() <= {"set", "done"}:
        raise Stop("scenario-unfit", file=str(file))
    scores, tasks = data.get("set", {}), data.get("done", [])
    is_text = isinstance(scores, dict) and isinstance(tasks, list)
    if not is_text or not all(isinstance(one, str) for one in [*scores.values(), *tasks]):
        raise Stop("scenario-unfit", file=str(file))
    return Scenario(dict(scores), list(tasks))


def scores_by_index(gaps: Sequence[Gap], scores: Mapping[str, str]) -> dict[str, dict[str, Decimal]]:
    """The assumed scores of each index, by the criterion's whole name. Raises Stop for what there is not."""
    found: dict[str, dict[str, Decimal]] = {gap.index.id: {} for gap in gaps}
    for name, text in scores.items():
        gap, tree, ref = _criterion(gaps, name)
        figure = number_meant(text)
        if figure is None:
            raise Stop("assumed-unread", text=f"{name}={text}")
        most = tree.maximum(ref)
        if most is not None and Decimal(figure) > most and not tree.criteria[ref].is_beside_maximum:
            raise Stop("assumed-over", criterion=tree.criteria[ref].name, score=Decimal(figure), max=most)
        found[gap.index.id][ref] = Decimal(figure)
    return found


def _criterion(gaps: Sequence[Gap], name: str) -> tuple[Gap, Tree, str]:
    """A criterion by its whole name, by its index and number (``PAR/1.3.2``), by its number or its name alone."""
    known: dict[str, tuple[Gap, Tree, str]] = {}
    for gap in gaps:
        tree = gap.scores.tree if gap.scores else None
        for ref, criterion in tree.criteria.items() if tree is not None else ():
            assert tree is not None
            for own in (criterion.code, criterion.id):
                if own is not None:
                    known.setdefault(f"{gap.index.id}/{own}".lower(), (gap, tree, ref))
                    known.setdefault(own.lower(), (gap, tree, ref))
            known[ref.lower()] = (gap, tree, ref)
            known.setdefault(bare(criterion.name), (gap, tree, ref))
    found = known.get(name.lower()) or known.get(bare(name))
    if found is None:
        raise Stop("assumed-unknown", text=name, near=closest(name, known))
    return found


def read_target(text: str) -> Decimal | str | int:
    """A score, a rank (``rank:25``), or a name of a group or a place."""
    if match := re.fullmatch(r"(?:rank|hang)\s*:?\s*([0-9]{1,4})", bare(text).strip()):
        return int(match[1])
    figure = number_meant(text)
    return text if figure is None else Decimal(figure)
