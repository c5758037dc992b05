"""Builds the program of one folder for the system that this runs on, tries it, and zips it: ``make folder``.

The folder needs no Python on the machine that it goes to. On Windows it is what an officer unzips; on Linux it is
built to be tried. PyInstaller makes it from the built wheel, in an environment of its own under ``build/``.

Must not put anything into the folder that is not in the wheel, but the two files that open it.
"""

from __future__ import annotations

import os
import pickle
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import reproducible
from parplan.documents.workbook import CHILD

REPOSITORY: Final = Path(__file__).resolve().parents[1]
PARTS: Final = REPOSITORY / "tools" / "folder"
BUILD: Final = REPOSITORY / "build" / "folder"
DIST: Final = REPOSITORY / "dist"
PYINSTALLER: Final = "pyinstaller>=6.16,<7"
BESIDE: Final = ("mo-parplan.cmd", "DOC-TRUOC.txt")
"""What stands beside the program, with the line ends of Windows."""

SYSTEM: Final = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
IS_WINDOWS: Final = sys.platform == "win32"
TRIALS: Final = 5
LINES: Final = (
    ("--version",),
    ("init", "mau", "--example"),
    ("doctor", "--root", "mau"),
    ("validate", "--root", "mau"),
    ("status", "--root", "mau", "--as-of", "2022-11-05"),
    ("report", "--root", "mau", "--month", "9"),
    ("forms", "export", "--root", "mau", "--month", "9", "--agency", "so-y-te"),
    ("schema", "plan", "--root", "mau"),
    ("explain", "agency-unknown"),
    ("completion", "powershell"),
)
"""One line for each kind of file that the program brings along: words, templates, examples, errors, scripts."""

VERSION_FILE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={parts}, prodvers={parts}, mask=0x3F, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('042A04B0', [
      StringStruct('ProductName', 'parplan'),
      StringStruct('FileDescription', 'parplan'),
      StringStruct('ProductVersion', '{version}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('OriginalFilename', 'parplan.exe'),
      StringStruct('LegalCopyright', 'The parplan developers; MIT')])]),
    VarFileInfo([VarStruct('Translation', [0x042A, 1200])])])
"""


def main() -> None:
    """Build, try, zip; leaves with an error where a line of the trial fails."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    wheel = next(path for path in reproducible.built(REPOSITORY, BUILD / "wheel") if path.suffix == ".whl")
    version = wheel.name.split("-")[1]
    folder = freeze(wheel, version)
    try_out(folder)
    print(f"{packed(folder, version)}: {folder_size(folder) / 1e6:.0f} MB unzipped")


def freeze(wheel: Path, version: str) -> Path:
    """The folder, made of a wheel in an environment that holds nothing else."""
    home = BUILD / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if IS_WINDOWS else "bin/python")
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, PYINSTALLER)
    told = BUILD / "version.txt"
    parts = tuple(int(part) for part in (*version.split("."), "0")[:4])
    told.write_text(VERSION_FILE.format(version=version, parts=parts), encoding="utf-8")
    os.environ["PARPLAN_VERSION_FILE"] = str(told)
    to = ("--distpath", BUILD, "--workpath", BUILD / "work", "--noconfirm", "--log-level", "WARN")
    run(python, "-m", "PyInstaller", *to, PARTS / "parplan.spec")
    folder = BUILD / "parplan"
    for name in BESIDE:
        lines = (PARTS / name).read_text(encoding="utf-8").splitlines()
        text = "".join(f"{line}\r\n" for line in lines)
        # Notepad of old took a text without a mark for the code page of the machine; cmd trips over one
        (folder / name).write_bytes(text.encode("utf-8-sig" if name.endswith(".txt") else "utf-8"))
    shutil.copy(REPOSITORY / "LICENSE", folder / "LICENSE.txt")
    return folder


def try_out(folder: Path) -> None:
    """Every line runs far from the repository and its environment, and how long a start takes."""
    program = folder / ("parplan.exe" if IS_WINDOWS else "parplan")
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "USERPROFILE", "TEMP", "HOME") if name in os.environ}
    with tempfile.TemporaryDirectory() as away:
        for line in LINES:
            ran = subprocess.run([program, *line], cwd=away, env=kept, capture_output=True, check=False)
            print(f"{ran.returncode}  parplan {' '.join(line)}")
            if ran.returncode:
                sys.exit(ran.stderr.decode("utf-8", "replace") or ran.stdout.decode("utf-8", "replace"))
        read_apart(program, next(Path(away).rglob("*.xlsx")))
        for line in (LINES[0], LINES[4]):
            times = [seconds(program, line, away, kept) for _ in range(TRIALS)]
            print(f"{min(times):.2f} s at best, {max(times):.2f} s at worst: parplan {' '.join(line)}")


def read_apart(program: Path, workbook: Path) -> None:
    """The one line that the program runs in another process: a workbook in, its sheets out."""
    command: list[str | Path] = [program, "-P", "-c", CHILD]
    ran = subprocess.run(command, input=workbook.read_bytes(), capture_output=True, check=True)
    if not isinstance(pickle.loads(ran.stdout), list):
        sys.exit(f"{workbook.name} was not read in another process")


def seconds(program: Path, line: tuple[str, ...], away: str, kept: dict[str, str]) -> float:
    """How long one run takes, by the clock on the wall."""
    began = time.perf_counter()
    subprocess.run([program, *line], cwd=away, env=kept, capture_output=True, check=True)
    return time.perf_counter() - began


def packed(folder: Path, version: str) -> Path:
    """The folder as a zip, in a fixed order and with the day of the commit on every file."""
    DIST.mkdir(exist_ok=True)
    path = DIST / f"parplan-{version}-{SYSTEM}-{platform.machine().lower()}.zip"
    day = time.gmtime(reproducible.day_of(REPOSITORY))[:6]
    with ZipFile(path, "w", ZIP_DEFLATED) as zipped:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(f"parplan/{file.relative_to(folder).as_posix()}", day)
            entry.external_attr = (0o755 if os.access(file, os.X_OK) else 0o644) << 16
            entry.compress_type = ZIP_DEFLATED
            zipped.writestr(entry, file.read_bytes())
    return path.relative_to(REPOSITORY)


def folder_size(folder: Path) -> int:
    """The bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def run(*command: str | Path) -> None:
    """Run a program that must not fail."""
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
