"""Every page of the handbook that follows from the program: its path and its text.

Must not explain anything itself: that is the catalogue's, and the templates' in docs/vi/_site/.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

from handbook.codes import families
from handbook.commands import USUAL, groups, shared
from handbook.deadlines import deadlines, same_day
from handbook.drawing import FOLDER, draw
from handbook.fields import files
from parplan.words import words

WHOLE: Final = ("lenh", "ma-loi")
"""Folders that hold nothing but such pages: one of a command or a family that is gone goes too."""


def pages() -> dict[Path, str]:
    """The text of each page, by its path."""
    said = words("vi")
    commands, codes = groups(), list(families(said))
    made = {
        "truong-du-lieu": draw("truong-du-lieu", files=list(files(said))),
        "thoi-han": draw("thoi-han", **deadlines(said)),
        "tra-cuu-nhanh": draw("tra-cuu-nhanh", said=said, same_day=partial(same_day, said)),
        "cac-lenh": draw("cac-lenh", groups=commands, shared=shared()),
        "ma-loi": draw("ma-loi", families=codes),
    }
    made |= {
        f"lenh/{one.page.removesuffix('.md')}": draw("lenh", usual=USUAL, **asdict(one))
        for g in commands
        for one in g.commands
    }
    made |= {f"ma-loi/{one['page'].removesuffix('.md')}": draw("nhom-loi", **one) for one in codes}
    return {FOLDER / f"{name}.md": text for name, text in made.items()}


def write(folder: Path = FOLDER) -> None:
    """Write every page, and remove those of what is gone."""
    made = pages()
    for path in {path for name in WHOLE for path in (folder / name).glob("*.md")} - set(made):
        path.unlink()
    for path, text in made.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
