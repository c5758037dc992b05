"""How a criterion is scored, as its decision says it: the rule as data.

Must not compute a score.
"""

from typing import Annotated, ClassVar, Literal

from parplan.model.record import Choice, Record
from parplan.model.scalar import NotNegative, Positive, at_least_one, one_of


class Tier(Record):
    """From ``at_least`` on (percent, where the figure is a share; else as it stands), so many ``points``."""

    at_least: NotNegative
    points: NotNegative


class Ratio(Record):
    """The maximum times the share reached; none below ``floor``, all from ``cap`` on (percent; else 100)."""

    floor: NotNegative | None = None
    cap: Positive | None = None


class Each(Record):
    """So many points for ``each`` case; ``most`` bounds what they come to, without it the maximum does."""

    each: Positive
    most: NotNegative | None = None


class Scoring(Choice):
    """The rule of one criterion; ``way`` is yes or no, or a survey, which nobody scores himself.

    ``bonus`` and ``penalty`` stand beside the maximum, ``deduction`` takes from it. ``not_applicable``: where the
    criterion does not apply, its maximum is taken out and the rest scaled, or it is given in full.
    """

    alternatives: ClassVar = ("way", "tiers", "ratio", "count", "deduction", "bonus", "penalty")

    way: Annotated[Literal["yes-no", "survey"] | None, one_of("yes-no", "survey")] = None
    tiers: Annotated[tuple[Tier, ...], at_least_one()] | None = None
    ratio: Ratio | None = None
    count: Each | None = None
    deduction: Each | None = None
    bonus: Each | None = None
    penalty: Each | None = None
    not_applicable: Annotated[Literal["scaled", "full"] | None, one_of("scaled", "full")] = None

    @property
    def is_survey(self) -> bool:
        return self.way == "survey"

    @property
    def is_beside_maximum(self) -> bool:
        """Whether its points come on top of the set's, or go off them."""
        return self.bonus is not None or self.penalty is not None
