"""A plan's document as the files that it becomes, and the list of what is left to a person.

Must not write, or word a decision: what came of it is proven and written by who asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from parplan.cutting.drafts import Doubt, Draft, Proposal
from parplan.cutting.frame import frame, is_year, plan_file
from parplan.cutting.proposal import propose
from parplan.cutting.records import task_record
from parplan.cutting.vocabulary import vocabulary
from parplan.documents.document import Document, Place
from parplan.editing.edit import Edit, Edited, edited, with_edits
from parplan.editing.registering import registering
from parplan.finding import Stop
from parplan.model.workspace import AGENCIES, DATA
from parplan.output.files.new_workspace import starting_files
from parplan.reading.load import Loaded
from parplan.reading.tree import Tree
from parplan.spelling import one_line
from parplan.views.plan.draft import SOURCE, plan_text
from parplan.views.plan.told import Decision
from parplan.views.schema import modeline
from parplan.where import Where
from parplan.words import Words

MOST_ROUNDS: Final = 3
MONTHS: Final = range(1, 13)


@dataclass(frozen=True)
class Imported:
    """What a document becomes: changes to the data, and each decision with the place where it is written."""

    file: str
    made: Edited
    proposal: Proposal
    decisions: tuple[Decision, ...]


def imported(
    loaded: Loaded, document: Document, year: str, tables: Sequence[int], words: Words, *, with_text: bool = False
) -> Imported:
    """The plan of a year out of its document. Raises Stop where there is one already."""
    if not is_year(year):
        raise Stop("year-invalid", text=year)
    file = plan_file(int(year))
    ready = _ready(year)
    if file in loaded.texts and loaded.texts[file].encode() not in ready:
        raise Stop("import-plan-there", exit_code=1, file=file)
    proposal = propose(document, loaded.workspace, int(year), tables, with_text=with_text)
    return _Import(loaded, proposal, int(year), file, ready, words).done()


def _ready(year: str) -> set[bytes]:
    """What a new workspace starts with in the places of plan and document: no plan of anybody's."""
    files = (starting_files(year, "", f"{year}-{month:02}") for month in MONTHS)
    return {content for one in files for content in one.values()}


@dataclass
class _Import:
    loaded: Loaded
    proposal: Proposal
    year: int
    file: str
    ready: set[bytes]
    words: Words

    def done(self) -> Imported:
        """The files, once no time in them lies where the plan cannot have it."""
        drafts = list(self.proposal.drafts)
        for _ in range(MOST_ROUNDS):
            made, decisions = self._made(drafts)
            wrong = [found for found in made.new_errors if found.where.file == self.file]
            timed = {found.where.path[1] for found in wrong if found.where.path[2:3] == ("deadline",)}
            if not timed:
                break
            for at in timed:
                _without_rule(drafts[int(at)])
        return Imported(self.file, made, self.proposal, decisions)

    def _made(self, drafts: Sequence[Draft]) -> tuple[Edited, tuple[Decision, ...]]:
        source = self._source_file()
        head, doubts = frame(
            self.proposal, self.year, self._earlier(), self.loaded.workspace, source.removeprefix(f"{DATA}/")
        )
        fields = {key: self.words(f"import.field.{key}") for key in ("lead", "with", "criteria")}
        tasks = [(draft, task_record(draft, fields)) for draft in drafts]
        text = plan_text(head, doubts, tasks, source, self.words)
        if any(known.startswith("# yaml-language-server") for known in self.loaded.texts.values()):
            text = f"{modeline(self.file)}\n{text}"
        edits = [
            *self._register(drafts, str(head["coordinator"])),
            Edit(self.file, self._before(self.file), text.encode()),
        ]
        if not self._is_there(source):
            edits.append(Edit(source, self._before(source), self.proposal.text.encode()))
        made = with_edits(self.loaded, edits)
        return made, tuple(self._decisions(made, drafts, doubts))

    def _before(self, file: str) -> bytes | None:
        source = self.loaded.sources.get(file)
        if source is not None:
            return source.raw
        return self.loaded.texts[file].encode() if file in self.loaded.texts else None

    def _earlier(self) -> Mapping[str, Tree] | None:
        """The head of the plan that stands there only to be replaced, else of the newest."""
        files = [self.file, *(plan_file(year) for year in sorted(self.loaded.workspace.plans, reverse=True))]
        source = next((self.loaded.sources[one] for one in files if one in self.loaded.sources), None)
        data: Any = source.data if source else None
        return data.get("plan") if isinstance(data, dict) else None

    def _source_file(self) -> str:
        """Where the document's text is to lie: over nothing that says anything else."""
        name = f"{DATA}/sources/ke-hoach-{self.year}"
        taken = (f"{name}{end}.txt" for end in ("", *(f"-{n}" for n in range(2, 99))))
        return next(
            one
            for one in taken
            if one not in self.loaded.texts or self._before(one) in self.ready or self._is_there(one)
        )

    def _is_there(self, file: str) -> bool:
        """Whether that text of the document lies there already, but for its line breaks."""
        return one_line(self.loaded.texts.get(file, "")) == one_line(self.proposal.text)

    def _register(self, drafts: Sequence[Draft], coordinator: str) -> list[Edit]:
        """The register with the units that it does not know; nobody's group and nobody's kind changes."""
        unknown = vocabulary()["unknown"]
        units = [unit for unit in self.proposal.units if not unit.is_group]
        groups = [unit for unit in self.proposal.units if unit.is_group]
        note = self.words("import.register.note", year=self.year)
        listed: list[dict[str, Tree]] = [
            {"id": one.id, "name": one.name, "kind": unknown["kind"], "mark": "document", "note": note}
            for one in units
        ]
        unnamed: dict[str, Tree] = {"members": [coordinator], "note": self.words("import.register.group-note")}
        named: list[dict[str, Tree]] = [
            {"id": one.id, "name": one.name, **({"kinds": [one.kind]} if one.kind else unnamed)} for one in groups
        ]
        is_open = any(not draft.lead for draft in drafts)
        if is_open and not self.loaded.workspace.units.is_group(unknown["id"]):
            name = self.words("import.register.unknown")
            note = self.words("import.register.unknown-note")
            named.append({"id": unknown["id"], "name": name, "members": [coordinator], "note": note})
        kind = {"id": unknown["kind"], "name": self.words("import.register.kind")}
        data: Any = self.loaded.sources[AGENCIES].data
        return list(edited(self.loaded, registering(data, listed, named, kind)).edits)

    def _decisions(self, made: Edited, drafts: Sequence[Draft], head: Sequence[Doubt]) -> Iterator[Decision]:
        plan: Any = made.loaded.sources[self.file].data
        records = plan["tasks"]
        for unit in self.proposal.units:
            listed = "groups" if unit.is_group else "agencies"
            data: Any = made.loaded.sources[AGENCIES].data
            at = next(n for n, one in enumerate(data[listed]) if one["id"] == unit.id)
            what = "group-of-kind" if unit.kind else "group-new" if unit.is_group else "unit-new"
            values = {"name": unit.name, "kind": unit.kind or ""}
            yield self._decision(made, AGENCIES, Doubt(what, (listed, at), values))
        yield from (self._decision(made, self.file, one) for one in head)
        for at, draft in enumerate(drafts):
            for one in draft.doubts:
                key = str(one.at[0]) if one.at[0] in records[at] else SOURCE
                yield self._decision(made, self.file, replace(one, at=("tasks", at, key)), draft.place(one))

    def _decision(self, made: Edited, file: str, doubt: Doubt, place: Place | None = None) -> Decision:
        where = Where(file, doubt.at, on_key=isinstance(doubt.at[-1], str))
        line = made.loaded.sources[file].span(where).line
        return Decision(file, line, doubt, place)


def _without_rule(draft: Draft) -> None:
    """A time that the plan cannot have: its words stay, and it is asked."""
    draft.doubts.append(Doubt("deadline-unfit", ("kind",), {"text": draft.words or draft.rule}))
    draft.kind, draft.rule = ("once" if draft.kind == "periodic" else draft.kind), ""
