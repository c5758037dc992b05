"""Every command that reads, over damaged workspaces: an answer of ours, no trace of Python, nothing written.

Must not know what is right: that a command answers is all that is asked.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from running import run_in, snapshot
from workspaces import REPOSITORY

SOUND = REPOSITORY / "examples" / "minh-hoa-2023"
COMMANDS = (
    ("validate", "--format", "json"),
    ("validate", "--diff"),
    ("status", "--as-of", "2024-02-01", "--by", "agency", "--wide"),
    ("status", "--month", "2024-01", "--format", "csv"),
    ("show", "II.2", "--as-of", "2024-02-01"),
    ("compare",),
    ("gap",),
    ("score",),
    ("whatif",),
    ("report", "--month", "2024-01", "--format", "md", "-o", "-"),
    ("report", "--month", "2024-01", "--agency", "phuong-mot", "--format", "md", "-o", "-"),
    ("remind", "--month", "2024-01", "--format", "md", "-o", "-"),
)
DAMAGES = 40
"""So many that the whole takes some seven seconds; the number of one is its seed."""

PIECES = (
    *(b": ", b"- ", b"\n", b"  ", b"{", b"]", b",", b'"', b"|\n", b"---\n", b"~", b"#", b"&a ", b"\t", b"\xff"),
    *(
        "ộ".encode(),
        "\u200b".encode(),
        "“".encode(),
        b"2024-02-30",
        b"1.10",
        b"-5",
        b"99999999999999999999",
        b"9999-12-31",
    ),
)


def damage(root: Path, seed: int) -> None:
    """Spoil one to three files: pieces put in, stretches cut out or doubled; a file emptied, moved, taken away."""
    chance = random.Random(seed)
    for file in chance.sample(sorted(root.rglob("data/**/*.*")), chance.randint(1, 3)):
        raw = file.read_bytes()
        start = chance.randrange(len(raw) + 1)
        end = min(len(raw), start + chance.randrange(60))
        match chance.randrange(7):
            case 0:
                file.unlink()
            case 1:
                file.write_bytes(b"")
            case 2:
                file.write_bytes(raw[:start] + raw[start:end] * 2 + raw[end:])
            case 3:
                file.write_bytes(raw[:start] + raw[end:])
            case 4:
                file.rename(file.with_name(f"2099{file.name}"))
            case _:
                file.write_bytes(raw[:start] + chance.choice(PIECES) + raw[end:])


@pytest.mark.parametrize("seed", range(DAMAGES))
def test_every_command_that_reads_gives_an_answer(seed: int, tmp_path: Path) -> None:
    root = Path(shutil.copytree(SOUND, tmp_path / "workspace"))
    damage(root, seed)
    before = snapshot(tmp_path)
    for command in COMMANDS:
        ran = run_in(root, *command)
        assert ran.code in (0, 1, 2), (command, ran.err)
        assert ran.code == 0 or ran.out or ran.err, command
        assert "Traceback" not in ran.err
    assert snapshot(tmp_path) == before
