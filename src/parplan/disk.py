"""A file reaches the disk whole or not at all.

Must not decide whether a file may be replaced: who calls does.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path


def replace_file(path: Path, content: bytes) -> bool:
    """Write beside the file, sync, replace. False if another program or a read-only mark holds it; or OSError.

    A pipe or a device is written to: there is nothing to replace.
    """
    path = _target(path)
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)
        return True
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        return False
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)  # what a run of the same number left behind
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        return _moved(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """The file itself: a link to it stays a link."""
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError:  # links that lead in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _moved(beside: Path, path: Path) -> bool:
    """Windows refuses to replace a file that Word holds open: for us no failure, but a reason to say so."""
    try:
        beside.replace(path)
    except PermissionError:
        return False
    return True
