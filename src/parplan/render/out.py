"""A finished text to where it was asked for: standard output, or a file.

Must not change a character of it: some texts have line ends of their own.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parplan.render.save import Saved


def write(text: str, output: Path | None = None) -> None:
    """Write to a file, whole or not at all; to standard output for none, or for "-"."""
    if output is not None and str(output) != "-":
        from parplan.render.save import save_text  # only who writes a file needs all that it takes

        save_text(text, output)
        return
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would end each line twice
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def write_markdown(text: str, output: Path) -> Saved:
    """Write with a seal, never over what a hand has changed; to standard output, for "-", without one."""
    from parplan.render.save import Saved, save
    from parplan.render.seal import sealed_text

    if str(output) == "-":
        write(text)
        return Saved(output, "new")
    return save(sealed_text(text), output)
