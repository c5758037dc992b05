"""What ``validate`` tells, as each reader wants it: a person, a script, GitHub, GitLab, a code scanner.

Must not choose or word a finding. What makes a form is imported where it is asked for: most runs are a person's.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from parplan.output.terminal import console as terminal
from parplan.views.findings import Told, findings_data


def text(told: Told) -> str:
    """Each finding as a person reads it, without colours."""
    return terminal.plain(lambda target: terminal.draw_findings(told.complaints, target))


def data(told: Told) -> str:
    """One JSON object; ``schema_version`` says which keys to expect."""
    from parplan.output.text.json import indented

    return indented(findings_data(told))


def github(told: Told) -> str:
    """Commands to a run of GitHub's, one a finding."""
    from parplan.output.ci import annotations

    return annotations.github(told)


def gitlab(told: Told) -> str:
    """GitLab's report of code quality."""
    from parplan.output.ci import annotations

    return annotations.gitlab(told)


def sarif(told: Told) -> str:
    """What code scanners hand on."""
    from parplan.output.ci import sarif

    return sarif.sarif(told)


def markdown(told: Told) -> str:
    """The page of a job."""
    from parplan.output.ci import job_page

    return job_page.markdown(told)


class Format(StrEnum):
    """The words that ``--format`` takes."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    markdown = "markdown"


FORMATS: Final[dict[Format, Callable[[Told], str]]] = {
    Format.text: text,
    Format.json: data,
    Format.github: github,
    Format.gitlab: gitlab,
    Format.sarif: sarif,
    Format.markdown: markdown,
}

FROM_THE_TOP: Final = frozenset({Format.github, Format.gitlab, Format.sarif, Format.markdown})
"""Read beside a change, where every path begins at the top of the repository: another is shown on no line."""
