"""What the command says once a report is made: where it lies, and what is left for the hand.

Must not look at the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from parplan.views.report import ReportView
from parplan.views.report_list import ReportList
from parplan.words import Words


def report_messages(view: ReportView, path: str, reason: str, wanted: str, words: Words) -> Iterator[str]:
    """The sentences, in order. ``reason`` says why the file stands where it does."""
    if f"report.saved.{reason}" in words:
        yield words(f"report.saved.{reason}", wanted=wanted, file=path)
    if path != "-":
        appendices = len(view.page.appendices)
        yield words("report.made" if appendices else "report.made-alone", file=path, appendices=appendices)
    if view.ahead:
        yield words("report.ahead", day=view.ahead)
    elif view.is_draft:
        yield words("own-report.draft" if view.unit else "report.draft", unit=view.unit)
    if view.is_sample:
        yield words("status.sample")
    if view.unrecorded:
        yield words("report.unrecorded", months=view.unrecorded)
    if view.left:
        places = words.listed(words(f"report.place-name.{name}") for name in view.left)
        yield words("report.places-left", n=len(view.left), places=places)
    else:
        yield words("report.places-none")
    if view.proposals and "proposals" in view.left:
        yield words("report.proposal.offered", n=len(view.proposals))


def offer_messages(view: ReportView, words: Words) -> Iterator[str]:
    """What must be known of the sentences offered for section V."""
    if view.is_sample:
        yield words("status.sample")
    if not view.proposals:
        yield words("report.proposal.none")


def list_messages(made: ReportList, path: str, reason: str, wanted: str, words: Words) -> Iterator[str]:
    """The same of the list beside the report."""
    if f"report.saved.{reason}" in words:
        yield words(f"report.saved.{reason}", wanted=wanted, file=path)
    yield words("report.list.made", file=path, n=len(made.rows))
