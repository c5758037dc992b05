"""Tests of parplan.system.folder, and of what load makes of it: nothing lost, nothing let in from outside."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parplan.finding import Code
from parplan.system.folder import DEEPEST, entries, is_device_name, leading_out, read
from running import run_in
from workspaces import AGENCIES, PLAN, REPORT, Builder

SECRET = "root:x:0:0:secret"
UPDATE = (
    "plan: 2022\nmonth: 2022-09\nagency: so-tu-phap\nreceived: 2022-09-14\n"
    "updates: [{task: A, status: done, date: 2022-09-10}]\n"
)


@pytest.fixture
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that lies outside of the workspace, with what nobody may read through it."""
    path = tmp_path_factory.mktemp("outside") / "shadow"
    path.write_text(f"{SECRET}\n  - x\n")
    return path


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes a folder one that nobody may list; the rights themselves would not hold against the administrator."""
    closed: set[str] = set()
    listed = os.scandir

    def scandir(folder: str | Path) -> object:
        if os.fspath(folder) in closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    return lambda folder: closed.add(os.fspath(folder))


@pytest.mark.parametrize(
    "file", [AGENCIES, PLAN, "data/calendar.yaml", "data/sources/x.txt", "data/settings.yaml"]
)
@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "markdown"])
def test_nothing_is_read_through_a_link_out_of_the_workspace(
    file: str, form: str, w: Builder, secret: Path
) -> None:
    (w.root / file).unlink(missing_ok=True)
    (w.root / file).parent.mkdir(exist_ok=True)
    (w.root / file).symlink_to(secret)
    ran = run_in(w.root, "validate", "--format", form)
    assert ran.code == 1
    assert "secret" not in ran.out + ran.err
    assert "file-unreadable" in ran.out


def test_a_folder_that_is_a_link_out_of_the_workspace_is_told_and_not_entered(w: Builder, secret: Path) -> None:
    (w.root / "data/results").symlink_to(secret.parent)
    assert w.codes() == ["file-unknown"]
    (w.root / "data").rename(w.root / "elsewhere")
    (w.root / "data").symlink_to(secret.parent)
    (found,) = w.load().findings
    assert (found.code, found.where.file) == (Code.FILE_UNREADABLE, "data")


def test_a_link_within_the_workspace_is_followed(w: Builder) -> None:
    (w.root / "register.yaml").write_bytes((w.root / AGENCIES).read_bytes())
    (w.root / AGENCIES).unlink()
    (w.root / AGENCIES).symlink_to("../register.yaml")
    w.silent()


def test_a_workspace_that_is_itself_reached_by_a_link_is_read(
    w: Builder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("links") / "workspace"
    link.symlink_to(w.root)
    assert run_in(link.parent, "validate", "--root", "workspace").code == 0
    assert leading_out(link, link / AGENCIES) is None


@pytest.mark.parametrize("name", ["report.vi.md.j2", "letterhead.docx"])
def test_a_template_that_is_a_link_out_of_the_workspace_is_refused(name: str, w: Builder, secret: Path) -> None:
    w.write(REPORT, UPDATE)
    (w.root / "templates").mkdir()
    (w.root / "templates" / name).symlink_to(secret)
    ran = run_in(w.root, "report", "--month", "9", "-o", "x.docx")
    assert (ran.code, "secret" in ran.err, (w.root / "x.docx").exists()) == (2, False, False)
    assert name in ran.err


def test_completion_offers_nothing_from_outside(w: Builder, secret: Path) -> None:
    secret.write_text("agencies: [{id: secret, name: Secret}]\n")
    (w.root / AGENCIES).unlink()
    (w.root / AGENCIES).symlink_to(secret)
    assert run_in(w.root, "complete", "3", "status", "--agency", "").out == ""


def test_a_folder_that_nobody_may_list_is_an_error_and_accuses_nobody(
    w: Builder, locked: Callable[[Path], None]
) -> None:
    w.write(REPORT, UPDATE)
    locked(w.root / "data/progress")
    (found,) = w.load().findings
    assert (found.code, found.where.file) == (Code.FILE_UNREADABLE, "data/progress")
    for command in (("report", "--month", "9"), ("remind", "--as-of", "2022-10-20")):
        assert run_in(w.root, *command).code == 1
    told = run_in(w.root, "status", "--as-of", "2022-10-20")
    assert "chưa gửi" not in told.out
    assert "lỗi" in told.out


def test_data_that_nobody_may_list_are_told_once(w: Builder, locked: Callable[[Path], None]) -> None:
    locked(w.root / "data")
    assert [(f.code, f.where.file) for f in w.load().findings] == [(Code.FILE_UNREADABLE, "data")]


def test_what_goes_away_while_it_is_read_is_told(w: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: Path, most: int) -> bytes:
        (w.root / REPORT).unlink(missing_ok=True)
        return read(path, most)

    w.write(REPORT, UPDATE)
    monkeypatch.setattr("parplan.reading.files.read", gone)
    assert w.codes() == ["file-unreadable"]


def test_folders_within_folders_are_told_once_where_they_lie_too_deep(w: Builder) -> None:
    (w.root / "data").joinpath(*"d" * 300).mkdir(parents=True)  # more than a thousand no test could clear away
    (found,) = w.load().findings
    assert (found.code, found.where.file) == (Code.FILE_UNKNOWN, "data" + "/d" * DEEPEST)


def test_digits_of_other_scripts_name_no_file_of_ours(w: Builder) -> None:
    w.write("data/plan-２０２３.yaml", (w.root / PLAN).read_text(encoding="utf-8"))
    w.write("data/progress/２０２２-09/so-tu-phap.yaml", UPDATE)
    assert w.codes() == ["file-unknown", "file-unknown"]


def test_only_ordinary_files_are_read_and_only_so_much_of_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"12345")
    for name in ("pipe", ".", "/dev/zero", "/dev/stdin"):
        with pytest.raises(OSError, match=r".") as refused:
            read(tmp_path / name, 10)
        assert refused.value.errno in (errno.EINVAL, errno.EISDIR)
    assert read(tmp_path / "file", 5) == b"12345"
    with pytest.raises(OSError, match=r".") as refused:
        read(tmp_path / "file", 4)
    assert refused.value.errno == errno.EFBIG


@pytest.mark.skipif(not Path("/proc/self/environ").is_file(), reason="files that deny their size are Linux's")
def test_a_file_that_says_it_is_empty_is_read_within_bounds() -> None:
    with pytest.raises(OSError, match=r".") as refused:
        read(Path("/proc/self/environ"), 3)
    assert refused.value.errno == errno.EFBIG


def test_hidden_files_and_those_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    for name in ("data/.git/x", "data/~$x.docx", "data/Thumbs.db", "data/x.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [entry.path for entry in entries(tmp_path, "data")] == [tmp_path / "data/x.yaml"]


def test_names_that_windows_takes_for_devices() -> None:
    assert all(is_device_name(name) for name in ("con", "AUX.docx", "nul.tar.gz", "com1", "lpt9.csv"))
    assert not any(is_device_name(name) for name in ("console.docx", "com.docx", "so-noi-vu", "com0"))
