"""A place that scored itself in part, while two of its three units reported figures of the rest.

Must not hold an assertion.
"""

from __future__ import annotations

from workspaces import INDEXES, RESULTS, Builder

REF = "PAR/876/cong-bo"
TARGET = "{id: ty-le, measure: Tỷ lệ, unit: '%', at_least: 90}"
TASK = (
    f"- {{id: A, kind: once, lead: [cac-so], targets: [{TARGET}], criteria: [{{ref: {REF}, by: officer}}], …}}\n"
)
TIERS = "{tiers: [{at_least: 100, points: 50}, {at_least: 90, points: 40}]}"
HEAD = "results:\n  - {index: PAR, year: 2022, place: PLACE, mark: read, source: nguồn, parts: [%s]}\n"
OTHER = "{criterion: PAR/876/khac, kind: self, score: 1}"


def write_reported(
    w: Builder, tasks: str = TASK, scoring: str = TIERS, part: str = "", place: str = "quang-nam"
) -> None:
    """Two of three units reported 47 of 50 together; the place declared nothing of it."""
    old = "          - {id: cong-bo, name: Công bố, mark: read}\n  - {id: SIPAS"
    new = (
        f"          - {{id: cong-bo, name: Công bố, max: 50, scoring: {scoring}, mark: read}}\n"
        "          - {id: khac, name: Khác, max: 50, mark: read}\n  - {id: SIPAS"
    )
    w.change(INDEXES, old, new)
    w.tasks(tasks)
    w.write(RESULTS, HEAD.replace("PLACE", place) % ", ".join(filter(None, [OTHER, part])))
    for unit, done, of in (("so-tu-phap", 30, 30), ("so-noi-vu", 17, 20)):
        values = f"values: {{ty-le: {{done: {done}, of: {of}}}}}"
        w.report("2022-09", unit, f"- {{task: A, status: in-progress, date: 2022-09-01, {values}}}\n")
