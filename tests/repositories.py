"""Repositories of git for tests: commands to it, and commits of somebody at a time.

Must not know what a workspace holds.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *argv: str) -> None:
    """Run git there; it must succeed."""
    subprocess.run(["git", *IDENTITY, "-C", str(root), *argv], check=True, capture_output=True)


def started(root: Path) -> Path:
    """A repository with one commit of all that is there, on the branch «main»."""
    git(root, "init", "--quiet", "--initial-branch=main")
    return committed(root, "Bắt đầu")


def committed(root: Path, subject: str, who: str = "Lan", at: str = "2022-09-16T08:30:00+07:00") -> Path:
    """All that is there, in a commit of somebody."""
    git(root, "add", "--all")
    git(
        root,
        "commit",
        "--quiet",
        "--allow-empty",
        f"--author={who} <l@example.org>",
        f"--date={at}",
        "-m",
        subject,
    )
    return root


def merges(root: Path, branch: str) -> bool:
    """Merge a branch; whether that went without a conflict."""
    ran = subprocess.run(["git", *IDENTITY, "-C", str(root), "merge", "--no-edit", branch], capture_output=True)
    return ran.returncode == 0
