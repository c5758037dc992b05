"""parplan set: one field takes another value, whichever file it stands in.

Must not change more than that field.
"""

from __future__ import annotations

from typing import Annotated

from parplan.editing.edit import onto
from parplan.editing.setting import set_to
from parplan.finding import Stop
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument
from parplan.options.place import Place, find_field, listed, with_report
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write


def set(
    where: Place,
    value: Annotated[str, Argument()],
    dry_run: DryRun = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Set a field, in the spelling that the data is written in."""
    said = say(lang)
    loaded = open_to_write(root)
    begun = with_report(loaded, where)
    field = find_field(begun, where)
    if field.shape == "whole" and not field.parts:
        raise Stop("set-empty", place=where)
    if field.shape == "whole":
        raise Stop("set-whole", place=where, known=listed(field.parts))
    carry_out(loaded, onto(loaded, set_to(begun, field, value)), "set", said, dry_run=dry_run)
