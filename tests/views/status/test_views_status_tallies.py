"""Tables of tallies: a column for each figure, heads that are told, sums that agree."""

from __future__ import annotations

from parplan.facts.breakdown import Counts
from parplan.facts.tally import Tally
from parplan.reading.load import Loaded
from parplan.views.phrases.phrases import Phrases
from parplan.views.status.tallies import tally_columns, tally_row, tally_table
from parplan.words import words

VI = words("vi")
ONE = Tally(total=4, fell_due=3, done_on_time=1, done_late=1, open=1, overdue=1)


def phrases(shipped: Loaded) -> Phrases:
    return Phrases(VI, shipped.workspace, shipped.workspace.plans[2022].plan)


def test_a_column_stands_for_each_figure_and_one_for_the_name_and_the_rate() -> None:
    assert len(tally_columns(VI, "group")) == len(Tally._fields) + 2


def test_figures_stand_at_the_right_of_their_columns() -> None:
    first, *figures = tally_columns(VI, "group")
    assert (first.align, {column.align for column in figures}) == ("left", {"right"})


def test_a_row_has_the_figures_in_the_order_of_the_heads(shipped: Loaded) -> None:
    assert tally_row("x", ONE, phrases(shipped)).cells == ("x", "4", "3", "1", "1", "1", "1", "0", "66,7")


TWICE = Tally(total=8, fell_due=6, done_on_time=2, done_late=2, open=2, overdue=2)


def test_what_is_given_to_groups_and_by_name_has_a_row_each_and_one_together(shipped: Loaded) -> None:
    made = tally_table(Counts(ONE, ONE, TWICE), VI, phrases(shipped))
    assert [row.cells[1] for row in made.rows] == ["4", "4", "8"]
    assert [row.kind for row in made.rows] == ["row", "row", "total"]


def test_the_sign_for_a_rate_of_nothing_is_told_only_where_it_stands(shipped: Loaded) -> None:
    done, going = Tally(total=1, fell_due=1, done_late=1), Tally(total=1, open=1)
    sign = str(tally_row("x", going, phrases(shipped)).cells[-1])
    notes = [tally_table(Counts(one, one, one), VI, phrases(shipped)).note for one in (going, done)]
    assert [sign in str(note) for note in notes] == [True, False]
