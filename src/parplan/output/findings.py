"""What ``validate`` tells, as each reader wants it: a person, a script, GitHub, GitLab, a code scanner.

Must not choose or word a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from parplan.output.ci.annotations import github, gitlab
from parplan.output.ci.job_page import markdown
from parplan.output.ci.sarif import sarif
from parplan.output.terminal import console as terminal
from parplan.output.text.json import indented
from parplan.views.findings import Told, findings_data


def text(told: Told) -> str:
    """Each finding as a person reads it, without colours."""
    return terminal.plain(lambda target: terminal.draw_findings(told.complaints, target))


def data(told: Told) -> str:
    """One JSON object; ``schema_version`` says which keys to expect."""
    return indented(findings_data(told))


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
