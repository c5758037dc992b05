"""Tests of parplan.model.workspace."""

from __future__ import annotations

import pytest

from parplan.model.workspace import TEXTS, kind_of
from workspaces import RESULTS, Builder


def kind(name: str) -> str | None:
    if TEXTS.fullmatch(name):
        return "text"
    known = kind_of(name)
    return known.model.__name__ if known else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("data/agencies.yaml", "AgenciesFile"),
        ("data/indexes.yaml", "IndexesFile"),
        ("data/calendar.yaml", "CalendarFile"),
        ("data/plan-2022.yaml", "PlanFile"),
        ("data/results/2022.yaml", "ResultsFile"),
        ("data/progress/2022-09/decisions.yaml", "DecisionsFile"),
        ("data/progress/2022-09/so-tu-phap.yaml", "ProgressFile"),
        ("data/reports/2022-09.yaml", "ReportFile"),
        ("data/reports/2022-Q3.yaml", "ReportFile"),
        ("data/reports/2022-H2.yaml", "ReportFile"),
        ("data/reports/2022.yaml", "ReportFile"),
        ("data/sources/ke-hoach.txt", "text"),
        ("data/progress/2022-9/so-tu-phap.yaml", None),
        ("data/progress/2022-13/so-tu-phap.yaml", None),
        ("data/progress/so-tu-phap.yaml", None),
        ("data/progress/2022-09/a/b.yaml", None),
        ("data/progress/2022-09/sở-tư-pháp.yaml", None),
        ("data/plan-22.yaml", None),
        ("data/plan-2022.yml", None),
        ("data/Agencies.yaml", None),
        ("data/agencies.yaml\n", None),
        ("data/results/2022-09.yaml", None),
        ("data/sources/a/b.txt", None),
        ("agencies.yaml", None),
    ],
)
def test_a_file_is_known_by_its_name(name: str, expected: str | None) -> None:
    assert kind(name) == expected


def test_every_result_is_of_the_baseline_or_of_a_file(w: Builder) -> None:
    result = "index: PAR, place: quang-nam, mark: read, source: x"
    w.write(RESULTS, f"results:\n  - {{{result}, year: 2022}}\n")
    w.write("data/plan-2022.yaml", w.text("data/plan-2022.yaml") + f"baseline:\n  - {{{result}, year: 2021}}\n")
    workspace = w.workspace()
    assert [r.year for r in workspace.all_results] == [2021, 2022]


def test_registers_come_first_among_files(w: Builder) -> None:
    files = w.report("2022-09", "so-tu-phap").workspace().files
    assert [type(file).__name__ for file in files] == ["AgenciesFile", "IndexesFile", "PlanFile", "ProgressFile"]
