"""What the command says once a report is made: where it lies, and what is left for the hand.

Must not look at the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parplan.facts.report.gist import WORK
from parplan.views.listing import Listing
from parplan.views.phrases.phrases import Phrases
from parplan.views.report.report import ReportView
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


def check_messages(
    file: str,
    parts: Sequence[str],
    phrases: Phrases,
    *,
    options: str,
    differing: Sequence[str],
    is_whole: bool,
    is_reworded: bool,
) -> Iterator[str]:
    """Whether a report still holds, and which parts of it do not; ``options`` are those it was made with.

    ``differing``: what the command line says and the report does not. ``is_reworded``: its template is another.
    """
    words = phrases.words
    if differing:
        yield words("report.check.other", file=file, options=options, asked=" ".join(differing))
    verdict = {
        (True, True): "edited-stale",
        (True, False): "stale",
        (False, True): "edited",
        (False, False): "same",
    }
    found = verdict[bool(parts), not is_whole]
    yield words(f"report.check.{found}", file=file, parts=_parts(parts, phrases), options=options)
    if is_reworded and not parts:
        yield words("report.check.reworded")


def _parts(parts: Sequence[str], phrases: Phrases) -> str:
    """What has changed, as one reads it in the report; whose work it is, at the end."""
    units = tuple(part.removeprefix(WORK) for part in parts if part.startswith(WORK))
    named = [phrases.words(f"report.check.part.{part}") for part in parts if not part.startswith(WORK)]
    if units:
        named.append(phrases.words("report.check.part.work", agencies=phrases.some_agencies(units)))
    return "; ".join(named)


def offer_messages(view: ReportView, words: Words) -> Iterator[str]:
    """What must be known of the sentences offered for section V."""
    if view.is_sample:
        yield words("status.sample")
    if not view.proposals:
        yield words("report.proposal.none")


def list_messages(made: Listing, path: str, reason: str, wanted: str, words: Words) -> Iterator[str]:
    """The same of the list beside the report."""
    if f"report.saved.{reason}" in words:
        yield words(f"report.saved.{reason}", wanted=wanted, file=path)
    yield words("report.list.made", file=path, n=len(made.rows))
