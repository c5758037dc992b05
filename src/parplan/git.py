"""What git says has changed in a folder.

Must not change anything, or know what a file means.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from parplan.finding import Stop

HEAD = "HEAD"


def changed_files(root: Path, ref: str) -> frozenset[str]:
    """Files below ``root`` that differ from a commit or are new, relative to it, with forward slashes.

    Against another branch, only what this side changed since the two parted. Raises Stop where git can't tell.
    """
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{ref or HEAD}^{{commit}}").strip()
    since = commit if ref in ("", HEAD) else _git(root, "merge-base", commit, HEAD).strip()
    # a renamed file counts as one that went and one that came: what is gone may be missed
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", since, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (changed + new).split("\0") if name)


def _git(root: Path, *argv: str) -> str:
    try:
        ran = subprocess.run(["git", "-C", str(root), *argv], capture_output=True, check=False)
    except FileNotFoundError:
        raise Stop("git-missing") from None
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise Stop("git-refused", text=said[0] if said else " ".join(argv))
    return ran.stdout.decode(errors="surrogateescape")
