"""data/agencies.yaml: the units, in the order in which offices print them, and the groups the plan speaks of.

Must not expand groups: who is a member on a day is a fact, not a shape.
"""

from typing import Annotated

from pydantic import Field

from parplan.model.record import Record
from parplan.model.scalar import AgencyId, AgencyKindId, AgencyOrGroupId, Day, Slug, Text, at_least_one
from parplan.model.shared import File, Mark, Signer


class AgencyKind(Record):
    """A block of units in tables, such as "UBND cấp huyện". ``superior`` stands above them on their papers.

    ``signer`` is who signs in each of them, but for those that say otherwise.
    """

    id: Slug
    name: Text
    superior: AgencyId | None = None
    signer: Signer | None = None


class Contact(Record):
    """Whom to call about the unit's report."""

    name: Text | None = None
    phone: Text | None = None
    email: Text | None = None


class Agency(Record):
    """A unit. ``formal`` is the name in full, as one addresses it; ``place`` is where it dates its papers,
    ``signer`` who signs them.

    ``symbol`` is what it signs papers with; eighteen districts share "UBND".
    """

    id: Slug
    name: Text
    formal: Text | None = None
    short: Text | None = None
    symbol: Text | None = None
    place: Text | None = None
    signer: Signer | None = None
    kind: AgencyKindId
    aliases: Annotated[tuple[Text, ...], at_least_one()] | None = None
    contact: Contact | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    mark: Mark | None = None
    note: Text | None = None


class Group(Record):
    """Several units under one name: listed members (units or groups), whole kinds, or both."""

    id: Slug
    name: Text
    aliases: Annotated[tuple[Text, ...], at_least_one()] | None = None
    members: Annotated[tuple[AgencyOrGroupId, ...], at_least_one()] | None = None
    kinds: Annotated[tuple[AgencyKindId, ...], at_least_one()] | None = None
    note: Text | None = None


class AgenciesFile(File):
    """The whole file. ``source`` says where the list was read."""

    source: Text | None = None
    kinds: tuple[AgencyKind, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...] = ()
