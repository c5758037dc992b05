"""parplan upgrade: data that an earlier version wrote, in the shape that this one reads.

Must not change what the data say.
"""

from __future__ import annotations

from parplan.editing.upgrading import counted, upgraded
from parplan.options.language import Lang, say
from parplan.options.shared import Root
from parplan.options.writing import DryRun, carry_out, open_to_write
from parplan.output.files.text_out import aloud, aside
from parplan.views.setup.next import Then


def upgrade(dry_run: DryRun = False, lang: Lang = None, root: Root = None) -> Then | None:
    """Bring the data to the present shape. Leaves with 1 where files could not be read: they may be old too."""
    said = say(lang)
    loaded = open_to_write(root)
    olds = counted(loaded)
    if olds:
        told = [said("upgrade.told", file=file, old=old, new=new, n=n) for file, old, new, n in olds]
        carry_out(loaded, upgraded(loaded), "upgrade", said, dry_run=dry_run, sentences=told)
    if unread := sorted(loaded.workspace.unread):
        aloud(said("upgrade.unread", files=", ".join(unread)))
        return Then("validate", code=1)
    if not olds:
        aside(said("upgrade.nothing"))
    return None
