"""What the command says once a workspace is made: what was written where, and what to do next.

Must not look at the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from parplan.views.setup.next import typed
from parplan.words import Words

NEXT: Final = {
    None: ("guide", "import agencies don-vi.xlsx"),
    "quang-nam-2022": ("validate", "status --month 2022-10"),
    "chi-so": ("gap", "score"),
    "minh-hoa-2023": ("validate", "gap"),
}
"""The commands worth trying first, by the example that was copied."""


def init_messages(folder: str, files: Iterable[str], example: str | None, words: Words) -> Iterator[str]:
    """The sentences, in order; a command is written so that it can be typed from where the person stands."""
    every = list(files)
    counted = Counter(name.partition("/")[0] for name in every if "/" in name)
    parts = [words("init.part", name=name, n=counted[name]) for name in sorted(counted)]
    parts += sorted(name for name in every if "/" not in name)
    yield words("init.made", folder=folder, n=len(every), parts=words.listed(parts))
    yield words("init.next" if example else "init.next-new")
    root = "" if folder == "." else f" --root {typed(folder)}"
    yield from (f"  parplan {command}{root}" for command in NEXT[example])
