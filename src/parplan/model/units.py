"""Who is who: units by id, and which units a group comes to on a given day.

Must not know tasks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property

from parplan.model.agency import AgenciesFile, Agency, AgencyKind, Group
from parplan.spelling import bare, closest


class Units:
    """The register of units, for look-ups. Orders of units are always the register's: the order offices print."""

    def __init__(self, register: AgenciesFile) -> None:
        self.agencies: dict[str, Agency] = {agency.id: agency for agency in register.agencies}
        self.groups: dict[str, Group] = {group.id: group for group in register.groups}
        self.kinds = {kind.id: kind for kind in register.kinds}
        self._rank = {agency.id: position for position, agency in enumerate(register.agencies)}
        self._members: dict[tuple[tuple[str, ...], date], tuple[str, ...]] = {}

    def is_group(self, name: str) -> bool:
        return name in self.groups

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Units in the order in which offices print them, each once."""
        return tuple(sorted(set(ids), key=lambda agency: self._rank.get(agency, len(self._rank))))

    def blocks(self, ids: Collection[str]) -> Iterator[tuple[AgencyKind, tuple[str, ...]]]:
        """Units in the blocks in which tables print them: each kind that has any, with those of it."""
        for kind in self.kinds.values():
            members = tuple(agency for agency in ids if self.agencies[agency].kind == kind.id)
            if members:
                yield kind, members

    def find(self, text: str) -> str | None:
        """A unit or group by id, name, short name or alias, whatever the case and the diacritics."""
        return self._by_name.get(bare(text))

    def nearest(self, text: str) -> str | None:
        """The unit or group whose name is nearest to what was typed, if any is near.

        One that alone begins with the words typed, or holds them, is nearer than any that is spelt alike.
        """
        typed, names = bare(text), self._by_name
        begun = [name for name in names if typed and name.startswith(typed)]
        held = [name for name in names if f" {typed} " in f" {name} "]
        for fitting in (begun, held):
            if len(ids := {names[name] for name in fitting}) == 1:
                return ids.pop()
        found = closest(typed, begun or held or names)
        return self._by_name[found] if found else None

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for agency in self.agencies.values():
            for name in (agency.id, agency.name, agency.short, *(agency.aliases or ())):
                if name is not None:
                    names.setdefault(bare(name), agency.id)
        symbols = Counter(agency.symbol for agency in self.agencies.values() if agency.symbol)
        for agency in self.agencies.values():
            if agency.symbol and symbols[agency.symbol] == 1:  # eighteen districts sign "UBND"
                names.setdefault(bare(agency.symbol), agency.id)
        for group in self.groups.values():
            for name in (group.id, group.name, *(group.aliases or ())):
                names.setdefault(bare(name), group.id)
        return names

    def name(self, known: str) -> str:
        """The name of a unit or group by its id; the id where nothing is known of it."""
        found = self.agencies.get(known) or self.groups.get(known)
        return found.name if found else known

    def members(self, names: Iterable[str], day: date) -> tuple[str, ...]:
        """The units that some units and groups come to on a day."""
        asked = (tuple(names), day)
        if asked not in self._members:  # thousands of occurrences ask for the same few groups
            found = self.reached(asked[0]) & self.agencies.keys()
            self._members[asked] = self.in_order(agency for agency in found if self.is_there(agency, day))
        return self._members[asked]

    def is_there(self, name: str, day: date) -> bool:
        """Whether a unit exists on a day: from its first to its last, both included."""
        agency = self.agencies[name]
        return (agency.from_ is None or agency.from_ <= day) and (agency.until is None or day <= agency.until)

    def reached(self, names: Iterable[str]) -> set[str]:
        """Some names and every name their groups hold, however deep: known or not, on whatever day."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            if group := self.groups.get(name):
                kinds = group.kinds or ()
                waiting.extend(group.members or ())
                waiting.extend(agency.id for agency in self.agencies.values() if agency.kind in kinds)
        return found

    def are_clear(self, names: Iterable[str]) -> bool:
        """Whether it is certain which units some names come to: an unknown one may stand for any unit."""
        found = self.reached(names)
        groups = [self.groups[name] for name in found if name in self.groups]
        return found <= self.agencies.keys() | self.groups.keys() and all(
            (group.members or group.kinds) and self.kinds.keys() >= set(group.kinds or ()) for group in groups
        )
