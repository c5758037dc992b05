"""docs/vi/cai-dat.md: the commands that it names are known, the files that it opens are packed."""

from __future__ import annotations

import re

from parplan.cli import COMMANDS
from parplan.words import words
from workspaces import REPOSITORY

PAGE = REPOSITORY / "docs" / "vi" / "cai-dat.md"
TEXT = PAGE.read_text(encoding="utf-8")
PARTS = REPOSITORY / "tools" / "folder"


def test_every_command_that_it_names_is_there() -> None:
    named = re.findall(r"(?:`|^)parplan ([a-z-]+)", TEXT, re.MULTILINE)
    assert len(named) > 4
    assert set(named) <= set(COMMANDS)


def test_what_somebody_double_clicks_is_packed() -> None:
    opened = set(re.findall(r"`([\w-]+\.cmd)`", TEXT))
    assert opened == {path.name for path in PARTS.glob("*.cmd")}
    assert set(
        re.findall(r"^parplan ([a-z]+)", (PARTS / "mo-parplan.cmd").read_text("ascii"), re.MULTILINE)
    ) <= set(COMMANDS)


def test_what_it_says_that_the_program_says_is_what_it_says() -> None:
    said = " ".join(words("vi").sentences.values())
    for quoted in (
        "là cách ghi của phiên bản trước",
        "OneDrive chưa tải tệp này về máy",
        "chương trình khác đang mở tệp này",
    ):
        assert quoted in TEXT
        assert quoted in said


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    heads = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    assert [one for one in links if one.startswith("#") and one[1:] not in heads] == []
    assert [one for one in links if not one.startswith("#") and not (PAGE.parent / one).exists()] == []
