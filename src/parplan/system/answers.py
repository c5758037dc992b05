"""Answers of commands that only read, given again where nothing has changed that they rest on.

Must not know a command, or what an answer says: bytes that were written to the two streams, and an exit code.
"""

from __future__ import annotations

import io
import marshal
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from parplan.system import cache

DATA: Final = "data"
MOST_READ: Final = 64 << 20
"""More bytes than anybody's data; they would have to be read three times."""

OF_THE_SHELL: Final = frozenset({"_", "OLDPWD", "PWD", "SHLVL"})
"""What shells note for themselves: it changes all the time, and nobody here looks at it."""

FINE, FOUND = 0, 1
PAGED: Final = 2
"""Beside the numbers of the two streams."""


class _Answer:
    """The answer that is being given: what it is, and what it rests on. ``fits``: it may be given again."""

    def __init__(self) -> None:
        self.told: list[tuple[int, bytes]] = []
        self.size = 0
        self.fits = True
        self.root = ""
        self.absent: tuple[str, ...] = ()
        self.state: bytes | None = None

    def add(self, stream: int, piece: bytes) -> None:
        self.size += len(piece)
        self.fits = self.fits and self.size <= cache.LARGEST
        if self.fits:
            self.told.append((stream, piece))
        else:
            self.told.clear()


_now: _Answer | None = None


def rests_on(root: str, absent: Sequence[str] = ()) -> None:
    """Say that the answer rests on the data in a folder, about to be read, and on nothing being at some paths."""
    if _now is not None:
        _now.fits = _now.fits and _now.state is None
        # joined, not tidied: ".." behind a link is not where it seems to be, and a link may be led elsewhere
        here = os.getcwd()
        _now.root, _now.absent = os.path.join(here, root), tuple(os.path.join(here, path) for path in absent)
        _now.fits = _now.fits and not cache.lies_in(_now.root)
        _now.state = state_of(_now.root)


def once_only() -> None:
    """Say that the run has done or seen what no later look can tell: it wrote a file, or asked another program."""
    if _now is not None:
        _now.fits = False


def given(argv: Sequence[str], run: Callable[[], int]) -> int:
    """The answer as it was given before; else what ``run`` gives, kept for the next time."""
    global _now  # one run, one answer; what is read lies many calls below
    key = _key(argv)
    if key is None:
        return run()
    if (known := _known(key)) is not None:
        code, told = known
        for number, piece in told:
            _tell(number, piece)
        sys.stdout.flush()
        sys.stderr.flush()
        return code
    _now = answer = _Answer()
    try:
        with _heard(answer):
            code = run()
    finally:
        _now = None
    may_keep = answer.fits and answer.state is not None and code in (FINE, FOUND)
    # not if the day, the window or the data changed meanwhile: nobody knows which of them was seen
    if may_keep and key == _key(argv) and answer.state == state_of(answer.root):
        kept = (answer.root, answer.absent, answer.state, code, tuple(answer.told))
        cache.keep(key, marshal.dumps(kept))
    return code


def paged(text: str) -> None:
    """Say that a part of the answer was shown page by page, and so by no stream of ours."""
    if _now is not None:
        _now.add(PAGED, text.encode(errors="surrogatepass"))


def _tell(number: int, piece: bytes) -> None:
    if number != PAGED:
        stream = (sys.stdout, sys.stderr)[number]
        stream.buffer.write(piece)
        if stream.line_buffering:  # as it went out the first time, before what still waits in the other stream
            stream.flush()
        return
    from parplan.system.pager import show  # imported where somebody sits before it

    show(piece.decode(errors="surrogatepass"))


def _known(key: bytes) -> tuple[int, tuple[tuple[int, bytes], ...]] | None:
    content = cache.kept(key)
    if content is None:
        return None
    try:
        root, absent, state, code, told = marshal.loads(content)
    except (EOFError, TypeError, ValueError):  # nobody but a forger seals that
        return None
    if any(map(os.path.lexists, absent)) or state_of(root) != state:
        return None
    return code, told


def _key(argv: Sequence[str]) -> bytes | None:
    """All that an answer rests on beside the data; None where answers are not kept, or nobody can hear them."""
    if not cache.is_on() or not all(hasattr(stream, "buffer") for stream in (sys.stdout, sys.stderr)):
        return None
    try:
        around = sorted(f"{name}={value}" for name, value in os.environ.items() if name not in OF_THE_SHELL)
        streams = [_about(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)]
        parts = [os.getcwd(), time.strftime("%Y-%m-%d %z"), *streams, str(len(argv)), *argv, *around]
        return cache.digest(cache.program(), *(part.encode(errors="surrogatepass") for part in parts))
    except (OSError, ValueError):  # a folder or a stream is gone, or the program has no files of its own
        return None


def _about(stream: Any) -> str:
    """A stream as far as an answer may look at it: whether it is a terminal, how wide, and in which letters."""
    is_terminal = stream.isatty()
    size = os.get_terminal_size(stream.fileno()) if is_terminal else None
    return f"{is_terminal} {size} {stream.encoding} {stream.errors}"


def state_of(root: str) -> bytes | None:
    """Every name and byte below the data; None where links, pipes, closed doors or sheer size stand in the way."""
    parts: list[bytes] = []
    waiting, left = [os.path.join(root, DATA)], MOST_READ
    try:
        if os.path.islink(waiting[0]):
            return None
        while waiting:
            with os.scandir(waiting.pop()) as found:
                inside = sorted(found, key=lambda entry: entry.name)
            for entry in inside:
                about = entry.stat(follow_symlinks=False)
                left -= about.st_size
                parts.append(os.fsencode(entry.path))
                if stat.S_ISDIR(about.st_mode):
                    parts.append(b"/")
                    waiting.append(entry.path)
                elif left < 0 or not stat.S_ISREG(about.st_mode):
                    return None
                else:
                    parts += b"=", _bytes_at(entry.path)
    except OSError:
        return None
    return cache.digest(*parts)


def _bytes_at(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read(MOST_READ + 1)


class _Ear(io.BufferedIOBase):
    """Hands on what is written to a stream, and notes it."""

    def __init__(self, stream: Any, number: int, answer: _Answer) -> None:
        self._buffer, self._number, self._answer = stream.buffer, number, answer
        self.name = stream.name

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._buffer.isatty())

    def fileno(self) -> int:
        return int(self._buffer.fileno())

    def write(self, piece: Any) -> int:
        self._answer.add(self._number, bytes(piece))
        return int(self._through(self._buffer.write, piece))

    def flush(self) -> None:
        self._through(self._buffer.flush)

    def _through(self, act: Callable[..., Any], *given: Any) -> Any:
        try:
            return act(*given)
        except OSError:  # nobody heard it: that is no answer
            self._answer.fits = False
            raise


@contextmanager
def _heard(answer: _Answer) -> Iterator[None]:
    """Note what is written while this lasts."""
    streams = sys.stdout, sys.stderr
    ears = [
        io.TextIOWrapper(
            _Ear(stream, number, answer),
            stream.encoding,
            stream.errors,
            line_buffering=bool(stream.line_buffering),
        )
        for number, stream in enumerate(streams)
    ]
    sys.stdout, sys.stderr = ears
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams
        for ear in ears:
            with suppress(OSError):  # whoever listened has gone
                ear.detach()
