"""One writer at a time in a folder: a lock of the system's own, which ends with its owner, and says who that is.

Must not know what is written, or be asked for by whoever only reads.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from parplan.finding import Stop

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK: Final = ".parplan.lock"
"""The file that is locked. It is there only while somebody writes, or after a writer was killed."""

SECONDS: Final = 10.0
"""So long we wait: a write takes a fraction of a second, a slow network drive a few."""

_NO_LOCKS: Final = frozenset({errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL})
"""What a drive answers that knows no locks."""

_LONGEST: Final = 80
_FIRST_BYTE: Final = b"\n"
"""Windows lets nobody read the byte that is locked, so what is to be read stands behind it."""


@contextmanager
def locked(folder: Path, seconds: float = SECONDS) -> Iterator[None]:
    """Be the only one who writes in a folder. Raises Stop, which names the owner, after ``seconds``; or OSError.

    On a drive without locks the file's being there is the lock: that of a dead owner on this machine is noticed.
    """
    # who only reads should not wait for the library
    from filelock import FileLock, SoftFileLock, Timeout

    path = folder.resolve(strict=True) / LOCK  # the library would make a folder that is not there
    lock: BaseFileLock = FileLock(path, seconds, 0o666, poll_interval=0.02, on_acquired=_sign)
    try:
        try:
            lock.acquire()
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            lock = SoftFileLock(path.with_name(f"{LOCK}ed"), seconds, poll_interval=0.02)
            lock.acquire()
    except Timeout:
        raise _refusal(folder) from None
    try:
        yield
    finally:
        # while it is still ours: who waits for this file sees that it went, and makes another
        with suppress(OSError):
            path.unlink()
        lock.release()


def lift_dead(folder: Path, clear: Callable[[], None] = lambda: None) -> None:
    """Take away the lock of a writer that was killed, if it is there, and clear what else it left.

    A lock that somebody holds stays.
    """
    if (folder / LOCK).exists():
        with suppress(Stop, OSError), locked(folder, 0):
            clear()


def _sign(descriptor: int) -> None:
    """Say in the file who holds it. A disk that is full holds the lock all the same."""
    command = " ".join([PurePath(sys.argv[0]).stem, *sys.argv[1:]])[:_LONGEST]
    since = datetime.now().astimezone().strftime("%H:%M:%S %d/%m/%Y")
    owner = {"command": command, "pid": os.getpid(), "host": socket.gethostname(), "since": since}
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.write(descriptor, _FIRST_BYTE + json.dumps(owner).encode())


def _refusal(folder: Path) -> Stop:
    try:
        with (folder / LOCK).open("rb") as file:
            file.seek(len(_FIRST_BYTE))
            owner = json.loads(file.read(4 * _LONGEST + 400))
        command, pid, host, since = (_visible(str(owner[name])) for name in ("command", "pid", "host", "since"))
    except (OSError, ValueError, TypeError, LookupError):
        return Stop("folder-locked", folder=str(folder), lock=LOCK)
    return Stop("folder-locked-by", folder=str(folder), command=command, pid=pid, host=host, since=since)


def _visible(text: str) -> str:
    """What a file says is not to reach a terminal as anything but letters."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
