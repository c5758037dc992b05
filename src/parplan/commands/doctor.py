"""parplan doctor: what of this machine and this workspace is fine, and what to do about the rest.

Must not write, or ask anything of the net.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

from parplan import __version__
from parplan.editing.past.undo import unfinished
from parplan.finding import Stop
from parplan.model.workspace import LAYOUT
from parplan.options.language import Lang, say
from parplan.options.parameters import Option
from parplan.options.shared import Root, TableOrJson, open_workspace
from parplan.output.files.place import FOLDER
from parplan.output.files.seal import sealed_schema
from parplan.output.files.text_out import write
from parplan.output.terminal import console as terminal
from parplan.output.text.json import listed
from parplan.reading.load import Loaded
from parplan.system import machine
from parplan.system.git import top_of
from parplan.views.schema import schema_file, schema_files
from parplan.views.setup.doctor import Check, Verdict, doctor_data, doctor_sheet
from parplan.views.setup.next import Then
from parplan.words import LANGUAGES, words

UTF_8: Final = "utf-8"


def doctor(
    format_: Annotated[TableOrJson, Option("--format")] = TableOrJson.table,
    lang: Lang = None,
    root: Root = None,
) -> Then | None:
    """Look at all that parplan hangs on; leave with 1 where something must be mended."""
    said = say(lang)
    checks = [*_of_machine(), *_of_workspace(root)]
    if format_ is TableOrJson.json:
        write(listed(doctor_data(checks)))
    else:
        terminal.sheet(doctor_sheet(checks, said))
    if any(check.verdict is Verdict.bad for check in checks):
        return Then(code=1)
    return None if any(check.name == "writing" for check in checks) else Then("init")


def _of_machine() -> Iterator[Check]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Check("program", "is", values={"version": __version__, "python": python, "path": sys.executable})
    yield Check("system", "is", values={"system": machine.system_name(), "locale": machine.locale_named() or "-"})
    yield _encoding()
    font = machine.font_found()
    if font is None:
        yield Check("font", "missing", Verdict.advice, {"font": machine.WANTED_FONT})
    else:
        yield Check("font", "is" if font == machine.WANTED_FONT else "like", values={"font": font})
    office = machine.find_office()
    yield Check("libreoffice", "is", values={"path": office}) if office else _advice("libreoffice")
    git = machine.program("git")
    yield Check("git", "is", values={"path": git}) if git else _advice("git")
    shell = machine.shell_found()
    if shell is None:
        yield Check("completion", "unknown")
    elif shell.file is None:
        yield Check("completion", "missing", Verdict.advice, {"shell": shell.name})
    else:
        yield Check("completion", "is", values={"file": str(shell.file)})


def _advice(name: str) -> Check:
    return Check(name, "missing", Verdict.advice)


def _encoding() -> Check:
    """Whether diacritics come out: names of files, the console, and what the environment asks for instead."""
    names, asked, page = machine.encoding_of_names(), machine.encoding_asked_for(), machine.code_page()
    if names != UTF_8:
        return Check("encoding", "names", Verdict.bad, {"encoding": names})
    if asked and not asked.casefold().replace("_", "-").startswith(("utf-8", "utf8")):
        return Check("encoding", "asked", Verdict.advice, {"encoding": asked})
    if page not in (None, machine.UTF_8_PAGE):
        return Check("encoding", "page", Verdict.advice, {"page": page})
    return Check("encoding", "is", values={"encoding": UTF_8.upper()})


def _of_workspace(root: Path | None) -> Iterator[Check]:
    try:
        loaded = open_workspace(root)
    except Stop as stop:
        if stop.reason != "workspace-missing":  # a folder that was named
            raise
        yield _advice("workspace")
        return
    plans = ", ".join(map(str, sorted(loaded.workspace.plans))) or "-"
    values = {"path": str(loaded.root), "files": len(loaded.texts), "plans": plans, "errors": len(loaded.errors)}
    yield Check(
        "workspace", "errors" if loaded.errors else "is", Verdict.bad if loaded.errors else Verdict.fine, values
    )
    yield _writing(loaded)
    yield (
        Check("repository", "is", values={"path": str(top)})
        if (top := top_of(loaded.root))
        else _advice("repository")
    )
    yield _schemas(loaded)


def _writing(loaded: Loaded) -> Check:
    """Whether the data and reports can be written, and no write was cut off."""
    for folder in (loaded.root / "data", loaded.root / FOLDER):
        if not machine.may_write(folder):
            return Check("writing", "refused", Verdict.bad, {"path": str(folder)})
    try:
        entry = unfinished(loaded.root)
    except OSError:
        return Check("writing", "journal", Verdict.bad)
    return (
        Check("writing", "unfinished", Verdict.bad, {"command": entry.command})
        if entry
        else Check("writing", "is")
    )


def _schemas(loaded: Loaded) -> Check:
    """Whether the schemas of editors are there, and know the ids of today."""
    if not any((loaded.root / schema_file(kind)).is_file() for kind in LAYOUT):
        return _advice("editor")
    for language in LANGUAGES:
        wanted = schema_files(loaded.workspace, words(language))
        if all(_holds(loaded.root / name, sealed_schema(text)) for name, text in wanted.items()):
            return Check("editor", "is")
    return Check("editor", "stale", Verdict.advice)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
