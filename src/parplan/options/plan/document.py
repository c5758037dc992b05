"""A document that somebody named, opened; or why it cannot be, with its name.

Must not look at what it says.
"""

from __future__ import annotations

from pathlib import Path

from parplan.documents.document import Document
from parplan.documents.reader import open_document
from parplan.finding import Stop
from parplan.words import Words


def read_document(path: Path, words: Words) -> Document:
    """A document. Raises Stop, with the file's name, for one that cannot be opened."""
    try:
        return open_document(path)
    except Stop as stop:
        raise Stop("import-unreadable", file=path.name, why=words(f"stop.{stop.reason}", **stop.values)) from None
