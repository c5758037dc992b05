"""Tests of parplan.output.files.place: what no output may be put over, and what it is only poured into."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.output.files.place import name_limit, refuse_place, stream_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("w/data/progress", "w/templates", "w/bao-cao", "elsewhere/data"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "w/data/agencies.yaml").touch()
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "w/data/agencies.yaml",
        "w/data/new.csv",
        "w/data/progress/2022-10/x.md",
        "w/templates/letterhead.docx",
        "w/bao-cao/../data/x.csv",
    ],
)
def test_nothing_is_put_among_what_a_workspace_is_read_from(name: str, root: Path) -> None:
    with pytest.raises(Stop, match="output-in-data"):
        refuse_place(root / name)


def test_not_through_a_link_either(root: Path) -> None:
    (root / "bao-cao").symlink_to(root / "w/data")
    with pytest.raises(Stop, match="output-in-data"):
        refuse_place(root / "bao-cao" / "x.csv")


@pytest.mark.parametrize("target", ["../../elsewhere/x.csv", "../../elsewhere/not-there.csv"])
def test_a_link_out_of_its_folder_is_not_followed(target: str, root: Path) -> None:
    (root / "elsewhere/x.csv").touch()
    (root / "w/bao-cao/x.csv").symlink_to(target)
    with pytest.raises(Stop, match="output-link"):
        refuse_place(root / "w/bao-cao/x.csv")


@pytest.mark.parametrize("name", ["w/x.csv", "w/bao-cao/x.csv", "elsewhere/data/x.csv", "x.csv"])
def test_any_other_place_may_be_asked_for(name: str, root: Path) -> None:
    refuse_place(root / name)
    assert stream_of(root / name) is None


def test_a_folder_that_is_a_link_is_where_it_was_asked_for(root: Path) -> None:
    (root / "link").symlink_to(root / "elsewhere")
    refuse_place(root / "link" / "x.csv")


def test_a_name_that_is_too_long_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long") as failed:
        stream_of(tmp_path / ("x" * 256))
    assert failed.value.errno == errno.ENAMETOOLONG
    assert name_limit(tmp_path) == 255


def test_a_device_is_poured_into() -> None:
    into = stream_of(Path(os.devnull))
    assert into is not None
    into(b"a")


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.parametrize("kind", ["pipe", "file"])
def test_standard_output_is_gone_on_with(name: str, kind: str, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from parplan.output.files.place import stream_of; "
        f"print('a'); stream_of(Path({name!r}))(b'b\\n'); print('c')"
    )
    if kind == "pipe":
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"a\nb\nc\n"
        return
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == b"a\nb\nc\n"
