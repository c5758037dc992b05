"""parplan unset: a field, or an item of a list, goes with all that it holds.

Must not take anything else along, but for what would be left empty.
"""

from __future__ import annotations

from parplan.editing.setting import unset as without
from parplan.options.language import Lang, say
from parplan.options.place import Place, find_field
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write


def unset(where: Place, dry_run: DryRun = False, lang: Lang = None, root: Root = None) -> None:
    """Take a field away."""
    loaded = open_to_write(root)
    carry_out(loaded, without(loaded, find_field(loaded, where)), "unset", say(lang), dry_run=dry_run)
