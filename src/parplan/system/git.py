"""What git says has changed in a folder, and where its repository begins.

Must not change anything, or know what a file means.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from parplan.finding import Stop
from parplan.spelling import closest

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


def top_of(root: Path) -> Path | None:
    """The top of the repository in which a folder lies. Not asked of git: it may be missing, or refuse."""
    there = Path(os.path.realpath(root))
    return next((folder for folder in (there, *there.parents) if os.path.lexists(folder / ".git")), None)


def changed_files(root: Path, ref: str) -> frozenset[str]:
    """Files below ``root`` that differ from a commit or are new, relative to it, with forward slashes.

    Against another branch, only what this side changed since the two parted; before the first commit, all.
    Raises Stop where git can't tell.
    """
    _must_be_asked(root)
    since = _since(root, ref or HEAD)
    # a renamed file counts as one that went and one that came: what is gone may be missed
    listed = ("diff", "--no-ext-diff", "--ignore-submodules=all", "--name-only", "--no-renames", "--relative")
    changed = _git(root, *listed, "-z", since, "--", ".") if since else _git(root, "ls-files", "-z", "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (changed + new).split("\0") if name)


def _must_be_asked(root: Path) -> None:
    """Raises Stop where git doesn't answer at all: it is missing, there is no repository, or it trusts nobody."""
    try:
        _git(root, "rev-parse", "--git-dir")
    except Stop as stop:
        top = top_of(root)
        if stop.reason == "git-refused" and top is None:
            raise Stop("git-no-repository", folder=str(root)) from None
        # git has always named the setting that mends it, in every language
        if "safe.directory" in str(stop.values.get("all")):
            raise Stop("git-not-trusted", folder=str(top)) from None
        raise


def _since(root: Path, ref: str) -> str:
    """The commit to compare with; none where nothing was committed yet, or the two sides never were one."""
    head = _commit(root, HEAD)
    if ref == HEAD:
        return head
    commit = _commit(root, ref)
    if not commit:
        raise _ref_unknown(root, ref)
    base = _answer(root, "merge-base", commit, head).strip() if head else ""
    if head and not base and _is_shallow(root):
        raise Stop("git-shallow", ref=ref)
    return base


def _commit(root: Path, ref: str) -> str:
    """The name of a commit that is there, whatever it is called; else nothing."""
    return _answer(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()


def _is_shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def _ref_unknown(root: Path, ref: str) -> Stop:
    if _is_shallow(root):
        return Stop("git-shallow", ref=ref)
    named = _git(root, "for-each-ref", "--format=%(refname:short)").split("\n")
    return Stop("git-ref-unknown", ref=ref, near=closest(ref, [name for name in named if name]))


def _answer(root: Path, *argv: str) -> str:
    """What git answers, nothing where it says no: that it does answer was seen before."""
    try:
        return _git(root, *argv)
    except Stop:
        return ""


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
        said = ran.stderr.decode(errors="replace").strip()
        raise Stop("git-refused", text=(said or " ".join(argv)).splitlines()[0], all=said)
    return ran.stdout.decode(errors="surrogateescape")
