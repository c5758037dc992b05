"""What the data once looked like and do no longer: fields and words of closed lists that have another name now.

A shape is known by where it stands, never by a number that a file would have to bear: docs/decisions/0014.
Must not change anything, or take for old what the schema still takes.
"""

from typing import Final, NamedTuple

from pydantic import BaseModel

from parplan.model.plan import Task


class OldShape(NamedTuple):
    """In records of ``model``: a field called ``old`` is ``new`` now; or a word ``old`` of the ``field`` is.

    ``last`` is the last version whose data may hold it.
    """

    model: type[BaseModel]
    old: str
    new: str
    last: str
    field: str | None = None


OLD_SHAPES: Final = (
    OldShape(Task, "partners", "with", "0.0"),
    OldShape(Task, "one-off", "once", "0.0", field="kind"),
)
"""Every one that there ever was, the newest last. 0.0: the drafts of the schema, before anything was released."""


def old_field(model: type[BaseModel] | None, key: object) -> OldShape | None:
    """What a key was, that a record no longer knows."""
    return _found(model, key, None)


def old_word(model: type[BaseModel] | None, field: object, text: object) -> OldShape | None:
    """What a word was, that a field no longer takes."""
    return _found(model, text, field)


def _found(model: type[BaseModel] | None, old: object, field: object) -> OldShape | None:
    return next((one for one in OLD_SHAPES if (one.model, one.old, one.field) == (model, old, field)), None)
