"""parplan validate [PATH…]: every mistake in every file, in one run; with --fix, the plain ones mended.

Must not mend anything unless asked to.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from parplan.checks.progress.reminders import letters_to_come
from parplan.model.settings import Telling
from parplan.options.codes import Choice, choose
from parplan.options.destination import form_of, moved
from parplan.options.files import Named, named_files, way_from_the_top, way_to, workspace_in
from parplan.options.language import Lang, say
from parplan.options.parameters import Argument, Option
from parplan.options.shared import Root, exclude, find_workspace
from parplan.output.files.text_out import PIPE_WIDTH, aloud, aside, write, write_patch
from parplan.output.findings import FORMATS, FROM_THE_TOP, Format
from parplan.output.terminal import console as terminal
from parplan.output.terminal.progress import awaited
from parplan.reading.load import Loaded, load
from parplan.system.answers import once_only
from parplan.views.findings import Told, statistics, tell
from parplan.views.setup.next import Then
from parplan.words import Words

if TYPE_CHECKING:
    from parplan.editing.edit import Edited
    from parplan.editing.text.change import Change
    from parplan.output.files.save import Saved


SUFFIXES: Final = {
    Format.text: (".txt",),
    Format.json: (".json",),
    Format.github: (".txt",),
    Format.gitlab: (".json",),
    Format.sarif: (".sarif", ".json"),
    Format.markdown: (".md",),
}


class Bar(StrEnum):
    """The least weight of a finding that makes the run fail."""

    error = "error"
    warning = "warning"
    hint = "hint"


def validate(
    paths: Annotated[list[Path] | None, Argument()] = None,
    changed: Annotated[str | None, Option("--changed")] = None,
    select: Annotated[list[str] | None, Option("--select")] = None,
    ignore: Annotated[list[str] | None, Option("--ignore")] = None,
    fail_on: Annotated[Bar | None, Option("--fail-on")] = None,
    format_: Annotated[Format | None, Option("--format")] = None,
    output: Annotated[Path | None, Option("-o", "--output")] = None,
    statistics_: Annotated[bool, Option("--statistics")] = False,
    fix: Annotated[bool, Option("--fix")] = False,
    diff: Annotated[bool, Option("--diff")] = False,
    lang: Lang = None,
    root: Root = None,
) -> Then | None:
    """Check a workspace; report on some of its files only, if any are named."""
    exclude({"--fix": fix, "--diff": diff})
    exclude({"--diff": diff, "--output": output is not None})
    form = form_of(output, format_, SUFFIXES, Format.text)
    exclude({"--statistics": statistics_, f"--format {form.value}": form is not Format.text})
    said = say(lang)
    if paths or fix or diff or form is not Format.text:
        once_only()  # it looks at more than the data: whether a path is there, what lies above, the journal
    folder = find_workspace(root or workspace_in(paths))
    asked = named_files(folder, paths, changed)
    named = asked or (lambda _: True)
    with awaited(said("progress.reading")):
        loaded = load(folder, about=None if fix or diff else asked)  # a mend may lay open a mistake anywhere
    choice = choose(_settings(loaded), select or (), ignore or (), fail_on)
    if diff:
        return Then("validate", "--fix", code=1) if _show_diff(loaded, choice, named) else None
    if fix:
        loaded = _mended(loaded, choice, named, said)
    found = choice.of([*loaded.findings, *letters_to_come(loaded.workspace, date.today())])
    chosen = tuple(finding for finding in found if named(finding.where.file))
    way = way_to(loaded.root, from_the_top=form in FROM_THE_TOP)
    others = loaded.passed_over + sum(not named(file) for file in loaded.texts)
    told = tell(loaded, chosen, choice.bar, said, prefix=way, others=others)
    for sentence in moved(_show(told, form, output, said if statistics_ else None), output, said):
        aloud(sentence)
    return Then("explain", told.worst, code=1) if told.failed else None


def _show(told: Told, form: Format, output: Path | None, counted: Words | None) -> Saved | None:
    """Findings to the screen or a file; how it all came out to the screen, unless a machine reads that."""
    for_people, saved = form is Format.text, None
    if counted is not None:
        drawn = terminal.table(statistics(told, counted), PIPE_WIDTH)
        saved = write(terminal.plain(lambda page: page.print(drawn)), output)
    elif for_people and output is None:
        terminal.findings(told.complaints)
    else:
        text = FORMATS[form](told)
        saved = write(text, output, commands=form is Format.github, beside=for_people)
    if for_people or output is not None:
        aside(told.summary)
    return saved


def _settings(loaded: Loaded) -> Telling | None:
    settings = loaded.workspace.settings
    return settings.findings if settings else None


def _show_diff(loaded: Loaded, choice: Choice, named: Named) -> bool:
    """Print what --fix would change; whether that is anything."""
    from parplan.output.text.diff import unified

    edits = _mends(loaded, choice, named).edits
    way = way_from_the_top(loaded.root) or ""  # whence git applies a patch
    write_patch("".join(unified(way + edit.file, edit.before, edit.after) for edit in edits))
    return bool(edits)


def _mended(loaded: Loaded, choice: Choice, named: Named, said: Words) -> Loaded:
    """The workspace after what can be mended was written; a file that it would break is left and named."""
    from parplan.editing.write import write as write_edits

    made = _mends(loaded, choice, named)
    write_edits(loaded.root, made.edits, "validate --fix")
    left = [said("validate.left", file=file) for file in made.left]
    if not made.is_done:
        left.append(said("validate.more"))
    aside("\n".join([said("validate.mended", files=len(made.edits)), *left]))
    return made.loaded


def _mends(loaded: Loaded, choice: Choice, named: Named) -> Edited:
    from parplan.editing.edit import edited_throughout
    from parplan.editing.mend import mends

    def wanted(now: Loaded) -> Iterable[Change]:
        return mends(f for f in choice.of(now.findings + now.untold) if named(f.where.file))

    return edited_throughout(loaded, wanted)
