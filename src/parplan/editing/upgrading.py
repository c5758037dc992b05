"""Data as an earlier version wrote them, brought to the shape that this one reads: all of it or nothing.

Must not change what the data say, or anything that is not old.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parplan.editing.edit import Edited, edited_throughout
from parplan.editing.text.change import Change, Replace
from parplan.finding import Code, Finding, Stop
from parplan.reading.load import Loaded

Upgraded = tuple[str, str, str, int]
"""A file, what stood there, what stands there now, and how often."""


def upgraded(loaded: Loaded) -> Edited:
    """The workspace in the present shape. Raises Stop where that would show other errors in a file."""
    made = edited_throughout(loaded, lambda now: _changes(now.findings))
    if made.left:
        raise Stop("upgrade-left", exit_code=1, files=", ".join(made.left))
    return made


def _changes(findings: Iterable[Finding]) -> list[Change]:
    return [Replace(one.where, str(one.values["new"])) for one in findings if one.code is Code.SHAPE_OLD]


def counted(loaded: Loaded) -> list[Upgraded]:
    """What of a workspace is old, by file."""
    olds = (one for one in loaded.findings if one.code is Code.SHAPE_OLD)
    times = Counter((one.where.file, str(one.values["old"]), str(one.values["new"])) for one in olds)
    return [(*what, n) for what, n in sorted(times.items())]
