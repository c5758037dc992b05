"""docs/errors/ holds what tools/error_pages.py makes of the folders of the codes, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import error_pages
from error_pages import TARGET, code_page, list_page, pages
from parplan.finding import Code


def test_every_page_is_as_the_folders_are() -> None:
    written = {path: path.read_bytes().decode() for path in TARGET.rglob("*") if path.is_file()}
    made = pages()
    assert set(written) == set(made), "make docs"
    assert [path.name for path in made if made[path] != written[path]] == [], "make docs"


def test_the_list_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\(([^)]+)\)", list_page()))
    assert linked == {f"{code.slug}.md" for code in Code}


def test_only_what_differs_from_the_sound_workspace_is_shown() -> None:
    page = code_page(Code.RULE_UNKNOWN)
    (diff,) = re.findall(r"```diff\n(.*?)\n```", page, re.DOTALL)
    removed, added = diff.split("\n")
    assert re.fullmatch("-.*rule: trước ngày 30/9/2022}", removed)
    assert re.fullmatch(r"\+.*rule: giữa tháng 9}", added)


@pytest.mark.parametrize(
    ("code", "spelt"),
    [
        (Code.TAB_FOUND, "⟨Tab⟩status"),
        (Code.CHARACTER_INVALID, "kiến nghị;⟨U+000B⟩ còn"),
        (Code.CHARACTER_INVISIBLE, "Sở Tư⟨U+200B⟩ pháp"),
        (Code.TEXT_NOT_NFC, "So⟨U+031B⟩⟨U+0309⟩ Y te⟨U+0302⟩⟨U+0301⟩"),
        (Code.SPACE_TRAILING, "in-progress··\n"),
    ],
    ids=lambda value: value.slug if isinstance(value, Code) else "",
)
def test_what_nobody_sees_is_spelt_out(code: Code, spelt: str) -> None:
    assert spelt in code_page(code)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (Code.FILE_MISSING, "`data/indexes.yaml`: không có tệp này"),
        (Code.FILE_UNREADABLE, "`data/results/2022.yaml/.keep`: tệp trống"),
        (Code.ENCODING_INVALID, "`data/progress/2022-09/so-tu-phap.yaml`: không phải UTF-8"),
        (Code.FINDINGS_MANY, " more lines)\n```"),
    ],
    ids=lambda value: value.slug if isinstance(value, Code) else "",
)
def test_what_cannot_be_shown_is_said(code: Code, said: str) -> None:
    assert said in code_page(code)


def test_a_code_without_a_small_mistake_has_its_prose_alone() -> None:
    page = code_page(Code.FILE_TOO_LARGE)
    assert "```" not in page
    assert "\n---\n" in page


def test_main_removes_the_page_of_a_code_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone.md"
    gone.write_text("# gone\n", encoding="utf-8")
    monkeypatch.setattr(error_pages, "TARGET", tmp_path)
    monkeypatch.setattr(error_pages, "pages", lambda: {tmp_path / "kept.md": "# kept\n"})
    error_pages.main()
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"kept.md": "# kept\n"}
