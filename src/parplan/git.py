"""What git says has changed in a folder.

Must not change anything, or know what a file means.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from parplan.finding import Stop

HEAD = "HEAD"

_ASK_NOBODY: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
}
"""Git neither writes its index beside what somebody else is doing, nor fetches what a partial clone lacks."""

_RUN_NOTHING: Final = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.untrackedCache=keep")
"""What a repository that came from elsewhere would have git run."""

_FILTERS: Final = r"^filter\..*\.(clean|smudge|process|required)$"
"""Programs through which git reads a file; those of the person's own settings are theirs."""


def changed_files(root: Path, ref: str) -> frozenset[str]:
    """Files below ``root`` that differ from a commit or are new, relative to it, with forward slashes.

    Against another branch, only what this side changed since the two parted. Raises Stop where git can't tell.
    """
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{ref or HEAD}^{{commit}}").strip()
    since = commit if ref in ("", HEAD) else _git(root, "merge-base", commit, HEAD).strip()
    # a renamed file counts as one that went and one that came: what is gone may be missed
    changed = _git(
        root,
        "diff",
        "--no-ext-diff",
        "--ignore-submodules=all",
        "--name-only",
        "--no-renames",
        "--relative",
        "-z",
        since,
        "--",
        ".",
    )
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (changed + new).split("\0") if name)


def _git(root: Path, *argv: str) -> str:
    """What git answers. It runs no program that the repository's own settings name."""
    try:
        filters = _run(
            root, "config", "--show-scope", "--null", "--name-only", "--get-regexp", _FILTERS, may_fail=True
        )
        named = [name for scope, name in _pairs(filters) if scope in ("local", "worktree")]
        return _run(root, *argv, off=named)
    except FileNotFoundError:
        raise Stop("git-missing") from None


def _pairs(listed: str) -> list[tuple[str, str]]:
    every = listed.split("\0")
    return list(zip(every[::2], every[1::2], strict=False))


def _run(root: Path, *argv: str, off: Sequence[str] = (), may_fail: bool = False) -> str:
    quiet = [part for setting in _RUN_NOTHING for part in ("-c", setting)]
    first = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    environment = os.environ | _ASK_NOBODY | {"GIT_CONFIG_COUNT": str(first + len(off))}
    for number, name in enumerate(off, start=first):
        environment |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": ""}
    ran = subprocess.run(
        ["git", *quiet, "-C", str(root), *argv], capture_output=True, check=False, env=environment
    )
    if may_fail:
        return ran.stdout.decode(errors="surrogateescape")
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise Stop("git-refused", text=said[0] if said else " ".join(argv))
    return ran.stdout.decode(errors="surrogateescape")
