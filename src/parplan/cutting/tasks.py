"""Rows of a table and passages of a text as proposed tasks.

Must not lose a cell: what has no field, or is not understood, stands in a note and is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parplan.cutting.criteria import Criteria
from parplan.cutting.drafts import Doubt, Draft, NewUnit
from parplan.cutting.names import Named, Register, by_role, is_ditto, is_group, looks_like_unit
from parplan.cutting.naming import Ids, beneath, section_of, slug, title_of
from parplan.cutting.table.rows import Heading, Row, numbered
from parplan.cutting.text.outline import Passage
from parplan.cutting.text.sentences import sentences
from parplan.cutting.times import Time, leading_time, read_time, said_times
from parplan.cutting.vocabulary import begins, listed
from parplan.spelling import bare, one_line

MOST_WORDS_OF_UNIT = 25


@dataclass
class Tasks:
    """The tasks proposed so far, and the units that no register knows."""

    register: Register
    criteria: Criteria
    year: int
    ids: Ids = field(default_factory=Ids)
    new: dict[str, NewUnit] = field(default_factory=dict)
    _above: Mapping[str, str] = field(default_factory=dict)

    def of_row(self, row: Row, caption: str, above: Draft | None) -> Draft:
        """A row as a task; ``above`` is the one before it, under whose number it may go on."""
        content = row.cells.get("content", "")
        section = row.cells.get("section") or section_of(row.path) or (row.path[-1].text if row.path else caption)
        draft = Draft(
            self._id(row, section_of(row.path), above),
            title_of(content),
            one_line(section),
            one_line(content),
            heading=tuple(map(str, row.path)),
            places=row.places,
        )
        # «nt», and the same again below it
        cells = {held: self._above.get(held, "") if is_ditto(text) else text for held, text in row.cells.items()}
        self._above = cells
        self._units(cells, row, draft)
        self._take(draft, read_time(cells.get("deadline", ""), self.year))
        if is_ditto(row.cells.get("deadline", "")):
            draft.words = ""  # what the row itself says is «nt»
        draft.product = one_line(cells.get("product", ""))
        if cell := cells.get("criteria"):
            draft.criteria, is_left = self.criteria.read(cell)
            if is_left:
                draft.notes.append(("criteria", one_line(cell)))
                draft.doubts.append(Doubt("criteria-unknown", ("criteria",), {"text": one_line(cell)}))
        draft.notes += [(head, one_line(text)) for head, text in row.more]
        draft.notes += [("", note) for note in row.notes]
        if row.is_hidden:
            draft.doubts.append(Doubt("row-hidden", ("title",)))
        if above is not None and _goes_on(cells, content, above):
            draft.doubts.append(Doubt("row-goes-on", ("title",)))
        return draft

    def _id(self, row: Row, numbers: str, above: Draft | None) -> str:
        own = slug(row.cells.get("id", ""))
        if own:
            return self.ids.free(own)
        if row.goes_on and above is not None:
            return self.ids.beside(above.id)
        return self.ids.of(numbers, row.number)

    def _units(self, cells: Mapping[str, str], row: Row, draft: Draft) -> None:
        """Who leads and who takes part: each by its own column, both in one cell, or by a heading."""
        led, shared = cells.get("lead", ""), cells.get("partners", "")
        leading, beside = by_role(led)
        draft.lead = self._ids(self.register.read(leading), draft, "lead")
        shared = "\n".join(filter(None, (beside, shared)))
        if not led:
            self._lead_by_headings(row.path, draft)
        elif not draft.lead:
            draft.doubts.append(Doubt("lead-unknown", ("lead",), {"text": one_line(led)}))
        if shared:
            ids = self._ids(self.register.read(by_role(shared)[0] or shared), draft, "with")
            draft.partners = [one for one in ids if one not in draft.lead]

    def _lead_by_headings(self, path: Sequence[Heading], draft: Draft) -> None:
        """Of a row that names nobody: the units that its heading names, to be looked at; else it is asked."""
        draft.lead, heading = self._of_headings(path, draft)
        what = "lead-of-heading" if draft.lead else "lead-missing"
        draft.doubts.append(Doubt(what, ("lead",), {"text": heading}))

    def _ids(self, named: Named, draft: Draft, key: str) -> list[str]:
        """The units of a cell: known ones and new ones; what is neither is kept and asked."""
        ids = list(named.ids)
        draft.notes += [(key, one_line(text)) for text in named.beside]
        ids += [self._new(name) for name in named.new]
        for text in named.vague:
            draft.notes.append((key, text))
            if key == "with" or ids:
                draft.doubts.append(Doubt("units-vague", (key,), {"text": text}))
        for text, near in named.near:
            draft.notes.append((key, text))
            draft.doubts.append(Doubt("unit-near", (key,), {"text": text, "near": self.register.units.name(near)}))
        return ids

    def _new(self, name: str) -> str:
        """The id of a unit that is proposed: one for each name."""
        key = bare(name)
        if key not in self.new:
            taken = {
                *self.register.units.agencies,
                *self.register.units.groups,
                *(u.id for u in self.new.values()),
            }
            wanted = slug(name.lower())[:60].strip("-.")
            made = next(one for n in range(1, 99) if (one := wanted if n == 1 else f"{wanted}-{n}") not in taken)
            kind = self.register.kind(name)
            self.new[key] = NewUnit(made, name, kind is not None or is_group(name), kind)
        return self.new[key].id

    def _take(self, draft: Draft, time: Time) -> None:
        draft.kind, draft.words, draft.rule = time.kind, time.words, time.rule
        if time.doubt:
            draft.doubts.append(Doubt(time.doubt, ("kind",), {"text": time.words}))

    def of_passages(self, passages: Sequence[Passage]) -> Iterator[Draft]:
        """Each sentence of each passage as a task."""
        alone = _alone(passages)
        for passage in passages:
            section = section_of(passage.path)
            parts = sentences(passage.text)
            self.ids.pass_over(section)
            if alone[passage.path] and not passage.is_bullet and not passage.number:
                base = section
            else:
                base = self.ids.of(section, passage.number)
                self.ids.given.discard(base)
            for at, sentence in enumerate(parts):
                wanted = base if len(parts) == 1 else beneath(base, at)
                said = numbered(sentence)[1] if passage.number and at == 0 else sentence
                yield self._of_sentence(said, wanted, passage)

    def _of_sentence(self, sentence: str, wanted: str, passage: Passage) -> Draft:
        text = re.sub(r"^[-+*•–—]\s*", "", sentence)
        heading = tuple(map(str, passage.path))
        section = section_of(passage.path) or (passage.path[-1].text if passage.path else listed("documents")[0])
        draft = Draft(self.ids.free(wanted or "1"), title_of(text), section, text, heading=heading)
        time = leading_time(text, self.year)
        if time is not None:
            self._take(draft, time)
        else:
            ongoing, general = (begins(text, listed(kind)) for kind in ("ongoing", "general"))
            draft.kind = "general" if general else "ongoing" if ongoing else "once"
            said = said_times(text, self.year)
            what = "time-said" if said else "kind-proposed"
            draft.doubts.append(Doubt(what, ("kind",), {"text": ", ".join(said)}))
        draft.lead = self._leading(text) or self._of_headings(passage.path, draft)[0]
        if not draft.lead:
            draft.doubts.append(Doubt("lead-missing", ("lead",), {"text": ""}))
        return draft

    def _leading(self, text: str) -> list[str]:
        """The unit that a sentence begins with: «Sở … chủ trì …», «Giao Sở … …»."""
        words = text.split()
        if words and begins(text, listed("given")):
            words = words[len(str(begins(text, listed("given"))).split()) :]
        for count in range(min(MOST_WORDS_OF_UNIT, len(words) - 1), 1, -1):
            said = " ".join(words[:count]).strip(" ,:;")
            known = self.register.known(said) if looks_like_unit(said) and words[count][:1].islower() else None
            if known:
                return [known]
        return []

    def _of_headings(self, path: Sequence[Heading], draft: Draft) -> tuple[list[str], str]:
        """The units that the nearest heading names, where it names units and nothing else; and that heading."""
        for heading in reversed(path):
            named = self.register.read(heading.text)
            # the heading of a whole part names no unit that nobody knows
            if named.is_clear and (named.ids or (named.new and heading.order > 1)):
                return self._ids(named, draft, "lead"), heading.text
        return [], ""


def _goes_on(cells: Mapping[str, str], content: str, above: Draft) -> bool:
    """Whether a row may be the rest of the one before it: it says nothing but how a sentence goes on."""
    is_alone = not any(cells.get(held) for held in ("number", "lead", "partners", "deadline", "product"))
    return is_alone and content[:1].islower() and not above.quote.endswith((".", ";", ":"))


def _alone(passages: Sequence[Passage]) -> dict[tuple[Heading, ...], bool]:
    """Whether a heading has one passage below it and nothing else, which then needs no number."""
    found: dict[tuple[Heading, ...], int] = {}
    for passage in passages:
        for deep in range(len(passage.path) + 1):
            found[passage.path[:deep]] = found.get(passage.path[:deep], 0) + 1
    return {path: count == 1 for path, count in found.items()}
