"""parplan schema [NAME]: JSON Schema of every kind of file, for editors; of a command's answer, for scripts.

Must not write anything but the schemas.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from parplan.model.workspace import LAYOUT
from parplan.options.destination import folder_made
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.shared import Root, exclude, open_workspace
from parplan.output.files.save import save_together
from parplan.output.files.seal import sealed_schema
from parplan.output.files.text_out import aside, write
from parplan.views.answers import answer_text
from parplan.views.schema import FOLDER, schema_file, schema_text
from parplan.views.setup.next import Then


class SchemaName(StrEnum):
    """The kinds of files, by the names that LAYOUT gives them."""

    agencies = "agencies"
    indexes = "indexes"
    calendar = "calendar"
    settings = "settings"
    plan = "plan"
    results = "results"
    decisions = "decisions"
    progress = "progress"
    report = "report"
    reminders = "reminders"


class Answering(StrEnum):
    """The commands that answer in JSON."""

    guide = "guide"
    validate = "validate"
    status = "status"
    show = "show"
    compare = "compare"
    gap = "gap"
    score = "score"
    whatif = "whatif"
    coverage = "coverage"
    log = "log"
    forms_status = "forms status"
    doctor = "doctor"


def schema(
    name: Annotated[SchemaName | None, Argument()] = None,
    answering: Annotated[Answering | None, Option("--for")] = None,
    into: Annotated[Path | None, Option("-o", "--output")] = None,
    lang: Lang = None,
    root: Root = None,
) -> Then | None:
    """Write every schema into a folder, or print one."""
    exclude({"--for": answering is not None, "-o": into is not None})
    exclude({"--for": answering is not None, str(name): name is not None})
    if answering is not None:
        write(answer_text(answering))
        return Then()
    said = say(lang)
    loaded = open_workspace(root)
    kinds = [kind for kind in LAYOUT if name in (None, kind.name)]
    texts = {Path(schema_file(kind)).name: schema_text(kind, loaded.workspace, said) for kind in kinds}
    if name is not None and into is None:
        write("".join(texts.values()))
        return Then()
    folder = into or loaded.root / FOLDER
    _write(texts, folder)
    aside(said("schema.written", n=len(texts), folder=str(folder)))
    return None


def _write(texts: dict[str, str], folder: Path) -> None:
    """All of them, or none."""
    with folder_made(folder):
        save_together({folder / name: sealed_schema(text) for name, text in texts.items()}, beside=False)
