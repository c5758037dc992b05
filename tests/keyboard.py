"""A person at a real terminal: the program runs in one, is typed at, and what stood on the screen comes back.

Must not answer before it is asked: what is typed too early would be read by nobody.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Iterable
from pathlib import Path

from running import OUR_ENVIRONMENT, Ran

SECONDS = 20.0
"""So long a question may take to come."""

SILENCE = 0.05
"""So long nothing may follow what looks like a question: a line that came in pieces is none yet."""


def type_at(
    folder: Path, argv: Iterable[str], answers: Iterable[str], columns: int = 80, prompts: str = ":"
) -> Ran:
    """Run ``parplan ARGV`` in a terminal of that width and answer each question with the next line."""
    command = [sys.executable, "-m", "parplan", *argv]
    kept = {name: value for name, value in os.environ.items() if name not in OUR_ENVIRONMENT}
    pid, master = pty.fork()
    if pid == 0:
        # who runs the tests in the background has Ctrl-C ignored, and so would all that he begins
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(folder)
        os.execve(command[0], command, kept | {"TERM": "xterm", "NO_COLOR": "1", "NO_PAGER": "1"})
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    seen, waiting, answered = b"", list(answers), 0
    while True:
        is_asked = bool(waiting) and len(seen) > answered and seen.rstrip(b" ").endswith(prompts.encode())
        ready, _, _ = select.select([master], [], [], SILENCE if is_asked else SECONDS)
        if is_asked and not ready:
            os.write(master, waiting.pop(0).encode())
            answered = len(seen)
            continue
        try:
            more = os.read(master, 65536) if ready else b""
        except OSError:  # the other end was closed
            more = b""
        if not more:
            break
        seen += more
    os.close(master)  # who still waits for an answer is hung up on, and does not wait for ever
    _, status = os.waitpid(pid, 0)
    return Ran(os.waitstatus_to_exitcode(status), seen.decode(errors="replace").replace("\r\n", "\n"), "")
