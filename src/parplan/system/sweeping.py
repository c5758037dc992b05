"""What a piece of work leaves in memory, cleared away before the next: documents hold themselves in circles.

Must not come between small things: each time takes some milliseconds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def swept(items: Iterable[T]) -> Iterator[T]:
    """The items one by one. Whatever else was made while one was in hand, and is of no more use, goes with it.

    A command runs without the collector, to which nothing that was there before is rubbish.
    """
    gc.freeze()
    try:
        for item in items:
            yield item
            gc.collect()
    finally:
        gc.unfreeze()
