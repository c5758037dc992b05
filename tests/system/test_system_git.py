"""Tests of parplan.system.git, in repositories of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.system.git import HEAD, Touched, changed_files, commits, contents, is_shallow, top_of, uncommitted
from repositories import IDENTITY, committed, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A branch «main» with one commit, and a workspace in a folder of it."""
    work = tmp_path / "tỉnh"
    (work / "data").mkdir(parents=True)
    (work / "data" / "a.yaml").write_text("a\n")
    (work / "data" / "b.yaml").write_text("b\n")
    (tmp_path / "outside.txt").write_text("x\n")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "x")
    return work


def test_nothing_changed_is_nothing(repository: Path) -> None:
    assert changed_files(repository, HEAD) == frozenset()


def test_changed_staged_and_new_files_are_told_relative_to_the_workspace(repository: Path) -> None:
    (repository / "data" / "a.yaml").write_text("a2\n")
    (repository / "data" / "sở nội vụ.yaml").write_text("c\n")
    (repository / "data" / "d.yaml").write_text("d\n")
    git(repository, "add", "data/d.yaml")
    (repository.parent / "outside.txt").write_text("y\n")
    assert changed_files(repository, HEAD) == {"data/a.yaml", "data/sở nội vụ.yaml", "data/d.yaml"}


def test_against_a_branch_only_this_side_s_changes_count(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "mine")
    (repository / "data" / "a.yaml").write_text("mine\n")
    git(repository, "commit", "--quiet", "-am", "mine")
    git(repository, "switch", "--quiet", "main")
    (repository / "data" / "b.yaml").write_text("theirs\n")
    git(repository, "commit", "--quiet", "-am", "theirs")
    git(repository, "switch", "--quiet", "mine")
    assert changed_files(repository, "main") == {"data/a.yaml"}


def test_a_renamed_file_is_gone_and_new(repository: Path) -> None:
    git(repository, "mv", "data/a.yaml", "data/z.yaml")
    assert changed_files(repository, HEAD) == {"data/a.yaml", "data/z.yaml"}


def refused(folder: Path, ref: str = HEAD) -> Stop:
    with pytest.raises(Stop) as stop:
        changed_files(folder, ref)
    return stop.value


@pytest.mark.parametrize("ref", ["--fork-point", "--octopus", "-x"])
def test_an_option_is_no_commit(repository: Path, ref: str) -> None:
    assert refused(repository, ref).reason == "git-ref-unknown"


def test_a_commit_that_is_not_there_is_a_reason_to_stop(repository: Path) -> None:
    git(repository, "branch", "tháng-9")
    stop = refused(repository, "thang-9")
    assert (stop.reason, stop.near) == ("git-ref-unknown", "tháng-9")


def test_a_folder_without_git_is_a_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert refused(tmp_path).reason == "git-no-repository"


def test_a_repository_of_another_account_is_a_reason_to_stop_that_names_the_setting(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    stop = refused(repository)
    assert (stop.reason, stop.values["folder"]) == ("git-not-trusted", str(repository.parent))


def test_before_the_first_commit_every_file_is_new(repository: Path) -> None:
    shutil.rmtree(repository.parent / ".git")
    git(repository.parent, "init", "--quiet", "--initial-branch=main")
    assert changed_files(repository, HEAD) == {"data/a.yaml", "data/b.yaml"}
    git(repository, "add", "data/a.yaml")
    assert changed_files(repository, HEAD) == {"data/a.yaml", "data/b.yaml"}


def clone(source: Path, *options: str) -> Path:
    """A copy without most of the history, as machines of CI make it; the folder of its workspace."""
    target = source.with_name(f"{source.name}-clone")
    git(source.parent, "clone", "--quiet", *options, f"file://{source}", str(target))
    return target / "tỉnh"


@pytest.fixture
def parted(repository: Path) -> Path:
    """The top of a repository whose branches «main» and «mine» have parted, with some commits on each."""
    for branch, file in (("mine", "a"), ("main", "b")):
        git(repository, "switch", "--quiet", *(["-c"] if branch == "mine" else []), branch)
        for text in ("1", "2"):
            (repository / f"data/{file}.yaml").write_text(text)
            git(repository, "commit", "--quiet", "-am", text)
    top = repository.parent
    return top.rename(top.with_name(f"{top.name}-origin"))


def test_a_branch_that_a_shallow_clone_lacks_is_a_reason_to_stop(parted: Path) -> None:
    shallow = clone(parted, "--depth=1", "--branch=mine")
    stop = refused(shallow, "origin/main")
    assert (stop.reason, stop.values) == ("git-shallow", {"ref": "origin/main"})


def test_branches_that_part_before_a_shallow_clone_begins_are_a_reason_to_stop(parted: Path) -> None:
    shallow = clone(parted, "--depth=1", "--branch=mine", "--no-single-branch")
    assert refused(shallow, "origin/main").reason == "git-shallow"
    assert changed_files(shallow, HEAD) == frozenset()
    git(shallow, "fetch", "--quiet", "--unshallow")
    assert changed_files(shallow, "origin/main") == {"data/a.yaml"}


def test_a_worktree_and_a_head_on_no_branch_are_as_good(parted: Path) -> None:
    tree = parted.with_name(f"{parted.name}-tree")
    git(parted, "worktree", "add", "--quiet", "--detach", str(tree), "mine")
    assert top_of(tree / "tỉnh" / "data") == tree
    assert changed_files(tree / "tỉnh", "main") == {"data/a.yaml"}


@pytest.mark.parametrize("is_relative", [False, True])
def test_the_repository_that_a_hook_names_is_seen_from_a_folder_of_it(
    is_relative: bool, parted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = parted.with_name(f"{parted.name}-tree")
    git(parted, "worktree", "add", "--quiet", str(tree), "mine")
    named = parted / ".git/worktrees" / tree.name
    (tree / "tỉnh/data/b.yaml").write_text("b2\n")
    monkeypatch.chdir(tree)  # there git runs hooks
    monkeypatch.setenv("GIT_DIR", os.path.relpath(named) if is_relative else str(named))
    assert changed_files(tree / "tỉnh", HEAD) == {"data/b.yaml"}
    assert [one.file for one in uncommitted(tree / "tỉnh", "data")] == ["data/b.yaml"]


@pytest.mark.parametrize("is_done", [True, False], ids=["a merge", "a merge in conflict"])
def test_after_a_merge_only_this_side_counts(parted: Path, is_done: bool) -> None:
    git(parted, "switch", "--quiet", "mine")
    if not is_done:
        (parted / "tỉnh/data/b.yaml").write_text("mine")
        git(parted, "commit", "--quiet", "-am", "mine")
    subprocess.run(["git", "-C", str(parted), *IDENTITY, "merge", "--quiet", "main"], capture_output=True)
    wanted = {"data/a.yaml"} if is_done else {"data/a.yaml", "data/b.yaml"}
    assert changed_files(parted / "tỉnh", "main") == wanted


def test_with_a_branch_that_never_was_one_with_ours_every_file_is_new(repository: Path) -> None:
    git(repository.parent, "switch", "--quiet", "--orphan", "other")
    git(repository.parent, "commit", "--quiet", "--allow-empty", "-m", "x")
    git(repository.parent, "switch", "--quiet", "main")
    assert changed_files(repository, "other") == {"data/a.yaml", "data/b.yaml"}


def test_a_folder_lies_in_the_nearest_repository_or_in_none(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert top_of(repository / "data") == repository.parent
    git_file = repository / ".git"
    git_file.write_text("gitdir: ../.git/modules/tỉnh\n")
    assert top_of(repository / "data") == repository
    git_file.unlink()
    (repository.parent / ".git").rename(repository.parent / "git")
    assert top_of(repository) is None


@pytest.mark.parametrize("named", [None, "elsewhere"])
def test_a_machine_without_git_is_a_reason_to_stop(
    named: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named is not None:
        monkeypatch.setenv("GIT_DIR", named)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match="git-missing"):
        changed_files(tmp_path, HEAD)


def trap(root: Path, name: str) -> tuple[Path, Path]:
    """A program that leaves a mark where it ran, and the mark."""
    mark = root.parent / f"{name}.ran"
    program = root.parent / f"{name}.sh"
    program.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    program.chmod(0o755)
    return program, mark


@pytest.mark.parametrize(
    "setting",
    [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.x.command",
        "diff.x.textconv",
        "filter.x.clean",
        "filter.x.process",
        "filter.x.smudge",
    ],
)
def test_no_program_runs_that_the_repository_names(setting: str, repository: Path) -> None:
    program, mark = trap(repository, setting.replace("=", "-"))
    (repository / ".gitattributes").write_text("*.yaml filter=x diff=x\n")
    git(repository, "config", setting, str(program))
    git(repository, "config", "filter.x.required", "true")
    for name in ("a", "b"):
        (repository / f"data/{name}.yaml").write_text(f"{name}2\n")
    assert {"data/a.yaml", "data/b.yaml"} <= changed_files(repository, HEAD)
    assert {"data/a.yaml", "data/b.yaml"} <= {one.file for one in uncommitted(repository, "data")}
    assert contents(repository, [file.after for one in commits(repository, "data") for file in one.files], 100)
    assert not mark.exists()


@pytest.mark.parametrize("hook", ["fsmonitor-watchman", "post-index-change", "reference-transaction"])
def test_no_hook_of_the_repository_runs(hook: str, repository: Path) -> None:
    program, mark = trap(repository, hook)
    hooks = repository.parent / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / hook).write_bytes(program.read_bytes())
    (hooks / hook).chmod(0o755)
    (repository / "data" / "a.yaml").touch()
    changed_files(repository, "main")
    assert not mark.exists()


def test_the_index_stays_as_it_is(repository: Path) -> None:
    index = repository.parent / ".git/index"
    before = index.read_bytes()
    os.utime(repository / "data" / "a.yaml", (1, 1))  # git would note that its content is the same
    assert changed_files(repository, HEAD) == frozenset()
    assert uncommitted(repository, "data") == ()
    assert index.read_bytes() == before


def test_what_was_changed_within_the_second_of_the_index_is_told(repository: Path) -> None:
    file, index, then = repository / "data" / "a.yaml", repository.parent / ".git/index", (1_000, 1_000)
    git(repository, "config", "core.trustctime", "false")
    os.utime(file, then)
    git(repository, "add", ".")
    file.write_text("b\n")  # as long as before
    for one in (file, index):
        os.utime(one, then)
    assert changed_files(repository, HEAD) == {"data/a.yaml"}


def test_filters_of_the_person_s_own_still_work(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own.config"
    own.write_text('[filter "x"]\n\tclean = tr a-z A-Z\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    (repository / ".gitattributes").write_text("*.yaml filter=x\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "-am", "x")
    assert changed_files(repository, HEAD) == frozenset()


def test_each_commit_tells_who_when_and_what_the_files_were(repository: Path) -> None:
    (repository / "data/a.yaml").write_text("a2\n")
    (repository.parent / "outside.txt").write_text("y\n")
    committed(repository.parent, "Sửa a", "Lê Thị Hồng", "2022-09-16T08:30:00+07:00")
    newest, first = commits(repository, "data")
    assert (newest.who, newest.at, newest.subject) == ("Lê Thị Hồng", "2022-09-16T08:30:00+07:00", "Sửa a")
    assert (newest.parents, first.parents) == ((first.name,), ())
    (one,) = newest.files
    assert (one.file, contents(repository, [one.before, one.after], 100)) == (
        "data/a.yaml",
        {one.before: b"a\n", one.after: b"a2\n"},
    )
    assert [(one.file, one.before) for one in first.files] == [("data/a.yaml", ""), ("data/b.yaml", "")]


def test_a_merge_tells_only_of_what_is_in_neither_side(parted: Path) -> None:
    work = parted / "tỉnh"
    git(parted, "switch", "--quiet", "mine")
    git(parted, "merge", "--quiet", "--no-commit", "main")
    (work / "data/a.yaml").write_text("both")
    committed(parted, "merge")
    assert [one.file for one in commits(work, "data")[0].files] == ["data/a.yaml"]


def test_what_is_too_long_or_missing_is_left_out(repository: Path) -> None:
    (one, _) = commits(repository, "data")[0].files
    assert contents(repository, [one.after, "0" * 40, ""], 1) == {}
    assert contents(repository, [], 1) == {}


def test_what_no_commit_holds_is_told_with_what_was_before(repository: Path) -> None:
    assert uncommitted(repository, "data") == ()
    (repository / "data/a.yaml").unlink()
    (repository / "data/sở.yaml").write_text("c\n")
    (repository.parent / "outside.txt").write_text("y\n")
    gone, new = uncommitted(repository, "data")
    assert (gone.file, bool(gone.before), new) == ("data/a.yaml", True, Touched("data/sở.yaml", "", ""))


def test_before_the_first_commit_there_is_none_and_every_file_is_new(repository: Path) -> None:
    shutil.rmtree(repository.parent / ".git")
    git(repository.parent, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", "data/a.yaml")
    assert commits(repository, "data") == ()
    assert [one.file for one in uncommitted(repository, "data")] == ["data/a.yaml", "data/b.yaml"]


def test_a_shallow_clone_knows_that_it_is_one(parted: Path) -> None:
    shallow = clone(parted, "--depth=1", "--branch=mine")
    assert (is_shallow(shallow), is_shallow(parted)) == (True, False)
    assert [commit.parents for commit in commits(shallow, "data")] == [()]


@pytest.mark.parametrize("setting", ["gpg.program", "diff.x.textconv", "diff.external", "core.pager"])
def test_no_program_runs_while_commits_are_told(setting: str, repository: Path) -> None:
    program, mark = trap(repository, setting)
    git(repository, "config", setting, str(program))
    for name, value in (("log.showSignature", "true"), ("log.showRoot", "false"), ("diff.orderFile", "none")):
        git(repository, "config", name, value)
    (repository / ".gitattributes").write_text("*.yaml diff=x\n")
    (repository / "data/a.yaml").write_text("a2\n")
    names = [
        name
        for one in (*commits(repository, "data")[0].files, *uncommitted(repository, "data"))
        for name in (one.before, one.after)
    ]
    assert len(contents(repository, names, 100)) == 2
    assert not mark.exists()
