"""Writes docs/errors/: a page for each code and the list of all, out of the folders under src/parplan/errors/.

Must not say of a code what its folder does not: the words here only stand between prose, mistake and output.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Final

from parplan.errors import FOLDER, explanation
from parplan.finding import Code
from parplan.views.explain import code_list
from parplan.words import words

TARGET: Final = Path(__file__).parents[1] / "docs" / "errors"
LONGEST: Final = 40
"""So many lines of a file are shown; of a longer one, the beginning."""
BEGINNING: Final = 12

VI, EN = words("vi"), words("en")
MADE: Final = "<!-- make docs writes this file out of src/parplan/errors/ -->"
TITLE: Final = "# Mã lỗi, cảnh báo, lưu ý · Codes"
INTRODUCTION: Final = (
    "Mọi nội dung mà `parplan validate` có thể nêu. Xem ngay trong cửa sổ lệnh: `parplan explain MÃ`.",
    "*Everything that `parplan validate` may tell. In the terminal: `parplan explain CODE`.*",
)
HEAD: Final = "| mã · code | mức · weight | nội dung · meaning |\n|---|---|---|"
MISTAKE: Final = "**Ví dụ · Example**"
OUTPUT: Final = {"vi": "`parplan validate`:", "en": "`parplan validate --lang en`:"}
LEFT_OUT: Final = "`{name}`: không có tệp này · there is no such file"
NO_TEXT: Final = "`{name}`: không phải UTF-8 · not UTF-8"
EMPTY: Final = "`{name}`: tệp trống · an empty file"
MORE: Final = "… ({n} dòng nữa · {n} more lines)"
HIDDEN: Final = (
    "⟨…⟩ là ký tự không hiện trên màn hình, · là dấu cách ở cuối dòng. "
    "*⟨…⟩ is a character that no screen shows, · a blank at the end of a line.*"
)
BACK: Final = "[Danh mục · All codes](README.md)"

CATEGORIES_HIDDEN: Final = ("Cc", "Cf", "Mn")
"""Control characters, marks of format, and diacritics that stand apart from their letter."""


def pages() -> dict[Path, str]:
    """Every page by its path."""
    made = {TARGET / f"{code.slug}.md": code_page(code) for code in Code}
    return made | {TARGET / "README.md": list_page()}


def list_page() -> str:
    """Every code by family: its weight and the first sentence of its explanation."""
    parts = [MADE, TITLE, *INTRODUCTION]
    lines: list[str] = []
    for vi, en in zip(code_list(Code, VI).rows, code_list(Code, EN).rows, strict=True):
        if vi.kind == "block":
            parts += ["\n".join(lines), f"## {vi.cells[0]} · {en.cells[0]}"]
            lines = [HEAD]
        else:
            slug, weight, meaning = (_cell(text) for text in vi.cells)
            _, weight_en, meaning_en = (_cell(text) for text in en.cells)
            lines.append(f"| [`{slug}`]({slug}.md) | {weight} · {weight_en} | {meaning}<br>*{meaning_en}* |")
    return _joined([*parts, "\n".join(lines)])


def _cell(text: str | None) -> str:
    return (text or "").replace("|", r"\|")


def code_page(code: Code) -> str:
    """One code: what it means in Vietnamese, a mistake and what is said of it, then the same in English."""
    kind = [
        f"{said(f'severity.{code.severity.value}')} ({said(f'family.{code.family.value}')})" for said in (VI, EN)
    ]
    vi, en = ("\n\n".join(_told(code, language)) for language in ("vi", "en"))
    shown = list(_shown(FOLDER / code.slug / "mistake"))
    return _joined(
        [
            *(MADE, f"# {code.slug}", " · ".join(kind)),
            *(vi, *shown, _output(code, "vi")),
            *("---", en, _output(code, "en"), BACK),
        ]
    )


def _told(code: Code, language: str) -> list[str]:
    return explanation(code, language).prose.strip().split("\n\n")


def _output(code: Code, language: str) -> str:
    printed = explanation(code, language).output.strip("\n")
    return f"{OUTPUT[language]}\n\n```text\n{printed}\n```" if printed else ""


def _shown(folder: Path) -> Iterator[str]:
    """What differs from the sound workspace, file by file."""
    if not folder.is_dir():
        return
    yield MISTAKE
    shown = [
        _file(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*")) if path.is_file()
    ]
    yield from shown
    if any("⟨" in text or "·\n" in text for text in shown):
        yield HIDDEN


def _file(path: Path, name: str) -> str:
    """A file of the mistake: what is otherwise than in the sound one, or all of it."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return NO_TEXT.format(name=name)
    if name == "without.txt":
        return "\n\n".join(LEFT_OUT.format(name=left_out) for left_out in text.split())
    sound = FOLDER / "sound" / name
    if sound.is_file():
        lines = _differing(sound.read_bytes().decode(), text)
        return f"`{name}`:\n\n{_fenced(lines, 'diff')}"
    if not text:
        return EMPTY.format(name=name)
    lines = text.removesuffix("\n").split("\n")
    if len(lines) > LONGEST:
        lines = [*lines[:BEGINNING], MORE.format(n=len(lines) - BEGINNING)]
    return f"`{name}`:\n\n{_fenced(lines, 'yaml')}"


def _differing(sound: str, text: str) -> list[str]:
    every = unified_diff(sound.split("\n"), text.split("\n"), n=0, lineterm="")
    return [line for line in every if not line.startswith(("---", "+++", "@@"))]


def _visible(line: str) -> str:
    """A line with everything spelt out that nobody sees."""
    line = re.sub(r" +$", lambda blanks: "·" * len(blanks[0]), line)
    return "".join(_spelt(character) for character in line)


def _spelt(character: str) -> str:
    if character == "\t":
        return "⟨Tab⟩"
    return f"⟨U+{ord(character):04X}⟩" if unicodedata.category(character) in CATEGORIES_HIDDEN else character


def _fenced(lines: list[str], language: str) -> str:
    return "\n".join([f"```{language}", *map(_visible, lines), "```"])


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def main() -> None:
    """Write every page, and remove those of codes that are gone."""
    made = pages()
    TARGET.mkdir(parents=True, exist_ok=True)
    for path in set(TARGET.glob("*.md")) - set(made):
        path.unlink()
    for path, text in made.items():
        path.write_bytes(text.encode())
    print(f"{TARGET}: {len(made)}")


if __name__ == "__main__":
    main()
