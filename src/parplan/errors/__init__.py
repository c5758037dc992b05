"""What each code means, in a folder of its name: prose, a smallest mistake, its near miss, and what is said of it.

    <code>/vi.md, en.md       what it means and how to mend it
    <code>/mistake/data/…     what differs from ``sound/``, a smallest sound workspace; without.txt: files left out
    <code>/near-miss/data/…   what looks alike and is right
    <code>/vi.txt, en.txt, github.txt   what ``parplan validate`` prints of the mistake

Must not word a finding: the catalogue does. The tests run every folder; ``explain`` and docs/errors/ print it.
"""

from pathlib import Path
from typing import Final, NamedTuple

from parplan.finding import Code

FOLDER: Final = Path(__file__).parent


class Explanation(NamedTuple):
    """A code in one language: ``prose`` in Markdown; ``output`` as printed, empty where no small file shows it."""

    code: Code
    prose: str
    output: str


def explanation(code: Code, language: str) -> Explanation:
    """What a code means. Every code has its folder: a test asks for it."""
    folder = FOLDER / code.slug
    output = folder / f"{language}.txt"
    prose = (folder / f"{language}.md").read_text(encoding="utf-8")
    return Explanation(code, prose, output.read_text(encoding="utf-8") if output.is_file() else "")
