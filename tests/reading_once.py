"""What tests read again and again is read once: the samples hold a hundred files, and most tests change none.

Must not change what is read: what is kept is frozen, and what it was made from is its key.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from parplan.reading import files

MOST = 4096
"""So many answers are kept; then it begins anew."""


def keep() -> None:
    """From now on, in this process: the same bytes under the same name are read once, and held to a model once."""
    used = vars(files)
    check_text = used["check_text"]
    used["read_yaml"] = lru_cache(maxsize=MOST // 4)(used["read_yaml"])
    used["validated"] = _kept(used["validated"])
    used["check_text"] = _kept(lambda model, source: tuple(check_text(model, source)))


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
