"""What a run tells of a workspace, for the tests of every format.

Must not assert anything.
"""

from __future__ import annotations

from parplan.finding import Severity
from parplan.views.findings import Complaint, Told, tell
from parplan.views.table import Table
from parplan.where import Span
from parplan.words import Language, words
from workspaces import AGENCIES, PLAN, Builder

SOMEWHERE = Span(3, 5, 3, 9)


def told(w: Builder, language: Language = "vi", prefix: str = "") -> Told:
    loaded = w.load()
    return tell(loaded, loaded.findings, Severity.ERROR, words(language), prefix=prefix)


def broken(w: Builder) -> Builder:
    """Mistakes of every weight, in three files, one of them not YAML."""
    w.change(AGENCIES, "{id: so-tai-chinh, name", "{id: so-tai-chinh, nam")
    w.change(AGENCIES, "name: Sở Tư pháp", "name: So\u031b\u0309 Tư pháp")
    w.change(AGENCIES, "name: các Sở, kinds", "name: các Sở , kinds")
    w.change(PLAN, "  year: 2022\n", "  year: 2022   \n")
    w.report("2022-09", "so-tu-phap", "- {task: BB, status: done, date: 2022-09-20}\n")
    return w.write("data/results/2022.yaml", "results: [\n")


def complaint(path: str = "f.yaml", sentence: str = "Câu.", span: Span = SOMEWHERE) -> Complaint:
    return Complaint(path, path, span, Severity.ERROR, "id-invalid", sentence, "", "    abcd", "mark")


def telling(*complaints: Complaint) -> Told:
    """What would be told if these were found."""
    return Told(complaints, 1, True, "", "", (), Table((), ()), "vi")
