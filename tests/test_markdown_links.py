"""No link of any page in Markdown is dead: neither the file it leads to, nor the heading in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from workspaces import REPOSITORY

ELSEWHERE = {".venv", "build", "dist", "node_modules", ".git"}
PAGES = sorted(
    page
    for top in REPOSITORY.iterdir()
    if top.name not in ELSEWHERE
    for page in (top.rglob("*.md") if top.is_dir() else [top] if top.suffix == ".md" else [])
)
LINK = re.compile(r"\]\(<?([^)#\s>]*)(?:#([^)\s>]*))?>?\)")
FENCED = re.compile(r"^( *)(```+|~~~+).*?^\1\2`*~* *$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")


@cache
def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


@cache
def headings(page: Path) -> frozenset[str]:
    """The addresses of a page's headings, as GitHub and the handbook's site make them."""
    said: Counter[str] = Counter()
    found = set()
    for heading in re.findall(r"^#{1,6} +(.+?) *#*$", prose(page), re.MULTILINE):
        shown = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)
        address = re.sub(r"[^\w -]", "", shown.lower()).replace(" ", "-")
        found.add(f"{address}-{said[address]}" if said[address] else address)
        said[address] += 1
    return frozenset(found)


def dead(page: Path) -> list[str]:
    """The links of a page that lead nowhere; pages of others are not asked."""
    found = []
    for file, heading in LINK.findall(CODE.sub("``", prose(page))):
        if "://" in file or file.startswith("mailto:"):
            continue
        there = page.parent / file if file else page
        if not there.exists():
            found.append(file)
        elif heading and there.suffix == ".md" and heading not in headings(there):
            found.append(f"{file}#{heading}")
    return found


def test_every_link_leads_somewhere() -> None:
    assert {str(page.relative_to(REPOSITORY)): links for page in PAGES if (links := dead(page))} == {}


def test_a_dead_link_and_a_dead_heading_are_found(tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("# Số, ký hiệu\n## Số, ký hiệu\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](there.md) [b](there.md#số-ký-hiệu) [c](there.md#số-ký-hiệu-1) [d](https://example.org/none)\n"
        "`[e](code.md)`\n```text\n[f](code.md)\n```\n[g](gone.md) [h](there.md#gone) [i](#gone)\n",
        encoding="utf-8",
    )
    assert dead(page) == ["gone.md", "there.md#gone", "#gone"]
