"""Builds wheel and sdist twice, in two places and as if at two times, and holds every byte against the other.

``make dist`` runs it: what it leaves in ``dist/`` is what a release uploads, and what anybody can build again from
the same commit. The wheel is built a third time, out of the sdist.

Must not build what git does not know: a file left lying about would come along.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final
from zipfile import ZipFile

REPOSITORY: Final = Path(__file__).resolve().parents[1]
DIST: Final = REPOSITORY / "dist"
OLD_DAY: Final = 946_684_800
"""The first of January 2000: the day of every file in the second place."""

MUST_HOLD: Final = (
    *("parplan/words/vi.yaml", "parplan/words/en.yaml", "parplan/words/schema.vi.yaml"),
    *("parplan/cutting/vocabulary.json", "parplan/model/spoken/spoken.json", "parplan/tables/heads.json"),
    *("parplan/templates/report.vi.md.j2", "parplan/templates/letterhead.docx"),
    *("parplan/templates/workspace/data/agencies.yaml", "parplan/templates/workspace/.gitignore"),
    *("parplan/examples/quang-nam-2022/data/plan-2022.yaml", "parplan/completion/shells/parplan.powershell"),
    *("parplan/errors/agency-unknown/vi.md", "parplan/py.typed"),
)
"""One file of each kind without which a command fails where no repository lies beside it."""


def main() -> None:
    """Leaves with an error where two builds differ, or the wheel lacks something."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        one, other = Path(first) / "here", Path(second) / "elsewhere" / "and-deeper"
        copy(one)
        copy(other)
        disguise(other)
        made, again = built(one, Path(first) / "dist"), built(other, Path(second) / "dist")
        differing = [a.name for a, b in zip(made, again, strict=True) if a.read_bytes() != b.read_bytes()]
        wheel, sdist = made
        if from_sdist(sdist, Path(second)).read_bytes() != wheel.read_bytes():
            differing.append(f"{wheel.name} out of {sdist.name}")
        if differing:
            sys.exit(f"Built twice, not the same: {', '.join(differing)}")
        if lacking := missing(wheel):
            sys.exit(f"{wheel.name} lacks {', '.join(lacking)}")
        DIST.mkdir(exist_ok=True)
        for path in made:
            shutil.copy(path, DIST / path.name)
            print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  dist/{path.name}")


def copy(to: Path) -> None:
    """Every file that git knows, as it is now."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if (REPOSITORY / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, to / name)


def disguise(folder: Path) -> None:
    """Another day and other rights on every file: a machine with another umask, and a clock that is wrong."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(path.stat().st_mode & 0o700)
            os.utime(path, (OLD_DAY, OLD_DAY))


def built(source: Path, to: Path) -> list[Path]:
    """The wheel and the sdist of a folder, the wheel first."""
    _build(source, to)
    return sorted(to.iterdir(), key=lambda path: path.suffix != ".whl")


def from_sdist(sdist: Path, scratch: Path) -> Path:
    """The wheel that whoever has only the sdist builds."""
    with tarfile.open(sdist) as archive:
        archive.extractall(scratch / "unpacked", filter="data")
    (source,) = (scratch / "unpacked").iterdir()
    _build(source, scratch / "again", "-t", "wheel")
    (wheel,) = (scratch / "again").glob("*.whl")
    return wheel


def _build(source: Path, to: Path, *kinds: str) -> None:
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": str(day_of(REPOSITORY))}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(to), *kinds]
    ran = subprocess.run(command, cwd=source, env=fixed, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stderr)


def day_of(repository: Path) -> int:
    """The second of the last commit, which every file in what is built bears; or what the environment says."""
    if asked := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(asked)
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout)


def missing(wheel: Path) -> list[str]:
    """What a wheel should hold and does not."""
    with ZipFile(wheel) as zipped:
        held = set(zipped.namelist())
    return [name for name in MUST_HOLD if name not in held]


if __name__ == "__main__":
    main()
