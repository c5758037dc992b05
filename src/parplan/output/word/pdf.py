"""A Word document as PDF, by the LibreOffice of the machine: what Word would print, near enough to be read.

Must not leave anything on the disk, or meet the LibreOffice that the user has open.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from parplan.finding import Stop
from parplan.output.files.seal import sealed
from parplan.system.machine import find_office

SECONDS: Final = 180
"""A first start on a slow machine takes half a minute; what takes longer than this hangs."""

_CLOCK = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_CHANCE = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def pdf(document: bytes, day: date, note: str = "") -> bytes:
    """A sealed PDF of a .docx, dated ``day``; Stop where there is no LibreOffice, or it doesn't do its work."""
    office = find_office()
    if office is None:
        raise Stop("libreoffice-missing")
    # Windows lets nobody delete what a LibreOffice that is slow to end still holds.
    with TemporaryDirectory(prefix="parplan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "report.docx", folder / "report.pdf"
        source.write_bytes(document)
        _run([office, *_options(folder), "--convert-to", "pdf", "--outdir", name, str(source)])
        # LibreOffice leaves with 0 whether or not it could read the file.
        if not target.is_file():
            raise Stop("libreoffice-failed")
        made = target.read_bytes()
    return sealed(_without_clock(made, document, day), note)


def _options(folder: Path) -> list[str]:
    """A profile of its own: with the user's, an open LibreOffice would take the work over and drop it."""
    return [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]


def _run(command: list[str]) -> None:
    """Wait for it, but not for ever. Its output goes nowhere: a child that outlives it would keep a pipe open."""
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            env=os.environ | {"TZ": "UTC"},
            start_new_session=True,
        )
    except OSError:
        raise Stop("libreoffice-failed") from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise Stop("libreoffice-slow", seconds=SECONDS) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started: soffice itself only starts another program."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _without_clock(made: bytes, document: bytes, day: date) -> bytes:
    """The PDF with the day of the data for that of the clock, and a name drawn from the document, not by lot."""
    head, end, tail = made.rpartition(b"trailer")
    if not end:
        return made
    name = hashlib.sha256(document).hexdigest()[:32].upper().encode()
    return _CLOCK.sub(f"{day:%Y%m%d}000000".encode(), head) + end + _CHANCE.sub(name, tail)
