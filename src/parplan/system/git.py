"""What git says has changed in a folder, now and in each commit, and where its repository begins.

Must not change anything, or know what a file means.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from parplan.finding import Stop
from parplan.spelling import closest
from parplan.system.answers import once_only

HEAD = "HEAD"

_ASK_NOBODY: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
}
"""Git neither writes its index beside what somebody else is doing, nor fetches what a partial clone lacks."""

_RUN_NOTHING: Final = (
    *("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.untrackedCache=keep"),
    "log.showSignature=false",
)
"""What a repository that came from elsewhere would have git run."""

_FILTERS: Final = r"^filter\..*\.(clean|smudge|process|required)$"
"""Programs through which git reads a file; those of the person's own settings are theirs."""


_AS_IT_IS: Final = ("--raw", "-z", "--no-abbrev", "--no-renames", f"-O{os.devnull}")
"""Files that differ, with the names of what they held: a renamed file is one that went and one that came."""

_EACH_COMMIT: Final = "--format=commit %H %P%n%aN%n%aI%n%s"


class Touched(NamedTuple):
    """A file that differs: the names under which git keeps what it held before and after; empty for no file.

    ``after`` is also empty where nothing but the disk holds it.
    """

    file: str
    before: str
    after: str


class Commit(NamedTuple):
    """A commit: ``at`` is when its author wrote it, in his time zone; ``parents`` are those known here."""

    name: str
    parents: tuple[str, ...]
    who: str
    at: str
    subject: str
    files: tuple[Touched, ...]


def commits(root: Path, folder: str) -> tuple[Commit, ...]:
    """Every commit that changed something in a folder below ``root``, the newest first; file names are from there.

    Of a merge, only the files that are none of those it joined. Raises Stop where git can't tell.
    """
    _must_be_asked(root)
    if not _commit(root, HEAD):
        return ()
    # git forgets --relative where it tells of a merge
    above = _git(root, "rev-parse", "--show-prefix").removesuffix("\n")
    asked = ("log", *_AS_IT_IS, "-c", "--root", "--no-color", "--encoding=UTF-8", _EACH_COMMIT, HEAD, "--", folder)
    return tuple(_told(_git(root, *asked).split("\0"), above))


def _told(parts: Sequence[str], above: str) -> Iterator[Commit]:
    head: list[str] = []
    files: list[Touched] = []
    rest = iter(parts)
    for part in rest:
        if part.startswith("commit "):
            if head:
                yield _told_of(head, files)
            head, files = part.split("\n"), []
        elif (raw := part.lstrip("\n")).startswith(":"):
            files.extend(_touched(raw, next(rest, "").removeprefix(above)))
    if head:
        yield _told_of(head, files)


def _told_of(head: Sequence[str], files: Sequence[Touched]) -> Commit:
    first, who, at, subject, *_ = (*head, "", "", "")
    _, name, *parents = first.split(" ")
    return Commit(name, tuple(filter(None, parents)), who, at, subject, tuple(files))


def _touched(raw: str, file: str) -> Iterator[Touched]:
    """One file of a list; nothing for what is no ordinary file before or after."""
    colons = len(raw) - len(raw.lstrip(":"))
    fields = raw[colons:].split(" ")
    modes, names = fields[: colons + 1], fields[colons + 1 : 2 * colons + 2]
    if {modes[0], modes[-1]} <= {"000000", "100644", "100755"}:
        before, after = ("" if set(name) == {"0"} else name for name in (names[0], names[-1]))
        yield Touched(file, before, after)


def uncommitted(root: Path, folder: str) -> tuple[Touched, ...]:
    """The files in a folder below ``root`` that are not what the last commit holds, or new. Raises Stop."""
    _must_be_asked(root)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder)
    if _commit(root, HEAD):
        asked = ("diff", "--no-ext-diff", "--ignore-submodules=all", "--relative", *_AS_IT_IS, HEAD, "--", folder)
        parts = _beside_disk(root, *asked).split("\0")
        changed = [one for raw, file in zip(parts[::2], parts[1::2], strict=False) for one in _touched(raw, file)]
    else:
        changed, new = [], new + _git(root, "ls-files", "-z", "--", folder)
    came = [Touched(file, "", "") for file in new.split("\0") if file]
    every = {one.file: one for one in (*changed, *came)}  # what is in conflict is listed twice
    return tuple(every[file] for file in sorted(every))


def contents(root: Path, names: Iterable[str], most: int) -> dict[str, bytes]:
    """What git keeps under some names, but for what it lacks and what is longer than ``most``. Raises Stop."""
    every = list(dict.fromkeys(name for name in names if name))
    sizes = _batch(root, "--batch-check=%(objectname) %(objectsize)", every).decode().splitlines()
    kept = [name for name, size in (line.split(" ")[:2] for line in sizes) if size.isdigit() and int(size) <= most]
    answer, found, at = _batch(root, "--batch=%(objectsize)", kept), {}, 0
    for name in kept:
        end = answer.index(b"\n", at)
        size = int(answer[at:end])
        found[name] = answer[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _batch(root: Path, how: str, names: Sequence[str]) -> bytes:
    return _run(root, "cat-file", how, said="".join(f"{name}\n" for name in names).encode()) if names else b""


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
    if since:
        changed = _beside_disk(root, *listed, "-z", since, "--", ".")
    else:
        changed = _git(root, "ls-files", "-z", "--", ".")
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
    if head and not base and is_shallow(root):
        raise Stop("git-shallow", ref=ref)
    return base


def _commit(root: Path, ref: str) -> str:
    """The name of a commit that is there, whatever it is called; else nothing."""
    return _answer(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()


def is_shallow(root: Path) -> bool:
    """Whether the repository lacks its older history."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def _ref_unknown(root: Path, ref: str) -> Stop:
    if is_shallow(root):
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
    """What git answers, as text."""
    return _text(_run(root, *argv))


def _text(answer: bytes) -> str:
    return answer.decode(errors="surrogateescape")


def _beside_disk(root: Path, *argv: str) -> str:
    """How what git holds differs from the files on the disk, read through no program of the repository's own.

    Git notes in its index which files it found as they were, whatever it is told of locks: so it gets a copy. That
    is as old as the index itself, for by its age git knows which files it has to read.
    """
    index = root / _git(root, "rev-parse", "--git-path", "index").removesuffix("\n")
    with TemporaryDirectory(prefix="parplan-") as folder:
        copy = Path(folder) / "index"
        if index.exists():
            copy2(index, copy)
        return _text(_run(root, *argv, index=copy, off=_own_filters(root)))


def _own_filters(root: Path) -> list[str]:
    """The settings by which the repository itself, not the person, would have files read through a program."""
    asked = ("config", "--show-scope", "--null", "--name-only", "--get-regexp", _FILTERS)
    parts = _text(_run(root, *asked, may_fail=True)).split("\0")
    return [name for scope, name in zip(parts[::2], parts[1::2], strict=False) if scope in ("local", "worktree")]


def _named_from_here() -> dict[str, str]:
    """The repository that was named for the run, as git does for a hook in a worktree, and its top.

    Without a top git would take the folder that is asked about for it; meant is that of the run.
    """
    folder = os.environ.get("GIT_DIR")
    if not folder:
        return {}
    top = subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, check=False).stdout
    named = {"GIT_DIR": os.path.abspath(folder)}  # noqa: PTH100 - nothing of it is asked of the disk
    return named | ({"GIT_WORK_TREE": os.fsdecode(top.removesuffix(b"\n"))} if top else {})


def _run(
    root: Path,
    *argv: str,
    off: Sequence[str] = (),
    said: bytes = b"",
    index: Path | None = None,
    may_fail: bool = False,
) -> bytes:
    """What git answers to what it is ``said``; ``index`` is read in the place of the repository's own."""
    once_only()
    quiet = [part for setting in _RUN_NOTHING for part in ("-c", setting)]
    first = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    environment = os.environ | _ASK_NOBODY | {"GIT_CONFIG_COUNT": str(first + len(off))}
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    for number, name in enumerate(off, start=first):
        environment |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": ""}
    asked = ["git", *quiet, "-C", str(root), *argv]
    try:
        environment |= _named_from_here()
        ran = subprocess.run(asked, input=said, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise Stop("git-missing") from None
    if ran.returncode and not may_fail:
        answer = ran.stderr.decode(errors="replace").strip()
        raise Stop("git-refused", text=(answer or " ".join(argv)).splitlines()[0], all=answer)
    return ran.stdout
