"""What is so on Windows alone: names that no file can have, and why a file that is there cannot be had.

Must not be needed to know what went wrong on any other system.
"""

from __future__ import annotations

import os
import re
from errno import ENOENT, errorcode
from typing import Final

from parplan.system.folder import is_device_name

IS_WINDOWS: Final = os.name == "nt"

LONGEST_PATH: Final = 259
"""Letters of a path, where nobody has told Windows to take longer ones."""

_NO_LETTERS: Final = re.compile(r'[<>:"|?*\x00-\x1f]')
"""A colon would not even be refused: what follows it would be written where nobody looks."""

_BY_NUMBER: Final = {
    **dict.fromkeys((32, 33), "held"),  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
    123: "name",  # ERROR_INVALID_NAME
    206: "long-path",  # ERROR_FILENAME_EXCED_RANGE
    **dict.fromkeys((358, *range(362, 405), 426), "cloud"),  # ERROR_CLOUD_FILE_…
}
"""Windows' own numbers, of which Python makes one of few: what OneDrive did not bring is EINVAL to it."""

CAUSES: Final = frozenset(_BY_NUMBER.values())


def cause_of(error: OSError) -> str:
    """The name of a cause: one of CAUSES, or that of its number in C, such as EACCES; empty for none."""
    # the attribute is there on Windows alone
    found = _BY_NUMBER.get(getattr(error, "winerror", None) or 0)
    if found is None and IS_WINDOWS and error.errno == ENOENT and len(str(error.filename or "")) > LONGEST_PATH:
        return "long-path"
    return found or errorcode.get(error.errno or 0, "")


def is_no_name(name: str) -> bool:
    """Whether no file can have that name: a device has it, or a letter in it means something else."""
    return is_device_name(name) or _NO_LETTERS.search(name) is not None
