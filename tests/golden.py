"""Texts kept whole in tests/golden/: read by eye once, compared ever after.

Must not be rewritten unread: UPDATE_GOLDEN=1 writes them, and the difference is read before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, text: str) -> None:
    """Assert that a text is the one kept under that name."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"no golden text {name}; make it with UPDATE_GOLDEN=1 and read it"
    assert text == path.read_bytes().decode(), f"{name} is another; if rightly, UPDATE_GOLDEN=1"
