"""Where what we ship lies: a template or letterhead, of which the workspace's own comes first; a folder of files.

Must not understand what it finds.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from parplan.finding import Stop
from parplan.system.folder import is_there, leading_out, read

LARGEST_TEMPLATE: Final = 1024 * 1024
"""Bytes of a template; ours have some twenty thousand."""

PACKAGE = Path(__file__).resolve().parents[2]
CHECKOUT = PACKAGE.parents[1]


def template_path(name: str, workspace_root: Path | None) -> Path:
    """The file ``name``: in the workspace's ``templates/``, else in the package, else in the checkout.

    The checkout is asked because an editable install does not carry the build's ``force-include``.
    """
    ours = [root / "templates" for root in (PACKAGE, CHECKOUT)]
    # A template is named, never addressed: "../secret" must not lead out of the folders.
    if Path(name).name == name:
        if workspace_root is not None and (own := workspace_root / "templates" / name) and is_there(own):
            if (trouble := leading_out(workspace_root, own)) is not None:
                raise Stop("template-unreadable", file=str(own), cause=trouble)
            return own
        for folder in ours:
            if (folder / name).is_file():
                return folder / name
    folders = ours if workspace_root is None else [workspace_root / "templates", *ours]
    raise Stop("template-missing", name=name, folders=", ".join(str(folder) for folder in folders))


def template_digest(name: str, workspace_root: Path | None) -> str:
    """By which a template and its frame are known again: whether a report would be worded as it was."""
    made = hashlib.sha256()
    for each in (name, f"frame.{name.partition('.')[2]}"):
        # git may have changed the line ends
        made.update(template_bytes(template_path(each, workspace_root), LARGEST_TEMPLATE).replace(b"\r\n", b"\n"))
    return made.hexdigest()[:8]


def template_bytes(path: Path, most: int) -> bytes:
    """What a template or letterhead holds; Stop where it cannot be read or is larger than ``most``."""
    try:
        return read(path, most)
    except OSError as error:
        raise Stop("template-unreadable", file=str(path), cause=error) from None


def completion_script(shell: str) -> str:
    """What a shell is to read at its start."""
    return (PACKAGE / "completion" / "shells" / f"parplan.{shell}").read_text(encoding="utf-8")


def shipped_files(folder: str) -> dict[str, bytes]:
    """Every file of a folder that we ship, by its path in it, in a fixed order.

    The package holds it where it was built, the checkout where the install is editable.
    """
    root = next(place / folder for place in (PACKAGE, CHECKOUT) if (place / folder).is_dir())
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
