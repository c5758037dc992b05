"""parplan validate [PATH…]: every mistake in every file, in one run.

Must not mend anything.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parplan.commands.options import Lang, Root, open_workspace, say
from parplan.finding import Finding, Severity, Stop
from parplan.load import Loaded
from parplan.render import terminal
from parplan.views.findings import complaints, findings_data, summary


class TextOrJson(StrEnum):
    """How findings are told."""

    text = "text"
    json = "json"


def validate(
    paths: Annotated[list[Path] | None, typer.Argument()] = None,
    format_: Annotated[TextOrJson, typer.Option("--format")] = TextOrJson.text,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Check a workspace; report on some of its files only, if any are named."""
    said = say(lang)
    loaded = open_workspace(root or _root_of(paths))
    chosen = _chosen(loaded, paths)
    made = complaints(loaded, chosen, said)
    if format_ is TextOrJson.json:
        terminal.show_json(findings_data(loaded, made))
    else:
        terminal.findings(made)
        sys.stderr.write(summary(loaded, chosen, said) + "\n")
    if any(finding.code.severity is Severity.ERROR for finding in chosen):
        raise typer.Exit(1)


def _root_of(paths: list[Path] | None) -> Path | None:
    """A path that is itself a workspace stands for --root."""
    if paths and len(paths) == 1 and (paths[0] / "data").is_dir():
        return paths[0]
    return None


def _chosen(loaded: Loaded, paths: list[Path] | None) -> tuple[Finding, ...]:
    """The findings in the files and folders named; all of them, if none are."""
    if not paths or _root_of(paths):
        return loaded.findings
    wanted = []
    for path in paths:
        if not path.exists():
            raise Stop("path-missing", path=str(path))
        try:
            wanted.append(path.resolve().relative_to(loaded.root.resolve()).as_posix())
        except ValueError:
            raise Stop("path-outside", path=str(path), root=str(loaded.root)) from None
    return tuple(
        finding
        for finding in loaded.findings
        if any(
            finding.where.file == name or finding.where.file.startswith(f"{name}/") or name == "."
            for name in wanted
        )
    )
