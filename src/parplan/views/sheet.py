"""A page of a status as finished strings: notices, a headline, then titled blocks.

Must not know whether it will be drawn in a terminal or in Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass

from parplan.views.table import Table


@dataclass(frozen=True, slots=True)
class Block:
    """A titled part of a sheet: a table, or sentences, or both."""

    title: str
    table: Table | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Finished strings, top to bottom. ``notices`` come first: they say how far the rest can be trusted."""

    title: str
    notices: tuple[str, ...]
    headline: tuple[str, ...]
    blocks: tuple[Block, ...]
