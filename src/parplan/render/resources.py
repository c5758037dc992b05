"""Where a template or letterhead lies: the workspace's own comes before the one we ship.

Must not read what it finds.
"""

from __future__ import annotations

from pathlib import Path

from parplan.finding import Stop

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parents[1]


def template_path(name: str, workspace_root: Path | None) -> Path:
    """The file ``name``: in the workspace's ``templates/``, else in the package, else in the checkout.

    The checkout is asked because an editable install does not carry the build's ``force-include``.
    """
    roots = [PACKAGE, CHECKOUT] if workspace_root is None else [workspace_root, PACKAGE, CHECKOUT]
    folders = [root / "templates" for root in roots]
    # A template is named, never addressed: "../secret" must not lead out of the folders.
    if Path(name).name == name:
        for folder in folders:
            if (folder / name).is_file():
                return folder / name
    raise Stop("template-missing", name=name, folders=", ".join(str(folder) for folder in folders))
