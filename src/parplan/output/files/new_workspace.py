"""A new workspace: the files it starts with, written whole or not at all, over nothing that is there.

Must not know what the files say: they lie ready, and year, place and first month are the only holes in them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from errno import ENOTDIR
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from parplan.finding import Stop
from parplan.model.workspace import DATA
from parplan.output.files.place import read_by_workspace
from parplan.output.files.seal import sealed_schema
from parplan.output.templates.shipped import shipped_files
from parplan.reading.load import load
from parplan.views.schema import editor_settings, modeline, schema_files
from parplan.words import Words

YEAR: Final = "YEAR"
"""What stands for the plan's year in the names and texts of the files we ship."""

PROVINCE: Final = "PROVINCE"
STARTS: Final = "STARTS"

EXAMPLES: Final = "vi-du"
"""The folder of files to copy: what lies there as in data/, and enters no count."""

EXTENSIONS: Final[Mapping[str, object]] = {"recommendations": ["redhat.vscode-yaml"]}
"""What VS Code offers to install on opening the folder."""

Files = Mapping[str, bytes]
"""Files by their path in the workspace, with forward slashes."""


def starting_files(year: str, province: str, starts: str) -> dict[str, bytes]:
    """The files of an empty workspace for the plan of a year; each YAML file tells the editor its schema."""
    files = {}
    for shipped, content in shipped_files("templates/workspace").items():
        name = shipped.replace(YEAR, year).replace(STARTS, starts)
        text = content.decode().replace(STARTS, starts).replace(YEAR, year)
        # in quotes: a name may hold a comma or a colon
        files[name] = _started(name, text.replace(PROVINCE, json.dumps(province, ensure_ascii=False)))
    return files


def _started(name: str, text: str) -> bytes:
    """An example tells the schema that holds once it is copied to its place among the data."""
    there = name.replace(f"{EXAMPLES}/", f"{DATA}/")
    return (f"{modeline(there)}\n{text}" if name.endswith(".yaml") else text).encode()


def example_files(name: str) -> dict[str, bytes]:
    """The files of an example, to the byte."""
    return shipped_files(f"examples/{name}")


def editor_files(files: Files, words: Words) -> dict[str, bytes]:
    """What makes an editor complete and check those files: their schemas, and where to find them."""
    with TemporaryDirectory() as made:
        write_new(Path(made), files)
        workspace = load(Path(made)).workspace
    settings = {".vscode/settings.json": _json(editor_settings()), ".vscode/extensions.json": _json(EXTENSIONS)}
    schemas = {name: sealed_schema(text) for name, text in schema_files(workspace, words).items()}
    return schemas | {name: text.encode() for name, text in settings.items()}


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def write_new(folder: Path, files: Files) -> None:
    """Write all files or none. Raises Stop where one of them is there already, or the folder takes none.

    Nor is a workspace made among the data of another, whose files they would be.
    """
    if read_by_workspace(folder) is not None:
        raise Stop("workspace-in-data", folder=str(folder))
    taken = [name for name in files if os.path.lexists(folder / name)]
    if taken:
        raise Stop("files-exist", folder=str(folder), first=taken[0], n=len(taken))
    made: list[Path] = []
    try:
        _make_folder(folder, made)
        for name, content in files.items():
            _make_folder((folder / name).parent, made)
            with (folder / name).open("xb") as file:  # a file that came up meanwhile is not ours to replace
                made.append(folder / name)
                file.write(content)
    except BaseException as error:
        _take_away(made)
        if isinstance(error, OSError):
            raise Stop("folder-not-writable", folder=str(folder), cause=error) from error
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """The folder and those above it, as far as they are missing; ``made`` gets them in that order."""
    if folder.is_dir():
        return
    if os.path.lexists(folder):
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR))
    _make_folder(folder.parent, made)
    folder.mkdir()
    made.append(folder)


def _take_away(made: list[Path]) -> None:
    """Undo, the newest first; a folder into which somebody else wrote meanwhile stays."""
    for path in reversed(made):
        try:
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        except OSError:
            continue
