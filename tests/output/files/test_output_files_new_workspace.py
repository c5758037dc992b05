"""A new workspace reaches the disk whole or not at all, whatever comes in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest

from parplan.finding import Stop
from parplan.output.files.new_workspace import example_files, starting_files, write_new
from running import SAMPLE, snapshot

FILES = {"README.md": b"1", "data/a.yaml": b"2", "data/sources/b.txt": b"3"}


def folders(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    write_new(tmp_path / "x" / "y", FILES)
    assert snapshot(tmp_path / "x" / "y") == FILES


def test_a_link_to_nothing_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").symlink_to("nowhere")
    with pytest.raises(Stop, match="files-exist"):
        write_new(tmp_path, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["disk", "ctrl-c"]
)
@pytest.mark.parametrize("there", [True, False], ids=["folder there", "folder new"])
def test_what_fails_in_between_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, there: bool
) -> None:
    target = tmp_path / "x"
    if there:
        (target / "mine").mkdir(parents=True)
    opened = Path.open

    def failing(self: Path, *args: Any) -> Any:
        if self.name == "b.txt":
            raise error
        return opened(self, *args)

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(Stop if isinstance(error, OSError) else KeyboardInterrupt):
        write_new(target, FILES)
    assert snapshot(tmp_path) == {}
    assert folders(tmp_path) == ({"x", "x/mine"} if there else set())


def test_a_file_that_comes_up_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_bytes(b"mine")
    monkeypatch.setattr("os.path.lexists", lambda _: False)
    with pytest.raises(Stop, match="folder-not-writable"):
        write_new(tmp_path, FILES)
    assert snapshot(tmp_path) == {"data/a.yaml": b"mine"}


def test_what_cannot_be_undone_does_not_hide_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    (tmp_path / "data").write_bytes(b"mine")
    with pytest.raises(Stop, match="folder-not-writable") as stop:
        write_new(tmp_path, FILES)
    assert isinstance(stop.value.values["cause"], NotADirectoryError)


def test_year_place_and_first_month_are_in_names_and_texts() -> None:
    files = starting_files("2031", "Một", "2031-10")
    assert b'name: "M\xe1\xbb\x99t"}' in files["data/indexes.yaml"]
    assert b"starts: 2031-10-01\n" in files["data/plan-2031.yaml"]
    assert "data/plan-2031.yaml" in files
    assert b"year: 2031\n" in files["data/plan-2031.yaml"]


def test_the_example_is_the_sample() -> None:
    assert example_files("quang-nam-2022") == snapshot(SAMPLE)
