"""A package of Word or Excel, opened within bounds: a few bytes in it may claim to be a thousand times as many.

Must not know what the parts mean.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes of a report or letterhead as it lies on the disk; one of five thousand units has some two million."""

MOST_UNPACKED: Final = 256 * 1024 * 1024
MOST_PARTS: Final = 5_000


def unpacked(content: bytes) -> dict[str, bytes]:
    """Every part by its name. Raises BadZipFile for one that unpacks to more than any document of ours."""
    with ZipFile(BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise BadZipFile("unpacks to more than any document")
        # what the table of contents says is all that the library unpacks of a part
        return {entry.filename: package.read(entry) for entry in entries}
