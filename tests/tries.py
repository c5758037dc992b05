"""How often a property is tried: as often as it says where nobody waits, in CI; else a third as often.

Must not make an example.
"""

from __future__ import annotations

import os
from typing import Final

from hypothesis import settings

SHARE: Final = 1 if os.environ.get("CI") else 3
"""Each run draws other examples: three short ones see as much as a long one."""


def tries(most: int) -> settings:
    """A property is tried so often in CI; its examples may be slow to draw, for others use the machine too."""
    return settings(max_examples=max(most // SHARE, 10))
