"""What must be known before anything on a sheet is believed.

Must not look at a figure.
"""

from __future__ import annotations

from parplan.facts.sample import is_sample
from parplan.facts.standing import Standings
from parplan.words import Words


def notices(standings: Standings, errors: int, words: Words) -> tuple[str, ...]:
    """That figures were invented, and that records with errors are left out."""
    found = []
    if is_sample(standings.workspace, standings.plan):
        found.append(words("status.sample"))
    if errors:
        found.append(words("status.broken", n=errors))
    return tuple(found)
