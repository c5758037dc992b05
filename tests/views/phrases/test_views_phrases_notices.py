"""Tests of parplan.views.phrases.notices: what must be known first, and nothing where nothing must."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parplan.facts.standing import Standings
from parplan.facts.viewpoint import Viewpoint
from parplan.reading.load import load
from parplan.views.phrases.notices import notices
from parplan.words import words
from workspaces import REPOSITORY


@pytest.mark.parametrize(
    ("root", "errors", "told"),
    [
        (REPOSITORY, 0, ()),
        (REPOSITORY, 2, ("02 lỗi",)),
        (REPOSITORY / "examples" / "quang-nam-2022", 0, ("SỐ LIỆU MINH HỌA",)),
        (REPOSITORY / "examples" / "quang-nam-2022", 1, ("SỐ LIỆU MINH HỌA", "01 lỗi")),
    ],
    ids=["sound", "errors", "sample", "both"],
)
def test_invented_figures_come_first_then_records_left_out(root: Path, errors: int, told: tuple[str, ...]) -> None:
    workspace = load(root).workspace
    standings = Standings(workspace, workspace.plans[2022], Viewpoint(date(2022, 10, 5)))
    found = notices(standings, errors, words("vi"))
    assert len(found) == len(told)
    assert all(part in notice for part, notice in zip(told, found, strict=True))
