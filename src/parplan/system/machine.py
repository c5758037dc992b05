"""What of this machine parplan hangs on: Python, the encoding and the locale, fonts, the shell and its own files.

Must not read a workspace, run a program of the user's, or write anything.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

WANTED_FONT: Final = "Times New Roman"
LIKE_IT: Final = ("Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman", "FreeSerif")
"""Fonts that take the same room, or nearly: what is drawn with them breaks lines as the decree's font does."""

_FILES_OF_IT: Final = ("times.ttf", "Times New Roman.ttf", "timesnewroman.ttf")
_OFFICE: Final = ("soffice", "libreoffice")
_SECONDS: Final = 10

_RC_FILES: Final = {
    "bash": (".bashrc", ".bash_profile", ".profile"),
    "zsh": (".zshrc", ".zprofile"),
    "fish": (".config/fish/completions/parplan.fish", ".config/fish/config.fish"),
    "powershell": (
        "Documents/PowerShell/Microsoft.PowerShell_profile.ps1",
        "Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1",
        "OneDrive/Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1",
        ".config/powershell/Microsoft.PowerShell_profile.ps1",
    ),
}
"""Where each shell's own lines lie, below the home folder."""


def system_name() -> str:
    """The system and its release: "Windows 10", "Linux 6.1"."""
    return f"{platform.system()} {platform.release()}"


def encoding_of_names() -> str:
    """How names of files are written; anything but UTF-8 loses diacritics."""
    return sys.getfilesystemencoding()


UTF_8_PAGE: Final = 65001
"""As Windows numbers code pages."""


def code_page() -> int | None:
    """What Windows' console takes bytes for; None on any other system, or where there is no console."""
    if sys.platform != "win32":
        return None
    import ctypes

    return int(ctypes.windll.kernel32.GetConsoleOutputCP()) or None


def encoding_asked_for() -> str:
    """What PYTHONIOENCODING sets, which parplan then obeys; empty for nothing."""
    return os.environ.get("PYTHONIOENCODING", "")


def locale_named() -> str:
    """The locale that the environment names, by the first variable that does; empty for none."""
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    return next((value for name in names if (value := os.environ.get(name))), "")


def font_found() -> str | None:
    """The decree's font, or one like it, that this machine has; None where neither is found."""
    if any((folder / name).is_file() for folder in _font_folders() for name in _FILES_OF_IT):
        return WANTED_FONT
    names = _font_names()
    return next((font for font in (WANTED_FONT, *LIKE_IT) if font.casefold() in names), None)


def _font_folders() -> list[Path]:
    windows, home = os.environ.get("WINDIR"), Path.home()
    mac = [Path("/Library/Fonts"), Path("/System/Library/Fonts/Supplemental"), home / "Library" / "Fonts"]
    return [*([Path(windows) / "Fonts"] if windows else []), *mac]


def _font_names() -> set[str]:
    """The families that fontconfig knows, folded; none where there is no fontconfig."""
    asked = shutil.which("fc-list")
    if asked is None:
        return set()
    try:
        ran = subprocess.run([asked, ":", "family"], capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return set()
    families = ran.stdout.decode(errors="replace").splitlines()
    return {name.strip().casefold() for line in families for name in line.split(",")}


def find_office() -> str | None:
    """The program of LibreOffice, on the PATH or where its installer puts it."""
    found = next(filter(None, map(shutil.which, _OFFICE)), None)
    return found or next((str(path) for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    roots = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in os.environ]
    # the .com waits for the work to be done
    windows = [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots]
    return [*windows, Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]


def program(name: str) -> str | None:
    """Where a program lies that the PATH leads to."""
    return shutil.which(name)


class ShellFound(NamedTuple):
    """A shell by its program's name, and which of its own files speaks of parplan, if any does."""

    name: str
    file: Path | None


def shell_found() -> ShellFound | None:
    """The shell that the person uses, if it is one that completion is made for."""
    name = Path(os.environ.get("SHELL", "")).name
    if not name and sys.platform == "win32":
        name = "powershell"
    name = {"pwsh": "powershell"}.get(name, name)
    if name not in _RC_FILES:
        return None
    return ShellFound(name, next((path for path in _own_files(name) if _speaks_of_us(path)), None))


def _own_files(shell: str) -> list[Path]:
    with suppress(RuntimeError):  # who has no home has no files of his own
        return [Path.home() / name for name in _RC_FILES[shell]]
    return []


def _speaks_of_us(path: Path) -> bool:
    try:
        return b"parplan" in path.read_bytes()
    except OSError:
        return False


def may_write(folder: Path) -> bool:
    """Whether the person may put a file there, as far as that can be told without trying."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    return os.access(there, os.W_OK | os.X_OK)
