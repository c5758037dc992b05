"""Tests of parplan.facts.serving.coverage: what hangs together, and what is missing in each direction."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parplan.facts.serving.coverage import CoverageFacts, Proof, Share
from workspaces import HEAD, INDEXES, Builder

CRITERIA = """\
          - {id: the-che, name: Thể chế, code: "1", max: 4, mark: read}
          - {id: rasoat, name: Rà soát, code: "1.1", parent: the-che, max: 2, mark: read}
          - {id: xu-ly, name: Xử lý, code: "1.2", parent: the-che, max: 2, mark: read}
          - {id: tai-chinh, name: Tài chính, code: "2", max: 6, mark: read}
"""
ONE = "          - {id: cong-bo, name: Công bố, mark: read}\n"
TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: 30/9}, criteria: [{ref: LINK, by: document}], …}
- {id: B, kind: ongoing, lead: [so-tu-phap], …}
- {id: D, kind: general, lead: [tat-ca], …}
"""
DONE = (
    "- {task: A, status: done, date: 2022-09-10, evidence: [{type: document, number: 1/BC, date: 2022-09-10}]}\n"
)
NOTHING: Share[str] = Share(0, ())
BARE = "- {task: A, status: done, date: 2022-09-10}\n"


def linked(w: Builder, ref: str = "PAR/1149/rasoat") -> Builder:
    text = w.text(INDEXES)
    w.write(INDEXES, text.replace(ONE, CRITERIA, 1))
    return w.tasks(TASKS.replace("LINK", ref))


def facts(w: Builder, day: str = "2022-09-20") -> CoverageFacts:
    return CoverageFacts(w.standings(day))


def test_a_criterion_is_served_by_a_task_that_names_it_and_the_others_of_its_set_are_missing(w: Builder) -> None:
    assert facts(linked(w)).criteria == Share(3, ("PAR/1149/xu-ly", "PAR/1149/tai-chinh"))


def test_who_serves_what_a_criterion_lies_in_serves_the_criterion(w: Builder) -> None:
    assert facts(linked(w, "PAR/1149/the-che")).criteria.missing == ("PAR/1149/tai-chinh",)


def test_only_sets_that_a_task_refers_to_are_looked_at(w: Builder) -> None:
    assert [tree.of.id for tree in facts(linked(w, "PAR/876/cong-bo")).trees] == ["876"]


def test_a_task_without_a_criterion_is_missing_and_an_exhortation_is_not_asked(w: Builder) -> None:
    found = facts(linked(w)).tasks
    assert (found.of, [task.id for task in found.missing]) == (2, ["B"])


@pytest.mark.parametrize(("said", "proof", "missing"), [(DONE, Proof(1, 1), 0), (BARE, Proof(1, 0), 1)])
def test_what_is_done_wants_evidence(w: Builder, said: str, proof: Proof, missing: int) -> None:
    found = facts(linked(w).report("2022-09", "so-tu-phap", said))
    assert (found.evidence.of, len(found.evidence.missing)) == (1, missing)
    assert found.proof(found.standings.plan.tasks[0]) == proof


def test_every_link_is_told_and_every_criterion_that_has_none(w: Builder) -> None:
    told = {ref: [task.id for task in tasks] for _, ref, tasks in facts(linked(w, "PAR/1149/the-che")).links()}
    assert told == {
        "PAR/1149/the-che": ["A"],
        "PAR/1149/rasoat": [],
        "PAR/1149/xu-ly": [],
        "PAR/1149/tai-chinh": [],
    }


def test_passages_are_known_only_where_the_plan_says_where_they_begin(w: Builder) -> None:
    assert facts(linked(w)).passages is None
    begun = HEAD.replace("ke-hoach.txt}", "ke-hoach.txt, begins: III., ends: Hết}")
    w.tasks(TASKS.replace("LINK", "PAR/1149/rasoat"), begun)
    quoted = "Việc phải làm.\nViệc phải làm thứ 2.\nViệc phải làm thứ 3.\n"
    w.write("data/sources/ke-hoach.txt", f"III.\n{quoted}Việc khác.\nHết\nCòn nữa.")
    assert facts(w).passages == Share(4, ("Việc khác.",))


def test_a_rate_is_exact_and_of_nothing_there_is_none() -> None:
    assert (Share(3, ("x",)).rate, NOTHING.rate) == (Fraction(2, 3), None)


def test_below_a_bar_lies_what_is_known_and_less(w: Builder) -> None:
    found = facts(linked(w))
    assert found.rates == {"criteria": Fraction(1, 3), "tasks": Fraction(1, 2), "evidence": None, "passages": None}
    assert found.below(Fraction(1, 2)) == ["criteria"]
    assert found.below(Fraction(1, 3)) == []
