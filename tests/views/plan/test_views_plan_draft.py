"""Tests of parplan.views.plan.draft: the file says what it was given, whatever the texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parplan.cutting.drafts import Doubt, Draft
from parplan.cutting.records import task_record
from parplan.reading.source import read_yaml
from parplan.reading.tree import Tree
from parplan.views.plan.draft import WIDTH, plan_text
from parplan.words import words
from tries import tries

VI = words("vi")
TEXTS = (
    st.text(alphabet="aĐ -:#'\"[]{},&*!|>%@`?5.“”\\", min_size=1, max_size=260)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)


def text_of(head: dict[str, Tree], *drafts: Draft, doubts: tuple[Doubt, ...] = ()) -> str:
    return plan_text(head, doubts, [(draft, task_record(draft, {})) for draft in drafts], "data/sources/a.txt", VI)


def said(text: str) -> Tree:
    source = read_yaml("data/plan-2023.yaml", text.encode()).source
    assert source is not None
    return source.data


@given(TEXTS, TEXTS, TEXTS)
@tries(80)
def test_whatever_a_text_holds_the_file_says_it(title: str, quote: str, note: str) -> None:
    draft = Draft("I.1", title, "I", quote, lead=["a"], product=note, notes=[("", note)], heading=(title,))
    head: dict[str, Tree] = {"id": "ke-hoach", "title": title, "source": {"file": "a.txt", "begins": quote}}
    assert said(text_of(head, draft)) == {"plan": head, "tasks": [task_record(draft, {})]}


def test_a_doubt_stands_above_its_field_or_above_the_source() -> None:
    doubts = [Doubt("kind-proposed", ("kind",)), Doubt("units-vague", ("with",), {"text": "các đơn vị"})]
    lines = text_of({"id": "a"}, Draft("I.1", "Việc", "I", "Việc", lead=["a"], doubts=doubts)).splitlines()
    assert lines[lines.index("    kind: once") - 1] == "    # Loại nhiệm vụ (kind) là đề xuất. Xem lại."
    assert lines[lines.index("    source:") - 1].startswith("    # ")


def test_headings_are_told_where_they_change_and_no_line_is_too_long() -> None:
    drafts = [
        Draft(str(n), "Việc " * 60, "I", "Việc", lead=["a"], heading=("I. Chung", f"{n}. Riêng")) for n in (1, 2)
    ]
    text = text_of({"id": "a"}, *drafts)
    assert text.count("# I. Chung") == 1
    assert text.count("Riêng") == 2
    assert max(map(len, text.splitlines())) <= WIDTH
