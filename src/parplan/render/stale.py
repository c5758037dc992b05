"""Whether a report on the disk is the one that would be made now.

Must not write, or say what is different.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from parplan.finding import Stop
from parplan.intake import read
from parplan.render.package import LARGEST_FILE
from parplan.render.seal import Seal, seal_of, sealed_text

Verdict = Literal["same", "stale", "edited", "edited-stale", "different"]
"""``edited``: only a hand has changed it. ``different``: a text has no seal, so nobody knows who changed it."""


def compare_file(path: Path, made: bytes) -> Verdict:
    """The report at ``path`` against the sealed file that would be made now; Stop where it was not made by us."""
    there, now = seal_of(_read(path)), seal_of(made)
    if there is None or now is None:
        raise Stop("report-foreign", file=str(path))
    return _verdict(there, now)


def compare_text(path: Path, made: str) -> Verdict:
    """The Markdown at ``path`` against the text that would be made now.

    One without a seal, as it comes from standard output, is the same or not; git may have changed its line ends.
    """
    content = _read(path)
    there, now = seal_of(content), seal_of(sealed_text(made))
    if there is None or now is None:
        text = content.decode(errors="replace").replace("\r\n", "\n")
        return "same" if text == made else "different"
    return _verdict(there, now)


def _verdict(there: Seal, now: Seal) -> Verdict:
    as_made = there.said == now.said
    if there.is_whole:
        return "same" if as_made else "stale"
    return "edited" if as_made else "edited-stale"


def _read(path: Path) -> bytes:
    try:
        return read(path, LARGEST_FILE)
    except OSError as error:
        raise Stop("report-unreadable", file=str(path), cause=error) from None
