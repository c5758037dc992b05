"""A page of a status as finished strings: notices, a headline, then titled blocks.

Must not know whether it will be drawn in a terminal or in Markdown.
"""

from typing import NamedTuple

from parplan.views.table import Table


class Block(NamedTuple):
    """A titled part of a sheet: a table, or sentences, or both."""

    title: str
    table: Table | None = None
    lines: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """Finished strings, top to bottom. ``notices`` come first: they say how far the rest can be trusted."""

    title: str
    notices: tuple[str, ...]
    headline: tuple[str, ...]
    blocks: tuple[Block, ...]
