"""The criteria that a cell names, among those of the indexes.

Must not take one for another: what two criteria are called, or none, is left as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from parplan.model.index import IndexesFile
from parplan.spelling import bare


@dataclass(frozen=True)
class Criteria:
    """The criteria that are known, by what they are called."""

    indexes: IndexesFile

    def read(self, cell: str) -> tuple[list[str], bool]:
        """The criteria of a cell, and whether anything is left that names none."""
        whole = self._known.get(bare(cell))
        if whole:
            return [whole], False
        parts = [part for part in re.split(r"\s*[;\n]\s*", cell) if bare(part)]
        found = [self._known.get(bare(re.sub(r"^[-+•\s]+", "", part))) for part in parts]
        return list(dict.fromkeys(ref for ref in found if ref)), None in found

    @cached_property
    def _known(self) -> dict[str, str]:
        names: dict[str, set[str]] = {}
        for name, ref in self._names():
            names.setdefault(bare(name), set()).add(ref)
        return {name: refs.pop() for name, refs in names.items() if len(refs) == 1}

    def _names(self) -> Iterator[tuple[str, str]]:
        for index in self.indexes.indexes:
            for one in index.sets or ():
                for criterion in one.criteria or ():
                    ref = f"{index.id}/{one.id}/{criterion.id}"
                    yield criterion.name, ref
                    yield ref, ref
