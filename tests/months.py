"""A month that is written down in a small workspace: opened, refused, and what came of it in a file.

Must not assert what was written.
"""

from __future__ import annotations

from typing import Any

import pytest

from parplan.editing.edit import Edited
from parplan.finding import Stop
from parplan.options.record.month import Month, open_month
from parplan.words import words
from workspaces import Builder

VI = words("vi")
TOLD = "data/progress/2022-09/so-tu-phap.yaml"


def opened(w: Builder, month: str | None = None, day: str = "2022-09-16") -> Month:
    return open_month(w.root, None, month, day, VI)


def refused(call: Any) -> Stop:
    with pytest.raises(Stop) as told:
        call()
    return told.value


def written(made: Edited, file: str = TOLD) -> str:
    assert made.new_errors == ()
    (found,) = (edit.after for edit in made.edits if edit.file == file and edit.after is not None)
    return found.decode()
