"""A Word document as PDF: how LibreOffice is found and asked, and what happens where it fails."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from parplan.finding import Stop
from parplan.output.files.seal import seal_of
from parplan.output.word import pdf as module
from parplan.output.word.pdf import pdf
from parplan.system import machine

DAY = date(2022, 10, 14)
MADE = """\
%PDF-1.6
<</CreationDate(D:20261125034310Z')>>
trailer
/ID [ <FA8B510F98EE5EA51BDC6C26A156D8A0>
<FA8B510F98EE5EA51BDC6C26A156D8A0> ]
/DocChecksum /D5280627A478A831F8D73CF0064BC168
%%EOF
"""

needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the office of these tests is a shell script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LibreOffice that does what a test writes into it; temporary folders lie under ``temporary``."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "bin" / "soffice"


def does(office: Path, script: str) -> None:
    office.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    office.chmod(0o755)


def refused() -> str:
    with pytest.raises(Stop) as stop:
        pdf(b"document", DAY)
    return stop.value.reason


@needs_shell
def test_it_is_asked_with_a_profile_of_its_own_and_leaves_nothing(office: Path, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_text(MADE, encoding="utf-8")
    does(office, f'echo "$@" > {tmp_path}/asked; cp {tmp_path}/made.pdf "$7/report.pdf"; cp "$8" {tmp_path}/given')
    pdf(b"document", DAY)
    profile, *options = (tmp_path / "asked").read_text(encoding="utf-8").split()
    assert profile.startswith(f"-env:UserInstallation=file://{tmp_path}/temporary/parplan-")
    assert options[:5] == ["--headless", "--norestore", "--convert-to", "pdf", "--outdir"]
    assert (tmp_path / "given").read_bytes() == b"document"
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_shell
def test_clock_and_chance_are_taken_out_and_it_is_sealed(office: Path, tmp_path: Path) -> None:
    texts = (MADE, MADE.replace("20261125034310", "20270101000000").replace("FA8B51", "000000"))
    made = []
    for text in texts:
        (tmp_path / "made.pdf").write_text(text, encoding="utf-8")
        does(office, f'cp {tmp_path}/made.pdf "$7/report.pdf"')
        made.append(pdf(b"document", DAY))
    assert made[0] == made[1]
    assert b"CreationDate(D:20221014000000Z')" in made[0]
    assert made[0].index(b"%%EOF") == MADE.index("%%EOF")  # offsets in the file still hold
    seal = seal_of(made[0])
    assert seal is not None
    assert seal.is_whole


@needs_shell
@pytest.mark.parametrize("script", ["exit 0", "exit 1"])
def test_an_office_that_makes_nothing_is_told_of(office: Path, tmp_path: Path, script: str) -> None:
    does(office, script)
    assert refused() == "libreoffice-failed"
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_shell
def test_an_office_that_can_not_be_started_is_told_of(office: Path) -> None:
    office.write_bytes(b"\x7fELF broken")
    office.chmod(0o755)
    assert refused() == "libreoffice-failed"


@needs_shell
def test_an_office_that_hangs_is_ended_with_all_that_it_started(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.5)
    does(office, f"sleep 60 &\necho $! > {tmp_path}/child\nwait")
    assert refused() == "libreoffice-slow"
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    for _ in range(50):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether it is there, and not only waiting to be counted as ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_machine_without_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(machine, "_usual_places", list)
    assert refused() == "libreoffice-missing"
