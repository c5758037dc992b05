"""Tests of parplan.cutting.frame: a head says what its document says, the rest as the plan before it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from parplan.cutting.drafts import Draft, Head, Proposal
from parplan.cutting.frame import frame, is_year
from workspaces import Builder

UNSAID = Head()


def proposal(head: Head = UNSAID) -> Proposal:
    monthly = Draft("I.1", "Báo cáo", "I", "Báo cáo", kind="periodic", lead=["so-tu-phap"])
    return Proposal(head, "UBND TỈNH\n\nKẾ HOẠCH\n", "I. Chung", "", (monthly,))


def whats(doubts: list[Any]) -> set[str]:
    return {doubt.what for doubt in doubts}


def test_what_the_document_says_is_taken_and_the_rest_is_the_earlier_plan_s(w: Builder) -> None:
    source = w.load().sources["data/plan-2022.yaml"].data
    assert isinstance(source, dict)
    earlier: Any = deepcopy(source["plan"])  # what was read is kept, and read by other tests too
    earlier["reporting"]["task"] = "A"
    said = Head("Kế hoạch mới", "121/KH-UBND", "2023-03-10")
    head, doubts = frame(proposal(said), 2023, earlier, w.workspace(), "sources/a.txt")
    assert (head["title"], head["number"], head["issued"], head["starts"]) == (
        "Kế hoạch mới",
        "121/KH-UBND",
        "2023-03-10",
        "2023-03",
    )
    assert "task" not in dict(head["reporting"])  # type: ignore[arg-type]
    assert "task" in earlier["reporting"], "the earlier plan itself stays as it is"
    assert head["source"] == {"file": "sources/a.txt", "begins": "I. Chung"}
    assert whats(doubts) == {"frame-kept", "span-proposed"}


def test_what_is_not_said_is_asked(w: Builder) -> None:
    head, doubts = frame(proposal(), 2023, None, w.workspace(), "sources/a.txt")
    assert (head["issuer"], head["coordinator"], head["issued"]) == ("ubnd-tinh", "so-tu-phap", "2023-01")
    assert "number" not in head
    assert whats(doubts) == {"frame-proposed", "title-missing", "issued-missing", "span-proposed"}


def test_a_plan_issued_the_year_before_starts_with_its_own(w: Builder) -> None:
    head, _ = frame(proposal(Head(issued="2022-12-30")), 2023, None, w.workspace(), "sources/a.txt")
    assert (head["issued"], head["starts"]) == ("2022-12-30", "2023-01")


@pytest.mark.parametrize(
    ("text", "is_one"), [("2023", True), ("1999", True), ("23", False), ("3023x", False), ("0999", False)]
)
def test_a_year_has_four_figures(text: str, is_one: bool) -> None:
    assert is_year(text) is is_one


@pytest.mark.parametrize(
    ("rule", "starts"), [("tháng 01/2023", "2023-01"), ("quý II", "2023-02"), ("tháng 12/2022", "2023-02")]
)
def test_a_plan_signed_after_its_first_days_starts_with_the_year(w: Builder, rule: str, starts: str) -> None:
    early = Draft("I.1", "Việc", "I", "Việc", lead=["so-tu-phap"], rule=rule)
    said = Proposal(Head(issued="2023-02-10"), "", "", "", (early,))
    assert frame(said, 2023, None, w.workspace(), "sources/a.txt")[0]["starts"] == starts
