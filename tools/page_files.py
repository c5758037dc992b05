"""Where pages that follow from the program lie in the repository, and how they are written there.

Must not know what a page says.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]


def write_out(pages: Mapping[Path, str]) -> None:
    """Write each page, with line ends as git keeps them, and name it."""
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(REPOSITORY))
