"""Where what we ship lies: a template or letterhead, of which the workspace's own comes first; a folder of files.

Must not understand what it finds.
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


def completion_script(shell: str) -> str:
    """What a shell is to read at its start."""
    return (PACKAGE / "render" / "completion" / f"parplan.{shell}").read_text(encoding="utf-8")


def shipped_files(folder: str) -> dict[str, bytes]:
    """Every file of a folder that we ship, by its path in it, in a fixed order.

    The package holds it where it was built, the checkout where the install is editable.
    """
    root = next(place / folder for place in (PACKAGE, CHECKOUT) if (place / folder).is_dir())
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
