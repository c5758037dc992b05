"""Tests of parplan.views.sheet: what a sheet is made of is finished, whoever draws it."""

from __future__ import annotations

import pytest

from parplan.views.sheet import Sheet
from parplan.views.status.overview import status_view
from parplan.words import words
from sample_status import sample_facts


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return status_view(sample_facts(), words("vi"))


def test_everything_on_a_sheet_is_a_finished_string(sheet: Sheet) -> None:
    lines = [sheet.title, *sheet.notices, *sheet.headline]
    for block in sheet.blocks:
        lines += [block.title, *block.lines]
        lines += (
            [text for row in block.table.rows for text in row.cells if text is not None] if block.table else []
        )
    assert all(isinstance(line, str) for line in lines)


def test_a_block_holds_a_table_or_sentences(sheet: Sheet) -> None:
    assert all(block.table is not None or block.lines for block in sheet.blocks)


def test_nothing_on_a_sheet_changes_under_who_draws_it(sheet: Sheet) -> None:
    with pytest.raises(AttributeError):
        sheet.title = "khác"  # type: ignore[misc]
